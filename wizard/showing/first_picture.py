"""The first picture, and the picture after each chapter: what it brought, what is left."""

from dataclasses import dataclass, replace
from functools import partial

from reports.composing.certainty import weighing_tally
from reports.composing.demands import COUNTED, STATUS
from reports.dutch import capital, counted, enumerate_words
from rules.content.decision import Chapter
from rules.content.demands import Standing
from rules.grammar.numerals import spelled
from rules.judging.advice import Advice, advise
from rules.judging.demands import JudgedDemand
from rules.judging.journey import Halt
from rules.judging.what_to_ask import TonightQuestion
from rules.reading_casefile import LONGEST_WORDS
from wizard.counter import Work
from wizard.screen_parts import Asked, Link, Progress, Shown
from wizard.showing.answer_notices import notices
from wizard.showing.navigation import (
    RESULT_NAME,
    address,
    answered_and_open,
    as_checked,
    bar,
    counts_of,
    firmness,
    following,
    in_chapter,
    result,
    set_aside,
    squares,
    tally,
)
from wizard.showing.remarks import MAIN, entries, towns, typed, unprinted

# A chapter: how its demands stand or what there is to ask, in words and in squares, and
# where to enter it.
ChapterRow = tuple[str, str, tuple[str, ...], Link | None]

ASK_FIRST = 3
MOST_FIRST = "telt nu het meest"
FALLS_AWAY = "Valt nu af"


def picture_screen(work: Work) -> Shown:
    """Show the outcome so far, what to ask first, and where to go deeper."""
    advice, dossier = work.advice, work.dossier
    forward, *others = _ways_on(work)
    unnamed = (
        dossier is not None and work.may_change and not work.casefile.about.subject
    )
    return Shown(
        "screens/beeld.html",
        title="Uw eerste beeld",
        headline=advice.headline,
        tally=tally(advice, later=True),
        squares=squares(advice.tally.of),
        firmness=firmness(work),
        lines=(*set_aside(work), as_checked(work)),
        notices=notices(work),
        ask_first=advice.ask_first[:ASK_FIRST],
        worded=advice.worded,
        bodies=work.library.bodies,
        entries=entries(work.counter, MAIN) if unnamed else (),
        values=typed(work.counter, dossier) if dossier is not None else {},
        wrong={},
        longest=LONGEST_WORDS,
        unprinted=partial(unprinted, work.counter),
        towns=towns(work.counter) if unnamed else (),
        decision=work.decision.id,
        chapters=chapter_rows(work),
        next=forward,
        links=tuple(others),
        bar=bar(work, "picture"),
    )


def _ways_on(work: Work) -> tuple[Link, ...]:
    """Offer the next part and the outcome; what cannot change any more comes first.

    What was passed over on the way to the picture comes last.
    """
    journey = work.journey
    new = (one for one in journey.todo if one.id not in journey.first_picture)
    next_screen = next(new, journey.next)
    if next_screen is None:
        return (Link(f"Naar {RESULT_NAME}", result(work)),)
    title = work.decision.chapter(next_screen).title
    onward = Link(f"Ga verder met ‘{title}’", address(work, next_screen))
    whole = Link(f"Bekijk {RESULT_NAME}", result(work))
    return (whole, onward) if work.advice.firm else (onward, whole)


# --- after a chapter ------------------------------------------------------------------


@dataclass(frozen=True)
class Gain:
    """What the answers of one chapter brought: demands that stand so by them alone."""

    met: tuple[JudgedDemand, ...]
    unmet: tuple[JudgedDemand, ...]

    def __bool__(self) -> bool:
        """Tell whether they brought anything."""
        return bool(self.met or self.unmet)


def chapter_screen(work: Work, chapter: Chapter) -> Shown:
    """Show what a chapter brought, and the chapters that still matter."""
    before, advice = _without(work, chapter), work.advice
    # What decides; where nothing decides, what weighs.
    counted_now = advice.tally if advice.tally.due else weighing_tally(advice)
    decides = gained(before, advice, decides=True)
    weighs = gained(before, advice, decides=False)
    last = in_chapter(work, chapter)[-1].screen
    next_screen = following(work, last)
    repaired = next(
        (one for one in (*decides.unmet, *weighs.unmet) if one.repair), None
    )
    question = _new_question(before, advice, repaired)
    onward = None
    if next_screen is not None and work.may_change:
        title = work.decision.chapter(next_screen).title
        onward = Link(f"Verder: {title}", address(work, next_screen))
    return Shown(
        "screens/hoofdstuk.html",
        title=_say_gain(decides, weighs),
        over=f"Klaar: {chapter.title}",
        beside=_beside(decides, weighs),
        tally=counts_of(counted_now, filter(counted_now.of, COUNTED)),
        weighs="" if advice.tally.due else "Wat meeweegt:",
        squares=squares(counted_now.of),
        repair=None if repaired is None else _repair(work, repaired),
        repair_title=work.library.say("te_herstellen"),
        question=None if question is None else _put(work, question),
        next=onward,
        stop=Link(f"Stop hier en bekijk {RESULT_NAME}", result(work)),
        chapters=chapter_rows(work),
        progress=_chapters_done(work),
        back=Link("Vorige", address(work, last)),
        skip=Link(f"Naar {RESULT_NAME}", result(work)),
        bar=bar(work),
    )


def _without(work: Work, chapter: Chapter) -> Advice:
    """Judge as if nothing of this chapter was answered; how far the plan is stays."""
    phase, by_id = work.decision.header.phase, work.decision.question_by_id
    kept = {
        name: answer
        for name, answer in work.casefile.answers.items()
        if name == phase or by_id[name].chapter != chapter.id
    }
    return advise(work.chart, replace(work.casefile, answers=kept))


def gained(before: Advice, after: Advice, *, decides: bool) -> Gain:
    """Give the demands that decide, or that weigh, and stand otherwise since."""
    stood = {each.demand.id: each.standing for each in before.judged}
    new = [
        each
        for each in after.judged
        if each.demand.decides is decides and each.standing is not stood[each.demand.id]
    ]
    return Gain(
        tuple(each for each in new if each.standing is Standing.VOLDAAN),
        tuple(each for each in new if each.standing is Standing.NIET_VOLDAAN),
    )


def _say_gain(decides: Gain, weighs: Gain) -> str:
    if decides:
        return capital(_in_words(decides, "eis", "eisen"))
    if weighs:
        return capital(_in_words(weighs, "punt dat meeweegt", "punten die meewegen"))
    return "De stand blijft gelijk"


def _beside(decides: Gain, weighs: Gain) -> str:
    """Say what weighs, where the heading is about what decides."""
    if not (decides and weighs):
        return ""
    return f"Ook {_in_words(weighs, 'punt dat meeweegt', 'punten die meewegen')}."


def _in_words(gain: Gain, one: str, more: str) -> str:
    """Say a gain: “drie eisen erbij voldaan, één niet”."""
    met, unmet = len(gain.met), len(gain.unmet)
    if not met:
        return f"{spelled(unmet)} {one if unmet == 1 else more} niet voldaan"
    told = f"{spelled(met)} {one if met == 1 else more} erbij voldaan"
    return f"{told}, {spelled(unmet)} niet" if unmet else told


def _repair(work: Work, judged: JudgedDemand) -> tuple[str, str]:
    """Say what to do about what is not met, and who can."""
    repair = judged.repair[0]
    library = work.library
    who = library.say("kort_dat_kan", orgaan=library.bodies[repair.who].name)
    return repair.text, who


def _new_question(
    before: Advice, after: Advice, repaired: JudgedDemand | None
) -> TonightQuestion | None:
    """Give the first question for tonight that was not there, and is no repair."""
    known = {each.text for each in before.tonight}
    mended = None if repaired is None else repaired.demand.id
    new = (e for e in after.tonight if e.text not in known and e.demand != mended)
    return next(new, None)


def _put(work: Work, question: TonightQuestion) -> Asked:
    library = work.library
    to = library.say("aan", orgaan=library.bodies[question.to].name)
    return Asked(question.text, f"{to}.")


# --- the chapters ---------------------------------------------------------------------


def chapter_rows(work: Work) -> tuple[ChapterRow, ...]:
    """Show every chapter: how its demands stand, or how much there is to ask."""
    first = _matters_most(work)
    return tuple(
        _chapter(work, one, first=one.id == first)
        for one in work.decision.header.chapters
    )


def _matters_most(work: Work) -> str | None:
    """Name the chapter to fill in first: that of the first question still to come."""
    by_screen = {halt.screen.id: halt for halt in work.journey.halts}
    for question in work.advice.ask_first:
        halt = by_screen[work.decision.screen_of(question.id).id]
        if halt.is_open:
            return halt.screen.chapter
    return None


def _chapter(work: Work, chapter: Chapter, *, first: bool) -> ChapterRow:
    halts = in_chapter(work, chapter)
    begun = any(halt.is_done for halt in halts)
    todo = next((halt for halt in halts if halt.is_open), None)
    entry = todo or next(iter(halts), None)
    word = "Wijzig" if todo is None else "Verder" if begun else "Begin"
    stand = _stand(work, chapter) if begun else {}
    words = [f"{number} {STATUS[one]}" for one, number in stand.items()]
    told = [enumerate_words(words)] if stand else []
    told += [f"nog {_questions(halts)}" if begun else _questions(halts)] if todo else []
    told += [MOST_FIRST] if first else []
    state = capital(", ".join(told)) or ("Ingevuld" if halts else FALLS_AWAY)
    way = None
    if entry is not None and work.may_change:
        way = Link(word, address(work, entry.screen))
    return chapter.title, state, squares(lambda one: stand.get(one, 0)), way


def _stand(work: Work, chapter: Chapter) -> dict[Standing, int]:
    """Count how the demands of a chapter stand: what decides, else what weighs."""
    decision, table = work.decision, work.advice.table
    for some in (table.deciding, table.weighing):
        own = [e for e in some if decision.chapter_of(e.demand) == chapter.id]
        found = {one: sum(e.standing is one for e in own) for one in COUNTED}
        if any(found.values()):
            return {one: number for one, number in found.items() if number}
    return {}


def _questions(halts: tuple[Halt, ...]) -> str:
    number = sum(answered_and_open(halt)[1] for halt in halts if halt.is_open)
    return counted(number, "vraag", "vragen")


def _chapters_done(work: Work) -> Progress:
    """Tell how many chapters are done; the words and the bar count the same."""
    found = [in_chapter(work, one) for one in work.decision.header.chapters]
    matter = [halts for halts in found if halts]
    done = sum(not any(halt.is_open for halt in halts) for halts in matter)
    total = len(matter)
    return Progress(
        f"{done} van {counted(total, 'hoofdstuk', 'hoofdstukken')} klaar",
        "",
        done,
        total,
    )
