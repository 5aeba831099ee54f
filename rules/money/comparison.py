"""Measures side by side: what the same money buys, where the order turns, what weighs.

No total score and no winner. “Costs less” is said only when it holds for every value
within the ranges and for every value of what is unknown; otherwise the comparison says
on what it depends. All amounts are eurocents over the term that the user chose.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, groupby

from rules.content.costs import Quantity
from rules.money.cost_sums import Bill, Extremes, corners_of
from rules.money.estimates import (
    Book,
    CostHalf,
    CostPicture,
    CostQuestion,
    MeasureCosts,
)
from rules.money.inputs import LONGEST, SHORTEST
from rules.money.ranges import Interval, Range, half_up


class CostStanding(StrEnum):
    """How the costs of a first measure stand to those of a second."""

    LESS = "minder"
    MORE = "meer"
    EQUAL = "gelijk"
    DEPENDS = "hangt_af"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A number of terms, in years and both included, over which the order is the same."""

    first: int
    last: int
    standing: CostStanding


@dataclass(frozen=True, slots=True)
class SameMoney:
    """How much of a measure the money of another would buy, reckoned on what is known.

    `least` and `most` are numbers of the quantity: per year where that is `yearly`, and
    otherwise for the whole term. `missing` was left out and can change it.
    """

    money_of: str
    buys_of: str
    quantity: Quantity
    yearly: bool
    least: Fraction
    most: Fraction
    missing: tuple[CostQuestion, ...]

    @property
    def per_week(self) -> tuple[Fraction, Fraction] | None:
        """Give the numbers per week, where that is easier to picture."""
        if not self.quantity.weekly:
            return None
        return self.least / WEEKS, self.most / WEEKS


WEEKS = 52


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two measures beside each other, over the same term.

    `difference` is the first less the second, on what is known. `standing` and
    `stretches` hold whatever the unknown turn out to be. `on_known` and
    `stretches_on_known` leave the unknown out, and can still change; they need the main
    item of both measures.
    """

    first: str
    second: str
    difference: Range | None
    standing: CostStanding
    on_known: CostStanding
    depends_on: tuple[CostQuestion, ...]
    missing: tuple[CostQuestion, ...]
    stretches: tuple[Stretch, ...]
    stretches_on_known: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Swing:
    """How much the total moves when one thing goes from its low to its high.

    `least` with all other things at their low, `most` with all at their high.
    """

    weigher: CostQuestion
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Lever:
    """What one more of something unknown would add over the term, in eurocents.

    For an unknown amount: what each euro of it adds. None when that hangs on another
    unknown.
    """

    missing: CostQuestion
    adds: Range | None


@dataclass(frozen=True, slots=True)
class Tornado:
    """What moves the total of one measure most, the largest first."""

    term: int
    swings: tuple[Swing, ...]
    levers: tuple[Lever, ...]


@dataclass(frozen=True)
class Comparison:
    """All measures beside each other, in an order that says nothing."""

    picture: CostPicture
    measures: tuple[MeasureCosts, ...]
    pairings: tuple[Pairing, ...]
    same_money: tuple[SameMoney, ...]

    def pairing(self, first: str, second: str) -> Pairing | None:
        """Find two measures beside each other, in this order."""
        found = (e for e in self.pairings if (e.first, e.second) == (first, second))
        return next(found, None)


def compare(picture: CostPicture) -> Comparison:
    """Lay the measures side by side, by the alphabet: an order that prefers nothing.

    A measure without new spending is shown and not compared: what the problem costs
    now goes on, wholly or partly, with any other measure too.
    """
    # By title: any order by money or strength would be a verdict.
    ordered = tuple(
        sorted(picture.measures, key=lambda one: one.measure.title.casefold())
    )
    comparable = tuple(each for each in ordered if not each.measure.baseline)
    pairs = tuple(combinations(comparable, 2))
    bought = (
        same_money(picture, money_of=one, buys_of=other)
        for pair in pairs
        for one, other in (pair, pair[::-1])
    )
    return Comparison(
        picture=picture,
        measures=ordered,
        pairings=tuple(pair_up(picture, one, other) for one, other in pairs),
        same_money=tuple(each for each in bought if each is not None),
    )


# --- two measures -----------------------------------------------------------


def pair_up(picture: CostPicture, one: MeasureCosts, other: MeasureCosts) -> Pairing:
    """Tell how the costs of two measures stand to each other."""
    book, term = picture.book, picture.choices.term
    once = one.bill_once - other.bill_once
    yearly = one.bill_yearly - other.bill_yearly
    shows = one.is_begun and other.is_begun

    def strict(term: int) -> CostStanding:
        return _standing((once + yearly * term).bounds(book.values))

    def on_known(term: int) -> CostStanding:
        if not shows:
            return CostStanding.UNKNOWN
        known = (once + yearly * term).known(book.values)
        return _standing(Extremes(*known.extremes(book.values)))

    bill = once + yearly * term
    known = bill.known(book.values)
    low, high = known.extremes(book.values)
    return Pairing(
        first=one.measure.id,
        second=other.measure.id,
        difference=Range(half_up(low), half_up(high)) if shows else None,
        standing=strict(term),
        on_known=on_known(term),
        # Only where the order can turn is there something that turns it.
        depends_on=_depends_on(book, known) if low < 0 < high else (),
        missing=book.missing(bill),
        stretches=_stretches(strict),
        stretches_on_known=_stretches(on_known),
    )


def _standing(bounds: Extremes) -> CostStanding:
    low, high = bounds.low, bounds.high
    # The bill is the first less the second: below nought the first costs less.
    if high is not None and high < 0:
        return CostStanding.LESS
    if low is not None and low > 0:
        return CostStanding.MORE
    if low is None or high is None:
        return CostStanding.UNKNOWN
    # What may be less, more or equal depends; only exactly nought is equal.
    return CostStanding.EQUAL if low == high else CostStanding.DEPENDS


def _stretches(standing: Callable[[int], CostStanding]) -> tuple[Stretch, ...]:
    """Try every term that can be chosen, and join those with the same order."""
    stretches = []
    for found, same in groupby(range(SHORTEST, LONGEST + 1), key=standing):
        terms = tuple(same)
        stretches.append(Stretch(terms[0], terms[-1], found))
    return tuple(stretches)


def _depends_on(book: Book, bill: Bill) -> tuple[CostQuestion, ...]:
    """Name what can turn the order, what moves the difference most first."""
    values = book.values
    moves = {}
    for name in bill.variables:
        low, high = bill.per(name).extremes(values)
        # Linear in each variable: the slope at its steepest, times how far it can go.
        moves[name] = max(abs(low), abs(high)) * values[name].width
    names = sorted(moves, key=lambda name: (-moves[name], name))
    return tuple(book.questions[name] for name in names if moves[name])


def same_money(
    picture: CostPicture, *, money_of: MeasureCosts, buys_of: MeasureCosts
) -> SameMoney | None:
    """Reckon how much of one measure the known costs of another would buy.

    None when there is nothing to reckon: no price, no money, or one lever for both.
    """
    lever = buys_of.measure.lever
    book, term = picture.book, picture.choices.term
    if lever is None or not money_of.is_begun:
        return None
    money, whole = money_of.bill(term), buys_of.bill(term)
    price = whole.per(lever).known(book.values)
    # The same lever on both sides would buy itself.
    if not price.terms or lever in money.variables:
        return None
    left = money - whole.without(lever)
    least, most = _quotient(left.known(book.values), price, book)
    if most is None:
        return None
    return SameMoney(
        money_of=money_of.measure.id,
        buys_of=buys_of.measure.id,
        quantity=picture.costs.quantity_by_id[lever],
        # What is bought anew each year is told per year; what once, for the whole term.
        yearly=not buys_of.bill_once.per(lever).terms,
        # What is over can be less than nothing; nobody buys less than none.
        least=max(least, Fraction(0)),
        most=max(most, Fraction(0)),
        missing=book.missing(left + whole.per(lever)),
    )


def _quotient(left: Bill, price: Bill, book: Book) -> tuple[Fraction, Fraction | None]:
    """Give the least and the most of money by price; None when the price can be 0.

    What stands in both is tried at its corners: in each such variable the quotient
    only rises or only falls.
    """
    values = book.values
    both = sorted(
        name for name in left.variables & price.variables if not values[name].is_exact
    )
    ends: list[Fraction] = []
    for corner in corners_of(both, values):
        fixed = {**values, **{name: Interval(at, at) for name, at in corner.items()}}
        lows, highs = left.extremes(fixed), price.extremes(fixed)
        if highs[0] == 0:
            return Fraction(0), None
        ends += [money / cost for money in lows for cost in highs]
    return min(ends), max(ends)


# --- one measure ------------------------------------------------------------


def tornado(picture: CostPicture, costs: MeasureCosts) -> Tornado:
    """Tell what moves the total of a measure most: what is a range, what is unknown."""
    values, bill = picture.book.values, costs.bill(costs.term)
    swings = [
        _swing(picture.book, bill, name)
        for name in sorted(bill.variables & values.keys())
        if not values[name].is_exact
    ]
    levers = [
        Lever(missing, _adds(bill, missing, picture.book))
        for missing in picture.book.missing(bill)
    ]
    return Tornado(
        term=costs.term,
        swings=tuple(
            sorted(
                (each for each in swings if each.most),
                key=lambda each: (-each.most, -each.least, each.weigher.variable),
            )
        ),
        levers=tuple(sorted(levers, key=_by_what_it_adds)),
    )


def _swing(book: Book, bill: Bill, name: str) -> Swing:
    values = book.values
    low, high = bill.per(name).known(values).extremes(values)
    width = values[name].width
    return Swing(book.questions[name], half_up(low * width), half_up(high * width))


def _adds(bill: Bill, missing: CostQuestion, book: Book) -> Range | None:
    """Give what one more of an unknown adds; a euro is a hundred cents more."""
    rest = bill.per(missing.variable)
    if rest.open(book.values).terms:
        return None
    step = 100 if missing.part is CostHalf.AMOUNT else 1
    low, high = rest.extremes(book.values)
    return Range(half_up(low * step), half_up(high * step))


def _by_what_it_adds(lever: Lever) -> tuple[bool, CostHalf, int, str]:
    """Put amounts with amounts and quantities with quantities; units differ."""
    adds = lever.adds.high if lever.adds is not None else 0
    part = lever.missing.part
    return lever.adds is None, part, -adds, lever.missing.variable
