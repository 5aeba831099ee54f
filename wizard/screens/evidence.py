"""What the pages on what works show, as plain frozen data."""

from dataclasses import dataclass
from typing import ClassVar

from reports.document import Table
from wizard.screens.parts import Link, SourceNote


@dataclass(frozen=True)
class Seen:
    """One outcome of a measure: what was seen, how sure, and what to mind."""

    id: str
    outcome: str
    direction: str
    certainty: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class MeasureRow:
    """One measure with all its outcomes."""

    id: str
    link: Link
    seen: tuple[Seen, ...]


@dataclass(frozen=True)
class MeasureGroup:
    """Measures that belong together."""

    id: str
    title: str
    measures: tuple[MeasureRow, ...]


@dataclass(frozen=True)
class Word:
    """A word of the tables, with its fixed meaning."""

    word: str
    meaning: str


@dataclass(frozen=True)
class Words:
    """The words for how sure it is, and those for what was seen."""

    certainty: tuple[Word, ...]
    direction: tuple[Word, ...]


@dataclass(frozen=True)
class WorksScreen:
    """What works: all measures, in a fixed order that is no ranking."""

    template: ClassVar[str] = "screens/wat_werkt.html"
    title: str
    words: Words
    groups: tuple[MeasureGroup, ...]


@dataclass(frozen=True)
class Aspect:
    """One thing that a card tells; more lines make a list."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class StudyCard:
    """One outcome of one study, or that nothing was found."""

    id: str
    title: str
    aspects: tuple[Aspect, ...]
    quote: str = ""
    quote_in: str = ""
    source: SourceNote | None = None


@dataclass(frozen=True)
class StudiedOutcome:
    """One outcome of a measure with its studies."""

    seen: Seen
    cards: tuple[StudyCard, ...]


@dataclass(frozen=True)
class MeasureScreen:
    """One measure: what was seen per outcome, and a card per study."""

    template: ClassVar[str] = "screens/wat_werkt_maatregel.html"
    title: str
    table: Table
    words: Words
    outcomes: tuple[StudiedOutcome, ...]
    back: Link
