"""Where somebody stands: the outcome so far, how firm it is, and the way on."""

from flask import url_for

from reports.dutch import say_date
from rules.content.questions import Question
from rules.judging.journey import Standing
from wizard.clock import local_day
from wizard.screens.parts import Bar, Label, Link, Progress, Stand
from wizard.showing.together import taken_along
from wizard.work import Work


def address(work: Work, question: Question) -> str:
    """Give the address of a question."""
    slug = question.id.replace("_", "-")
    return url_for("pages.question", name=work.decision.id, slug=slug)


def page(work: Work, endpoint: str) -> str:
    """Give the address of a page about this decision."""
    return url_for(f"pages.{endpoint}", name=work.decision.id)


def bar(work: Work, here: str = "") -> Bar | None:
    """Show what can be done with the open dossier; nothing while there is none."""
    dossier = work.dossier
    if dossier is None:
        return None
    pages = [
        ("Antwoorden", page(work, "overview"), "overview"),
        ("Uitkomst", page(work, "advice"), "advice"),
    ]
    if work.may_change:
        pages.append(("Bewaren", url_for("sharing.share"), "share"))
        pages.append(("Wissen", url_for("sharing.deletion"), "deletion"))
    else:
        pages.append(("Sluiten", url_for("sharing.closing"), "closing"))
    until = say_date(local_day(dossier.expires))
    kept = f"Uw dossier · bewaard tot en met {until}"
    reading = "U leest het dossier van iemand anders"
    return Bar(
        kept if work.may_change else reading,
        not work.may_change,
        tuple(Link(text, href, current=name == here) for text, href, name in pages),
    )


def firmness(work: Work) -> Label:
    """Say whether the outcome can still change, and by how many facts."""
    if work.is_firm:
        return Label("vast", "Open vragen veranderen deze uitkomst niet meer.")
    count = counted(work.unknown_and_deciding, "open vraag kan", "open vragen kunnen")
    return Label("voorwaardelijk", f"Voorwaardelijk: {count} dit nog veranderen.")


def stand(work: Work) -> Stand:
    """Show ‘Stand nu’."""
    lines = [*set_aside(work)]
    return Stand(
        work.outcome.title,
        firmness(work).text,
        tuple(lines),
        (
            Link("Bekijk al uw antwoorden", page(work, "overview")),
            Link("Bekijk de uitkomst", page(work, "advice")),
        ),
    )


def set_aside(work: Work) -> tuple[str, ...]:
    """Tell why there are fewer questions, where there are."""
    return (*_known_already(work), *_fallen_off(work))


def _known_already(work: Work) -> tuple[str, ...]:
    known = taken_along(work)
    if not known:
        return ()
    count = counted(known, "antwoord", "antwoorden")
    return (f"{count} gaf u al bij een ander besluit in dit dossier.",)


def _fallen_off(work: Work) -> tuple[str, ...]:
    stops = work.journey.stops
    idle = sum(stop.standing is Standing.IDLE for stop in stops)
    settled = sum(stop.standing is Standing.SETTLED for stop in stops)
    if not work.answered or not idle + settled:
        return ()
    count = counted(idle + settled, "vraag valt af", "vragen vallen af")
    return (f"Door uw antwoorden: {count}. Die hoeft u niet te beantwoorden.",)


def progress(work: Work, question: Question) -> Progress:
    """Tell how far the walk is; what falls off counts as done, so it never drops."""
    stops = work.journey.stops
    todo = len(work.journey.todo)
    chapter = work.decision.chapter(question).title
    first = work.journey.first_picture
    text = f"Vraag {work.answered + 1} van ongeveer {work.answered + todo}"
    if question.id in work.casefile.answers or not todo:
        text = f"{work.answered} van ongeveer {work.answered + todo} beantwoord"
    elif question.id in work.journey.first_picture:
        text = f"Vraag {first.index(question.id) + 1} van {len(first)} voor uw eerste beeld"
    return Progress(text, chapter, len(stops) - todo, len(stops))


def onward(work: Work, after: Question) -> str:
    """Choose the page that follows an answer."""
    journey = work.journey
    if after.id in journey.first_picture and journey.has_first_picture:
        return page(work, "picture")
    following = next_in_order(work, after)
    return page(work, "advice") if following is None else address(work, following)


def next_in_order(work: Work, after: Question) -> Question | None:
    """Give the next question to ask: first those behind this one, then from the top."""
    journey = work.journey
    if not journey.has_first_picture:
        return journey.next
    order = [
        stop.question.id for stop in journey.stops if not _is_first(work, stop.question)
    ]
    here = order.index(after.id) if after.id in order else -1
    behind = (one for one in journey.todo if order.index(one.id) > here)
    return next(behind, journey.next)


def skip(work: Work, question: Question) -> Link:
    """Give the way past the rest of this chapter."""
    if not work.journey.has_first_picture:
        others = [one for one in work.journey.todo if one.id != question.id]
        first = [one for one in others if _is_first(work, one)]
        if first:
            return Link("Sla deze vraag over", address(work, first[0]))
        return Link("Sla deze vraag over", page(work, "picture"))
    order = [chapter.id for chapter in work.decision.header.chapters]
    here = order.index(question.chapter)
    for later in work.journey.todo:
        if order.index(later.chapter) > here:
            return Link("Sla dit deel over", address(work, later))
    return Link("Sla dit deel over", page(work, "advice"))


def back(work: Work, question: Question) -> Link:
    """Give the way back: the last answered question before this one."""
    before = None
    for stop in work.journey.stops:
        if stop.question.id == question.id:
            break
        if stop.standing is Standing.ANSWERED:
            before = stop.question
    if before is None:
        return Link("Naar het begin", url_for("pages.start"))
    return Link("Vorige vraag", address(work, before))


def _is_first(work: Work, question: Question) -> bool:
    return question.id in work.journey.first_picture


def counted(number: int, one: str, more: str) -> str:
    """Say a number with the right form of its noun.

    >>> counted(1, "vraag", "vragen"), counted(3, "vraag", "vragen")
    ('1 vraag', '3 vragen')
    """
    return f"{number} {one if number == 1 else more}"
