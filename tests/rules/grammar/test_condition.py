from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from rules.grammar.answers import NO, YES, Amount, Choice, Day, Number
from rules.grammar.condition import (
    AllOf,
    AnyOf,
    Condition,
    Is,
    Not,
    RuleRef,
    leaves,
    parts,
)

READER = TypeAdapter(Condition)


@pytest.mark.parametrize(
    ("test", "passes", "fails"),
    [
        ({"is": "ja"}, [YES], [NO, Number(1)]),
        ({"is": "nee"}, [NO], [YES, Choice("nee")]),
        ({"one_of": ["a", "b"]}, [Choice("a"), Choice("b")], [Choice("c"), YES]),
        ({"at_most": 28}, [Number(28), Amount(0)], [Number(29), Amount(29), YES]),
        ({"at_least": 28}, [Number(28), Amount(29)], [Number(27), Day(date.max)]),
        (
            {"before": "2019-01-01"},
            [Day(date(2018, 12, 31))],
            [Day(date(2019, 1, 1)), Number(5)],
        ),
    ],
)
def test_a_test_holds_up_to_its_limit_and_no_further(test, passes, fails):
    leaf = READER.validate_python({"question": "v", **test})

    assert all(leaf.holds(answer) for answer in passes)
    assert not any(leaf.holds(answer) for answer in fails)


def test_a_condition_reads_the_same_from_words_and_from_its_models():
    words = {"all_of": [{"question": "v", "is": "ja"}, {"not": {"rule": "r"}}]}
    models = AllOf(all_of=(Is(question="v", is_="ja"), Not(not_=RuleRef(rule="r"))))

    assert READER.validate_python(words) == models
    assert READER.validate_python(models) == models


@pytest.mark.parametrize("nonsense", ["ja", 3, {}, {"vraag": "v"}, None])
def test_what_is_no_condition_is_refused_with_the_words_that_are(nonsense):
    with pytest.raises(
        ValidationError, match="dit is geen voorwaarde: gebruik question, zo nodig met"
    ):
        READER.validate_python(nonsense)


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": "v", "is": "maybe"},
        {"question": "v", "at_most": "28"},
        {"question": "v", "at_most": True},
        {"question": "v", "before": "1-1-2019"},
        {"question": "v", "before": 20190101},
        {"question": "v", "one_of": []},
        {"all_of": []},
        {"any_of": []},
        {"question": "v", "is": "ja", "at_most": 3},
        {"rule": "Hoofdletter"},
    ],
)
def test_a_condition_is_read_strictly(wrong):
    with pytest.raises(ValidationError):
        READER.validate_python(wrong)


def test_every_part_of_a_condition_has_its_place():
    condition = READER.validate_python(
        {
            "any_of": [
                {"question": "a", "is": "ja"},
                {"not": {"all_of": [{"rule": "r"}]}},
            ]
        }
    )

    assert [place for place, _ in parts(condition)] == [
        (),
        ("any_of", 0),
        ("any_of", 1),
        ("any_of", 1, "not"),
        ("any_of", 1, "not", "all_of", 0),
    ]
    assert leaves(condition) == (Is(question="a", is_="ja"),)
    assert isinstance(condition, AnyOf)
