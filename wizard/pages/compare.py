"""The pages that lay measures, or two dossiers, side by side."""

import re
from urllib.parse import urlsplit

from flask import Blueprint, redirect, request, url_for

from wizard import session
from wizard.counter import Work, work_of
from wizard.keeping.dossier import DossierNotFoundError, StoredDossier
from wizard.pages.cost import refuse_without_measures
from wizard.pages.page_access import SEE_OTHER, UNPROCESSABLE, Page, begun
from wizard.showing.side_by_side import CHOICE, beside_screen, comparison_screen

compare = Blueprint("compare", __name__)

READ_PATH = re.compile(r"/l/([A-Za-z0-9_-]{16,200})")
EDIT_PATH = re.compile(r"/d/[A-Za-z0-9_-]+")
LONGEST_LINK = 2_000


@compare.get("/<decision:name>/vergelijken")
@begun
def measures(work: Work) -> Page:
    """Show measures side by side; which ones stands in the address."""
    refuse_without_measures(work)
    known = work.decision.costs.measure_by_id
    asked = [one for one in request.args.getlist(CHOICE) if one in known]
    chosen = tuple(asked) if "kies" in request.args or asked else None
    screen = comparison_screen(work, chosen)
    return (screen, UNPROCESSABLE) if screen.faults else screen


@compare.get("/<decision:name>/vergelijken/dossiers")
@begun
def beside(work: Work) -> Page:
    """Show two dossiers side by side, or the form for the second."""
    refuse_without_measures(work)
    try:
        other = session.beside(work.counter.dossiers.open_by_read_key)
    except DossierNotFoundError:
        gone = "De leeslink van het andere dossier werkt niet meer. Vraag een nieuwe."
        return beside_screen(work, None, wrong=gone)
    return beside_screen(work, _other(work, other))


@compare.post("/<decision:name>/vergelijken/dossiers")
@begun
def lay_beside(work: Work) -> Page:
    """Bring in a second dossier by its read link; no address ever shows its key."""
    refuse_without_measures(work)
    sent = request.form.get("leeslink", "").strip()
    key, wrong = _key_in(sent)
    if not wrong:
        wrong = _lay(work, key)
    if wrong:
        if EDIT_PATH.search(sent):
            sent = ""  # the key to somebody’s work is not shown again
        screen = beside_screen(work, None, sent=sent, wrong=wrong)
        return screen, UNPROCESSABLE
    return redirect(url_for("compare.beside", name=work.decision.id), SEE_OTHER)


@compare.post("/<decision:name>/vergelijken/dossiers/weg")
@begun
def put_away(work: Work) -> Page:
    """Lay the second dossier aside."""
    session.put_away_beside()
    return redirect(url_for("compare.beside", name=work.decision.id), SEE_OTHER)


def _key_in(sent: str) -> tuple[str, str]:
    """Find the key in a read link; give it, or what is wrong."""
    if not sent:
        return "", "Plak de leeslink van het andere dossier."
    try:
        path = urlsplit(sent[:LONGEST_LINK]).path
    except ValueError:
        path = ""
    if found := READ_PATH.fullmatch(path):
        return found[1], ""
    if EDIT_PATH.fullmatch(path):
        return "", (
            "Dit is een link om te wijzigen. Vraag de maker om de leeslink. "
            "Die vindt hij bij ‘Bewaren’."
        )
    return "", "Dit is geen leeslink van Raadwijzer. Een leeslink bevat ‘/l/’."


def _lay(work: Work, key: str) -> str:
    """Open the second dossier; say what is wrong with it, or nothing."""
    try:
        found = work.counter.dossiers.open_by_read_key(key)
    except DossierNotFoundError:
        return "Bij deze link hoort geen dossier. Misschien is het gewist of verlopen."
    if _other(work, found) is None:
        if work.dossier is not None and found.code == work.dossier.code:
            return "Dit is hetzelfde dossier. Plak de leeslink van een ander dossier."
        return f"Dat dossier gaat niet over ‘{work.decision.header.title}’."
    session.lay_beside(key)
    return ""


def _other(work: Work, found: StoredDossier | None) -> Work | None:
    """Read the second dossier, if it is another one about the same decision."""
    name = work.decision.id
    if found is None or name not in found.decisions:
        return None
    if work.dossier is None or found.code == work.dossier.code:
        return None
    return work_of(work.counter, work.library.chart(name), found)
