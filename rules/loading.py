"""Read all content, check it as a whole, and build the decisions.

Everything that can be wrong is wrong here, at load: each fault with file, line and
what was probably meant, and all of them at once.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from rules.checks.crosscheck import Part, cross_check
from rules.checks.signage import signpost_faults
from rules.content.briefing import (
    Arguments,
    BodyQuestion,
    Correction,
    Fact,
    Instrument,
    Passage,
    Role,
)
from rules.content.checklist import Checklist, checklist_faults
from rules.content.competence import Competence, read_competence
from rules.content.costs import CostItem, Costs, Example, Measure, Quantity
from rules.content.decision import Decision, Header
from rules.content.intrusions import Privacy
from rules.content.municipalities import Municipalities
from rules.content.prices import PriceIndex
from rules.content.questions import Question
from rules.grammar.condition import Path as Loc
from rules.grammar.condition import Rule
from rules.grammar.errors import ContentError, Fault, InputError, did_you_mean
from rules.grammar.reading import Reading, read_file
from rules.grammar.sentence import Sentence
from rules.grammar.sources import History, Source, with_history
from rules.grammar.terms import Body, Term
from rules.grammar.validation import Model, validated
from rules.judging.signpost import (
    Boundary,
    Means,
    Signpost,
    SignpostHeader,
    SignpostQuestion,
)
from rules.library import Library
from rules.proof.certificate import Certificate

CONTENT = Path(__file__).resolve().parent


def load(root: Path = CONTENT) -> Library:
    """Read everything under `root`.

    That is `besluiten/` and `registers/`, and where they are there `wegwijzer/`,
    `controlebladen/` and `bewijzen/`.

    Raises:
        ContentError: with every fault that was found.
    """
    return _Loading(root).library()


def keep_certificate(found: Certificate, root: Path = CONTENT) -> None:
    """Keep what was proved beside the content.

    Raises:
        InputError: when it cannot be written.
    """
    path = root / "bewijzen" / f"{found.decision}.yaml"
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(found.as_yaml(), encoding="utf-8")
    except OSError as error:
        raise InputError(f"Kan niet schrijven: {path} ({error.strerror}).") from error


class _Loading:
    """One reading of the content; keeps the faults it meets."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.registers_are_sound = True
        self.asked: dict[str, tuple[str, bool]] = {}
        self.priced: dict[str, str] = {}
        self.examples: dict[str, Example] = {}
        self.prices: PriceIndex | None = None

    def library(self) -> Library:
        registers = self.root / "registers"
        texts = self._register(self._list(registers, "bronnen", Source))
        sources = with_history(texts, self._histories(registers))
        found_bodies = self._list(registers, "organen", Body)
        bodies = self._register(found_bodies)
        sentences = self._register(self._list(registers, "zinnen", Sentence))
        terms = self._list(registers, "begrippen", Term)
        self._check_sources([*found_bodies, *terms], sources)
        places = self._list(registers, "gemeenten", Municipalities)
        self._check_sources([*places, *self._money(registers)], sources)
        shared = self._shared(registers)
        self.registers_are_sound = not self.faults
        decisions = {}
        for folder in sorted((self.root / "besluiten").glob("*/")):
            decision = self._decision(folder, shared, sources, bodies)
            if decision is not None:
                decisions[decision.id] = decision
        signpost = self._signpost(decisions, sources, bodies)
        checklists = self._checklists(sources)
        competence = self._competence(sources, bodies)
        kept = {each.decision: each for each in self._certificates()}
        if self.faults:
            raise ContentError(self.faults)
        return Library(
            decisions,
            sources,
            _items(terms),
            bodies,
            sentences,
            next(iter(_items(places)), None),
            signpost,
            checklists,
            competence,
            kept,
        )

    def _competence(
        self, sources: Mapping[str, Source], bodies: Mapping[str, Body]
    ) -> Competence:
        """Read whom to ask for what, and the check on papers, where those are written."""
        if not (self.root / "registers" / "bevoegdheden.yaml").exists():
            return Competence()
        try:
            return read_competence(self.root, sources=sources, bodies=bodies)
        except ContentError as error:
            self.faults += error.faults
            return Competence()

    @property
    def _folders(self) -> set[str]:
        """Name the decisions that are there, also those with a fault."""
        return {folder.name for folder in (self.root / "besluiten").glob("*/")}

    def _signpost(
        self,
        decisions: Mapping[str, Decision],
        sources: Mapping[str, Source],
        bodies: Mapping[str, Body],
    ) -> Signpost | None:
        """Read the signpost; a question with `use` is one that a decision asks."""
        folder, before = self.root / "wegwijzer", len(self.faults)
        if not folder.is_dir() or before:
            return None
        asked = {
            question.id: question.model_dump(include={"id", "text", "help", "answer"})
            for decision in decisions.values()
            for question in decision.questions
        }
        header = self._one(folder, "wegwijzer", SignpostHeader)
        questions = self._list(folder, "vragen", SignpostQuestion, asked)
        means = self._list(folder, "middelen", Means)
        boundaries = self._list(folder, "grenzen", Boundary)
        if header is None or len(self.faults) > before:
            return None
        signpost = Signpost(
            header[0], _items(questions), _items(means), _items(boundaries)
        )
        self.faults += signpost_faults(
            signpost,
            [(*header, ()), *questions, *means, *boundaries],
            decisions=decisions.keys(),
            sources=sources.keys(),
            bodies=bodies.keys(),
        )
        return signpost

    def _checklists(self, sources: Mapping[str, Source]) -> dict[str, Checklist]:
        """Read the checklists, each by the decision that it stands beside."""
        folder, found = self.root / "controlebladen", []
        for path in sorted(folder.glob("*.yaml")):
            for reading in self._files(folder, path.stem):
                sheet = self._validated(Checklist, reading.value, reading, ())
                if sheet is not None:
                    found.append((sheet, reading, ()))
        if self.registers_are_sound:
            self.faults += checklist_faults(
                found, decisions=self._folders, sources=sources.keys()
            )
        return {sheet.decision: sheet for sheet, _, _ in found}

    def _certificates(self) -> Iterator[Certificate]:
        """Read what was proved before."""
        folder = self.root / "bewijzen"
        for path in sorted(folder.glob("*.yaml")):
            found = self._one(folder, path.stem, Certificate)
            if found is not None:
                yield found[0]

    def _money(
        self, registers: Path
    ) -> Iterator[tuple[Example | PriceIndex, Reading, Loc]]:
        """Read the examples of amounts and the price index."""
        examples = self._list(registers, "bedragen", Example)
        series = self._list(registers, "prijsindex", PriceIndex)
        self.examples = self._register(examples)
        self.prices = next(iter(_items(series)), None)
        yield from examples
        yield from series

    def _histories(self, registers: Path) -> Iterator[History]:
        """Read how far the past of the statutes was traced, where that is written."""
        if (registers / "geschiedenis.yaml").exists():
            for item, _, _ in self._list(registers, "geschiedenis", History):
                yield item

    def _register(
        self, items: Iterable[tuple[Model, Reading, Loc]]
    ) -> dict[str, Model]:
        found: dict[str, Model] = {}
        for item, reading, loc in items:
            name = str(getattr(item, "id", ""))
            if name in found:
                fault = reading.fault(loc, f"'{name}' staat twee keer in het register.")
                self.faults.append(fault)
            found[name] = item
        return found

    def _check_sources(
        self,
        items: Iterable[
            tuple[Body | Term | Example | Municipalities | PriceIndex, Reading, Loc]
        ],
        sources: Mapping[str, Source],
    ) -> None:
        for item, reading, loc in items:
            for index, source in enumerate(item.sources):
                if source not in sources:
                    guess = did_you_mean(source, sources)
                    message = f"bron '{source}' staat niet in registers/bronnen.{guess}"
                    fault = reading.fault((*loc, "sources", index), message)
                    self.faults.append(fault)

    def _shared(self, folder: Path) -> dict[str, Any]:
        """Read the shared questions; each is checked where a decision uses it."""
        return {
            value["id"]: value
            for reading, loc, value in self._values(folder, "gedeeld")
            if isinstance(value, dict) and "id" in value
        }

    def _decision(
        self,
        folder: Path,
        shared: Mapping[str, Any],
        sources: Mapping[str, Source],
        bodies: Mapping[str, Body],
    ) -> Decision | None:
        before = len(self.faults)
        questions = self._list(folder, "vragen", Question, shared)
        rules = self._list(folder, "regels", Rule)
        header = self._one(folder, "besluit", Header)
        arguments = self._one(folder, "argumenten", Arguments)
        roles = self._list(folder, "rollen", Role)
        instruments = self._list(folder, "instrumenten", Instrument)
        body_questions = self._list(folder, "orgaanvragen", BodyQuestion)
        corrections = self._list(folder, "misverstanden", Correction)
        facts = self._list(folder, "feiten", Fact)
        passages = self._list(folder, "teksten", Passage)
        privacy, privacy_parts = self._privacy(folder)
        costs, cost_parts = self._costs(folder)
        if header is None or arguments is None or len(self.faults) > before:
            return None
        self._name_of(folder, *header)
        self._clashes(folder.name, questions)
        decision = Decision(
            header=header[0],
            questions=_items(questions),
            rules=_items(rules),
            arguments=arguments[0],
            roles=_items(roles),
            instruments=_items(instruments),
            body_questions=_items(body_questions),
            corrections=_items(corrections),
            facts=_items(facts),
            passages=_items(passages),
            fingerprint=_fingerprint(folder, self.root),
            sources=sources,
            privacy=privacy,
            costs=costs,
        )
        parts: list[Part] = [
            *questions,
            *rules,
            (header[0], header[1], ()),
            (arguments[0], arguments[1], ()),
            *roles,
            *instruments,
            *body_questions,
            *corrections,
            *facts,
            *passages,
            *cost_parts,
            *privacy_parts,
        ]
        if self.registers_are_sound:
            self.faults += cross_check(decision, parts, set(sources), set(bodies))
        return decision

    def _costs(self, folder: Path) -> tuple[Costs, list[Part]]:
        """Read what things cost, how many there are, and what else could be done."""
        items = self._list(folder, "kosten", CostItem)
        quantities = self._list(folder, "aantallen", Quantity)
        measures = self._list(folder, "alternatieven", Measure)
        self._price_once(folder.name, items)
        self._price_once(folder.name, quantities)
        costs = Costs(
            quantities=_items(quantities),
            items=_items(items),
            measures=_items(measures),
            examples=self.examples,
            prices=self.prices,
        )
        return costs, [*items, *quantities, *measures]

    def _price_once(
        self,
        decision: str,
        items: Iterable[tuple[CostItem | Quantity, Reading, Loc]],
    ) -> None:
        """Find ids that two decisions share: a dossier keeps what is typed by id."""
        for item, reading, loc in items:
            first = self.priced.setdefault(item.id, decision)
            if first != decision:
                message = f"'{item.id}' staat ook bij de kosten van {first}."
                self.faults.append(reading.fault(loc, message))

    def _privacy(self, folder: Path) -> tuple[Privacy, list[Part]]:
        """Read what the measure takes of privacy, where that is written."""
        found: list[Part] = []
        lists: dict[str, list[Any]] = {key: [] for key in Privacy.model_fields}
        if not any(folder.glob("privacy*")):
            return Privacy(), found
        for reading in self._files(folder, "privacy"):
            file = self._validated(Privacy, reading.value, reading, ())
            if file is None:
                continue
            found.append((file, reading, ()))
            for key in lists:
                items = getattr(file, key)
                lists[key] += items
                found += [
                    (item, reading, (key, index))
                    for index, item in enumerate(items)
                    if isinstance(item, BaseModel)
                ]
        return Privacy(**{key: tuple(items) for key, items in lists.items()}), found

    def _name_of(self, folder: Path, header: Header, reading: Reading) -> None:
        if header.id != folder.name:
            message = (
                f"id '{header.id}' hoort de naam van de map te zijn: {folder.name}."
            )
            self.faults.append(reading.fault(("id",), message))

    def _clashes(
        self, decision: str, questions: Iterable[tuple[Question, Reading, Loc]]
    ) -> None:
        """Find questions that two decisions call the same without sharing them."""
        for question, reading, loc in questions:
            shares = (*loc, "use") in reading.lines
            first, first_shares = self.asked.setdefault(question.id, (decision, shares))
            if first != decision and not (shares and first_shares):
                message = (
                    f"vraag '{question.id}' staat ook in {first}. "
                    "Zet haar in registers/gedeeld.yaml en verwijs met use."
                )
                self.faults.append(reading.fault(loc, message))

    def _files(self, folder: Path, part: str) -> Iterator[Reading]:
        """Read `part.yaml`, or all files of the folder `part` in order of name."""
        single = folder / f"{part}.yaml"
        paths = [single] if single.exists() else sorted((folder / part).glob("*.yaml"))
        if not paths:
            name = single.relative_to(self.root).as_posix()
            self.faults.append(Fault(name, 0, "dit bestand ontbreekt."))
        for path in paths:
            try:
                yield read_file(path, self.root)
            except ContentError as error:
                self.faults += error.faults

    def _one(
        self, folder: Path, part: str, model: type[Model]
    ) -> tuple[Model, Reading] | None:
        for reading in self._files(folder, part):
            item = self._validated(model, reading.value, reading, ())
            if item is not None:
                return item, reading
        return None

    def _list(
        self,
        folder: Path,
        part: str,
        model: type[Model],
        shared: Mapping[str, Any] | None = None,
    ) -> list[tuple[Model, Reading, Loc]]:
        found: list[tuple[Model, Reading, Loc]] = []
        for reading, loc, value in self._values(folder, part):
            whole = self._with_shared(value, shared or {}, reading, loc)
            item = (
                None if whole is None else self._validated(model, whole, reading, loc)
            )
            if item is not None:
                found.append((item, reading, loc))
        return found

    def _values(self, folder: Path, part: str) -> Iterator[tuple[Reading, Loc, Any]]:
        """Give the items of a part, from all its files."""
        for reading in self._files(folder, part):
            if not isinstance(reading.value, list):
                self.faults.append(reading.fault((), "hier hoort een lijst te staan."))
                continue
            for index, value in enumerate(reading.value):
                yield reading, (index,), value

    def _with_shared(
        self, value: Any, shared: Mapping[str, Any], reading: Reading, loc: Loc
    ) -> Any:
        """Fill in a question that stands in the shared register."""
        if not isinstance(value, dict) or "use" not in value:
            return value
        name = value["use"]
        if name not in shared:
            guess = did_you_mean(str(name), shared)
            where = (
                "in een besluit" if "wegwijzer" in reading.file else "in gedeeld.yaml"
            )
            message = f"gedeelde vraag '{name}' staat niet {where}.{guess}"
            self.faults.append(reading.fault((*loc, "use"), message))
            return None
        own = {key: own for key, own in value.items() if key != "use"}
        return {**shared[name], **own}

    def _validated(
        self, model: type[Model], value: Any, reading: Reading, loc: Loc
    ) -> Model | None:
        try:
            return validated(model, value, reading, loc)
        except ContentError as error:
            self.faults += error.faults
            return None


def _items(found: Iterable[tuple[Model, Reading, Loc]]) -> tuple[Model, ...]:
    return tuple(item for item, _, _ in found)


def _fingerprint(folder: Path, root: Path) -> str:
    """Hash all content that a decision rests on: its own files and the registers."""
    whole = hashlib.sha256()
    registers = (root / "registers").rglob("*.yaml")
    own = [*folder.rglob("*.yaml"), *folder.rglob("*.md")]
    for path in sorted([*own, *registers]):
        whole.update(path.relative_to(root).as_posix().encode() + b"\0")
        whole.update(path.read_bytes() + b"\0")
    return f"sha256:{whole.hexdigest()}"
