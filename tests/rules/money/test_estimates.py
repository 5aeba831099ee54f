from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.content.costs import Costs, Rhythm
from rules.content.municipalities import Municipality, PopulationCount
from rules.content.prices import PriceIndex
from rules.grammar.answers import DONT_KNOW, Amount, Number
from rules.grammar.errors import InputError
from rules.money.comparison import tornado
from rules.money.estimates import AmountOrigin, estimate
from rules.money.inputs import CostChoices, CostInputs, Picked
from rules.money.ranges import Range, between
from tests.rules.priced import (
    example,
    item,
    measure,
    once,
    priced,
    quantity,
    reckon,
    typed,
)

PRICES = PriceIndex.model_validate(
    {
        "title": "Proef",
        "base": "2015 = 100",
        "sources": ["wet-1"],
        "note": "Een proef.",
        "years": [{"year": 2015, "index": 10000}, {"year": 2025, "index": 15000}],
    }
)
COSTS = Costs(
    quantities=(
        quantity("cameras", question="hoeveel"),
        quantity("inwonerzaken"),
    ),
    items=(
        once("kopen", "cameras", examples=["zes-elders", "zonder-jaar"]),
        item("beheer", "cameras"),
        item("stroom", question="stroomkosten"),
        item("corporatie", payer="partners"),
    ),
    measures=(
        measure("camera", "kopen", "beheer", "stroom", "corporatie", scale="cameras"),
    ),
    examples={
        "zes-elders": example(
            "zes-elders",
            6_200_000,
            rhythm="eenmalig",
            piece="project",
            pieces=6,
            price_year=2015,
        ),
        "zonder-jaar": example("zonder-jaar", 100_000, rhythm="eenmalig"),
    },
    prices=PRICES,
)
WHOLE = {
    "kosten.kopen": "1.000–2.000",
    "kosten.beheer": "100",
    "kosten.stroom": "50",
    "kosten.cameras": "3",
    "kosten.corporatie": "10",
}


def camera(plain, **choices):
    (found,) = reckon(COSTS, plain, **choices).measures
    return found


def test_what_is_known_is_added_up_over_the_term() -> None:
    found = camera(WHOLE, term=4)
    assert found.once.known == Range(300_000, 600_000)
    assert found.yearly.known == Range(35_000, 35_000)
    assert found.over_term.known == Range(440_000, 740_000)
    assert found.over_term.is_whole


def test_the_money_of_others_stands_apart() -> None:
    found = camera(WHOLE, term=4)
    assert found.partners.known == Range(1_000, 1_000)
    # shared over the cameras, everybody’s money counts: (440.000 + 4.000) / 4 / 3
    assert found.per_piece.known == Range(37_000, 62_000)


def test_nothing_known_is_unknown_and_never_nought() -> None:
    found = camera({})
    for total in (found.once, found.yearly, found.over_term):
        assert total.known is None
        assert total.missing
    assert not found.is_begun


@pytest.mark.parametrize("left_out", sorted(set(WHOLE) - {"kosten.corporatie"}))
def test_what_is_left_out_is_missing_with_its_question(left_out: str) -> None:
    plain = {key: text for key, text in WHOLE.items() if key != left_out}
    (missing,) = camera(plain, term=1).over_term.missing
    name = left_out.removeprefix("kosten.")
    assert missing.variable.endswith(name)
    assert name in missing.ask
    assert missing.who == "college"


def test_a_typed_nought_is_known() -> None:
    found = camera({**WHOLE, "kosten.stroom": "0"}, term=1)
    assert found.over_term.is_whole
    assert found.yearly.known == Range(30_000, 30_000)


def test_no_cameras_cost_nothing_whatever_their_price() -> None:
    found = camera({"kosten.cameras": "0", "kosten.stroom": "0"}, term=1)
    assert found.over_term.is_whole
    assert found.over_term.known == Range(0, 0)


def test_a_total_for_all_pieces_needs_no_number() -> None:
    found = camera({"kosten.kopen.totaal": "62.000"})
    assert found.once.known == Range(6_200_000, 6_200_000)
    assert found.once.is_whole
    assert found.lines[0].each is None


def test_a_total_for_all_pieces_tells_what_one_costs() -> None:
    found = camera({"kosten.kopen.totaal": "62.000", "kosten.cameras": "6"})
    assert found.lines[0].each == Range(1_033_333, 1_033_333)


def test_a_number_comes_from_an_answer_until_one_is_typed() -> None:
    decision = priced(COSTS)
    answers = {"hoeveel": Number(6), "stroomkosten": Amount(120_000)}

    def found(inputs: CostInputs):
        (one,) = estimate(decision, answers, inputs, CostChoices()).measures
        return one

    line = found(CostInputs()).lines[0]
    assert line.quantity == between(6)
    assert found(CostInputs()).lines[2].estimate.known == Range(120_000, 120_000)
    line = found(CostInputs(quantities={"cameras": between(2)})).lines[0]
    assert line.quantity == between(2)
    local = found(CostInputs(amounts={"stroom": typed(1, 1)})).lines[2]
    assert local.estimate.known == Range(1, 1)


def test_do_not_know_is_no_number() -> None:
    answers = {"hoeveel": DONT_KNOW, "stroomkosten": DONT_KNOW}
    (found,) = estimate(priced(COSTS), answers, CostInputs(), CostChoices()).measures
    assert found.over_term.known is None


def test_an_example_counts_for_its_own_number_of_pieces() -> None:
    plain = {"kosten.kopen.voorbeeld": "zes-elders", "kosten.cameras": "3"}
    found = camera(plain)
    assert found.once.known == Range(3_100_000, 3_100_000)
    assert found.lines[0].given.origin is AmountOrigin.EXAMPLE
    assert found.price_years == (2015,)


def test_prices_are_converted_only_when_somebody_chooses_so() -> None:
    plain = {"kosten.kopen.voorbeeld": "zes-elders", "kosten.cameras": "6"}
    assert camera(plain).once.known == Range(6_200_000, 6_200_000)
    found = camera(plain, price_year=2025)
    assert found.once.known == Range(9_300_000, 9_300_000)
    assert found.lines[0].given.converted_from == 2015
    assert found.lines[0].given.price_year == 2025


def test_an_amount_without_a_year_is_never_converted_and_says_so() -> None:
    for plain in ({"kosten.kopen": "1.000"}, {"kosten.kopen.voorbeeld": "zonder-jaar"}):
        found = camera({**plain, "kosten.cameras": "1"}, price_year=2025)
        assert found.once.known == Range(100_000, 100_000)
        assert [line.item.id for line in found.not_converted] == ["kopen"]


def test_a_year_that_has_no_index_yet_is_left_alone() -> None:
    plain = {"kosten.stroom": "100", "kosten.stroom.jaar": "2026"}
    found = camera(plain, price_year=2025)
    assert found.lines[2].estimate.known == Range(10_000, 10_000)
    assert found.not_converted


def test_per_inhabitant_needs_a_municipality() -> None:
    place = Municipality(code="gm1681", name="Borger-Odoorn", province="Drenthe")
    people = PopulationCount(2024, 26_014)
    assert camera(WHOLE).per_inhabitant is None
    assert camera(WHOLE, municipality=place).per_inhabitant is None
    plain = {"kosten.kopen.totaal": "0", "kosten.beheer": "0", "kosten.cameras": "1"}
    plain["kosten.stroom"] = "26.000"
    found = camera(plain, municipality=place, inhabitants=people)
    assert found.per_inhabitant.known == Range(100, 100)


def test_a_range_of_pieces_shares_the_costs_at_both_ends() -> None:
    plain = {"kosten.kopen.totaal": "12.000", "kosten.beheer": "100"}
    plain |= {"kosten.stroom": "0", "kosten.corporatie": "0", "kosten.cameras": "2–4"}
    found = camera(plain, term=1).per_piece
    assert found.known == Range(310_000, 610_000)
    assert found.is_whole


def test_no_pieces_to_share_by_is_unknown() -> None:
    plain = {**WHOLE, "kosten.cameras": "0"}
    assert camera(plain).per_piece.known is None


CENTS = st.integers(0, 1_000_000)
SPANS = st.builds(lambda low, more: typed(low, low + more), CENTS, CENTS)
COUNTS = st.builds(
    lambda low, more: between(Fraction(low, 4), Fraction(low + more, 4)),
    st.integers(0, 40),
    st.integers(0, 40),
)


@given(SPANS, SPANS, SPANS, COUNTS, st.integers(1, 30))
def test_the_range_is_that_of_the_corners(buy, keep, power, cameras, term) -> None:
    inputs = CostInputs(
        amounts={"kopen": buy, "beheer": keep, "stroom": power},
        quantities={"cameras": cameras},
    )
    found = camera(inputs, term=term).over_term.known
    corners = [
        b * n + (k * n + p) * term
        for b in (buy.cents.low, buy.cents.high)
        for k in (keep.cents.low, keep.cents.high)
        for p in (power.cents.low, power.cents.high)
        for n in (cameras.low, cameras.high)
    ]
    assert abs(found.low - min(corners)) <= Fraction(1, 2)
    assert abs(found.high - max(corners)) <= Fraction(1, 2)


@given(st.sets(st.sampled_from(sorted(WHOLE))), st.integers(1, 30))
def test_what_is_told_later_only_adds(left_out, term) -> None:
    """What is known of the costs never goes down when more becomes known."""
    plain = {key: text for key, text in WHOLE.items() if key not in left_out}
    part, whole = camera(plain, term=term).over_term, camera(WHOLE, term=term).over_term
    if part.known is not None:
        assert part.known.low <= whole.known.low
    assert part.is_whole == (not left_out - {"kosten.corporatie"})


def test_an_example_of_elsewhere_does_not_count_by_itself() -> None:
    found = camera({"kosten.cameras": "6"})
    assert found.lines[0].given is None
    found = camera(CostInputs({"kopen": Picked("zes-elders")}, {"cameras": between(6)}))
    assert found.lines[0].given is not None


# --- all in one amount ----------------------------------------------------------

TWICE = Costs(
    quantities=(quantity("cameras"),),
    items=(
        once("kopen", "cameras"),
        once("aanleg"),
        item("beheer", "cameras"),
        item("corporatie", payer="partners"),
    ),
    measures=(
        measure("camera", "kopen", "aanleg", "beheer", "corporatie", scale="cameras"),
        measure("bank", "aanleg"),
    ),
)
ITEMS = {
    "kosten.kopen": "1.000",
    "kosten.aanleg": "500",
    "kosten.beheer": "100",
    "kosten.cameras": "3",
    "kosten.corporatie": "10",
}
LUMP = {"kosten.camera.eenmalig": "9.000"}


def both(plain):
    return reckon(TWICE, plain).measures


def test_a_lump_sum_counts_and_the_items_under_it_wait() -> None:
    found, _ = both(ITEMS | LUMP)

    assert found.once.known == Range(900_000, 900_000)
    assert [each.item.id for each in found.idle] == ["kopen", "aanleg"]
    assert found.yearly.known == Range(30_000, 30_000)
    assert found.over_term.is_whole


def test_another_measure_keeps_the_item_that_both_count() -> None:
    _, bank = both(ITEMS | LUMP)

    assert bank.once.known == Range(50_000, 50_000)
    assert not bank.idle


def test_a_lump_sum_asks_no_more_for_what_it_covers() -> None:
    found, _ = both(LUMP)

    assert found.once.is_whole
    assert found.is_begun
    assert {each.title for each in found.over_term.missing} == {"beheer", "cameras"}
    assert found.over_term.known == Range(900_000, 900_000)


def test_an_empty_lump_sum_is_no_nought() -> None:
    found, _ = both({"kosten.camera.eenmalig": " "})

    assert found.once.known is None
    assert not found.is_begun


def test_the_money_of_partners_stands_outside_a_lump_sum() -> None:
    found, _ = both(LUMP | {"kosten.corporatie": "10"})

    assert found.partners.known == Range(1_000, 1_000)


def test_an_item_that_stands_alone_needs_no_lump_sum() -> None:
    assert set(TWICE.lumps) == {("camera", Rhythm.ONCE)}
    with pytest.raises(InputError, match="kennen wij niet"):
        both({"kosten.camera.jaarlijks": "5"})


def test_a_lone_item_is_counted_by_the_number_of_its_measure() -> None:
    camera, bank = TWICE.measures

    assert TWICE.number_of(camera) == TWICE.quantity_by_id["cameras"]
    assert TWICE.number_of(bank) is None


def test_a_range_for_all_together_weighs_under_its_own_name() -> None:
    picture = reckon(TWICE, {"kosten.camera.eenmalig": "5.000 tot 8.000"})
    (swing,) = tornado(picture, picture.measures[0]).swings

    assert swing.weigher.title == "camera: alles eenmalig"
    assert swing.most == 300_000


def test_the_first_item_counts_most_unless_another_is_named() -> None:
    assert measure("camera", "kopen", "beheer").main == "kopen"
    assert measure("camera", "kopen", "beheer", main="beheer").main == "beheer"
