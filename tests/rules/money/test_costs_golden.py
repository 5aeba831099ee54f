"""Figures of real municipalities, as they come out of their own items.

Each amount is that of the source; what the source does not name stays missing.
"""

from datetime import date

import pytest

from rules.money.comparison import CostStanding, compare, same_money
from rules.money.estimates import estimate
from rules.money.inputs import read_choices, read_inputs
from rules.money.ranges import Range

DAY = date(2026, 11, 21)


def euros(low: int, high: int | None = None) -> Range:
    return Range(low * 100, (low if high is None else high) * 100)


@pytest.fixture
def reckon(library):
    def reckoned(decision, place=None, **plain):
        costs = library.decision(decision).costs
        fields = {f"kosten.{key.replace('__', '.')}": v for key, v in plain.items()}
        places = library.municipalities
        municipality = places.find(place) if place else None
        people = places.count(municipality.code, DAY) if municipality else None
        return estimate(
            library.decision(decision),
            {},
            read_inputs(fields, costs),
            read_choices(fields, costs, municipality, people),
        )

    return reckoned


STEENBERGEN = {
    "aantal_mobiele_cameras": "3",
    "mobiele_camera_aanschaf__voorbeeld": "camera-mobiel-eenmalig-steenbergen-2017",
    "mobiele_camera_jaarkosten__voorbeeld": "camera-mobiel-jaar-steenbergen-2017",
    "boa_uren": "200",
    "boa_uur__voorbeeld": "boa-uur-steenbergen-2018",
}


def test_steenbergen_three_mobile_cameras_beside_200_hours(reckon) -> None:
    found = reckon("cameratoezicht", "Steenbergen", looptijd="2 jaar", **STEENBERGEN)
    cameras = found.by_id["mobiele_cameras"]
    guards = found.by_id["toezicht_door_boas"]
    assert cameras.once.known == euros(5_000)
    assert cameras.yearly.known == euros(5_400)
    assert cameras.over_term.known == euros(15_800)
    assert guards.yearly.known == euros(10_000)
    assert guards.over_term.known == euros(20_000)
    assert cameras.per_inhabitant.known == Range(32, 32)
    assert not cameras.over_term.is_whole
    assert (cameras.price_years, guards.price_years) == ((2017,), (2018,))


def test_steenbergen_turns_between_the_first_and_the_second_year(reckon) -> None:
    picture = reckon("cameratoezicht", looptijd="2", **STEENBERGEN)
    pair = compare(picture).pairing("mobiele_cameras", "toezicht_door_boas")
    assert pair.standing is CostStanding.UNKNOWN
    assert [(s.first, s.last, s.standing) for s in pair.stretches_on_known] == [
        (1, 1, CostStanding.MORE),
        (2, 30, CostStanding.LESS),
    ]


@pytest.mark.parametrize(("term", "hours"), [(1, 208), (2, 158), (4, 133)])
def test_steenbergen_the_same_money_in_hours(reckon, term, hours) -> None:
    picture = reckon("cameratoezicht", looptijd=str(term), **STEENBERGEN)
    found = same_money(
        picture,
        money_of=picture.by_id["mobiele_cameras"],
        buys_of=picture.by_id["toezicht_door_boas"],
    )
    assert found.least == found.most == hours


def test_steenbergen_in_prices_of_one_year(reckon) -> None:
    found = reckon("cameratoezicht", looptijd="2", prijspeil="2025", **STEENBERGEN)
    assert found.by_id["toezicht_door_boas"].yearly.known == Range(1_300_851, 1_300_851)
    assert found.by_id["mobiele_cameras"].once.known == Range(661_554, 661_554)
    assert not found.by_id["toezicht_door_boas"].not_converted


MIJDRECHT = {
    "aantal_vaste_cameras": "6",
    "vaste_camera_aanschaf__voorbeeld": "camera-raming-de-ronde-venen-2006",
    "vaste_camera_uitkijken__voorbeeld": "uitkijken-de-ronde-venen-2006",
}


def test_mijdrecht_estimate_of_2006(reckon) -> None:
    found = reckon("cameratoezicht", "De Ronde Venen", looptijd="4", **MIJDRECHT)
    cameras = found.by_id["vaste_cameras"]
    assert cameras.once.known == euros(160_000, 200_000)
    assert cameras.yearly.known == euros(50_000)
    assert cameras.over_term.known == euros(360_000, 400_000)
    assert cameras.lines[0].each == Range(2_666_667, 3_333_333)


def test_mijdrecht_in_prices_of_2025(reckon) -> None:
    found = reckon("cameratoezicht", looptijd="4", prijspeil="2025", **MIJDRECHT)
    assert found.by_id["vaste_cameras"].once.known.low == 25_086_926


def test_mijdrecht_lease_costs_as_much_as_watching(reckon) -> None:
    found = reckon(
        "cameratoezicht",
        looptijd="4",
        vaste_camera_aanschaf="0",
        vaste_camera_onderhoud__totaal="€ 50.000,-",
        aantal_vaste_cameras="6",
    )
    assert found.by_id["vaste_cameras"].over_term.known == euros(200_000)


AMSTELVEEN = {
    "aantal_vaste_cameras": "6",
    "vaste_camera_aanschaf__voorbeeld": "camera-aanschaf-amstelveen-2017",
    "vaste_camera_onderhoud__voorbeeld": "camera-beheer-amstelveen-2017",
}


def test_amstelveen_comes_out_of_its_items(reckon) -> None:
    """The municipality itself said: about € 6.000 per camera per year."""
    found = reckon("cameratoezicht", "Amstelveen", looptijd="3", **AMSTELVEEN)
    cameras = found.by_id["vaste_cameras"]
    assert cameras.over_term.known == euros(104_000)
    assert cameras.per_piece.known == Range(577_778, 577_778)
    assert cameras.per_piece.known.low == pytest.approx(600_000, rel=0.05)
    assert cameras.lines[0].each == Range(1_033_333, 1_033_333)


def test_helmond_per_camera(reckon) -> None:
    found = reckon(
        "cameratoezicht",
        "Helmond",
        looptijd="1",
        aantal_vaste_cameras="37",
        vaste_camera_aanschaf__voorbeeld="camera-vervanging-helmond",
        vaste_camera_onderhoud__voorbeeld="camera-onderhoud-helmond",
        vaste_camera_uitkijken__voorbeeld="uitkijken-helmond",
        prijspeil="2025",
    )
    cameras = found.by_id["vaste_cameras"]
    each = {line.item.id: line.each for line in cameras.lines}
    assert each["vaste_camera_aanschaf"] == Range(810_811, 810_811)
    assert each["vaste_camera_onderhoud"] == Range(229_730, 229_730)
    assert each["vaste_camera_uitkijken"] == Range(313_514, 313_514)
    assert cameras.yearly.known == euros(201_000)
    assert len(cameras.not_converted) == 3, "the year was not found"


def test_regioplan_average_project_without_people(reckon) -> None:
    """About € 800.000 over seven years (around 2009): watching stays unknown."""
    found = reckon(
        "cameratoezicht", looptijd="7", vaste_camera_aanschaf__totaal="800.000"
    )
    cameras = found.by_id["vaste_cameras"]
    assert cameras.over_term.known == euros(800_000)
    assert "Beelden van vaste camera’s bekijken" in {
        missing.title for missing in cameras.over_term.missing
    }


def test_regioplan_camera_in_prices_of_2025(reckon) -> None:
    found = reckon(
        "cameratoezicht",
        vaste_camera_aanschaf="15.000",
        vaste_camera_aanschaf__jaar="2009",
        aantal_vaste_cameras="1",
        prijspeil="2025",
    )
    assert found.by_id["vaste_cameras"].once.known == Range(2_231_756, 2_231_756)


def test_borger_odoorn_about_one_euro_per_inhabitant(reckon) -> None:
    found = reckon(
        "buurtbemiddeling", "Borger-Odoorn", looptijd="1", bemiddeling_gemeente="26.000"
    )
    own = found.by_id["eigen_project"]
    assert own.yearly.known == euros(26_000)
    assert own.per_inhabitant.known == Range(99, 99), "26.162 people in 2026"


def test_rucphen_costs_of_the_corporation_stand_apart(reckon) -> None:
    found = reckon(
        "buurtbemiddeling",
        "Rucphen",
        looptijd="1",
        bemiddeling_gemeente__voorbeeld="buurtbemiddeling-rucphen-2019",
        bemiddeling_partners__voorbeeld="buurtbemiddeling-corporatie-rucphen-2019",
        bemiddeling_opzetten="0",
        aantal_burenzaken="20",
    )
    own = found.by_id["eigen_project"]
    assert own.over_term.known == euros(20_000)
    assert own.partners.known == euros(20_000)
    assert own.per_inhabitant.known == Range(83, 83), "23.973 people in 2026"
    assert own.per_piece.known == euros(2_000), "all partners, by case"


def test_a_full_job_by_the_hour(library) -> None:
    """€ 72.000 by 1.450 and by 1.363 hours (Rijssen-Holten 2024)."""
    found = library.decision("cameratoezicht").costs.examples[
        "boa-uur-rijssen-holten-2024"
    ]
    assert found.low_cents == round(7_200_000 / 1_450)
    assert found.high_cents == round(7_200_000 / 1_363)
