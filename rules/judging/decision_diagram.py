"""Decision diagrams: a whole decision folded into one graph.

So questions about every possible completion of a dossier have exact, quick answers.

Reduced ordered diagrams with shared nodes, after R. E. Bryant, “Graph-Based Algorithms
for Boolean Function Manipulation”, IEEE Trans. Computers C-35 (1986), with several
children a node (one per cell of a question’s answers) and any value at the end.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cache, reduce
from typing import TypeVar

Node = int
Level = int
Cells = Mapping[Level, int]
Given = TypeVar("Given")

# Below every question, so that the least level of some nodes is the one to ask first.
_END: Level = 1 << 30


class Forest:
    """Diagrams that share their nodes.

    `sizes` gives the number of cells at each level. A node is a small integer; two
    diagrams are equal exactly when their nodes are.
    """

    def __init__(self, sizes: Iterable[int]) -> None:
        """Start an empty forest."""
        self.sizes = tuple(sizes)
        self._level: list[Level] = []
        self._children: list[tuple[Node, ...]] = []
        self._value: list[Hashable] = []
        # Bryant’s table of unique nodes: equal diagrams are one node, told by a number.
        self._known: dict[tuple[Level, Hashable], Node] = {}
        # What was chosen before is kept as long as the forest. Without it the work
        # doubles at each question; with it there is at most one step for each triple of
        # nodes (Brace, Rudell and Bryant, DAC 1990).
        self._chosen: dict[tuple[Node, Node, Node], Node] = {}
        self.no = self.end(False)  # noqa: FBT003 — the value itself, not a flag
        self.yes = self.end(True)  # noqa: FBT003

    def __len__(self) -> int:
        """Count the nodes."""
        return len(self._level)

    def end(self, value: Hashable) -> Node:
        """Give the diagram that always has this value."""
        # Its type is part of the key: to Python False, 0 and Truth.NO are equal.
        return self._add(_END, (), value, (type(value), value))

    def branch(self, level: Level, children: Iterable[Node]) -> Node:
        """Give the diagram that asks one question first."""
        ways = tuple(children)
        # Bryant’s reduction: what changes nothing is not asked. So `support` names
        # exactly the questions that matter.
        if ways.count(ways[0]) == len(ways):
            return ways[0]
        return self._add(level, ways, None, ways)

    def _add(
        self, level: Level, children: tuple[Node, ...], value: Hashable, key: Hashable
    ) -> Node:
        node = self._known.get((level, key))
        if node is None:
            node = self._known[level, key] = len(self._level)
            self._level.append(level)
            self._children.append(children)
            self._value.append(value)
        return node

    def level(self, node: Node) -> Level:
        """Tell which question the node asks."""
        return self._level[node]

    def children(self, node: Node) -> tuple[Node, ...]:
        """Give where each answer leads; nothing at the end."""
        return self._children[node]

    def value(self, node: Node) -> Hashable:
        """Give the value at the end of a path."""
        return self._value[node]

    def follow(self, node: Node, level: Level, cell: int) -> Node:
        """Follow one cell at a level; a diagram that does not ask there stays."""
        return self._children[node][cell] if self._level[node] == level else node

    def choose(self, test: Node, then: Node, other: Node) -> Node:
        """Give `then` where the test ends in yes, `other` where it ends in no."""
        if test == self.yes or then == other:
            return then
        if test == self.no:
            return other
        key = (test, then, other)
        node = self._chosen.get(key)
        if node is None:
            # Shannon’s expansion, over the first question in any of the three.
            level = min(self._level[each] for each in key)
            node = self._chosen[key] = self.branch(
                level,
                [
                    self.choose(
                        self.follow(test, level, cell),
                        self.follow(then, level, cell),
                        self.follow(other, level, cell),
                    )
                    for cell in range(self.sizes[level])
                ],
            )
        return node

    def all_of(self, nodes: Iterable[Node]) -> Node:
        """Give the diagram that is yes where all are."""
        return reduce(lambda a, b: self.choose(a, b, self.no), nodes, self.yes)

    def any_of(self, nodes: Iterable[Node]) -> Node:
        """Give the diagram that is yes where at least one is."""
        return reduce(lambda a, b: self.choose(a, self.yes, b), nodes, self.no)

    def negate(self, node: Node) -> Node:
        """Give the diagram that is yes where this one is no."""
        return self.choose(node, self.no, self.yes)

    def combine(
        self, merge: Callable[[Hashable, Hashable], Hashable], one: Node, two: Node
    ) -> Node:
        """Give the diagram whose values are merged, value by value."""

        # Kept for this call only: `merge` belongs to the key, and a function is no key.
        @cache
        def walk(a: Node, b: Node) -> Node:
            level = min(self._level[a], self._level[b])
            if level == _END:
                return self.end(merge(self._value[a], self._value[b]))
            return self.branch(
                level,
                [
                    walk(self.follow(a, level, cell), self.follow(b, level, cell))
                    for cell in range(self.sizes[level])
                ],
            )

        return walk(one, two)

    def convert(self, change: Callable[[Hashable], Hashable], node: Node) -> Node:
        """Give the diagram with every value changed."""
        return self.combine(lambda value, _: change(value), node, node)

    def restrict(self, node: Node, cells: Cells) -> Node:
        """Give the diagram that is left when these answers are known."""

        @cache
        def walk(at: Node) -> Node:
            level = self._level[at]
            if level == _END:
                return at
            if level in cells:
                return walk(self._children[at][cells[level]])
            return self.branch(level, [walk(way) for way in self._children[at]])

        return walk(node)

    def below(self, node: Node, cells: Cells | None = None) -> tuple[Node, ...]:
        """List the nodes that can still be reached, each once, parents first."""
        known = cells or {}
        seen = {node}
        todo = [node]
        # The list grows under the loop, so that it is walked without recursion.
        for at in todo:
            ways = self._children[at]
            cell = known.get(self._level[at])
            for way in ways if cell is None else ways[cell : cell + 1]:
                if way not in seen:
                    seen.add(way)
                    todo.append(way)
        # Levels only grow on the way down: in their order parents come first.
        return tuple(sorted(seen, key=self._level.__getitem__))

    def values(self, node: Node, cells: Cells | None = None) -> frozenset[Hashable]:
        """Give the values that can still come out."""
        return frozenset(
            self._value[at] for at in self.below(node, cells) if self._level[at] == _END
        )

    def support(self, node: Node) -> frozenset[Level]:
        """Give the questions that can still make a difference."""
        return frozenset(
            level for at in self.below(node) if (level := self._level[at]) != _END
        )

    def value_at(
        self, node: Node, readers: Sequence[Callable[[Given], int]], given: Given
    ) -> Hashable:
        """Follow one set of answers to its value; `readers` tell the cell at each level."""
        children, level = self._children, self._level
        while ways := children[node]:
            node = ways[readers[level[node]](given)]
        return self._value[node]

    def is_end(self, node: Node) -> bool:
        """Tell whether nothing is left to ask."""
        return self._level[node] == _END


def lift(
    plain: Forest,
    lifted: Forest,
    node: Node,
    merge: Callable[[Hashable, Hashable], Hashable],
    wrap: Callable[[Hashable], Hashable],
) -> Node:
    """Add a cell *unknown* to every question: its value merges those of all answers.

    `lifted` has one cell more at each level, the last: unknown. The result is exact: at
    a dossier with unknowns it holds what all completions have in common.
    """

    @cache
    def walk(at: Node) -> Node:
        if plain.is_end(at):
            return lifted.end(wrap(plain.value(at)))
        ways = [walk(way) for way in plain.children(at)]
        # A path asks a question once. So the completions that go through these ways
        # differ in nothing that was asked above, and merging them is exact (ADR 0014).
        unknown = reduce(lambda a, b: lifted.combine(merge, a, b), ways)
        return lifted.branch(plain.level(at), [*ways, unknown])

    return walk(node)
