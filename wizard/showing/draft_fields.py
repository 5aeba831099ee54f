"""The fields of a paper under way: to type in, to tick, to choose from, behind a fold."""

from dataclasses import dataclass

from wizard.screen_parts import Link, Part, TextField
from wizard.showing.paper_check import LineJudgement


@dataclass(frozen=True)
class ChoiceField:
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
    origin: tuple[TextField, ...] = ()


@dataclass(frozen=True)
class Ticking:
    """What is ticked together in a paper, by heading: what is at hand, and what is folded."""

    id: str
    title: str
    hint: str
    shown: tuple[Part[Pick], ...]
    more: str
    count: str
    folded: tuple[Part[Pick], ...]
    own: TextField | None = None
    error: str = ""


@dataclass(frozen=True)
class EntryField:
    """One request or question that can be edited, to whom, and what we know of it."""

    number: int
    field: TextField
    to_name: str
    to: str
    to_error: str
    removable: bool
    why: str = ""
    laws: tuple[Link, ...] = ()
    judged: LineJudgement | None = None


# What lies ready for one body, each with the mark by which it is taken.
Offered = tuple[str, tuple[tuple[str, str], ...]]


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
    fields: tuple[TextField, ...]
    choices: tuple[ChoiceField, ...] = ()
