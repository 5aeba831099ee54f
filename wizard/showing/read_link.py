"""What who has a read link sees first: the result in short, decision by decision."""

from dataclasses import dataclass
from typing import ClassVar

from flask import request

from wizard.counter import Counter, judged_works
from wizard.keeping.dossier import StoredDossier
from wizard.showing.in_short import BriefScreen, brief_screen
from wizard.showing.navigation import called, name_of


@dataclass(frozen=True)
class ReadingScreen:
    """What a read link shows at once, to who has no dossier open."""

    template: ClassVar[str] = "screens/meelezen.html"
    title: str
    about: str
    parts: tuple[tuple[str, BriefScreen], ...]
    whole: str


NOT_JUDGED = " Raadwijzer kan het niet beoordelen, want de peildatum is te vroeg."


def reading_screen(counter: Counter, dossier: StoredDossier) -> ReadingScreen:
    """Show what follows from somebody else’s answers."""
    works = judged_works(counter, dossier)
    return ReadingScreen(
        title="U leest mee",
        about=f"Dit is {called(counter, dossier)}.{'' if works else NOT_JUDGED}",
        parts=tuple((name_of(work), brief_screen(work)) for work in works),
        whole=f"{request.path}/dossier",
    )
