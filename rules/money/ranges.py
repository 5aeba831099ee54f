"""From low to high: exact intervals for reckoning, whole cents for telling."""

from dataclasses import dataclass
from fractions import Fraction

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Interval:
    """Every value from `low` to `high`, both included; exact, and never below 0."""

    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        """Refuse an interval that is upside down or below nought."""
        if not 0 <= self.low <= self.high:
            raise ValueError(f"no interval of amounts: {self.low} to {self.high}")

    @property
    def is_exact(self) -> bool:
        """Whether it holds one value only."""
        return self.low == self.high

    @property
    def width(self) -> Fraction:
        """The distance from low to high."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high` in whole eurocents; below 0 only for a difference."""

    low: int
    high: int

    @property
    def is_exact(self) -> bool:
        """Whether low and high are one amount."""
        return self.low == self.high


def between(low: int | Fraction, high: int | Fraction | None = None) -> Interval:
    """Make an interval of whole numbers or fractions.

    >>> between(3).is_exact, between(1, 4).width
    (True, Fraction(3, 1))
    """
    return Interval(Fraction(low), Fraction(low if high is None else high))


def half_up(value: Fraction) -> int:
    """Round to a whole number, halves away from nought: as money is rounded.

    >>> half_up(Fraction(5, 2)), half_up(Fraction(-5, 2)), half_up(Fraction(7, 3))
    (3, -3, 2)
    """
    # Python’s `round` goes to the even neighbour, which no reader expects of an amount.
    size = (abs(value) + HALF) // 1
    return int(size) if value >= 0 else -int(size)


def in_cents(low: Fraction, high: Fraction) -> Range:
    """Round an exact span to whole cents."""
    return Range(half_up(low), half_up(high))
