import pytest

from rules.content.decision import named_rules
from rules.grammar.condition import AllOf, AnyOf, Not
from rules.grammar.errors import InputError
from tests.rules.build import answers, decision, question, rule, yes

LAW = decision(
    [
        question("a", refs=["D01", "BB02"]),
        question("b", refs=["D02", "BB02"], applies_when=yes("a")),
        question("c", refs=["D03"], own_choice="nee"),
    ],
    [
        rule("laatste", {"all_of": [{"rule": "eerste"}, {"not": {"rule": "tweede"}}]}),
        rule("tweede", {"any_of": [yes("b"), {"rule": "eerste"}]}),
        rule("eerste", yes("a"), applies_when=yes("c")),
        rule("goed", {"rule": "laatste"}),
    ],
)


def test_a_question_is_found_by_its_id_and_by_each_of_its_numbers():
    found = {
        name: [each.id for each in LAW.find(name)] for name in ("a", "D02", "BB02")
    }

    assert found == {"a": ["a"], "D02": ["b"], "BB02": ["a", "b"]}


def test_a_question_that_is_not_there_is_guessed_at():
    with pytest.raises(
        InputError, match=r"Vraag 'D0' bestaat niet in proef\. Bedoelde"
    ):
        LAW.find("D0")


def test_rules_come_after_the_rules_that_they_name():
    order = [each.id for each in LAW.rules_in_order]

    assert order == ["eerste", "tweede", "laatste", "goed"]
    assert list(named_rules(LAW.rule_by_id["laatste"].when)) == ["eerste", "tweede"]


def test_a_test_on_a_question_that_does_not_apply_is_written_out():
    in_order = LAW.in_force(rule("r", yes("b")).when)
    not_so = LAW.in_force(rule("r", {"question": "b", "is": "nee"}).when)

    assert isinstance(in_order, AnyOf)
    assert isinstance(in_order.any_of[0], Not)
    assert isinstance(not_so, AllOf)


def test_a_rule_that_does_not_apply_counts_as_fulfilled():
    whole = LAW.rule_in_force(LAW.rule_by_id["eerste"])

    assert isinstance(whole, AnyOf)
    assert whole.any_of[1] == LAW.rule_by_id["eerste"].when


def test_a_wish_is_taken_as_written_until_the_user_says_otherwise():
    assert LAW.with_own_choices({}) == answers(c=False)
    assert LAW.with_own_choices(answers(c=None)) == answers(c=False)
    assert LAW.with_own_choices(answers(a=True, c=True)) == answers(a=True, c=True)


def test_a_question_stands_in_a_chapter():
    assert LAW.chapter(LAW.questions[0]).id == "een"
    assert LAW.outcome_by_id.keys() == {"nee", "open", "ja"}
