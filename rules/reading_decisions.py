"""Read the folder of one decision: its screens, demands and all that it tells beside.

Needed are the header, the screens, the demands and the arguments. Every other part may
be absent, and is then left out of page and paper.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field

from rules.checks.addressee_check import address_faults
from rules.checks.citation_check import citation_faults
from rules.checks.crosscheck import cross_check
from rules.content.briefing import (
    Arguments,
    BodyQuestion,
    Correction,
    Fact,
    Passage,
    Role,
)
from rules.content.costs import CostItem, Costs, Example, Measure, Quantity
from rules.content.decision import Decision, Gate, Header, OwnGate
from rules.content.demands import Demand
from rules.content.earlier_release import OldQuestion
from rules.content.intrusions import Privacy
from rules.content.prices import PriceIndex
from rules.content.questions import MOST_ROWS, LookUp, Question, Screen
from rules.content.research import EvidenceRegister
from rules.grammar.condition import Condition, Rule
from rules.grammar.content_model import Content, Date, Name, Prose, as_written
from rules.grammar.glossary import Body
from rules.grammar.references import (
    REGISTER,
    BodyName,
    ChapterName,
    Loc,
    SourceId,
    references,
)
from rules.grammar.sources import Source
from rules.grammar.strict_yaml import ReadFile
from rules.grammar.validation import Found, Part
from rules.reading_content import ContentReader, items

Registers = Mapping[str, BaseModel]


# The parts of a decision that are lists: the field, its file, and what stands in it.
LISTS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "demands": ("eisen", Demand),
    "rules": ("regels", Rule),
    "roles": ("rollen", Role),
    "body_questions": ("orgaanvragen", BodyQuestion),
    "corrections": ("misverstanden", Correction),
    "facts": ("feiten", Fact),
    "passages": ("teksten", Passage),
}
COSTS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "items": ("kosten", CostItem),
    "quantities": ("aantallen", Quantity),
    "measures": ("alternatieven", Measure),
}


class CardHead(Content):
    """What a card says for all its rows; a row that says it itself goes before."""

    card: Name
    chapter: ChapterName
    title: Prose
    intro: Prose | None = None
    who: BodyName | None = None
    changes: BodyName | None = None
    look_up: LookUp | None = None
    sources: tuple[SourceId, ...] = ()
    applies_when: Condition | None = None
    valid_from: Date | None = None
    rows: Annotated[tuple[Any, ...], Field(min_length=1, max_length=MOST_ROWS)]


@dataclass(frozen=True)
class DecisionReader:
    """Reads decisions with the registers that they lean on."""

    reader: ContentReader
    sources: Mapping[str, Source]
    bodies: Mapping[str, Body]
    shared: Mapping[str, Any]
    gate: Gate | None
    old: tuple[OldQuestion, ...]
    examples: Mapping[str, Example]
    prices: PriceIndex | None
    evidence: EvidenceRegister
    # What earlier decisions asked and priced, by id: a name is used by one of them.
    asked: dict[str, tuple[str, bool]] = field(default_factory=dict)
    priced: dict[str, str] = field(default_factory=dict)

    def read(self, folder: Path, *, cross: bool) -> Decision | None:
        """Read one decision; None when a part of it does not fit.

        `cross`: also check it as a whole, which asks for sound registers.
        """
        reader = self.reader
        before = len(reader.faults)
        screens, questions = self._screens(folder)
        header = reader.one(folder, "besluit", Header)
        arguments = reader.one(folder, "argumenten", Arguments)
        lists = self._lists(folder, LISTS)
        privacy, privacy_parts = self._privacy(folder)
        costs, cost_parts = self._costs(folder)
        if header is None or arguments is None or len(reader.faults) > before:
            return None
        listed: dict[str, Any] = {name: items(each) for name, each in lists.items()}
        self._name_of(folder, *header)
        self._shared_names(folder.name, questions)
        decision = Decision(
            header=header[0],
            screens=screens,
            arguments=arguments[0],
            fingerprint="",
            gate=self._gate(header[0]),
            sources=self.sources,
            privacy=privacy,
            costs=costs,
            old=tuple(each for each in self.old if each.decision == folder.name),
            duiding=_text(folder / "duiding.md"),
            **listed,
        )
        parts: list[Part] = [
            *questions,
            (*header, ()),
            (*arguments, ()),
            *chain.from_iterable(lists.values()),
            *cost_parts,
            *privacy_parts,
        ]
        if cross:
            reader.faults += cross_check(
                decision, parts, set(self.sources), set(self.bodies)
            ) or [*address_faults(decision, parts, self.bodies)]
            reader.faults += citation_faults(parts, self.evidence, self.sources)
        registers = {
            "bron": self.sources,
            "orgaan": self.bodies,
            "voorbeeld": self.examples,
        }
        return replace(decision, fingerprint=_fingerprint(decision, registers))

    def _screens(
        self, folder: Path
    ) -> tuple[tuple[Screen, ...], list[Found[Question]]]:
        """Read what is asked, screen by screen, with the questions where they stand."""
        screens: list[Screen] = []
        questions: list[Found[Question]] = []
        for reading, loc, value in self.reader.values(folder, "vragen"):
            number = len(screens) + 1
            rows: list[Found[Question]]
            if self.reader.has_key(value, "card", "rows"):
                head = self.reader.validated(CardHead, value, reading, loc)
                if head is None:
                    continue
                rows = list(self._rows(head, value, number, reading, loc))
                about = head.model_dump(include={"chapter", "title", "intro"})
                about["id"] = head.card
            else:
                whole = self.reader.with_shared(value, self.shared, reading, loc)
                rows = list(self._question(whole, f"{number}", reading, loc))
                if not rows:
                    continue
                own = rows[0][0]
                about = {"id": own.id, "chapter": own.chapter, "title": own.text}
            questions += rows
            if rows:
                screens.append(Screen(**about, rows=items(rows)))
        return tuple(screens), questions

    def _rows(
        self,
        head: CardHead,
        value: Mapping[str, Any],
        number: int,
        reading: ReadFile,
        loc: Loc,
    ) -> Iterator[Found[Question]]:
        """Read the rows of a card, each with what the card says for all."""
        whole: dict[str, Any] = {"chapter": head.chapter, "card": head.card}
        for key in ("who", "changes", "look_up", "sources", "valid_from"):
            if key in value:
                whole[key] = value[key]
        for index, row in enumerate(value["rows"]):
            place = (*loc, "rows", index)
            given = self.reader.with_shared(row, self.shared, reading, place)
            if isinstance(given, dict):
                both = (value.get("applies_when"), given.get("applies_when"))
                gates = [gate for gate in both if gate is not None]
                given = {**whole, **given}
                if gates:
                    one = len(gates) == 1
                    given["applies_when"] = gates[0] if one else {"all_of": gates}
            yield from self._question(given, f"{number}.{index + 1}", reading, place)

    def _question(
        self, value: Any, number: str, reading: ReadFile, loc: Loc
    ) -> Iterator[Found[Question]]:
        if value is None:
            return
        whole = {**value, "number": number} if isinstance(value, dict) else value
        item = self.reader.validated(Question, whole, reading, loc)
        if item is not None:
            yield item, reading, loc

    def _gate(self, header: Header) -> Gate:
        """Give the shared gate with what the decision adds to it."""
        shared, own = self.gate, header.gate or OwnGate()
        sources = own.sources or header.legal_basis
        if shared is None:
            return Gate(
                text=header.question,
                help=header.summary,
                refer=(header.title,),
                sources=sources,
            )
        return Gate(
            text=shared.text,
            help=own.help or shared.help,
            refer=(*own.refer, *shared.refer),
            sources=sources,
        )

    def _lists(
        self, folder: Path, listed: Mapping[str, tuple[str, type[BaseModel]]]
    ) -> dict[str, list[Found[Any]]]:
        """Read parts that are lists; all but the demands may be absent."""
        return {
            name: self.reader.list(folder, part, model, needed=model is Demand)
            for name, (part, model) in listed.items()
        }

    def _costs(self, folder: Path) -> tuple[Costs, list[Part]]:
        """Read what things cost, how many there are, and what else could be done."""
        lists = self._lists(folder, COSTS)
        self._price_once(folder.name, [*lists["items"], *lists["quantities"]])
        found = {name: items(each) for name, each in lists.items()}
        costs = Costs(**found, examples=self.examples, prices=self.prices)
        return costs, [*chain.from_iterable(lists.values())]

    def _price_once(
        self, decision: str, priced: Iterable[Found[CostItem | Quantity]]
    ) -> None:
        """Find ids that two decisions share: a dossier keeps what is typed by id."""
        for item, reading, loc in priced:
            first = self.priced.setdefault(item.id, decision)
            if first != decision:
                message = f"'{item.id}' staat ook bij de kosten van {first}."
                self.reader.faults.append(reading.fault(loc, message))

    def _privacy(self, folder: Path) -> tuple[Privacy, list[Part]]:
        """Read what the measure takes of privacy, where that is written."""
        found: list[Part] = []
        lists: dict[str, list[Any]] = {key: [] for key in Privacy.model_fields}
        for reading in self.reader.files(folder, "privacy", needed=False):
            file = self.reader.validated(Privacy, reading.value, reading, ())
            if file is None:
                continue
            found.append((file, reading, ()))
            for key in lists:
                each = getattr(file, key)
                lists[key] += each
                found += [
                    (item, reading, (key, index))
                    for index, item in enumerate(each)
                    if isinstance(item, BaseModel)
                ]
        whole = {key: tuple(each) for key, each in lists.items()}
        return Privacy(**whole), found

    def _name_of(self, folder: Path, header: Header, reading: ReadFile) -> None:
        if header.id != folder.name:
            message = (
                f"id '{header.id}' hoort de naam van de map te zijn: {folder.name}."
            )
            self.reader.faults.append(reading.fault(("id",), message))

    def _shared_names(
        self, decision: str, questions: Iterable[Found[Question]]
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
                self.reader.faults.append(reading.fault(loc, message))


def _text(path: Path) -> str:
    """Read what jurists wrote beside the rules, where they did."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _fingerprint(decision: Decision, registers: Mapping[str, Registers]) -> str:
    """Hash all that a decision refers to: its own content, and what it names elsewhere.

    The content as it is understood counts, not the files that it stands in: a file may
    move, a comment may change. Registers count as far as they are named.
    """
    named: dict[tuple[str, str], object] = {}
    todo: list[object] = [decision]
    # The list grows under the loop: what an entry names is looked up as well.
    for content in todo:
        for each in references(content):
            entry = registers.get(each.kind, {}).get(each.name)
            if entry is not None and (each.kind, each.name) not in named:
                named[each.kind, each.name] = _plain(entry)
                todo.append(entry)
    whole = [_plain(decision), sorted(named.items())]
    # The tie of euro sign and amount is ours and no content: old fingerprints stay.
    text = as_written(json.dumps(whole, ensure_ascii=False, sort_keys=True))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _plain(value: object) -> object:
    """Give content as plain data, registers left out."""
    if isinstance(value, BaseModel):
        # Without defaults: a new field that nobody fills changes no fingerprint.
        return value.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: _plain(getattr(value, each.name))
            for each in fields(value)
            if not each.metadata.get(REGISTER)
        }
    return str(value)
