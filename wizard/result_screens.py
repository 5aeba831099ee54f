"""What the result page shows, as plain frozen data."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens import Asked, AskedOf, Bar, Label, Link, Sentence, SourceNote


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
    """Facts that would turn the outcome, and who can bring them about."""

    facts: tuple[str, ...]
    outcome: str
    who: str


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
    more: tuple[Sentence, ...]
    more_title: str


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
    ask_first: Asked | None
    asks: tuple[AskedOf, ...]
    asks_text: str
    changes: tuple[Change, ...]
    tables: tuple[ConditionTable, ...]
    sides: tuple[Side, ...]
    powers: tuple[Powers, ...]
    misreadings: tuple[Misreading, ...]
    facts: tuple[Sentence, ...]
    sources: tuple[SourceNote, ...]
    downloads: tuple[Download, ...]
    bar: Bar | None
