"""One demand folded into diagrams, and the conditions that it is written out in."""

from collections.abc import Hashable, Mapping
from copy import copy
from functools import cached_property
from typing import Protocol, cast

from rules.content.decision import Decision
from rules.content.decision_table import UNKNOWN_PHASE
from rules.content.demands import Demand, Standing
from rules.grammar.condition import ALWAYS, AllOf, AnyOf, Condition, Not
from rules.grammar.truth import Truth, truth_of
from rules.judging.decision_diagram import Forest, Level, Node

MET, UNMET, APPLIES = "eis {}", "eis {} niet", "eis {} speelt"
_STANDING = {
    Truth.YES: Standing.VOLDAAN,
    Truth.NO: Standing.NIET_VOLDAAN,
    Truth.UNKNOWN: Standing.ONBEKEND,
}


class Folding(Protocol):
    """What a folded decision does for its demands: it folds, and knows its phases."""

    decision: Decision
    plain: Forest
    partial: Forest

    @property
    def levels(self) -> Mapping[str, Level]:
        """Give the level of each question."""

    def fold(self, condition: Condition) -> Node:
        """Fold a condition over whole sets of answers."""

    def lifted(self, node: Node) -> Node:
        """Give the same over partial dossiers."""

    def in_phase(self, forest: Forest, names: frozenset[str]) -> Node:
        """Fold whether the phase is one of these."""


class FoldedDemand:
    """The diagrams of one demand: how it stands, over whole and over partial dossiers.

    `met` and `unmet` leave room between them: there it stays unknown.
    """

    def __init__(self, chart: Folding, demand: Demand) -> None:
        self.chart = chart
        self.demand = demand
        found = written_out(chart.decision, demand)
        fold, plain = chart.fold, chart.plain
        self.met = fold(found[MET.format(demand.id)])
        self.unmet = (
            fold(found[UNMET.format(demand.id)])
            if UNMET.format(demand.id) in found
            else plain.negate(self.met)
        )
        self.applies = fold(found.get(APPLIES.format(demand.id), ALWAYS))
        # what a judgement asks of every demand, each time: computed once
        self.steps = tuple(each.format(demand.id) for each in (MET, UNMET, APPLIES))
        decision = chart.decision
        self.own = decision.own_questions(demand)
        gate, phase = demand.applies_when, decision.header.phase
        self.gates = () if gate is None else decision.asked_by(gate)
        # Only some phases make it apply: then the phase is asked first.
        self.hangs_on_phase = phase in self.gates
        # What it is judged in while the phase is unknown: its own phase; none where it
        # looks at the phase itself, which stays unknown.
        looks_at_it = phase is None or phase in self.own
        self.taken = None if looks_at_it else decision.starts_in(demand)
        self.due = frozenset[str]() if phase is None else decision.due_in(demand)
        # Met goes first; `demands_can_turn` proves that it is never not met as well.
        self.truth = plain.choose(
            self.met,
            plain.end(Truth.YES),
            plain.choose(self.unmet, plain.end(Truth.NO), plain.end(Truth.UNKNOWN)),
        )

    def as_cited(self, demand: Demand) -> "FoldedDemand":
        """Give these diagrams for a demand that asks the same, and cites another text."""
        cited = copy(self)
        cited.demand = demand
        return cited

    @cached_property
    def whole_standing(self) -> Node:
        """Fold how it stands, over whole sets of answers."""
        plain = self.chart.plain
        applies = plain.convert(lambda value: truth_of(bool(value)), self.applies)
        # In a whole set of answers whether it applies is a plain yes or no.
        return self._standing(plain, applies, self.truth)

    @cached_property
    def standing(self) -> Node:
        """Fold how it stands, over partial dossiers."""
        lifted = self.chart.lifted
        return self._standing(
            self.chart.partial, lifted(self.applies), lifted(self.truth)
        )

    @cached_property
    def stands(self) -> Node:
        """Fold how it stands were it due, over partial dossiers."""
        lifted = self.chart.lifted
        forest = self.chart.partial
        return forest.combine(_stands, lifted(self.applies), lifted(self.truth))

    def _standing(self, forest: Forest, applies: Node, truth: Node) -> Node:
        counted = forest.combine(_stands, applies, truth)
        chart, decision = self.chart, self.chart.decision
        if decision.header.phase is None:
            return counted
        due = chart.in_phase(forest, self.due)
        by_phase = forest.choose(due, counted, forest.convert(_later, counted))
        if forest is chart.plain:
            return by_phase
        # While the phase is unknown a demand is told as if its own phase had come.
        as_due = counted
        if self.hangs_on_phase:
            # Nothing is told of it: the phase is asked first, and would be asked twice.
            as_due = forest.end(Standing.NVT)
        elif self.taken is not None:
            level = chart.levels[decision.header.phase]
            cell = [phase.id for phase in decision.phases].index(self.taken)
            as_due = forest.restrict(counted, {level: cell})
        adrift = chart.in_phase(forest, frozenset({UNKNOWN_PHASE}))
        return forest.choose(adrift, as_due, by_phase)


def _stands(applies: Hashable, truth: Hashable) -> Standing:
    if applies is Truth.NO:
        return Standing.NVT
    return _STANDING[cast(Truth, truth)]


def _later(standing: Hashable) -> Hashable:
    # Not being due hides how it stands, and not that it does not apply.
    return standing if standing is Standing.NVT else Standing.STRAKS


def written_out(decision: Decision, demand: Demand) -> dict[str, Condition]:
    """Write out what a demand asks, by the name of its step: met, not met, applies.

    One that does not apply counts as met; one that the law of the date does not know
    applies to nothing.
    """
    if demand.id in decision.idle:
        return {
            MET.format(demand.id): ALWAYS,
            APPLIES.format(demand.id): Not(not_=ALWAYS),
        }
    met = decision.in_force(demand.when)
    unmet = None if demand.not_met is None else decision.in_force(demand.not_met)
    found: dict[str, Condition] = {}
    if demand.applies_when is not None:
        applies = decision.in_force(demand.applies_when)
        # The gate stands first: the reasons (`demands._carried`) rely on that order.
        met = AnyOf(any_of=(Not(not_=applies), met))
        unmet = None if unmet is None else AllOf(all_of=(applies, unmet))
        found[APPLIES.format(demand.id)] = applies
    found[MET.format(demand.id)] = met
    if unmet is not None:
        found[UNMET.format(demand.id)] = unmet
    return found
