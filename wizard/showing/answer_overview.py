"""The overview of all answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from reports.dutch import capital, counted, say_answer
from rules.content.decision import Chapter
from rules.content.questions import Question
from rules.grammar.answers import Answer
from rules.grammar.condition import asked as asked_by
from rules.judging.journey import Halt, QuestionStanding, Stop
from rules.judging.law_by_date import why_idle
from rules.reading_casefile import LONGEST_REMARK
from wizard.counter import Work
from wizard.screen_parts import Shown
from wizard.showing.answer_notices import notices, old_answers
from wizard.showing.navigation import (
    OVERVIEW,
    address,
    answered_and_open,
    as_checked,
    bar,
    in_chapter,
)
from wizard.showing.remarks import REMARK_HELP, ReadRemark, unprinted
from wizard.showing.several_decisions import bundle, told


@dataclass(frozen=True)
class AnswerRow:
    """One answer on the overview, or a screen that nobody filled in, with no question.

    `state` is gegeven, leeg or rust; `way` is where it can be changed, for who may.
    """

    text: str
    answer: str
    state: str
    note: str
    way: str
    question: Question | None = None


@dataclass(frozen=True)
class ChapterAnswers:
    """One chapter on the overview, screen by screen; a card has a title above its rows."""

    chapter: Chapter
    state: str
    enter: str
    screens: tuple[tuple[str, tuple[AnswerRow, ...]], ...]
    aside: str


NOT_YET = "Nog niet ingevuld"
CHANGE = " Wijzigt u een antwoord, dan verandert de uitkomst mee."


def _state(halts: tuple[Halt, ...]) -> str:
    """Say how far a chapter is, in words."""
    done = sum(halt.is_done for halt in halts)
    todo = sum(halt.is_open for halt in halts)
    if not todo:
        return "Ingevuld" if done else "Valt nu af"
    if not done:
        return f"Nog {counted(todo, 'scherm', 'schermen')}"
    return f"{done} ingevuld, nog {todo}"


def overview_screen(work: Work, noted: ReadRemark | None = None) -> Shown:
    """Show every answer, each with the way to change it.

    `noted` is the remark that is being written beside one of them.
    """
    following = work.journey.next if work.may_change else None
    open_now = sum(answered_and_open(halt)[1] for halt in work.journey.halts)
    total = work.answered + open_now
    old_title, old = old_answers(work)
    return Shown(
        "screens/overzicht.html",
        title="Uw antwoorden" if work.may_change else "De antwoorden",
        decision=work.decision,
        mine=work.may_change,
        intro=f"{work.answered} van ongeveer {counted(total, 'vraag', 'vragen')} beantwoord."
        + (CHANGE if work.may_change else ""),
        notices=notices(work),
        old_title=old_title,
        old=old,
        chapters=tuple(
            _answers(work, chapter) for chapter in work.decision.header.chapters
        ),
        next="" if following is None else address(work, following),
        town=work.town,
        law=as_checked(work),
        remarks=work.casefile.remarks,
        noted=noted,
        unprinted=partial(unprinted, work.counter),
        remark_help=REMARK_HELP,
        longest=LONGEST_REMARK,
        bundle=bundle(work),
        bar=bar(work, "overview"),
    )


def _answers(work: Work, chapter: Chapter) -> ChapterAnswers:
    written = [screen.id for screen in work.decision.screens]
    found = work.journey.in_chapter(chapter.id)
    halts = sorted(found, key=lambda halt: written.index(halt.screen.id))
    todo = [halt.screen for halt in halts if halt.is_open]
    return ChapterAnswers(
        chapter,
        state=_state(in_chapter(work, chapter)),
        enter=address(work, todo[0]) if todo and work.may_change else "",
        screens=tuple(one for h in halts if (one := _screen(work, h))[1]),
        aside=_aside(work, halts),
    )


def _aside(work: Work, halts: list[Halt]) -> str:
    """Say how many questions are not asked here, where there are."""
    count = sum(
        stop.standing not in (QuestionStanding.ANSWERED, QuestionStanding.OPEN)
        for halt in halts
        for stop in halt.stops
        if work.said(stop.question) is None
    )
    verb = "is hier nu niet nodig" if count == 1 else "zijn hier nu niet nodig"
    return f"{counted(count, 'vraag', 'vragen')} {verb}." if count else ""


def _screen(work: Work, halt: Halt) -> tuple[str, tuple[AnswerRow, ...]]:
    """Show the answers of a screen; one that nobody filled in is one row."""
    screen = halt.screen
    if any(work.said(row) for row in screen.rows):
        return screen.title if screen.is_card else "", tuple(_rows(work, halt))
    name = screen.title if screen.is_card else screen.rows[0].text
    way = address(work, screen) if work.may_change else ""
    return "", (AnswerRow(name, NOT_YET, "leeg", "", way),) if halt.is_open else ()


def _rows(work: Work, halt: Halt) -> Iterator[AnswerRow]:
    """Show each answer, and what is still worth asking; what nobody asked is left out."""
    for stop in halt.stops:
        answer = work.said(stop.question)
        if answer is not None or stop.standing is QuestionStanding.OPEN:
            yield _row(work, stop, answer)


def _row(work: Work, stop: Stop, answer: Answer | None) -> AnswerRow:
    question, note = stop.question, told(work, stop.question)
    state = "leeg" if answer is None else "gegeven"
    if stop.standing is QuestionStanding.IDLE:
        state, note = "rust", f"Telt nu niet mee. {_why_idle(work, question)}"
    said = NOT_YET if answer is None else capital(say_answer(question, answer))
    way = address(work, question, returns=OVERVIEW) if work.may_change else ""
    return AnswerRow(question.text, said, state, note, way, question)


def row_anchor(question: Question) -> str:
    """Name the place of an answer on the overview."""
    return f"antwoord-{question.id}"


def _why_idle(work: Work, question: Question) -> str:
    """Say why a question does not count: the law of the date, or another answer."""
    gate = question.applies_when
    above = [] if gate is None else asked_by(gate)
    if (why := why_idle(work.decision, question)) is not None or not above:
        return why or ""
    other = work.decision.question_by_id[above[0]]
    return f"Dat komt door het antwoord op ‘{other.text}’."
