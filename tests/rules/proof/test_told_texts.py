"""A text that no answers can bring is told by name; so is a condition that says nothing."""

from dataclasses import replace

from rules.content.briefing import Passage
from rules.content.intrusions import Intrusion, Privacy
from rules.judging.folded_decision import Chart
from rules.proof.told_texts import texts_are_told
from tests.rules.build import (
    UNMET,
    WORDS,
    all_of,
    any_of,
    decision,
    demand,
    no,
    outcome,
    question,
    stands,
    yes,
)

ASKED = (question("een"), question("twee"))
DEMANDS = (demand("eerste", yes("een")), demand("tweede", yes("twee")))
NEVER = all_of(yes("een"), no("een"))
ALWAYS = any_of(yes("een"), no("een"))


def found(made):
    return [failure.what for failure in texts_are_told(Chart(made))]


def passage(when):
    part = Passage.model_validate({"section": "kosten", "text": WORDS, "when": when})
    return replace(decision(ASKED, DEMANDS), passages=(part,))


def titled(*conditions, asked=ASKED):
    """A decision with these titles of what is not met; the last title has no tests."""
    titles = [{"when": list(each), "text": WORDS} for each in conditions]
    outcomes = [
        {**outcome("nee"), "titles": [*titles, {"text": WORDS}]},
        outcome("open"),
        outcome("ja", met=True),
    ]
    return decision(asked, DEMANDS, outcomes=outcomes)


def test_a_paragraph_that_some_answers_bring_is_told():
    assert found(passage(yes("een"))) == []


def test_a_paragraph_that_no_answers_bring_is_read_by_nobody():
    assert found(passage(NEVER)) == [
        "alinea 1 (kosten) leest niemand: dat geldt nooit."
    ]


def test_a_condition_that_always_holds_can_go():
    assert found(passage(ALWAYS)) == [
        "alinea 1 (kosten) geldt altijd: laat die voorwaarde weg."
    ]


def test_each_condition_of_an_intrusion_is_looked_at():
    intrusion = Intrusion.model_validate(
        {
            "id": "kijken",
            "aspect": "wie",
            "title": WORDS,
            "text": WORDS,
            "greater": WORDS,
            "smaller": WORDS,
            "when": yes("een"),
            "greater_when": NEVER,
            "smaller_when": ALWAYS,
            "sources": ["wet-1"],
        }
    )
    made = replace(decision(ASKED, DEMANDS), privacy=Privacy(intrusions=(intrusion,)))
    assert found(made) == [
        "inbreuk 'kijken' (greater_when) leest niemand: dat geldt nooit.",
        "inbreuk 'kijken' (smaller_when) geldt altijd: laat die voorwaarde weg.",
    ]


def test_two_answers_that_cannot_meet_do_not_clash():
    second = question("twee", applies_when=yes("een"))
    clash = {
        "id": "samen",
        "pair": [no("een"), yes("twee")],
        "text": WORDS,
        "ask": "een",
    }
    made = decision((ASKED[0], second), DEMANDS, clashes=[clash])
    assert "botsing 'samen' kan niet voorkomen." in found(made)


def test_each_title_that_hits_first_somewhere_is_told():
    one, both = {"tally": "niet_voldaan", "is": 1}, {"tally": "niet_voldaan", "is": 2}
    assert found(titled([one], [both, UNMET])) == [
        "titel 3 van uitkomst 'nee' leest niemand: geen dossier brengt die."
    ]
    assert found(titled([one])) == []


def test_a_title_that_counts_more_than_there_are_demands_is_told_by_nobody():
    assert found(titled([{"tally": "niet_voldaan", "is": 3}])) == [
        "titel 1 van uitkomst 'nee' leest niemand: geen dossier brengt die."
    ]


def test_a_title_counts_only_what_its_outcome_counts():
    made = titled([{"tally": "niet_voldaan", "is": 2}])
    (first, *rest) = made.header.outcomes
    outcomes = (first.model_copy(update={"count": ("eerste",)}), *rest)
    counted = replace(
        made, header=made.header.model_copy(update={"outcomes": outcomes})
    )
    assert found(made) == []
    assert found(counted) == [
        "titel 1 van uitkomst 'nee' leest niemand: geen dossier brengt die."
    ]


def test_a_title_of_a_phase_that_there_is_not_is_told_by_nobody():
    assert found(titled([stands("beslist", "straks")])) == [
        "titel 1 van uitkomst 'nee' leest niemand: geen dossier brengt die."
    ]


DAY = question("dag", answer={"kind": "date"}, applies_when=no("een"))
PASSED = {"passed": "dag"}


def test_a_day_that_may_have_passed_leaves_the_titles_below_it_their_dossiers():
    assert found(titled([PASSED], [no("een")], asked=(*ASKED, DAY))) == []


def test_a_title_on_a_day_that_does_not_apply_is_told_by_nobody():
    assert found(titled([PASSED, yes("een")], asked=(*ASKED, DAY))) == [
        "titel 1 van uitkomst 'nee' leest niemand: geen dossier brengt die."
    ]
