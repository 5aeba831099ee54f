"""The law of a date: what held on it is asked and cited, what did not is not."""

from datetime import date

import pytest

from rules.content.casefile import CaseFile
from rules.grammar.answers import NO, YES, Number
from rules.grammar.errors import InputError
from rules.grammar.sources import Source
from rules.grammar.truth import Truth
from rules.judging.advice import Status, advise
from rules.judging.chart import Chart
from rules.judging.dating import cited_sources, era_of, eras, stale, untraced, why_idle
from rules.loading import load
from tests.rules.build import decision, question, rule, yes


@pytest.fixture(scope="module")
def library():
    return load()


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
        ("buurtbemiddeling", date(2017, 6, 30), ("151d", "1 juli 2017")),
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


def test_no_statute_is_cited_before_it_held(library):
    for name in library.decisions:
        chart = library.chart(name)
        for day in eras(chart.decision):
            for each in cited_sources(chart.at(day).decision):
                assert each.in_force(day) is not Truth.NO, (name, day, each.id)


def test_every_text_of_every_date_keeps_a_source(library):
    for name in library.decisions:
        chart = library.chart(name)
        for day in eras(chart.decision):
            dated = chart.at(day).decision
            asked = [q for q in dated.questions if q.id not in dated.idle]
            rules = [r for r in dated.rules if r.id not in dated.idle]
            sides = dated.arguments

            assert [each.id for each in (*asked, *rules) if not each.sources] == []
            assert len(sides.for_) == len(sides.against)


# --- what the law did not ask yet -------------------------------------------


def test_the_impact_assessment_is_not_asked_before_2019(library):
    before = advice_on(library, "cameratoezicht", date(2018, 12, 31))
    since = advice_on(library, "cameratoezicht", date(2019, 1, 1))
    asked = before.decision.question_by_id["dpia_voor_start"]

    def standing(advice):
        return next(e.status for e in advice.assessed if e.question.refs == ("D23",))

    assert standing(before) is Status.NIET_VAN_TOEPASSING
    assert standing(since) is Status.ONBEKEND
    assert why_idle(before.decision, asked) == (
        "De wet vraagt dit pas vanaf 1 januari 2019."
    )
    assert why_idle(since.decision, asked) is None
    assert "dpia" in before.findings
    assert before.truth("dpia") is Truth.YES


def test_what_the_law_did_not_ask_cannot_stop(library):
    chart = library.chart("cameratoezicht")
    without = {"dpia_voor_start": NO}

    assert "voldoet" in chart.at(date(2018, 1, 1)).outcomes_left(without)
    assert chart.at(date(2020, 1, 1)).outcomes_left(without) == {
        "andere_route",
        "voldoet_niet",
    }


def test_a_rule_and_a_question_end_where_their_validity_ends():
    law = decision(
        [
            question("oud", valid_until="2021-12-31"),
            question("grens", valid_from="2022-01-01"),
        ],
        [rule("goed", {"all_of": [yes("oud"), yes("grens")]})],
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


def test_the_last_days_of_an_era_belong_to_it(library):
    law = library.decision("cameratoezicht")

    assert era_of(law, date(2018, 12, 31)) < date(2019, 1, 1)
    assert era_of(law, date(2019, 1, 1)) == date(2019, 1, 1)


def test_the_numbers_of_the_law_hold_at_every_date(library):
    chart = library.chart("cameratoezicht")
    for day in eras(chart.decision):
        left = chart.at(day).outcomes_left({"bewaartermijn_dagen": Number(29)})
        assert left == {"andere_route", "voldoet_niet"}


# --- how sure we are, and how fresh -----------------------------------------


def test_a_text_whose_history_we_did_not_read_is_named(library):
    law = library.decision("cameratoezicht")
    named = {each.id for each in untraced(law, date(2017, 7, 1))}

    assert "wpg-1" in named
    assert "gemeentewet-151c-1" not in named
    assert "awb-3-2" not in named
    assert untraced(law, law.header.checked_on) == ()


@pytest.mark.parametrize(
    ("today", "warns"), [(date(2027, 11, 21), False), (date(2027, 11, 23), True)]
)
def test_a_year_without_a_check_gives_a_warning(library, today, warns):
    for law in library.decisions.values():
        found = stale(law, today)

        assert (found is not None) is warns
        if found is not None:
            assert "21 november 2026" in found.warning
            assert found.sources
