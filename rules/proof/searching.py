"""Find in a diagram the dossier that shows a fault: the shortest, or any."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from rules.grammar.answers import DONT_KNOW, Answer, Answers, Ticks, TicksKind
from rules.judging.decision_diagram import Forest, Level, Node
from rules.judging.folded_decision import Chart

Path = tuple[tuple[Level, int], ...]
Dossier = Answers
Bad = Callable[[Hashable, Hashable], bool]


@dataclass(frozen=True, slots=True)
class Failure:
    """What does not hold, with a dossier that shows it where there is one."""

    what: str
    dossier: Dossier | None = None


Failures = Iterator[Failure]


def dossier_of(chart: Chart, path: Path) -> Dossier:
    """Write a path as answers; what is unknown is said to be.

    Of ticks those that the path ticks, as they count; where it knows of none, unknown.
    """
    by_id = chart.decision.question_by_id
    answers: dict[str, Answer] = {}
    for level, cell in path:
        domain = chart.domains[level]
        known = cell < len(domain.examples)
        kind = by_id[domain.question].answer
        if isinstance(kind, TicksKind):
            before = answers.get(domain.question, DONT_KNOW)
            ticked = before.value if isinstance(before, Ticks) else ()
            # The first cell of an option is that it is ticked (`Domain`).
            now = (*ticked, domain.option or "") if cell == 0 else ticked
            answers[domain.question] = Ticks(now) if known else before
        else:
            answers[domain.question] = domain.examples[cell] if known else DONT_KNOW
    for name, answer in answers.items():
        kind = by_id[name].answer
        if isinstance(kind, TicksKind) and isinstance(answer, Ticks):
            answers[name] = kind.counted(answer.value)
    return answers


class Pairs:
    """Looks for one dossier at which the values of two diagrams are bad together."""

    def __init__(self, chart: Chart, bad: Bad) -> None:
        self.forest = chart.partial
        self.bad = bad
        self.cells = [len(domain.examples) + 1 for domain in chart.domains]
        self.fine: set[tuple[Node, Node]] = set()

    def find(self, one: Node, two: Node) -> Path | None:
        """Give a way on which the two end badly, if there is one."""
        if (one, two) in self.fine:
            return None
        forest = self.forest
        level = min(forest.level(one), forest.level(two))
        if forest.is_end(one) and forest.is_end(two):
            if self.bad(forest.value(one), forest.value(two)):
                return ()
        else:
            for cell in range(self.cells[level]):
                after = (forest.follow(each, level, cell) for each in (one, two))
                path = self.find(*after)
                if path is not None:
                    return ((level, cell), *path)
        # Once without a fault is for good: so each pair is walked once, and not once
        # for each way that leads to it.
        self.fine.add((one, two))
        return None


class Shortest:
    """Finds the dossier with the fewest known answers that leads somewhere."""

    def __init__(self, forest: Forest, root: Node) -> None:
        self.forest = forest
        self.cost: dict[Node, int] = {root: 0}
        self.came: dict[Node, tuple[Node, int]] = {}
        # Parents come first: one pass is Dijkstra’s whole algorithm.
        for node in forest.below(root):
            last = len(forest.children(node)) - 1
            for cell, child in enumerate(forest.children(node)):
                # The last cell is unknown, and free: the shortest dossier says least.
                cost = self.cost[node] + (cell != last)
                if cost < self.cost.get(child, cost + 1):
                    self.cost[child] = cost
                    self.came[child] = (node, cell)

    def to(self, value: Hashable) -> Path | None:
        """Give the shortest way to a value, if any leads there."""
        ends = [n for n in self.cost if self.forest.is_end(n)]
        node = next((n for n in ends if self.forest.value(n) == value), None)
        return None if node is None else self.to_node(node)

    def to_node(self, node: Node) -> Path:
        """Give the shortest way to this node."""
        path: list[tuple[Level, int]] = []
        while node in self.came:
            node, cell = self.came[node]
            path.append((self.forest.level(node), cell))
        return tuple(reversed(path))
