"""“Als u één ding vraagt, vraag dit”: how much each open fact decides.

Counted, not estimated: over all completions that are still possible, how far the
outcomes shift when this one fact becomes known (total variation, averaged over its
answers). Whole numbers throughout, so that equal facts come out exactly equal.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from math import prod

from rules.content.questions import Question
from rules.grammar.answers import Answer, DontKnow
from rules.grammar.truth import Truth
from rules.judging.chart import Chart
from rules.judging.diagram import Forest, Level, Node
from rules.judging.journey import applicability

Answers = Mapping[str, Answer]
Counts = dict[Hashable, int]


def influences(chart: Chart, answers: Answers) -> dict[str, Fraction]:
    """Give the influence of each fact that can still change the outcome: 0 to 1."""
    return {
        chart.domains[level].question: influence
        for level, influence in _Count(chart.plain, chart.left(answers)).all()
    }


def ask_first(chart: Chart, answers: Answers) -> tuple[str, ...]:
    """Order the facts to ask: what decides, the strongest first, then what informs.

    What the user said not to know comes before what was not asked yet: that is what
    somebody else must be asked. Equal facts go in the order of the first picture, then
    of the journey.
    """
    force = influences(chart, answers)
    applies = applicability(chart, answers)
    first = chart.decision.header.first_picture

    def is_worth_asking(question: Question) -> bool:
        if question.own_choice is not None or applies[question.id] is Truth.NO:
            return False
        asked_in_vain = isinstance(answers.get(question.id), DontKnow)
        return question.id in force or asked_in_vain

    def rank(name: str) -> tuple[bool, bool, Fraction, int, int]:
        return (
            name not in force,
            name not in answers,
            -force.get(name, Fraction(0)),
            first.index(name) if name in first else len(first),
            chart.levels[name],
        )

    questions = filter(is_worth_asking, chart.decision.questions)
    return tuple(sorted((question.id for question in questions), key=rank))


class _Count:
    """Counts completions by outcome, from above and from below."""

    def __init__(self, forest: Forest, root: Node) -> None:
        self.forest = forest
        self.root = root
        self.nodes = forest.below(root)
        self.order: Sequence[Level] = sorted(forest.support(root))
        self.place = {level: i for i, level in enumerate(self.order)}
        sizes = [forest.sizes[level] for level in self.order]
        # from each place on: how many ways there are to fill in what lies below
        self.ways = [prod(sizes[place:]) for place in range(len(sizes) + 1)]
        self.down = self._count_down()
        self.up = self._count_up()

    def _at(self, node: Node) -> int:
        return self.place.get(self.forest.level(node), len(self.order))

    def _skipped(self, above: int, node: Node) -> int:
        return self.ways[above + 1] // self.ways[self._at(node)]

    def _count_down(self) -> dict[Node, Counts]:
        counts: dict[Node, Counts] = {}
        for node in reversed(self.nodes):
            if self.forest.is_end(node):
                counts[node] = {self.forest.value(node): 1}
            else:
                counts[node] = defaultdict(int)
                for child in self.forest.children(node):
                    self._pour(counts[node], counts[child], node, child)
        return counts

    def _pour(self, into: Counts, counts: Counts, node: Node, child: Node) -> None:
        skipped = self._skipped(self._at(node), child)
        for outcome, count in counts.items():
            into[outcome] += count * skipped

    def _count_up(self) -> dict[Node, int]:
        ways = dict.fromkeys(self.nodes, 0)
        ways[self.root] = self.ways[0] // self.ways[self._at(self.root)]
        for node in self.nodes:
            for child in self.forest.children(node):
                ways[child] += ways[node] * self._skipped(self._at(node), child)
        return ways

    def all(self) -> list[tuple[Level, Fraction]]:
        """Give the influence at each level that matters."""
        total = self.ways[0]
        by_level: dict[Level, list[Node]] = {level: [] for level in self.order}
        for node in self.nodes:
            if not self.forest.is_end(node):
                by_level[self.forest.level(node)].append(node)
        return [
            (level, self._influence(level, by_level[level], total))
            for level in self.order
        ]

    def _influence(self, level: Level, nodes: list[Node], total: int) -> Fraction:
        # Paths that pass this level by do not shift anything: only its nodes count.
        size = self.forest.sizes[level]
        shift = 0
        for cell in range(size):
            moved: Counts = defaultdict(int)
            for node in nodes:
                child = self.forest.children(node)[cell]
                skipped = self._skipped(self._at(node), child)
                for outcome, count in self.down[child].items():
                    moved[outcome] += size * self.up[node] * count * skipped
                for outcome, count in self.down[node].items():
                    moved[outcome] -= self.up[node] * count
            shift += sum(map(abs, moved.values()))
        return Fraction(shift, 2 * size * total)
