"""What the pages to come back, to share and to delete show, as plain frozen data."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Bar, Link


@dataclass(frozen=True)
class SharingScreen:
    """How to come back, who may read along, and how to delete."""

    template: ClassVar[str] = "screens/delen.html"
    title: str
    code: str
    kept: str
    edit_link: str
    read_link: str
    has_read_link: bool
    previous_link: str
    bar: Bar | None


@dataclass(frozen=True)
class DeletionScreen:
    """The last question before a dossier is gone."""

    template: ClassVar[str] = "screens/wissen.html"
    title: str
    lines: tuple[str, ...]
    keep: Link
    bar: Bar | None


@dataclass(frozen=True)
class DeletedScreen:
    """It is gone."""

    template: ClassVar[str] = "screens/gewist.html"
    title: str


@dataclass(frozen=True)
class ClosingScreen:
    """Ask whether somebody else’s dossier can be laid aside."""

    template: ClassVar[str] = "screens/sluiten.html"
    title: str
    keep: Link | None
