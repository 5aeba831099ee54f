"""The kinds of answer: how each is read, kept and compared.

An answer is text only at the edge. `parse` reads what a person typed or a file says;
`stored` is its form in a dossier. “Weet ik niet” is an answer of its own, `DontKnow`,
and differs from no answer at all: the journey does not ask it again.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, Protocol

from pydantic import Field, model_validator

from rules.grammar import numerals
from rules.grammar.content_model import Content, Date, Flag, Name, Prose, Whole
from rules.grammar.earlier_questions import Earlier
from rules.grammar.errors import InputError, did_you_mean, in_dutch
from rules.grammar.references import SourceId


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
class Ticks:
    """Some of the options of its question, by id, in the order of the options.

    At least one: what nobody ticked was not answered. An option that is not ticked was
    not mentioned, which is a no for that option and never a denial in a sentence.
    """

    value: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DontKnow:
    """“Weet ik niet”: asked, and not known."""


Known = YesNo | Number | Amount | Day | Choice | Ticks
Answer = Known | DontKnow
Answers = Mapping[str, Answer]  # by the id of their question

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
    """A date, not before `earliest`: the day on which there was such a law.

    `past` when it can only be a day that has been.
    """

    kind: Literal["date"]
    earliest: Date | None = None
    past: Flag = False


class Option(Content):
    """One option of a choice or of ticks.

    `short` names it in a few words, in a title. `says` is what it means when chosen.
    `alone` cannot be ticked beside another. `earlier` tells, for ticks, which old
    answers come down to this tick. `sources` are what this answer itself is about; where one
    option names them, an option without any is about no article at all.
    """

    id: Name
    label: Prose
    short: Prose | None = None
    says: Prose | None = None
    help: Prose | None = None
    alone: Flag = False
    earlier: Earlier = ()
    sources: tuple[SourceId, ...] = ()

    @property
    def name(self) -> str:
        """Name it as briefly as it can be."""
        return self.short or self.label


class _OfOptions(Content):
    options: Annotated[tuple[Option, ...], Field(min_length=2)]

    def option(self, name: str) -> Option:
        """Find an option by its id."""
        return next(each for each in self.options if each.id == name)

    def label(self, option: str) -> str:
        """Give the label of an option by its id."""
        return self.option(option).label


class ChoiceKind(_OfOptions):
    """One of a few options."""

    kind: Literal["choice"]


class TicksKind(_OfOptions):
    """One or more of a few options."""

    kind: Literal["ticks"]

    def ticked(self, names: Iterable[str]) -> Ticks:
        """Give an answer with these options, in their order.

        Raises:
            InputError: for none at all, an option that is not there, or one that
                cannot stand beside another.
        """
        wanted = set(names)
        known = {each.id: each for each in self.options}
        # Sorted, so that of several faults the same one is told each time.
        for name in sorted(wanted - known.keys()):
            raise _not_an_option(name, known)
        found = tuple(each for each in self.options if each.id in wanted)
        if not found:
            raise InputError("Kies ten minste één antwoord.")
        for each in found:
            if each.alone and len(found) > 1:
                other = next(one for one in found if one is not each)
                raise InputError(
                    f"U koos ‘{each.label}’ en ook ‘{other.label}’. "
                    "Dat past niet bij elkaar: haal een van de twee weg."
                )
        return Ticks(tuple(each.id for each in found))

    def counted(self, names: Iterable[str]) -> Ticks:
        """Give what any set of options counts as: always one that a form can give.

        Nothing ticked counts as the first option, one that stands alone goes before the
        others. So a proof over all sets is one over all answers.
        """
        wanted = set(names)
        found = tuple(each.id for each in self.options if each.id in wanted)
        lonely = tuple(n for n in found if self.option(n).alone)
        return Ticks(lonely[:1] or found or (self.options[0].id,))


AnswerKind = Annotated[
    YesNoKind
    | WeighingKind
    | NumberKind
    | AmountKind
    | DateKind
    | ChoiceKind
    | TicksKind,
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
_MONEY = re.compile(
    r"(?a)(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(?P<cents>\d{1,2}|-{1,2}|=)?)?"
    r"|(?P<plain>\d{1,15})\.(?P<decimal>\d{2})"
)


def parse(kind: AnswerKind, raw: str | int) -> Answer:
    """Read one answer of this kind.

    Raises:
        InputError: when it cannot be read; the message says what to do instead.
    """
    # YAML and JSON know true and false, and Python counts them as 1 and 0: a ‘nee’ that
    # became 0 would answer a question that asks for a number.
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
            return _day(kind, text)
        case ChoiceKind():
            return _choice(kind, text)
        case TicksKind():  # pragma: no branch — proved
            return kind.ticked(part.strip() for part in text.split(",") if part.strip())


def stored(answer: Answer) -> str:  # noqa: PLR0911 — one return a kind
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
        case Ticks(value):
            return ", ".join(value)
        case Choice(value):  # pragma: no branch — proved
            return value


def refuse_future(kind: AnswerKind, answer: Answer, today: date) -> None:
    """Stop at a day that has yet to come, where the question asks for one that came.

    Raises:
        InputError: the message says what was probably meant.
    """
    match kind, answer:
        case DateKind(past=True), Day(value) if value > today:
            raise InputError(
                f"{value.day}-{value.month}-{value.year} ligt na vandaag, en het gaat "
                "om een dag die is geweest. Controleer het jaar."
            )
        case _:
            return


def _day(kind: DateKind, text: str) -> Day:
    day = numerals.parse_date(text)
    if kind.earliest is not None and day < kind.earliest:
        raise InputError(
            f"{in_dutch(day)} is te vroeg: dit kan pas vanaf {in_dutch(kind.earliest)}."
        )
    return Day(day)


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
    value = numerals.whole(text, kind.unit)
    if value is None:
        raise InputError(
            f"'{text[:40]}' is geen heel getal. "
            f"Vul een getal in van {kind.min} tot en met {kind.max}."
        )
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
    # Before any pattern looks at it: what nobody means costs no work.
    if len(text) > numerals.LONGEST:
        raise InputError(
            f"'{text[:40]}' is geen bedrag, daar is het te lang voor. "
            "Schrijf bijvoorbeeld 5.000 of 5.000,50."
        )
    word = re.sub(r"(?i)^(€|eur|euro)?\s*|\s*(€|euro|eur)?$", "", text.strip())
    word = word.replace("\N{NO-BREAK SPACE}", "").replace("–", "-").replace("—", "--")
    found = _MONEY.fullmatch(word)
    if not found:
        raise InputError(
            f"'{text[:40]}' is geen bedrag. Schrijf bijvoorbeeld 5.000 of 5.000,50."
        )
    if found["plain"]:
        return int(found["plain"]) * 100 + int(found["decimal"])
    # Dutch amounts end in ‘,-’ or ‘,=’ where there are no cents.
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
    known = {option.id: option for option in kind.options}
    if text in known:
        return Choice(text)
    raise _not_an_option(text, known)


def _not_an_option(text: str, known: Iterable[str]) -> InputError:
    names = tuple(known)
    guess = did_you_mean(text.lower(), names)
    listed = ", ".join(names)
    return InputError(
        f"'{text[:40]}' staat niet in de lijst: kies uit {listed}.{guess}"
    )
