from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.grammar.answers import (
    DONT_KNOW,
    NO,
    YES,
    Amount,
    Choice,
    Day,
    Number,
    Ticks,
)
from rules.grammar.condition import AtLeast, AtMost, Before, OneOf
from rules.judging.distinct_answers import domains_of
from tests.rules.build import kind, question

DAYS = {"kind": "number", "unit": "dagen", "min": 0, "max": 100}
MONEY = {"kind": "amount", "max_cents": 5000}
COLOURS = kind("choice", ["rood", "wit"])


def domain_of(answer, tests, in_order="geen"):
    """The one domain of a question that has no ticks."""
    (only,) = domains_of(question("v", answer=answer, in_order=in_order), tests)
    return only


def days(*tests, in_order="geen"):
    return domain_of(DAYS, tests, in_order)


def test_a_number_is_cut_where_a_test_turns():
    domain = days(AtMost(question="v", at_most=28), AtLeast(question="v", at_least=7))

    assert domain.cuts == (7, 29)
    assert domain.examples == (Number(0), Number(7), Number(29))
    assert [domain.cell(Number(value)) for value in (6, 7, 28, 29)] == [0, 1, 1, 2]


def test_a_number_is_cut_where_it_is_in_order():
    assert days(in_order={"at_most": 14}).cuts == (15,)
    assert days(in_order={"at_least": 14}).cuts == (14,)


def test_a_limit_outside_the_range_cuts_nothing():
    assert days(AtMost(question="v", at_most=100)).cuts == ()
    assert days(AtLeast(question="v", at_least=0)).cuts == ()


@given(st.integers(0, 100), st.sets(st.integers(-5, 105), max_size=4))
def test_answers_in_one_cell_pass_the_same_tests(value, limits):
    tests = [AtMost(question="v", at_most=limit) for limit in sorted(limits)]
    domain = days(*tests)
    example = domain.examples[domain.cell(Number(value))]

    assert [test.holds(Number(value)) for test in tests] == [
        test.holds(example) for test in tests
    ]


def test_amounts_and_dates_are_cut_too():
    money = domain_of(MONEY, [AtLeast(question="v", at_least=1000)])
    day = domain_of(
        {"kind": "date"},
        [Before(question="v", before=date(2016, 7, 1))],
    )

    assert money.examples == (Amount(0), Amount(1000))
    assert [money.cell(Amount(cents)) for cents in (999, 1000)] == [0, 1]
    assert day.examples[1] == Day(date(2016, 7, 1))
    assert [day.cell(Day(date(2016, 6, 30))), day.cell(Day(date(2016, 7, 1)))] == [0, 1]


@pytest.mark.parametrize(
    ("kind", "answer", "cell"),
    [
        ({"kind": "yes_no"}, YES, 0),
        ({"kind": "yes_no"}, NO, 1),
        ({"kind": "weighing"}, DONT_KNOW, None),
        (COLOURS, Choice("wit"), 1),
        (COLOURS, None, None),
        (MONEY, Amount(7), 0),
    ],
)
def test_an_answer_lies_in_a_cell_and_an_unknown_in_none(kind, answer, cell):
    tests = [OneOf(question="v", one_of=("rood",))]

    assert domain_of(kind, tests).cell(answer) == cell


def test_of_ticks_each_option_is_a_domain_of_its_own():
    asked = question("v", answer=kind("ticks", ["rood", "wit"]), in_order="geen")
    rood, wit = domains_of(asked, ())

    assert (rood.name, wit.name) == ("v.rood", "v.wit")
    assert [rood.cell(a) for a in (Ticks(("rood",)), Ticks(("wit",)), None)] == [
        0,
        1,
        None,
    ]


ALONE = question(
    "v",
    answer=kind("ticks", ["rood", "wit", "geen", "weet"], ["geen", "weet"]),
    in_order="geen",
)


@pytest.mark.parametrize(
    ("ticked", "counted"),
    [
        ((), ("rood",)),
        (("wit", "rood"), ("rood", "wit")),
        (("wit", "geen"), ("geen",)),
        (("weet", "geen"), ("geen",)),
    ],
)
def test_any_set_of_options_counts_as_one_that_a_form_can_give(ticked, counted):
    assert ALONE.answer.counted(ticked) == Ticks(counted)
    assert ALONE.answer.ticked(counted) == Ticks(counted)
