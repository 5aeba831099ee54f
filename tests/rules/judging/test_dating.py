"""The law of a date, on a decision of a few lines; see also test_law_by_date."""

from dataclasses import replace
from datetime import date

import pytest

from rules.grammar.errors import InputError
from rules.judging.folded_decision import Chart
from rules.judging.law_by_date import eras, why_idle
from tests.rules.build import all_of, answers, decision, demand, question, yes

CHANGED = date(2022, 1, 1)
LAW = decision(
    [
        question("altijd"),
        question("later", valid_from="2022-01-01"),
        question("eerder", valid_until="2021-12-31"),
    ],
    [demand("goed", all_of(yes("altijd"), yes("later"), yes("eerder")))],
)


def test_a_question_counts_only_under_the_law_that_asks_it():
    whole = Chart(LAW)
    before, since = whole.at(date(2021, 6, 1)), whole.at(date(2026, 11, 21))

    assert eras(LAW) == (date(2020, 1, 1), CHANGED)
    assert before.outcome_of(answers(altijd=True, eerder=True)) == "ja"
    assert since.outcome_of(answers(altijd=True, later=True)) == "ja"
    assert since.outcome_of(answers(altijd=True, eerder=True)) == "open"


def test_the_law_of_one_era_is_folded_once():
    whole = Chart(LAW)

    assert whole.at(date(2021, 1, 1)) is whole.at(date(2021, 6, 1))
    assert whole.at(date(2021, 1, 1)).at(CHANGED) is whole.at(date(2026, 1, 1))


def test_a_question_that_is_not_asked_says_why():
    later, earlier = LAW.questions[1:]
    before = Chart(LAW).at(date(2021, 6, 1)).decision
    since = Chart(LAW).at(CHANGED).decision

    assert why_idle(before, later) == "De wet vraagt dit pas vanaf 1 januari 2022."
    assert why_idle(since, earlier) == "De wet vroeg dit tot en met 31 december 2021."
    assert why_idle(since, later) is None
    assert (
        why_idle(replace(since, idle=frozenset({"altijd"})), LAW.questions[0]) is None
    )


def test_a_day_before_the_first_is_refused_with_article_and_first_day():
    with pytest.raises(InputError) as refusal:
        Chart(LAW).at(date(2019, 12, 31))

    assert "De peildatum 31 december 2019 is te vroeg voor ‘Proef’." in str(
        refusal.value
    )
    assert "Onze toets van wet-1 begint later." in str(refusal.value)
    assert "is 1 januari 2020." in str(refusal.value)
