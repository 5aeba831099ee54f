"""Check the cost side of a decision: what is used exists, what exists is used."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from rules.checks.undated_numbers import undated_figures
from rules.content.costs import CostItem, Measure, Quantity
from rules.content.decision import Decision
from rules.grammar.answers import AmountKind, NumberKind
from rules.grammar.errors import Fault
from rules.grammar.validation import Part, Told, faults_of
from rules.money.inputs import RESERVED


def cost_faults(decision: Decision, found: Iterable[Part]) -> Iterator[Fault]:
    """List what does not fit together in costs, and figures without a year."""
    return faults_of(found, _Check(decision).of)


@dataclass(frozen=True)
class _Check:
    decision: Decision

    def of(self, item: BaseModel) -> Told:
        for where, text in undated_figures(item):
            message = (
                "hier staat een getal zonder jaar. Noem het jaar, of zeg ‘jaar "
                f"onbekend’: “{text[:60]}”."
            )
            yield where, message
        match item:
            case CostItem():
                yield from self._name(item)
                yield from self._item(item)
            case Quantity():
                yield from self._name(item)
                yield from self._quantity(item)
            case Measure():
                yield from self._measure(item)
            case _:
                return

    def _name(self, item: CostItem | Quantity) -> Told:
        costs = self.decision.costs
        both = item.id in costs.item_by_id and item.id in costs.quantity_by_id
        if item.id in RESERVED or (both and isinstance(item, Quantity)):
            yield ("id",), f"'{item.id}' is al de naam van iets anders."

    def _item(self, item: CostItem) -> Told:
        measures = self.decision.costs.measures
        if not any(item.id in measure.items for measure in measures):
            yield ("id",), f"geen alternatief noemt kostenpost '{item.id}'."
        yield from self._answered(item, AmountKind, "een bedrag")

    def _quantity(self, item: Quantity) -> Told:
        costs = self.decision.costs
        counts = any(item.id == each.quantity for each in costs.items)
        shares = any(item.id == each.scale for each in costs.measures)
        if not counts and not shares:
            yield ("id",), f"geen kostenpost telt met aantal '{item.id}'."
        yield from self._answered(item, NumberKind, "een getal")

    def _answered(
        self, item: CostItem | Quantity, kind: type[BaseModel], word: str
    ) -> Told:
        question = self.decision.question_by_id.get(item.question or "")
        if question is not None and not isinstance(question.answer, kind):
            yield ("question",), f"het antwoord op '{question.id}' is niet {word}."

    def _measure(self, measure: Measure) -> Told:
        items = self.decision.costs.item_by_id
        counted = {items[name].quantity for name in measure.items if name in items}
        if measure.lever is not None and measure.lever not in counted:
            yield (
                ("lever",),
                f"geen post van '{measure.id}' telt met '{measure.lever}'.",
            )
