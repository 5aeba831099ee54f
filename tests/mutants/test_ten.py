"""For each of the ten things: a seeded fault is caught by the check of its number."""

from collections import Counter

import pytest

from tests.mutants.ten import TEN
from tests.rules.ten_things import THINGS, small_chart

# a `raises` that sees nothing is no AssertionError
CAUGHT = (AssertionError, ValueError, pytest.fail.Exception)


def test_each_thing_has_at_least_two_faults():
    assert min(Counter(number for number, _ in TEN.values()).values()) >= 2
    assert {number for number, _ in TEN.values()} == set(THINGS)


@pytest.mark.parametrize("number", THINGS)
def test_without_a_fault_nothing_is_caught(number):
    chart = small_chart()

    assert chart.decision.demands
    THINGS[number](chart)


@pytest.mark.parametrize("name", TEN)
def test_a_seeded_fault_is_caught(name):
    number, seeded = TEN[name]
    with seeded() as chart, pytest.raises(CAUGHT):
        THINGS[number](chart)
