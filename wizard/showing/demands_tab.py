"""Toets: how each demand stands, what is open first, and why the outcome is what it is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reports.composing.certainty import answers_half, law_half
from reports.composing.demands import STATUS, DemandChapter, ToldDemand, demands, quoted
from reports.composing.memo_core import improvements, standing_word
from reports.composing.one_page import counts
from reports.composing.questions_by_body import questions_by_body
from reports.composing.reasons import Reason, reasons
from reports.dutch import capital, enumerate_words
from rules.content.demands import Standing
from rules.grammar.glossary import Body
from rules.judging.journey import QuestionStanding
from rules.judging.law_by_date import why_idle
from wizard.counter import Work
from wizard.screen_parts import (
    Asked,
    AskedOf,
    Link,
    NotedSentence,
    Part,
    Shown,
    SourceMark,
    StatedPart,
)
from wizard.showing.doubts import firmness_in_doubt
from wizard.showing.navigation import address, as_checked, bar, counted, tally
from wizard.showing.source_cards import SourceCards


@dataclass(frozen=True)
class DemandRow:
    """One demand: how it stands, whose it is, and what to do or to ask.

    `todo` is what a body can do about it, or what to ask it; `told` are readings and
    exceptions; `change` leads to the answers that it looks at.
    """

    row: ToldDemand
    ground: str
    notes: tuple[SourceMark, ...]
    todo: tuple[tuple[str, str], ...]
    told: tuple[NotedSentence, ...]
    change: Link | None


@dataclass(frozen=True)
class Standings:
    """All demands: what decides by how it stands, what is met, weighs, or comes later.

    `urgent` lie open: not met, then open; the others by chapter, counted in words.
    `left_out` tells what is not counted.
    """

    urgent: tuple[StatedPart[DemandRow], ...]
    met: tuple[StatedPart[DemandRow], ...]
    weighing: tuple[StatedPart[DemandRow], ...]
    later: tuple[DemandRow, ...]
    later_weighing: tuple[DemandRow, ...]
    left_out: tuple[str, ...]


MOST_ASKED, MOST_SHOWN = 5, 8
FIRM = "Deze antwoorden veranderen de uitkomst niet meer. Zij vullen het memo aan."
OPEN = "Wat de uitkomst nog kan veranderen, staat vooraan."
SETTLED = "Hier leunt geen open eis meer op."
IDLE = "Telt niet mee door een ander antwoord."
ENDED = "Valt weg bij deze uitkomst."
URGENT = (Standing.NIET_VOLDAAN, Standing.ONBEKEND)


def demands_screen(work: Work) -> Shown:
    """Show the test, with all that belongs to how sure it is.

    Of the demands that stand alike at most `most` lie open. `improve` tells by body what
    it can do so that more is met; `skipped` by reason which questions were left out.
    """
    advice, library = work.advice, work.counter.library
    notes = SourceCards(library.sources)
    others = (one for one in advice.possible if one.id != advice.outcome.id)
    return Shown(
        "screens/toets.html",
        title="De toets",
        outcome=advice.headline.title,
        tally=tally(advice, later=True) if counts(advice) else None,
        standings=_standings(work, notes),
        most=MOST_SHOWN,
        status=STATUS,
        reasons=tuple(_reason(notes, each) for each in reasons(advice)),
        elsewhere=library.say("toets_elders") if advice.outcome.ends else "",
        improve_title=library.say("wat_kan_beter"),
        improve=_improve(work),
        certainty=(
            ("De antwoorden", answers_half(library, advice)),
            ("Het recht", law_half(library, advice)),
            ("Nagekeken", as_checked(work)),
        ),
        possible=() if advice.firm else tuple(capital(one.label) for one in others),
        robust=firmness_in_doubt(work),
        asks=asks(work),
        asks_intro=FIRM if advice.firm else OPEN,
        skipped=_skipped(work),
        bar=bar(work, "demands"),
    )


def _standings(work: Work, notes: SourceCards) -> Standings:
    """Lay out the demands: what lies open by how it stands, the rest by chapter.

    None where the outcome ends the walk: another rule holds there than theirs.
    """
    if work.advice.outcome.ends:
        return Standings((), (), (), (), (), ())
    library = work.counter.library
    found = demands(work.advice, library)
    rows = [row for chapter in found.deciding for row in chapter.rows]
    later = [(row, _row(work, notes, row)) for row in found.later]
    left_out, met = [], STATUS[Standing.VOLDAAN]
    if found.hanging:
        left_out.append(library.say("hangt_af", punten=quoted(found.hanging)))
    if found.idle:
        named = quoted(found.idle)
        left_out.append(f"{library.say('niet_van_toepassing')} {named}.")
    return Standings(
        urgent=tuple(
            StatedPart(capital(STATUS[standing]), some, state=str(len(some)))
            for standing in URGENT
            if (some := _standing(work, notes, rows, standing))
        ),
        met=tuple(
            StatedPart(chapter.title, some, state=f"{len(some)} {met}")
            for chapter in found.deciding
            if (some := _standing(work, notes, chapter.rows, Standing.VOLDAAN))
        ),
        weighing=tuple(_chapter(work, notes, chapter) for chapter in found.weighing),
        later=tuple(shown for row, shown in later if row.demand.decides),
        later_weighing=tuple(shown for row, shown in later if not row.demand.decides),
        left_out=tuple(left_out),
    )


def _standing(
    work: Work, notes: SourceCards, rows: Iterable[ToldDemand], standing: Standing
) -> tuple[DemandRow, ...]:
    return tuple(_row(work, notes, row) for row in rows if row.standing is standing)


def _chapter(
    work: Work, notes: SourceCards, chapter: DemandChapter
) -> StatedPart[DemandRow]:
    number = Counter(row.standing for row in chapter.rows)
    state = enumerate_words(
        f"{number[standing]} {word}"
        for standing, word in STATUS.items()
        if number[standing]
    )
    rows = tuple(_row(work, notes, row) for row in chapter.rows)
    return StatedPart(chapter.title, rows, state=state)


def _row(work: Work, notes: SourceCards, row: ToldDemand) -> DemandRow:
    bodies = work.counter.library.bodies
    parts = filter(None, (row.ground, row.articles, row.weight))
    return DemandRow(
        row,
        ground=", ".join(parts),
        notes=notes.marks(row.sources),
        todo=tuple((bodies[one.who].name, one.text) for one in row.steps),
        told=notes.beside(row.demand),
        change=_change(work, row),
    )


def _change(work: Work, row: ToldDemand) -> Link | None:
    """Lead to the answer under a demand; what is answered can be looked at again."""
    names = work.decision.named_by(row.demand)
    if not work.may_change or not names:
        return None
    answered = any(name in work.casefile.answers for name in names)
    where = address(work, work.decision.question_by_id[names[0]])
    return Link("Wijzig" if answered else "Vul in", where)


def _improve(work: Work) -> tuple[Part[str], ...]:
    bodies = work.counter.library.bodies
    return tuple(
        Part(capital(bodies[name].short), tuple(repair.text for repair in repairs))
        for name, repairs in improvements(work.advice).items()
    )


def _reason(notes: SourceCards, reason: Reason) -> tuple[str, NotedSentence]:
    """Give a reason, behind the word for how its demand stands."""
    is_open = reason.standing is Standing.ONBEKEND
    sentence = notes.sentence(reason.text, reason.sources, is_open=is_open)
    return standing_word(reason), sentence


def asks(work: Work) -> tuple[AskedOf, ...]:
    """Group what is open by who knows it, in the words that the memo uses."""
    bodies = work.counter.library.bodies
    return tuple(
        _asked_of(bodies[name], questions)
        for name, questions in questions_by_body(work.advice).items()
    )


def _asked_of(body: Body, questions: tuple[str, ...]) -> AskedOf:
    texts = tuple(map(Asked, questions))
    rest = counted(len(texts) - MOST_ASKED, "vraag", "vragen")
    return AskedOf(
        body=capital(body.name),
        how=body.how,
        questions=texts[:MOST_ASKED],
        more=texts[MOST_ASKED:],
        more_title=f"Nog {rest} over wat {body.name} weet",
    )


def _skipped(work: Work) -> tuple[Part[str], ...]:
    """Tell what was not asked, by the reason why."""
    grouped: dict[str, list[str]] = {}
    for stop in work.journey.stops:
        question = stop.question
        if stop.standing is QuestionStanding.IDLE:
            why = why_idle(work.decision, question) or IDLE
        elif stop.standing is QuestionStanding.SETTLED:
            why = SETTLED
        elif stop.standing is QuestionStanding.ENDED:
            why = ENDED
        else:
            continue
        grouped.setdefault(why, []).append(question.text)
    return tuple(Part(why, tuple(texts)) for why, texts in grouped.items())
