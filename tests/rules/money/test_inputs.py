from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.content.costs import Costs
from rules.grammar.errors import InputError
from rules.money.inputs import (
    CostInputs,
    Picked,
    faults,
    keys,
    of_these,
    read_choices,
    read_inputs,
    read_money,
    read_price_year,
    read_quantity,
    read_term,
)
from rules.money.ranges import Range, between
from tests.rules.priced import example, item, measure, quantity

HOURS = quantity("uren", one="uur", more="uur", max=10_000)
COSTS = Costs(
    quantities=(HOURS,),
    items=(
        item("per_uur", "uren", title="Toezicht", examples=["elders", "fte-elders"]),
        item("samen"),
    ),
    measures=(measure("toezicht", "per_uur", "samen"),),
    examples={
        "elders": example("elders", 5000),
        "fte-elders": example("fte-elders", 7_200_000, piece="fte"),
    },
)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("€ 5.000,-", 5_000, 5_000),
        ("€5.000,--", 5_000, 5_000),
        ("5.000", 5_000, 5_000),
        ("5000", 5_000, 5_000),
        ("€\N{NO-BREAK SPACE}5.000", 5_000, 5_000),
        ("5.000 euro", 5_000, 5_000),
        ("ca. 5.000", 5_000, 5_000),
        ("tussen 5.000 en 8.000", 5_000, 8_000),
        ("Van € 5.000 tot € 8.000", 5_000, 8_000),
        ("5.000–8.000", 5_000, 8_000),
        ("5000-8000", 5_000, 8_000),
        ("€ 5.000,- – € 8.000,-", 5_000, 8_000),
        ("5.000,-–8.000,-", 5_000, 8_000),
        ("5.000 tot en met 8.000", 5_000, 8_000),
        ("5.000 t/m 8.000", 5_000, 8_000),
        ("1,2 miljoen", 1_200_000, 1_200_000),
        ("1,2 mln", 1_200_000, 1_200_000),
        ("5 duizend tot 8 duizend", 5_000, 8_000),
        ("0", 0, 0),
    ],
)
def test_an_amount_is_read_as_a_dutch_reader_writes_it(text, low, high) -> None:
    assert read_money(text) == Range(low * 100, high * 100)


@pytest.mark.parametrize(
    ("text", "cents"), [("5000,50", 500_050), ("5000.50", 500_050), ("0,5", 50)]
)
def test_a_comma_or_a_point_can_stand_before_cents(text, cents) -> None:
    assert read_money(text) == Range(cents, cents)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("-5", "niet lager dan 0"),
        ("€ -5.000", "niet lager dan 0"),
        ("−3", "niet lager dan 0"),
        ("min 5", "niet lager dan 0"),
        ("8.000–5.000", "laagste bedrag voorop"),
        ("100.000.001", "Controleer het bedrag"),
        ("5 miljoen tot 5.000 miljoen", "Controleer het bedrag"),
        ("5,000", "Bedoelde u 5.000?"),
        ("5.00.0", "geen bedrag"),
        ("5.000 per jaar", "geen bedrag"),
        ("veel", "geen bedrag"),
        ("1e9", "geen bedrag"),
        ("", "geen bedrag"),
        ("9" * 200, "te lang"),
    ],
)
def test_what_is_no_amount_is_refused_with_a_reason(text, says) -> None:
    with pytest.raises(InputError, match=says):
        read_money(text)


@given(st.text(max_size=120))
def test_any_text_is_an_amount_or_a_message(text: str) -> None:
    try:
        found = read_money(text)
    except InputError as error:
        assert str(error).endswith((".", "?"))  # noqa: PT017
    else:
        assert 0 <= found.low <= found.high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("200", 200, 200),
        ("2.000", 2_000, 2_000),
        ("1,5", Fraction(3, 2), Fraction(3, 2)),
        ("1.5", Fraction(3, 2), Fraction(3, 2)),
        ("100–200", 100, 200),
        ("tussen 100 en 200", 100, 200),
        ("0", 0, 0),
        ("2 000", 2_000, 2_000),
        ("tien", 10, 10),
    ],
)
def test_a_quantity_is_read(text, low, high) -> None:
    assert read_quantity(text, HOURS) == between(low, high)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("-1", "niet lager dan 0"),
        ("200-100", "laagste aantal voorop"),
        ("10.001", "meer dan 10.000 uur"),
        ("1,555", "geen aantal"),
        ("een paar", "geen aantal"),
    ],
)
def test_what_is_no_quantity_is_refused(text, says) -> None:
    with pytest.raises(InputError, match=says):
        read_quantity(text, HOURS)


@pytest.mark.parametrize(
    ("text", "years"), [("1", 1), ("30", 30), ("4 jaar", 4), ("vier", 4)]
)
def test_a_term_is_one_to_thirty_years(text, years) -> None:
    assert read_term(text) == years


@pytest.mark.parametrize("text", ["0", "31", "1000", "-4", "1,5", "lang", "", "9" * 90])
def test_another_term_is_refused(text) -> None:
    with pytest.raises(InputError, match="van 1 tot en met 30"):
        read_term(text)


def test_a_price_year_is_a_year() -> None:
    assert read_price_year("2018") == 2018
    for text in ("18", "1066", "3000", "vorig jaar"):
        with pytest.raises(InputError, match="geen jaar"):
            read_price_year(text)


def test_an_empty_field_is_no_input_and_no_nought() -> None:
    plain = {"kosten.per_uur": " ", "kosten.uren": ""}
    assert faults(plain, COSTS) == {}
    assert read_inputs(plain, COSTS) == CostInputs()


def test_every_fault_stands_by_its_own_field() -> None:
    plain = {"kosten.per_uur": "-1", "kosten.uren": "veel", "kosten.looptijd": "0"}
    assert set(faults(plain, COSTS)) == set(plain)


def test_the_message_names_the_field() -> None:
    with pytest.raises(InputError, match=r"Toezicht: .*niet lager dan 0"):
        read_inputs({"kosten.per_uur": "-1"}, COSTS)


def test_an_unknown_key_is_refused_with_a_guess() -> None:
    with pytest.raises(InputError, match=r"Bedoelde u 'kosten\.per_uur'"):
        read_inputs({"kosten.per_uurr": "5"}, COSTS)


def test_one_item_has_one_amount() -> None:
    plain = {"kosten.per_uur": "50", "kosten.per_uur.totaal": "10.000"}
    with pytest.raises(InputError, match="Laat één van de twee staan"):
        read_inputs(plain, COSTS)


def test_an_amount_for_all_is_no_question_where_there_is_one_thing() -> None:
    assert "kosten.samen.totaal" not in keys(COSTS)
    assert "kosten.per_uur.totaal" in keys(COSTS)


def test_an_example_is_picked_only_where_it_fits() -> None:
    picked = read_inputs({"kosten.per_uur.voorbeeld": "elders"}, COSTS)
    assert picked.amounts == {"per_uur": Picked("elders")}
    with pytest.raises(InputError, match="hoort niet bij deze post"):
        read_inputs({"kosten.per_uur.voorbeeld": "fte-elders"}, COSTS)


def test_keys_of_another_decision_are_left_alone() -> None:
    plain = {"kosten.per_uur": "5", "kosten.van_elders": "6"}
    assert of_these(plain, COSTS) == {"kosten.per_uur": "5"}


def test_conversion_is_off_until_somebody_chooses_it() -> None:
    assert read_choices({}, COSTS, None).price_year is None


def test_a_year_without_an_index_cannot_be_chosen(library) -> None:
    costs = library.decision("cameratoezicht").costs
    with pytest.raises(InputError, match="van 1996 tot en met 2025"):
        read_choices({"kosten.prijspeil": "2026"}, costs, None)
