"""“Waarom is de uitkomst daar anders?”: the smallest difference that explains another outcome.

Two case files of one decision differ in facts, in judgements, in date and in amounts.
Of all these, the fewest are sought that bring the second outcome when only they are
taken over into the first. The diagrams give them exactly, without trying every set.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from rules.content.casefile import CaseFile
from rules.grammar.answers import Answer, Answers
from rules.judging.decision_diagram import Node
from rules.judging.distinct_answers import Domain
from rules.judging.folded_decision import Chart

MOST = 12
# More than a decision has questions: an end with another outcome is never nearest.
_FAR = 10_000


class DifferenceKind(StrEnum):
    """What sort of thing differs."""

    FACT = "feit"
    JUDGEMENT = "oordeel"
    DATE = "peildatum"
    AMOUNT = "bedrag"


@dataclass(frozen=True, slots=True)
class Differing:
    """One thing that is not the same; `name` is a question, a cost key or nothing."""

    kind: DifferenceKind
    name: str
    first: Answer | date | str | None
    second: Answer | date | str | None


Explanation = tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs, and every smallest part of it that explains the outcome.

    `outcomes` are those of the first and the second, by the law of their own date.
    There is no explanation when they are the same; more than a dozen are cut off.
    """

    decision: str
    outcomes: tuple[str, str]
    differing: tuple[Differing, ...]
    smallest: tuple[Explanation, ...]

    @property
    def is_same(self) -> bool:
        """Whether both have the same outcome."""
        return self.outcomes[0] == self.outcomes[1]


def difference(chart: Chart, first: CaseFile, second: CaseFile) -> Difference:
    """Lay two case files of one decision beside each other.

    Raises:
        InputError: when a date lies before the first that the rules can judge.
    """
    charts = chart.at(first.reference_date), chart.at(second.reference_date)
    judged = first.answers, second.answers
    outcomes = charts[0].outcome_of(judged[0]), charts[1].outcome_of(judged[1])
    differing = tuple(_differing(chart, first, second))
    found: list[frozenset[str | None]] = []
    if outcomes[0] != outcomes[1]:
        found = _smallest(charts, judged, outcomes[1])
    by_name = {
        None if each.kind is DifferenceKind.DATE else each.name: each
        for each in differing
        if each.kind is not DifferenceKind.AMOUNT
    }
    return Difference(
        decision=chart.decision.id,
        outcomes=outcomes,
        differing=differing,
        smallest=tuple(
            tuple(each for name, each in by_name.items() if name in names)
            for names in found
        ),
    )


def _differing(chart: Chart, first: CaseFile, second: CaseFile) -> Iterator[Differing]:
    for question in chart.decision.questions:
        one, other = (each.answers.get(question.id) for each in (first, second))
        if one != other:
            judges = question.is_judgement
            kind = DifferenceKind.JUDGEMENT if judges else DifferenceKind.FACT
            yield Differing(kind, question.id, one, other)
    if first.reference_date != second.reference_date:
        yield Differing(
            DifferenceKind.DATE, "", first.reference_date, second.reference_date
        )
    for key in sorted(first.costs.keys() | second.costs.keys()):
        typed = first.costs.get(key), second.costs.get(key)
        if typed[0] != typed[1]:
            yield Differing(DifferenceKind.AMOUNT, key, *typed)


def _smallest(
    charts: tuple[Chart, Chart], answers: tuple[Answers, Answers], outcome: str
) -> list[frozenset[str | None]]:
    """Give the smallest sets of questions, with None where the date is one of them."""
    first, second = charts
    none: frozenset[str | None] = frozenset()
    searches = [(_Search(first, *answers, outcome), none)]
    # A chart serves every day of its law. So two charts are two laws, and then taking
    # over the date counts as one thing, beside the answers.
    if second is not first:
        searches.append((_Search(second, *answers, outcome), none | {None}))
    fewest = min(search.fewest + len(more) for search, more in searches)
    found = [
        names | more
        for search, more in searches
        if search.fewest + len(more) == fewest
        for names in search.sets()
    ]
    return found[:MOST]


class _Search:
    """The ways through one diagram on which each answer is the first’s or the second’s."""

    def __init__(
        self, chart: Chart, first: Answers, second: Answers, outcome: str
    ) -> None:
        self.chart, self.forest, self.outcome = chart, chart.partial, outcome
        self.cells = [
            (_cell(domain, first), _cell(domain, second)) for domain in chart.domains
        ]
        self.far: dict[Node, int] = {}
        self.fewest = self._distance(chart.given)

    def _distance(self, top: Node) -> int:
        """Count the fewest answers to take over, from each node, the last ones first."""
        # Only where every answer is one of the two: small, however large the whole.
        todo, seen = [top], {top}
        for node in todo:
            for child, _ in self._ways(node):
                if child not in seen:
                    seen.add(child)
                    todo.append(child)
        ends = [node for node in seen if self.forest.is_end(node)]
        for node in ends:
            self.far[node] = 0 if self.forest.value(node) == self.outcome else _FAR
        inner = seen.difference(ends)
        # Children lie deeper, so each is known before its parents ask.
        for node in sorted(inner, key=self.forest.level, reverse=True):
            self.far[node] = min(
                self.far[child] + taken for child, taken in self._ways(node)
            )
        return self.far[top]

    def _ways(self, node: Node) -> Iterator[tuple[Node, int]]:
        """Give where each answer leads, with 1 where it is taken over."""
        if self.forest.is_end(node):
            return
        stay, taken = self._through(node, 0), self._through(node, 1)
        yield stay, 0
        # An answer that leads to the same place explains nothing.
        if taken != stay:
            yield taken, 1

    def _through(self, node: Node, whose: int) -> Node:
        """Follow one answer: ticks have a level for each option, and are taken over whole."""
        question = self._asked(node)
        while not self.forest.is_end(node) and self._asked(node) == question:
            cell = self.cells[self.forest.level(node)][whose]
            node = self.forest.children(node)[cell]
        return node

    def _asked(self, node: Node) -> str:
        return self.chart.domains[self.forest.level(node)].question

    def sets(self) -> Iterator[frozenset[str | None]]:
        """Give the smallest sets, at most a dozen."""
        return islice(self._walk(self.chart.given, frozenset()), MOST)

    def _walk(
        self, node: Node, names: frozenset[str | None]
    ) -> Iterator[frozenset[str | None]]:
        if self.forest.is_end(node):
            yield names
            return
        for child, taken in self._ways(node):
            # Only ways that stay shortest: the walk meets smallest sets and no others.
            if self.far[child] + taken == self.far[node]:
                more = {self._asked(node)} if taken else set[str]()
                yield from self._walk(child, names | more)


def _cell(domain: Domain, answers: Answers) -> int:
    cell = domain.cell(answers.get(domain.question))
    return len(domain.examples) if cell is None else cell
