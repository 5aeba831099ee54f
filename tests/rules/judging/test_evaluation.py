"""Verdicts with their reasons, on random law and random dossiers."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.grammar.answers import DONT_KNOW, NO, YES
from rules.grammar.condition import AllOf, AnyOf, Is, Leaf, Not, SomeOf
from rules.grammar.truth import Truth
from rules.judging.evaluation import FEW, decisive, decisive_tests, evaluate, judge_of
from rules.judging.folded_decision import Chart
from tests.rules.build import (
    all_of,
    answers,
    any_of,
    condition,
    decision,
    demand,
    no,
    question,
    rule,
    yes,
)
from tests.rules.worlds import Brute, answers_to, cases, is_known


def verdict(condition, given_answers):
    return judge_of(condition)(given_answers, {}).truth


def of(*names):
    return tuple(Is(question=name, is_="ja") for name in names)


def shuffled(condition, chance):
    """The same condition with its parts in another order."""
    match condition:
        case AllOf(all_of=parts):
            return AllOf(all_of=mixed(parts, chance))
        case AnyOf(any_of=parts):
            return AnyOf(any_of=mixed(parts, chance))
        case SomeOf(at_least=count, of=parts):
            return SomeOf(at_least=count, of=mixed(parts, chance))
        case Not(not_=part):
            return Not(not_=shuffled(part, chance))
        case _:
            return condition


def mixed(parts, chance):
    return tuple(
        shuffled(part, chance) for part in chance.sample(list(parts), len(parts))
    )


def mirrored(condition):
    """De Morgan: the same condition, its negation pushed down to the tests."""
    match condition:
        case AllOf(all_of=parts):
            return AnyOf(any_of=tuple(map(mirrored, parts)))
        case AnyOf(any_of=parts):
            return AllOf(all_of=tuple(map(mirrored, parts)))
        case SomeOf(at_least=count, of=parts):
            fewer = len(parts) - count + 1
            return SomeOf(at_least=fewer, of=tuple(map(mirrored, parts)))
        case Not(not_=part):
            return part
        case _:
            return Not(not_=condition)


# --- what is kept -------------------------------------------------------------


def test_what_is_kept_of_a_condition_is_told_of_no_other_answers():
    """Every set of answers to a condition, in any order, gives what a new one gives."""
    whole = condition(any_of(all_of(yes("a"), no("b")), {"not": yes("c")}))
    sets = [
        dict(zip("abc", said, strict=True))
        for said in product((YES, NO, DONT_KNOW), repeat=3)
    ]
    kept = judge_of(whole)

    for said in (*sets, *reversed(sets)):
        assert kept(said, {}) == judge_of(whole)(said, {})
    assert kept(sets[0], {}) is kept(sets[0] | {"d": NO}, {})


def test_of_many_questions_nothing_is_kept():
    whole = condition(all_of(*(yes(f"v{index}") for index in range(FEW + 1))))
    judge, said = judge_of(whole), {"v0": YES}

    assert judge(said, {}) == judge(said, {})
    assert judge(said, {}) is not judge(said, {})


# --- properties -------------------------------------------------------------


@given(cases())
def test_a_verdict_is_what_all_completions_agree_on(case):
    law, known = case
    findings = evaluate(Chart(law).steps, known)
    brute = Brute(law, known)

    for each in law.rules:
        assert findings[each.id].truth is brute.truth(each.when)


@given(cases(), st.data())
def test_learning_never_overturns_a_firm_verdict(case, data):
    law, known = case
    chart = Chart(law)
    later = dict(known)
    for asked in law.questions:
        if not is_known(known.get(asked.id)) and data.draw(st.booleans()):
            later[asked.id] = data.draw(st.sampled_from(answers_to(asked)))
    before, after = evaluate(chart.steps, known), evaluate(chart.steps, later)

    for name, found in before.items():
        assert found.truth in (Truth.UNKNOWN, after[name].truth)


@given(cases(), st.randoms(use_true_random=False))
def test_order_does_not_matter(case, chance):
    law, known = case
    demands = [
        with_when(each, shuffled(each.when, chance))
        for each in chance.sample(law.demands, len(law.demands))
    ]
    other = replace(law, demands=tuple(demands))
    here, there = evaluate(Chart(law).steps, known), evaluate(Chart(other).steps, known)

    assert {name: found.truth for name, found in here.items()} == {
        name: found.truth for name, found in there.items()
    }


def with_when(one, when):
    return one.model_copy(update={"when": when})


@given(cases())
def test_de_morgan_holds(case):
    law, known = case
    bare = {"applies_when": None, "not_met": None}
    plain = tuple(each.model_copy(update=bare) for each in law.demands)
    turned = tuple(with_when(each, mirrored(each.when)) for each in plain)
    here, there = (
        evaluate(Chart(replace(law, demands=demands)).steps, known)
        for demands in (plain, turned)
    )

    for each in law.demands:
        name = f"eis {each.id}"
        assert here[name].truth is ~there[name].truth


@given(cases())
def test_an_unknown_finding_names_an_open_question(case):
    law, known = case
    for found in evaluate(Chart(law).steps, known).values():
        named = {
            each.condition.question
            for each in decisive_tests(found)
            if each.truth is Truth.UNKNOWN
        }
        open_now = {name for name in named if not is_known(known.get(name))}

        assert (found.truth is Truth.UNKNOWN) == bool(open_now) or found.settled
        assert named == open_now


@given(cases())
def test_decisive_grounds_carry_the_verdict(case):
    law, known = case
    chart = Chart(law)
    for name, found in evaluate(chart.steps, known).items():
        cited = {each.condition.question for each in decisive_tests(found)}
        kept = {asked: known[asked] for asked in cited if asked in known}

        assert evaluate(chart.steps, kept)[name].truth is found.truth


@given(cases())
def test_an_exactly_settled_verdict_cites_nothing_it_can_do_without(case):
    law, known = case
    chart = Chart(law)
    for name, found in evaluate(chart.steps, known).items():
        grounds = found.grounds if found.settled else ()
        cited = dict.fromkeys(each.condition.question for each in grounds)
        for asked in cited:
            fewer = {other: known[other] for other in cited if other != asked}

            assert evaluate(chart.steps, fewer)[name].truth is Truth.UNKNOWN


@given(cases())
def test_what_follows_is_the_same_whether_not_known_or_not_asked(case):
    law, known = case
    chart = Chart(law)
    asked = {name: answer for name, answer in known.items() if is_known(answer)}

    assert evaluate(chart.steps, known) == evaluate(chart.steps, asked)


# --- examples ---------------------------------------------------------------


def test_an_unknown_never_becomes_a_no():
    condition = AllOf(all_of=of("a", "b"))

    assert verdict(condition, answers(a=True)) is Truth.UNKNOWN
    assert verdict(condition, answers(a=True, b=None)) is Truth.UNKNOWN
    assert verdict(condition, answers(b=False)) is Truth.NO


def test_an_unknown_never_becomes_a_yes():
    condition = AnyOf(any_of=of("a", "b"))

    assert verdict(condition, answers(a=False, b=None)) is Truth.UNKNOWN
    assert verdict(condition, answers(b=True)) is Truth.YES


def test_a_yes_of_any_of_rests_on_its_yeses():
    found = judge_of(AnyOf(any_of=of("a", "b", "c")))(answers(a=True, b=False), {})

    assert [each.condition.question for each in decisive(found)] == ["a"]


def test_a_no_of_all_of_rests_on_its_noes():
    found = judge_of(AllOf(all_of=of("a", "b", "c")))(answers(a=False, b=True), {})

    assert [each.condition.question for each in decisive(found)] == ["a"]


def test_an_unknown_rests_on_what_is_unknown():
    found = judge_of(AllOf(all_of=of("a", "b")))(answers(a=True, b=None), {})

    assert [each.condition.question for each in decisive(found)] == ["b"]


def test_a_negation_rests_on_what_it_denies():
    found = judge_of(Not(not_=AllOf(all_of=of("a", "b"))))(answers(a=False), {})

    assert found.truth is Truth.YES
    assert [each.condition.question for each in decisive_tests(found)] == ["a"]


def test_a_rule_brings_its_own_grounds():
    law = decision(
        [question("a"), question("b")],
        [demand("goed", all_of({"rule": "eerst"}, yes("b")))],
        rules=[rule("eerst", yes("a"))],
    )
    findings = evaluate(Chart(law).steps, answers(a=True, b=True))
    found = findings["eis goed"]

    assert found.grounds[0] is findings["eerst"]
    assert [each.condition.question for each in decisive_tests(found)] == ["a", "b"]


def test_an_exactly_settled_verdict_rests_on_the_answers_that_settle_it(synthetic):
    chart = synthetic("dubbel_feit")
    known = answers(plek_is_stoep=None, stoep_is_breed=True, gras_is_droog=True)
    (step,) = chart.steps
    found = evaluate(chart.steps, known)["eis bankje_past"]

    assert step.judge(known, {}).truth is Truth.UNKNOWN
    assert (found.truth, found.settled) == (Truth.YES, True)
    assert [each.condition.question for each in decisive_tests(found)] == [
        "stoep_is_breed",
        "gras_is_droog",
    ]


def test_an_exactly_settled_yes_may_rest_on_a_no():
    without = any_of(all_of(yes("a"), no("b")), all_of(no("a"), no("b")))
    found = settled(without, b=False)

    assert verdict(condition(without), answers(b=False)) is Truth.UNKNOWN
    assert found.truth is Truth.YES
    assert {each.condition.question for each in decisive_tests(found)} == {"b"}


def test_an_exactly_settled_yes_may_rest_on_tests_that_fail():
    less = {"not": yes("b")}
    found = settled(any_of(all_of(yes("a"), less), all_of(no("a"), less)), b=False)

    assert found.truth is Truth.YES
    assert [each.truth for each in decisive_tests(found)] == [Truth.NO]


def settled(when, **known):
    law = decision([question("a"), question("b")], [demand("goed", when)])
    return evaluate(Chart(law).steps, answers(**known))["eis goed"]


def test_a_test_with_one_result_for_every_answer_is_settled():
    days = {"kind": "number", "unit": "dagen", "min": 0, "max": 9}
    law = decision(
        [question("a", answer=days, in_order="geen")],
        [demand("goed", {"question": "a", "at_most": 9})],
    )

    assert evaluate(Chart(law).steps, {})["eis goed"].truth is Truth.YES


def test_one_fact_stated_twice_needs_no_answer():
    found = settled(any_of(yes("a"), no("a")), a=None)

    assert (found.truth, found.grounds) == (Truth.YES, ())


def test_at_least_so_many_rests_on_those_that_make_it_so():
    some = SomeOf(at_least=2, of=of("a", "b", "c"))
    judge = judge_of(some)

    def carried(**known):
        found = judge(answers(**known), {})
        return found.truth, [e.condition.question for e in decisive(found)]

    assert carried(a=True, b=False, c=True) == (Truth.YES, ["a", "c"])
    assert carried(a=False, b=True, c=False) == (Truth.NO, ["a", "c"])
    assert carried(a=True, b=None, c=False) == (Truth.UNKNOWN, ["b"])


def test_a_condition_must_be_written_out_before_it_is_judged():
    with pytest.raises(TypeError, match="is not written out"):
        judge_of(condition({"question": "a"}))


@pytest.mark.parametrize("unknown", [{}, {"a": DONT_KNOW}, {"b": YES}])
def test_every_test_on_an_unknown_answer_is_unknown(unknown):
    tests = [
        {"question": "a", "is": "ja"},
        {"question": "a", "one_of": ["rood"]},
        {"question": "a", "includes": ["rood"]},
        {"question": "a", "at_least": 1},
        {"question": "a", "before": "2020-01-01"},
    ]
    leaves = [condition(test) for test in tests]

    assert all(isinstance(leaf, Leaf) for leaf in leaves)
    assert {verdict(leaf, unknown) for leaf in leaves} == {Truth.UNKNOWN}
