"""A decision folded into diagrams: exact answers over all completions of a dossier.

- `outcome`: from whole sets of answers to the outcome;
- `possible`: from partial dossiers to all outcomes that can still come out;
- `shown`: from partial dossiers to the outcome that the table gives for them.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from typing import cast

from rules.content.decision import Decision, Row, RowTest
from rules.grammar.answers import Answer
from rules.grammar.condition import AllOf, AnyOf, Condition, Leaf, Not, RuleRef, leaves
from rules.grammar.truth import Truth, truth_of
from rules.judging.dating import dated_at, eras, refuse_too_early
from rules.judging.diagram import Forest, Level, Node, lift
from rules.judging.domain import Domain, domain_of
from rules.judging.evaluation import Finding, Settle, Step, judge_of

Answers = Mapping[str, Answer]


class Chart:
    """The diagrams of one decision.

    `questions` gives the question at each level, in the order of the journey;
    `domains` its answers, cut into cells.
    """

    def __init__(self, decision: Decision, whole: "Chart | None" = None) -> None:
        """Fold the decision; a second or less, once.

        `whole` is the chart of the law of now, where this one is of another date.
        """
        self.decision = decision
        self.whole = whole or self
        self._eras: dict[date, Chart] = {}
        self.domains = tuple(_domains(decision))
        self.levels = {domain.question: i for i, domain in enumerate(self.domains)}
        sizes = [len(domain.examples) for domain in self.domains]
        self.plain = Forest(sizes)
        self.partial = Forest(size + 1 for size in sizes)
        self.rules: dict[str, Node] = {}
        for rule in decision.rules_in_order:
            self.rules[rule.id] = self.fold(decision.rule_in_force(rule))
        self.outcome = self.outcome_by(decision.header.table)
        self.possible = self._possible()
        self.shown = self.shown_by(decision.header.table)
        self.steps = tuple(
            self._step(rule.id, decision.rule_in_force(rule))
            for rule in decision.rules_in_order
        )
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
        era = max(start for start in whole.starts if start <= day)
        if era not in whole._eras:  # noqa: SLF001 — the same class
            dated = dated_at(whole.decision, era)
            whole._eras[era] = whole._chart_of(dated)  # noqa: SLF001
        return whole._eras[era]  # noqa: SLF001

    def _chart_of(self, dated: Decision) -> "Chart":
        """Fold a law of another date; the same questions make the same diagrams."""
        if dated is self.decision:
            return self
        for known in (self, *self._eras.values()):
            if known.decision.idle == dated.idle:
                chart = copy(known)
                chart.decision = dated
                return chart
        return Chart(dated, self)

    @cached_property
    def starts(self) -> tuple[date, ...]:
        """List the days on which the law of this decision changed."""
        return eras(self.decision)

    def fold(self, condition: Condition) -> Node:
        """Fold one condition, written out, over whole sets of answers."""
        match condition:
            case AllOf(all_of=parts):
                return self.plain.all_of(map(self.fold, parts))
            case AnyOf(any_of=parts):
                return self.plain.any_of(map(self.fold, parts))
            case Not(not_=part):
                return self.plain.negate(self.fold(part))
            case RuleRef(rule=rule):
                return self.rules[rule]
            case _:
                return self._test(condition)

    def _test(self, test: Leaf) -> Node:
        level = self.levels[test.question]
        forest = self.plain
        return forest.branch(
            level,
            [
                forest.yes if test.holds(example) else forest.no
                for example in self.domains[level].examples
            ],
        )

    def outcome_by(self, table: Iterable[Row]) -> Node:
        """Fold what a table gives, over whole sets of answers."""
        forest = self.plain
        node = forest.end(None)
        for row in reversed(tuple(table)):
            hit = forest.all_of(map(self._whole_test, row.when))
            node = forest.choose(hit, forest.end(row.outcome), node)
        return node

    def _whole_test(self, test: RowTest) -> Node:
        rule = self.rules[test.rule]
        hits = {Truth.YES: rule, Truth.NO: self.plain.negate(rule)}
        return self.plain.any_of(hits[t] for t in test.truths if t in hits)

    def _possible(self) -> Node:
        return lift(
            self.plain,
            self.partial,
            self.outcome,
            lambda one, two: cast(frozenset[str], one) | cast(frozenset[str], two),
            lambda outcome: frozenset({outcome}),
        )

    def shown_by(self, table: Iterable[Row]) -> Node:
        """Fold what a table gives, over partial dossiers."""
        forest = self.partial
        node = forest.end(None)
        for row in reversed(tuple(table)):
            node = forest.choose(self.hit(row), forest.end(row.outcome), node)
        return forest.combine(_fixed_first, self.possible, node)

    def hit(self, row: Row) -> Node:
        """Fold where a row of the table hits, over partial dossiers."""
        return self.partial.all_of(map(self._partial_test, row.when))

    def _partial_test(self, test: RowTest) -> Node:
        truths = test.truths
        exact = self.truth_of_rule(test.rule)
        return self.partial.convert(lambda truth: truth in truths, exact)

    def truth_of_rule(self, rule: str) -> Node:
        """Fold the exact verdict on a rule over partial dossiers."""
        return self._exact(self.rules[rule])

    def _exact(self, node: Node) -> Node:
        return lift(
            self.plain,
            self.partial,
            node,
            lambda one, two: one if one == two else Truth.UNKNOWN,
            lambda value: truth_of(cast(bool, value)),
        )

    def _step(self, name: str, condition: Condition) -> Step:
        tests = tuple(_all_tests(self.decision, condition))
        settle = self._settle(condition, tests) if self._can_miss(tests) else None
        return Step(name, judge_of(condition), settle)

    def _can_miss(self, tests: Sequence[Leaf]) -> bool:
        """Tell whether Kleene can stay unknown although every completion agrees.

        Only where one fact is tested twice, or a test has one result for all answers.
        """
        asked = {test.question for test in tests}
        return len(asked) < len(tests) or any(
            self.plain.is_end(self._test(test)) for test in tests
        )

    def _settle(self, condition: Condition, tests: Sequence[Leaf]) -> Settle:
        exact = self._exact(self.fold(condition))
        judges = tuple((test.question, judge_of(test)) for test in dict.fromkeys(tests))

        def settle(finding: Finding, answers: Answers) -> Finding:
            truth = cast(Truth, self.look_up(exact, answers))
            if truth is Truth.UNKNOWN:
                return finding
            known = {name: answers[name] for name, _ in judges if name in answers}
            kept = self._carrying(exact, known)
            grounds = tuple(judge(kept, {}) for name, judge in judges if name in kept)
            return Finding(finding.condition, truth, grounds, settled=True)

        return settle

    def _carrying(self, node: Node, answers: Answers) -> Answers:
        """Leave out every answer that the value does not need, the last first."""
        value, kept = self.look_up(node, answers), dict(answers)
        for name, answer in reversed(tuple(answers.items())):
            del kept[name]
            if self.look_up(node, kept) != value:
                kept[name] = answer
        return kept

    def look_up(self, node: Node, answers: Answers) -> Hashable:
        """Follow a partial dossier to its value."""
        domains = self.domains

        def cell_of(level: Level) -> int:
            domain = domains[level]
            answer = answers.get(domain.question)
            if answer is None:
                return -1
            cell = domain.cell(answer)
            return -1 if cell is None else cell

        return self.partial.value_at(node, cell_of)

    def outcome_of(self, answers: Answers) -> str:
        """Give the outcome that the table gives for what is known."""
        return cast(str, self.look_up(self.shown, answers))

    def outcomes_left(self, answers: Answers) -> frozenset[str]:
        """Give all outcomes that completing the dossier can still bring."""
        return cast(frozenset[str], self.look_up(self.possible, answers))

    def cells(self, answers: Answers) -> dict[Level, int]:
        """Give the cell of each answer that is known, by level."""
        return {
            level: cell
            for question, answer in answers.items()
            if (level := self.levels.get(question)) is not None
            and (cell := self.domains[level].cell(answer)) is not None
        }

    def left(self, answers: Answers) -> Node:
        """Give what remains of the outcome diagram when these answers are known."""
        return self.plain.restrict(self.outcome, self.cells(answers))

    def open_questions(self, answers: Answers) -> frozenset[str]:
        """Give the questions whose answer can still change the outcome."""
        support = self.plain.support(self.left(answers))
        return frozenset(self.domains[level].question for level in support)


def _domains(decision: Decision) -> Iterable[Domain]:
    tests: dict[str, list[Leaf]] = {}
    conditions = [
        *map(decision.rule_in_force, decision.rules),
        *map(decision.applies, decision.questions),
    ]
    for condition in conditions:
        for test in leaves(condition) if condition is not None else ():
            tests.setdefault(test.question, []).append(test)
    order = [chapter.id for chapter in decision.header.chapters]
    for question in sorted(decision.questions, key=lambda q: order.index(q.chapter)):
        yield domain_of(question, tests.get(question.id, ()))


def _all_tests(decision: Decision, condition: Condition) -> Iterable[Leaf]:
    match condition:
        case AllOf(all_of=inner) | AnyOf(any_of=inner):
            for one in inner:
                yield from _all_tests(decision, one)
        case Not(not_=one):
            yield from _all_tests(decision, one)
        case RuleRef(rule=rule):
            written_out = decision.rule_in_force(decision.rule_by_id[rule])
            yield from _all_tests(decision, written_out)
        case _:
            yield condition


def _fixed_first(possible: Hashable, shown: Hashable) -> Hashable:
    """Where only one outcome is left, that is the outcome, whatever the table says."""
    left = cast(frozenset[str], possible)
    return next(iter(left)) if len(left) == 1 else shown
