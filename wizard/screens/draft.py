"""The screens of motie, amendement and written questions."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Bar, Fault, Link


@dataclass(frozen=True)
class Typed:
    """One field to type in: a line, or with `long` a few."""

    id: str
    name: str
    label: str
    hint: str
    value: str
    error: str = ""
    long: bool = False


@dataclass(frozen=True)
class Choice:
    """One choice out of a few; none of them made beforehand."""

    id: str
    legend: str
    hint: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True)
class Pick:
    """One thing to tick; of what was counted is asked who did, and when."""

    id: str
    name: str
    value: str
    label: str
    checked: bool
    origin: tuple[Typed, ...] = ()


@dataclass(frozen=True)
class Picks:
    """A list to tick from, under its heading."""

    title: str
    picks: tuple[Pick, ...]


@dataclass(frozen=True)
class Ticking:
    """A part of a paper that is ticked together: what is at hand, and what is folded."""

    id: str
    title: str
    hint: str
    shown: tuple[Picks, ...]
    more: str
    count: str
    folded: tuple[Picks, ...]
    own: Typed | None = None
    error: str = ""


@dataclass(frozen=True)
class Sign:
    """A verdict: its shape, and its word."""

    shape: str
    word: str


@dataclass(frozen=True)
class Judgement:
    """What the check says of one line, and what was found."""

    sign: Sign
    told: tuple[str, ...]


@dataclass(frozen=True)
class EntryField:
    """One request or question that can be edited, to whom, and what we know of it."""

    number: int
    field: Typed
    to_name: str
    to: str
    to_error: str
    removable: bool
    why: str = ""
    laws: tuple[Link, ...] = ()
    judged: Judgement | None = None


@dataclass(frozen=True)
class Offered:
    """What lies ready for one body, each with the mark by which it is taken."""

    body: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Entries:
    """All that is put to a body: what stands there, and what can come with it."""

    id: str
    title: str
    fields: tuple[EntryField, ...]
    blank: EntryField | None
    bodies: tuple[tuple[str, str], ...]
    more: str
    count: str
    offered: tuple[Offered, ...]


@dataclass(frozen=True)
class Fold:
    """Fields that may stay empty, behind a line."""

    id: str
    title: str
    fields: tuple[Typed, ...]
    choices: tuple[Choice, ...]
    open: bool


@dataclass(frozen=True)
class ComposeScreen:
    """One paper, ready and to be edited; it reads as the paper itself."""

    template: ClassVar[str] = "screens/opstellen.html"
    title: str
    decision: str
    lead: str
    opening: str
    first: Entries | None
    ticking: tuple[Ticking, ...]
    last: Entries | None
    change: tuple[Typed, ...]
    folds: tuple[Fold, ...]
    state: str
    faults: tuple[Fault, ...]
    version: int
    back: Link
    bar: Bar | None


@dataclass(frozen=True)
class CheckedLine:
    """A line as it stands in the paper; a verdict where it asks something."""

    text: str
    judged: Judgement | None


@dataclass(frozen=True)
class Group:
    """A heading with its lines; points are numbered."""

    heading: str
    lines: tuple[CheckedLine, ...]
    numbered: bool


@dataclass(frozen=True)
class Condition:
    """One condition for publication, with a word for how it stands."""

    text: str
    state: str


@dataclass(frozen=True)
class CheckScreen:
    """The whole paper with what the check says of each line, and the files.

    `behind` is what explains the paper, below its close.
    """

    template: ClassVar[str] = "screens/controle.html"
    title: str
    decision: str
    state: str
    asks: bool
    ready: bool
    told: tuple[str, ...]
    opening: str
    groups: tuple[Group, ...]
    close: str
    behind: tuple[Group, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...]
    unjudged: str
    ticked: bool
    forms: tuple[tuple[str, str], ...]
    text: str
    fields: str
    record: Link
    conditions: tuple[Condition, ...]
    faults: tuple[Fault, ...]
    compose: Link
    bar: Bar | None
