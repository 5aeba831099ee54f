"""Numbers and dates as people write them: understood, or refused in words."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.grammar.answers import DateKind, Day, parse, parse_cents, refuse_future
from rules.grammar.errors import InputError
from rules.grammar.numerals import LONGEST, parse_date, whole, year

THIN = "\N{THIN SPACE}"


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        *(("28", "dagen", 28), ("28 dagen", "dagen", 28), ("28 dag", "dagen", 28)),
        *(("4 weken", "dagen", 28), ("vier weken", "dagen", 28)),
        *(("Vier weken", "dagen", 28), ("één dag", "dagen", 1)),
        *(("1 000", "meldingen", 1000), ("35 000", "meldingen", 35_000)),
        *((f"35{THIN}000", "", 35_000), ("35.000", "", 35_000)),
        *(("35 duizend", "incidenten", 35_000), ("12 meldingen", "meldingen", 12)),
        *(("1 melding", "meldingen", 1), ("3 camera's", "camera’s", 3)),
        *(("8 uur", "uur per week", 8), ("8 uur per week", "uur per week", 8)),
        *(("tweeëntwintig", "", 22), ("honderd", "", 100), ("–3", "", -3)),
    ],
)
def test_a_number_is_understood_as_it_is_written(text, unit, value):
    assert whole(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "message"),
    [
        ("meer dan 10", "meldingen", "geen precies getal"),
        ("10 à 20", "meldingen", "geen precies getal"),
        ("ongeveer 10", "", "geen precies getal"),
        ("2 maanden", "dagen", "Vul dagen in"),
        ("12 meldingen", "incidenten", "Hier gaat het om incidenten. Bedoelde u 12?"),
        ("9" * 5_000, "", "te lang voor een getal of een datum: 5000 tekens"),
    ],
)
def test_a_number_that_will_not_do_is_refused_in_words(text, unit, message):
    with pytest.raises(InputError) as refusal:
        whole(text, unit)

    assert message in str(refusal.value)


@pytest.mark.parametrize(
    "text", ["", "²", "٣", "７", "Ⅷ", "1e9", "0x10", "1_000", "veel"]
)
def test_what_is_no_number_is_none(text):
    assert whole(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("1 januari 2021", "1 jan. 2021", "1 jan 2021", "1.1.2021", "1. 1. 2021"),
        *("1–1–2021", "1/1/2021", "01-01-2021", "2021-01-01", "1 1 2021"),
        *("vrijdag 1 januari 2021", "1e januari 2021", " 1 JANUARI 2021 "),
    ],
)
def test_a_date_is_understood_as_it_is_written(text):
    assert parse_date(text) == date(2021, 1, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1-1-21", "Bedoelde u 1-1-2021?"),
        ("1-1-9999", "Vul een jaar in van 1851 tot en met 2100"),
        ("01-01-0001", "Vul een jaar in van 1851 tot en met 2100"),
        ("31-2-2026", "geen datum. Schrijf bijvoorbeeld 21-11-2026"),
        ("²-1-2026", "geen datum"),
        ("januari 2021", "geen datum"),
        ("1 foo 2021", "geen datum"),
        ("1" * 5_000, "te lang"),
    ],
)
def test_a_date_that_cannot_be_is_refused_in_words(text, message):
    with pytest.raises(InputError) as refusal:
        parse_date(text)

    assert message in str(refusal.value)


@pytest.mark.parametrize("text", ["²", "9" * 5_000, "", "20262", "1999", "twee"])
def test_what_is_no_year_is_none(text):
    assert year(text, 2000, 2100) is None


def test_a_year_within_bounds_is_read():
    assert year(" 2026 ", 2000, 2100) == 2026


def test_a_day_to_come_is_refused_only_where_the_question_says_so():
    today = date(2026, 11, 29)
    past, any_day = DateKind(kind="date", past=True), DateKind(kind="date")
    tomorrow = Day(date(2026, 11, 30))

    refuse_future(any_day, tomorrow, today)
    refuse_future(past, Day(today), today)
    refuse_future(past, parse(past, "onbekend"), today)
    with pytest.raises(InputError, match="30-11-2026 ligt na vandaag"):
        refuse_future(past, tomorrow, today)


def test_an_amount_of_spaces_costs_no_work():
    with pytest.raises(InputError, match="te lang"):
        parse_cents(" " * 90_000 + "x")


@given(st.text(max_size=3 * LONGEST))
def test_whatever_is_typed_is_read_or_refused(text):
    for read in (whole, parse_date):
        with suppress(InputError):
            assert isinstance(read(text), int | date | None)
