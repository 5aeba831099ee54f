from datetime import date

import pytest
from pydantic import ValidationError

from rules.content.municipalities import (
    Inhabitants,
    Municipalities,
    PopulationCount,
    plain,
)
from rules.content.prices import PriceIndex
from rules.grammar.errors import InputError
from rules.money.ranges import half_up


@pytest.fixture(scope="module")
def prices(library) -> PriceIndex:
    found = library.decision("cameratoezicht").costs.prices
    assert found is not None
    return found


@pytest.fixture(scope="module")
def places(library) -> Municipalities:
    assert library.municipalities is not None
    return library.municipalities


@pytest.mark.parametrize(
    ("euros", "year", "cents"),
    [
        (10_000, 2018, 1_300_851),
        (62_000, 2017, 8_203_265),
        (15_000, 2009, 2_231_756),
        (160_000, 2006, 25_086_926),
        (72_000, 2024, 7_434_825),
    ],
)
def test_the_index_gives_the_figures_that_were_checked(
    prices, euros, year, cents
) -> None:
    assert half_up(euros * 100 * prices.rate(year, 2025)) == cents


def test_a_year_is_its_own_price_level(prices) -> None:
    assert prices.by_year
    for year in prices.by_year:
        assert prices.rate(year, year) == 1


def test_every_year_from_1996_to_2025_has_a_figure(prices) -> None:
    assert sorted(prices.by_year) == list(range(1996, 2026))
    assert prices.sources == ("cbs-cpi-83131ned",)


@pytest.mark.parametrize(
    ("year", "percent"), [(2017, 1.4), (2022, 10.0), (2024, 3.3), (2025, 3.3)]
)
def test_the_rise_is_the_inflation_that_was_published(prices, year, percent) -> None:
    rise = prices.by_year[year] / prices.by_year[year - 1] - 1
    assert round(rise * 100, 1) == percent


def test_no_year_is_no_conversion(prices) -> None:
    assert prices.rate(None, 2025) is None
    assert prices.rate(2026, 2025) is None
    assert prices.rate(2017, None) is None
    with pytest.raises(InputError, match="geen prijsindex"):
        prices.parse_year("2026")


def test_the_municipalities_are_all_there(places) -> None:
    assert len(places.municipalities) == 342


NATION = {
    2019: 17_282_163,
    2020: 17_407_585,
    2021: 17_475_415,
    2022: 17_590_672,
    2023: 17_811_291,
    2024: 17_942_942,
    2025: 18_044_027,
    2026: 18_130_208,
}


@pytest.mark.parametrize(("year", "people"), NATION.items())
def test_the_municipalities_of_each_year_add_up_to_the_country(
    places, year, people
) -> None:
    found = places.inhabitants
    column = found.years.index(year)
    assert sum(row[column] or 0 for row in found.counts.values()) == people
    assert found.total[column] == people


def test_every_municipality_of_today_is_counted_in_every_year_it_existed(
    places,
) -> None:
    counted = [
        [people is not None for people in places.inhabitants.counts[each.code]]
        for each in places.municipalities
    ]
    assert all(row[-1] for row in counted)
    assert counted == [sorted(row) for row in counted], "once there, always counted"


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2026, 11, 29), PopulationCount(2026, 24_596)),
        (date(2024, 1, 1), PopulationCount(2024, 24_476)),
        (date(2019, 6, 1), PopulationCount(2019, 25_054)),
        (date(2017, 6, 1), PopulationCount(2019, 25_054)),
        (date(2031, 6, 1), PopulationCount(2026, 24_596)),
    ],
)
def test_people_are_counted_in_the_year_of_the_day_or_the_nearest(
    places, day, count
) -> None:
    assert places.count("gm0851", day) == count


def test_a_municipality_that_did_not_exist_yet_takes_its_first_year(places) -> None:
    eemsdelta = places.find("Eemsdelta")
    assert places.count(eemsdelta.code, date(2019, 1, 1)).year == 2021
    assert places.count("gm9999", date(2026, 1, 1)) is None


def test_counts_that_do_not_add_up_are_refused() -> None:
    whole = {
        "years": [2025, 2026],
        "total": "10 12",
        "sources": ["cbs-1"],
        "counts": {"gm0001": "4 12", "gm0002": "6 -"},
    }
    assert Inhabitants.model_validate(whole).on("gm0002", date(2026, 1, 1)) == (2025, 6)
    for change, says in (
        ({"total": "10 13"}, "tellen in 2026 op tot 12, niet tot 13"),
        ({"counts": {"gm0001": "4"}}, "gm0001 heeft 1 getallen, geen 2"),
        ({"counts": {"gm0001": "4 twaalf"}}, "is geen rij getallen"),
    ):
        with pytest.raises(ValidationError, match=says):
            Inhabitants.model_validate({**whole, **change})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("gm1681", "gm1681"),
        ("GM1681", "gm1681"),
        ("borger-odoorn", "gm1681"),
        ("gemeente Steenbergen", "gm0851"),
        ("Sudwest-Fryslan", "gm1900"),
        ("Den Haag", "gm0518"),
        ("'s-Gravenhage", "gm0518"),
    ],
)
def test_a_municipality_is_found_however_it_is_written(places, text, code) -> None:
    assert places.find(text).code == code


def test_a_municipality_that_is_not_there_brings_a_guess(places) -> None:
    with pytest.raises(InputError, match="Bedoelde u 'Borger-Odoorn'"):
        places.find("Borger Odorn")
    with pytest.raises(InputError, match="staat niet in de lijst van 2026"):
        places.find("Atlantis aan Zee")


def test_the_merger_of_2027_is_known(places) -> None:
    merger = places.merger_of("gm1696")
    assert merger is not None
    assert (merger.day.year, merger.codes) == (2027, ("gm0402", "gm1696"))
    assert places.merger_of("gm0363") is None


def test_accents_do_not_matter() -> None:
    assert plain("’s-Hertogenbosch") == "'s-hertogenbosch"
