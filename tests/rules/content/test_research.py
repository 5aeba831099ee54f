"""How sure an entry is follows from its design and its steps."""

from itertools import product

import pytest

from rules.content.research import Certainty, Design, Direction, DoubtStep, ReadExtent
from tests.rules.studies import entry, not_found

LEVELS = tuple(Certainty)


@pytest.mark.parametrize(
    ("design", "starts"),
    [
        ("overzichtsstudie", "hoog"),
        ("gerandomiseerd", "hoog"),
        ("vergelijking", "redelijk"),
        ("voor-na", "laag"),
        ("casus", "zeer laag"),
        ("mening", "zeer laag"),
    ],
)
def test_a_design_has_its_starting_point(design, starts) -> None:
    assert entry(opzet=design, gelezen="heel").certainty == starts


@pytest.mark.parametrize(
    ("steps", "certainty"),
    [
        ([], "hoog"),
        (["andere plek"], "redelijk"),
        (["andere plek", "weinig"], "laag"),
        (["andere plek", "weinig", "belang"], "zeer laag"),
        (["andere plek", "weinig", "belang", "wisselend"], "zeer laag"),
    ],
)
def test_each_step_is_one_level_down_and_there_is_a_floor(steps, certainty) -> None:
    assert entry(*steps, gelezen="heel").certainty == certainty


@pytest.mark.parametrize("read", ["deels", "samenvatting", "fragment"])
def test_what_was_not_read_whole_is_at_most_fairly_sure(read) -> None:
    assert entry(gelezen=read).certainty == "redelijk"
    assert entry("weinig", gelezen=read).certainty == "redelijk"
    assert entry("weinig", "belang", gelezen=read).certainty == "laag"


@pytest.mark.parametrize("direction", Direction)
def test_certainty_is_absent_exactly_where_nothing_was_studied_or_found(
    direction,
) -> None:
    found = entry(richting=direction.value)
    assert (found.certainty is None) == (
        direction in (Direction.NOT_STUDIED, Direction.NOT_FOUND)
    )
    assert not_found().certainty is None


@pytest.mark.parametrize(("design", "read"), product(Design, ReadExtent))
def test_a_step_more_never_makes_it_surer(design, read) -> None:
    found = [
        entry(
            *list(DoubtStep)[:number], opzet=design.value, gelezen=read.value
        ).certainty
        for number in range(len(DoubtStep) + 1)
    ]
    assert found == sorted(found, key=LEVELS.index)


def test_every_word_has_a_dutch_word_of_its_own() -> None:
    for words in (Certainty, Direction, Design):
        said = [word.dutch for word in words]
        assert len(set(said)) == len(said)
