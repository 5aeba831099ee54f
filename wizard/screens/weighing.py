"""What the pages of the weighing show: costs, measures side by side, privacy."""

from dataclasses import dataclass
from typing import ClassVar

from reports.document import Block, Figure, Note, Table
from wizard.screens.parts import (
    AskedOf,
    Bar,
    Fault,
    Label,
    Link,
    Sentence,
)


@dataclass(frozen=True)
class Entry:
    """One field to type in, with what was typed and what is wrong with it."""

    id: str
    name: str
    label: str
    hint: str
    value: str
    error: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Option:
    """One choice out of a few; `about` explains it under its label."""

    id: str
    value: str
    label: str
    about: tuple[Sentence, ...] = ()
    checked: bool = False


@dataclass(frozen=True)
class ItemForm:
    """One cost item: an own amount, for one piece or for all, or an example.

    `beside` are amounts of elsewhere that count something else, and cannot be picked.
    """

    id: str
    title: str
    help: str
    rhythm: str
    amount: Entry
    kinds: tuple[Option, ...]
    year: Entry
    examples: tuple[Option, ...]
    beside: tuple[Sentence, ...]
    example_error: str


@dataclass(frozen=True)
class MeasureScreen:
    """The amounts of one measure, to fill in."""

    template: ClassVar[str] = "screens/maatregel.html"
    title: str
    heading: str
    decision: str
    purpose: Sentence
    quantities: tuple[Entry, ...]
    items: tuple[ItemForm, ...]
    faults: tuple[Fault, ...]
    clash: str
    version: int
    back: Link
    bar: Bar | None


@dataclass(frozen=True)
class MeasureCard:
    """One measure on the page of costs: its items, or that nothing is known yet."""

    id: str
    title: str
    state: str
    items: Table | None
    lines: tuple[str, ...]
    link: Link | None


@dataclass(frozen=True)
class ChoicesForm:
    """With what the user reckons: the term, the municipality, the year of the prices."""

    term: Entry
    municipality: Entry
    names: tuple[str, ...]
    prices: Entry
    index: Sentence | None
    years: tuple[Option, ...]


@dataclass(frozen=True)
class Drawing:
    """A picture with its table; `id` tells it apart on the page."""

    id: str
    figure: Figure


@dataclass(frozen=True)
class CostsScreen:
    """What it costs: once, per year and over the term, and what is still missing."""

    template: ClassVar[str] = "screens/kosten.html"
    title: str
    heading: str
    told: tuple[Block, ...]
    told_notes: tuple[Note, ...]
    form: ChoicesForm
    faults: tuple[Fault, ...]
    clash: str
    may_change: bool
    is_begun: bool
    totals: Table
    notes: tuple[Sentence, ...]
    order: str
    measures: tuple[MeasureCard, ...]
    drawings: tuple[Drawing, ...]
    weighs: tuple[tuple[str, tuple[str, ...]], ...]
    asks: tuple[AskedOf, ...]
    asks_text: str
    version: int
    bar: Bar | None


@dataclass(frozen=True)
class Said:
    """One point, with what to know about it in small type."""

    sentence: Sentence
    about: str = ""


@dataclass(frozen=True)
class Compared:
    """What one measure is by one yardstick, in one point or a few."""

    title: str
    lines: tuple[Said, ...]


@dataclass(frozen=True)
class Yardstick:
    """One thing to compare by, with every measure in the same order."""

    title: str
    unit: str
    cells: tuple[Compared, ...]


@dataclass(frozen=True)
class Told:
    """Sentences under a heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ComparisonScreen:
    """Measures side by side by the same yardsticks: no total score and no winner."""

    template: ClassVar[str] = "screens/vergelijken.html"
    title: str
    heading: str
    decision: str
    order: str
    choices: tuple[Option, ...]
    faults: tuple[Fault, ...]
    measures: tuple[str, ...]
    yardsticks: tuple[Yardstick, ...]
    same_money: tuple[str, ...]
    turns: tuple[str, ...]
    weighs: tuple[Told, ...]
    fill_in: Link
    drawings: tuple[Drawing, ...]
    notes: tuple[Sentence, ...]
    beside: Link
    bar: Bar | None


@dataclass(frozen=True)
class BesideScreen:
    """Two dossiers side by side, or the form to bring in a second."""

    template: ClassVar[str] = "screens/naast.html"
    title: str
    heading: str
    decision: str
    link: Entry
    faults: tuple[Fault, ...]
    names: tuple[str, ...]
    outcomes: tuple[Yardstick, ...]
    differences: tuple[Yardstick, ...]
    amounts: tuple[Yardstick, ...]
    same: str
    back: Link
    bar: Bar | None


@dataclass(frozen=True)
class GuardRow:
    """One safeguard, whether it is in place, and where to answer for it."""

    title: Sentence
    status: Label
    link: Link | None


@dataclass(frozen=True)
class IntrusionCard:
    """One way in which people are touched, and what answers it."""

    id: str
    title: str
    text: Sentence
    status: Label
    guards: tuple[GuardRow, ...]
    note: str


@dataclass(frozen=True)
class AspectGroup:
    """The intrusions of one aspect: who, what, where, how long."""

    id: str
    title: str
    state: str
    is_open: bool
    cards: tuple[IntrusionCard, ...]


@dataclass(frozen=True)
class Factor:
    """What makes an intrusion greater or smaller; `side` is where the answers put it."""

    title: str
    greater: str
    smaller: str
    side: str


@dataclass(frozen=True)
class RegimeCard:
    """One body of law: when it applies, what it means, and what was not read."""

    law: str
    situation: str
    text: Sentence
    body: str
    unverified: str


@dataclass(frozen=True)
class RegimeGroup:
    """Bodies of law that apply, that may apply, or that do not apply here."""

    id: str
    title: str
    state: str
    is_open: bool
    cards: tuple[RegimeCard, ...]


@dataclass(frozen=True)
class DutyRow:
    """From which day a rule binds."""

    day: str
    text: Sentence
    state: str


@dataclass(frozen=True)
class LighterCard:
    """What could be lighter, why the goal is still served, and whom to ask."""

    title: str
    text: Sentence
    keeps: str
    threshold: str
    ask: str
    whom: str


@dataclass(frozen=True)
class JudgementCard:
    """The user’s own judgement, with what helps to form it."""

    id: str
    question: str
    said: str
    link: Link | None
    points: tuple[Sentence, ...]
    rulings: tuple[Sentence, ...]


@dataclass(frozen=True)
class PrivacyBalanceScreen:
    """What people give up in privacy, what answers it, and what could be lighter."""

    template: ClassVar[str] = "screens/privacybalans.html"
    title: str
    summary: str
    told: tuple[Block, ...]
    notes: tuple[Note, ...]
    drawings: tuple[Drawing, ...]
    groups: tuple[AspectGroup, ...]
    factors: tuple[Factor, ...]
    lighter: tuple[LighterCard, ...]
    perhaps: tuple[LighterCard, ...]
    perhaps_state: str
    regimes: tuple[RegimeGroup, ...]
    duties: tuple[DutyRow, ...]
    judgements: tuple[JudgementCard, ...]
    gaps: tuple[str, ...]
    bar: Bar | None
