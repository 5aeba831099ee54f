"""What changed in the dossier, and the button that takes the last change back."""

from contextlib import suppress

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from wizard.keeping.dossier import (
    ConflictError,
    DossierNotFoundError,
    ReadOnlyError,
    StoredDossier,
)
from wizard.keeping.keys import Access
from wizard.pages.walk import SEE_OTHER, show
from wizard.showing.changes import history_screen
from wizard.work import desk

history = Blueprint("history", __name__)


@history.get("/wijzigingen")
def changes() -> str:
    """Show what changed, the newest first."""
    return show(history_screen(desk(), _opened()))


@history.post("/wijzigingen/ongedaan")
def undo() -> Response:
    """Take the last change back; who clicks on an old page only sees what is new."""
    dossier = _opened()
    if dossier.access is not Access.EDIT:
        raise ReadOnlyError
    version = request.form.get("versie", type=int) or 0
    if version == dossier.version:
        with suppress(ConflictError):
            desk().dossiers.undo(dossier, expected_version=version)
    return redirect(url_for("history.changes"), SEE_OTHER)


def _opened() -> StoredDossier:
    dossier = desk().open_dossier()
    if dossier is None:
        raise DossierNotFoundError
    return dossier
