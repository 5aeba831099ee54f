"""What the pages to come back, to share and to delete show, as plain frozen data."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Bar, Link
from wizard.screens.result import BriefScreen


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
    earlier: tuple[str, ...]
    bar: Bar | None


@dataclass(frozen=True)
class SureScreen:
    """One question before a dossier is opened, laid aside or deleted."""

    template: ClassVar[str] = "screens/zeker.html"
    title: str
    lines: tuple[str, ...]
    yes: str
    no: Link | None
    bar: Bar | None = None


@dataclass(frozen=True)
class ReadingScreen:
    """What a read link shows at once, to who has no dossier open."""

    template: ClassVar[str] = "screens/meelezen.html"
    title: str
    about: str
    parts: tuple[tuple[str, BriefScreen], ...]
    whole: str


@dataclass(frozen=True)
class DeletedScreen:
    """It is gone; what was open before can be opened again."""

    template: ClassVar[str] = "screens/gewist.html"
    title: str
    earlier: tuple[str, ...]


@dataclass(frozen=True)
class OtherDossierScreen:
    """A form of one dossier was sent while another lies open: choose.

    `fields` is what was typed; `here` is the code under which it can be kept now, `back`
    the code of the dossier of the form, where this browser can still open it.
    """

    template: ClassVar[str] = "screens/ander_dossier.html"
    title: str
    lines: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    here: str | None
    here_text: str
    back: str | None
    back_text: str


@dataclass(frozen=True)
class UnjudgedScreen:
    """A dossier that today’s rules cannot judge; `ways` are endpoints with their words."""

    template: ClassVar[str] = "screens/niet_te_beoordelen.html"
    title: str
    lines: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]
    bar: Bar | None
