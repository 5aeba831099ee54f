"""The ten things that hold of every answer, each as a check that can fail.

A fault seeded in the engine or in the law must be caught by the check of its own number
(`tests/mutants`).
"""

from datetime import date
from random import Random

import pytest

from rules.content.acceptable_answers import is_in_order
from rules.content.casefile import CaseFile
from rules.content.demands import Basis, Standing
from rules.grammar.answers import DONT_KNOW, DontKnow, parse
from rules.grammar.errors import InputError
from rules.judging.advice import advise
from rules.judging.folded_decision import Chart
from rules.judging.journey import journey
from rules.proof.examination import drawn
from rules.proof.verification import gates_of, headline_is_no_firmer, nothing_falls_away
from tests.rules.build import (
    all_of,
    card,
    choice,
    demand,
    good,
    phased,
    question,
    weighing,
    yes,
)

TODAY = date(2026, 11, 29)
SAMPLE = 60
AMISS = (Standing.NIET_VOLDAAN, Standing.ONBEKEND)


def small_law():
    """A plan in three phases with a card, a gate, a reading and a clash."""
    return phased(
        [
            question("plan"),
            card(
                "beeld",
                question("film", in_order="nee"),
                question("scherm", applies_when=yes("film")),
            ),
            question("einde"),
            choice("duur", "kort", "altijd", in_order=["kort"]),
            question("nut"),
        ],
        [
            weighing(
                "lezing", good("nut"), basis="lezing", weight="zwaar", reading="Anders."
            ),
            demand("woningen", good("scherm")),
            demand("plan", good("plan")),
            demand("einde", good("einde"), due="besluit"),
            weighing("kort", good("duur"), weight="licht"),
            weighing("beide", all_of(good("plan"), good("nut"))),
        ],
        ask_order=["plan", "woningen"],
        clashes=[
            {
                "id": "x",
                "pair": [{"question": "duur", "one_of": ["altijd"]}, yes("einde")],
                "text": "Dat past niet.",
                "ask": "duur",
            }
        ],
    )


def advice_on(chart, known):
    return advise(chart, CaseFile(chart.decision.id, TODAY, known))


def dossiers(chart, times=SAMPLE):
    """Dossiers that chance picks, the same each time."""
    draw = Random(chart.decision.id)
    for _ in range(times):
        share, whole = draw.random(), drawn(chart, draw)
        yield {name: a for name, a in whole.items() if draw.random() < share}


def is_unknown(answer):
    return isinstance(answer, DontKnow | None)


def thing_1_a_headline_is_never_firmer_than_its_table(chart):
    assert not [*headline_is_no_firmer(chart)]
    for known in dossiers(chart):
        advice = advice_on(chart, known)
        if advice.outcome.met:
            standings = {e.standing for e in advice.judged if e.demand.decides}
            assert not standings & set(AMISS)
            assert not advice.clashes


def thing_2_a_no_that_can_be_mended_switches_nothing_off(chart):
    assert not [*nothing_falls_away(chart)]
    law, gates = chart.decision, gates_of(chart)
    for asked in law.questions:
        if asked.is_yes_no and asked.judges and asked.id not in gates:
            bad = parse(asked.answer, "ja" if asked.in_order == "nee" else "nee")
            here = journey(chart, {asked.id: bad})
            assert here.ended == ()
            stops = {s.question.id: s.standing.value for s in here.stops}
            for each in advice_on(chart, {asked.id: bad}).judged:
                if each.stands is Standing.ONBEKEND:
                    rows = set(law.named_by(each.demand)) - {asked.id}
                    assert "staat al vast" not in {stops[name] for name in rows}


def thing_3_a_reason_is_entailed_by_the_answers(chart):
    by_id = chart.decision.question_by_id
    for known in dossiers(chart):
        for each in advice_on(chart, known).judged:
            for name in each.carried_by:
                if each.stands is Standing.NIET_VOLDAAN:
                    assert not is_unknown(known.get(name))
                    assert not by_id[name].judges or not is_in_order(
                        by_id[name], known[name]
                    )
                if each.stands is Standing.VOLDAAN:
                    assert not is_unknown(known.get(name))


def thing_4_a_question_is_as_wide_as_its_effect(chart):
    """A truthful answer that is harmless leaves every demand met."""
    law = chart.decision
    fine = {
        asked.id: answer
        for asked in law.questions
        if asked.judges and asked.answer.kind == "yes_no"
        for answer in [parse(asked.answer, "nee" if asked.in_order == "nee" else "ja")]
    }
    for each in advice_on(chart, fine).judged:
        assert each.stands is not Standing.NIET_VOLDAAN


def thing_5_what_is_cumulative_stays_cumulative(chart):
    """A demand of several parts is not met as long as one part is not in order."""
    by_id = chart.decision.question_by_id
    for known in dossiers(chart):
        for each in advice_on(chart, known).judged:
            if each.demand.id == "beide" and each.stands is Standing.VOLDAAN:
                for name in ("plan", "nut"):
                    assert is_in_order(by_id[name], known.get(name, DONT_KNOW))


def thing_6_certainty_has_two_halves(chart):
    for known in dossiers(chart):
        advice = advice_on(chart, known)
        left = chart.outcomes_left(known)
        phase = chart.decision.header.phase
        adrift = phase is not None and is_unknown(known.get(phase))
        assert advice.firm is (len(left) == 1 and not adrift and not advice.clashes)
    for each in chart.decision.demands:
        assert each.basis is not Basis.LEZING or not each.decides
        assert each.basis is not Basis.LEZING or each.reading


def thing_7_a_day_that_cannot_be_judged_is_refused(chart):
    first = chart.decision.header.valid_from
    with pytest.raises(InputError, match="te vroeg"):
        chart.at(date.fromordinal(first.toordinal() - 1))
    assert chart.at(first)


def thing_8_what_helps_most_is_asked_first(chart):
    for known in dossiers(chart):
        advice = advice_on(chart, known)
        asked = [each.id for each in advice.ask_first]
        clashing = [clash.ask for clash in advice.clashes]
        assert asked[: len(clashing)] == clashing
        wanted = {n for e in advice.judged if e.is_open for n in e.carried_by}
        assert {n for n in wanted if is_unknown(known.get(n))} <= set(asked)
        assert all(is_unknown(known.get(n)) for n in asked if n not in clashing)
        ranks = [rank_of(advice, name) for name in asked]
        assert ranks == sorted(ranks)


def rank_of(advice, name):
    """A clash, the phase, a demand that decides in the own order, one that weighs."""
    if name in {clash.ask for clash in advice.clashes}:
        return (0, 0)
    if name == advice.decision.header.phase:
        return (1, 0)
    order = advice.decision.header.ask_order
    places = [
        (
            2 if each.demand.decides else 3,
            order.index(each.demand.id) if each.demand.id in order else len(order),
        )
        for each in advice.judged
        if each.is_open and name in each.carried_by
    ]
    return min(places)


def thing_9_what_can_be_better_is_a_repair_with_who_can(chart):
    for known in dossiers(chart):
        advice = advice_on(chart, known)
        assert {each.demand.id for each in advice.improve} == {
            each.demand.id
            for each in advice.judged
            if each.standing is Standing.NIET_VOLDAAN
        }
        for each in advice.improve:
            assert each.demand.repair or not each.demand.decides
            assert each.repair or not each.demand.repair
            assert all(repair.who for repair in each.repair)


def thing_10_what_is_not_due_yet_is_neither_met_nor_not(chart):
    """What a later ruling or phase asks is told as such, and counts nowhere."""
    phases = [phase.id for phase in chart.decision.phases]
    for known in dossiers(chart):
        said = known.get(chart.decision.header.phase)
        for each in advice_on(chart, known).judged:
            if not is_unknown(said) and each.applies.dutch == "ja":
                start = each.demand.due or phases[0]
                due = phases.index(said.value) >= phases.index(start)
                assert due is (each.standing is not Standing.STRAKS)


THINGS = {
    int(name.split("_")[1]): check
    for name, check in list(globals().items())
    if name.startswith("thing_")
}


def small_chart():
    return Chart(small_law())
