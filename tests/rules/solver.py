"""A second reading of the law, by an SMT solver: it shares nothing with the diagrams.

Each question is a variable, each rule a formula, written straight from the content.
"""

from functools import cached_property

import z3

from rules.grammar.answers import AmountKind, ChoiceKind, DateKind, NumberKind
from rules.grammar.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Before,
    Is,
    Not,
    OneOf,
    RuleRef,
)
from tests.rules.worlds import any_in_order_passes


class Solver:
    """One decision as formulas."""

    def __init__(self, law):
        self.law = law
        self.rules = {}
        self.facts = {question.id: variable(question) for question in law.questions}
        self.bounds = [
            bound
            for question in law.questions
            for bound in bounds(question, self.facts[question.id])
        ]

    def rule(self, name):
        """The formula of a rule; one that does not apply holds."""
        if name not in self.rules:
            rule = self.law.rule_by_id[name]
            formula = self.formula(rule.when)
            if rule.applies_when is not None:
                formula = z3.Implies(self.formula(rule.applies_when), formula)
            self.rules[name] = formula
        return self.rules[name]

    def formula(self, condition):
        match condition:
            case AllOf(all_of=parts):
                return z3.And([self.formula(part) for part in parts])
            case AnyOf(any_of=parts):
                return z3.Or([self.formula(part) for part in parts])
            case Not(not_=part):
                return z3.Not(self.formula(part))
            case RuleRef(rule=name):
                return self.rule(name)
        asked = self.law.question_by_id[condition.question]
        formula = self.test(condition)
        if asked.applies_when is None:
            return formula
        idle = z3.BoolVal(any_in_order_passes(asked, condition))
        return z3.If(self.formula(asked.applies_when), formula, idle)

    def test(self, test):
        fact = self.facts[test.question]
        match test:
            case Is(is_=word):
                return fact if word == "ja" else z3.Not(fact)
            case AtMost(at_most=limit):
                return fact <= limit
            case AtLeast(at_least=limit):
                return fact >= limit
            case Before(before=day):
                return fact < day.toordinal()
            case OneOf(one_of=names):
                options = self.law.question_by_id[test.question].answer.options
                ids = [option.id for option in options]
                return z3.Or([fact == ids.index(name) for name in names])

    @cached_property
    def outcome(self):
        """The outcome of a whole dossier, as its place in the order of gravity."""
        grave = [outcome.id for outcome in self.law.header.outcomes]
        value = z3.IntVal(-1)
        for row in reversed(self.law.header.table):
            hits = [self.hit(test) for test in row.when]
            value = z3.If(z3.And(hits), z3.IntVal(grave.index(row.outcome)), value)
        return value

    def hit(self, test):
        rule = self.rule(test.rule)
        words = {"ja": rule, "nee": z3.Not(rule)}
        return z3.Or([words[word] for word in test.is_ if word in words])

    def can(self, *formulas):
        """Whether some dossier makes all of these true."""
        solver = z3.Solver()
        solver.add(*self.bounds, *formulas)
        return solver.check() == z3.sat

    def outcome_with(self, question, value):
        """The outcome of a dossier in which this fact is something else."""
        return z3.substitute(self.outcome, (self.facts[question], value))

    def reachable(self):
        grave = self.law.header.outcomes
        return {
            o.id for place, o in enumerate(grave) if self.can(self.outcome == place)
        }

    def matters(self, question):
        """Whether another answer to this question can change the outcome."""
        fact = self.facts[question.id]
        other = z3.FreshConst(fact.sort())
        within = bounds(question, other)
        return self.can(*within, self.outcome_with(question.id, other) != self.outcome)

    def can_be_worse_in_order(self, question):
        """Whether ja can bring a graver outcome than nee."""
        good, bad = (
            self.outcome_with(question.id, z3.BoolVal(word)) for word in (True, False)
        )
        return self.can(good < bad)


def variable(question):
    numbers = NumberKind | AmountKind | ChoiceKind | DateKind
    if isinstance(question.answer, numbers):
        return z3.Int(question.id)
    return z3.Bool(question.id)


def bounds(question, fact):
    match question.answer:
        case NumberKind(min=low, max=high):
            return [fact >= low, fact <= high]
        case AmountKind(max_cents=high):
            return [fact >= 0, fact <= high]
        case ChoiceKind(options=options):
            return [fact >= 0, fact < len(options)]
        case _:
            return []
