"""The signpost says what the statute says: each problem from light to heavy."""

import re

import pytest

from rules.grammar.answers import YES, Choice
from rules.grammar.sources import Seen
from rules.judging.signpost import Heaviness

PROBLEMS = 19
DECISIONS = {
    "woonoverlast": {"buurtbemiddeling", "woonoverlastverordening"},
    "cameras": {"cameratoezicht"},
}
# what the statute gives to one body, and to no other
GIVEN_TO = {
    "gebiedsverbod": ("burgemeester", "gemeentewet-172a-1"),
    "noodbevel_en_noodverordening": ("burgemeester", "gemeentewet-175-1"),
    "veiligheidsrisicogebied": ("burgemeester", "gemeentewet-151b-1"),
    "sluiting_drugspand": ("burgemeester", "opiumwet-13b-1"),
    "sluiting_na_geweld": ("burgemeester", "gemeentewet-174a-1"),
    "meldpunt_verhuur": ("college", "wgv-4-1"),
    "verhuurverordening_en_boete": ("raad", "wgv-5-1"),
    "gedragsaanwijzing": ("burgemeester", "gemeentewet-151d-1"),
    "huisverbod_bij_woonoverlast": ("burgemeester", "gemeentewet-151d-3"),
    "verplichte_zorg": ("burgemeester", "wvggz-7-1-1"),
    "tijdelijk_huisverbod": ("burgemeester", "huisverbod-2-1"),
    "hulp_en_veilig_thuis": ("college", "wmo-2015-4-1-1-1"),
    "wensen_bij_risicoprofiel": ("raad", "wvr-15-3"),
    "oefenen_en_crisisplan": ("veiligheidsregio", "wvr-16-1"),
    "beroep_bij_minister": ("burgemeester", "politiewet-2012-39-5"),
    "cameratoezicht_151c": ("burgemeester", "gemeentewet-151c-1"),
}


@pytest.fixture(scope="module")
def signpost(library):
    return library.signpost


@pytest.fixture(scope="module")
def problems(signpost):
    return [one.id for one in signpost.question_by_id["probleem"].answer.options]


def about(problem):
    return {"gaat_over_beleid": YES, "probleem": Choice(problem)}


def test_every_problem_has_each_step_and_a_boundary(signpost, problems):
    assert len(problems) == PROBLEMS
    for problem in problems:
        tiers = {one.means.tier for one in signpost.candidates(about(problem))}

        assert tiers == set(Heaviness), problem
        assert signpost.limits(about(problem)), problem


def test_a_decision_that_we_have_can_be_started_where_it_fits(signpost, problems):
    found = {
        problem: {
            one.means.decision
            for one in signpost.candidates(about(problem))
            if one.means.decision
        }
        for problem in problems
    }

    assert {problem: named for problem, named in found.items() if named} == DECISIONS


@pytest.mark.parametrize(("name", "given"), GIVEN_TO.items())
def test_who_decides_is_who_the_statute_names(signpost, name, given):
    body, source = given
    means = next(each for each in signpost.means if each.id == name)

    assert body in {one.body for one in means.decides}
    assert source in {*means.ground.sources, *means.council.sources}


def test_at_most_three_questions_stand_beside_the_problem(signpost):
    assert len(signpost.questions) <= 4


def test_no_summary_alone_carries_a_power(signpost, library):
    for means in signpost.means:
        seen = {library.sources[name].seen for name in means.ground.sources}

        assert seen != {Seen.SAMENVATTING}, means.id


def test_nothing_is_ranked_but_by_weight(signpost):
    words = re.compile(r"(?i)\b(beste|eerste keus|aanbevolen|wij raden|winnaar)\b")
    for means in signpost.means:
        told = [means.title, means.what, means.council.text, means.ground.text]

        assert not [text for text in told if words.search(text)], means.id


def test_checklists_ask_what_a_municipality_can_show(library):
    asked = [
        check.text
        for sheet in library.checklists.values()
        for group in sheet.groups
        for check in group.items
    ]

    assert len(asked) == 11 + 37
    assert all(text.startswith("Kan onze gemeente aantonen ") for text in asked)
