"""“Wat moet er veranderen, en wie kan dat?”: the smallest changes that turn the outcome.

For every other outcome: all sets of at most three facts that bring it about and of
which no part would do. A fact that nobody can change is never in a set. Of ticks that
are not known at all, each tick is sought with the others still unknown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rules.grammar.answers import Answer, Known, Ticks, TicksKind
from rules.judging.chart import Chart
from rules.judging.diagram import Level, Node
from rules.judging.domain import Domain

MOST = 3
_FAR = MOST + 1

Answers = Mapping[str, Answer]
Change = tuple[Level, int]
Changes = frozenset[Change]


@dataclass(frozen=True, slots=True)
class Turn:
    """A smallest set of facts, by question id, and the outcome that it brings."""

    outcome: str
    facts: tuple[tuple[str, Known], ...]
    who: tuple[str, ...]


def turns(chart: Chart, answers: Answers) -> tuple[Turn, ...]:
    """Give all smallest turns, the fewest facts first."""
    search = _Search(chart, answers)
    found = [
        search.turn(outcome, changes)
        for outcome in search.other_outcomes()
        for changes in search.smallest(outcome)
    ]
    return tuple(sorted(found, key=lambda turn: len(turn.facts)))


class _Search:
    def __init__(self, chart: Chart, answers: Answers) -> None:
        self.chart = chart
        self.answers = answers
        self.forest = chart.partial
        by_id = chart.decision.question_by_id
        self.now: list[int] = []
        self.others: list[tuple[int, ...]] = []
        for domain in chart.domains:
            cells = len(domain.examples)
            cell = domain.cell(answers.get(domain.question))
            fixed = by_id[domain.question].changes == "niemand"
            self.now.append(cells if cell is None else cell)
            self.others.append(
                () if fixed else tuple(c for c in range(cells) if c != cell)
            )
        self.reachable = self._reachable()

    def _reachable(self) -> tuple[Node, ...]:
        """List the nodes that changing facts can reach, parents first."""
        seen = {self.chart.given}
        todo = [self.chart.given]
        for node in todo:
            for child in self._ways(node):
                if child not in seen:
                    seen.add(child)
                    todo.append(child)
        return tuple(sorted(seen, key=self.forest.level))

    def _ways(self, node: Node) -> Iterator[Node]:
        children = self.forest.children(node)
        if children:
            level = self.forest.level(node)
            yield children[self.now[level]]
            yield from (children[cell] for cell in self.others[level])

    def other_outcomes(self) -> tuple[str, ...]:
        """List the outcomes that are not the one of now, by gravity."""
        now = self.chart.outcome_of(self.answers)
        header = self.chart.decision.header
        return tuple(o.id for o in header.outcomes if o.id != now)

    def smallest(self, outcome: str) -> list[Changes]:
        """Give all smallest sets of changes that bring this outcome."""
        solved: list[Changes] = []
        alone: frozenset[Change] = frozenset()
        far = self._distances(outcome, alone)
        for size in range(1, MOST + 1):
            found = {
                frozenset(changes)
                for changes in self._walk(self.chart.given, size, alone, far, ())
            }
            solved += [new for new in found if not any(old <= new for old in solved)]
            if size == 1 and solved:
                alone = frozenset().union(*solved)
                far = self._distances(outcome, alone)
        return sorted(solved, key=lambda changes: (len(changes), sorted(changes)))

    def _distances(self, outcome: str, barred: frozenset[Change]) -> dict[Node, int]:
        """Tell for each node how many changes the outcome is away, up to three."""
        far: dict[Node, int] = {}
        for node in reversed(self.reachable):
            if self.forest.is_end(node):
                far[node] = 0 if self.forest.value(node) == outcome else _FAR
                continue
            level, children = self.forest.level(node), self.forest.children(node)
            nearest = far[children[self.now[level]]]
            for cell in self.others[level]:
                way = far[children[cell]] + 1
                if way < nearest and (level, cell) not in barred:
                    nearest = way
            far[node] = nearest
        return far

    def _walk(
        self,
        node: Node,
        left: int,
        barred: frozenset[Change],
        far: Mapping[Node, int],
        chosen: tuple[Change, ...],
    ) -> Iterator[tuple[Change, ...]]:
        if far[node] > left:
            return
        if self.forest.is_end(node):
            if left == 0:
                yield chosen
            return
        level, children = self.forest.level(node), self.forest.children(node)
        stay = children[self.now[level]]
        yield from self._walk(stay, left, barred, far, chosen)
        for cell in self.others[level] if left else ():
            way, change = children[cell], (level, cell)
            if way != stay and change not in barred:
                yield from self._walk(way, left - 1, barred, far, (*chosen, change))

    def turn(self, outcome: str, changes: Changes) -> Turn:
        """Say the changes as answers, with who can bring them about."""
        by_id = self.chart.decision.question_by_id
        facts: dict[str, Known] = {}
        for level, cell in sorted(changes):
            domain = self.chart.domains[level]
            now = facts.get(domain.question) or self.answers.get(domain.question)
            facts[domain.question] = _moved(domain, cell, now)
        for name, fact in facts.items():
            kind = by_id[name].answer
            if isinstance(kind, TicksKind) and isinstance(fact, Ticks):
                facts[name] = kind.counted(fact.value)
        who = dict.fromkeys(by_id[question].changes for question in facts)
        return Turn(outcome, tuple(facts.items()), tuple(who))


def _moved(domain: Domain, cell: int, now: Answer | None) -> Known:
    """Give the answer in a cell that lies nearest; of ticks, one tick more or fewer."""
    if domain.option is None:
        return domain.nearest(cell, now)
    ticked = now.value if isinstance(now, Ticks) else ()
    others = tuple(name for name in ticked if name != domain.option)
    return Ticks(others if cell else (*others, domain.option))
