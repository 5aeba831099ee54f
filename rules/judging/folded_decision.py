"""A decision folded into diagrams: exact answers over all completions of a dossier.

- `outcome`: from whole sets of answers to the outcome;
- `shown`: from partial dossiers to the outcome that the table gives for them;
- `standings`: from partial dossiers to how each demand stands.

Which outcomes completing one dossier can still bring is read from `outcome` by walking
on; a diagram of that over all partial dossiers would hold sets of sets, and explode.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from typing import cast

from rules.content.decision import Decision
from rules.content.decision_table import (
    UNKNOWN_PHASE,
    ClashTest,
    DemandsTest,
    OutcomeRow,
    PhaseTest,
    RowTest,
    RuleTest,
)
from rules.grammar.answers import Answers, Choice, DontKnow, TicksKind
from rules.grammar.condition import (
    AllOf,
    AnyOf,
    Condition,
    Includes,
    InOrder,
    Leaf,
    Not,
    RuleRef,
    SomeOf,
    parts,
)
from rules.grammar.truth import Truth, truth_of
from rules.judging.decision_diagram import Forest, Level, Node, lift
from rules.judging.distinct_answers import decision_domains
from rules.judging.evaluation import Evaluated, RuleStep, Settle, judge_of
from rules.judging.folded_demand import FoldedDemand, written_out
from rules.judging.law_by_date import dated_at, eras, refuse_too_early


class Chart:
    """The diagrams of one decision.

    `domains` gives the answers at each level, cut into cells, in the order of the walk;
    of ticks each option has a level of its own.
    """

    def __init__(self, decision: Decision, whole: "Chart | None" = None) -> None:
        """Fold the decision; a second or less, once.

        `whole` is the chart of the law of now, where this one is of another date.
        """
        self.decision = decision
        self.whole = whole or self
        self._eras: dict[date, Chart] = {}
        self.domains = tuple(decision_domains(decision))
        self.levels = {domain.name: i for i, domain in enumerate(self.domains)}
        self.readers = tuple(domain.reader() for domain in self.domains)
        sizes = [len(domain.examples) for domain in self.domains]
        self.plain = Forest(sizes)
        # One cell more at each level, the last: unknown.
        self.partial = Forest(size + 1 for size in sizes)
        self.rules: dict[str, Node] = {}
        for rule in decision.rules_in_order:
            self.rules[rule.id] = self.fold(decision.in_force(rule.when))
        self.demands = {
            demand.id: FoldedDemand(self, demand) for demand in decision.demands
        }
        self.is_gated = any(folded.gates for folded in self.demands.values())
        self.outcome = self.by(self.plain, decision.header.table)
        self.shown = self.by(self.partial, decision.header.table)
        self.steps = tuple(self._steps())
        self.applies = tuple(
            self._step(question.id, condition)
            for question in decision.questions
            if (condition := decision.applies(question)) is not None
        )

    def at(self, day: date) -> "Chart":
        """Give the chart of the law of a day; each law is folded once.

        Raises:
            InputError: when that day lies before the first that the rules can judge.
        """
        whole = self.whole
        refuse_too_early(whole.decision, day)
        # Any day of an era has the law of its first day.
        era = max(start for start in whole.starts if start <= day)
        if era not in whole._eras:  # noqa: SLF001 — the same class
            dated = dated_at(whole.decision, era)
            whole._eras[era] = whole._chart_of(dated)  # noqa: SLF001
        return whole._eras[era]  # noqa: SLF001

    def _chart_of(self, dated: Decision) -> "Chart":
        """Fold a law of another date; one that judges the same makes the same diagrams."""
        if dated is self.decision:
            return self
        for known in (self, *self._eras.values()):
            if same_law(known.decision, dated):
                # It shares the diagrams, made or not: only what is cited differs.
                chart = copy(known)
                chart.decision = dated
                chart.demands = {
                    name: folded.as_cited(dated.demand_by_id[name])
                    for name, folded in known.demands.items()
                }
                return chart
        return Chart(dated, self)

    @cached_property
    def starts(self) -> tuple[date, ...]:
        """List the days on which the law of this decision changed."""
        return eras(self.decision)

    # --- folding ---------------------------------------------------------------

    def fold(self, condition: Condition) -> Node:  # noqa: PLR0911 — one return a kind
        """Fold one condition, written out, over whole sets of answers."""
        match condition:
            case AllOf(all_of=parts):
                return self.plain.all_of(map(self.fold, parts))
            case AnyOf(any_of=parts):
                return self.plain.any_of(map(self.fold, parts))
            case SomeOf(at_least=count, of=parts):
                return self._some_of(count, tuple(map(self.fold, parts)))
            case Not(not_=part):
                return self.plain.negate(self.fold(part))
            case RuleRef(rule=rule):
                return self.rules[rule]
            case InOrder():
                return self.fold(self.decision.in_force(condition))
            case _:
                return self._test(condition)

    def _some_of(self, count: int, nodes: Sequence[Node]) -> Node:
        """At least so many: with the first one fewer of the rest, or all of the rest."""
        if count == 0:
            return self.plain.yes
        if count > len(nodes):
            return self.plain.no
        first, *rest = nodes
        with_it, without = (self._some_of(n, rest) for n in (count - 1, count))
        return self.plain.choose(first, with_it, without)

    def _test(self, test: Leaf) -> Node:
        """Fold a test on one answer; of ticks, any of its options."""
        forest = self.plain
        if isinstance(test, Includes):
            return forest.any_of(
                self._ticked(test.question, name) for name in test.includes
            )
        level = self.levels[test.question]
        holds = map(test.holds, self.domains[level].examples)
        return forest.branch(level, [forest.yes if one else forest.no for one in holds])

    def _ticked(self, question: str, option: str) -> Node:
        """Fold whether an option counts as ticked (`TicksKind.counted`)."""
        forest = self.plain
        kind = cast(TicksKind, self.decision.question_by_id[question].answer)
        ticked = {
            each.id: forest.branch(
                self.levels[f"{question}.{each.id}"], [forest.yes, forest.no]
            )
            for each in kind.options
        }
        # The proofs walk over every set of ticks, also those that no form gives.
        # `counted` leads each to one that it does; this is the same, as a diagram.
        lonely = [each.id for each in kind.options if each.alone]
        before = lonely[: lonely.index(option)] if option in lonely else lonely
        counts = ticked[option]
        if option == kind.options[0].id:
            nothing = forest.negate(forest.any_of(ticked.values()))
            counts = forest.any_of([counts, nothing])
        others = forest.any_of(ticked[name] for name in before)
        return forest.all_of([counts, forest.negate(others)])

    def lifted(self, node: Node) -> Node:
        """Carry a diagram over to partial dossiers: what all completions agree on."""
        return lift(
            self.plain,
            self.partial,
            node,
            lambda one, two: one if one == two else Truth.UNKNOWN,
            _as_truth,
        )

    def truth_of_rule(self, rule: str) -> Node:
        """Fold the exact verdict on a rule over partial dossiers."""
        return self.lifted(self.rules[rule])

    @cached_property
    def standings(self) -> Mapping[str, Node]:
        """Fold how each demand stands, over partial dossiers."""
        return {name: demand.standing for name, demand in self.demands.items()}

    @cached_property
    def given(self) -> Node:
        """Fold what `outcome_of` gives, over partial dossiers; made when it is asked for.

        That is the only outcome that is left, and else what the table shows.
        """
        forest = self.partial
        only = lift(
            self.plain,
            forest,
            self.outcome,
            lambda one, two: one if one == two else None,
            lambda value: value,
        )
        sure = forest.combine(
            lambda fixed, shown: shown if fixed is None else fixed, only, self.shown
        )
        # Even the only outcome left is not told as certain before the phase is known.
        adrift = self.in_phase(forest, frozenset({UNKNOWN_PHASE}))
        return forest.choose(adrift, self.shown, sure)

    @cached_property
    def whole_ticks(self) -> Node:
        """Fold where every question with ticks is answered whole, or not at all.

        A diagram has a level for each option, so that it also knows dossiers in which
        one of them is open. Nobody can give such an answer.
        """
        forest = self.partial
        whole = []
        for question in self.decision.questions:
            if isinstance(question.answer, TicksKind):
                names = (f"{question.id}.{each.id}" for each in question.answer.options)
                levels = [self.levels[name] for name in names]
                known, unknown = (forest.yes, forest.yes, forest.no), (forest.no,) * 2
                all_known = (forest.branch(level, known) for level in levels)
                none = (forest.branch(one, (*unknown, forest.yes)) for one in levels)
                whole.append(
                    forest.any_of([forest.all_of(all_known), forest.all_of(none)])
                )
        return forest.all_of(whole)

    # --- the table -------------------------------------------------------------

    def by(self, forest: Forest, table: Iterable[OutcomeRow]) -> Node:
        """Fold what a table gives, over whole sets of answers or partial dossiers."""
        node = forest.end(None)
        # The last row is laid down first: the first row that hits lies on top.
        for row in reversed(tuple(table)):
            hit = forest.all_of(self._row_test(forest, test) for test in row.when)
            node = forest.choose(hit, forest.end(row.outcome), node)
        return node

    def hit(self, tests: Iterable[RowTest]) -> Node:
        """Fold where a row with these tests hits, over partial dossiers."""
        forest = self.partial
        return forest.all_of(self._row_test(forest, test) for test in tests)

    def _row_test(self, forest: Forest, test: RowTest) -> Node:
        """Fold one test of a row, over whole sets of answers or partial dossiers."""
        whole = forest is self.plain
        match test:
            case RuleTest(truths=truths):
                rule = self.rules[test.rule]
                found = rule if whole else self.lifted(rule)
                return forest.convert(lambda value: _as_truth(value) in truths, found)
            case DemandsTest(any_=ways):
                nodes = (
                    each.whole_standing if whole else each.standing
                    for each in self.named(test)
                )
                return forest.any_of(
                    forest.convert(lambda standing: standing in ways, node)
                    for node in nodes
                )
            case PhaseTest(phase=names):
                return self.in_phase(forest, frozenset(names))
            case ClashTest():
                return forest.any_of(
                    self._surely(forest, self.clash(pair)) for pair in self._clashes
                )
            case _:
                return self._surely(forest, self.fold(self.decision.in_force(test)))

    def _surely(self, forest: Forest, node: Node) -> Node:
        """Carry a test over: in partial dossiers a row hits on what is sure alone."""
        if forest is self.plain:
            return node
        return forest.convert(lambda truth: truth is Truth.YES, self.lifted(node))

    def named(self, test: DemandsTest) -> Iterator["FoldedDemand"]:
        """Give the demands that a test of the table looks at."""
        for demand in self.decision.demands:
            if test.looks_at(demand):
                yield self.demands[demand.id]

    @property
    def _clashes(self) -> Iterator[tuple[Leaf, ...]]:
        return (each.pair for each in self.decision.header.clashes if not each.hint)

    def clash(self, pair: tuple[Leaf, ...]) -> Node:
        """Fold where both answers of a clash are given; one that is idle is not."""
        return self.plain.all_of(self.fold(self.decision.given(test)) for test in pair)

    def in_phase(self, forest: Forest, names: frozenset[str]) -> Node:
        """Fold where the plan is in one of these phases."""
        phase = self.decision.header.phase
        if phase is None:
            return forest.no
        level = self.levels[phase]
        cells = [
            isinstance(example, Choice) and example.value in names
            for example in self.domains[level].examples
        ]
        if forest is self.partial:
            cells.append(UNKNOWN_PHASE in names)
        return forest.branch(level, [forest.yes if c else forest.no for c in cells])

    # --- judging with reasons --------------------------------------------------

    def _steps(self) -> Iterator[RuleStep]:
        for rule in self.decision.rules_in_order:
            yield self._step(rule.id, self.decision.in_force(rule.when))
        for demand in self.decision.demands:
            for name, condition in written_out(self.decision, demand).items():
                yield self._step(name, condition)

    @cached_property
    def steps_in(self) -> Mapping[str, tuple[RuleStep, ...]]:
        """Give, by phase, what judges the demands that are taken to be in that phase."""
        # A demand may name any rule, and its findings come from these steps alone.
        rules = {rule.id for rule in self.decision.rules}
        found: dict[str, set[str]] = {}
        for demand in self.demands.values():
            if demand.taken is not None:
                found.setdefault(demand.taken, set(rules)).update(demand.steps)
        return {
            phase: tuple(step for step in self.steps if step.rule in names)
            for phase, names in found.items()
        }

    def _step(self, name: str, condition: Condition) -> RuleStep:
        tests = tuple(_all_tests(self.decision, condition))
        settle = self._settle(condition, tests) if self._can_miss(tests) else None
        return RuleStep(name, judge_of(condition), settle)

    def _can_miss(self, tests: Sequence[Leaf]) -> bool:
        """Tell whether Kleene can stay unknown although every completion agrees.

        Only where one fact is tested twice, or a test has one result for all answers.
        """
        asked = {test.question for test in tests}
        return len(asked) < len(tests) or any(
            self.plain.is_end(self._test(test)) for test in tests
        )

    def _settle(self, condition: Condition, tests: Sequence[Leaf]) -> Settle:
        exact = self.lifted(self.fold(condition))
        judges = tuple((test.question, judge_of(test)) for test in dict.fromkeys(tests))

        def settle(finding: Evaluated, answers: Answers) -> Evaluated:
            truth = cast(Truth, self.look_up(exact, answers))
            if truth is Truth.UNKNOWN:
                return finding
            known = {name: answers[name] for name, _ in judges if name in answers}
            kept = self._carrying(exact, known)
            grounds = tuple(judge(kept, {}) for name, judge in judges if name in kept)
            return Evaluated(finding.condition, truth, grounds, settled=True)

        return settle

    def _carrying(self, node: Node, answers: Answers) -> Answers:
        """Leave out every answer that the value does not need, the last first."""
        value, kept = self.look_up(node, answers), dict(answers)
        # The last first: where either of two would do, the reason is what was asked
        # first. What is left cannot do with one answer less; it need not be the
        # smallest set.
        for name, answer in reversed(tuple(answers.items())):
            del kept[name]
            if self.look_up(node, kept) != value:
                kept[name] = answer
        return kept

    # --- looking up ------------------------------------------------------------

    def look_up(self, node: Node, answers: Answers) -> Hashable:
        """Follow a partial dossier to its value."""
        return self.partial.value_at(node, self.readers, answers)

    def outcome_of(self, answers: Answers) -> str:
        """Give the outcome of what is known.

        Where only one can still come out, that is the outcome, whatever the table says;
        but while the phase is unknown nothing is certain.
        """
        if "given" in self.__dict__:  # folded already: a look-up is quicker
            return cast(str, self.look_up(self.given, answers))
        phase = self.decision.header.phase
        if phase is None or not isinstance(answers.get(phase), DontKnow | None):
            left = self.outcomes_left(answers)
            if len(left) == 1:
                return next(iter(left))
        return cast(str, self.look_up(self.shown, answers))

    def outcomes_left(self, answers: Answers) -> frozenset[str]:
        """Give all outcomes that completing the dossier can still bring."""
        left = self.plain.values(self.outcome, self.cells(answers))
        return cast(frozenset[str], left)

    def cells(self, answers: Answers) -> dict[Level, int]:
        """Give the cell of each answer that is known, by level."""
        return {
            level: cell
            for level, domain in enumerate(self.domains)
            if (cell := domain.cell(answers.get(domain.question))) is not None
        }

    def left(self, answers: Answers) -> Node:
        """Give what remains of the outcome diagram when these answers are known."""
        return self.plain.restrict(self.outcome, self.cells(answers))

    def open_questions(self, answers: Answers) -> frozenset[str]:
        """Give the questions whose answer can still change the outcome."""
        support = self.plain.support(self.left(answers))
        return frozenset(self.domains[level].question for level in support)


def _as_truth(value: Hashable) -> Truth:
    return value if isinstance(value, Truth) else truth_of(bool(value))


def same_law(one: Decision, other: Decision) -> bool:
    """Tell whether two dates of a decision ask and decide the same, whatever they cite."""
    effects = [[demand.effect for demand in each.demands] for each in (one, other)]
    return one.idle == other.idle and effects[0] == effects[1]


def _all_tests(decision: Decision, condition: Condition) -> Iterable[Leaf]:
    """Give every test in a condition that is written out, as often as it stands there."""
    for _, part in parts(condition):
        if isinstance(part, RuleRef):
            written = decision.in_force(decision.rule_by_id[part.rule].when)
            yield from _all_tests(decision, written)
        elif isinstance(part, Leaf):
            yield part
