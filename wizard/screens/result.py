"""What the pages of the result show, as plain frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from reports.document import Block, Note, Section
from wizard.screens.parts import (
    AskedOf,
    Bar,
    Bundle,
    Cause,
    Label,
    Link,
    Mark,
    Notice,
    Sentence,
    Tally,
)


@dataclass(frozen=True)
class ToDo:
    """What a body can do about a demand, or what to ask it."""

    body: str
    text: str


@dataclass(frozen=True)
class DemandRow:
    """One demand: how it stands, whose it is, and what to do or to ask.

    `said` is what the answers say of it; `plan` whether the plan has it already; `told`
    are readings and exceptions; `change` leads to the answers that it looks at.
    """

    title: str
    said: str
    why: str
    status: Label
    ground: str
    notes: tuple[Mark, ...]
    todo: tuple[ToDo, ...]
    told: tuple[Sentence, ...]
    plan: str
    change: Link | None


@dataclass(frozen=True)
class DemandGroup:
    """Demands that stand alike, or belong to one chapter; `state` counts them in words."""

    title: str
    state: str
    rows: tuple[DemandRow, ...]


@dataclass(frozen=True)
class Standings:
    """All demands: what decides by how it stands, what is met, weighs, or comes later.

    `urgent` lie open: not met, then open. `left_out` tells what is not counted.
    """

    urgent: tuple[DemandGroup, ...]
    met: tuple[DemandGroup, ...]
    weighing: tuple[DemandGroup, ...]
    later: tuple[DemandRow, ...]
    later_weighing: tuple[DemandRow, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Improvement:
    """What one body can do so that more is met."""

    body: str
    repairs: tuple[str, ...]


@dataclass(frozen=True)
class ResultReason:
    """One reason, with the word for how its demand stands."""

    word: str
    sentence: Sentence


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
    """One paper that can be taken along; `forms` are its other forms."""

    text: str
    about: str
    href: str
    forms: tuple[Link, ...] = ()


@dataclass(frozen=True)
class BriefScreen:
    """In het kort: the same parts as the memo of one page, with what to do with them.

    `ways` gives by the name of a line the page that says more.
    """

    template: ClassVar[str] = "screens/kort.html"
    title: str
    notices: tuple[Notice, ...]
    squares: tuple[str, ...]
    outcome: tuple[Block, ...]
    reading: str
    certain: str
    decides: tuple[Block, ...]
    tonight: Section | None
    tonight_text: str
    sides: Section | None
    beside: tuple[Block, ...]
    ways: Mapping[str, str]
    memo: Link
    papers: tuple[Link, ...]
    as_text: Link
    surer: Link | None
    answers: Link
    calendar: Link | None
    warnings: tuple[str, ...]
    old_title: str
    old: tuple[str, ...]
    bar: Bar | None


@dataclass(frozen=True)
class DemandsScreen:
    """Toets: the demands, what is open first; why, how sure, and what can be better.

    Of the demands that stand alike at most `most` lie open.
    """

    template: ClassVar[str] = "screens/toets.html"
    title: str
    outcome: str
    tally: Tally | None
    standings: Standings
    most: int
    reasons: tuple[ResultReason, ...]
    improve: tuple[Improvement, ...]
    certainty: tuple[tuple[str, str], ...]
    possible: tuple[str, ...]
    robust: Firmness
    asks: tuple[AskedOf, ...]
    asks_intro: str
    asks_text: str
    skipped: tuple[Skipped, ...]
    bar: Bar | None


@dataclass(frozen=True)
class SidesScreen:
    """Voor en tegen: both cases, what research saw, what one hears, and who decides."""

    template: ClassVar[str] = "screens/voor_en_tegen.html"
    title: str
    about: str
    case: tuple[Side, ...]
    sides: tuple[Side, ...]
    told: tuple[Block, ...]
    evidence: tuple[Block, ...]
    studied: tuple[Link, ...]
    misreadings: tuple[Misreading, ...]
    facts: tuple[Sentence, ...]
    powers: tuple[Powers, ...]
    notes: tuple[Note, ...]
    compare: Link | None
    bar: Bar | None


@dataclass(frozen=True)
class PapersScreen:
    """Stukken: what can be taken along, shared and kept; wiping comes last."""

    template: ClassVar[str] = "screens/meenemen.html"
    title: str
    cause: Cause | None
    memos: tuple[Download, ...]
    drafts: tuple[Download, ...]
    sheet: Download | None
    bundle: Bundle | None
    share: Link | None
    changes: Link
    compare: Link | None
    wipe: Link | None
    kept: str
    bar: Bar | None
