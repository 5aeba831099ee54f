"""Everything about one decision: its questions, rules, table of outcomes and texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import TopologicalSorter
from typing import Annotated

from pydantic import Field, model_validator

from rules.content.acceptable_answers import counts_when_idle, in_order
from rules.content.briefing import (
    Arguments,
    BodyQuestion,
    Correction,
    Fact,
    Passage,
    Role,
)
from rules.content.costs import Costs
from rules.content.decision_table import Outcome, OutcomeRow, RuleTest
from rules.content.demands import Demand
from rules.content.earlier_release import OldQuestion
from rules.content.intrusions import Privacy
from rules.content.questions import Question, Screen
from rules.grammar.answers import ChoiceKind, Option
from rules.grammar.condition import (
    ALWAYS,
    NEVER,
    AllOf,
    AnyOf,
    Asks,
    Condition,
    InOrder,
    Leaf,
    Not,
    Rule,
    RuleRef,
    asked,
    parts,
    rebuilt,
)
from rules.grammar.content_model import Content, Date, Flag, Name, Prose
from rules.grammar.earlier_questions import Dropped
from rules.grammar.errors import InputError, did_you_mean
from rules.grammar.references import (
    REGISTER,
    BodyName,
    DemandName,
    PhaseName,
    QuestionName,
    ScreenName,
    SourceId,
)
from rules.grammar.sources import Source


class GateBeside(Content):
    """Decisions that may fit who is referred on, behind a line that ends in them."""

    text: Prose
    decisions: Annotated[tuple[Name, ...], Field(min_length=1)]


class Gate(Content):
    """What is asked before anything is stored: policy, or one household.

    `beside` is of the site as a whole: it belongs to no decision, nor to its fingerprint.
    `sources` say whose power it is about; of a decision, never none.
    """

    text: Prose
    help: Prose
    refer: Annotated[tuple[Prose, ...], Field(min_length=1)]
    beside: GateBeside | None = None
    sources: tuple[SourceId, ...] = ()


class OwnGate(Content):
    """What a decision adds to the shared gate: what it is about, and where else to go.

    Its `sources` take the place of the legal basis of the decision.
    """

    help: Prose | None = None
    refer: tuple[Prose, ...] = ()
    sources: tuple[SourceId, ...] = ()


class Chapter(Content):
    """A part of the walk."""

    id: Name
    title: Prose


class Clash(Content):
    """Two answers that cannot both be true; nothing is firm until that is settled.

    `ask` is the question of the two to ask again. A `hint` is told and changes nothing.
    """

    id: Name
    pair: Annotated[tuple[Leaf, ...], Field(min_length=2, max_length=2)]
    text: Prose
    ask: QuestionName | None = None
    hint: Flag = False

    @model_validator(mode="after")
    def _is_a_pair(self) -> "Clash":
        one, other = self.pair
        if one.question == other.question:
            raise ValueError(
                f"een vraag botst niet met zichzelf: '{one.question}' staat er twee keer"
            )
        if not self.hint and self.ask not in (one.question, other.question):
            raise ValueError("ask noemt een van de twee vragen: welke eerst opnieuw?")
        return self


class Header(Content):
    """The content of besluit.yaml.

    `before` says what the law was before `valid_from`, where these rules stop. `phase`
    is the choice that tells how far the plan is. `first_picture` gives by phase the
    screens to ask first; `altijd` where there are no phases. `ask_order` is the order in
    which demands are asked about; the others follow.
    `evidence` are the outcomes that matter here, by the names that measures list them
    under: on the first one a reader asks first whether it works. A decision with measures
    of its own has them, and each of its measures was held against each of them.
    `topic` is what a council agrees on locally, as in ‘iets afgesproken over camera’s’.
    """

    id: Name
    title: Annotated[str, Field(max_length=60)]
    question: Prose
    summary: Prose
    group: Name = ""
    body: BodyName
    legal_basis: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    valid_from: Date
    before: Prose | None = None
    topic: Prose | None = None
    evidence: tuple[Prose, ...] = ()
    checked_on: Date
    gate: OwnGate | None = None
    chapters: Annotated[tuple[Chapter, ...], Field(min_length=1)]
    phase: QuestionName | None = None
    first_picture: Mapping[PhaseName, tuple[ScreenName, ...]]
    ask_order: tuple[DemandName, ...] = ()
    table: Annotated[tuple[OutcomeRow, ...], Field(min_length=1)]
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    clashes: tuple[Clash, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True)
class Decision:
    """One decision, cross-checked; `fingerprint` is the hash of all that it refers to.

    `screens` are what is asked, in the order of the walk; `duiding` is what jurists wrote
    beside it. `sources` is the register that it cites, and `old` holds its questions
    of earlier releases. `idle` names the questions and
    demands that the law of a date does not know; `rules.judging.law_by_date` makes such a
    decision.
    """

    header: Header
    screens: tuple[Screen, ...]
    demands: tuple[Demand, ...]
    rules: tuple[Rule, ...]
    arguments: Arguments
    fingerprint: str
    gate: Gate
    roles: tuple[Role, ...] = ()
    body_questions: tuple[BodyQuestion, ...] = ()
    corrections: tuple[Correction, ...] = ()
    facts: tuple[Fact, ...] = ()
    passages: tuple[Passage, ...] = ()
    duiding: str = field(default="", repr=False)
    sources: Mapping[str, Source] = field(
        default_factory=dict, repr=False, metadata={REGISTER: True}
    )
    old: tuple[OldQuestion, ...] = field(
        default=(), repr=False, metadata={REGISTER: True}
    )
    idle: frozenset[str] = frozenset()
    privacy: Privacy = field(default_factory=Privacy, repr=False)
    costs: Costs = field(default_factory=Costs, repr=False)

    def __hash__(self) -> int:
        """Hash what its content hashes to, for what is made of it once."""
        return hash((self.header.id, self.fingerprint))

    @property
    def id(self) -> str:
        """Give the name of the folder, which is also the name in the address."""
        return self.header.id

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Give all questions in the order of the walk."""
        return tuple(row for screen in self.screens for row in screen.rows)

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """Find a question by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def screen_by_id(self) -> Mapping[str, Screen]:
        """Find a screen by its id: of the card, or of its one question."""
        return {screen.id: screen for screen in self.screens}

    @cached_property
    def demand_by_id(self) -> Mapping[str, Demand]:
        """Find a demand by id."""
        return {demand.id: demand for demand in self.demands}

    @cached_property
    def rule_by_id(self) -> Mapping[str, Rule]:
        """Find a rule by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def outcome_by_id(self) -> Mapping[str, Outcome]:
        """Find an outcome by id."""
        return {outcome.id: outcome for outcome in self.header.outcomes}

    @cached_property
    def old_by_ref(self) -> Mapping[str, OldQuestion]:
        """Find an old question by any of its numbers.

        Of a number that several bear its main bearer goes first, then the first listed.
        """
        found = {ref: each for each in reversed(self.old) for ref in each.refs}
        return found | {each.ref: each for each in self.old}

    def screen_of(self, question: str) -> Screen:
        """Give the screen on which a question is asked."""
        return next(s for s in self.screens if any(r.id == question for r in s.rows))

    def find(self, name: str) -> Question:
        """Find a question by id.

        Raises:
            InputError: when there is none; the message guesses what was meant.
        """
        if name in self.question_by_id:
            return self.question_by_id[name]
        guess = did_you_mean(name, self.question_by_id)
        raise InputError(f"Vraag '{name[:60]}' bestaat niet in {self.id}.{guess}")

    @cached_property
    def phases(self) -> tuple[Option, ...]:
        """Give the phases in order; none where all demands are always due."""
        if self.header.phase is None:
            return ()
        kind = self.question_by_id[self.header.phase].answer
        return kind.options if isinstance(kind, ChoiceKind) else ()

    def starts_in(self, demand: Demand) -> str:
        """Name the phase from which a demand is due."""
        return demand.due or self.phases[0].id

    def due_in(self, demand: Demand) -> frozenset[str]:
        """Name the phases in which a demand is due: from its own on."""
        names = [phase.id for phase in self.phases]
        return frozenset(names[names.index(self.starts_in(demand)) :])

    def first_picture(self, phase: str | None) -> tuple[str, ...]:
        """Name the screens until the first picture: through the first card of facts."""
        # Through the first card that asks facts: before it there is nothing to show.
        first = self.asked_first(phase)
        has_facts = [self.screen_by_id[name].has_facts for name in first]
        return first[: has_facts.index(True) + 1] if any(has_facts) else first

    def asked_first(self, phase: str | None) -> tuple[str, ...]:
        """Name the screens to ask first; those of the first phase while it is unknown."""
        header = self.header
        by_phase = header.first_picture
        named = phase if phase in by_phase else None
        own = () if header.phase is None else (header.phase,)
        return (*own, *by_phase[named or next(iter(by_phase))])

    def chapter(self, screen: Screen) -> Chapter:
        """Give the chapter of a screen."""
        return next(c for c in self.header.chapters if c.id == screen.chapter)

    def chapter_of(self, demand: Demand) -> str:
        """Give the chapter of a demand: that of the first question it names."""
        first = next(iter(self.named_by(demand)))
        return self.question_by_id[first].chapter

    def named_by(self, demand: Demand) -> tuple[str, ...]:
        """Name the questions that a demand rests on, also those under its rules."""
        return self._named[demand.id]

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        return {
            each.id: self._looked_at(each.when, each.not_met, each.applies_when)
            for each in self.demands
        }

    def _looked_at(self, *conditions: Condition | None) -> tuple[str, ...]:
        given = (each for each in conditions if each is not None)
        names = (name for each in given for name in self.asked_by(each))
        return tuple(dict.fromkeys(names))

    @cached_property
    def gates(self) -> Mapping[str, tuple[str, ...]]:
        """Name for each question those that tell whether it applies."""
        return {one.id: asked(one.applies_when) for one in self.questions}

    @cached_property
    def at_the_table(self) -> tuple[str, ...]:
        """Name the questions that the table itself looks at, also through rules."""
        tests = [test for row in self.header.table for test in row.when]
        rules = [RuleRef(rule=t.rule) for t in tests if isinstance(t, RuleTest)]
        return self._looked_at(*rules, *(t for t in tests if isinstance(t, Leaf)))

    def asked_by(self, condition: Condition) -> tuple[str, ...]:
        """Name the questions that a condition looks at, also through rules."""
        # Its own questions first, then those under its rules: so reasons are ordered.
        under = (self.asked_by(self.rule_by_id[r].when) for r in named_rules(condition))
        found = [*asked(condition), *(name for names in under for name in names)]
        return tuple(dict.fromkeys(found))

    def own_questions(self, demand: Demand) -> frozenset[str]:
        """Name the questions of a demand itself, without those that make it apply."""
        return self._own[demand.id]

    @cached_property
    def _own(self) -> Mapping[str, frozenset[str]]:
        return {
            each.id: frozenset(self._looked_at(each.when, each.not_met))
            for each in self.demands
        }

    def applies(self, question: Question) -> Condition | None:
        """Give the condition under which a question applies, ready to be judged."""
        if question.id in self.idle:
            return NEVER
        applies_when = question.applies_when
        return None if applies_when is None else self.in_force(applies_when)

    def in_force(self, condition: Condition) -> Condition:
        """Write out what `in_order` and `applies_when` mean: plain conditions are left.

        A question that does not apply counts as in order.
        """
        if isinstance(condition, InOrder):
            # Nothing to judge is never in order: no rule can lean on an opinion.
            test = in_order(self.question_by_id[condition.question])
            return NEVER if test is None else self.in_force(test)
        if isinstance(condition, Leaf):
            return self._test_in_force(condition)
        return rebuilt(condition, self.in_force)

    def _test_in_force(self, test: Leaf) -> Condition:
        question = self.question_by_id[test.question]
        if question.id in self.idle:
            return ALWAYS if counts_when_idle(question, test) else NEVER
        if question.applies_when is None:
            return test
        applies = self.in_force(question.applies_when)
        # A question that does not apply counts as in order. So `not applies` joins a
        # test that an answer in order passes; any other test holds only of what was
        # asked.
        if counts_when_idle(question, test):
            return AnyOf(any_of=(Not(not_=applies), test))
        return AllOf(all_of=(applies, test))

    def without_rules(self, condition: Condition) -> Condition:
        """Write out the rules that a condition names, and what is in force of it."""
        if isinstance(condition, RuleRef):
            return self.without_rules(self.rule_by_id[condition.rule].when)
        if isinstance(condition, Asks):
            return self.in_force(condition)
        return rebuilt(condition, self.without_rules)

    def given(self, test: Leaf) -> Condition:
        """Give the condition that this very answer was given, and that it counts.

        Unlike `in_force`: what does not apply was not said.
        """
        question = self.question_by_id[test.question]
        if question.id in self.idle:
            return NEVER
        if question.applies_when is None:
            return test
        return AllOf(all_of=(self.in_force(question.applies_when), test))

    @cached_property
    def rules_in_order(self) -> tuple[Rule, ...]:
        """Give the rules so that each comes after the rules that it names."""
        named = {rule.id: tuple(named_rules(rule.when)) for rule in self.rules}
        ordered = TopologicalSorter(named).static_order()
        return tuple(self.rule_by_id[name] for name in ordered)


def named_rules(condition: Condition) -> Iterator[str]:
    """Give the rules that a condition names."""
    return (part.rule for _, part in parts(condition) if isinstance(part, RuleRef))
