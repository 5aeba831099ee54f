"""What the page of a checklist shows, as plain frozen data."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Link, Sentence, SourceNote


@dataclass(frozen=True)
class CheckRow:
    """One question of the sheet, with the number by which a jurist finds its ground."""

    ref: str
    sentence: Sentence


@dataclass(frozen=True)
class CheckPart:
    """Questions under one heading."""

    title: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True)
class ChecklistScreen:
    """A sheet to read, to print and to talk about; nothing can be filled in."""

    template: ClassVar[str] = "screens/controleblad.html"
    title: str
    decision: str
    intro: tuple[str, ...]
    parts: tuple[CheckPart, ...]
    pdf: Link
    back: Link
    sources: tuple[SourceNote, ...]
