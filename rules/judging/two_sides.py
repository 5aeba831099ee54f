"""The strongest case for and the strongest against, from the same rules and facts.

A fact that is in order speaks for, one that is not speaks against; each says one
sentence of its own question. Arguments of the decision fill both sides up to the same
length. Flip the facts, and they change sides.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, combinations, product
from typing import Literal

from rules.content.briefing import Argument
from rules.content.questions import Effect, Question
from rules.judging.advice import Advice, Assessed, Status

FACTS = 4
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_BY_EFFECT = (Effect.ROUTE, Effect.STOP, Effect.HERSTEL, Effect.WEEG)
_BY_WEIGHT = ("zeer_zwaar", "zwaar", None)

Side = Literal["voor", "tegen"]
_Choice = tuple[int, tuple[Argument, ...]]


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a case, tied to the fact or the argument and to its sources."""

    text: str
    sources: tuple[str, ...]
    question: str | None = None
    argument: str | None = None


@dataclass(frozen=True, slots=True)
class TwoSides:
    """Both cases, and which of them is told first."""

    for_: tuple[Point, ...]
    against: tuple[Point, ...]
    first: Side


def two_sides(advice: Advice, code: str = "") -> TwoSides:
    """Make both cases for a dossier.

    `code` is the code of the dossier: by it the sides take turns in being first, the
    same for each visit.
    """
    bank = advice.decision.arguments
    for_facts = _facts(advice, (Status.VOLDAAN,))
    against_facts = _facts(advice, (Status.NIET_VOLDAAN, Status.ROUTE))
    for_, against = _fill(for_facts, bank.for_, against_facts, bank.against)
    return TwoSides(for_, against, _first(code))


def length(points: Iterable[Point]) -> int:
    """Count the characters of a case."""
    return sum(len(point.text) for point in points)


def _first(code: str) -> Side:
    return "voor" if sha256(code.encode()).digest()[0] % 2 == 0 else "tegen"


def _facts(advice: Advice, statuses: Iterable[Status]) -> tuple[Point, ...]:
    """Give the facts that weigh the most, one sentence each."""
    known = [each for each in advice.assessed if each.status in statuses]
    known.sort(key=lambda each: _rank(each.question))
    return tuple(_point(each) for each in known[:FACTS])


def _rank(question: Question) -> tuple[bool, int, int]:
    """Put first what decides, then what weighs the most; the journey decides ties."""
    return (
        question.informs,
        _BY_EFFECT.index(question.if_no.effect),
        _BY_WEIGHT.index(question.if_no.weight),
    )


def _point(each: Assessed) -> Point:
    question = each.question
    good = each.status is Status.VOLDAAN
    text = question.if_yes if good else question.if_no.text
    first, *_ = _SENTENCE_END.split(text)
    return Point(first, question.sources, question=question.id)


def _fill(
    for_facts: Sequence[Point],
    for_bank: Sequence[Argument],
    against_facts: Sequence[Point],
    against_bank: Sequence[Argument],
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Add arguments so that both sides come out equally long, near one fixed length."""
    fixed = min(_size(for_bank), _size(against_bank))
    sides = (
        _choices(length(for_facts), for_bank, fixed),
        _choices(length(against_facts), against_bank, fixed),
    )

    def unequal(pair: tuple[_Choice, _Choice]) -> tuple[int, int]:
        (one, _), (two, _) = pair
        return (
            max(abs(one - fixed), abs(two - fixed)) + abs(one - two),
            abs(one - two),
        )

    (_, for_), (_, against) = min(product(*sides), key=unequal)
    return (
        (*for_facts, *map(_argued, for_)),
        (*against_facts, *map(_argued, against)),
    )


def _choices(start: int, bank: Sequence[Argument], fixed: int) -> list[_Choice]:
    """Give the ways to add arguments, those that come nearest to the fixed length."""
    sized = [(len(argument.text), argument) for argument in bank]
    sets = chain.from_iterable(
        combinations(sized, count) for count in range(len(bank) + 1)
    )
    choices = [(start + sum(size for size, _ in chosen), chosen) for chosen in sets]
    nearest = sorted(choices, key=lambda choice: abs(choice[0] - fixed))[:24]
    return [(size, tuple(one for _, one in chosen)) for size, chosen in nearest]


def _size(bank: Iterable[Argument]) -> int:
    return sum(len(argument.text) for argument in bank)


def _argued(argument: Argument) -> Point:
    return Point(argument.text, argument.sources, argument=argument.id)
