"""The one thing that leaves the engine."""

import pytest
from hypothesis import given

from rules.content.casefile import CaseFile
from rules.grammar.truth import Truth
from rules.judging.advice import Status, advise
from rules.judging.chart import Chart
from tests.rules.build import decision, question, rule, yes
from tests.rules.worlds import LONG_AGO, Brute, cases


def statuses(advice):
    return {each.question.id: each.status for each in advice.assessed}


def ids(questions):
    return [each.id for each in questions]


@given(cases())
def test_an_advice_is_firm_exactly_when_every_completion_agrees(case):
    law, known = case
    advice = advise(Chart(law), CaseFile("proef", LONG_AGO, known))
    brute = Brute(law, known)

    assert advice.firm == (len(brute.possible) == 1)
    assert set(ids(advice.possible)) == brute.possible
    assert advice.outcome.id == brute.shown


@given(cases())
def test_a_question_is_open_exactly_when_its_answer_is_unknown_and_it_may_apply(case):
    law, known = case
    advice = advise(Chart(law), CaseFile("proef", LONG_AGO, known))

    for each in advice.assessed:
        assert each.answer == known.get(each.question.id)
        assert each.is_open == (each in advice.open)


def test_an_advice_tells_the_outcome_and_what_is_still_possible(synthetic, case):
    chart = synthetic("onbekend_in_en_of")
    advice = advise(chart, case(chart.decision, plek_is_vrij=True))

    assert advice.outcome.id == "open"
    assert not advice.firm
    assert ids(advice.possible) == ["mag_niet", "mag"]
    assert ids(advice.ask_first) == ["plan_ligt_er"]
    assert [each.question.id for each in advice.open] == [
        "plan_ligt_er",
        "buren_zijn_akkoord",
    ]


def test_an_advice_gives_the_verdict_on_every_rule(synthetic, case):
    chart = synthetic("onbekend_in_en_of")
    advice = advise(chart, case(chart.decision, plek_is_vrij=True))

    assert advice.decision is chart.decision
    assert advice.truth("ruimte_of_steun") is Truth.YES
    assert advice.truth("bankje_past") is Truth.UNKNOWN
    assert [turn.outcome for turn in advice.turns] == ["mag_niet", "mag"]


@pytest.mark.parametrize(
    ("folder", "given", "name", "status"),
    [
        ("onbekend_in_en_of", {"plan_ligt_er": True}, "plan_ligt_er", "voldaan"),
        ("onbekend_in_en_of", {"plan_ligt_er": False}, "plan_ligt_er", "niet_voldaan"),
        ("onbekend_in_en_of", {"plan_ligt_er": None}, "plan_ligt_er", "onbekend"),
        ("onbekend_in_en_of", {}, "plan_ligt_er", "onbekend"),
        ("getal_en_grens", {"breedte_cm": 200}, "breedte_cm", "voldaan"),
        ("getal_en_grens", {"breedte_cm": 201}, "breedte_cm", "niet_voldaan"),
        ("keuze", {"kleur_bankje": "groen"}, "kleur_bankje", "voldaan"),
        ("keuze", {"kleur_bankje": "rood"}, "kleur_bankje", "niet_voldaan"),
        ("datum", {"plaatsing_op": "2026-01-01"}, "plaatsing_op", "info"),
        (
            "eigen_oordeel",
            {"bankje_is_nodig": False},
            "bankje_is_nodig",
            "niet_voldaan",
        ),
        (
            "niet_van_toepassing",
            {"bankje_heeft_leuning": False},
            "leuning_is_veilig",
            "niet_van_toepassing",
        ),
        ("eigen_keuze", {}, "u_wilt_een_bankje", "info"),
        ("eigen_keuze", {"u_wilt_een_bankje": False}, "u_wilt_een_bankje", "info"),
    ],
)
def test_a_question_stands_as_its_answer_says(  # noqa: PLR0913, PLR0917
    synthetic, case, folder, given, name, status
):
    chart = synthetic(folder)
    advice = advise(chart, case(chart.decision, **given))

    assert statuses(advice)[name] is Status(status)


def test_a_no_may_point_to_another_route(case):
    route = {"effect": "route", "text": "Er is een andere weg."}
    law = decision([question("a", if_no=route)], [rule("goed", yes("a"))])
    advice = advise(Chart(law), case(law, a=False))

    assert statuses(advice) == {"a": Status.ROUTE}


def test_a_wish_counts_until_the_user_says_otherwise(synthetic, case):
    chart = synthetic("eigen_keuze")
    silent = advise(chart, case(chart.decision, plan_ligt_er=True))
    against = advise(
        chart, case(chart.decision, plan_ligt_er=True, u_wilt_een_bankje=False)
    )

    assert (silent.outcome.id, silent.firm) == ("mag", True)
    assert (against.outcome.id, against.firm) == ("andere_weg", True)


def test_a_firm_outcome_has_nothing_to_ask(synthetic, case):
    chart = synthetic("dubbel_feit")
    advice = advise(
        chart, case(chart.decision, stoep_is_breed=True, gras_is_droog=True)
    )

    assert advice.firm
    assert advice.ask_first == ()
    assert ids(each.question for each in advice.open) == ["plek_is_stoep"]
