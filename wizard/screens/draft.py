"""What the pages of motie, amendement and written questions show."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Bar, Fault, Link, Sentence


@dataclass(frozen=True)
class Pick:
    """One thing to tick; a request also has a term."""

    id: str
    name: str
    value: str
    label: Sentence
    checked: bool = False
    date: "Typed | None" = None


@dataclass(frozen=True)
class Typed:
    """One field to type in; with `take` it is an own text, ticked to stand in the paper."""

    id: str
    label: str
    hint: str
    value: str
    error: str = ""
    long: bool = False
    take: bool = False
    taken: bool = False


@dataclass(frozen=True)
class Choice:
    """One choice out of a few; none of them made beforehand."""

    id: str
    legend: str
    hint: str
    options: tuple[tuple[str, str], ...]
    value: str
    error: str = ""


@dataclass(frozen=True)
class Picks:
    """A list to tick from, under its heading."""

    id: str
    title: str
    hint: str
    picks: tuple[Pick, ...]
    empty: str = ""
    error: str = ""


@dataclass(frozen=True)
class PaperCard:
    """One kind of paper that can be composed."""

    title: str
    about: str
    href: str


@dataclass(frozen=True)
class PapersScreen:
    """Which papers there are, and what comes first."""

    template: ClassVar[str] = "screens/stukken.html"
    title: str
    decision: str
    lead: str
    weighing: Link
    weighed: str
    papers: tuple[PaperCard, ...]
    bar: Bar | None


@dataclass(frozen=True)
class WeighingScreen:
    """Both sides, to take considerations from; nothing is ticked beforehand."""

    template: ClassVar[str] = "screens/overwegingen.html"
    title: str
    decision: str
    sides: tuple[Picks, ...]
    none: bool
    faults: tuple[Fault, ...]
    version: int
    back: Link
    bar: Bar | None


@dataclass(frozen=True)
class ComposeScreen:
    """The form of one paper."""

    template: ClassVar[str] = "screens/opstellen.html"
    title: str
    decision: str
    lead: str
    fields: tuple[Typed, ...]
    lists: tuple[Picks, ...]
    choices: tuple[Choice, ...]
    money: tuple[Typed, ...]
    cover: Choice | None
    texts: tuple[Typed, ...]
    own_to: str
    own_date: Typed | None
    faults: tuple[Fault, ...]
    version: int
    back: Link
    bar: Bar | None


@dataclass(frozen=True)
class Noticed:
    """What the check found in one place, and what to write instead."""

    severity: str
    title: str
    place: str
    message: str
    suggestion: str


@dataclass(frozen=True)
class Condition:
    """One condition for publication, with a word for how it stands."""

    text: str
    state: str


@dataclass(frozen=True)
class Group:
    """A heading with its lines, as they will stand in the paper; points are numbered."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool


@dataclass(frozen=True)
class CheckScreen:
    """The paper as text, what the check found, and the files."""

    template: ClassVar[str] = "screens/controle.html"
    title: str
    decision: str
    state: str
    ready: bool
    missing: tuple[str, ...]
    text: str
    edited: bool
    taken: bool
    preview: tuple[Group, ...]
    noticed: tuple[Noticed, ...]
    forms: tuple[tuple[str, str], ...]
    fields: str
    record: Link
    conditions: tuple[Condition, ...]
    faults: tuple[Fault, ...]
    compose: Link
    back: Link
    bar: Bar | None
