"""What the page shows that checks a text that somebody brings."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Fault, Link


@dataclass(frozen=True)
class CheckedLine:
    """One line with its verdict; `kind` chooses the colour, `verdict` tells it."""

    kind: str
    verdict: str
    heading: str
    text: str
    told: tuple[str, ...]


@dataclass(frozen=True)
class Brought:
    """What can be said of the whole text, and of each line."""

    kind: str
    verdict: str
    told: str
    counted: str
    read_as: str
    limits: str
    lines: tuple[CheckedLine, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class CheckTextScreen:
    """Paste a text, and read what can be said of it."""

    template: ClassVar[str] = "screens/controleer_tekst.html"
    title: str
    faults: tuple[Fault, ...]
    text: str
    longest: int
    kind: str
    kinds: tuple[tuple[str, str], ...]
    brought: Brought | None
    memo: Link
