import pytest

from rules.content.decision import named_rules
from rules.grammar.condition import AllOf, AnyOf, Is, Not
from rules.grammar.errors import InputError
from tests.rules.build import (
    all_of,
    any_of,
    card,
    condition,
    decision,
    demand,
    good,
    phased,
    question,
    rule,
    yes,
)

LAW = decision(
    [
        question("a"),
        card("kaart", question("b", applies_when=yes("a")), question("c")),
    ],
    [demand("eis", {"rule": "laatste"}, applies_when=good("c"))],
    rules=[
        rule("laatste", all_of({"rule": "eerste"}, {"not": {"rule": "tweede"}})),
        rule("tweede", any_of(yes("b"), {"rule": "eerste"})),
        rule("eerste", yes("a")),
    ],
)


def test_a_question_is_found_by_its_id_and_one_that_is_not_there_is_guessed_at():
    assert LAW.find("b").id == "b"
    with pytest.raises(InputError, match=r"Vraag 'd' bestaat niet in proef\."):
        LAW.find("d")


def test_a_question_stands_on_a_screen():
    assert [screen.id for screen in LAW.screens] == ["a", "kaart"]
    assert [each.id for each in LAW.questions] == ["a", "b", "c"]
    assert LAW.screen_of("c").id == "kaart"
    assert (LAW.screens[0].is_card, LAW.screens[1].is_card) == (False, True)
    assert LAW.chapter(LAW.screens[0]).id == "een"


def test_rules_come_after_the_rules_that_they_name():
    order = [each.id for each in LAW.rules_in_order]

    assert order == ["eerste", "tweede", "laatste"]
    assert list(named_rules(LAW.rule_by_id["laatste"].when)) == ["eerste", "tweede"]


def test_a_demand_names_its_questions_through_its_rules():
    assert LAW.named_by(LAW.demands[0]) == ("a", "b", "c")
    assert LAW.chapter_of(LAW.demands[0]) == "een"


def test_a_question_that_does_not_apply_counts_as_in_order():
    in_order = LAW.in_force(condition(good("b")))
    not_so = LAW.in_force(condition({"question": "b", "is": "nee"}))

    assert isinstance(in_order, AnyOf)
    assert isinstance(in_order.any_of[0], Not)
    assert isinstance(not_so, AllOf)


def test_what_was_not_asked_was_not_said():
    given = LAW.given(Is(question="b", is_="ja"))

    assert given == AllOf(
        all_of=(Is(question="a", is_="ja"), Is(question="b", is_="ja"))
    )
    assert LAW.given(Is(question="a", is_="ja")) == Is(question="a", is_="ja")


def test_conditions_are_written_out_without_rules():
    whole = LAW.without_rules(condition({"rule": "eerste"}))

    assert whole == Is(question="a", is_="ja")


def test_a_demand_is_due_from_its_phase_on():
    law = phased([question("a")], [demand("eis", yes("a"), due="voorstel")])

    assert [phase.id for phase in law.phases] == ["idee", "voorstel", "besluit"]
    assert law.due_in(law.demands[0]) == {"voorstel", "besluit"}
    assert law.first_picture("besluit") == ("fase", "a")
    assert law.first_picture(None) == ("fase", "a")
    assert LAW.phases == ()
