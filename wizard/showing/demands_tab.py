"""Toets: how each demand stands, what is open first, and why the outcome is what it is."""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import partial

from reports.composing.certainty import answers_half, law_half
from reports.composing.demands import STATUS, Demands, ToldDemand, demands, quoted
from reports.composing.memo_core import improvements, standing_word
from reports.composing.one_page import counts
from reports.composing.questions_by_body import questions_by_body
from reports.composing.reasons import reasons
from reports.dutch import capital, enumerate_words
from rules.content.demands import Demand, Standing
from rules.judging.journey import QuestionStanding
from rules.judging.law_by_date import why_idle
from rules.library import Library
from wizard.counter import Work
from wizard.screen_parts import Asked, AskedOf, Link, Shown
from wizard.showing.doubts import firmness_in_doubt
from wizard.showing.navigation import address, as_checked, bar, tally
from wizard.showing.source_cards import SourceCards

MOST_ASKED, MOST_SHOWN = 5, 8
FIRM = "Deze antwoorden veranderen de uitkomst niet meer. Zij vullen het memo aan."
OPEN = "Wat de uitkomst nog kan veranderen, staat vooraan."
SETTLED = "Hier leunt geen open eis meer op."
IDLE = "Telt niet mee door een ander antwoord."
ENDED = "Valt weg bij deze uitkomst."
URGENT = (Standing.NIET_VOLDAAN, Standing.ONBEKEND)


def demands_screen(work: Work) -> Shown:
    """Show the test, with all that belongs to how sure it is.

    Of the demands that stand alike at most `most` lie open: what is `urgent`, not met and
    then open; the others by chapter, counted in words. `change` leads to the answers that
    a demand looks at. `skipped` tells by reason which questions were left out.
    """
    advice, library = work.advice, work.library
    found = demands(advice, library)
    rows = [row for chapter in found.deciding for row in chapter.rows]
    others = (one for one in advice.possible if one.id != advice.outcome.id)
    return Shown(
        "screens/toets.html",
        title="De toets",
        outcome=advice.headline.title,
        tally=tally(advice, later=True) if counts(advice) else None,
        urgent=tuple(
            (STATUS[standing], some)
            for standing in URGENT
            if (some := [row for row in rows if row.standing is standing])
        ),
        met=tuple(
            _counted(chapter.title, some)
            for chapter in found.deciding
            if (some := [r for r in chapter.rows if r.standing is Standing.VOLDAAN])
        ),
        weighing=tuple(_counted(each.title, each.rows) for each in found.weighing),
        later=found.later,
        left_out=tuple(_left_out(library, found)),
        most=MOST_SHOWN,
        status=STATUS,
        change=partial(_change, work),
        reasons=tuple((standing_word(each), each) for each in reasons(advice)),
        elsewhere=library.say("toets_elders") if advice.outcome.ends else "",
        improve_title=library.say("wat_kan_beter"),
        improve=improvements(advice),
        bodies=library.bodies,
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
        cards=SourceCards(library.sources),
        bar=bar(work, "demands"),
    )


def _counted(
    title: str, rows: Collection[ToldDemand]
) -> tuple[str, str, Collection[ToldDemand]]:
    """Say under a title how many demands stand in each way."""
    number = Counter(row.standing for row in rows)
    told = (f"{number[one]} {word}" for one, word in STATUS.items() if number[one])
    return title, enumerate_words(told), rows


def _left_out(library: Library, found: Demands) -> Iterator[str]:
    """Tell what is not counted."""
    if found.hanging:
        yield library.say("hangt_af", punten=quoted(found.hanging))
    if found.idle:
        yield f"{library.say('niet_van_toepassing')} {quoted(found.idle)}."


def _change(work: Work, demand: Demand) -> Link | None:
    """Lead to the answer under a demand; what is answered can be looked at again."""
    names = work.decision.named_by(demand)
    if not work.may_change or not names:
        return None
    answered = any(name in work.casefile.answers for name in names)
    where = address(work, work.decision.question_by_id[names[0]])
    return Link("Wijzig" if answered else "Vul in", where)


def asks(work: Work) -> tuple[AskedOf, ...]:
    """Group what is open by who knows it, in the words that the memo uses."""
    bodies = work.library.bodies
    return tuple(
        AskedOf.at_most(
            MOST_ASKED,
            bodies[name],
            tuple(map(Asked, questions)),
            f" over wat {bodies[name].name} weet",
        )
        for name, questions in questions_by_body(work.advice).items()
    )


def _skipped(work: Work) -> dict[str, list[str]]:
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
    return grouped
