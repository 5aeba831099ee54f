"""How a value sounds in Dutch: dates, amounts, enumerations, answers."""

from collections.abc import Iterable
from datetime import date

from rules.answers import (
    Amount,
    Answer,
    Answerable,
    Choice,
    ChoiceKind,
    Day,
    DontKnow,
    Number,
    NumberKind,
    Text,
    YesNo,
)

_MONTHS = (
    "januari februari maart april mei juni juli augustus "
    "september oktober november december"
).split()


def say_date(day: date) -> str:
    """Say a date.

    >>> say_date(date(2026, 11, 21))
    '21 november 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_number(value: int) -> str:
    """Say a whole number with Dutch thousands.

    >>> say_number(17942942)
    '17.942.942'
    """
    return f"{value:,}".replace(",", ".")


def say_cents(cents: int) -> str:
    """Say an amount of eurocents; whole euros without decimals.

    >>> say_cents(500000), say_cents(1250)
    ('€\\xa05.000', '€\\xa012,50')
    """
    sign = "−" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    tail = f",{rest:02d}" if rest else ""
    return f"{sign}€\N{NO-BREAK SPACE}{say_number(euros)}{tail}"


def enumerate_words(words: Iterable[str], last: str = "en") -> str:
    """Join words as a Dutch enumeration.

    >>> enumerate_words(["raad", "college", "burgemeester"])
    'raad, college en burgemeester'
    """
    *first, end = words
    return f"{', '.join(first)} {last} {end}" if first else end


def capital(text: str) -> str:
    """Start a text with a capital."""
    return text[:1].upper() + text[1:]


def say_answer(question: Answerable, answer: Answer | None) -> str:
    """Say an answer as the person meant it."""
    match answer:
        case None:
            return "niet ingevuld"
        case DontKnow():
            return "weet ik niet"
        case YesNo(value):
            return "ja" if value else "nee"
        case Number(value):
            unit = (
                question.answer.unit if isinstance(question.answer, NumberKind) else ""
            )
            return f"{say_number(value)} {unit}".strip()
        case Amount(value):
            return say_cents(value)
        case Day(value):
            return say_date(value)
        case Choice(value):
            kind = question.answer
            label = kind.label(value) if isinstance(kind, ChoiceKind) else value
            return label
        case Text(value):
            return value
