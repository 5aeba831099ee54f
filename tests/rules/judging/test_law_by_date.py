"""The law of a date: what held on it is asked and cited, what did not is not."""

from dataclasses import replace
from datetime import date

import pytest

from rules.content.casefile import CaseFile
from rules.content.demands import MAY_DECIDE, Standing
from rules.grammar.answers import NO, YES, Choice, Number
from rules.grammar.errors import InputError
from rules.grammar.sources import Source
from rules.grammar.truth import Truth
from rules.judging.advice import AnswerStatus, advise
from rules.judging.folded_decision import Chart
from rules.judging.law_by_date import cited_sources, eras, stale, why_idle
from tests.law import LIBRARY
from tests.rules.build import all_of, answers, decision, demand, good, question, yes

CHANGED = date(2022, 1, 1)
LAW = decision(
    [
        question("altijd"),
        question("later", valid_from="2022-01-01"),
        question("eerder", valid_until="2021-12-31"),
    ],
    [demand("goed", all_of(yes("altijd"), yes("later"), yes("eerder")))],
)


@pytest.fixture(scope="module")
def library():
    return LIBRARY


def source(**changes):
    return Source.model_validate(
        {
            "id": "wet-1",
            "kind": "wet",
            "title": "Wet, artikel 1",
            "bwb": "BWBR0000001",
            "article": "1",
            "valid_from": "2020-01-01",
            "url": "https://wetten.overheid.nl/BWBR0000001/2020-01-01",
            "seen": "tekst",
            "checked_on": "2026-11-21",
            **changes,
        }
    )


def advice_on(library, name, day, **answers):
    return advise(library.chart(name), CaseFile(name, day, answers))


# --- one source -------------------------------------------------------------


def test_a_traced_statute_did_not_hold_before_its_first_day():
    law = source(traced=True)

    assert law.in_force(date(2019, 12, 31)) is Truth.NO
    assert law.in_force(date(2020, 1, 1)) is Truth.YES


def test_of_an_untraced_statute_the_past_is_unknown():
    assert source().in_force(date(2019, 12, 31)) is Truth.UNKNOWN


def test_a_text_compared_with_an_older_one_held_since_then():
    law = source(unchanged_since="2016-01-01")

    assert law.in_force(date(2016, 1, 1)) is Truth.YES
    assert law.in_force(date(2015, 12, 31)) is Truth.UNKNOWN


def test_a_text_that_ended_holds_through_its_last_day():
    law = source(valid_until="2020-12-31")

    assert law.in_force(date(2020, 12, 31)) is Truth.YES
    assert law.in_force(date(2021, 1, 1)) is Truth.NO


def test_what_explains_the_law_can_be_cited_at_any_date(library):
    ruling = library.sources["rb-amsterdam-2021-1413"]

    assert ruling.in_force(date(2016, 7, 1)) is Truth.YES


# --- the article of the date ------------------------------------------------


@pytest.mark.parametrize(
    ("name", "last_day", "says"),
    [
        ("cameratoezicht", date(2016, 6, 30), ("artikel 151c", "1 juli 2016")),
        ("woonoverlastverordening", date(2017, 6, 30), ("151d", "1 juli 2017")),
    ],
)
def test_a_day_too_early_is_refused_with_article_and_first_day(
    library, name, last_day, says
):
    with pytest.raises(InputError) as refusal:
        advice_on(library, name, last_day)

    assert all(each in str(refusal.value) for each in says)


@pytest.mark.parametrize(
    ("name", "first_day"),
    [
        ("cameratoezicht", date(2016, 7, 1)),
        ("woonoverlastverordening", date(2017, 7, 1)),
    ],
)
def test_the_first_day_is_judged(library, name, first_day):
    assert advice_on(library, name, first_day).outcome


@pytest.mark.parametrize(
    ("day", "paragraph"),
    [
        (date(2017, 7, 1), "gemeentewet-151d-1-2017"),
        (date(2020, 12, 31), "gemeentewet-151d-1-2017"),
        (date(2021, 1, 1), "gemeentewet-151d-1"),
        (date(2026, 11, 21), "gemeentewet-151d-1"),
    ],
)
def test_151d_is_cited_as_it_read_on_the_day(library, day, paragraph):
    dated = library.chart("woonoverlastverordening").at(day).decision
    cited = {each.id for each in cited_sources(dated)}

    assert dated.header.legal_basis[0] == paragraph
    assert paragraph in cited
    assert len(cited & {"gemeentewet-151d-1", "gemeentewet-151d-1-2017"}) == 1


def test_a_judged_demand_cites_the_text_of_the_day(library):
    """Also where the law of that day asks the same, and is folded with that of today."""
    cites_otherwise = 0
    for name, law in library.decisions.items():
        for day in eras(law):
            found = advice_on(library, name, day)
            cites_otherwise += found.decision.demands != law.demands

            assert [e.demand for e in found.judged] == list(found.decision.demands)
    assert cites_otherwise > 3


def test_no_statute_is_cited_before_it_held(library):
    assert library.decisions
    for name in library.decisions:
        chart = library.chart(name)
        for day in eras(chart.decision):
            for each in cited_sources(chart.at(day).decision):
                assert each.in_force(day) is not Truth.NO, (name, day, each.id)


def test_every_demand_of_every_date_keeps_a_source(library):
    of_the_law = []
    for name in library.decisions:
        chart = library.chart(name)
        for day in eras(chart.decision):
            dated = chart.at(day).decision
            of_the_law += [
                each
                for each in dated.demands
                if each.id not in dated.idle and each.basis in MAY_DECIDE
            ]

            assert len(dated.arguments.for_) == len(dated.arguments.against)

    assert of_the_law
    assert [each.id for each in of_the_law if not each.sources] == []


# --- what the law did not ask yet -------------------------------------------


def test_what_the_law_did_not_ask_yet_does_not_apply_and_cannot_stop():
    law = decision(
        [question("plan"), question("toets", valid_from="2022-01-01")],
        [
            demand("plan", good("plan")),
            demand("toets", good("toets"), valid_from="2022-01-01"),
        ],
    )
    chart, known = Chart(law), answers(plan=True, toets=False)

    def told(day):
        return advise(chart, CaseFile("proef", day, known))

    before, since = told(date(2021, 12, 31)), told(date(2022, 1, 1))
    assert before.demand("toets").standing is Standing.NVT
    assert (before.outcome.id, since.outcome.id) == ("ja", "nee")
    assert before.assessed[1].status is AnswerStatus.NIET_VAN_TOEPASSING
    assert why_idle(before.decision, law.questions[1]) == (
        "De wet vraagt dit pas vanaf 1 januari 2022."
    )


def test_a_demand_of_which_nothing_was_asked_yet_is_not_met_by_silence():
    later = {"valid_from": "2022-01-01"}
    law = decision(
        [question("plan"), question("toets", **later), question("advies", **later)],
        [
            demand("plan", good("plan")),
            demand("beide", all_of(good("toets"), good("advies"))),
            demand("deels", all_of(good("plan"), good("toets"))),
        ],
    )

    before = advise(Chart(law), CaseFile("proef", date(2021, 6, 1), answers(plan=True)))
    assert before.demand("beide").standing is Standing.NVT
    assert before.demand("deels").standing is Standing.VOLDAAN


def test_a_demand_and_a_question_end_where_their_validity_ends():
    law = decision(
        [
            question("oud", valid_until="2021-12-31"),
            question("grens", valid_from="2022-01-01"),
        ],
        [demand("goed", all_of(good("oud"), good("grens")))],
    )

    chart = Chart(law)
    assert eras(law) == (date(2020, 1, 1), date(2022, 1, 1))
    assert chart.at(date(2021, 6, 1)).outcome_of({"oud": YES}) == "ja"
    assert chart.at(date(2023, 6, 1)).outcome_of({"grens": NO, "oud": YES}) == "nee"
    assert chart.at(date(2023, 6, 1)).at(date(2021, 6, 1)).outcome_of(
        {"oud": NO, "grens": YES}
    ) == ("nee")


def test_a_law_of_a_date_is_folded_once(library):
    chart = library.chart("cameratoezicht")

    assert chart.at(date(2017, 1, 1)) is chart.at(date(2018, 1, 1))
    assert chart.at(date(2026, 11, 21)) is chart
    assert chart.at(date(2017, 1, 1)).at(date(2026, 11, 21)) is chart


def test_the_numbers_of_the_law_hold_at_every_date(library):
    chart = library.chart("cameratoezicht")
    known = {"fase": Choice("besluit"), "bewaartermijn_dagen": Number(29)}
    found = {
        advise(chart, CaseFile("cameratoezicht", day, known))
        .demand("wissen_binnen_vier_weken")
        .standing
        for day in eras(chart.decision)
    }

    assert found == {Standing.NIET_VOLDAAN}


# --- how sure we are, and how fresh -----------------------------------------


@pytest.mark.parametrize(
    ("today", "warns"), [(date(2027, 11, 21), False), (date(2027, 11, 23), True)]
)
def test_a_year_without_a_check_gives_a_warning(library, today, warns):
    assert library.decisions
    for law in library.decisions.values():
        found = stale(law, today)

        assert (found is not None) is warns
        if found is not None:
            assert "21 november 2026" in found


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
