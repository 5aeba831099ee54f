from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.money.cost_sums import NOTHING, Bill, total
from rules.money.ranges import Interval, between
from tests.rules.priced import brute_force

NAMES = ("a", "b", "c", "d", "e")
VALUES = st.builds(
    lambda low, more: between(Fraction(low, 4), Fraction(low + more, 4)),
    st.integers(0, 400),
    st.one_of(st.just(0), st.integers(0, 400)),
)
WORLDS = st.fixed_dictionaries(dict.fromkeys(NAMES, VALUES))
PRODUCTS = st.sets(st.sampled_from(NAMES), max_size=3)
BILLS = st.lists(st.tuples(PRODUCTS, st.integers(-5, 5)), max_size=6).map(
    lambda terms: total(Bill.of(*names) * times for names, times in terms)
)


@given(BILLS, WORLDS)
def test_the_extremes_are_those_of_every_corner(bill: Bill, values: dict) -> None:
    found = brute_force(bill, values)
    assert bill.extremes(values) == (min(found), max(found))


@given(BILLS, WORLDS, st.sets(st.sampled_from(NAMES)))
def test_bounds_hold_whatever_the_unknown_turns_out_to_be(
    bill: Bill, values: dict, unknown: set
) -> None:
    known = {name: value for name, value in values.items() if name not in unknown}
    bounds = bill.bounds(known)
    found = brute_force(bill, values)
    assert bounds.low is None or bounds.low <= min(found)
    assert bounds.high is None or bounds.high >= max(found)


@given(BILLS, WORLDS)
def test_learning_narrows_and_never_overturns(bill: Bill, values: dict) -> None:
    narrow = {name: between(value.low) for name, value in values.items()}
    low, high = bill.extremes(values)
    least, most = bill.extremes(narrow)
    assert low <= least == most <= high


def test_what_both_sides_share_falls_away() -> None:
    dpia, camera, guard = Bill.of("dpia"), Bill.of("camera"), Bill.of("boa")
    difference = (camera + dpia) - (guard + dpia)
    assert difference.variables == {"camera", "boa"}
    values = {"camera": between(1, 2), "boa": between(3, 4)}
    assert difference.bounds(values).high == -1


def test_nought_times_unknown_is_nought_and_not_missing() -> None:
    bill = Bill.of("prijs", "aantal")
    assert not bill.open({"aantal": between(0)}).terms
    assert bill.bounds({"aantal": between(0)}).high == 0
    assert bill.open({"aantal": between(0, 1)}).terms


def test_an_unknown_leaves_the_side_open_that_it_can_move() -> None:
    bill = Bill.of("bekend") + Bill.of("onbekend")
    bounds = bill.bounds({"bekend": between(5)})
    assert (bounds.low, bounds.high) == (5, None)
    bounds = (bill * -1).bounds({"bekend": between(5)})
    assert (bounds.low, bounds.high) == (None, -5)


def test_an_empty_bill_is_nought() -> None:
    assert NOTHING.extremes({}) == (0, 0)


def test_a_variable_stands_once_in_a_product() -> None:
    with pytest.raises(ValueError, match="twice"):
        Bill.of("a", "a")


def test_an_interval_is_never_upside_down_or_below_nought() -> None:
    for low, high in ((2, 1), (-1, 1)):
        with pytest.raises(ValueError, match="no interval"):
            Interval(Fraction(low), Fraction(high))
