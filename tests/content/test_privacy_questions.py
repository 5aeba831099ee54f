"""The privacy side of the decisions: what is given up, what answers it, in which words."""

import re
from datetime import date

import pytest

from rules.content.intrusions import PrivacyLaw
from rules.grammar.answers import Choice
from rules.grammar.truth import Truth
from rules.judging.journey import applicability
from rules.judging.privacy import IntrusionStanding, balance
from tests.content.dossiers import in_order
from tests.law import LIBRARY

TODAY = date(2026, 11, 21)
DAY = re.compile(r"\d{1,2} [a-z]+ 20\d\d")


@pytest.fixture(scope="module")
def library():
    return LIBRARY


@pytest.fixture(scope="module")
def law(library):
    return library.decision("cameratoezicht")


def test_every_day_of_the_european_law_stands_in_the_table(law):
    days = {duty.day for duty in law.privacy.duties}
    named = {
        day for question in law.questions for day in DAY.findall(question.help or "")
    }

    assert "2 december 2027" in named | days
    assert {day for day in named if day.endswith(("2026", "2027"))} <= days


def test_what_binds_later_decides_nothing_until_then(law):
    later = [demand for demand in law.demands if demand.from_]

    assert later
    assert not any(demand.decides for demand in later)
    assert min(change.day for demand in later for change in demand.from_) > TODAY


def test_every_intrusion_of_an_unknown_measure_is_open(library):
    counted = 0
    for each in library.decisions.values():
        found = balance(each, {})
        counted += len(found.weighed)
        assert len(found.open) == len(found.weighed)
    assert counted > 20


def test_a_wholly_careful_measure_leaves_nothing_open(library, law):
    found = balance(law, in_order(library.chart(law.id)))

    assert [each.intrusion.id for each in found.open] == []


def test_sound_is_answered_by_nothing(law):
    kind = law.question_by_id["techniek"].answer
    answers = {"techniek": kind.ticked(["geluid"])}
    (sound,) = [e for e in balance(law, answers).weighed if e.intrusion.id == "geluid"]

    assert sound.standing is IntrusionStanding.OPEN
    assert sound.guards == ()


def test_each_body_of_law_is_told_with_what_is_not_verified(law):
    regimes = law.privacy.regimes

    assert {regime.law for regime in regimes} == set(PrivacyLaw)
    assert any(not regime.verified for regime in regimes)


def test_a_judgement_is_asked_and_not_reckoned(law):
    asked = {guide.question for guide in law.privacy.guides}

    assert asked
    for name in asked:
        assert law.question_by_id[name].is_judgement
        assert not any(name in law.named_by(demand) for demand in law.demands)


def test_a_card_of_a_law_of_later_asks_nothing_before_it(law, library):
    dpia = law.screen_by_id["dpia"]
    chart, decided = library.chart(law.id), {"fase": Choice("besluit")}
    before, after = (
        applicability(chart.at(day), decided)
        for day in (date(2018, 12, 31), date(2019, 1, 1))
    )

    assert dpia.is_card
    assert {before[row.id] for row in dpia.rows} == {Truth.NO}
    assert after["hingen_voor_2019"] is Truth.YES
