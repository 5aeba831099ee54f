"""The folded decision against brute force: never falsely firm, nothing missed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.content.demands import Standing
from rules.judging.folded_decision import Chart
from tests.rules.build import (
    all_of,
    answers,
    any_of,
    decision,
    demand,
    good,
    phased,
    question,
    row,
    rule,
    ruled,
    stands,
    ticks,
    yes,
)
from tests.rules.worlds import Brute, answers_to, cases, is_known


@given(cases())
def test_the_outcomes_left_are_those_that_completions_bring(case):
    law, known = case

    assert Chart(law).outcomes_left(known) == Brute(law, known).possible


@given(cases())
def test_the_outcome_shown_is_the_first_row_hit_unless_it_is_fixed(case):
    law, known = case

    assert Chart(law).outcome_of(known) == Brute(law, known).shown


@given(cases())
def test_each_demand_stands_as_all_completions_agree(case):
    law, known = case
    chart, brute = Chart(law), Brute(law, known)

    for each in law.demands:
        folded = chart.demands[each.id]
        assert chart.look_up(folded.standing, known) == brute.standing(each)
        assert chart.look_up(folded.stands, known) == brute.agreed(each)


@given(cases())
def test_open_questions_are_those_that_can_flip_the_outcome(case):
    law, known = case
    brute = Brute(law, known)
    flipping = {each.id for each in law.questions if brute.can_flip(each.id)}

    assert Chart(law).open_questions(known) == flipping


@given(cases(), st.data())
def test_learning_never_overturns_a_firm_outcome(case, data):
    law, known = case
    chart = Chart(law)
    later = dict(known)
    for asked in law.questions:
        if not is_known(known.get(asked.id)) and data.draw(st.booleans()):
            later[asked.id] = data.draw(st.sampled_from(answers_to(asked)))

    assert chart.outcomes_left(later) <= chart.outcomes_left(known)
    if len(chart.outcomes_left(known)) == 1 and chart.decision.header.phase is None:
        assert chart.outcome_of(later) == chart.outcome_of(known)


@given(cases())
def test_what_is_known_is_folded_away(case):
    law, known = case
    chart = Chart(law)
    levels = {
        level
        for level, domain in enumerate(chart.domains)
        if is_known(known.get(domain.question))
    }

    assert set(chart.cells(known)) == levels
    assert not chart.plain.support(chart.left(known)) & levels


def test_an_answer_to_a_strange_question_counts_for_nothing(synthetic):
    chart = synthetic("onbekend_in_en_of")

    assert chart.cells(answers(iets_anders=True)) == {}
    assert chart.outcome_of(answers(iets_anders=True)) == "open"


@pytest.mark.parametrize(
    ("known", "outcome", "left"),
    [
        ({}, "open", {"mag_niet", "mag"}),
        ({"plan_ligt_er": False}, "mag_niet", {"mag_niet"}),
        ({"plek_is_vrij": True}, "open", {"mag_niet", "mag"}),
        ({"plan_ligt_er": True, "plek_is_vrij": True}, "mag", {"mag"}),
        (
            {"plek_is_vrij": False, "buren_zijn_akkoord": False},
            "mag_niet",
            {"mag_niet"},
        ),
        (
            {"plan_ligt_er": True, "plek_is_vrij": False, "buren_zijn_akkoord": None},
            "open",
            {"mag_niet", "mag"},
        ),
    ],
)
def test_an_unknown_in_and_or(synthetic, known, outcome, left):
    chart = synthetic("onbekend_in_en_of")

    assert chart.outcome_of(answers(**known)) == outcome
    assert chart.outcomes_left(answers(**known)) == left


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        ({"stoep_is_breed": True, "gras_is_droog": True}, "mag"),
        ({"stoep_is_breed": False, "gras_is_droog": False}, "mag_niet"),
        ({"stoep_is_breed": True, "gras_is_droog": False}, "open"),
        ({"plek_is_stoep": False, "gras_is_droog": True}, "mag"),
    ],
)
def test_one_fact_in_two_places_is_found_exactly(synthetic, known, outcome):
    assert synthetic("dubbel_feit").outcome_of(answers(**known)) == outcome


def test_a_fixed_outcome_comes_before_a_row_for_the_unknown(synthetic):
    chart = synthetic("vaste_uitkomst_eerst")

    assert chart.outcome_of(answers(plan_ligt_er=False)) == "mag_niet"
    assert chart.outcome_of(answers(plan_ligt_er=True)) == "open"


def test_while_the_phase_is_unknown_the_table_tells_whatever_is_fixed():
    law = phased([question("a")], [demand("eis", yes("a"))])
    chart = Chart(law)

    assert chart.outcomes_left(answers(a=True)) == {"ja"}
    assert chart.outcome_of(answers(a=True)) == "open"
    assert chart.outcome_of(answers(a=True, fase="idee")) == "ja"


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ({"breedte_cm": "40", "kosten_bankje": "100"}, "mag"),
        ({"breedte_cm": "39", "kosten_bankje": "100"}, "mag_niet"),
        ({"breedte_cm": "200", "kosten_bankje": "99,99"}, "mag_niet"),
        ({"breedte_cm": "201"}, "mag_niet"),
        ({"breedte_cm": "120"}, "open"),
    ],
)
def test_a_limit_belongs_to_what_is_in_order(synthetic, case, given, outcome):
    chart = synthetic("getal_en_grens")

    assert chart.outcome_of(case(chart.decision, **given).answers) == outcome


@pytest.mark.parametrize(
    ("colour", "outcome"),
    [("rood", "mag"), ("groen", "mag"), ("paars", "mag_niet"), (None, "open")],
)
def test_a_choice_decides_by_its_option(synthetic, colour, outcome):
    known = answers(kleur_bankje=colour)

    assert synthetic("keuze").outcome_of(known) == outcome


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("30-06-2026", "mag"), ("01-07-2026", "mag_niet"), ("onbekend", "open")],
)
def test_a_day_decides_by_lying_before_another(synthetic, case, day, outcome):
    chart = synthetic("datum")
    known = case(chart.decision, plaatsing_op=day).answers

    assert chart.outcome_of(known) == outcome


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        ({"bankje_heeft_leuning": False, "plek_is_markt": False}, "mag"),
        ({"bankje_heeft_leuning": True, "plek_is_markt": False}, "open"),
        (
            {
                "bankje_heeft_leuning": False,
                "leuning_is_veilig": False,
                "plek_is_markt": False,
            },
            "mag",
        ),
        ({"plek_is_markt": True, "marktmeester_is_akkoord": False}, "mag_niet"),
    ],
)
def test_what_does_not_apply_counts_as_in_order(synthetic, known, outcome):
    known = answers(plan_ligt_er=True, **known)

    assert synthetic("niet_van_toepassing").outcome_of(known) == outcome


def test_a_rule_may_stand_under_many_others():
    names = [f"r{index}" for index in range(12)]
    rules = [rule("r0", yes("a"))] + [
        rule(name, any_of({"rule": last}, all_of({"rule": last}, yes("b"))))
        for last, name in pairwise(names)
    ]
    law = decision(
        [question("a"), question("b")],
        [],
        [row("nee", ruled("r11", "nee")), row("ja")],
        rules=rules,
    )

    assert Chart(law).outcomes_left(answers(a=True)) == {"ja"}


# --- ticks ------------------------------------------------------------------


def ticked(*tests):
    """A decision on ticks of which one option stands alone."""
    asked = ticks("v", "rood", "wit", "geen", alone=["geen"], in_order=["rood", "wit"])
    demands = [demand("eis", any_of(*tests))]
    return Chart(decision([asked], demands))


def test_of_ticks_that_are_unknown_at_least_one_is_ticked():
    chart = ticked(
        {"question": "v", "includes": ["rood"]},
        {"question": "v", "includes": ["wit", "geen"]},
    )

    assert chart.outcomes_left({}) == {"ja"}
    assert chart.look_up(chart.standings["eis"], {}) is Standing.VOLDAAN


def test_an_option_that_stands_alone_is_ticked_without_another():
    both = all_of(
        {"question": "v", "includes": ["geen"]}, {"question": "v", "includes": ["wit"]}
    )
    chart = ticked(both)

    assert chart.outcomes_left({}) == {"nee"}
    assert chart.look_up(chart.standings["eis"], {}) is Standing.NIET_VOLDAAN


@pytest.mark.parametrize(
    ("tick", "outcome"),
    [(["rood"], "ja"), (["rood", "wit"], "ja"), (["geen"], "nee"), (None, "open")],
)
def test_ticks_are_in_order_when_each_of_them_is(tick, outcome):
    assert ticked(good("v")).outcome_of(answers(v=tick)) == outcome


# --- phases -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("phase", "standing"),
    [
        ("idee", Standing.STRAKS),
        ("voorstel", Standing.NIET_VOLDAAN),
        ("besluit", Standing.NIET_VOLDAAN),
        (None, Standing.NIET_VOLDAAN),
    ],
)
def test_a_demand_is_due_from_its_phase_on_and_while_that_is_unknown(phase, standing):
    law = phased([question("a")], [demand("eis", yes("a"), due="voorstel")])
    chart = Chart(law)

    assert (
        chart.look_up(chart.standings["eis"], answers(a=False, fase=phase)) is standing
    )


def test_what_is_not_due_yet_is_no_yes():
    law = phased(
        [question("a")],
        [demand("eis", yes("a"), due="besluit")],
        table=(
            row("ja", stands("beslist", "voldaan")),
            row("later", stands("beslist", "straks")),
            row("nee"),
        ),
    )

    assert Chart(law).outcome_of(answers(fase="idee", a=True)) == "later"
