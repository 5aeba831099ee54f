"""Read all content, check it as a whole, and build the decisions.

Everything that can be wrong is wrong here, at load: each fault with file, line and
what was probably meant, and all of them at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from rules.checks.ready_request_check import ready_faults
from rules.checks.research_check import evidence_faults
from rules.checks.signpost_check import signpost_faults
from rules.content.checklist import Checklist, checklist_faults
from rules.content.competence import Competence, PaperRule, Subject, unknown_kinds
from rules.content.costs import Example
from rules.content.council_speech import Speech
from rules.content.decision import Decision, Gate, GateBeside
from rules.content.earlier_release import OldQuestion
from rules.content.municipalities import Inhabitants, Municipalities
from rules.content.prices import PriceIndex
from rules.content.research import EvidenceEntry, EvidenceRegister, StudiedMeasure
from rules.content.signpost import Boundary, Means, Problem, SignpostHeader
from rules.grammar.errors import ContentError, InputError, did_you_mean
from rules.grammar.glossary import Body, Keyword, Term
from rules.grammar.sentence_template import FixedSentence
from rules.grammar.sources import History, LawName, Source, with_history, with_names
from rules.grammar.strict_yaml import ReadFile
from rules.grammar.validation import Found, Model, Part, faults_of, unknown_names
from rules.judging.signpost import Signpost
from rules.library import Library
from rules.proof.certificate import Certificate
from rules.reading_content import ContentReader, items
from rules.reading_decisions import DecisionReader

CONTENT = Path(__file__).resolve().parent


def load(root: Path = CONTENT) -> Library:
    """Read everything under `root`.

    That is `besluiten/` and `registers/`, and where they are there `wegwijzer/`,
    `controlebladen/` and `bewijzen/`.

    Raises:
        ContentError: with every fault that was found.
    """
    return _Loading(root).library()


def keep_certificate(found: Certificate) -> None:
    """Keep what was proved beside the content.

    Raises:
        InputError: when it cannot be written.
    """
    path = CONTENT / "bewijzen" / f"{found.decision}.yaml"
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(found.as_yaml(), encoding="utf-8")
    except OSError as error:
        raise InputError(f"Kan niet schrijven: {path} ({error.strerror}).") from error


class _Loading(ContentReader):
    """One reading of all content."""

    def library(self) -> Library:
        registers = self.root / "registers"
        # First of all: with these words every later fault can say which key was meant.
        keywords = self.list(registers, "sleutelwoorden", Keyword, needed=False)
        for each in items(keywords):
            for word in each.dutch:
                self.words.setdefault(word, []).append(each.key)
        terms = self.list(registers, "begrippen", Term)
        texts = self._register(self.list(registers, "bronnen", Source))
        named = with_names(texts, self._law_names(registers, texts))
        past = self.list(registers, "geschiedenis", History, needed=False)
        sources = with_history(named, items(past))
        found_bodies = self.list(registers, "organen", Body)
        bodies = self._register(found_bodies)
        sentences = self._register(self.list(registers, "zinnen", FixedSentence))
        places = self.list(registers, "gemeenten", Municipalities)
        people = self.list(registers, "inwoners", Inhabitants, needed=False)
        examples = self.list(registers, "bedragen", Example)
        series = self.list(registers, "prijsindex", PriceIndex)
        old = items(self.list(self.root, "vroeger", OldQuestion, needed=False))
        cites: list[Part] = [
            *found_bodies,
            *terms,
            *places,
            *people,
            *examples,
            *series,
        ]
        self.faults += unknown_names(cites, {"bron": sources.keys()})
        evidence = self._evidence(registers, sources)
        gate = self.one(registers, "poort", Gate, needed=False)
        sound = not self.faults
        one = DecisionReader(
            self,
            sources=sources,
            bodies=bodies,
            shared=self._shared(registers),
            gate=gate[0] if gate else None,
            old=old,
            examples=self._register(examples),
            prices=next(iter(items(series)), None),
            evidence=evidence,
        )
        decisions = {}
        for folder in sorted((self.root / "besluiten").glob("*/")):
            decision = one.read(folder, cross=sound)
            if decision is not None:
                decisions[decision.id] = decision
        signpost = self._signpost(decisions, sources, bodies)
        checklists = self._checklists(sources, sound=sound)
        competence = self._competence(sources, bodies, decisions)
        beside = self._beside(gate, decisions)
        kept = items(self.each(self.root / "bewijzen", Certificate))
        if self.faults:
            raise ContentError(self.faults)
        return Library(
            decisions,
            sources,
            items(terms),
            bodies,
            sentences,
            _peopled(items(places), items(people)),
            signpost,
            checklists,
            competence,
            old,
            {each.decision: each for each in kept},
            evidence,
            beside,
        )

    def _beside(
        self, gate: tuple[Gate, ReadFile] | None, decisions: Mapping[str, Decision]
    ) -> GateBeside | None:
        """Give where the gate leads besides: to what this content has.

        A name that was meant otherwise is told; a decision that is not here is left out.
        """
        found = gate[0].beside if gate is not None else None
        if gate is None or found is None:
            return None
        for index, name in enumerate(found.decisions):
            guess = did_you_mean(name, decisions)
            if name not in decisions and guess and not self.faults:
                told = f"besluit '{name}' bestaat niet.{guess}"
                self.faults.append(gate[1].fault(("beside", "decisions", index), told))
        here = tuple(name for name in found.decisions if name in decisions)
        return found.model_copy(update={"decisions": here}) if here else None

    def _competence(
        self,
        sources: Mapping[str, Source],
        bodies: Mapping[str, Body],
        decisions: Mapping[str, Decision],
    ) -> Competence:
        """Read whom to ask for what, and the check on papers, where those are written."""
        registers = self.root / "registers"
        subjects = self.list(registers, "bevoegdheden", Subject, needed=False)
        if not subjects:
            return Competence()
        rules = self.list(registers, "papiercontrole", PaperRule)
        speech = self.one(registers, "handelingen", Speech)
        found: list[Part] = [*subjects, *rules, *([(*speech, ())] if speech else [])]
        known = {"bron": sources.keys(), "orgaan": bodies.keys()}
        self.faults += unknown_names(found, known)
        if speech is None:
            return Competence()
        self.faults += faults_of(found, partial(unknown_kinds, speech[0].kinds))
        # A decision with a fault was not read, and would seem not to be there.
        if not self.faults:
            self.faults += faults_of(subjects, partial(ready_faults, decisions))
        by_id = {rule.id: rule for rule in items(rules)}
        return Competence(items(subjects), by_id, speech[0])

    def _signpost(
        self,
        decisions: Mapping[str, Decision],
        sources: Mapping[str, Source],
        bodies: Mapping[str, Body],
    ) -> Signpost | None:
        """Read the signpost, where there is one and the rest is sound."""
        folder, before = self.root / "wegwijzer", len(self.faults)
        # After faults elsewhere nearly every name here would be missing too.
        if not folder.is_dir() or before:
            return None
        header = self.one(folder, "wegwijzer", SignpostHeader)
        problems = self.list(folder, "problemen", Problem)
        means = self.list(folder, "middelen", Means)
        boundaries = self.list(folder, "grenzen", Boundary)
        if header is None or len(self.faults) > before:
            return None
        signpost = Signpost(header[0], items(problems), items(means), items(boundaries))
        self.faults += signpost_faults(
            signpost,
            [(*header, ()), *problems, *means, *boundaries],
            decisions=decisions.keys(),
            sources=sources.keys(),
            bodies=bodies,
        )
        return signpost

    def _checklists(
        self, sources: Mapping[str, Source], *, sound: bool
    ) -> dict[str, Checklist]:
        """Read the checklists, each by the decision that it stands beside."""
        found = self.each(self.root / "controlebladen", Checklist)
        # Also those with a fault: they are there.
        there = {each.name for each in (self.root / "besluiten").glob("*/")}
        if sound:
            self.faults += checklist_faults(
                found, decisions=there, sources=sources.keys()
            )
        return {sheet.decision: sheet for sheet in items(found)}

    def _evidence(
        self, registers: Path, sources: Mapping[str, Source]
    ) -> EvidenceRegister:
        """Read what studies saw of each measure, where that is written."""
        before = len(self.faults)
        measures = self.list(registers, "maatregelen", StudiedMeasure, needed=False)
        entries = self.list(registers, "bewijs", EvidenceEntry, needed=False)
        self._register(measures)
        register = EvidenceRegister(items(measures), self._register(entries))
        if len(self.faults) == before:  # what was not read cannot be missed
            self.faults += evidence_faults(measures, entries, sources)
        return register

    def _law_names(
        self, registers: Path, sources: Mapping[str, Source]
    ) -> Iterator[LawName]:
        """Read the abbreviations of laws, where those are written."""
        laws = {source.law for source in sources.values() if source.is_law}
        for item, reading, loc in self.list(
            registers, "wetnamen", LawName, needed=False
        ):
            if item.law not in laws:
                message = f"van de wet '{item.law}' staat geen artikel in bronnen."
                guess = did_you_mean(item.law, laws)
                self.faults.append(reading.fault(loc, f"{message}{guess}"))
            yield item

    def _register(self, found: Iterable[Found[Model]]) -> dict[str, Model]:
        register: dict[str, Model] = {}
        for item, reading, loc in found:
            name = str(getattr(item, "id", ""))
            if name in register:
                fault = reading.fault(loc, f"'{name}' staat twee keer in het register.")
                self.faults.append(fault)
            register[name] = item
        return register

    def _shared(self, folder: Path) -> dict[str, Any]:
        """Read the shared questions; each is checked where a decision uses it."""
        return {
            value["id"]: value
            for _, _, value in self.values(folder, "gedeeld", needed=False)
            if isinstance(value, dict) and "id" in value
        }


def _peopled(
    places: tuple[Municipalities, ...], people: tuple[Inhabitants, ...]
) -> Municipalities | None:
    """Give the municipalities with their inhabitants, where either is written."""
    if not places or not people:
        return next(iter(places), None)
    return places[0].model_copy(update={"inhabitants": people[0]})
