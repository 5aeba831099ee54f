"""Influence is counted; here it is counted again, completion by completion."""

from collections import Counter
from fractions import Fraction
from itertools import product

from hypothesis import given

from rules.grammar.answers import DONT_KNOW
from rules.judging.chart import Chart
from rules.judging.influence import ask_first, influences
from tests.rules.build import answers, decision, question, row, rule, yes
from tests.rules.worlds import cases, is_known, whole_outcome


def shares(outcomes):
    counts = Counter(outcomes)
    return {name: Fraction(n, counts.total()) for name, n in counts.items()}


def distance(one, two):
    """How far two divisions of outcomes lie apart: 0 the same, 1 nothing in common."""
    return sum(abs(one.get(name, 0) - two.get(name, 0)) for name in {*one, *two}) / 2


def counted(law, chart, known):
    """The influence of every open fact, with each cell of its answers equally likely."""
    cells = {
        domain.question: (known[domain.question],)
        if is_known(known.get(domain.question))
        else domain.examples
        for domain in chart.domains
    }
    names = list(cells)
    wholes = [dict(zip(names, way, strict=True)) for way in product(*cells.values())]
    outcomes = [whole_outcome(law, whole) for whole in wholes]
    found = {}
    for name, examples in cells.items():
        apart = [
            distance(
                shares(outcomes),
                shares(
                    o
                    for o, w in zip(outcomes, wholes, strict=True)
                    if w[name] == example
                ),
            )
            for example in examples
        ]
        found[name] = sum(apart) / len(apart)
    return found


@given(cases(most=6))
def test_influence_is_how_far_the_outcomes_shift(case):
    law, known = case
    chart = Chart(law)
    brute = counted(law, chart, known)
    found = influences(chart, known)

    assert {name: found.get(name, Fraction(0)) for name in brute} == brute


@given(cases())
def test_only_facts_that_can_decide_are_weighed(case):
    law, known = case
    chart = Chart(law)

    assert influences(chart, known).keys() == chart.open_questions(known)


@given(cases())
def test_asked_is_what_can_decide_and_then_what_was_asked_in_vain(case):
    law, known = case
    chart = Chart(law)
    asked = ask_first(chart, known)
    deciding = chart.open_questions(known)

    assert set(asked[: len(deciding)]) == deciding
    assert all(known.get(name) == DONT_KNOW for name in asked[len(deciding) :])


def test_what_decides_alone_comes_before_what_needs_company(synthetic):
    chart = synthetic("onbekend_in_en_of")
    found = influences(chart, {})

    assert found["plan_ligt_er"] > found["plek_is_vrij"] == found["buren_zijn_akkoord"]
    assert ask_first(chart, {}) == (
        "plan_ligt_er",
        "plek_is_vrij",
        "buren_zijn_akkoord",
    )


def test_what_the_user_does_not_know_is_asked_of_others_first(synthetic):
    known = answers(buren_zijn_akkoord=None)

    assert ask_first(synthetic("onbekend_in_en_of"), known)[0] == "buren_zijn_akkoord"


def test_a_fact_that_only_tells_comes_last_and_only_when_not_known(synthetic):
    chart = synthetic("vraag_die_vertelt")

    assert ask_first(chart, {}) == ("plan_ligt_er",)
    assert ask_first(chart, answers(bankje_heeft_naam=None)) == (
        "plan_ligt_er",
        "bankje_heeft_naam",
    )


def test_a_wish_is_never_asked_of_somebody_else(synthetic):
    chart = synthetic("eigen_keuze")

    assert "u_wilt_een_bankje" not in ask_first(chart, {})


def test_the_only_open_fact_has_the_whole_influence():
    law = decision(
        [question("a")], [rule("goed", yes("a"))], [row("nee", goed="nee"), row("ja")]
    )

    assert influences(Chart(law), {}) == {"a": Fraction(1, 2)}
