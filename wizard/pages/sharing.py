"""Coming back, letting others read, and deleting: each a deliberate act."""

import json

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from reports.dutch import say_date
from wizard import session
from wizard.clock import local_day
from wizard.keeping.dossier import DossierNotFoundError, ReadOnlyError, StoredDossier
from wizard.keeping.dossier_file import dossier_as_file
from wizard.keeping.keys import Access
from wizard.pages.walk import SEE_OTHER, show
from wizard.screens.parts import Link
from wizard.screens.sharing import (
    ClosingScreen,
    DeletedScreen,
    DeletionScreen,
    SharingScreen,
)
from wizard.showing.standing import bar
from wizard.work import Work, desk, work_on

sharing = Blueprint("sharing", __name__)
Page = str | Response


@sharing.get("/d/<key>")
def open_to_edit(key: str) -> Response:
    """Exchange an edit key for a cookie, so that no address shows it any longer."""
    dossier = desk().dossiers.open_by_edit_key(key)
    session.remember(key, Access.EDIT)
    return _inside(dossier)


@sharing.get("/l/<key>")
def open_to_read(key: str) -> Response:
    """Exchange a read key for a cookie."""
    dossier = desk().dossiers.open_by_read_key(key)
    session.remember(key, Access.READ)
    return _inside(dossier)


@sharing.get("/delen")
def share() -> str:
    """Show the links to come back and to let others read."""
    work = _own()
    assert work.dossier is not None
    shared = work.dossier.can_be_read_by_link
    until = say_date(local_day(work.dossier.expires))
    return show(
        SharingScreen(
            title="Bewaren en delen",
            code=work.dossier.code,
            kept=f"Uw dossier blijft bewaard tot en met {until}. "
            "Na elke wijziging begint die termijn opnieuw.",
            edit_link=_link("open_to_edit", session.own_key()),
            read_link=_link("open_to_read", session.handed_out() if shared else None),
            has_read_link=shared,
            previous_link=_link("open_to_edit", session.previous_key()),
            bar=bar(work, "share"),
        )
    )


@sharing.get("/delen/dossier.json")
def take_along() -> Response:
    """Give the dossier as a file; keys and history stay behind."""
    work = _own()
    assert work.dossier is not None
    whole = json.dumps(dossier_as_file(work.dossier), ensure_ascii=False, indent=2)
    response = Response(whole, mimetype="application/json")
    name = f"raadwijzer-dossier-{work.dossier.code}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@sharing.post("/delen/leeslink")
def new_read_link() -> Response:
    """Make a link to read with; the former one stops working."""
    work = _own()
    assert work.dossier is not None
    session.hand_out(desk().dossiers.new_read_key(work.dossier))
    return redirect(url_for("sharing.share"), SEE_OTHER)


@sharing.post("/delen/intrekken")
def withdraw() -> Response:
    """Let nobody read along any more."""
    work = _own()
    assert work.dossier is not None
    desk().dossiers.revoke_read_key(work.dossier)
    session.hand_out(None)
    return redirect(url_for("sharing.share"), SEE_OTHER)


@sharing.get("/sluiten")
def closing() -> str:
    """Ask whether the dossier that is read can be laid aside."""
    dossier = desk().open_dossier()
    keep = None if dossier is None else Link("Nee, lees verder", _overview(dossier))
    return show(ClosingScreen("Dit dossier sluiten", keep))


@sharing.post("/sluiten")
def close() -> Response:
    """Lay somebody else’s dossier aside."""
    session.close_reading()
    return redirect(url_for("pages.start"), SEE_OTHER)


@sharing.get("/wissen")
def deletion() -> str:
    """Ask once more before a dossier is gone."""
    work = _own()
    return show(
        DeletionScreen(
            "Wilt u dit dossier wissen?",
            (
                "Al uw antwoorden verdwijnen meteen en voorgoed.",
                "Ook de links om verder te werken en om te lezen werken dan niet meer.",
            ),
            Link("Nee, bewaar het dossier", url_for("sharing.share")),
            bar(work, "deletion"),
        )
    )


@sharing.post("/wissen")
def delete() -> Response:
    """Remove the dossier and forget its key."""
    work = _own()
    assert work.dossier is not None
    desk().dossiers.delete(work.dossier)
    session.forget_own()
    return redirect(url_for("sharing.deleted"), SEE_OTHER)


@sharing.get("/gewist")
def deleted() -> str:
    """Tell that it is gone."""
    return show(DeletedScreen("Uw dossier is gewist"))


def _own() -> Work:
    """Lay out the visitor’s own dossier, or say that there is none."""
    dossier = desk().open_dossier()
    if dossier is None:
        raise DossierNotFoundError
    if dossier.access is not Access.EDIT:
        raise ReadOnlyError
    return work_on(dossier.decisions[0])


def _link(endpoint: str, key: str | None) -> str:
    """Write out a link with its key, to show to its owner only."""
    return url_for(f"sharing.{endpoint}", key=key, _external=True) if key else ""


def _inside(dossier: StoredDossier) -> Response:
    return redirect(_overview(dossier), SEE_OTHER)


def _overview(dossier: StoredDossier) -> str:
    return url_for("pages.overview", name=dossier.decisions[0])
