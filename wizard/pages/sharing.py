"""Coming back, letting others read, and deleting: each a deliberate act.

Nothing here judges: a dossier that today’s law cannot read can still be taken along,
shared and deleted.
"""

import json

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from wizard import session
from wizard.clock import local_day
from wizard.counter import counter, forget_what_was_judged, judged_names
from wizard.guarding.security import leave_no_cookie
from wizard.keeping.dossier import DossierNotFoundError, StoredDossier
from wizard.keeping.dossier_file import dossier_as_file
from wizard.keeping.keys import Access
from wizard.keeping.reading_along import NOT_SHARED, SHARED
from wizard.pages.downloads import as_file
from wizard.pages.page_access import SEE_OTHER, anyone, changing, own
from wizard.screen_parts import Link, Shown
from wizard.showing.in_short import reading_screen
from wizard.showing.navigation import called, dossier_bar, read_link

sharing = Blueprint("sharing", __name__)

EDITS = "Wie verdergaat, kan de antwoorden wijzigen en het dossier wissen."
CLOSES = (
    "U leest een dossier van iemand anders. Sluit u het, dan verandert er niets aan.",
    "Met de leeslink kunt u het weer openen.",
)
READS = "U kunt lezen wat er nu in staat, en niets wijzigen."


@sharing.get("/d/<key>")
@anyone
def meet(key: str) -> Shown:
    """Show which dossier a link opens; a mail scanner that looks gets no key."""
    dossier = counter().dossiers.open_by_edit_key(key)
    return _opening("Verder met dit dossier?", dossier, EDITS)


@sharing.post("/d/<key>")
@anyone
def open_to_edit(key: str) -> Response:
    """Exchange an edit key for a cookie, so that no address shows it any longer."""
    dossier = counter().dossiers.open_by_edit_key(key)
    session.remember(dossier.code, key, Access.EDIT)
    return _inside(dossier)


@sharing.get("/l/<key>")
@anyone
def read(key: str) -> Shown:
    """Show the outcome to who has the read link: no cookie, and no key in the page."""
    leave_no_cookie()
    dossier = counter().dossiers.open_by_read_key(key)
    return reading_screen(counter(), dossier)


@sharing.get("/l/<key>/dossier")
@anyone
def meet_to_read(key: str) -> Shown:
    """Show which dossier can be read as a whole."""
    dossier = counter().dossiers.open_by_read_key(key)
    return _opening("Dit hele dossier lezen?", dossier, READS)


@sharing.post("/l/<key>/dossier")
@anyone
def open_to_read(key: str) -> Response:
    """Exchange a read key for a cookie."""
    dossier = counter().dossiers.open_by_read_key(key)
    session.remember(dossier.code, key, Access.READ)
    return _inside(dossier)


@sharing.post("/delen/terug")
@anyone
def go_back() -> Response:
    """Lay a dossier that was open here before on top again."""
    if not session.go_back_to(request.form.get("code", "")):
        raise DossierNotFoundError
    return redirect(url_for("sharing.share"), SEE_OTHER)


@sharing.get("/delen")
@own
def share(dossier: StoredDossier) -> Shown:
    """Show the links to come back and to let others read."""
    mine = session.own()
    return Shown(
        "screens/delen.html",
        title="Bewaren en delen",
        code=dossier.code,
        until=local_day(dossier.expires),
        edit_link=url_for("sharing.meet", key=mine.key, _external=True) if mine else "",
        read_link=read_link(dossier),
        has_read_link=dossier.can_be_read_by_link,
        readers_see=tuple(part.told for part in SHARED),
        readers_miss=NOT_SHARED,
        earlier=session.earlier(),
        bar=dossier_bar(dossier, "share"),
    )


@sharing.get("/delen/dossier.json")
@own
def take_along(dossier: StoredDossier) -> Response:
    """Give the dossier as a file; keys and history stay behind."""
    whole = json.dumps(dossier_as_file(dossier), ensure_ascii=False, indent=2)
    return as_file(whole, f"raadwijzer-dossier-{dossier.code}.json")


@sharing.post("/delen/leeslink")
@changing
def new_read_link(dossier: StoredDossier) -> Response:
    """Make a link to read with; the former one stops working."""
    session.hand_out(counter().dossiers.renew_key(dossier, Access.READ))
    return redirect(url_for("sharing.share"), SEE_OTHER)


@sharing.post("/delen/intrekken")
@changing
def withdraw(dossier: StoredDossier) -> Response:
    """Let nobody read along any more."""
    counter().dossiers.revoke_read_key(dossier)
    session.hand_out(None)
    return redirect(url_for("sharing.share"), SEE_OTHER)


@sharing.post("/delen/bewerklink")
@changing
def new_edit_link(dossier: StoredDossier) -> Response:
    """Make a new link to work with; who had the former one is out at once."""
    key = counter().dossiers.renew_key(dossier, Access.EDIT)
    session.remember(dossier.code, key, Access.EDIT)
    return redirect(url_for("sharing.share"), SEE_OTHER)


@sharing.post("/delen/eerdere-versies")
@changing
def forget_earlier_versions(dossier: StoredDossier) -> Response:
    """Remove what answers and texts said before; what they say now stays."""
    counter().dossiers.forget_history(dossier)
    return redirect(url_for("sharing.share"), SEE_OTHER)


@sharing.get("/sluiten")
@anyone
def closing() -> Shown:
    """Ask whether the dossier that is read can be laid aside."""
    dossier = counter().open_dossier()
    keep = None if dossier is None else Link("Nee, lees verder", _overview(dossier))
    return Shown(
        "screens/zeker.html",
        title="Dit dossier sluiten",
        lines=CLOSES,
        yes="Sluit dit dossier",
        no=keep,
        bar=None,
    )


@sharing.post("/sluiten")
@anyone
def close() -> Response:
    """Lay somebody else’s dossier aside."""
    session.close_reading()
    return redirect(url_for("pages.start"), SEE_OTHER)


@sharing.get("/wissen")
@own
def deletion(dossier: StoredDossier) -> Shown:
    """Ask once more before a dossier is gone."""
    return Shown(
        "screens/zeker.html",
        title="Wilt u dit dossier wissen?",
        lines=(
            f"Het gaat om {called(counter(), dossier)}.",
            "Al uw antwoorden verdwijnen meteen en voorgoed.",
            "Ook de links om verder te werken en om te lezen werken dan niet meer.",
        ),
        yes="Wis dit dossier",
        no=Link("Nee, bewaar het dossier", url_for("sharing.share")),
        bar=dossier_bar(dossier, "deletion"),
    )


@sharing.post("/wissen")
@changing
def delete(dossier: StoredDossier) -> Response:
    """Remove the dossier and forget its key."""
    counter().dossiers.delete(dossier)
    forget_what_was_judged()
    session.forget_own()
    return redirect(url_for("sharing.deleted"), SEE_OTHER)


@sharing.get("/gewist")
@anyone
def deleted() -> Shown:
    """Tell that it is gone."""
    title = "Uw dossier is gewist"
    return Shown("screens/gewist.html", title=title, earlier=session.earlier())


def _opening(title: str, dossier: StoredDossier, may: str) -> Shown:
    """Ask before a dossier comes to lie on top, and say what lies open now."""
    mine = session.own()
    instead = (
        f"Nu hebt u dossier {mine.code} open. Dat blijft bewaard. "
        "U vindt het terug bij ‘Bewaren’."
        if mine and mine.code != dossier.code
        else ""
    )
    about = f"Deze link hoort bij {called(counter(), dossier)}."
    lines = tuple(filter(None, (about, may, instead)))
    home = Link("Nee, naar de startpagina", url_for("pages.start"))
    return Shown(
        "screens/zeker.html",
        title=title,
        lines=lines,
        yes="Open dit dossier",
        no=home,
        bar=None,
    )


def _inside(dossier: StoredDossier) -> Response:
    return redirect(_overview(dossier), SEE_OTHER)


def _overview(dossier: StoredDossier) -> str:
    """Give the page of its answers, of the first decision that can be judged."""
    name = (*judged_names(counter(), dossier), *dossier.decisions)[0]
    return url_for("pages.overview", name=name)
