"""The pages of a walk: gate, questions, first picture, then the answer tab by tab."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from reports.dutch import say_answer
from rules.content.briefing import TabSubject
from rules.content.questions import Question, Screen
from rules.grammar.answers import DONT_KNOW, Answer, stored
from wizard import session
from wizard.counter import Work, counter, id_of, work_on
from wizard.forms import RowForm, answers_in, are_sent, readable_in, row_forms
from wizard.guarding.limits import spend
from wizard.keeping.dossier import ConflictError
from wizard.pages.downloads import print_ahead
from wizard.pages.page_access import (
    CONFLICT,
    MOVED,
    SEE_OTHER,
    UNPROCESSABLE,
    Page,
    admitted,
    begun,
    changing,
    findable,
    is_begun,
    known,
    or_404,
    sent_version,
    starting,
)
from wizard.screen_parts import Shown
from wizard.showing.answer_notices import otherwise
from wizard.showing.answer_overview import overview_screen
from wizard.showing.demands_tab import demands_screen
from wizard.showing.dossier_changes import said_before, will_fall
from wizard.showing.first_picture import chapter_screen, picture_screen
from wizard.showing.for_and_against import sides_screen
from wizard.showing.in_short import as_text, brief_screen
from wizard.showing.make_surer import surer_screen
from wizard.showing.navigation import (
    BACK,
    COMES_BACK,
    address,
    is_done,
    onward,
    page,
    result,
    tells,
)
from wizard.showing.papers_tab import papers_screen
from wizard.showing.policy_gate import gate_screen, refer_screen
from wizard.showing.privacy_tab import balance_screen
from wizard.showing.question_screens import question_screen, tally_screen
from wizard.showing.remarks import REMARK_FIELD, ReadRemark
from wizard.showing.start_and_signpost import start_screen
from wizard.showing.tab_without_sums import told_screen
from wizard.showing.what_falls_away import confirm_screen

pages = Blueprint("pages", __name__)
Said = tuple[tuple[Question, Answer | None], ...]

# What an open dossier shows of a decision, each at its own address.
for word, endpoint, screen_of in (
    ("beeld", "picture", picture_screen),
    ("zekerder", "surer", surer_screen),
    ("toets", "demands", demands_screen),
    ("voor-en-tegen", "sides", sides_screen),
    ("stukken", "papers", papers_screen),
):
    pages.get(f"/<decision:name>/{word}", endpoint=endpoint)(begun(screen_of))
pages.get("/<decision:name>/doorverwijzing", endpoint="refer")(known(refer_screen))


@pages.get("/")
@findable
def start() -> Shown:
    """Show the first page."""
    return start_screen(counter())


@pages.get("/<decision:name>")
@known
def decision(work: Work) -> Response:
    """Go to where this visitor is with this decision."""
    here = "overview" if is_begun(work.dossier, work.decision.id) else "gate"
    return redirect(page(work, here), SEE_OTHER)


@pages.get("/<decision:name>/poort")
@known
def gate(work: Work) -> Shown:
    """Ask whether it is about policy."""
    return gate_screen(work)


@pages.post("/<decision:name>/poort")
@known
def pass_gate(work: Work) -> Page:
    """Let in who asks about policy, and refer on who does not."""
    said = request.form.get("antwoord")
    if said not in ("ja", "nee"):
        return gate_screen(work, "Kies ja of nee."), UNPROCESSABLE
    if said == "nee":
        return redirect(page(work, "refer"), SEE_OTHER)
    session.pass_gate(work.decision.id)
    following = work.journey.next
    here = result(work) if following is None else address(work, following)
    return redirect(here, SEE_OTHER)


@pages.get("/<decision:name>/vraag/<slug>")
@admitted
def question(work: Work, slug: str) -> Page:
    """Show one screen; a question of an earlier release leads to what became of it."""
    screen = work.screen(slug)
    if not work.may_change:
        return redirect(page(work, "overview"), SEE_OTHER)
    if screen is None:
        return _moved(work, slug)
    forms = row_forms(_rows(work, screen), None, work.casefile.answers)
    return question_screen(work, screen, forms)


@pages.post("/<decision:name>/vraag/<slug>")
@starting
def answer(work: Work, slug: str) -> Page:
    """Keep the answers of a screen and go on; what cannot be read stays in its field."""
    screen = work.screen(slug)
    if screen is None:
        return _moved(work, slug)
    forms = row_forms(_rows(work, screen), request.form, {})
    if not are_sent(forms):
        return question_screen(work, screen, forms), UNPROCESSABLE
    return _keep(work, screen, forms)


@pages.post("/<decision:name>/vraag/<slug>/stand")
@admitted
def preview(work: Work, slug: str) -> Shown:
    """Show the tally while somebody fills in: the same sum as after saving; a fragment."""
    screen = or_404(work.screen(slug))
    found = readable_in(row_forms(screen.rows, request.form, {}))
    return tally_screen(work, found)


@pages.post("/<decision:name>/botsing")
@changing
def settle(work: Work) -> Page:
    """Keep the one of two answers that is right; the other is mended or asked again."""
    names = {request.form.get("klopt"), request.form.get("anders")}
    found = [one for one in work.advice.clashes if set(one.questions) == names]
    wrong = work.decision.question_by_id.get(request.form.get("anders", ""))
    if not found or wrong is None:
        return redirect(page(work, "overview"), SEE_OTHER)
    mended = otherwise(work, wrong)
    if mended is None:
        return redirect(address(work, wrong), SEE_OTHER)
    try:
        work.keep_all({wrong.id: mended}, sent_version())
    except ConflictError:
        return redirect(address(work, wrong), SEE_OTHER)
    return redirect(page(work, "overview"), SEE_OTHER)


@pages.get("/<decision:name>/hoofdstuk/<slug>")
@begun
def chapter(work: Work, slug: str) -> Page:
    """Show what a chapter brought; while it is not done, the picture tells more."""
    name, chapters = id_of(slug), work.decision.header.chapters
    found = or_404(next((each for each in chapters if each.id == name), None))
    if not is_done(work, found.id):
        return redirect(page(work, "picture"), SEE_OTHER)
    return chapter_screen(work, found)


@pages.get("/<decision:name>/overzicht")
@begun
def overview(work: Work) -> Page:
    """Show every answer; with a field for a remark beside one, where that is asked."""
    slug = request.args.get(REMARK_FIELD, "").replace("-", "_")
    noted = ReadRemark(slug, "") if work.may_change else None
    return overview_screen(work, noted)


@pages.get("/<decision:name>/kort")
@begun
def in_short(work: Work) -> Page:
    """Show the result in short."""
    print_ahead(work)
    return brief_screen(work)


@pages.get("/<decision:name>/kort.txt")
@begun
def in_short_as_text(work: Work) -> Response:
    """Give the result in short as text, to copy."""
    return Response(as_text(work), content_type="text/plain; charset=utf-8")


@pages.get("/<decision:name>/advies")
@known
def advice(work: Work) -> Response:
    """Lead the address of earlier releases to the result in short."""
    return redirect(result(work), MOVED)


@pages.get("/<decision:name>/privacy")
@begun
def privacy(work: Work) -> Page:
    """Show what people give up, what answers it, and what could be lighter."""
    if not work.decision.privacy.intrusions:
        if not tells(work, TabSubject.PRIVACY):
            abort(404)
        return told_screen(work, TabSubject.PRIVACY)
    return balance_screen(work)


def _keep(work: Work, screen: Screen, forms: tuple[RowForm, ...]) -> Page:
    """Store, and choose the next page; tell first what would fall away."""
    said = tuple(answers_in(forms))
    after = _as_if(work, said)
    falling = will_fall(work, screen, after)
    if falling and not request.form.get("bevestigd"):
        return confirm_screen(work, screen, after, falling)
    version = sent_version()
    changes = work.touched(_changes(work, said), version)
    if not changes:
        return redirect(_following(work, screen), SEE_OTHER)
    # A first answer makes a dossier; who only looks around leaves nothing behind.
    if work.dossier is None:
        spend(work.counter.new_dossiers)
    try:
        kept = work.keep_all(changes, version)
    except ConflictError as error:
        clashes = _told(error, said)
        work = work_on(work.decision.id)
        shown = question_screen(work, screen, forms, clashes=clashes)
        return shown, CONFLICT
    # What begins now has its dossier only in what was kept.
    as_foreseen = bool(work.dossier) and kept.casefile.answers == after.casefile.answers
    return redirect(_following(after if as_foreseen else kept, screen), SEE_OTHER)


def _following(work: Work, screen: Screen) -> str:
    back = COMES_BACK.get(request.args.get(BACK, ""))
    return page(work, back) if back else onward(work, screen)


def _changes(work: Work, said: Said) -> dict[str, str | None]:
    """Give what to store; a row left empty takes away what stood there.

    What was read from an older answer would come back then: it becomes unknown.
    """
    read_anew = {one.question for one in work.casefile.translated}
    return {
        one.id: (
            stored(answer)
            if answer is not None
            else stored(DONT_KNOW)
            if one.id in read_anew
            else None
        )
        for one, answer in said
        if answer is not None or one.id in work.casefile.answers
    }


def _as_if(work: Work, said: Said) -> Work:
    """Give the work as it will be once these answers are kept."""
    answers = dict(work.casefile.answers)
    for one, answer in said:
        answers.pop(one.id, None)
        if answer is not None:
            answers[one.id] = answer
    return replace(work, casefile=replace(work.casefile, answers=answers))


def _told(error: ConflictError, said: Said) -> dict[str, str]:
    """Tell by question what somebody else answered meanwhile."""
    theirs = {clash.key: clash.theirs for clash in error.clashes}
    return {
        one.id: (
            "Iemand anders wijzigde dit antwoord terwijl u bezig was. Het is nu: "
            f"‘{said_before(one, theirs[one.id])}’. U koos: ‘{say_answer(one, answer)}’. "
            "Uw keuze staat er nog. Bewaart u die, dan vervangt die het andere antwoord."
        )
        for one, answer in said
        if one.id in theirs
    }


def _rows(work: Work, screen: Screen) -> tuple[Question, ...]:
    """Give the rows that can apply; of a screen that does not apply, all of them."""
    return work.journey.halt(screen.id).shown or screen.rows


def _moved(work: Work, slug: str) -> Response:
    """Lead an address of an earlier release to the screen that holds what became of it."""
    became = or_404(work.became_of(slug))
    returns = request.args.get(BACK, "")
    return redirect(address(work, became, returns=returns), SEE_OTHER)
