"""What a doubtful answer does: which doubts decide the outcome, and which do not.

The user marks answers as doubtful. Over every way to answer these, the rest as it is,
the outcome stays or turns; the diagram says which of them can turn it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from rules.grammar.answers import Answers
from rules.judging.decision_diagram import Node
from rules.judging.folded_decision import Chart


@dataclass(frozen=True, slots=True)
class Robustness:
    """How firm an outcome stands when some answers are in doubt.

    `deciding` and `steady` share out the doubtful questions, in the order of the
    journey. `outcomes` are all that the doubtful answers can bring, by gravity.
    """

    outcomes: tuple[str, ...]
    deciding: tuple[str, ...]
    steady: tuple[str, ...]


def robustness(chart: Chart, answers: Answers, doubtful: Collection[str]) -> Robustness:
    """Tell which doubtful answers can turn the outcome; exactly, over all of them.

    What is not doubtful stays as it is, unknown where it is unknown.
    """
    forest = chart.partial
    # A doubtful answer is left open here; what was unknown is fixed at unknown: it is
    # the doubt that is looked at, not what was never asked.
    fixed = {
        level: len(domain.examples) if cell is None else cell
        for level, domain in enumerate(chart.domains)
        if domain.question not in doubtful
        for cell in [domain.cell(answers.get(domain.question))]
    }
    left = _all_known(chart, forest.restrict(chart.given, fixed))
    support = chart.plain.support(left)
    doubts = dict.fromkeys(d.question for d in chart.domains if d.question in doubtful)
    turning = {chart.domains[level].question for level in support}
    found = chart.plain.values(left)
    return Robustness(
        outcomes=tuple(o.id for o in chart.decision.header.outcomes if o.id in found),
        deciding=tuple(question for question in doubts if question in turning),
        steady=tuple(question for question in doubts if question not in turning),
    )


def _all_known(chart: Chart, node: Node) -> Node:
    """Fold a diagram over partial dossiers again, without the cells for unknown."""

    @cache
    def walk(at: Node) -> Node:
        ways = chart.partial.children(at)
        if not ways:
            return chart.plain.end(chart.partial.value(at))
        level = chart.partial.level(at)
        return chart.plain.branch(level, [walk(way) for way in ways[:-1]])

    return walk(node)
