import re
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from reports.composing.amounts import (
    pairing_lines,
    price_notes,
    same_money_lines,
    say_estimate,
    say_example,
    say_quantity,
    tornado_lines,
)
from reports.composing.cost_tables import items_table, questions_to_ask, totals_table
from reports.composing.pictures import (
    costs_over_time,
    scale,
    standing_picture,
    tornado_picture,
)
from reports.document import Figure, StatusWord, Table
from rules.content.costs import Rhythm
from rules.content.municipalities import PopulationCount
from rules.money.comparison import compare, tornado
from rules.money.estimates import Estimate, estimate
from rules.money.inputs import read_choices, read_inputs
from rules.money.ranges import Range
from tests.rules.money.test_costs_golden import AMSTELVEEN, MIJDRECHT, STEENBERGEN

SVG = "{http://www.w3.org/2000/svg}"
RANGED = {
    "aantal_vaste_cameras": "6–8",
    "vaste_camera_aanschaf": "10.000–15.000",
    "vaste_camera_onderhoud": "300–700",
    "vaste_camera_verbinding": "12.000",
    "boa_uur": "45–75",
    "boa_uren": "500–900",
    "boa_uitrusting": "0",
}


@pytest.fixture(scope="module")
def cameras(library):
    """Reckon with cameras, and give the picture with the sentences to tell it."""
    decision = library.decision("cameratoezicht")

    def reckoned(plain, **choices):
        fields = {
            f"kosten.{key.replace('__', '.')}": text
            for key, text in {**plain, **choices}.items()
        }
        place = library.municipalities.find("Steenbergen")
        return estimate(
            decision,
            {},
            read_inputs(fields, decision.costs),
            read_choices(fields, decision.costs, place, PopulationCount(2026, 24_596)),
        )

    return reckoned


@pytest.fixture(scope="module")
def words(library):
    return library.sentences


@pytest.fixture(scope="module")
def figures(cameras, words) -> dict[str, Figure]:
    picture = cameras(RANGED, looptijd="5")
    fixed = picture.by_id["vaste_cameras"]
    drawn = {
        "tijd": costs_over_time(words, picture, picture.begun),
        "tornado": tornado_picture(words, tornado(picture, fixed), fixed.measure.title),
        "steenbergen": costs_over_time(
            words, (found := cameras(STEENBERGEN, looptijd="2")), found.begun
        ),
        "mijdrecht": costs_over_time(
            words, (found := cameras(MIJDRECHT, looptijd="30")), found.begun
        ),
        "amstelveen": costs_over_time(
            words, (found := cameras(AMSTELVEEN, looptijd="3")), found.begun
        ),
        "privacy": standing_picture(
            "Inbreuken en waarborgen",
            "Per inbreuk staat of er een waarborg tegenover staat.",
            ("Stand",),
            [
                ("Voorbijgangers & bewoners in beeld", [StatusWord.FULFILLED]),
                ("Gezichten herkennen", [StatusWord.UNKNOWN]),
            ],
        ),
    }
    return {name: figure for name, figure in drawn.items() if figure is not None}


NAMES = ("tijd", "tornado", "steenbergen", "mijdrecht", "amstelveen", "privacy")


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_read_by_who_cannot_see_it(figures, name) -> None:
    figure = figures[name]
    root = ET.fromstring(figure.svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == figure.title
    assert root.findtext(f"{SVG}desc") == figure.description
    assert figure.table.rows


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_can_stand_under_a_strict_policy(figures, name) -> None:
    root = ET.fromstring(figures[name].svg)
    assert len(root)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) not in {"script", "style", "image", "use"}
        names = {key.lower() for key in element.attrib}
        assert not names & {"style", "class", "id", "href"}
        assert not any(key.startswith("on") for key in names)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_uses_greys_and_ink_that_differ_in_lightness(figures, name) -> None:
    used = set(re.findall(r"#[0-9a-f]{6}", figures[name].svg))
    light = sorted(sum(int(one[i : i + 2], 16) for i in (1, 3, 5)) for one in used)
    assert len(light) > 1
    assert all(later - earlier > 40 for earlier, later in pairwise(light))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_drawn_outside_the_frame(figures, name) -> None:
    root = ET.fromstring(figures[name].svg)
    _, _, width, height = map(float, root.get("viewBox").split())
    assert len(root)
    for element in root.iter():
        for key, most in (("x", width), ("x1", width), ("x2", width)):
            assert 0 <= float(element.get(key, 0)) <= most
        for key in ("y", "y1", "y2"):
            assert 0 <= float(element.get(key, 0)) <= height
        for point in element.get("points", "").split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= width
            assert 0 <= y <= height
        if element.tag == f"{SVG}rect":
            assert float(element.get("x", 0)) + float(element.get("width")) <= width


def test_more_money_is_drawn_higher(figures) -> None:
    root = ET.fromstring(figures["steenbergen"].svg)
    lines = list(root.iter(f"{SVG}polyline"))

    assert lines
    for line in lines:
        heights = [float(each.split(",")[1]) for each in line.get("points").split()]
        assert heights == sorted(heights, reverse=True)


def test_what_is_not_whole_has_a_dashed_edge_and_says_so(figures) -> None:
    svg = figures["tijd"].svg
    assert svg.count("stroke-dasharray") == 1, "of two, only cameras lack something"
    assert "streepjeslijn" in figures["tijd"].description
    assert "ten minste" in svg


def test_the_longest_bar_stands_first(figures) -> None:
    root = ET.fromstring(figures["tornado"].svg)
    light = [
        float(bar.get("width"))
        for bar in root.iter(f"{SVG}rect")
        if bar.get("fill") == "#d5dcde"
    ]
    assert light == sorted(light, reverse=True)


def test_nothing_known_has_no_picture(cameras, words) -> None:
    picture = cameras({})
    fixed = picture.by_id["vaste_cameras"]
    assert costs_over_time(words, picture, picture.measures) is None
    assert tornado_picture(words, tornado(picture, fixed), "Camera’s") is None


@pytest.mark.parametrize("most", [0, 1, 99, 100, 12_345, 10**7, 10**12])
def test_a_scale_has_a_few_round_marks_and_room_for_all(most) -> None:
    found = scale(0, 100, most)
    assert found.most >= most
    assert 3 <= len(found.marks) <= 6
    assert found.marks[-1] == found.most


@pytest.mark.parametrize("term", [1, 2, 4, 5, 7, 10, 29, 30])
def test_the_table_beside_fits_on_paper_for_any_term(cameras, words, term) -> None:
    picture = cameras(STEENBERGEN, looptijd=str(term))
    figure = costs_over_time(words, picture, picture.begun)
    assert figure.table.head[-1] == f"na {term} jaar"
    assert len(figure.table.head) <= 7


def plain(table: Table) -> list[tuple[str, ...]]:
    return [
        tuple("".join(s.text for s in cell.spans).replace("\xa0", " ") for cell in row)
        for row in table.rows
    ]


def lines(found) -> list[str]:
    return [line.replace("\xa0", " ") for line in found]


def test_steenbergen_in_words(cameras, words) -> None:
    picture = cameras(STEENBERGEN, looptijd="2")
    comparison = compare(picture)
    pair = comparison.pairing("mobiele_cameras", "toezicht_door_boas")
    assert lines(pairing_lines(words, comparison, pair)) == [
        "Over 1 jaar kost ‘Toezicht door boa’s’ minder dan ‘Mobiele camera’s’.",
        "Over 2 tot en met 30 jaar kost ‘Mobiele camera’s’ minder dan ‘Toezicht door boa’s’.",
        (
            "Dit rekent alleen met wat bekend is. Het kan veranderen door: "
            "‘aantal verplaatsingen per jaar’, ‘Mobiele camera’s verplaatsen’, "
            "‘Beelden van mobiele camera’s bekijken’ en nog 2 andere punten."
        ),
    ]
    (same,) = (
        each
        for each in comparison.same_money
        if (each.money_of, each.buys_of) == ("mobiele_cameras", "toezicht_door_boas")
    )
    told = lines(same_money_lines(words, comparison, same))
    assert told[:2] == [
        "Voor hetzelfde geld als ‘Mobiele camera’s’ over 2 jaar: 3 uur per week bij ‘Toezicht door boa’s’.",
        "Bij 158 uur per jaar kost ‘Toezicht door boa’s’ evenveel; bij meer kost het meer.",
    ]
    assert lines(price_notes(words, picture)) == [
        "Deze bedragen zijn prijzen van verschillende jaren: 2017 en 2018. Zij zijn niet omgerekend."
    ]


def test_steenbergen_in_tables(cameras, words) -> None:
    picture = cameras(STEENBERGEN, looptijd="2")
    rows = plain(totals_table(words, compare(picture)))
    assert rows[2] == (
        "Mobiele camera’s",
        "Ten minste € 5.000",
        "Ten minste € 5.400",
        "Ten minste € 15.800",
        "Ten minste € 0,32",
    )
    unknown = ("Onbekend",) * 3
    assert rows[0] == ("Jongerenwerk", "Geen post", *unknown), "nothing is paid once"
    items = plain(items_table(words, picture.by_id["mobiele_cameras"]))
    assert items[0] == (
        "Mobiele camera’s kopen of plaatsen",
        "€ 1.666,67 per camera",
        "3",
        "€ 5.000 eenmalig",
        "Voorbeeld uit Steenbergen, 2017",
    )
    assert items[3][-1] == "Niet ingevuld"


def test_converted_amounts_say_from_which_year(cameras, words) -> None:
    picture = cameras(
        STEENBERGEN, looptijd="2", prijspeil="2025", vaste_camera_weghalen="5"
    )
    first, second = price_notes(words, picture)
    assert "prijzen van 2025" in first
    assert "Lonen" in first
    assert second == (
        "Niet omgerekend, want een prijsjaar of prijscijfer ontbreekt: ‘Vaste camera’s weghalen’."
    )
    items = plain(items_table(words, picture.by_id["toezicht_door_boas"]))
    assert items[0][-1] == "Voorbeeld uit Steenbergen, 2018, prijzen van 2025"


def test_ranges_that_overlap_say_on_what_it_depends(cameras, words) -> None:
    known = {
        **RANGED,
        "vaste_camera_uitkijken": "0",
        "vaste_camera_weghalen": "0",
        "camera_voorbereiding": "0",
        "vaste_camera_verbinding_aanleg": "0",
    }
    picture = cameras(known, looptijd="5")
    comparison = compare(picture)
    pair = comparison.pairing("toezicht_door_boas", "vaste_cameras")
    told = lines(pairing_lines(words, comparison, pair))
    assert any("hangt het af van de bedragen" in line for line in told)
    assert told[-1].startswith("Dat hangt het meest af van: ")


def same(comparison, money_of, buys_of):
    return next(
        each
        for each in comparison.same_money
        if (each.money_of, each.buys_of) == (money_of, buys_of)
    )


def test_things_that_cannot_be_halved_are_told_whole(cameras, words) -> None:
    picture = cameras(STEENBERGEN, looptijd="2")
    comparison = compare(picture)
    found = same(comparison, "toezicht_door_boas", "mobiele_cameras")
    first, *_ = lines(same_money_lines(words, comparison, found))
    assert first == (
        "Voor hetzelfde geld als ‘Toezicht door boa’s’ over 2 jaar: "
        "3 camera’s bij ‘Mobiele camera’s’."
    )


def test_a_range_of_money_buys_a_range_of_hours(cameras, words) -> None:
    picture = cameras(RANGED, looptijd="5")
    comparison = compare(picture)
    found = same(comparison, "vaste_cameras", "toezicht_door_boas")
    first, second, *_ = lines(same_money_lines(words, comparison, found))
    assert " tot " in first
    assert "uur per week" in first
    assert second.startswith("Tussen ")


def test_hours_per_year_are_told_per_year(library, words) -> None:
    decision = library.decision("buurtbemiddeling")
    fields = {
        "kosten.bemiddeling_gemeente": "26.000",
        "kosten.mediation_uur.voorbeeld": "mediation-uur-elr",
    }
    inputs = read_inputs(fields, decision.costs)
    picture = estimate(decision, {}, inputs, read_choices({}, decision.costs, None))
    comparison = compare(picture)
    found = same(comparison, "eigen_project", "beroepsmediation")
    first, *_ = lines(same_money_lines(words, comparison, found))
    assert "260 uur per jaar bij ‘Beroepsmediation’" in first


def test_a_comparison_that_can_still_turn_says_what_is_missing(cameras, words) -> None:
    known = {**RANGED, "vaste_camera_uitkijken": "9.000"}
    comparison = compare(cameras(known, looptijd="1"))
    pair = comparison.pairing("toezicht_door_boas", "vaste_cameras")
    told = lines(pairing_lines(words, comparison, pair))
    assert "kost ‘Toezicht door boa’s’ minder" in told[0]
    comparison = compare(cameras({}, looptijd="1"))
    pair = comparison.pairing("toezicht_door_boas", "vaste_cameras")
    told = lines(pairing_lines(words, comparison, pair))
    assert "niet te zeggen" in told[0]
    assert told[1].startswith("Nog onbekend: ")


def test_two_unknowns_have_no_weight_in_words(cameras, words) -> None:
    picture = cameras({}, looptijd="5")
    told = lines(tornado_lines(words, tornado(picture, picture.by_id["jongerenwerk"])))
    assert len(told) == 2
    assert all("meer dan één onbekende" in line for line in told)


def test_what_weighs_most_in_words(cameras, words) -> None:
    picture = cameras(RANGED, looptijd="5")
    found = tornado(picture, picture.by_id["vaste_cameras"])
    told = lines(tornado_lines(words, found))
    assert told[0] == (
        "Het verschil tussen laag en hoog van ‘Aanschaf van vaste camera’s’ is "
        "€ 30.000 tot € 40.000 over 5 jaar."
    )
    assert (
        "Elke € 100 bij ‘Beelden van vaste camera’s bekijken’ maakt het totaal over 5 jaar "
        "€ 3.000 tot € 4.000 hoger." in told
    )


def test_an_unknown_is_said_as_unknown(words) -> None:
    assert say_estimate(words, Estimate(None, ())) == "onbekend"
    assert say_estimate(words, Estimate(Range(0, 0), ())) == "€\xa00"


def test_an_example_says_place_year_and_what_is_in_it(library, words) -> None:
    examples = library.decision("cameratoezicht").costs.examples
    told = say_example(words, examples["camera-beheer-amstelveen-2017"])
    assert told.replace("\xa0", " ") == (
        "€ 14.000 per jaar voor zes camera’s samen (Amstelveen, 2017; btw onbekend). "
        "Wat erin zit: onderhoud en beheer."
    )
    for example in examples.values():
        told = say_example(words, example)
        assert example.place in told
        assert str(example.price_year or "jaar onbekend") in told


def test_what_returns_each_year_says_so_once(library, words) -> None:
    examples = library.decision("cameratoezicht").costs.examples
    yearly = {n for n, each in examples.items() if each.rhythm == Rhythm.YEARLY}
    assert yearly
    for name, example in examples.items():
        amount = say_example(words, example).partition(" (")[0]
        assert amount.count("per jaar") <= 1
        if name in yearly and not example.unit.startswith("per "):
            assert "jaar" in amount, name


def test_every_question_is_asked_once_of_who_knows(cameras) -> None:
    picture = cameras({})
    asked = questions_to_ask(picture.measures)
    assert {body for body, _ in asked} == {"college", "burgemeester"}
    every = [missing.ask for _, found in asked for missing in found]
    assert len(every) == len(set(every))


def test_large_numbers_have_no_decimals() -> None:
    assert say_quantity(Fraction(11227, 10)) == "1.123"
    assert say_quantity(Fraction(53, 10)) == "5,3"
