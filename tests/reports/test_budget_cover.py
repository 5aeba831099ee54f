"""Cost and cover are told: they are no request, and hide none."""

import pytest

from reports.council.budget_cover import cover_spans, is_only_cover
from reports.council.clauses import clauses_of
from tests.law import LIBRARY

COMPETENCE = LIBRARY.competence
SPEECH = COMPETENCE.speech


@pytest.mark.parametrize(
    "told",
    [
        "Dekking: € 45.000 uit het budget binnenstad.",
        "Kosten ongeveer € 6.000 per jaar, te dekken uit het raadsbudget.",
        "Dekking: uit het Wmo-budget.",
        "De kosten worden geraamd op € 3.500. Deze zijn te dekken uit het onderhoud.",
    ],
)
def test_a_sentence_on_cost_asks_nothing(told):
    assert is_only_cover(told, SPEECH)
    assert clauses_of(told, COMPETENCE) == []


@pytest.mark.parametrize(
    "added",
    [
        ", gedekt uit de reserve leefbaarheid",
        ", te dekken uit de stelpost",
        " en de kosten (€ 5.000) te dekken uit het budget",
        ", waarbij de kosten ten laste komen van het raadsbudget",
        ". De kosten van circa € 4.000 kunnen worden gedekt uit het budget",
        "; de kosten (naar schatting € 8.000) komen ten laste van het programma",
    ],
)
def test_cover_that_is_added_to_a_request_is_no_part_of_it(added):
    said = f"een avond te organiseren{added}"

    asked = [one.text.rstrip(".;") for one in clauses_of(said, COMPETENCE)]

    assert asked == ["een avond te organiseren"]


def test_what_stands_behind_the_cover_is_still_asked():
    said = "licht te plaatsen, gedekt uit de reserve, en de markt te sluiten"

    asked = [one.text for one in clauses_of(said, COMPETENCE)]

    assert any("de markt te sluiten" in one for one in asked)


@pytest.mark.parametrize(
    "asked",
    [
        "de kosten in beeld te brengen",
        "de kosten te dekken uit de algemene reserve",
        "een avond te houden en de kosten naast die van camera’s te leggen",
        "een avond te houden, te dekken door de uitkering van daders te korten",
    ],
)
def test_what_is_asked_about_money_stays_a_request(asked):
    assert cover_spans(asked, SPEECH) == []
