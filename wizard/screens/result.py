"""What the result page shows, as plain frozen data."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import (
    Asked,
    AskedOf,
    Bar,
    Bundle,
    Label,
    Link,
    Sentence,
    SourceNote,
)


@dataclass(frozen=True)
class ConditionRow:
    """One question in the table of tests."""

    text: str
    note: str
    status: Label
    who: str
    notes: tuple[int, ...]


@dataclass(frozen=True)
class ConditionTable:
    """The tests of one chapter; it lies open where something asks for attention."""

    title: str
    state: str
    is_open: bool
    rows: tuple[ConditionRow, ...]


@dataclass(frozen=True)
class Change:
    """Facts that would turn the outcome, and what it would be then."""

    facts: tuple[str, ...]
    outcome: str


@dataclass(frozen=True)
class ChangesBy:
    """The smallest changes that these bodies can bring about; `more` tells of the rest."""

    body: str
    changes: tuple[Change, ...]
    more: str


@dataclass(frozen=True)
class Doubt:
    """One answer in doubt, and whether it can turn the outcome."""

    question: str
    answer: str
    decides: bool


@dataclass(frozen=True)
class Firmness:
    """How firm the outcome stands when the answers in doubt turn out otherwise."""

    says: str
    doubts: tuple[Doubt, ...]
    outcomes: tuple[str, ...]
    mark: Link | None


@dataclass(frozen=True)
class Skipped:
    """Questions that were left out for one reason."""

    why: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Powers:
    """What one body can and cannot do here."""

    body: str
    can: tuple[Sentence, ...]
    cannot: tuple[Sentence, ...]


@dataclass(frozen=True)
class Side:
    """The points of one side; both sides are equally long."""

    id: str
    title: str
    points: tuple[Sentence, ...]


@dataclass(frozen=True)
class Misreading:
    """What is often said, and what holds."""

    heard: str
    instead: Sentence


@dataclass(frozen=True)
class Download:
    """One form in which the memo can be taken along."""

    text: str
    about: str
    href: str


@dataclass(frozen=True)
class AdviceScreen:
    """The result: outcome, reasons, what is open, both sides, sources."""

    template: ClassVar[str] = "screens/advies.html"
    title: str
    decision: str
    outcome: str
    meaning: str
    next_step: str
    firmness: Label
    possible: tuple[str, ...]
    basis: str
    warnings: tuple[str, ...]
    parts: tuple[Link, ...]
    reasons: tuple[Sentence, ...]
    more_reasons: tuple[Sentence, ...]
    more_title: str
    ask_first: Asked | None
    ask_why: tuple[str, ...]
    asks_intro: str
    asks: tuple[AskedOf, ...]
    asks_text: str
    changes: tuple[ChangesBy, ...]
    robust: Firmness
    skipped: tuple[Skipped, ...]
    tables: tuple[ConditionTable, ...]
    case: tuple[Side, ...]
    sides: tuple[Side, ...]
    powers: tuple[Powers, ...]
    misreadings: tuple[Misreading, ...]
    facts: tuple[Sentence, ...]
    sources: tuple[SourceNote, ...]
    weighing: tuple[Download, ...]
    downloads: tuple[Download, ...]
    bundle: Bundle | None
    bar: Bar | None
