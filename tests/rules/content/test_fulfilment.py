import pytest

from rules.content.fulfilment import counts_when_idle, fulfilment_of
from rules.grammar.condition import AtLeast, AtMost, Before, Is, OneOf
from tests.rules.build import question

DAYS = {"kind": "number", "unit": "dagen", "min": 0, "max": 100}
MONEY = {"kind": "amount", "max_cents": 5000}
COLOURS = {
    "kind": "choice",
    "options": [{"id": name, "label": name} for name in ("rood", "wit", "blauw")],
}


@pytest.mark.parametrize(
    ("answer", "whole", "test"),
    [
        ({"kind": "yes_no"}, None, Is(question="v", is_="ja")),
        ({"kind": "weighing"}, None, Is(question="v", is_="ja")),
        (DAYS, {"at_most": 28}, AtMost(question="v", at_most=28)),
        (MONEY, {"at_least": 100}, AtLeast(question="v", at_least=100)),
        (COLOURS, {"one_of": ["wit"]}, OneOf(question="v", one_of=("wit",))),
        (DAYS, None, None),
    ],
)
def test_an_answer_is_in_order_when_it_passes_one_test(answer, whole, test):
    assert fulfilment_of(question("v", answer=answer, fulfilled=whole)) == test


@pytest.mark.parametrize(
    ("answer", "whole", "test", "counts"),
    [
        ({"kind": "yes_no"}, None, Is(question="v", is_="ja"), True),
        ({"kind": "yes_no"}, None, Is(question="v", is_="nee"), False),
        (DAYS, {"at_most": 28}, AtMost(question="v", at_most=28), True),
        (DAYS, {"at_most": 28}, AtMost(question="v", at_most=14), False),
        (DAYS, {"at_least": 7}, AtLeast(question="v", at_least=3), True),
        (MONEY, {"at_most": 28}, AtLeast(question="v", at_least=29), False),
        (COLOURS, {"one_of": ["wit"]}, OneOf(question="v", one_of=("wit",)), True),
        (
            COLOURS,
            {"one_of": ["wit", "rood"]},
            OneOf(question="v", one_of=("wit",)),
            False,
        ),
        (DAYS, None, AtMost(question="v", at_most=28), False),
        ({"kind": "date"}, None, Before(question="v", before="2019-01-01"), False),
    ],
)
def test_a_question_that_does_not_apply_counts_as_in_order(answer, whole, test, counts):
    asked = question("v", answer=answer, fulfilled=whole)

    assert counts_when_idle(asked, test) is counts
