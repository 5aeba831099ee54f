from datetime import date

import pytest
from pydantic import ValidationError

from rules.grammar.sources import Source
from rules.grammar.truth import Truth

LAW = {
    "id": "wet-1",
    "kind": "wet",
    "title": "Wet, artikel 1",
    "url": "https://voorbeeld.example/wet/2020-01-01",
    "checked_on": "2026-11-21",
    "seen": "tekst",
    "bwb": "BWBR0000001",
    "article": "1",
    "valid_from": "2020-01-01",
}
RULING = {
    "id": "rb-1",
    "kind": "rechtspraak",
    "title": "Rechtbank",
    "url": "https://voorbeeld.example/rb",
    "checked_on": "2026-11-21",
    "seen": "samenvatting",
    "date": "2021-03-25",
}


def source(base=LAW, **changes):
    whole = {**base, **changes}
    return Source.model_validate({k: v for k, v in whole.items() if v is not None})


def test_only_a_statute_is_law():
    assert source().is_law
    assert not source(RULING).is_law


@pytest.mark.parametrize(
    ("base", "changes", "message"),
    [
        (LAW, {"valid_from": None}, "een wet heeft article en valid_from nodig"),
        (LAW, {"article": None}, "een wet heeft article en valid_from nodig"),
        (LAW, {"bwb": None}, "een wet heeft een bwb- of celex-nummer nodig"),
        (RULING, {"date": None}, "een bron heeft een date of een year nodig"),
    ],
)
def test_a_source_says_from_when_it_is(base, changes, message):
    with pytest.raises(ValidationError, match=message):
        source(base, **changes)


@pytest.mark.parametrize(
    ("changes", "day", "held"),
    [
        ({}, date(2020, 1, 1), Truth.YES),
        ({}, date(2019, 12, 31), Truth.UNKNOWN),
        ({"traced": True}, date(2019, 12, 31), Truth.NO),
        ({"unchanged_since": "2010-01-01"}, date(2015, 1, 1), Truth.YES),
        ({"unchanged_since": "2010-01-01"}, date(2009, 1, 1), Truth.UNKNOWN),
        ({"valid_until": "2022-01-01"}, date(2022, 1, 1), Truth.YES),
        ({"valid_until": "2022-01-01"}, date(2022, 1, 2), Truth.NO),
    ],
)
def test_a_text_held_from_its_first_day_to_its_last(changes, day, held):
    assert source(**changes).in_force(day) is held


def test_a_ruling_may_be_cited_at_any_date():
    assert source(RULING).in_force(date(1990, 1, 1)) is Truth.YES
