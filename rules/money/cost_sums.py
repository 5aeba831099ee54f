"""A bill: a sum of products of amounts and quantities, some of them unknown.

Cost items are bills, and so is the difference of two measures. What both measures
share falls away before anything is estimated, so that an unknown that counts on both
sides hides nothing.

Each variable stands at most once in a product, so a bill is linear in every variable:
its extremes lie at corners. Only variables that count both for and against need their
corners tried; in the others the bill only rises or only falls.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod

from rules.money.ranges import Interval

Product = frozenset[str]
Times = int | Fraction  # whole where it can be: that is exact too, and quicker
Values = Mapping[str, Interval]
Corner = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Extremes:
    """The least and the most a bill can be; `None` where an unknown leaves it open."""

    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True)
class Bill:
    """How many times each product of variables counts; negative where it counts off."""

    terms: Mapping[Product, Times]

    @staticmethod
    def of(*variables: str) -> "Bill":
        """Give the product of these variables, counted once.

        Raises:
            ValueError: when one stands in it twice.
        """
        # A bill with a square in it is not linear, and its extremes are not at corners.
        if len(set(variables)) != len(variables):
            raise ValueError(f"a variable stands twice in a product: {variables}")
        return Bill({frozenset(variables): 1})

    def __add__(self, other: "Bill") -> "Bill":
        """Add term by term; what comes to nought falls away."""
        terms = dict(self.terms)
        for variables, times in other.terms.items():
            # What two measures share cancels here, before anything is estimated.
            terms[variables] = terms.get(variables, 0) + times
        return Bill({key: times for key, times in terms.items() if times})

    def __sub__(self, other: "Bill") -> "Bill":
        """Take off term by term."""
        return self + other * -1

    def __mul__(self, times: Times) -> "Bill":
        """Count everything so many times."""
        return Bill({key: each * times for key, each in self.terms.items() if times})

    @property
    def variables(self) -> frozenset[str]:
        """Every variable that the bill hangs on."""
        return frozenset().union(*self.terms)

    def per(self, variable: str) -> "Bill":
        """Give what one more of this variable adds."""
        return Bill(
            {key - {variable}: n for key, n in self.terms.items() if variable in key}
        )

    def without(self, variable: str) -> "Bill":
        """Give what is left when this variable is nought."""
        return Bill({key: n for key, n in self.terms.items() if variable not in key})

    def known(self, values: Values) -> "Bill":
        """Give the part whose every variable has a value."""
        return Bill({key: n for key, n in self.terms.items() if key <= values.keys()})

    def open(self, values: Values) -> "Bill":
        """Give the part that an unknown leaves open; nought times unknown is nought."""
        # A price that nobody knows, of things of which there are surely none.
        none = {name for name, value in values.items() if value.high == 0}
        left = (key for key in self.terms if not key <= values.keys())
        return Bill({key: self.terms[key] for key in left if not key & none})

    def bounds(self, values: Values) -> Extremes:
        """Give the least and the most it can be; an unknown can be anything from 0."""
        # One unknown adds and another takes off: then anything can come out.
        signs = {times > 0 for times in self.open(values).terms.values()}
        if len(signs) > 1:
            return Extremes(None, None)
        least, most = self.known(values).extremes(values)
        return Extremes(
            low=None if False in signs else least, high=None if True in signs else most
        )

    def extremes(self, values: Values) -> tuple[Fraction, Fraction]:
        """Give the least and the most of a bill whose every variable has a value."""
        # Two to the power of what counts both ways: seldom more than three.
        corners = list(corners_of(self._counted_both_ways(values), values))
        least = min(self._at_end(values, corner, up=False) for corner in corners)
        most = max(self._at_end(values, corner, up=True) for corner in corners)
        return least, most

    def _counted_both_ways(self, values: Values) -> tuple[str, ...]:
        added = {name for key, n in self.terms.items() if n > 0 for name in key}
        taken = {name for key, n in self.terms.items() if n < 0 for name in key}
        return tuple(
            sorted(name for name in added & taken if not values[name].is_exact)
        )

    def _at_end(self, values: Values, corner: Corner, *, up: bool) -> Fraction:
        total = Fraction(0)
        for key, times in self.terms.items():
            # The most of what is added and the least of what is taken, or reversed.
            high = (times > 0) is up
            ends = (
                corner[name]
                if name in corner
                else (values[name].high if high else values[name].low)
                for name in key
            )
            total += times * prod(ends)
        return total


NOTHING = Bill({})


def total(bills: Iterable[Bill]) -> Bill:
    """Add bills."""
    return sum(bills, NOTHING)


def corners_of(names: Iterable[str], values: Values) -> Iterator[dict[str, Fraction]]:
    """Give every way to put each of these variables at its low or its high end."""
    fixed = tuple(names)
    ends = [sorted({values[name].low, values[name].high}) for name in fixed]
    return (dict(zip(fixed, corner, strict=True)) for corner in product(*ends))
