"""Everything about one decision: its questions, rules, table of outcomes and texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from rules.content.briefing import (
    Arguments,
    BodyQuestion,
    Correction,
    Fact,
    Instrument,
    Passage,
    Role,
)
from rules.content.costs import Costs
from rules.content.fulfilment import counts_when_idle
from rules.content.intrusions import Privacy
from rules.content.questions import Effect, Question
from rules.grammar.answers import DONT_KNOW, NO, YES, Answer
from rules.grammar.condition import (
    ALWAYS,
    NEVER,
    AllOf,
    AnyOf,
    Condition,
    Leaf,
    Not,
    Rule,
    RuleRef,
)
from rules.grammar.errors import InputError, did_you_mean
from rules.grammar.sources import Source, SourceId
from rules.grammar.terms import Content, Date, Flag, Name, Prose
from rules.grammar.truth import Truth

_TRUTHS = {truth.dutch: truth for truth in Truth}


class Gate(Content):
    """What is asked before anything is stored: policy, or one household."""

    text: Prose
    help: Prose
    refer: Annotated[tuple[Prose, ...], Field(min_length=1)]


class Chapter(Content):
    """A part of the journey."""

    id: Name
    title: Prose
    intro: Prose


class RowTest(Content):
    """A row asks that this rule has one of these values: ja, nee or onbekend."""

    rule: Name
    is_: Annotated[
        tuple[Literal["ja", "nee", "onbekend"], ...], Field(alias="is", min_length=1)
    ]

    @cached_property
    def truths(self) -> tuple[Truth, ...]:
        """Give the values that hit."""
        return tuple(_TRUTHS[word] for word in self.is_)


class Row(Content):
    """One row of the decision table; without tests it is hit by whatever is left."""

    outcome: Name
    when: tuple[RowTest, ...]


class Outcome(Content):
    """What can come out, with a short `label`; `favourable` only where all tests of the law come out well."""

    id: Name
    label: Annotated[str, Field(max_length=40)]
    title: Prose
    meaning: Prose
    next_step: Prose
    favourable: Flag


class Header(Content):
    """The content of besluit.yaml.

    `earlier` says what the law was before `valid_from`, where these rules stop.
    `effects` tells to which outcome a *nee* of each effect leads; it is proved.
    """

    id: Name
    title: Annotated[str, Field(max_length=60)]
    question: Prose
    summary: Prose
    body: Name
    legal_basis: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    valid_from: Date
    earlier: Prose | None = None
    checked_on: Date
    gate: Gate
    chapters: Annotated[tuple[Chapter, ...], Field(min_length=1)]
    first_picture: Annotated[tuple[Name, ...], Field(min_length=1, max_length=6)]
    table: Annotated[tuple[Row, ...], Field(min_length=1)]
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    effects: Mapping[Effect, Name] | None = None


@dataclass(frozen=True)
class Decision:
    """One decision, cross-checked; `fingerprint` is the hash of all its content.

    `sources` is the register that it cites. `idle` names the questions and rules that
    the law of a date does not know; `rules.judging.dating` makes such a decision.
    """

    header: Header
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    arguments: Arguments
    roles: tuple[Role, ...]
    instruments: tuple[Instrument, ...]
    body_questions: tuple[BodyQuestion, ...]
    corrections: tuple[Correction, ...]
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...]
    fingerprint: str
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)
    idle: frozenset[str] = frozenset()
    privacy: Privacy = field(default_factory=Privacy, repr=False)
    costs: Costs = field(default_factory=Costs, repr=False)

    @property
    def id(self) -> str:
        """Give the name of the folder, which is also the name in the address."""
        return self.header.id

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """Find a question by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def rule_by_id(self) -> Mapping[str, Rule]:
        """Find a rule by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def outcome_by_id(self) -> Mapping[str, Outcome]:
        """Find an outcome by id."""
        return {outcome.id: outcome for outcome in self.header.outcomes}

    @cached_property
    def questions_by_ref(self) -> Mapping[str, tuple[Question, ...]]:
        """Find questions by a number; one number can stand for several questions."""
        found: dict[str, tuple[Question, ...]] = {}
        for question in self.questions:
            for ref in question.refs:
                found[ref] = (*found.get(ref, ()), question)
        return found

    def knows(self, name: str) -> bool:
        """Tell whether an id or a number stands for a question here."""
        return name in self.question_by_id or name in self.questions_by_ref

    def find(self, name: str) -> tuple[Question, ...]:
        """Find the questions that an id or a number stands for.

        Raises:
            InputError: when there is none; the message guesses what was meant.
        """
        if name in self.question_by_id:
            return (self.question_by_id[name],)
        if name in self.questions_by_ref:
            return self.questions_by_ref[name]
        guess = did_you_mean(name, [*self.question_by_id, *self.questions_by_ref])
        raise InputError(f"Vraag '{name[:60]}' bestaat niet in {self.id}.{guess}")

    def with_own_choices(self, answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
        """Add what is taken as the user’s wish until they say otherwise."""
        said = {k: v for k, v in answers.items() if v != DONT_KNOW}
        return {**answers, **self._own_choices, **said}

    @cached_property
    def _own_choices(self) -> Mapping[str, Answer]:
        return {
            question.id: YES if question.own_choice == "ja" else NO
            for question in self.questions
            if question.own_choice is not None
        }

    def chapter(self, question: Question) -> Chapter:
        """Give the chapter of a question."""
        return next(c for c in self.header.chapters if c.id == question.chapter)

    def applies(self, question: Question) -> Condition | None:
        """Give the condition under which a question applies, ready to be judged."""
        if question.id in self.idle:
            return NEVER
        applies_when = question.applies_when
        return None if applies_when is None else self.in_force(applies_when)

    def in_force(self, condition: Condition) -> Condition:
        """Write out what `applies_when` means, so that only plain conditions are left.

        A question that does not apply counts as in order, a rule that does not apply
        as fulfilled.
        """
        match condition:
            case AllOf(all_of=inner):
                return AllOf(all_of=tuple(map(self.in_force, inner)))
            case AnyOf(any_of=inner):
                return AnyOf(any_of=tuple(map(self.in_force, inner)))
            case Not(not_=inner):
                return Not(not_=self.in_force(inner))
            case RuleRef():
                return condition
            case _:
                return self._test_in_force(condition)

    def _test_in_force(self, test: Leaf) -> Condition:
        question = self.question_by_id[test.question]
        if question.id in self.idle:
            return ALWAYS if counts_when_idle(question, test) else NEVER
        if question.applies_when is None:
            return test
        applies = self.in_force(question.applies_when)
        if counts_when_idle(question, test):
            return AnyOf(any_of=(Not(not_=applies), test))
        return AllOf(all_of=(applies, test))

    def rule_in_force(self, rule: Rule) -> Condition:
        """Give the whole condition of a rule, its `applies_when` written out."""
        if rule.id in self.idle:
            return ALWAYS
        condition = self.in_force(rule.when)
        if rule.applies_when is None:
            return condition
        applies = self.in_force(rule.applies_when)
        return AnyOf(any_of=(Not(not_=applies), condition))

    @cached_property
    def rules_in_order(self) -> tuple[Rule, ...]:
        """Give the rules so that each comes after the rules that it names."""
        ordered: dict[str, Rule] = {}

        def visit(rule: Rule) -> None:
            if rule.id not in ordered:
                for named in named_rules(self.rule_in_force(rule)):
                    visit(self.rule_by_id[named])
                ordered[rule.id] = rule

        for rule in self.rules:
            visit(rule)
        return tuple(ordered.values())


def named_rules(condition: Condition) -> Iterator[str]:
    """Give the rules that a condition names."""
    match condition:
        case RuleRef(rule=rule):
            yield rule
        case AllOf(all_of=inner) | AnyOf(any_of=inner):
            for one in inner:
                yield from named_rules(one)
        case Not(not_=one):
            yield from named_rules(one)
        case _:
            return
