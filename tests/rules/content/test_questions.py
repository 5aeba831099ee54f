import pytest
from pydantic import ValidationError

from tests.rules.build import question

DAYS = {"kind": "number", "unit": "dagen", "min": 0, "max": 100}


def test_the_first_number_is_the_ground():
    assert question("v", refs=["D03", "BB02"]).ref == "D03"


def test_an_open_norm_is_answered_with_ja_or_nee():
    asked = question("v", answer={"kind": "weighing"})

    assert (asked.is_yes_no, asked.is_judgement) == (True, True)
    assert not question("v", answer=DAYS).is_yes_no


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"certainty": "omstreden"}, "een omstreden lezing heeft other_reading nodig"),
        ({"fulfilled": {"at_most": 3}}, "fulfilled hoort niet bij een ja/nee-vraag"),
        ({"answer": DAYS, "fulfilled": {}}, "kies één toets"),
        (
            {"answer": DAYS, "fulfilled": {"at_most": 3, "at_least": 1}},
            "kies één toets",
        ),
    ],
)
def test_a_question_that_contradicts_itself_is_refused(changes, message):
    with pytest.raises(ValidationError, match=message):
        question("v", **changes)
