"""The demands of the real decisions: which decide, on what ground, and each by itself."""

from collections import Counter
from random import Random

import pytest

from reports.composing.reasons import reasons
from rules.content.acceptable_answers import is_in_order
from rules.content.demands import Basis, Standing
from rules.grammar.answers import Choice, DontKnow, Ticks, YesNo, stored
from rules.grammar.condition import asked
from rules.judging.demands import tally
from tests.content.dossiers import advice_of, amiss, by_chance, in_order
from tests.content.test_gevallen import law_of
from tests.law import LIBRARY

NAMES = sorted(LIBRARY.decisions)


@pytest.mark.parametrize("name", NAMES)
def test_just_these_demands_decide_each_on_its_article(name):
    """The cases say a second time, apart from the content, what decides and on what."""
    decision, said = LIBRARY.decision(name), law_of(name)["decides"]
    found = {each.id: set(each.sources) for each in decision.demands if each.decides}

    assert found.keys() == said.keys()
    for demand, grounds in said.items():
        assert set(grounds) & found[demand], demand


def test_cameratoezicht_has_the_demands_that_were_agreed():
    law = LIBRARY.decision("cameratoezicht")
    bases = Counter(each.basis for each in law.demands if each.decides)

    assert bases == {Basis.WET: 28, Basis.RECHTSPRAAK: 1}
    assert sum(not each.decides for each in law.demands) == 38
    first = [
        each for each in law.demands if each.decides and each.due in (None, "idee")
    ]
    later = [each for each in law.demands if each.decides and each.due == "voorstel"]
    assert (len(first), len(later)) == (4, 7)


@pytest.mark.parametrize(
    ("phase", "straks"), [("idee", 18), ("voorstel", 11), ("besluit", 0)]
)
def test_what_comes_later_is_counted_by_phase(phase, straks):
    chart = LIBRARY.chart("cameratoezicht")
    said = chart.decision.question_by_id["fase"].answer
    advice = advice_of(chart, {"fase": type(chart.domains[0].examples[0])(phase)})

    assert phase in {option.id for option in said.options}
    assert advice.tally.straks == straks


def test_a_full_decision_counts_at_most_twenty_five_demands():
    chart = LIBRARY.chart("cameratoezicht")
    advice = advice_of(chart, in_order(chart))

    assert 20 < advice.tally.due <= 25
    assert (advice.tally.niet_voldaan, advice.tally.onbekend) == (0, 0)
    assert advice.outcome.met


@pytest.mark.parametrize("name", NAMES)
def test_all_in_order_leaves_nothing_unmet_or_open(name):
    chart = LIBRARY.chart(name)
    left = amiss(chart, in_order(chart))

    assert [each.demand.id for each in left] == []


def answers_amiss(question):
    """Every answer to a question that is not in order, where there is a judgement."""
    if not question.judges:
        return
    options = getattr(question.answer, "options", ())
    if question.answer.kind == "ticks":
        for option in options:
            answer = question.answer.ticked([option.id])
            if not is_in_order(question, answer):
                yield answer
    else:
        (domain,) = [
            each
            for chart in map(LIBRARY.chart, NAMES)
            for each in chart.domains
            if each.question == question.id
        ][:1]
        for answer in domain.examples:
            if not is_in_order(question, answer):
                yield answer


@pytest.mark.parametrize("name", [each for each in NAMES if each != "buurtbemiddeling"])
def test_one_answer_amiss_unmeets_only_demands_that_rest_on_it(name):
    chart = LIBRARY.chart(name)
    base = in_order(chart)
    turned = 0
    for question in chart.decision.questions:
        for answer in answers_amiss(question):
            advice = advice_of(chart, {**base, question.id: answer})
            unmet = [e for e in advice.judged if e.standing is Standing.NIET_VOLDAAN]
            turned += len(unmet)
            for each in unmet:
                assert question.id in chart.decision.named_by(each.demand)
            if any(each.demand.decides for each in unmet):
                assert not advice.outcome.met
    assert turned > min(10, len(chart.decision.demands) // 2)


def sentences_of_other_answers(question, given):
    """What the content says of the answers that were not given."""
    says = {"ja": question.if_yes, "nee": question.if_no}
    says |= {e.id: e.says for e in getattr(question.answer, "options", ())}
    match given:
        case Ticks(value=ticked):
            said = set(ticked)
        case YesNo() | Choice():
            said = {stored(given)}
        case None | DontKnow():
            said = set()
        case _:
            return set()
    return {text for key, text in says.items() if text and key not in said}


@pytest.mark.parametrize("name", NAMES)
def test_no_printed_reason_denies_what_was_answered(name):
    """Walks random dossiers: each sentence is the one of the answer that was given."""
    chart, draw = LIBRARY.chart(name), Random(name)
    told = 0
    for _ in range(150):
        answers = by_chance(chart, draw)
        advice = advice_of(chart, answers)
        for reason in reasons(advice):
            told += 1
            for one in reason.questions:
                question = chart.decision.question_by_id[one]
                given = answers.get(one)
                others = sentences_of_other_answers(question, given)
                assert not [each for each in others if each in reason.text], given
                if reason.standing is Standing.NIET_VOLDAAN:
                    assert not isinstance(given, DontKnow | None), (reason.text, one)
    assert told > 150


@pytest.mark.parametrize("name", NAMES)
def test_the_title_counts_what_the_table_counts(name):
    chart, draw = LIBRARY.chart(name), Random(name)
    for _ in range(150):
        advice = advice_of(chart, by_chance(chart, draw))
        counted = tally(advice.table.counting(advice.outcome).in_title)
        if advice.outcome.met:
            assert (counted.niet_voldaan, counted.onbekend) == (0, 0)
            assert not advice.clashes
        assert "{" not in advice.headline.title


@pytest.mark.parametrize("name", NAMES)
def test_every_unmet_demand_that_decides_says_who_can_mend_it(name):
    demands = LIBRARY.decision(name).demands

    assert demands
    for demand in demands:
        if demand.decides:
            assert demand.repair
            assert demand.why
        parts = (demand.when, demand.not_met, demand.applies_when)
        asks = {question for part in parts for question in asked(part)}
        own = map(LIBRARY.decision(name).question_by_id.get, asks)
        able = {body for each in own for body in (each.who, each.changes)}
        for repair in demand.repair:
            # who can change the fact can mend it; the council can make another rule
            assert repair.who in able | {"raad"}, demand.id
            assert repair.text.endswith(".")
            assert not repair.request.endswith(".")
            assert repair.request[0].islower() or repair.request.split()[0].isupper()


@pytest.mark.parametrize("name", NAMES)
def test_three_questions_for_tonight_whatever_is_known(name):
    chart, draw = LIBRARY.chart(name), Random(name)
    some = [by_chance(chart, draw) for _ in range(100)]
    almost = [{**in_order(chart), **each} for each in some if len(each) < 4]
    assert almost
    for answers in [in_order(chart), *almost, *some]:
        advice = advice_of(chart, answers)
        texts = [each.text for each in advice.tonight]
        assert len(texts) == len(set(texts)) == 3
        for each in advice.tonight:
            assert each.because
            assert each.sources or each.demand is None, each.text
        deciding = [
            each
            for each in advice.tonight
            if each.demand and chart.decision.demand_by_id[each.demand].decides
        ]
        weighing = [each for each in advice.judged if each.is_open]
        if any(not each.demand.decides for each in weighing):
            assert len(deciding) <= 2
