"""What councils met: dossiers by the numbers of the first release come out as they must."""

import pytest

from rules.judging.advice import advise
from tests.content.scenarios import scenarios
from tests.law import LIBRARY

SCENARIOS = tuple(scenarios(LIBRARY))


def advice_of(scenario):
    chart = LIBRARY.chart(scenario.casefile.decision)
    return advise(chart, scenario.casefile)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.id)
def test_the_outcome_is_as_expected(scenario):
    advice = advice_of(scenario)
    counted = advice.table.counting(advice.outcome).counts()
    got = {name: getattr(counted, name) for name in scenario.tally}
    assert (advice.outcome.id, got) == (scenario.outcome, scenario.tally)


@pytest.mark.parametrize(
    "scenario", [each for each in SCENARIOS if each.ask], ids=lambda each: each.id
)
def test_what_is_asked_first_is_open_and_in_this_order(scenario):
    advice = advice_of(scenario)
    first = tuple(question.id for question in advice.ask_first)
    assert first[: len(scenario.ask)] == scenario.ask


def test_eighteen_scenarios_with_their_variants():
    assert len([each for each in SCENARIOS if each.ask]) == 18
    assert len(SCENARIOS) >= 48
