"""The start page, the first picture, and the overview of all answers."""

from collections.abc import Callable

from flask import url_for

from reports.dutch import capital, say_answer
from rules.content.decision import Chapter
from rules.content.questions import Question
from rules.judging.dating import why_idle
from rules.judging.journey import Standing, Stop
from wizard.screens.parts import (
    AnswerRow,
    Asked,
    ChapterAnswers,
    ChapterRow,
    DecisionCard,
    Link,
    OverviewScreen,
    PictureScreen,
    StartScreen,
)
from wizard.showing.standing import (
    address,
    bar,
    counted,
    firmness,
    page,
    set_aside,
)
from wizard.showing.together import bundle, told
from wizard.showing.weighing import ways
from wizard.work import Desk, Work, work_of

ASK_FIRST = 3
CHANGE = " Wijzigt u een antwoord, dan verandert de uitkomst mee."

KeyOf = Callable[[Stop], int]


def start_screen(desk: Desk) -> StartScreen:
    """Show what this is, and which decisions there are."""
    dossier = desk.open_dossier()
    works = [
        work_of(desk, desk.library.chart(name), dossier)
        for name in desk.library.decisions
    ]
    return StartScreen(
        title="Weet wat u vraagt, voordat u besluit",
        decisions=tuple(map(_card, works)),
        signpost=_signpost(desk),
        bar=next((bar(work) for work in works if _is_begun(work)), None),
    )


def _signpost(desk: Desk) -> Link | None:
    """Give the way to the signpost, where there is one."""
    found = desk.library.signpost
    return Link(found.header.title, url_for("signpost.begin")) if found else None


def _is_begun(work: Work) -> bool:
    return work.dossier is not None and work.decision.id in work.dossier.decisions


def _card(work: Work) -> DecisionCard:
    header = work.decision.header
    first = len(header.first_picture)
    begun = _is_begun(work)
    return DecisionCard(
        title=header.title,
        question=header.question,
        summary=header.summary,
        size=f"Eerste beeld na {counted(first, 'vraag', 'vragen')}.",
        href=page(work, "overview" if begun else "gate"),
        action=_doing(work) if begun else "",
    )


def _doing(work: Work) -> str:
    return "U bent hiermee bezig." if work.may_change else "Dit leest u nu."


def picture_screen(work: Work) -> PictureScreen:
    """Show the outcome so far, what to ask first, and where to go deeper."""
    advice = work.advice
    forward, *others = _ways_on(work)
    return PictureScreen(
        title="Uw eerste beeld",
        outcome=advice.outcome.title,
        meaning=advice.outcome.meaning,
        firmness=firmness(work),
        lines=set_aside(work),
        ask_first=asked(work, advice.ask_first[:ASK_FIRST]),
        chapters=tuple(_chapter(work, one) for one in work.decision.header.chapters),
        next=forward,
        links=tuple(others),
        bar=bar(work, "picture"),
    )


def _ways_on(work: Work) -> tuple[Link, ...]:
    """Offer the next part and the outcome; what cannot change any more comes first."""
    following = work.journey.next
    if following is None:
        return (Link("Naar de uitkomst", page(work, "advice")),)
    title = work.decision.chapter(following).title
    onward = Link(f"Ga verder met ‘{title}’", address(work, following))
    whole = Link("Bekijk de hele uitkomst", page(work, "advice"))
    return (whole, onward) if work.is_firm else (onward, whole)


def asked(work: Work, questions: tuple[Question, ...]) -> tuple[Asked, ...]:
    """Show questions to put; how the council reaches a body is told once."""
    bodies = work.desk.library.bodies
    told: set[str] = set()
    found = []
    for question in questions:
        body = bodies[question.who]
        how = "" if body.id in told else f" {body.how}"
        told.add(body.id)
        found.append(Asked(question.ask, f"Dit weet {body.name}.{how}"))
    return tuple(found)


def _chapter(work: Work, chapter: Chapter) -> ChapterRow:
    stops = work.journey.in_chapter(chapter.id)
    todo = [stop for stop in stops if stop.standing is Standing.OPEN]
    entry = next(iter(todo or stops), None)
    return ChapterRow(
        title=chapter.title,
        intro=chapter.intro,
        state=_state(stops),
        link=None
        if entry is None
        else Link(chapter.title, address(work, entry.question)),
    )


def _state(stops: tuple[Stop, ...]) -> str:
    """Say how far a chapter is, in words."""
    answered = sum(stop.standing is Standing.ANSWERED for stop in stops)
    todo = sum(stop.standing is Standing.OPEN for stop in stops)
    if not todo:
        return (
            f"{answered} beantwoord, niets meer te doen" if answered else "Valt nu af"
        )
    if not answered:
        return f"Nog {counted(todo, 'vraag', 'vragen')}"
    return f"{answered} beantwoord, nog {todo}"


def overview_screen(work: Work) -> OverviewScreen:
    """Show every answer, each with the way to change it."""
    following = work.journey.next if work.may_change else None
    total = work.answered + len(work.journey.todo)
    return OverviewScreen(
        title="Uw antwoorden" if work.may_change else "De antwoorden",
        decision=work.decision.header.title,
        intro=f"{work.answered} van ongeveer {counted(total, 'vraag', 'vragen')} beantwoord."
        + (CHANGE if work.may_change else ""),
        chapters=tuple(
            _answers(work, chapter) for chapter in work.decision.header.chapters
        ),
        next=None
        if following is None
        else Link("Ga verder met de vragen", address(work, following)),
        advice=Link("Naar de uitkomst", page(work, "advice")),
        place=_place(work),
        links=_ways(work),
        bundle=bundle(work),
        bar=bar(work, "overview"),
    )


def _place(work: Work) -> str:
    """Name the municipality that was chosen."""
    places, code = work.desk.library.municipalities, work.casefile.municipality
    found = places.by_code.get(code) if places and code else None
    return f"Gemeente: {found.name} ({found.province})." if found else ""


def _ways(work: Work) -> tuple[Link, ...]:
    if work.dossier is None:
        return ()
    changed = Link("Wat is er veranderd?", url_for("history.changes"))
    chosen = "Kies een andere gemeente" if _place(work) else "Kies uw gemeente"
    place = Link(chosen, url_for("places.choose"))
    others = (changed, place) if work.may_change else (changed,)
    return (*ways(work), *others)


def _answers(work: Work, chapter: Chapter) -> ChapterAnswers:
    stops = work.journey.in_chapter(chapter.id)
    todo = [stop.question for stop in stops if stop.standing is Standing.OPEN]
    return ChapterAnswers(
        id=chapter.id.replace("_", "-"),
        title=chapter.title,
        state=_state(stops),
        enter=Link("Ga verder met dit deel", address(work, todo[0]))
        if todo and work.may_change
        else None,
        rows=tuple(_row(work, stop) for stop in sorted(stops, key=_as_written(work))),
    )


def _as_written(work: Work) -> KeyOf:
    order = {
        question.id: place for place, question in enumerate(work.decision.questions)
    }
    return lambda stop: order[stop.question.id]


def _row(work: Work, stop: Stop) -> AnswerRow:
    question, answer = stop.question, work.said(stop.question)
    said = (
        "Nog niet beantwoord"
        if answer is None
        else capital(say_answer(question, answer))
    )
    state, note = "gegeven" if answer else "leeg", told(work, question)
    if stop.standing is Standing.IDLE:
        why = why_idle(work.decision, question) or "Dat komt door een ander antwoord."
        state, note = "rust", f"Telt nu niet mee. {why}"
        said = said if answer else "Niet nodig"
    elif stop.standing is Standing.SETTLED:
        said, note = "Niet nodig", "Verandert de uitkomst nu niet."
    href = url_for(
        "pages.question",
        name=work.decision.id,
        slug=question.id.replace("_", "-"),
        terug="overzicht",
    )
    word = "Wijzig" if answer else "Beantwoord"
    may = work.may_change and (stop.standing is not Standing.IDLE or answer is not None)
    return AnswerRow(
        question.text, said, state, note, Link(word, href) if may else None
    )
