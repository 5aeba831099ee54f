"""What one hears stands on the page where this dossier touches it, and only there."""

from dataclasses import replace
from datetime import date

import pytest

from rules.content.briefing import Correction
from rules.content.casefile import CaseFile
from rules.content.costs import Costs
from rules.judging.advice import advise
from rules.judging.folded_decision import Chart
from rules.judging.misreadings import touched
from tests.rules.build import answers, decision, demand, good, question
from tests.rules.priced import example, item, measure

TODAY = date(2026, 11, 21)


def heard(name, *sources):
    return Correction(
        id=name, heard="Zo hoort men.", instead="Zo is het.", sources=sources
    )


LAW = replace(
    decision(
        [
            question("a", sources=["wet-1", "wet-a"]),
            question("b", sources=["wet-1"]),
            question("c", sources=["wet-1", "wet-c"]),
        ],
        [
            demand("eis_b", good("b"), sources=["wet-1", "wet-b"]),
            demand("eis_c", good("c"), sources=["wet-1"]),
        ],
    ),
    corrections=(
        heard("over_a", "wet-1", "wet-a"),
        heard("over_eis_b", "wet-b"),
        heard("over_alles", "wet-1"),
        heard("over_niets", "krant"),
        heard("over_geld", "krant-geld"),
    ),
    costs=Costs(
        items=(item("kopen", examples=["elders"]),),
        measures=(measure("camera", "kopen"),),
        examples={"elders": example("elders", 100, sources=["krant-geld"])},
    ),
)


def found(known, costs=()):
    casefile = CaseFile(LAW.id, TODAY, answers(**known), costs=dict(costs))
    return [each.id for each in touched(advise(Chart(LAW), casefile))]


def test_an_empty_dossier_touches_nothing() -> None:
    assert found({}) == []


@pytest.mark.parametrize("answer", [True, False])
def test_an_answer_touches_what_its_question_is_about(answer) -> None:
    assert found({"a": answer}) == ["over_a", "over_alles"]


def test_a_demand_touches_once_it_is_answered() -> None:
    assert found({"b": False}) == ["over_eis_b", "over_alles"]


def test_what_everything_rests_on_is_not_what_a_misreading_is_about() -> None:
    assert "over_a" not in found({"c": True})


def test_an_unknown_touches_nothing() -> None:
    assert found({"a": None, "b": None}) == []


def test_money_is_touched_once_somebody_fills_in_an_amount() -> None:
    assert found({}, {"kosten.kopen": "5"}) == ["over_geld"]
