"""The kinds of answer: how each is read, kept and compared.

An answer is text only at the edge. `parse` reads what a person typed or a file says;
`stored` is its form in a dossier. “Weet ik niet” is an answer of its own, `DontKnow`,
and differs from no answer at all: the journey does not ask it again.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, Protocol

from pydantic import Field, model_validator

from rules.grammar.errors import InputError, did_you_mean
from rules.grammar.terms import Content, Name, Prose, Whole


@dataclass(frozen=True, slots=True)
class YesNo:
    """Ja or nee."""

    value: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, in the unit of its question."""

    value: int


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in eurocents."""

    value: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date."""

    value: date


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options of its question, by id."""

    value: str


@dataclass(frozen=True, slots=True)
class Text:
    """A few words of the user; never judged, kept apart from the rest."""

    value: str


@dataclass(frozen=True, slots=True)
class DontKnow:
    """“Weet ik niet”: asked, and not known."""


Known = YesNo | Number | Amount | Day | Choice | Text
Answer = Known | DontKnow

YES = YesNo(value=True)
NO = YesNo(value=False)
DONT_KNOW = DontKnow()


class YesNoKind(Content):
    """Ja, nee or weet ik niet."""

    kind: Literal["yes_no"]


class WeighingKind(Content):
    """An open norm: the user’s own judgement, ja or nee, printed as theirs."""

    kind: Literal["weighing"]


class NumberKind(Content):
    """A whole number between `min` and `max`, both included."""

    kind: Literal["number"]
    unit: Prose
    min: Whole
    max: Whole

    @model_validator(mode="after")
    def _is_a_range(self) -> "NumberKind":
        if self.min > self.max:
            raise ValueError(f"min {self.min} is groter dan max {self.max}")
        return self


class AmountKind(Content):
    """An amount of 0 up to `max_cents` eurocents."""

    kind: Literal["amount"]
    max_cents: Annotated[Whole, Field(gt=0)]


class DateKind(Content):
    """A date."""

    kind: Literal["date"]


class Option(Content):
    """One option of a choice."""

    id: Name
    label: Prose


class ChoiceKind(Content):
    """One of a few options."""

    kind: Literal["choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=2)]

    def label(self, option: str) -> str:
        """Give the label of an option by its id."""
        return next(each.label for each in self.options if each.id == option)


class TextKind(Content):
    """A few words, at most `max` characters."""

    kind: Literal["text"]
    max: Annotated[Whole, Field(gt=0, le=280)]


AnswerKind = Annotated[
    YesNoKind
    | WeighingKind
    | NumberKind
    | AmountKind
    | DateKind
    | ChoiceKind
    | TextKind,
    Field(discriminator="kind"),
]


class Answerable(Protocol):
    """Whatever asks: its id, and the kind of answer that it takes."""

    @property
    def id(self) -> str:
        """Give the name under which the answer is kept."""

    @property
    def answer(self) -> AnswerKind:
        """Give the kind of answer."""


_YES = frozenset({"ja", "j"})
_NO = frozenset({"nee", "n", "neen"})
_UNKNOWN = frozenset({"onbekend", "weet ik niet", "weet_ik_niet", "?"})
_WHOLE = re.compile(r"(?a)-?\d{1,3}(?:\.\d{3})+|-?\d{1,18}")
_MONEY = re.compile(
    r"(?a)(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(?P<cents>\d{1,2}|-{1,2}|=)?)?"
    r"|(?P<plain>\d{1,15})\.(?P<decimal>\d{2})"
)
_ISO = re.compile(r"(?a)(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH_DAY = re.compile(r"(?a)(\d{1,2})[-/ ](\d{1,2})[-/ ](\d{4})")


def parse(kind: AnswerKind, raw: str | int) -> Answer:
    """Read one answer of this kind.

    Raises:
        InputError: when it cannot be read; the message says what to do instead.
    """
    if isinstance(raw, bool):
        meant = "ja" if raw else "nee"
        raise InputError(
            f"'{str(raw).lower()}' is geen antwoord. Bedoelde u '{meant}'?"
        )
    text = str(raw).strip()
    if text.lower() in _UNKNOWN:
        return DONT_KNOW
    return _known(kind, text)


def _known(kind: AnswerKind, text: str) -> Known:
    match kind:
        case YesNoKind() | WeighingKind():
            return _yes_or_no(text)
        case NumberKind():
            return _number(kind, text)
        case AmountKind():
            return _amount(kind, text)
        case DateKind():
            return Day(parse_date(text))
        case ChoiceKind():
            return _choice(kind, text)
        case TextKind():  # pragma: no branch — proved
            return _text(kind, text)


def stored(answer: Answer) -> str:
    """Give the form in which a dossier keeps the answer; `parse` reads it back.

    >>> stored(YES), stored(Number(7)), stored(DONT_KNOW)
    ('ja', '7', 'onbekend')
    """
    match answer:
        case YesNo(value):
            return "ja" if value else "nee"
        case Amount(value):
            return f"{value // 100},{value % 100:02d}"
        case DontKnow():
            return "onbekend"
        case Day(value):
            return value.isoformat()
        case Number(value):
            return str(value)
        case Choice(value) | Text(value):  # pragma: no branch — proved
            return value


def parse_date(text: str) -> date:
    """Read a date as 2026-11-21 or as 21-11-2026.

    Raises:
        InputError: when it is no date.
    """
    iso, dutch = _ISO.fullmatch(text), _DUTCH_DAY.fullmatch(text)
    parts = iso.groups() if iso else dutch.groups()[::-1] if dutch else None
    try:
        return date(*map(int, parts or ()))
    except (TypeError, ValueError):
        raise InputError(
            f"'{text[:40]}' is geen datum. Schrijf bijvoorbeeld 21-11-2026."
        ) from None


def _yes_or_no(text: str) -> YesNo:
    word = text.lower()
    if word in _YES:
        return YES
    if word in _NO:
        return NO
    guess = did_you_mean(word.split("(")[0].strip(), ["ja", "nee", "onbekend"])
    raise InputError(
        f"'{text[:40]}' is geen antwoord. Kies ja, nee of onbekend.{guess}"
    )


def _number(kind: NumberKind, text: str) -> Number:
    word = text.removesuffix(kind.unit).strip()
    if not _WHOLE.fullmatch(word):
        raise InputError(
            f"'{text[:40]}' is geen heel getal. "
            f"Vul een getal in van {kind.min} tot en met {kind.max}."
        )
    value = int(word.replace(".", ""))
    if not kind.min <= value <= kind.max:
        raise InputError(
            f"{value} valt buiten de grenzen. "
            f"Vul een getal in van {kind.min} tot en met {kind.max} ({kind.unit})."
        )
    return Number(value)


def parse_cents(text: str) -> int:
    """Read an amount as a Dutch reader writes it, into eurocents.

    >>> [parse_cents(t) for t in ("€ 5.000,-", "5000", "1.234,5", "12.50")]
    [500000, 500000, 123450, 1250]

    Raises:
        InputError: when it is no amount.
    """
    word = re.sub(r"(?i)^(€|eur|euro)?\s*|\s*(€|euro|eur)?$", "", text.strip())
    word = word.replace("\N{NO-BREAK SPACE}", "").replace("–", "-").replace("—", "--")
    found = _MONEY.fullmatch(word)
    if not found:
        raise InputError(
            f"'{text[:40]}' is geen bedrag. Schrijf bijvoorbeeld 5.000 of 5.000,50."
        )
    if found["plain"]:
        return int(found["plain"]) * 100 + int(found["decimal"])
    cents = (found["cents"] or "").strip("-=")
    return int(found["whole"].replace(".", "")) * 100 + int(cents.ljust(2, "0"))


def _amount(kind: AmountKind, text: str) -> Amount:
    cents = parse_cents(text)
    if cents > kind.max_cents:
        raise InputError(
            f"{text[:40]} is meer dan {kind.max_cents // 100} euro. "
            "Controleer het bedrag: vul hele euro’s in."
        )
    return Amount(cents)


def _choice(kind: ChoiceKind, text: str) -> Choice:
    ids = {option.id for option in kind.options}
    if text in ids:
        return Choice(text)
    known = ", ".join(option.id for option in kind.options)
    guess = did_you_mean(text.lower(), ids)
    raise InputError(f"'{text[:40]}' staat niet in de lijst: kies uit {known}.{guess}")


def _text(kind: TextKind, text: str) -> Text:
    if len(text) > kind.max:
        raise InputError(
            f"De tekst is {len(text)} tekens lang. Maak er ten hoogste {kind.max} van."
        )
    return Text(text)
