"""The signpost as screens: its questions, and what may fit from light to heavy."""

from collections.abc import Iterable, Iterator, Mapping

from flask import url_for

from reports.dutch import capital, say_answer, say_date
from rules.content.briefing import Statement
from rules.grammar.answers import DONT_KNOW, YES, Answer, parse
from rules.grammar.errors import InputError
from rules.grammar.truth import Truth
from rules.judging.signpost import (
    Candidate,
    Means,
    Signpost,
    SignpostQuestion,
    Tier,
)
from wizard import session
from wizard.forms import QuestionForm
from wizard.screens.parts import Fault, Label, Link, Sentence
from wizard.screens.signpost import (
    Given,
    Group,
    Option,
    SignpostQuestionScreen,
    SignpostScreen,
    Start,
    Step,
)
from wizard.showing.citing import Notes
from wizard.showing.standing import counted, page
from wizard.work import Desk, Work, work_of

WRONG = "Fout: "
FEW = 8
FITS = Label("info", "Past bij wat u koos")
POSSIBLE = Label("onbekend", "Mogelijk")
LIGHTER_FIRST = Label("route", "Lichtere middelen gaan voor")

Answers = Mapping[str, Answer]


def answers_on(signpost: Signpost) -> dict[str, Answer]:
    """Read the answers that the cookie carries; what is no answer is left out."""
    return dict(_readable(signpost, session.on_signpost()))


def _readable(
    signpost: Signpost, carried: Mapping[str, str]
) -> Iterator[tuple[str, Answer]]:
    for question in signpost.questions:
        text = carried.get(question.id)
        if isinstance(text, str):
            try:
                yield question.id, parse(question.answer, text)
            except InputError:
                continue


def is_about_policy(signpost: Signpost, answers: Answers) -> bool:
    """Tell whether the first question was answered with *ja*."""
    return answers.get(signpost.header.gate) == YES


def next_question(signpost: Signpost, answers: Answers) -> SignpostQuestion | None:
    """Give the first question that is asked and has no answer yet."""
    asked = signpost.asked(answers)
    return next((one for one in asked if one.id not in answers), None)


def address(question: SignpostQuestion) -> str:
    """Give the address of a question of the signpost."""
    return url_for("signpost.question", slug=question.id.replace("_", "-"))


def signpost_question_screen(
    signpost: Signpost, question: SignpostQuestion, form: QuestionForm
) -> SignpostQuestionScreen:
    """Show one question; the first one also says what the signpost is."""
    wrong = tuple(map(str, form.antwoord.errors))
    place = signpost.questions.index(question)
    before = signpost.questions[place - 1] if place else None
    return SignpostQuestionScreen(
        title=(WRONG if wrong else "") + question.text,
        heading=question.text,
        about=signpost.header.title,
        intro=() if place else signpost.header.intro,
        help=question.help,
        groups=tuple(Group(one.title, one.options) for one in question.groups),
        form=form,
        faults=tuple(Fault(text, "#antwoord-0") for text in wrong),
        back=Link("Naar het begin", url_for("pages.start"))
        if before is None
        else Link("Vorige vraag", address(before)),
    )


def signpost_screen(desk: Desk, signpost: Signpost) -> SignpostScreen:
    """Show what may fit, with the same notes for everything on the page."""
    answers = answers_on(signpost)
    notes = Notes(desk.library.sources)
    found = signpost.candidates(answers)
    order = _statement(notes, signpost.header.order)
    steps = tuple(
        _step(desk, signpost, notes, tier, found) for tier in signpost.header.tiers
    )
    return SignpostScreen(
        title=signpost.header.title,
        intro=_intro(found),
        given=tuple(_given(signpost, answers)),
        order=order,
        open=len(found) <= FEW,
        steps=tuple(step for step in steps if step.options),
        limits=_statements(notes, signpost.limits(answers)),
        thumb_rules=_statements(notes, signpost.header.thumb_rules),
        checked=f"Nagekeken op {say_date(signpost.header.checked_on)}.",
        sources=notes.listed(),
    )


def _intro(found: tuple[Candidate, ...]) -> str:
    return (
        f"{counted(len(found), 'middel past', 'middelen passen')} misschien. "
        "Zij staan van licht naar zwaar, en verder in vaste volgorde. "
        "Raadwijzer kiest er geen uit."
    )


def _given(signpost: Signpost, answers: Answers) -> Iterator[Given]:
    for question in signpost.asked(answers):
        answer = answers.get(question.id, DONT_KNOW)
        change = Link("Wijzig", address(question))
        yield Given(question.text, capital(say_answer(question, answer)), change)


def _step(
    desk: Desk,
    signpost: Signpost,
    notes: Notes,
    tier: Tier,
    found: tuple[Candidate, ...],
) -> Step:
    return Step(
        id=tier.id,
        title=tier.title,
        intro=tier.intro,
        options=tuple(
            _option(desk, signpost, notes, one)
            for one in found
            if one.means.tier is tier.id
        ),
    )


def _option(
    desk: Desk, signpost: Signpost, notes: Notes, candidate: Candidate
) -> Option:
    means = candidate.means
    bodies = desk.library.bodies
    return Option(
        id=means.id.replace("_", "-"),
        title=means.title,
        state=_state(candidate),
        what=means.what,
        deciders=tuple(
            f"{capital(bodies[one.body].name)} {one.about}." for one in means.decides
        ),
        council=_statement(notes, means.council),
        ground=_statement(notes, means.ground),
        lighter=None if means.lighter is None else _statement(notes, means.lighter),
        start=_start(desk, signpost, means),
    )


def _state(candidate: Candidate) -> Label:
    if candidate.suits is Truth.UNKNOWN:
        return POSSIBLE
    return {Truth.YES: FITS, Truth.UNKNOWN: POSSIBLE, Truth.NO: LIGHTER_FIRST}[
        candidate.turn
    ]


def _start(desk: Desk, signpost: Signpost, means: Means) -> Start | None:
    """Show the way into a decision, with the answers that it asks too."""
    if means.decision is None:
        return None
    chart = desk.library.chart(means.decision)
    work = work_of(desk, chart, desk.open_dossier())
    title = work.decision.header.title
    begun = work.dossier is not None and means.decision in work.dossier.decisions
    goes_on = Link(f"Ga verder met ‘{title}’", page(work, "overview"))
    along = () if begun else tuple(_along(signpost, work))
    return Start(
        means.decision, f"Begin met ‘{title}’", along, goes_on if begun else None
    )


def _along(signpost: Signpost, work: Work) -> Iterator[str]:
    answers = answers_on(signpost)
    for name in shared_with(signpost, work):
        question = signpost.question_by_id[name]
        yield f"{question.text} {capital(say_answer(question, answers[name]))}."


def shared_with(signpost: Signpost, work: Work) -> dict[str, str]:
    """Give the carried answers to what this decision asks too and does not know."""
    carried, dossier = session.on_signpost(), work.dossier
    known = dossier.answers if dossier is not None else {}
    return {
        question.id: carried[question.id]
        for question in signpost.asked(answers_on(signpost))
        if question.id in carried
        and question.id in work.decision.question_by_id
        and question.id not in work.decision.idle
        and question.id not in known
    }


def _statement(notes: Notes, statement: Statement) -> Sentence:
    return notes.sentence(statement.text, statement.sources)


def _statements(notes: Notes, found: Iterable[Statement]) -> tuple[Sentence, ...]:
    return tuple(_statement(notes, one) for one in found)
