import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.content.acceptable_answers import (
    counts_when_idle,
    good_answers,
    in_order,
    is_in_order,
)
from rules.grammar.answers import DONT_KNOW
from rules.grammar.condition import AtLeast, AtMost, Includes, Is, Not, OneOf
from rules.grammar.truth import Truth
from rules.judging.evaluation import judge_of
from tests.rules.build import condition, kind, question
from tests.rules.worlds import KINDS, Dice, answers_to

DAYS = {"kind": "number", "unit": "dagen", "min": 0, "max": 100}
MONEY = {"kind": "amount", "max_cents": 5000}
COLOURS = ("rood", "wit", "blauw")
CHOICE, TICKS = kind("choice", COLOURS), kind("ticks", COLOURS)


@pytest.mark.parametrize(
    ("answer", "order", "test", "good"),
    [
        ({"kind": "yes_no"}, "ja", Is(question="v", is_="ja"), ("ja",)),
        ({"kind": "yes_no"}, "nee", Is(question="v", is_="nee"), ("nee",)),
        (DAYS, {"at_most": 28}, AtMost(question="v", at_most=28), (28,)),
        (MONEY, {"at_least": 100}, AtLeast(question="v", at_least=100), (100,)),
        (CHOICE, ["wit"], OneOf(question="v", one_of=("wit",)), ("wit",)),
        (
            TICKS,
            ["rood", "wit"],
            Not(not_=Includes(question="v", includes=("blauw",))),
            ("rood", "wit"),
        ),
        (DAYS, "geen", None, ()),
        ({"kind": "weighing"}, "ja", None, ()),
        ({"kind": "date"}, "geen", None, ()),
    ],
)
def test_an_answer_is_in_order_when_it_passes_one_test(answer, order, test, good):
    asked = question("v", answer=answer, in_order=order)

    assert in_order(asked) == test
    assert good_answers(asked) == good


@st.composite
def asked_and_answered(draw):
    dice = Dice(draw)
    answer, orders = dice.one(KINDS)
    asked = question("v", answer=answer, in_order=dice.one(orders))
    return asked, dice.one(answers_to(asked))


@given(asked_and_answered())
def test_to_be_in_order_is_to_pass_that_test(case):
    asked, answer = case
    test = in_order(asked)
    passes = test is None or judge_of(test)({"v": answer}, {}).truth is Truth.YES

    assert is_in_order(asked, answer) is passes
    assert is_in_order(asked, DONT_KNOW) is not asked.judges


@pytest.mark.parametrize(
    ("answer", "order", "test", "counts"),
    [
        ({"kind": "yes_no"}, "ja", {"is": "ja"}, True),
        ({"kind": "yes_no"}, "ja", {"is": "nee"}, False),
        ({"kind": "yes_no"}, "nee", {"is": "nee"}, True),
        ({"kind": "yes_no"}, "geen", {"is": "ja"}, False),
        (DAYS, {"at_most": 28}, {"at_most": 28}, True),
        (DAYS, {"at_most": 28}, {"at_least": 28}, False),
        (DAYS, {"at_most": 28}, {"at_most": 14}, False),
        (DAYS, {"at_least": 7}, {"at_least": 3}, True),
        (MONEY, {"at_most": 28}, {"at_least": 29}, False),
        (CHOICE, ["wit"], {"one_of": ["wit"]}, True),
        (CHOICE, ["wit", "rood"], {"one_of": ["wit"]}, False),
        (TICKS, ["wit", "rood"], {"includes": ["wit", "rood"]}, True),
        (TICKS, ["wit", "rood"], {"includes": ["wit"]}, False),
        (TICKS, ["wit"], {"includes": ["blauw"]}, False),
        (DAYS, "geen", {"at_most": 28}, False),
        ({"kind": "date"}, "geen", {"before": "2019-01-01"}, False),
    ],
)
def test_a_question_that_does_not_apply_counts_as_in_order(answer, order, test, counts):
    asked = question("v", answer=answer, in_order=order)

    assert counts_when_idle(asked, condition({"question": "v", **test})) is counts
