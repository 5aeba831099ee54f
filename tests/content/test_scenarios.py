"""The scenarios come out as expected, and the questions to ask are on the list."""

import pytest

from rules.judging.advice import advise
from rules.loading import load
from tests.content.scenarios import scenarios

LIBRARY = load()
ALL = list(scenarios(LIBRARY))


def advice_on(scenario):
    chart = LIBRARY.chart(scenario.casefile.decision)
    return advise(chart, scenario.casefile)


@pytest.mark.parametrize("scenario", ALL, ids=lambda scenario: scenario.id)
def test_the_outcome_is_as_expected(scenario):
    assert advice_on(scenario).outcome.id == scenario.outcome


@pytest.mark.parametrize(
    "scenario",
    [each for each in ALL if each.expected],
    ids=lambda scenario: scenario.id,
)
def test_every_answer_counts_as_expected(scenario):
    advice = advice_on(scenario)
    by_id = {each.question.id: each.status.value for each in advice.assessed}
    for ref, status in scenario.expected:
        found = {by_id[question.id] for question in advice.decision.find(ref)}

        assert found - {"niet_van_toepassing"} == {status}, ref


@pytest.mark.parametrize(
    "scenario", [each for each in ALL if each.ask], ids=lambda scenario: scenario.id
)
def test_what_is_to_be_asked_is_open(scenario):
    advice = advice_on(scenario)
    still_open = {each.question.id for each in advice.open}
    for ref in scenario.ask:
        asked = {question.id for question in advice.decision.find(ref)}

        assert asked & still_open, ref


def test_six_scenarios_with_their_variants():
    assert len([each for each in ALL if each.expected]) == 6
    assert len(ALL) == 16
