"""What a person may type, and what comes of it."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from rules.grammar.answers import (
    DONT_KNOW,
    NO,
    YES,
    Amount,
    AnswerKind,
    Choice,
    Day,
    Number,
    parse,
    parse_cents,
    stored,
)
from rules.grammar.errors import InputError
from rules.grammar.numerals import parse_date

KINDS = {
    "yes_no": {"kind": "yes_no"},
    "weighing": {"kind": "weighing"},
    "number": {"kind": "number", "unit": "dagen", "min": -10, "max": 3650},
    "amount": {"kind": "amount", "max_cents": 100_000_000},
    "date": {"kind": "date"},
    "choice": {
        "kind": "choice",
        "options": [
            {"id": "geweld", "label": "Geweld"},
            {"id": "lawaai", "label": "Lawaai"},
        ],
    },
}


def kind(name):
    return TypeAdapter(AnswerKind).validate_python(KINDS[name])


@pytest.mark.parametrize(
    ("name", "raw", "answer"),
    [
        ("yes_no", "ja", YES),
        ("yes_no", " JA ", YES),
        ("yes_no", "j", YES),
        ("yes_no", "nee", NO),
        ("yes_no", "Neen", NO),
        ("weighing", "n", NO),
        ("yes_no", "weet ik niet", DONT_KNOW),
        ("number", "onbekend", DONT_KNOW),
        ("date", "?", DONT_KNOW),
        ("number", 28, Number(28)),
        ("number", "28", Number(28)),
        ("number", "28 dagen", Number(28)),
        ("number", "1.000", Number(1000)),
        ("number", "-10", Number(-10)),
        ("number", "3650", Number(3650)),
        ("number", "0", Number(0)),
        ("amount", "5000", Amount(500_000)),
        ("amount", "€ 5.000,-", Amount(500_000)),
        ("amount", "5.000,50", Amount(500_050)),
        ("amount", "12.50", Amount(1_250)),
        ("amount", "12,5", Amount(1_250)),
        ("amount", "EUR 1.234", Amount(123_400)),
        ("amount", "7 euro", Amount(700)),
        ("amount", "0", Amount(0)),
        ("date", "2026-11-21", Day(date(2026, 11, 21))),
        ("date", "21-11-2026", Day(date(2026, 11, 21))),
        ("date", "1/2/2026", Day(date(2026, 2, 1))),
        ("date", "29-02-2024", Day(date(2024, 2, 29))),
        ("choice", "geweld", Choice("geweld")),
    ],
)
def test_what_people_write_is_read(name, raw, answer):
    assert parse(kind(name), raw) == answer


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("yes_no", True, "'true' is geen antwoord. Bedoelde u 'ja'?"),
        ("yes_no", False, "'false' is geen antwoord. Bedoelde u 'nee'?"),
        ("number", True, "'true' is geen antwoord. Bedoelde u 'ja'?"),
        ("yes_no", "jaa", "Kies ja, nee of onbekend. Bedoelde u 'ja'?"),
        ("yes_no", "nee (of toch?)", "Bedoelde u 'nee'?"),
        ("yes_no", "1", "'1' is geen antwoord. Kies ja, nee of onbekend."),
        ("yes_no", "", "'' is geen antwoord. Kies ja, nee of onbekend."),
        ("number", "veel", "'veel' is geen heel getal"),
        ("number", "1,5", "'1,5' is geen heel getal"),
        ("number", "1.50", "'1.50' is geen heel getal"),
        ("number", "٢٨", "'٢٨' is geen heel getal"),
        ("number", "1" * 30, "is geen heel getal"),
        ("number", "28 maanden", "niet altijd even lang. Vul dagen in"),
        ("number", "4000", "4000 valt buiten de grenzen. Vul een getal in van -10 tot"),
        ("number", "-11", "tot en met 3650 (dagen)"),
        ("amount", "-5", "'-5' is geen bedrag"),
        ("amount", "1.2345", "is geen bedrag"),
        ("amount", "1,234", "is geen bedrag"),
        ("amount", "twee ton", "'twee ton' is geen bedrag"),
        ("amount", "1.000.001", "1.000.001 is meer dan 1000000 euro"),
        ("date", "31-02-2026", "'31-02-2026' is geen datum. Schrijf bijvoorbeeld"),
        ("date", "2026-13-01", "is geen datum"),
        ("date", "gisteren", "'gisteren' is geen datum"),
        ("date", "21-11-26", "Bedoelde u 21-11-2026?"),
        ("date", "0000-01-01", "is geen datum"),
        ("choice", "Geweldd", "kies uit geweld, lawaai. Bedoelde u 'geweld'?"),
        ("choice", "stank", "'stank' staat niet in de lijst: kies uit geweld, lawaai."),
    ],
)
def test_what_cannot_be_read_is_told_in_dutch(name, raw, message):
    with pytest.raises(InputError) as refusal:
        parse(kind(name), raw)

    assert message in str(refusal.value)


@given(st.text())
def test_no_text_makes_the_reader_stumble(text):
    for name in KINDS:
        with suppress(InputError):
            answer = parse(kind(name), text)

            assert parse(kind(name), stored(answer)) == answer


DAYS = st.dates(date(1851, 1, 1), date(2100, 12, 31))
ANSWERS = {
    "yes_no": st.sampled_from([YES, NO, DONT_KNOW]),
    "weighing": st.sampled_from([YES, NO, DONT_KNOW]),
    "number": st.integers(-10, 3650).map(Number),
    "amount": st.integers(0, 100_000_000).map(Amount),
    "date": DAYS.map(Day),
    "choice": st.sampled_from([Choice("geweld"), Choice("lawaai")]),
}


@given(st.data())
def test_what_is_stored_is_read_back_as_it_was(data):
    name = data.draw(st.sampled_from(sorted(ANSWERS)))
    answer = data.draw(ANSWERS[name])

    assert parse(kind(name), stored(answer)) == answer


@given(st.integers(0, 10**12))
def test_an_amount_reads_the_same_however_it_is_written(cents):
    euros, rest = divmod(cents, 100)
    dotted = f"{euros:,}".replace(",", ".")

    assert parse_cents(f"{euros},{rest:02d}") == cents
    assert parse_cents(f"€ {dotted},{rest:02d}") == cents
    assert parse_cents(f"{euros}.{rest:02d}") == cents


@given(DAYS)
def test_a_date_reads_the_same_in_both_orders(day):
    assert parse_date(f"{day:%d-%m-}{day.year:04d}") == day
    assert parse_date(day.isoformat()) == day


def test_not_known_differs_from_not_asked():
    assert DONT_KNOW is not None
    assert stored(DONT_KNOW) == "onbekend"


def test_an_option_is_labelled_by_its_id():
    assert kind("choice").label("lawaai") == "Lawaai"


def test_a_number_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="min 9 is groter dan max 3"):
        TypeAdapter(AnswerKind).validate_python({**KINDS["number"], "min": 9, "max": 3})
