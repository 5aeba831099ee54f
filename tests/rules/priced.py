"""Builds small cost sides, so that a test says only what it is about."""

from fractions import Fraction
from itertools import product
from typing import Any

from rules.content.costs import CostItem, Costs, Example, Measure, Quantity
from rules.content.decision import Decision
from rules.money.cost_sums import Bill
from rules.money.estimates import CostPicture, estimate
from rules.money.inputs import CostChoices, CostInputs, TypedAmount, read_inputs
from rules.money.ranges import Interval, Range
from tests.rules.build import decision, question, rule, yes

WORDS = "Zo staat het er."
STATEMENT = {"text": WORDS, "sources": ["wet-1"]}


def quantity(name: str, **changes: Any) -> Quantity:
    return Quantity.model_validate(
        {
            "id": name,
            "title": name,
            "one": "stuk",
            "more": "stuks",
            "help": WORDS,
            "max": 1_000_000,
            "ask": f"Hoeveel {name}?",
            "who": "college",
            **changes,
        }
    )


def item(name: str, counts: str | None = None, **changes: Any) -> CostItem:
    """A yearly item; with `counts` it is per piece of that quantity."""
    return CostItem.model_validate(
        {
            "id": name,
            "title": name,
            "help": WORDS,
            "rhythm": "per_jaar",
            "piece": "project" if counts is None else "stuk",
            "per": "per stuk",
            "quantity": counts,
            "ask": f"Wat kost {name}?",
            "who": "college",
            **changes,
        }
    )


def once(name: str, counts: str | None = None, **changes: Any) -> CostItem:
    return item(name, counts, rhythm="eenmalig", **changes)


def measure(name: str, *items: str, **changes: Any) -> Measure:
    return Measure.model_validate(
        {
            "id": name,
            "title": name,
            "purpose": STATEMENT,
            "items": items,
            "studied_as": "bankje",
            "privacy": [STATEMENT],
            "decides": [{**STATEMENT, "body": "raad"}],
            **changes,
        }
    )


def example(name: str, low: int, high: int | None = None, **changes: Any) -> Example:
    return Example.model_validate(
        {
            "id": name,
            "low_cents": low,
            "high_cents": low if high is None else high,
            "rhythm": "per_jaar",
            "piece": "stuk",
            "unit": "per stuk",
            "vat": "onbekend",
            "place": "Elders",
            "includes": "niet genoemd",
            "computed": False,
            "sources": ["wet-1"],
            **changes,
        }
    )


def priced(costs: Costs) -> Decision:
    """A decision that has only a cost side to speak of."""
    made = decision([question("a")], [rule("goed", yes("a"))])
    object.__setattr__(made, "costs", costs)
    return made


def reckon(
    costs: Costs, plain: dict[str, str] | CostInputs, **choices: Any
) -> CostPicture:
    inputs = plain if isinstance(plain, CostInputs) else read_inputs(plain, costs)
    return estimate(priced(costs), {}, inputs, CostChoices(**choices))


def typed(low: int, high: int, *, whole: bool = False) -> TypedAmount:
    return TypedAmount(Range(low, high), whole, None)


def brute_force(bill: Bill, values: dict[str, Interval]) -> list[Fraction]:
    """Every corner of every variable, by plain multiplication."""
    names = sorted(bill.variables)
    found = []
    for ends in product(*((values[n].low, values[n].high) for n in names)):
        corner = dict(zip(names, ends, strict=True))
        total = Fraction(0)
        for variables, times in bill.terms.items():
            amount = times
            for name in variables:
                amount *= corner[name]
            total += amount
        found.append(total)
    return found
