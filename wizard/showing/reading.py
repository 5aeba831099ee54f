"""What who has a read link sees first: the result in short, decision by decision."""

from flask import request

from wizard.keeping.dossier import StoredDossier
from wizard.screens.sharing import ReadingScreen
from wizard.showing.standing import called, name_of
from wizard.showing.summing_up import brief_screen
from wizard.work import Desk, judged_works

NOT_JUDGED = " Raadwijzer kan het niet beoordelen, want de peildatum is te vroeg."


def reading_screen(desk: Desk, dossier: StoredDossier) -> ReadingScreen:
    """Show what follows from somebody else’s answers."""
    works = judged_works(desk, dossier)
    return ReadingScreen(
        title="U leest mee",
        about=f"Dit is {called(desk, dossier)}.{'' if works else NOT_JUDGED}",
        parts=tuple((name_of(work), brief_screen(work)) for work in works),
        whole=f"{request.path}/dossier",
    )
