"""What the pages around the answers show: doubts, changes, a warning, a municipality."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Bar, Entry, Fault, Link, Tally


@dataclass(frozen=True)
class TallyScreen:
    """The tally alone, as if an answer was kept that is not kept yet."""

    template: ClassVar[str] = "screens/telling.html"
    title: str
    tally: Tally


@dataclass(frozen=True)
class DoubtRow:
    """One answer that can be marked."""

    id: str
    question: str
    answer: str
    marked: bool


@dataclass(frozen=True)
class DoubtScreen:
    """Mark the answers that one is not sure of."""

    template: ClassVar[str] = "screens/twijfel.html"
    title: str
    decision: str
    rows: tuple[DoubtRow, ...]
    version: int
    back: Link
    bar: Bar | None


@dataclass(frozen=True)
class ChangeRow:
    """One value that changed, in words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangeSet:
    """What changed at one moment, and what that did to the outcome."""

    when: str
    rows: tuple[ChangeRow, ...]
    effect: str
    undoing: bool


@dataclass(frozen=True)
class HistoryScreen:
    """What changed in the dossier, the newest first, with a way to take it back."""

    template: ClassVar[str] = "screens/wijzigingen.html"
    title: str
    sets: tuple[ChangeSet, ...]
    may_undo: bool
    version: int
    note: str
    back: Link
    bar: Bar | None


@dataclass(frozen=True)
class ConfirmScreen:
    """What falls away with an answer, told before the answer is kept.

    `anyway` is where the form goes for who fills in everything after all.
    """

    template: ClassVar[str] = "screens/bevestigen.html"
    title: str
    said: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    chapters: tuple[str, ...]
    idle: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, str], ...]
    anyway: str
    keep: Link
    bar: Bar | None


@dataclass(frozen=True)
class AboutScreen:
    """What the dossier is about, with the facts of a municipality and their source."""

    template: ClassVar[str] = "screens/waarover.html"
    title: str
    entries: tuple[Entry, ...]
    for_clerk: tuple[Entry, ...]
    towns: tuple[str, ...]
    faults: tuple[Fault, ...]
    facts: tuple[tuple[str, str], ...]
    merger: str
    sources: tuple[tuple[str, str], ...]
    version: int
    back: Link
    bar: Bar | None
