"""Where somebody stands: the outcome so far, how firm it is, and the way on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import url_for

from reports.composing.demands import COUNTED, STATUS
from reports.dutch import counted, enumerate_words, in_sentence, say_date
from rules.content.briefing import TabSubject
from rules.content.casefile import About
from rules.content.decision import Chapter
from rules.content.demands import Standing
from rules.content.questions import Question, Screen
from rules.judging.advice import Advice
from rules.judging.demands import Tally, phase_of
from rules.judging.journey import Halt, QuestionStanding
from wizard import session
from wizard.clock import local_day
from wizard.counter import ALL, Counter, Work, can_judge, counter, slug_of, work_of
from wizard.keeping.dossier import StoredDossier
from wizard.keeping.keys import Access
from wizard.keeping.remarks import about_of
from wizard.screen_parts import Link, Progress, StateLabel
from wizard.showing.several_decisions import taken_along


@dataclass(frozen=True)
class Bar:
    """What stands above each page of an open dossier: what it is about, and its tabs.

    `about` is the code of the dossier, or that somebody else’s is read.
    """

    name: str
    about: str
    read_only: bool
    links: tuple[Link, ...]


Counts = tuple[tuple[str, int, str], ...]
BACK, OVERVIEW, SURER = "terug", "overzicht", "zekerder"
COMES_BACK = {OVERVIEW: "overview", SURER: "surer"}  # to which page, by its word
RESULT, RESULT_NAME = "in_short", "In het kort"
CLASHING = "Niets staat vast, want twee antwoorden passen niet bij elkaar."


def address(work: Work, where: Screen | Question, *, returns: str = "") -> str:
    """Give the address of a screen, or of a question on its screen.

    `returns`: to which page who saves there comes back; else the walk goes on.
    """
    screen, anchor = where, None
    if isinstance(where, Question):
        screen, anchor = work.decision.screen_of(where.id), row_id(where)
    query = _to_the_end(work)
    query |= {BACK: returns} if returns in COMES_BACK else {}
    slug = slug_of(screen.id)
    name = work.decision.id
    return url_for("pages.question", name=name, slug=slug, _anchor=anchor, **query)


def _to_the_end(work: Work) -> dict[str, Any]:
    """Carry along in an address that also what falls away is asked."""
    return {ALL: "ja"} if work.to_the_end else {}


def row_id(question: Question) -> str | None:
    """Name the place of a question on its card; alone on a screen it needs none."""
    return f"rij-{question.id}" if question.card is not None else None


def page(work: Work, endpoint: str) -> str:
    """Give the address of a page about this decision."""
    return url_for(f"pages.{endpoint}", name=work.decision.id)


def result(work: Work) -> str:
    """Give the address of what it comes down to."""
    return page(work, RESULT)


def read_link(dossier: StoredDossier) -> str:
    """Write out the link to read along, where its maker made one in this browser."""
    key = session.handed_out() if dossier.can_be_read_by_link else None
    return url_for("sharing.read", key=key, _external=True) if key else ""


def bar(work: Work, here: str = "") -> Bar | None:
    """Show what lies open, and its tabs; nothing while there is none."""
    if work.dossier is None:
        return None
    return _bar(work.dossier, name_of(work), tabs(work, here))


def dossier_bar(dossier: StoredDossier, here: str = "") -> Bar:
    """Show what can be done with a dossier, also where it cannot be judged."""
    counter_, name = counter(), dossier.decisions[0]
    if not can_judge(counter_, name, dossier.reference_date):
        overview = Link("Antwoorden", url_for("pages.overview", name=name))
        return _bar(dossier, name_of_dossier(counter_, dossier), (overview,))
    work = work_of(counter_, counter_.library.chart(name), dossier)
    return _bar(dossier, name_of(work), tabs(work, here))


def tabs(work: Work, here: str) -> tuple[Link, ...]:
    """Give the pages of the result that this decision has."""
    found = (
        (RESULT, RESULT_NAME, result(work)),
        ("demands", "Toets", page(work, "demands")),
        ("sides", "Voor en tegen", page(work, "sides")),
        ("costs", "Geld", costs_page(work)),
        ("privacy", "Privacy", privacy_page(work)),
        ("papers", "Stukken", page(work, "papers")),
    )
    return tuple(
        Link(text, href, current=name == here) for name, text, href in found if href
    )


def costs_page(work: Work) -> str:
    """Give the address of the page on money; empty where there is nothing to say."""
    has_any = work.decision.costs.measures or tells(work, TabSubject.GELD)
    return url_for("costs.overview", name=work.decision.id) if has_any else ""


def privacy_page(work: Work) -> str:
    """Give the address of the page on privacy; empty where there is nothing to say."""
    has_any = work.decision.privacy.intrusions or tells(work, TabSubject.PRIVACY)
    return page(work, "privacy") if has_any else ""


# In which section of the texts stands what a page tells.
SECTION_OF = {TabSubject.GELD: "kosten", TabSubject.PRIVACY: "privacy"}


def tells(work: Work, subject: TabSubject) -> bool:
    """Tell whether the content has a text for a page, though there is nothing to reckon."""
    section = SECTION_OF[subject]
    return any(each.section == section for each in work.decision.passages)


def _bar(dossier: StoredDossier, name: str, links: tuple[Link, ...]) -> Bar:
    may_change = dossier.access is Access.EDIT
    if not may_change:
        links = (*links, Link("Sluiten", url_for("sharing.closing")))
    about = dossier.code if may_change else f"U leest dossier {dossier.code} mee"
    return Bar(name, about, not may_change, links)


def name_of(work: Work) -> str:
    """Name the dossier: what it is about, the place, and how far the plan is."""
    parts = (
        topic_of(work),
        work.casefile.about.place,
        work.town.name if work.town else "",
        phase_in_short(work),
    )
    return " · ".join(filter(None, parts))


def topic_of(work: Work) -> str:
    """Give what the dossier is about in the words of its maker; else the decision."""
    return work.casefile.about.subject or work.decision.header.title


def subject_and_place(about: About) -> tuple[str, ...]:
    """Give what a dossier is about and where, each once: a subject may name its place."""
    is_named = about.place.casefold() in about.subject.casefold()
    return tuple(filter(None, (about.subject, "" if is_named else about.place)))


def name_of_dossier(counter: Counter, dossier: StoredDossier) -> str:
    """Name a dossier by its subject, else by its decisions; nothing is judged for it."""
    subject = about_of(dossier.texts).subject
    if subject:
        return subject
    known = counter.library.decisions
    titles = (known[name].header.title for name in dossier.decisions if name in known)
    return enumerate_words([*titles] or [f"dossier {dossier.code}"])


def phase_in_short(work: Work) -> str:
    """Say how far the plan is, in a few words; empty while nobody said it."""
    phase = phase_of(work.decision, work.casefile.answers)
    names = (option.name for option in work.decision.phases if option.id == phase)
    return in_sentence(next(names, ""))


def called(counter: Counter, dossier: StoredDossier) -> str:
    """Name a dossier: its code, what it is about, and when it changed last."""
    known = counter.library.decisions
    titles = [
        f"‘{known[name].header.title}’" if name in known else f"‘{name}’"
        for name in dossier.decisions
    ]
    day = say_date(local_day(dossier.changed))
    subject = about_of(dossier.texts).subject
    about = f"‘{subject}’" if subject else enumerate_words(titles)
    return f"dossier {dossier.code} over {about}, voor het laatst gewijzigd op {day}"


def firmness(work: Work) -> StateLabel:
    """Say whether the outcome can still change, and by how many facts."""
    if work.advice.firm:
        counts_on = ", hooguit de telling" if work.advice.tally.onbekend else ""
        told = f"Open vragen veranderen deze uitkomst niet meer{counts_on}."
        return StateLabel("vast", told)
    if work.advice.clashes:
        return StateLabel("voorwaardelijk", CLASHING)
    count = counted(work.unknown_and_deciding, "open vraag kan", "open vragen kunnen")
    return StateLabel("voorwaardelijk", f"Voorwaardelijk: {count} dit nog veranderen.")


def tally(advice: Advice, *, later: bool = False) -> Counts:
    """Count the demands that decide, by how they stand.

    `later`: also what is not due, and nothing of what is nought; beside a question the
    noughts stay where something is due, for there they are about to change.
    """
    found = advice.tally
    if later:
        return counts_of(found, filter(found.of, (*COUNTED, Standing.STRAKS)))
    return counts_of(found, COUNTED if found.due else ())


def counts_of(found: Tally, kinds: Iterable[Standing]) -> Counts:
    """Give how many demands stand in each of these ways, with the word for it."""
    return tuple((kind.value, found.of(kind), STATUS[kind]) for kind in kinds)


def squares(of: Callable[[Standing], int]) -> tuple[str, ...]:
    """Give a square for each demand that counts now; what comes later has none."""
    return tuple(one.value for one in COUNTED for _ in range(of(one)))


def as_checked(work: Work) -> str:
    """Say until when the law was followed; and so much that a later date is not."""
    checked = work.decision.header.checked_on
    day = work.casefile.reference_date
    told = f"Wet zoals nagekeken op {say_date(checked)}."
    if day <= checked:
        return told
    return (
        f"{told} Let op: dit dossier gaat uit van {say_date(day)}. "
        "Wat daartussen veranderde, telt hier niet mee."
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
    halts = work.journey.halts
    asked = sum(not halt.is_done and not halt.is_open for halt in halts)
    if not work.answered or not asked:
        return ()
    count = counted(asked, "scherm valt af", "schermen vallen af")
    return (f"Door de antwoorden: {count}. Die hoeft u niet in te vullen.",)


def on_the_way(work: Work, screen: Screen | None = None) -> tuple[Halt, ...]:
    """Give the screens that were filled in or are worth asking, and this one."""
    return tuple(
        halt
        for halt in work.journey.halts
        if _is(halt, screen) or (halt.applies and (halt.is_done or halt.is_open))
    )


def in_chapter(work: Work, chapter: Chapter) -> tuple[Halt, ...]:
    """Give the screens of a chapter that were filled in or are worth asking."""
    return tuple(h for h in on_the_way(work) if h.screen.chapter == chapter.id)


def progress(work: Work, screen: Screen) -> Progress:
    """Tell how far the walk is; the words and the bar count the same screens."""
    journey, chapters = work.journey, work.decision.header.chapters
    names = [halt.screen.id for halt in on_the_way(work, screen)]
    goal = ""
    if screen.id in journey.first_picture and not journey.has_first_picture:
        names = [name for name in names if name in journey.first_picture]
        goal = " tot uw eerste beeld"
    number, total = names.index(screen.id) + 1, len(names)
    # How many screens there are follows from how far the plan is.
    is_clear = not work.decision.phases or work.advice.phase is not None
    about = "" if is_clear else "ongeveer "
    place = [chapter.id for chapter in chapters].index(screen.chapter)
    title = chapters[place].title
    return Progress(
        text=f"Scherm {number} van {about}{total}{goal}",
        chapter=f"Hoofdstuk {place + 1} van {len(chapters)}: {title}",
        done=number,
        total=total,
    )


def onward(work: Work, after: Screen) -> str:
    """Choose the page that follows a screen: the next one, or the picture by then."""
    first, chosen = work.journey.first_picture, following(work, after)
    shows = after.id in first and (chosen is None or chosen.id not in first)
    if shows and work.dossier is not None:
        return page(work, "picture")
    if chosen is None:
        return result(work)
    leaves = chosen.chapter != after.chapter and after.id not in first
    if leaves and is_done(work, after.chapter):
        slug, query = slug_of(after.chapter), _to_the_end(work)
        return url_for("pages.chapter", name=work.decision.id, slug=slug, **query)
    return address(work, chosen)


def following(work: Work, after: Screen) -> Screen | None:
    """Give the screen to ask after this one; one that was passed over comes back last."""
    journey = work.journey
    order = [halt.screen.id for halt in journey.halts]
    here = order.index(after.id)
    todo = [one for one in journey.todo if one.id != after.id]
    behind = [one for one in todo if order.index(one.id) > here]
    return next(iter(behind or todo), None)


def is_done(work: Work, chapter: str) -> bool:
    """Tell whether a chapter was filled in, and more of it than the first picture."""
    halts, first = work.journey.in_chapter(chapter), work.journey.first_picture
    beyond = (halt.is_done for halt in halts if halt.screen.id not in first)
    return any(beyond) and not any(halt.is_open for halt in halts)


def back(work: Work, screen: Screen) -> Link:
    """Give the way back: the screen before this one that was filled in."""
    before = None
    for halt in work.journey.halts:
        if _is(halt, screen):
            break
        if halt.is_done:
            before = halt.screen
    if before is None:
        return Link("Naar het begin", url_for("pages.start"))
    return Link("Vorige", address(work, before))


def _is(halt: Halt, screen: Screen | None) -> bool:
    return screen is not None and halt.screen.id == screen.id


def answered_and_open(halt: Halt) -> tuple[int, int]:
    """Count the questions of a screen that were answered, and those worth asking."""
    stands = [stop.standing for stop in halt.stops]
    return stands.count(QuestionStanding.ANSWERED), stands.count(QuestionStanding.OPEN)
