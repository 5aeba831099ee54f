"""A second reading of the law, by an SMT solver: it shares nothing with the diagrams.

Each question is a variable, of ticks each option; each condition a formula, written
straight from the content.
"""

from functools import cached_property

import z3

from rules.content.decision_table import ClashTest, DemandsTest, PhaseTest, RuleTest
from rules.content.demands import Standing
from rules.grammar.answers import (
    AmountKind,
    ChoiceKind,
    DateKind,
    NumberKind,
    TicksKind,
)
from rules.grammar.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Before,
    Includes,
    InOrder,
    Is,
    Not,
    OneOf,
    RuleRef,
    SomeOf,
)
from tests.rules.worlds import due_in, every_good_answer_passes, named

ALWAYS, NEVER = z3.BoolVal(val=True), z3.BoolVal(val=False)


class Solver:
    """One decision as formulas."""

    def __init__(self, law):
        self.law = law
        self.facts = {question.id: variable(question) for question in law.questions}
        self.bounds = [
            bound
            for question in law.questions
            for bound in bounds(question, self.facts[question.id])
        ]

    def formula(self, condition):
        match condition:
            case AllOf(all_of=parts):
                return z3.And([self.formula(part) for part in parts])
            case AnyOf(any_of=parts):
                return z3.Or([self.formula(part) for part in parts])
            case SomeOf(at_least=count, of=parts):
                return z3.Sum([z3.If(self.formula(p), 1, 0) for p in parts]) >= count
            case Not(not_=part):
                return z3.Not(self.formula(part))
            case RuleRef(rule=name):
                return self.formula(self.law.rule_by_id[name].when)
        asked = self.law.question_by_id[condition.question]
        if isinstance(condition, InOrder):
            formula, idle = self.in_order(asked), z3.BoolVal(asked.judges)
        else:
            formula = self.test(condition)
            idle = z3.BoolVal(every_good_answer_passes(asked, condition))
        return z3.If(self.asked(asked), formula, idle)

    def asked(self, question):
        gate = question.applies_when
        return ALWAYS if gate is None else self.formula(gate)

    def in_order(self, asked):
        order, fact = asked.in_order, self.facts[asked.id]
        match order:
            case _ if not asked.judges:
                return NEVER
            case "ja" | "nee":
                return fact if order == "ja" else z3.Not(fact)
            case tuple() if isinstance(fact, dict):
                return z3.Not(z3.Or([t for n, t in fact.items() if n not in order]))
            case tuple():
                return z3.Or([fact == place(asked, name) for name in order])
            case _ if order.at_most is not None:
                return fact <= order.at_most
            case _:
                return fact >= order.at_least

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
            case Includes(includes=names):
                return z3.Or([fact[name] for name in names])
            case OneOf(one_of=names):
                asked = self.law.question_by_id[test.question]
                return z3.Or([fact == place(asked, name) for name in names])

    def in_phase(self, names):
        phase = self.law.header.phase
        if phase is None:
            return NEVER
        asked = self.law.question_by_id[phase]
        known = [name for name in names if name != "onbekend"]
        return z3.Or([self.facts[phase] == place(asked, name) for name in known])

    def stands(self, demand):
        """How a demand stands, as formulas that exclude each other."""
        gate = demand.applies_when
        applies = ALWAYS if gate is None else self.formula(gate)
        met = self.formula(demand.when)
        unmet = z3.Not(met)
        if demand.not_met is not None:
            unmet = z3.And(unmet, self.formula(demand.not_met))
        due = ALWAYS
        if self.law.header.phase is not None:
            due = self.in_phase(due_in(self.law, demand))
        now = z3.And(applies, due)
        return {
            Standing.NVT: z3.Not(applies),
            Standing.STRAKS: z3.And(applies, z3.Not(due)),
            Standing.VOLDAAN: z3.And(now, met),
            Standing.NIET_VOLDAAN: z3.And(now, unmet),
            Standing.ONBEKEND: z3.And(now, z3.Not(met), z3.Not(unmet)),
        }

    def standings(self, demand):
        return {name for name, how in self.stands(demand).items() if self.can(how)}

    def hit(self, test):
        match test:
            case DemandsTest():
                found = map(self.stands, named(self.law, test))
                return z3.Or([how[name] for how in found for name in test.any_])
            case PhaseTest(phase=names):
                return self.in_phase(names)
            case ClashTest():
                return z3.Or(
                    [
                        z3.And([self.given(test) for test in each.pair])
                        for each in self.law.header.clashes
                        if not each.hint
                    ]
                )
            case RuleTest():
                rule = self.formula(RuleRef(rule=test.rule))
                words = {"ja": rule, "nee": z3.Not(rule)}
                return z3.Or([words[word] for word in test.is_ if word in words])
            case _:
                return self.formula(test)

    def given(self, test):
        asked = self.law.question_by_id[test.question]
        return z3.And(self.asked(asked), self.test(test))

    @cached_property
    def outcome(self):
        """The outcome of a whole dossier, as its place in the order of gravity."""
        grave = [outcome.id for outcome in self.law.header.outcomes]
        value = z3.IntVal(-1)
        for row in reversed(self.law.header.table):
            hits = [self.hit(test) for test in row.when]
            value = z3.If(z3.And(hits), z3.IntVal(grave.index(row.outcome)), value)
        return value

    def can(self, *formulas):
        """Whether some dossier makes all of these true."""
        solver = z3.Solver()
        solver.add(*self.bounds, *formulas)
        return solver.check() == z3.sat

    def reachable(self):
        grave = self.law.header.outcomes
        return {
            o.id for place, o in enumerate(grave) if self.can(self.outcome == place)
        }


def place(asked, name):
    return [option.id for option in asked.answer.options].index(name)


def variable(question):
    if isinstance(question.answer, TicksKind):
        names = [option.id for option in question.answer.options]
        return {name: z3.Bool(f"{question.id}.{name}") for name in names}
    if isinstance(question.answer, NumberKind | AmountKind | ChoiceKind | DateKind):
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
        case TicksKind(options=options):
            lonely = [
                z3.Not(z3.And(fact[one.id], fact[other.id]))
                for one in options
                if one.alone
                for other in options
                if other is not one
            ]
            return [z3.Or(list(fact.values())), *lonely]
        case _:
            return []
