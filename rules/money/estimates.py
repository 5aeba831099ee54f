"""From what is known about money to an estimate: a range, and what is missing.

An unknown is never 0. What is known is added up; what is not known stands beside it,
with the question to ask and whom to ask. All amounts are eurocents.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from rules.content.costs import (
    PROJECT,
    CostItem,
    Costs,
    Example,
    Measure,
    Payer,
    Quantity,
    Rhythm,
)
from rules.content.decision import Decision
from rules.grammar.answers import Amount, Answers, Number
from rules.grammar.content_model import Worded
from rules.money.cost_sums import Bill, Values, total
from rules.money.inputs import CostChoices, CostInputs, Picked, TypedAmount
from rules.money.ranges import Interval, Range, between, in_cents


class AmountOrigin(Worded):
    """Where an amount or a quantity comes from."""

    TYPED = "ingevuld", "door u ingevuld"
    ANSWER = "antwoord", "uit uw antwoorden"
    EXAMPLE = "voorbeeld", "voorbeeld"


class CostHalf(StrEnum):
    """Which half of a cost item something is about."""

    AMOUNT = "bedrag"
    QUANTITY = "aantal"


@dataclass(frozen=True, slots=True)
class CostQuestion:
    """An amount or a quantity that an estimate rests on, and how to get to know it."""

    variable: str
    part: CostHalf
    title: str
    ask: str
    who: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is known of an amount, low to high, and what is missing from it.

    `known` is None when nothing is known; that is no nought.
    """

    known: Range | None
    missing: tuple[CostQuestion, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Given:
    """An amount as it is reckoned with, in eurocents.

    `cents` is for so many `pieces`, as it was given; `whole`: for all pieces, however
    many they are. `price_year` is the year of its prices, None when not known. Once it
    is converted at a `rate`, `converted_from` is its own price year.
    """

    cents: Range
    whole: bool
    origin: AmountOrigin
    price_year: int | None
    pieces: int = 1
    rate: Fraction = Fraction(1)
    converted_from: int | None = None
    example: Example | None = None

    @property
    def amount(self) -> Range:
        """Give the amount for its pieces, in the prices that are reckoned with."""
        return in_cents(self.cents.low * self.rate, self.cents.high * self.rate)

    @property
    def value(self) -> Interval:
        """Give the amount for one piece, exact."""
        share = self.rate / self.pieces
        return Interval(self.cents.low * share, self.cents.high * share)


@dataclass(frozen=True, slots=True)
class CostLine:
    """One cost item of a measure: what is known of it and what it comes to.

    `estimate` is once or per year, as the item has it; `each` is the amount for one
    piece where it was given for all, or the other way round the same amount.
    """

    item: CostItem
    given: Given | None
    quantity: Interval | None
    estimate: Estimate
    each: Range | None


@dataclass(frozen=True)
class MeasureCosts:
    """What one measure costs, and what of that is unknown.

    A lump sum that was typed is a line in place of the items that it covers; those that
    were filled in as well are `idle`: kept, and not counted.
    Totals count the money of the municipality; `partners` is what others pay per year.
    `per_inhabitant` and `per_piece` are per year, with what is paid once spread over the
    term; they are None without a municipality or a quantity to share by.
    """

    measure: Measure
    term: int
    lines: tuple[CostLine, ...]
    idle: tuple[CostLine, ...]
    once: Estimate
    yearly: Estimate
    over_term: Estimate
    per_inhabitant: Estimate | None
    per_piece: Estimate | None
    partners: Estimate
    bill_once: Bill
    bill_yearly: Bill

    def bill(self, term: int) -> Bill:
        """Give what it costs over a number of years."""
        return self.bill_once + self.bill_yearly * term

    def over(self, term: int, book: "Book") -> Estimate:
        """Estimate the costs over another term."""
        return book.estimate(self.bill(term))

    @property
    def not_converted(self) -> tuple[CostLine, ...]:
        """List the amounts that have no price year, or one without an index."""
        return tuple(
            line
            for line in self.lines
            if line.given is not None and line.given.converted_from is None
        )

    @property
    def price_years(self) -> tuple[int, ...]:
        """List the years of whose prices the amounts are; more than one mixes prices."""
        years = {line.given.price_year for line in self.lines if line.given}
        return tuple(sorted(year for year in years if year is not None))

    @property
    def is_begun(self) -> bool:
        """Whether its main item is known, without which nothing is worth comparing.

        A lump sum that covers the main item is as good.
        """
        name = self.measure.main
        main = next((each for each in self.lines if each.item.id == name), None)
        return main is None or main.estimate.known is not None


@dataclass(frozen=True)
class Book:
    """Every variable by name: its value where it is known, its question where not."""

    values: Values
    questions: Mapping[str, CostQuestion]

    def missing(self, bill: Bill) -> tuple[CostQuestion, ...]:
        """List what a bill still needs, in the order of the content."""
        # Of what is open only: what is multiplied by nought need not be known.
        names = bill.open(self.values).variables - self.values.keys()
        return tuple(each for name, each in self.questions.items() if name in names)

    def estimate(self, bill: Bill, share: Fraction = Fraction(1)) -> Estimate:
        """Estimate a bill, or a share of it."""
        missing = self.missing(bill)
        known = bill.known(self.values)
        # Nothing known is no nought: a total of € 0 would be read as free.
        if missing and not known.terms:
            return Estimate(None, missing)
        low, high = known.extremes(self.values)
        return Estimate(in_cents(low * share, high * share), missing)

    def estimate_each(self, bill: Bill, pieces: str) -> Estimate:
        """Estimate what one of these pieces costs; its number may itself be a range."""
        number = self.values.get(pieces)
        # Shared by nought there is no answer, not even a large one.
        if number is None or number.low == 0:
            return Estimate(None, (*self.missing(bill), self.questions[pieces]))
        # Both ends of the number: the fewer share, the more each pays; and the sum
        # itself grows with their number.
        found = [
            self._sharing(bill, pieces, count) for count in {number.low, number.high}
        ]
        known = [each.known for each in found if each.known is not None]
        if not known:
            return found[0]
        lows, highs = [each.low for each in known], [each.high for each in known]
        return Estimate(Range(min(lows), max(highs)), found[0].missing)

    def _sharing(self, bill: Bill, pieces: str, count: Fraction) -> Estimate:
        fixed = Book({**self.values, pieces: between(count)}, self.questions)
        return fixed.estimate(bill, 1 / count)


@dataclass(frozen=True)
class CostPicture:
    """The costs of every measure of a decision, in the order of the content.

    Nothing in it is a verdict; `rules.money.comparison` lays the measures side by side.
    """

    costs: Costs
    choices: CostChoices
    measures: tuple[MeasureCosts, ...]
    book: Book

    @cached_property
    def by_id(self) -> Mapping[str, MeasureCosts]:
        """Find the costs of a measure by its id."""
        return {each.measure.id: each for each in self.measures}

    @property
    def own(self) -> tuple[MeasureCosts, ...]:
        """Give the measures that the decision is about; those begun, if any is."""
        own = tuple(each for each in self.measures if each.measure.own)
        return tuple(each for each in own if each.is_begun) or own

    @property
    def begun(self) -> tuple[MeasureCosts, ...]:
        """Give the measures whose main item is known."""
        return tuple(each for each in self.measures if each.is_begun)


def estimate(
    decision: Decision, answers: Answers, inputs: CostInputs, choices: CostChoices
) -> CostPicture:
    """Estimate what every measure of a decision costs."""
    desk = _Desk(decision.costs, answers, inputs, choices)
    return CostPicture(
        costs=decision.costs,
        choices=choices,
        measures=tuple(map(desk.measure, decision.costs.measures)),
        book=desk.book,
    )


@dataclass(frozen=True)
class _Desk:
    """What is needed to reckon, at hand."""

    costs: Costs
    answers: Answers
    inputs: CostInputs
    choices: CostChoices

    def measure(self, measure: Measure) -> MeasureCosts:
        items, idle = self._counted(measure)
        term = self.choices.term
        once = self._bill(items, Rhythm.ONCE, Payer.GEMEENTE)
        yearly = self._bill(items, Rhythm.YEARLY, Payer.GEMEENTE)
        over_term = once + yearly * term
        counted = self.choices.inhabitants
        partners = self._bill(items, Rhythm.YEARLY, Payer.PARTNERS)
        shared = over_term + partners * term
        book, a_year = self.book, Fraction(1, term)
        return MeasureCosts(
            measure=measure,
            term=term,
            lines=tuple(map(self.line, items)),
            idle=tuple(map(self.line, idle)),
            once=book.estimate(once),
            yearly=book.estimate(yearly),
            over_term=book.estimate(over_term),
            per_inhabitant=(
                None
                if counted is None
                else book.estimate(over_term, a_year / counted.people)
            ),
            per_piece=(
                None
                if measure.scale is None
                else book.estimate_each(shared * a_year, measure.scale)
            ),
            partners=book.estimate(partners),
            bill_once=once,
            bill_yearly=yearly,
        )

    def _counted(
        self, measure: Measure
    ) -> tuple[tuple[CostItem, ...], tuple[CostItem, ...]]:
        """Give the items that count, and those filled in that a lump sum replaces."""
        items = self.costs.items_of(measure)
        lumps = [
            lump
            for rhythm in Rhythm
            if (lump := self.costs.lumps.get((measure.id, rhythm)))
            and lump.id in self.inputs.amounts
        ]
        # A lump sum is for all of its rhythm: to empty it brings the items back.
        covered = {
            each.id for lump in lumps for each in self.costs.paid(measure, lump.rhythm)
        }
        return (
            (*lumps, *(each for each in items if each.id not in covered)),
            tuple(each for each in items if each.id in covered and self.given[each.id]),
        )

    def _bill(self, items: Iterable[CostItem], rhythm: Rhythm, payer: Payer) -> Bill:
        return total(
            self._item_bill(item)
            for item in items
            if item.rhythm is rhythm and item.payer is payer
        )

    def _item_bill(self, item: CostItem) -> Bill:
        given = self.given[item.id]
        # For all pieces, however many: the quantity falls out of the product.
        if item.quantity is None or (given is not None and given.whole):
            return Bill.of(amount_of(item))
        return Bill.of(amount_of(item), item.quantity)

    def line(self, item: CostItem) -> CostLine:
        given = self.given[item.id]
        quantity = self.book.values.get(item.quantity or "")
        bill = self._item_bill(item)
        return CostLine(
            item=item,
            given=given,
            quantity=quantity,
            estimate=self.book.estimate(bill),
            each=self._each(item, given, quantity),
        )

    def _each(
        self, item: CostItem, given: Given | None, quantity: Interval | None
    ) -> Range | None:
        if given is None:
            return None
        value = given.value
        if not given.whole or item.quantity is None:
            return in_cents(value.low, value.high)
        if quantity is None or quantity.low == 0:
            return None
        # The least money over the most pieces, and the other way round.
        return in_cents(value.low / quantity.high, value.high / quantity.low)

    @cached_property
    def given(self) -> Mapping[str, Given | None]:
        return {item.id: self._given(item) for item in self._all_items}

    @property
    def _all_items(self) -> tuple[CostItem, ...]:
        return (*self.costs.items, *self.costs.lumps.values())

    def _given(self, item: CostItem) -> Given | None:
        match self.inputs.amounts.get(item.id):
            case TypedAmount(cents, whole, year):
                return self._converted(Given(cents, whole, AmountOrigin.TYPED, year))
            case Picked(name):
                return self._converted(_from_example(self.costs.examples[name], item))
            case None:
                answer = self.answers.get(item.question or "")
                if not isinstance(answer, Amount):
                    return None
                cents = Range(answer.value, answer.value)
                return Given(
                    cents, whole=False, origin=AmountOrigin.ANSWER, price_year=None
                )

    def _converted(self, given: Given) -> Given:
        """Tell an amount in the prices of the chosen year, where that can be done."""
        to, prices, year = self.choices.price_year, self.costs.prices, given.price_year
        rate = prices.rate(year, to) if prices is not None else None
        # Without a year or an index it stays as it is, and the page says so.
        if rate is None:
            return given
        return replace(given, rate=rate, price_year=to, converted_from=year)

    @cached_property
    def book(self) -> Book:
        amounts = {
            amount_of(item): given.value
            for item in self._all_items
            if (given := self.given[item.id]) is not None
        }
        return Book(values=amounts | self._quantities, questions=_questions(self.costs))

    @cached_property
    def _quantities(self) -> dict[str, Interval]:
        found = {}
        for quantity in self.costs.quantities:
            answer = self.answers.get(quantity.question or "")
            if quantity.id in self.inputs.quantities:
                found[quantity.id] = self.inputs.quantities[quantity.id]
            elif isinstance(answer, Number):
                found[quantity.id] = between(answer.value)
        return found


def amount_of(item: CostItem) -> str:
    """Name the variable that stands for the amount of an item."""
    return f"{CostHalf.AMOUNT}:{item.id}"


def _from_example(example: Example, item: CostItem) -> Given:
    """Take an example over: for its own number of pieces, or for all of them."""
    for_all = example.piece == PROJECT and item.quantity is not None
    return Given(
        cents=Range(example.low_cents, example.high_cents),
        whole=for_all and example.pieces is None,
        origin=AmountOrigin.EXAMPLE,
        price_year=example.price_year,
        pieces=(example.pieces or 1) if for_all else 1,
        example=example,
    )


def _questions(costs: Costs) -> dict[str, CostQuestion]:
    items = (*costs.items, *costs.lumps.values())
    asked: list[tuple[str, CostHalf, Quantity | CostItem]] = [
        *((each.id, CostHalf.QUANTITY, each) for each in costs.quantities),
        *((amount_of(item), CostHalf.AMOUNT, item) for item in items),
    ]
    return {
        name: CostQuestion(name, half, each.title, each.ask, each.who)
        for name, half, each in asked
    }
