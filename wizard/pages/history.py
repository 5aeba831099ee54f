"""What changed in the dossier, and the button that takes the last change back."""

from contextlib import suppress

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from wizard.counter import counter
from wizard.keeping.dossier import ConflictError, StoredDossier
from wizard.pages.page_access import SEE_OTHER, changing, own, sent_version
from wizard.screen_parts import Shown
from wizard.showing.dossier_changes import history_screen

history = Blueprint("history", __name__)


@history.get("/wijzigingen")
@own
def changes(dossier: StoredDossier) -> Shown:
    """Show what changed, the newest first; who reads along sees only what stands now."""
    return history_screen(counter(), dossier)


@history.post("/wijzigingen/ongedaan")
@changing
def undo(dossier: StoredDossier) -> Response:
    """Take the last change back; who clicks on an old page only sees what is new."""
    version = sent_version()
    if version == dossier.version:
        with suppress(ConflictError):
            counter().dossiers.undo(dossier, expected_version=version)
    return redirect(url_for("history.changes"), SEE_OTHER)
