"""The pages of the signpost: which instrument may fit here.

Its answers travel in the signed cookie. Nothing is stored until a decision starts.
"""

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from rules.grammar.answers import stored
from rules.judging.signpost import Signpost, SignpostQuestion
from wizard import session
from wizard.forms import answer_in, form_for, gate_form, gate_is_sent, is_sent
from wizard.guarding.limits import spend
from wizard.keeping.dossier import ReadOnlyError
from wizard.pages.walk import SEE_OTHER, UNPROCESSABLE, Page, show
from wizard.screens.parts import Link, ReferScreen
from wizard.showing.pointing import (
    address,
    answers_on,
    is_about_policy,
    next_question,
    shared_with,
    signpost_question_screen,
    signpost_screen,
)
from wizard.showing.standing import address as address_in
from wizard.showing.standing import page
from wizard.work import desk, work_on

signpost = Blueprint("signpost", __name__, url_prefix="/wegwijzer")


@signpost.get("")
def begin() -> Response:
    """Go to where this visitor is with the signpost."""
    return _onward(_signpost())


@signpost.get("/vraag/<slug>")
def question(slug: str) -> Page:
    """Show one question, once those before it are answered."""
    here = _signpost()
    asked = _question(here, slug)
    answers = answers_on(here)
    known = answers.get(asked.id)
    if asked not in here.asked(answers) or not _may_be_asked(here, asked):
        return _onward(here)
    form = form_for(asked, None, known)
    if asked.id == here.header.gate:
        form = gate_form(None)
    return show(signpost_question_screen(here, asked, form))


@signpost.post("/vraag/<slug>")
def answer(slug: str) -> Page:
    """Let the cookie carry an answer, and go on."""
    here = _signpost()
    asked = _question(here, slug)
    if not _may_be_asked(here, asked):
        return _onward(here)
    if asked.id == here.header.gate:
        return _pass_gate(here, asked)
    form = form_for(asked, request.form, None)
    if not is_sent(form, asked):
        screen = signpost_question_screen(here, asked, form)
        return show(screen), UNPROCESSABLE
    _carry(here, asked, stored(answer_in(form, asked)))
    return _onward(here)


@signpost.get("/doorverwijzing")
def refer() -> str:
    """Show where else to go; nothing was stored."""
    lines = _signpost().header.refer
    back = Link("Terug naar het begin", url_for("pages.start"))
    return show(ReferScreen("Hiermee kan Raadwijzer niet helpen", lines, back))


@signpost.get("/uitkomst")
def outcome() -> Page:
    """Show what may fit, from light to heavy."""
    here = _signpost()
    if next_question(here, answers_on(here)) is not None:
        return _onward(here)
    return show(signpost_screen(desk(), here))


@signpost.post("/opnieuw")
def again() -> Response:
    """Forget the answers on the signpost."""
    session.keep_on_signpost({})
    return _onward(_signpost())


@signpost.post("/begin/<name>")
def start(name: str) -> Response:
    """Start a decision, with the answers that it asks too filled in."""
    here, work = _signpost(), work_on(name)
    if not is_about_policy(here, answers_on(here)):
        return redirect(page(work, "gate"), SEE_OTHER)
    if not work.may_change:
        raise ReadOnlyError
    session.pass_gate(name)
    shared = shared_with(here, work)
    if shared:
        if work.dossier is None:
            spend(work.desk.new_dossiers)
        version = 0 if work.dossier is None else work.dossier.version
        work = work.keep_all(shared, version)
    following = work.journey.next
    onward = page(work, "advice") if following is None else address_in(work, following)
    return redirect(onward, SEE_OTHER)


def _pass_gate(here: Signpost, asked: SignpostQuestion) -> Page:
    form = gate_form(request.form)
    if not gate_is_sent(form):
        screen = signpost_question_screen(here, asked, form)
        return show(screen), UNPROCESSABLE
    if form.antwoord.data == "nee":
        session.keep_on_signpost({})
        return redirect(url_for("signpost.refer"), SEE_OTHER)
    _carry(here, asked, "ja")
    return _onward(here)


def _carry(here: Signpost, asked: SignpostQuestion, value: str) -> None:
    """Keep an answer; what was asked after it may be about something else now."""
    carried = session.on_signpost()
    if carried.get(asked.id) == value:
        return
    place = here.questions.index(asked)
    before = {one.id for one in here.questions[:place]}
    kept = {name: text for name, text in carried.items() if name in before}
    session.keep_on_signpost({**kept, asked.id: value})


def _onward(here: Signpost) -> Response:
    following = next_question(here, answers_on(here))
    where = url_for("signpost.outcome") if following is None else address(following)
    return redirect(where, SEE_OTHER)


def _may_be_asked(here: Signpost, asked: SignpostQuestion) -> bool:
    """Tell whether all that stands before a question is answered."""
    answers = answers_on(here)
    open_before = next_question(here, answers)
    if open_before is None:
        return True
    return here.questions.index(asked) <= here.questions.index(open_before)


def _question(here: Signpost, slug: str) -> SignpostQuestion:
    found = here.question_by_id.get(slug.replace("-", "_"))
    if found is None or "_" in slug:
        abort(404)
    return found


def _signpost() -> Signpost:
    found = desk().library.signpost
    if found is None:
        abort(404)
    return found
