"""Hold a decision against what it says of itself and what the statute says.

The number of the law stands in the register, the outcome of each effect in the header,
the kind of a question beside its effect: said twice, so that a slip in one is seen.
"""

from collections.abc import Hashable, Iterator, Mapping
from typing import cast

from rules.content.decision import Decision
from rules.content.fulfilment import fulfilment_of
from rules.content.questions import Certainty, Effect, Question, Weight
from rules.grammar.answers import AmountKind, NumberKind
from rules.grammar.condition import AtLeast, AtMost, Before, Leaf, parts
from rules.grammar.truth import Truth
from rules.judging.chart import Chart
from rules.judging.dating import cited_sources, dated_at, eras
from rules.judging.diagram import Forest, Level, Node
from rules.proof.verification import Failure, Failures

EFFECTS: Mapping[Weight, frozenset[Effect]] = {
    Weight.TRIAGE: frozenset({Effect.ROUTE}),
    Weight.DWINGEND: frozenset({Effect.STOP, Effect.HERSTEL}),
    Weight.ZORGVULDIGHEID: frozenset({Effect.HERSTEL, Effect.WEEG}),
    Weight.KWALITEIT: frozenset({Effect.HERSTEL, Effect.WEEG}),
}

Pivots = frozenset[tuple[Hashable, Hashable]]


def sources_hold(chart: Chart) -> Failures:
    """Look for a rule, a question or a ground without a source in force, at any date."""
    whole = chart.whole.decision
    for day in eras(whole):
        law = dated_at(whole, day)
        if not law.header.legal_basis:
            yield Failure(f"op {day} geldt geen enkele grondslag van het besluit.")
        for kind, items in (("vraag", law.questions), ("regel", law.rules)):
            for item in items:
                if not item.sources and item.id not in law.idle:
                    yield Failure(
                        f"{kind} '{item.id}' heeft op {day} geen bron die dan geldt; "
                        "geef haar een valid_from."
                    )
    for source in cited_sources(whole):
        if source.in_force(whole.header.checked_on) is not Truth.YES:
            yield Failure(f"bron '{source.id}' geldt niet op de dag van controle.")


def numbers_are_the_law(chart: Chart) -> Failures:
    """Look for a limit that differs from the number or the day in the statute."""
    decision = chart.decision
    for question in decision.questions:
        yield from _limits(decision, question)
        cells = chart.domains[chart.levels[question.id]].examples
        number = isinstance(question.answer, NumberKind | AmountKind)
        if number and question.fulfilled is not None and len(cells) > 2:  # noqa: PLR2004
            yield Failure(
                f"vraag '{question.id}': een regel legt de grens elders dan fulfilled."
            )
    for rule in decision.rules:
        days = {decision.sources[s].valid_from for s in rule.sources}
        for _, part in parts(rule.when):
            if isinstance(part, Before) and part.before not in days:
                yield Failure(
                    f"regel '{rule.id}': {part.before} is van geen van haar bronnen "
                    "de dag waarop de tekst ging gelden."
                )


def _limits(decision: Decision, question: Question) -> Failures:
    if not isinstance(question.answer, NumberKind):
        return
    unit = question.answer.unit
    lawful = {
        limits[unit]
        for name in question.sources
        if (limits := decision.sources[name].limits) and unit in limits
    }
    for limit in sorted(_limits_on(decision, question)):
        if lawful and limit not in lawful:
            yield Failure(
                f"vraag '{question.id}': de grens is {limit} {unit}, "
                f"maar de wet zegt {', '.join(map(str, sorted(lawful)))}."
            )
        if not lawful and question.certainty is Certainty.VAST:
            yield Failure(
                f"vraag '{question.id}': geen bron noemt de grens van {limit} {unit}; "
                "dan staat de lezing niet vast."
            )


def _limits_on(decision: Decision, question: Question) -> set[int]:
    tests: list[Leaf] = [
        part
        for rule in decision.rules
        for _, part in parts(rule.when)
        if isinstance(part, Leaf) and part.question == question.id
    ]
    whole = fulfilment_of(question)
    if whole is not None:
        tests.append(whole)
    at_most = {test.at_most for test in tests if isinstance(test, AtMost)}
    return at_most | {test.at_least for test in tests if isinstance(test, AtLeast)}


def kinds_fit(chart: Chart) -> Failures:
    """Look for a question whose effect does not fit its kind, or a fact taken as a wish."""
    for question in chart.decision.questions:
        is_light = question.kind is Weight.KWALITEIT and not question.informs
        if question.own_choice is not None and not is_light:
            yield Failure(
                f"vraag '{question.id}' is een feit; own_choice is voor een wens "
                "(soort kwaliteit)."
            )
        if question.if_no.effect not in EFFECTS[question.kind]:
            yield Failure(
                f"vraag '{question.id}': gevolg {question.if_no.effect.value} past niet "
                f"bij een vraag van de soort {question.kind.value}."
            )


def effects_come_true(chart: Chart) -> Failures:
    """Look for a *nee* that does not do what its effect says.

    Some dossier must turn on this one answer, and then to the outcome of its effect,
    never to a graver one. Where a *nee* opens other questions, these are in order.
    """
    decision = chart.decision
    grave = [outcome.id for outcome in decision.header.outcomes]
    effects = decision.header.effects or {}
    turning = _Turning(chart.plain)
    for level, domain in enumerate(chart.domains):
        question = decision.question_by_id[domain.question]
        expected = effects.get(question.if_no.effect)
        test = fulfilment_of(question)
        if expected is None or test is None or question.informs or question.own_choice:
            continue
        cells = range(len(domain.examples))
        good = [cell for cell in cells if test.holds(domain.examples[cell])]
        bad = [cell for cell in cells if cell not in good]
        opened = _opened_in_order(chart, question)
        alone = chart.plain.restrict(chart.outcome, opened)
        pivots = turning.pivots(alone, level, good, bad) or turning.pivots(
            chart.outcome, level, good, bad
        )
        worst = min((grave.index(cast(str, b)) for _, b in pivots), default=None)
        if worst is None or grave[worst] != expected:
            found = "niets" if worst is None else f"'{grave[worst]}'"
            yield Failure(
                f"vraag '{question.id}' ({question.ref}): een nee ({question.if_no.effect.value}) "
                f"hoort tot '{expected}' te leiden, maar leidt tot {found}."
            )


def _opened_in_order(chart: Chart, question: Question) -> dict[Level, int]:
    """Give the questions that look at this one to apply, each answered in order."""
    cells: dict[Level, int] = {}
    for other in chart.decision.questions:
        condition, test = other.applies_when, fulfilment_of(other)
        if condition is None or test is None:
            continue
        tests = (part for _, part in parts(condition) if isinstance(part, Leaf))
        if any(part.question == question.id for part in tests):
            level = chart.levels[other.id]
            examples = chart.domains[level].examples
            cells[level] = next(i for i, e in enumerate(examples) if test.holds(e))
    return cells


class _Turning:
    """Finds between which outcomes one answer alone can turn."""

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.seen: dict[tuple[Node, Node], Pivots] = {}

    def pivots(
        self, root: Node, level: Level, good: list[int], bad: list[int]
    ) -> Pivots:
        forest = self.forest
        return frozenset(
            pivot
            for node in forest.below(root)
            if forest.level(node) == level
            for one in good
            for two in bad
            for pivot in self.of(forest.children(node)[one], forest.children(node)[two])
        )

    def of(self, one: Node, two: Node) -> Pivots:
        if one == two:
            return frozenset()
        found = self.seen.get((one, two))
        if found is None:
            forest = self.forest
            level = min(forest.level(one), forest.level(two))
            if forest.is_end(one) and forest.is_end(two):
                found = frozenset({(forest.value(one), forest.value(two))})
            else:
                found = frozenset[tuple[Hashable, Hashable]]().union(
                    *(self.of(a, b) for a, b in self._ways(one, two, level))
                )
            self.seen[one, two] = found
        return found

    def _ways(self, one: Node, two: Node, level: Level) -> Iterator[tuple[Node, Node]]:
        for cell in range(self.forest.sizes[level]):
            yield self._below(one, level, cell), self._below(two, level, cell)

    def _below(self, node: Node, level: Level, cell: int) -> Node:
        at_level = self.forest.level(node) == level
        return self.forest.children(node)[cell] if at_level else node
