"""The signpost: from a word to a problem, and from there to what may fit.

Nothing is asked first and nothing is kept: a word is looked up and forgotten, and an
answer that orders the page is not stored.
"""

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from reports.composing.signpost_paper import compose_problem
from rules.content.signpost import Means, Problem
from rules.grammar.answers import Answer, parse
from rules.judging.signpost import Signpost
from wizard import session
from wizard.counter import Work, counter, id_of
from wizard.guarding.limits import spend
from wizard.guarding.security import leave_no_cookie, show_to_search_engines
from wizard.keeping.dossier import UNTOLD, StoredDossier, text_key
from wizard.pages.downloads import READ_HERE, handed_out
from wizard.pages.page_access import (
    MOVED,
    SEE_OTHER,
    anyone,
    changing,
    findable,
    is_begun,
    known,
    or_404,
)
from wizard.screen_parts import Shown
from wizard.showing.navigation import page
from wizard.showing.signpost_topics import means_screen, problem_screen
from wizard.showing.start_and_signpost import (
    found_screen,
    instruments_screen,
    topics_screen,
)

signpost = Blueprint("signpost", __name__)

FORMS = ("pdf", "txt")
ANSWERS = ("ja", "nee")


@signpost.post("/zoeken")
@anyone
def search() -> Shown:
    """Look up a word; it stands in no address, no cookie and no log."""
    leave_no_cookie()
    _signpost()
    return found_screen(counter(), request.form.get("woord", ""))


@signpost.get("/zoeken")
@anyone
def search_again() -> AnyResponse:
    """Lead who comes back to a search to the field."""
    return redirect(url_for("pages.start"), SEE_OTHER)


@signpost.get("/wegwijzer")
@findable
def index() -> Shown:
    """Show every problem, by group."""
    _signpost()
    return topics_screen(counter())


@signpost.route("/wegwijzer/<name>", methods=["GET", "POST"])
@anyone
def problem(name: str) -> Shown:
    """Show what may fit; what somebody answers only orders it, and is not kept."""
    if request.method == "POST":
        leave_no_cookie()
    else:
        show_to_search_engines()
    found = _problem(name)
    return problem_screen(counter(), found, _answers(found))


@signpost.get("/wegwijzer/<name>.<form>")
@anyone
def paper(name: str, form: str) -> AnyResponse:
    """Print the page of a problem; it is the same for everybody."""
    found, here = _problem(name), counter()
    if form not in FORMS:
        abort(404)
    spend(here.papers)
    document = compose_problem(found, here.library, here.version)
    back, file = url_for("signpost.problem", name=name), f"wegwijzer-{name}.{form}"
    return handed_out(document, file, None, back, here=form in READ_HERE)


@signpost.get("/wegwijzer/<problem>/begin/<decision:name>")
@known
def enter(work: Work, problem: str) -> AnyResponse:
    """Go to the gate of a decision; a dossier that begins there knows the problem."""
    session.come_from(work.decision.id, _problem(problem).word)
    here = "overview" if is_begun(work.dossier, work.decision.id) else "gate"
    return redirect(page(work, here), SEE_OTHER)


@signpost.post("/aanleiding")
@changing
def cause(dossier: StoredDossier) -> AnyResponse:
    """Let papers name the problem that the dossier came from, or not."""
    untold = None if request.form.get("zo") == "ja" else "ja"
    changes = {text_key(UNTOLD): untold}
    counter().dossiers.save_answers(dossier, changes, expected_version=None)
    name = request.form.get("besluit", "")
    if name not in dossier.decisions:
        name = dossier.decisions[0]
    return redirect(url_for("pages.papers", name=name), SEE_OTHER)


@signpost.get("/middel")
@findable
def instruments() -> Shown:
    """Show the instruments that people ask for by name, and the others."""
    _signpost()
    return instruments_screen(counter())


@signpost.get("/middel/<name>")
@findable
def instrument(name: str) -> Shown:
    """Show the card of one instrument."""
    found = _signpost().means_by_id.get(id_of(name))
    if not isinstance(found, Means):
        abort(404)
    return means_screen(counter(), found)


@signpost.route("/onderwerpen")
@signpost.route("/wegwijzer/uitkomst")
@signpost.route("/wegwijzer/doorverwijzing")
@signpost.route("/wegwijzer/vraag/<path:rest>", methods=["GET", "POST"])
@anyone
def moved(rest: str = "") -> AnyResponse:
    """Lead other addresses to the problems: what was asked first, and what one guesses."""
    del rest
    return redirect(url_for("signpost.index"), MOVED)


def _answers(found: Problem) -> dict[str, Answer]:
    """Read what orders the page; what is no answer is left out."""
    return {
        one.id: parse(one.answer, said)
        for one in found.narrowing
        if (said := request.form.get(one.id)) in ANSWERS
    }


def _problem(name: str) -> Problem:
    return or_404(_signpost().problem_by_id.get(id_of(name)))


def _signpost() -> Signpost:
    return or_404(counter().library.signpost)
