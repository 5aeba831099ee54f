"""All that a decision looks at, cut into cells: the axes of its diagrams."""

from collections.abc import Iterable, Iterator

from rules.content.decision import Decision
from rules.grammar.condition import (
    Leaf,
    leaves,
)
from rules.judging.distinct_answers import Domain, domains_of
from rules.judging.folded_demand import written_out


def decision_domains(decision: Decision) -> Iterable[Domain]:
    """Cut all answers into cells, in the order of the walk: the phase comes first."""
    tests: dict[str, list[Leaf]] = {}
    conditions = [
        *(decision.in_force(rule.when) for rule in decision.rules),
        *map(decision.applies, decision.questions),
        *(
            condition
            for demand in decision.demands
            for condition in written_out(decision, demand).values()
        ),
    ]
    for condition in conditions:
        for test in leaves(condition) if condition is not None else ():
            tests.setdefault(test.question, []).append(test)
    for test in _tests_of_the_table(decision):
        tests.setdefault(test.question, []).append(test)
    for question in decision.questions:
        yield from domains_of(question, tests.get(question.id, ()))


def _tests_of_the_table(decision: Decision) -> Iterator[Leaf]:
    for row in decision.header.table:
        yield from (test for test in row.when if isinstance(test, Leaf))
    for clash in decision.header.clashes:
        yield from clash.pair
