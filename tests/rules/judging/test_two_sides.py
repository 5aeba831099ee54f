"""Both sides: equally long, each sentence with its ground, and the facts can swap them."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from rules.content.casefile import CaseFile, Translated
from rules.content.demands import Standing
from rules.grammar.answers import Choice
from rules.judging.advice import advise
from rules.judging.folded_decision import Chart
from rules.judging.two_sides import FACTS, POINTS, two_sides
from rules.proof.examination import drawn
from tests.rules.build import (
    answers,
    choice,
    decision,
    demand,
    good,
    question,
    weighing,
)

TODAY = date(2026, 11, 21)
NAMES = "abcd"
LAW = decision(
    [question(name) for name in NAMES],
    [
        weighing("a", good("a"), weight="licht"),
        weighing("b", good("b"), weight="zeer_zwaar"),
        weighing("c", good("c")),
        demand("d", good("d")),
    ],
)


def sides(chart, known):
    advice = advise(chart, CaseFile(chart.decision.id, TODAY, known))
    return advice, two_sides(advice)


def told(known):
    _, both = sides(Chart(LAW), answers(**known))
    return [[point.text for point in side] for side in (both.for_, both.against)]


def test_what_is_met_speaks_for_and_what_is_not_met_against():
    assert told({"a": True, "b": False}) == [
        ["Ja: a.", "Zo staat het er."],
        ["Nee: b.", "Zo staat het er."],
    ]


@pytest.mark.parametrize("met", [True, False])
def test_what_decides_is_a_condition_and_speaks_on_neither_side(met):
    assert told({"a": True, "b": False, "d": met}) == told({"a": True, "b": False})


def test_a_fact_that_carries_three_demands_is_told_once_with_the_heaviest():
    law = decision(
        [question(name) for name in "abd"],
        [
            *(weighing("een", good("a")), weighing("twee", good("a"), weight="zwaar")),
            *(weighing("drie", good("a"), weight="licht"), weighing("b", good("b"))),
            demand("d", good("d")),
        ],
    )
    _, both = sides(Chart(law), answers(a=True, b=False))

    assert [point.demand for point in both.for_] == ["twee", None]
    assert [point.demand for point in both.against] == ["b", None]


def test_an_answer_speaks_only_for_its_own_side():
    """What is met by an answer that is not in order has nothing to say for it."""
    law = decision(
        [
            choice("camera", "vast", "auto", "kenteken", in_order=("vast",)),
            *(question(name) for name in "abd"),
        ],
        [
            weighing("leest_niets", {"question": "camera", "one_of": ["vast", "auto"]}),
            weighing("rijdt", {"question": "camera", "one_of": ["auto"]}),
            *(weighing(name, good(name)) for name in "ab"),
            demand("d", good("d")),
        ],
    )

    def spoken(given):
        known = {"camera": Choice(given), **answers(a=True, b=False)}
        _, both = sides(Chart(law), known)
        return [[p.demand for p in side] for side in (both.for_, both.against)]

    assert spoken("auto") == [["a", None], ["b", None]]
    assert spoken("vast") == [["leest_niets", "a"], ["b", None]]


def test_what_we_read_from_an_old_answer_speaks_for_nobody():
    known = {"a": True, "b": False}
    read = (Translated("b", ("D01",), "Wij lazen: nee."),)
    found = advise(
        Chart(LAW), CaseFile(LAW.id, TODAY, answers(**known), translated=read)
    )
    both = two_sides(found)

    assert [point.text for point in both.against] == ["Zo staat het er."]
    assert "Ja: a." in [point.text for point in two_sides(found, 9).for_]


def test_the_facts_change_sides_with_the_answers():
    known = {"a": True, "b": False}
    for_, against = told(known)
    turned = told({name: not value for name, value in known.items()})

    assert (for_[0], against[0]) == ("Ja: a.", "Nee: b.")
    assert (turned[0][0], turned[1][0]) == ("Ja: b.", "Nee: a.")


def test_where_the_sides_are_about_something_else_no_answer_speaks():
    levy = LAW.arguments.model_copy(update={"about": "een heffing"})
    chart = Chart(replace(LAW, arguments=levy))
    _, both = sides(chart, answers(a=True, d=False))

    for side in (both.for_, both.against):
        assert [point.text for point in side] == ["Zo staat het er."]
        assert all(point.demand is None for point in side)


def test_the_heaviest_comes_first():
    advice, both = sides(Chart(LAW), answers(**dict.fromkeys(NAMES, True)))
    found = two_sides(advice, 9)

    assert [point.demand for point in found.for_][:1] == ["b"]
    assert len(both.for_) == len(both.against) == 1


@pytest.mark.parametrize("size", [1, 3, POINTS])
def test_both_sides_have_as_many_points_each_with_its_ground(library, size):
    assert library.decisions
    for name in library.decisions:
        chart, draw = library.chart(name), Random(name)
        for _ in range(20):
            known = drawn(chart, draw)
            advice, _ = sides(chart, known)
            both = two_sides(advice, size)

            assert len(both.for_) == len(both.against) <= size
            for standing, side in (
                (Standing.VOLDAAN, both.for_),
                (Standing.NIET_VOLDAAN, both.against),
            ):
                facts = [point for point in side if point.demand]
                assert len(facts) <= FACTS
                assert all(point.sources for point in side if point.argument)
                for point in facts:
                    assert advice.demand(point.demand).standing is standing
