import pytest
from pydantic import ValidationError

from tests.rules.build import card, choice, kind, question

DAYS = {"kind": "number", "unit": "dagen", "min": 0, "max": 100}


def test_who_knows_can_change_it_and_is_asked_the_question_itself():
    asked = question("v", changes="college")

    assert (asked.changes, asked.ask) == ("college", "Is v zo?")
    assert question("v", ask="Hoe zit het?", changes="raad").ask == "Hoe zit het?"


def test_an_opinion_is_answered_with_ja_or_nee_and_never_judged():
    asked = question("v", answer={"kind": "weighing"})

    assert (asked.is_yes_no, asked.is_judgement, asked.judges) == (True, True, False)
    assert not question("v", answer=DAYS, in_order={"at_most": 3}).is_yes_no


def test_the_old_numbers_of_a_question_are_those_of_its_options_too():
    answer = kind("ticks", ["rood", "wit"])
    answer["options"][1]["earlier"] = ["D02"]
    asked = question(
        "v",
        answer=answer,
        in_order="geen",
        earlier=["D01", {"ref": "D02", "invert": True}],
    )

    assert asked.refs == ("D01", "D02")


def test_a_card_has_at_most_six_rows():
    with pytest.raises(ValidationError):
        card("kaart", *(question(f"v{n}") for n in range(7)))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"in_order": "soms"}, "in_order"),
        ({"if_yes": None}, "zeg met if_yes en if_no wat elk antwoord betekent"),
        (
            {"answer": {"kind": "weighing"}, "in_order": "nee"},
            "bij een eigen oordeel hoort geen in_order",
        ),
        ({"answer": DAYS, "in_order": {}}, "kies één grens"),
    ],
)
def test_a_question_that_contradicts_itself_is_refused(changes, message):
    with pytest.raises(ValidationError, match=message):
        question("v", **changes)


def test_a_choice_finds_its_options():
    asked = choice("v", "rood", "wit", in_order=["rood"]).answer

    assert asked.option("wit").name == "Wit"
    assert asked.label("rood") == "Rood"
