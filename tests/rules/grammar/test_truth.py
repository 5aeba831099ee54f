import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.grammar.truth import Truth, all_of, any_of, truth_of

truths = st.sampled_from(Truth)
several = st.lists(truths)


@given(truths)
def test_a_verdict_refuses_to_be_a_bool(truth):
    with pytest.raises(TypeError, match="an unknown is neither yes nor no"):
        bool(truth)


def test_no_lies_below_unknown_and_unknown_below_yes():
    assert sorted([Truth.YES, Truth.UNKNOWN, Truth.NO]) == [
        Truth.NO,
        Truth.UNKNOWN,
        Truth.YES,
    ]


@given(truths)
def test_mirrored_twice_is_the_same(truth):
    assert ~~truth is truth


@given(several, st.randoms())
def test_order_does_not_matter(many, chance):
    shuffled = chance.sample(many, len(many))

    assert all_of(shuffled) is all_of(many)


def test_of_nothing_all_holds_and_any_does_not():
    assert all_of([]) is Truth.YES
    assert any_of([]) is Truth.NO


@given(several)
def test_any_of_mirrors_all_of(many):
    assert any_of(many) is ~all_of(~each for each in many)


@given(several.filter(lambda many: Truth.UNKNOWN in many))
def test_an_unknown_never_makes_all_of_firm_but_by_a_no(many):
    assert (all_of(many) is Truth.NO) == (Truth.NO in many)
    assert all_of(many) is not Truth.YES


def test_a_verdict_is_spelled_as_in_a_rule_file():
    assert [truth.dutch for truth in Truth] == ["nee", "onbekend", "ja"]
    assert [truth_of(value) for value in (False, True)] == [Truth.NO, Truth.YES]
