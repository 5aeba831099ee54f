"""The pages of a walk: gate, question, first picture, overview, advice."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reports.dutch import say_answer
from rules.content.questions import Question
from wizard import session
from wizard.forms import (
    QuestionForm,
    answer_in,
    form_for,
    gate_form,
    gate_is_sent,
    is_sent,
)
from wizard.guarding.limits import spend
from wizard.guarding.security import show_to_search_engines
from wizard.keeping.dossier import ConflictError, ReadOnlyError
from wizard.pages.paper import print_ahead
from wizard.screens.parts import Screen
from wizard.showing.asking import (
    confirm_screen,
    gate_screen,
    question_screen,
    refer_screen,
)
from wizard.showing.changes import said_before, will_idle
from wizard.showing.overviews import overview_screen, picture_screen, start_screen
from wizard.showing.results import advice_screen
from wizard.showing.standing import address, onward, page
from wizard.work import Work, desk, work_on

pages = Blueprint("pages", __name__)
Page = str | Response | tuple[str, int]

SEE_OTHER = 303
CONFLICT = 409
UNPROCESSABLE = 422


def show(screen: Screen) -> str:
    """Give a screen to the template of the same name."""
    return render_template(screen.template, screen=screen)


@pages.get("/")
def start() -> str:
    """Show the first page."""
    show_to_search_engines()
    return show(start_screen(desk()))


@pages.get("/<name>")
def decision(name: str) -> Response:
    """Go to where this visitor is with this decision."""
    work = work_on(name)
    return redirect(page(work, "overview" if _is_begun(work) else "gate"), SEE_OTHER)


@pages.get("/<name>/poort")
def gate(name: str) -> str:
    """Ask whether it is about policy."""
    return show(gate_screen(work_on(name), gate_form(None)))


@pages.post("/<name>/poort")
def pass_gate(name: str) -> Page:
    """Let in who asks about policy, and refer on who does not."""
    work, form = work_on(name), gate_form(request.form)
    if not gate_is_sent(form):
        return show(gate_screen(work, form)), UNPROCESSABLE
    if form.antwoord.data == "nee":
        return redirect(page(work, "refer"), SEE_OTHER)
    session.pass_gate(work.decision.id)
    following = work.journey.next
    here = page(work, "advice") if following is None else address(work, following)
    return redirect(here, SEE_OTHER)


@pages.get("/<name>/doorverwijzing")
def refer(name: str) -> str:
    """Show where else to go; nothing was stored."""
    return show(refer_screen(work_on(name)))


@pages.get("/<name>/vraag/<slug>")
def question(name: str, slug: str) -> Page:
    """Show one question."""
    work = work_on(name)
    asked = work.question(slug)
    if not _may_ask(work):
        return redirect(page(work, "gate"), SEE_OTHER)
    if not work.may_change:
        return redirect(page(work, "overview"), SEE_OTHER)
    return show(question_screen(work, asked, form_for(asked, None, work.said(asked))))


@pages.post("/<name>/vraag/<slug>")
def answer(name: str, slug: str) -> Page:
    """Keep an answer and go on; what cannot be read stays in the field."""
    work = work_on(name)
    asked = work.question(slug)
    if not work.may_change:
        raise ReadOnlyError
    if not _may_ask(work):
        return redirect(page(work, "gate"), SEE_OTHER)
    form = form_for(asked, request.form, None)
    if not is_sent(form, asked):
        return show(question_screen(work, asked, form)), UNPROCESSABLE
    return _keep(work, asked, form)


@pages.get("/<name>/beeld")
def picture(name: str) -> Page:
    """Show the first picture."""
    work = work_on(name)
    return show(picture_screen(work)) if _is_begun(work) else _to_gate(work)


@pages.get("/<name>/overzicht")
def overview(name: str) -> Page:
    """Show every answer."""
    work = work_on(name)
    return show(overview_screen(work)) if _is_begun(work) else _to_gate(work)


@pages.get("/<name>/advies")
def advice(name: str) -> Page:
    """Show the result."""
    work = work_on(name)
    if not _is_begun(work):
        return _to_gate(work)
    print_ahead(work)
    return show(advice_screen(work))


def _keep(work: Work, asked: Question, form: QuestionForm) -> Page:
    """Store, and choose the next page; at a clash show whose answer stands there."""
    if work.dossier is None:
        spend(work.desk.new_dossiers)
    version = request.form.get("versie", type=int) or 0
    said = answer_in(form, asked)
    idle = will_idle(work, asked, said)
    if idle and not request.form.get("bevestigd"):
        return show(confirm_screen(work, asked, said, idle))
    try:
        kept = work.keep(asked, said, version)
    except ConflictError as error:
        theirs = next(one.theirs for one in error.clashes if one.key == asked.id)
        clash = (
            "Iemand anders wijzigde dit antwoord terwijl u bezig was. Het is nu: "
            f"‘{said_before(asked, theirs)}’. U koos: ‘{say_answer(asked, said)}’. "
            "Uw keuze staat hieronder. Slaat u op, dan vervangt die het andere antwoord."
        )
        work = work_on(work.decision.id)
        return show(question_screen(work, asked, form, clash=clash)), CONFLICT
    if request.args.get("terug") == "overzicht":
        return redirect(page(kept, "overview"), SEE_OTHER)
    return redirect(onward(kept, asked), SEE_OTHER)


def _may_ask(work: Work) -> bool:
    return _is_begun(work) or session.passed_gate(work.decision.id)


def _is_begun(work: Work) -> bool:
    return work.dossier is not None and work.decision.id in work.dossier.decisions


def _to_gate(work: Work) -> Response:
    return redirect(url_for("pages.gate", name=work.decision.id), SEE_OTHER)
