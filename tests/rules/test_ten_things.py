"""The ten things that hold of every answer: of a small law, and of all real law."""

import pytest

from tests.rules.ten_things import THINGS, small_chart

# the others are proved of our law by `raadwijzer verify`, or walked in tests/content
OF_ALL_LAW = (7, 9, 10)


@pytest.mark.parametrize("number", THINGS)
def test_it_holds_of_a_small_law(number):
    chart = small_chart()

    assert chart.decision.demands
    THINGS[number](chart)


@pytest.mark.parametrize("number", OF_ALL_LAW)
def test_it_holds_of_our_law(library, number):
    assert library.decisions
    for name in library.decisions:
        THINGS[number](library.chart(name))


def test_there_are_ten():
    assert sorted(THINGS) == list(range(1, 11))
