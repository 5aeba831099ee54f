"""A decision folded into diagrams: exact answers over all completions of a dossier.

- `outcome`: from whole sets of answers to the outcome;
- `possible`: from partial dossiers to all outcomes that can still come out;
- `shown`: from partial dossiers to the outcome that the table gives for them.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import cast

from rules.answers import Answer
from rules.condition import AllOf, AnyOf, Condition, Leaf, Not, RuleRef, leaves
from rules.decision import Decision, Row, RowTest
from rules.diagram import Forest, Level, Node, lift
from rules.domain import Domain, domain_of
from rules.evaluation import Settle, Step, judge_of
from rules.truth import Truth, truth_of

Answers = Mapping[str, Answer]


class Chart:
    """The diagrams of one decision.

    `questions` gives the question at each level, in the order of the journey;
    `domains` its answers, cut into cells.
    """

    def __init__(self, decision: Decision) -> None:
        """Fold the decision; a second or less, once."""
        self.decision = decision
        self.domains = tuple(_domains(decision))
        self.levels = {domain.question: i for i, domain in enumerate(self.domains)}
        sizes = [len(domain.examples) for domain in self.domains]
        self.plain = Forest(sizes)
        self.partial = Forest(size + 1 for size in sizes)
        self.rules: dict[str, Node] = {}
        for rule in decision.rules_in_order:
            self.rules[rule.id] = self.fold(decision.rule_in_force(rule))
        self.outcome = self._outcome(decision.header.table)
        self.possible = self._possible()
        self.shown = self._shown(decision.header.table)
        self.steps = tuple(self._steps())

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

    def _outcome(self, table: Iterable[Row]) -> Node:
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

    def _shown(self, table: Iterable[Row]) -> Node:
        forest = self.partial
        node = forest.end(None)
        for row in reversed(tuple(table)):
            hit = forest.all_of(map(self._partial_test, row.when))
            node = forest.choose(hit, forest.end(row.outcome), node)
        return forest.combine(_fixed_first, self.possible, node)

    def _partial_test(self, test: RowTest) -> Node:
        truths = test.truths
        return self.partial.convert(lambda t: t in truths, self.truth_of_rule(test.rule))

    def truth_of_rule(self, rule: str) -> Node:
        """Fold the exact verdict on a rule over partial dossiers."""
        return lift(
            self.plain,
            self.partial,
            self.rules[rule],
            lambda one, two: one if one == two else Truth.UNKNOWN,
            lambda value: truth_of(cast(bool, value)),
        )

    def _steps(self) -> Iterable[Step]:
        for rule in self.decision.rules_in_order:
            condition = self.decision.rule_in_force(rule)
            asked = [test.question for test in _all_tests(self.decision, condition)]
            needs_more = len(asked) != len(set(asked))
            settle = self._settle(rule.id) if needs_more else None
            yield Step(rule.id, judge_of(condition), settle)

    def _settle(self, rule: str) -> Settle:
        node = self.truth_of_rule(rule)

        def settle(answers: Answers) -> Truth:
            return cast(Truth, self.look_up(node, answers))

        return settle

    def look_up(self, node: Node, answers: Answers) -> Hashable:
        """Follow a partial dossier to its value."""
        forest, domains = self.partial, self.domains
        children = forest.children(node)
        while children:
            domain = domains[forest.level(node)]
            cell = domain.cell(answers.get(domain.question))
            node = children[-1 if cell is None else cell]
            children = forest.children(node)
        return forest.value(node)

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
    for rule in decision.rules:
        for test in leaves(decision.rule_in_force(rule)):
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
