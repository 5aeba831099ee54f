from itertools import product
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.judging.decision_diagram import Forest, lift

SIZES = (2, 3, 2)
WHOLE = tuple(product(*map(range, SIZES)))
READERS = tuple(map(itemgetter, range(len(SIZES))))  # a dossier here is its cells


def folded(forest, values, level=0):
    """The diagram of a table with a value for each whole set of answers."""
    if level == len(SIZES):
        return forest.end(values[0])
    step = len(values) // SIZES[level]
    parts = [values[start : start + step] for start in range(0, len(values), step)]
    return forest.branch(level, [folded(forest, part, level + 1) for part in parts])


def values_of(kind):
    return st.lists(kind, min_size=len(WHOLE), max_size=len(WHOLE))


truths, words = values_of(st.booleans()), values_of(st.sampled_from("abc"))


def read(forest, node):
    return [forest.value_at(node, READERS, cells) for cells in WHOLE]


@given(words)
def test_a_diagram_keeps_every_value_of_its_table(table):
    forest = Forest(SIZES)

    assert read(forest, folded(forest, table)) == table


@given(truths, truths)
def test_two_diagrams_are_one_exactly_when_they_say_the_same(one, two):
    forest = Forest(SIZES)

    assert (folded(forest, one) == folded(forest, two)) == (one == two)


@given(truths, truths, truths)
def test_operations_work_value_by_value(one, two, three):
    forest = Forest(SIZES)
    a, b, c = (folded(forest, table) for table in (one, two, three))

    assert read(forest, forest.negate(a)) == [not x for x in one]
    assert read(forest, forest.all_of([a, b, c])) == list(
        map(all, zip(one, two, three, strict=True))
    )
    assert read(forest, forest.any_of([a, b, c])) == list(
        map(any, zip(one, two, three, strict=True))
    )
    assert read(forest, forest.choose(a, b, c)) == [
        y if x else z for x, y, z in zip(one, two, three, strict=True)
    ]


@given(words, words)
def test_merging_and_changing_work_value_by_value(one, two):
    forest = Forest(SIZES)
    a, b = folded(forest, one), folded(forest, two)

    assert read(forest, forest.combine(max, a, b)) == list(map(max, one, two))
    assert read(forest, forest.convert(str.upper, a)) == [x.upper() for x in one]


@given(words, st.dictionaries(st.integers(0, 2), st.integers(0, 1)))
def test_what_is_left_agrees_with_what_is_known(table, cells):
    forest = Forest(SIZES)
    node = folded(forest, table)
    rest = forest.restrict(node, cells)
    left = [
        value
        for value, whole in zip(table, WHOLE, strict=True)
        if all(whole[level] == cell for level, cell in cells.items())
    ]

    assert forest.values(rest) == forest.values(node, cells) == set(left)
    assert not forest.support(rest) & cells.keys()


@given(words)
def test_support_names_what_can_make_a_difference(table):
    forest = Forest(SIZES)
    values = dict(zip(WHOLE, table, strict=True))
    matters = {
        level
        for whole in WHOLE
        for level in range(3)
        for cell in range(SIZES[level])
        if values[whole] != values[*whole[:level], cell, *whole[level + 1 :]]
    }

    assert forest.support(folded(forest, table)) == matters


@given(words)
def test_parents_come_before_their_children(table):
    forest = Forest(SIZES)
    nodes = forest.below(folded(forest, table))
    place = {node: index for index, node in enumerate(nodes)}

    assert all(
        place[child] > place[node] for node in nodes for child in forest.children(node)
    )


@given(words)
def test_lifted_an_unknown_holds_what_all_its_answers_hold(table):
    plain, lifted = Forest(SIZES), Forest(size + 1 for size in SIZES)
    node = lift(plain, lifted, folded(plain, table), lambda a, b: a | b, frozenset)
    values = dict(zip(WHOLE, table, strict=True))
    for partial in product(*(range(size + 1) for size in SIZES)):
        ways = [
            range(size) if cell == size else [cell]
            for cell, size in zip(partial, SIZES, strict=True)
        ]
        found = lifted.value_at(node, READERS, partial)

        assert found == {values[whole] for whole in product(*ways)}


def test_a_question_that_changes_nothing_is_not_asked():
    forest = Forest(SIZES)
    same = forest.end("a")

    assert forest.branch(0, [same, same]) == same
    assert forest.is_end(same)


@pytest.mark.parametrize(("one", "two"), [(True, 1), (False, 0), ("1", 1)])
def test_values_of_different_kinds_stay_apart(one, two):
    forest = Forest(SIZES)

    assert forest.end(one) != forest.end(two)


def test_equal_diagrams_are_stored_once():
    forest = Forest(SIZES)
    first = folded(forest, ["a", "b"] * 6)
    size = len(forest)

    assert folded(forest, ["a", "b"] * 6) == first
    assert len(forest) == size
