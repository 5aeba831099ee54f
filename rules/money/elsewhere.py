"""What cost items were elsewhere: for one piece, from the lowest to the highest place.

Only amounts for the same piece and the same rhythm stand in one range, and items are
never added up: no place bought them all. Amounts are rounded; the exact ones stand with
the examples.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rules.content.costs import CostItem, Costs, Example, Measure
from rules.money.ranges import Range, half_up

CENTS = 100
STEPS = (
    (10_000, 1_000),
    (1_000, 50),
    (100, 5),
    (20, 1),
)  # euros: from how much, to how much


@dataclass(frozen=True, slots=True)
class ElsewhereRange:
    """One item elsewhere: rounded eurocents for one piece, and the places in order."""

    item: CostItem
    cents: Range
    examples: tuple[Example, ...]


def ranges_elsewhere(costs: Costs, measure: Measure) -> Iterator[ElsewhereRange]:
    """Give the range of every item of a measure of which an amount was found."""
    for item in costs.items_of(measure):
        found = tuple(
            (each, pieces)
            for each in costs.examples_of(item)
            # What was bought together, for a number nobody told, has no price for one.
            if each.suits(item) and (pieces := _pieces(each, item)) is not None
        )
        if found:
            low = min(Fraction(each.low_cents, pieces) for each, pieces in found)
            high = max(Fraction(each.high_cents, pieces) for each, pieces in found)
            cents = Range(rounded(low), rounded(high))
            yield ElsewhereRange(item, cents, tuple(each for each, _ in found))


def _pieces(example: Example, item: CostItem) -> int | None:
    """Give for how many pieces of the item an example is; None where nobody said."""
    return 1 if example.piece == item.piece else example.pieces


def rounded(cents: Fraction) -> int:
    """Round an amount to what a reader keeps in mind; below € 20 it stays as it is.

    >>> rounded(Fraction(1498700)), rounded(Fraction(135000)), rounded(Fraction(784))
    (1500000, 135000, 784)
    """
    for least, step in STEPS:
        if cents >= least * CENTS:
            return half_up(cents / (step * CENTS)) * step * CENTS
    return half_up(cents)
