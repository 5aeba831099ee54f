"""The signpost: from a problem to the instruments that may fit, from light to heavy.

It asks a few questions and judges with the same conditions, in the same three values.
It knows no winner: what an open answer leaves possible stays, and says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from rules.content.briefing import Statement
from rules.grammar.answers import Answer, AnswerKind, ChoiceKind
from rules.grammar.condition import AllOf, AnyOf, Condition, Not, RuleRef
from rules.grammar.terms import Content, Date, Name, Prose
from rules.grammar.truth import Truth
from rules.judging.evaluation import judge_of


class Heaviness(StrEnum):
    """How much an instrument takes of people: the only order there is."""

    LICHT = "licht"
    MIDDEL = "middel"
    ZWAAR = "zwaar"


class OptionGroup(Content):
    """Options of a long list that belong together, under one heading."""

    title: Prose
    options: Annotated[tuple[Name, ...], Field(min_length=1)]


class SignpostQuestion(Content):
    """One question of the signpost.

    A question that a decision asks too is named with `use`, and its answer goes along
    to that decision. It is asked once `applies_when` is known to hold.
    """

    id: Name
    text: Prose
    help: Prose
    answer: AnswerKind
    applies_when: Condition | None = None
    groups: tuple[OptionGroup, ...] = ()

    @model_validator(mode="after")
    def _groups_share_out_the_options(self) -> "SignpostQuestion":
        if not self.groups:
            return self
        grouped = [name for group in self.groups for name in group.options]
        options = self.answer.options if isinstance(self.answer, ChoiceKind) else ()
        if sorted(grouped) != sorted(option.id for option in options):
            raise ValueError("groups hoort elke optie precies één keer te noemen")
        return self


class Tier(Content):
    """One step from light to heavy; `after` says when its turn has come."""

    id: Heaviness
    title: Prose
    intro: Prose
    after: Condition | None = None


class Decider(Content):
    """Who decides, and about what: “geeft het geld”."""

    body: Name
    about: Prose


class Means(Content):
    """An instrument that may fit: what it is, who decides, and on what ground.

    `lighter` says why lighter means come first; what is light has nothing before it.
    `decision` names the decision that judges it, where we have one.
    """

    id: Name
    tier: Heaviness
    title: Prose
    what: Prose
    decides: Annotated[tuple[Decider, ...], Field(min_length=1)]
    council: Statement
    ground: Statement
    lighter: Statement | None = None
    suits: Condition
    decision: Name | None = None

    @model_validator(mode="after")
    def _says_what_comes_first(self) -> "Means":
        if (self.tier is Heaviness.LICHT) is not (self.lighter is None):
            raise ValueError("lighter hoort bij elk middel dat niet licht is")
        return self


class Boundary(Statement):
    """What is no power of the council, where the problem makes one think so."""

    id: Name
    when: Condition


class ThumbRule(Statement):
    """A rule of thumb that holds for every instrument."""

    id: Name


class SignpostHeader(Content):
    """The fixed texts: the title, the order, and where a single case can go.

    `gate` is the question that stands first; nothing but *ja* leads on.
    """

    title: Prose
    intro: Annotated[tuple[Prose, ...], Field(min_length=1)]
    gate: Name
    refer: Annotated[tuple[Prose, ...], Field(min_length=1)]
    order: Statement
    checked_on: Date
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1)]
    thumb_rules: Annotated[tuple[ThumbRule, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Candidate:
    """An instrument that is not ruled out: does it suit, and has its turn come."""

    means: Means
    suits: Truth
    turn: Truth


@dataclass(frozen=True)
class Signpost:
    """The whole signpost, cross-checked."""

    header: SignpostHeader
    questions: tuple[SignpostQuestion, ...]
    means: tuple[Means, ...]
    boundaries: tuple[Boundary, ...]

    @cached_property
    def question_by_id(self) -> Mapping[str, SignpostQuestion]:
        """Find a question by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def tier_by_id(self) -> Mapping[Heaviness, Tier]:
        """Find a step by its weight."""
        return {tier.id: tier for tier in self.header.tiers}

    def asked(self, answers: Mapping[str, Answer]) -> tuple[SignpostQuestion, ...]:
        """Give the questions that are asked, given what is known."""
        return tuple(
            question
            for question in self.questions
            if self._holds(question.applies_when, answers) is Truth.YES
        )

    def candidates(self, answers: Mapping[str, Answer]) -> tuple[Candidate, ...]:
        """Give all that is not ruled out, from light to heavy, as it was written."""
        order = [tier.id for tier in self.header.tiers]
        found = (
            Candidate(
                means,
                self._holds(means.suits, answers),
                self._holds(self.tier_by_id[means.tier].after, answers),
            )
            for means in sorted(self.means, key=lambda each: order.index(each.tier))
        )
        return tuple(each for each in found if each.suits is not Truth.NO)

    def limits(self, answers: Mapping[str, Answer]) -> tuple[Boundary, ...]:
        """Give what the council cannot do about this problem, as far as we know it."""
        return tuple(
            boundary
            for boundary in self.boundaries
            if self._holds(boundary.when, answers) is not Truth.NO
        )

    def _holds(
        self, condition: Condition | None, answers: Mapping[str, Answer]
    ) -> Truth:
        if condition is None:
            return Truth.YES
        return judge_of(self._in_force(condition))(answers, {}).truth

    def _in_force(self, condition: Condition) -> Condition:
        """Write out `applies_when`: a question that does not apply counts as met."""
        match condition:
            case AllOf(all_of=inner):
                return AllOf(all_of=tuple(map(self._in_force, inner)))
            case AnyOf(any_of=inner):
                return AnyOf(any_of=tuple(map(self._in_force, inner)))
            case Not(not_=inner):
                return Not(not_=self._in_force(inner))
            case RuleRef():
                return condition
            case _:
                applies = self.question_by_id[condition.question].applies_when
                if applies is None:
                    return condition
                idle = Not(not_=self._in_force(applies))
                return AnyOf(any_of=(idle, condition))
