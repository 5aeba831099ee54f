"""What the page shows on which a memo over several decisions is chosen."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Bar, Link


@dataclass(frozen=True)
class Tick:
    """Something to choose; `id` is sent, and `chosen` is how it stands now."""

    id: str
    text: str
    about: str
    chosen: bool


@dataclass(frozen=True)
class MemoScreen:
    """Choose which decisions the memo covers, how much it tells, and its form."""

    template: ClassVar[str] = "screens/memo_kiezen.html"
    title: str
    decisions: tuple[Tick, ...]
    editions: tuple[Tick, ...]
    forms: tuple[Tick, ...]
    fault: str
    back: Link
    bar: Bar | None
