"""Prove what must hold of a decision, over every dossier that can exist.

The diagrams hold one value for each dossier, known or partly known, so that a walk
over their nodes is a proof and not a sample. What does not hold comes with a dossier
that shows it.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import cast

from rules.content.decision import Row
from rules.content.fulfilment import fulfilment_of
from rules.content.questions import Question
from rules.grammar.answers import DONT_KNOW, Answer
from rules.grammar.condition import AllOf, AnyOf, Condition, Not, parts
from rules.judging.chart import Chart
from rules.judging.diagram import Forest, Level, Node
from rules.judging.domain import Domain

Path = tuple[tuple[Level, int], ...]
Dossier = Mapping[str, Answer]
Bad = Callable[[Hashable, Hashable], bool]


@dataclass(frozen=True, slots=True)
class Failure:
    """What does not hold, with a dossier that shows it where there is one."""

    what: str
    dossier: Dossier | None = None


Failures = Iterator[Failure]


def examples(chart: Chart) -> dict[str, Dossier]:
    """Give for each outcome that can come out the smallest dossier that brings it."""
    search = _Shortest(chart.partial, chart.shown)
    found = {}
    for outcome in chart.decision.header.outcomes:
        path = search.to(outcome.id)
        if path is not None:
            found[outcome.id] = dossier_of(chart, path)
    return found


def outcomes_come_out(chart: Chart) -> Failures:
    """Look for an outcome that no dossier brings."""
    reached = examples(chart)
    for outcome in chart.decision.header.outcomes:
        if outcome.id not in reached:
            yield Failure(
                f"uitkomst '{outcome.id}' is met geen enkel dossier te bereiken."
            )


def questions_matter(chart: Chart) -> Failures:
    """Look for a question that decides nothing and does not say that it informs."""
    support = chart.partial.support(chart.shown)
    for level, domain in enumerate(chart.domains):
        question = chart.decision.question_by_id[domain.question]
        if level not in support and not question.informs:
            yield Failure(
                f"vraag '{question.id}' ({question.ref}) kan de uitkomst nooit veranderen; "
                "zet anders informs: true."
            )
        if level in support and question.informs:
            yield Failure(
                f"vraag '{question.id}' informeert, maar verandert de uitkomst."
            )


def table_is_closed(chart: Chart) -> Failures:
    """Look for a dossier that hits no row."""
    path = _Shortest(chart.partial, chart.shown).to(None)
    if path is not None:
        dossier = dossier_of(chart, path)
        yield Failure("de tabel heeft een gat: dit dossier raakt geen rij.", dossier)


def rows_are_hit(chart: Chart) -> Failures:
    """Look for a row that no dossier hits first, or that the table can do without."""
    table = chart.decision.header.table
    forest = chart.partial
    before = forest.no
    for number, row in enumerate(table):
        hit = chart.hit(row)
        first = forest.all_of([hit, forest.negate(before)])
        before = forest.any_of([before, hit])
        name = f"rij {number + 1} van de tabel ({row.outcome})"
        if first == forest.no:
            yield Failure(f"{name} wordt nooit als eerste geraakt.")
        elif row.when and not _is_needed(chart, number):
            yield Failure(f"{name} kan weg: zonder deze rij verandert er niets.")


def _is_needed(chart: Chart, number: int) -> bool:
    table = chart.decision.header.table
    less = (*table[:number], *table[number + 1 :])
    same = chart.outcome_by(less) == chart.outcome
    return not (same and chart.shown_by(less) == chart.shown)


def rules_decide(chart: Chart) -> Failures:
    """Look for a rule that always says the same, or a part of one that says nothing.

    A condition is taken as it is written: what `applies_when` of a question adds may
    make a part double that a reader is glad to see.
    """
    for rule in chart.decision.rules:
        folded = chart.rules[rule.id]
        if chart.plain.is_end(folded):
            verdict = "ja" if folded == chart.plain.yes else "nee"
            yield Failure(f"regel '{rule.id}' zegt altijd {verdict}.")
        written = chart.fold(rule.when)
        for less, part in _with_one_part_less(rule.when):
            if chart.fold(less) == written:
                what = f"het onderdeel {_say(part)} verandert nooit iets."
                yield Failure(f"regel '{rule.id}': {what}")


def questions_apply(chart: Chart) -> Failures:
    """Look for a question whose condition always holds, or never."""
    for question in chart.decision.questions:
        applies = chart.decision.applies(question)
        node = None if applies is None else chart.fold(applies)
        if node is not None and chart.plain.is_end(node):
            always = "altijd" if node == chart.plain.yes else "nooit"
            yield Failure(f"vraag '{question.id}' is {always} van toepassing.")


def _with_one_part_less(condition: Condition) -> Iterator[tuple[Condition, Condition]]:
    """Give the condition without each of its parts in turn, and that part."""
    match condition:
        case AllOf(all_of=inner):
            for less, part in _less(inner):
                yield AllOf.model_construct(all_of=less), part
        case AnyOf(any_of=inner):
            for less, part in _less(inner):
                yield AnyOf.model_construct(any_of=less), part
        case Not(not_=inner_one):
            for less_one, part in _with_one_part_less(inner_one):
                yield Not(not_=less_one), part
        case _:
            return


def _less(
    inner: tuple[Condition, ...],
) -> Iterator[tuple[tuple[Condition, ...], Condition]]:
    if len(inner) == 1:
        for less, part in _with_one_part_less(inner[0]):
            yield (less,), part
        return
    for index, one in enumerate(inner):
        yield (*inner[:index], *inner[index + 1 :]), one
        for less, part in _with_one_part_less(one):
            yield (*inner[:index], less, *inner[index + 1 :]), part


def _say(condition: Condition) -> str:
    names = [
        getattr(part, "question", None) or getattr(part, "rule", None)
        for _, part in parts(condition)
    ]
    return " en ".join(f"'{name}'" for name in names if name)


def unknown_never_flatters(chart: Chart) -> Failures:
    """Look for a favourable outcome that an answer can still take away."""
    by_id = chart.decision.outcome_by_id

    def flatters(possible: Hashable, shown: Hashable) -> bool:
        left = cast(frozenset[str], possible)
        favourable = by_id[cast(str, shown)].favourable
        return favourable and any(not by_id[each].favourable for each in left)

    path = _Pairs(chart, flatters).find(chart.possible, chart.shown)
    if path is not None:
        yield Failure(
            "een onbekend feit geeft hier een gunstige uitkomst "
            "die een antwoord nog kan wegnemen.",
            dossier_of(chart, path),
        )


def shown_is_possible(chart: Chart) -> Failures:
    """Look for an outcome that is shown and cannot come out, by a row that is firm."""
    table = chart.decision.header.table
    forest = chart.partial
    hit = forest.end(None)
    for number in reversed(range(len(table))):
        hit = forest.choose(chart.hit(table[number]), forest.end(number), hit)

    def misleads(possible: Hashable, number: Hashable) -> bool:
        left = cast(frozenset[str], possible)
        if number is None or len(left) == 1:
            return False
        row = table[cast(int, number)]
        return row.outcome not in left and not _says_open(row)

    path = _Pairs(chart, misleads).find(chart.possible, hit)
    if path is not None:
        yield Failure(
            "deze uitkomst wordt getoond, maar kan niet meer uitkomen.",
            dossier_of(chart, path),
        )


def _says_open(row: Row) -> bool:
    return any("onbekend" in test.is_ for test in row.when)


def polarity_holds(chart: Chart) -> Failures:
    """Look for an answer in order that brings a graver outcome than one that is not."""
    grave = {o.id: i for i, o in enumerate(chart.decision.header.outcomes)}

    def graver(good: Hashable, bad: Hashable) -> bool:
        return grave[cast(str, good)] < grave[cast(str, bad)]

    pairs = _Pairs(chart, graver)
    search = _Shortest(chart.partial, chart.shown)
    for node in chart.partial.below(chart.shown):
        if chart.partial.is_end(node):
            continue
        level = chart.partial.level(node)
        domain = chart.domains[level]
        question = chart.decision.question_by_id[domain.question]
        ways = chart.partial.children(node)
        for good, bad in _orders(question, domain):
            path = pairs.find(ways[good], ways[bad])
            if path is not None:
                whole = (*(search.to_node(node) or ()), (level, bad), *path)
                yield Failure(
                    f"vraag '{question.id}' ({question.ref}): dit antwoord is niet in "
                    "orde, en een antwoord dat wel in orde is, maakt de uitkomst slechter.",
                    dossier_of(chart, whole),
                )
                return


def _orders(question: Question, domain: Domain) -> Iterable[tuple[int, int]]:
    """Give the cells in order with those that are not; a wish has no order."""
    test = fulfilment_of(question)
    if test is None or question.own_choice is not None:
        return ()
    cells = range(len(domain.examples))
    good = [cell for cell in cells if test.holds(domain.examples[cell])]
    return product(good, [cell for cell in cells if cell not in good])


def dossier_of(chart: Chart, path: Path) -> Dossier:
    """Write a path as answers; what is unknown is said to be."""
    answers: dict[str, Answer] = {}
    for level, cell in path:
        domain = chart.domains[level]
        known = cell < len(domain.examples)
        answers[domain.question] = domain.examples[cell] if known else DONT_KNOW
    return answers


class _Pairs:
    """Looks for one dossier at which the values of two diagrams are bad together.

    A wish of the user is never unknown: until they say so, it is taken as said.
    """

    def __init__(self, chart: Chart, bad: Bad) -> None:
        by_id = chart.decision.question_by_id
        self.forest = chart.partial
        self.bad = bad
        self.cells = [
            len(domain.examples) + (by_id[domain.question].own_choice is None)
            for domain in chart.domains
        ]
        self.fine: set[tuple[Node, Node]] = set()

    def find(self, one: Node, two: Node) -> Path | None:
        if (one, two) in self.fine:
            return None
        forest = self.forest
        level = min(forest.level(one), forest.level(two))
        if forest.is_end(one) and forest.is_end(two):
            if self.bad(forest.value(one), forest.value(two)):
                return ()
        else:
            for cell in range(self.cells[level]):
                below = (self._below(each, level, cell) for each in (one, two))
                path = self.find(*below)
                if path is not None:
                    return ((level, cell), *path)
        self.fine.add((one, two))
        return None

    def _below(self, node: Node, level: Level, cell: int) -> Node:
        at_level = self.forest.level(node) == level
        return self.forest.children(node)[cell] if at_level else node


class _Shortest:
    """Finds the dossier with the fewest known answers that leads somewhere."""

    def __init__(self, forest: Forest, root: Node) -> None:
        self.forest = forest
        self.cost: dict[Node, int] = {root: 0}
        self.came: dict[Node, tuple[Node, int]] = {}
        for node in forest.below(root):
            last = len(forest.children(node)) - 1
            for cell, child in enumerate(forest.children(node)):
                cost = self.cost[node] + (cell != last)
                if cost < self.cost.get(child, cost + 1):
                    self.cost[child] = cost
                    self.came[child] = (node, cell)

    def to(self, value: Hashable) -> Path | None:
        ends = [n for n in self.cost if self.forest.is_end(n)]
        node = next((n for n in ends if self.forest.value(n) == value), None)
        return None if node is None else self.to_node(node)

    def to_node(self, node: Node) -> Path:
        path: list[tuple[Level, int]] = []
        while node in self.came:
            node, cell = self.came[node]
            path.append((self.forest.level(node), cell))
        return tuple(reversed(path))
