"""What two guides for councillors of about 2018 said, and no longer holds, has its answer."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rules.loading import CONTENT
from tests.law import LIBRARY

WITHHELD = "niet_tonen"
CLAIMS = yaml.safe_load(Path(__file__).with_name("beweringen_2018.yaml").read_text())
ANSWERED = [
    (decision, name)
    for decision, claims in CLAIMS.items()
    for name in claims
    if decision != WITHHELD
]


def test_every_decision_answers_what_was_said_of_it():
    assert {*CLAIMS} - {WITHHELD} == LIBRARY.decisions.keys()
    assert len(ANSWERED) >= 60


@pytest.mark.parametrize(("decision", "name"), ANSWERED)
def test_a_claim_has_its_answer_with_a_source(decision, name):
    law = LIBRARY.decision(decision)
    told: tuple[Any, ...] = (*law.corrections, *law.facts)
    found = {each.id: each for each in told}

    assert found[name].sources


def test_a_figure_without_an_answer_is_not_shown():
    register = CONTENT / "registers" / f"{WITHHELD}.yaml"
    withheld = {each["id"] for each in yaml.safe_load(register.read_text("utf-8"))}

    assert CLAIMS[WITHHELD].keys() <= withheld
