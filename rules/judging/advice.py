"""From a case file to an advice: the one thing that leaves the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rules.content.casefile import CaseFile
from rules.content.decision import Decision, Outcome
from rules.content.fulfilment import fulfilment_of
from rules.content.questions import Effect, Question
from rules.grammar.answers import Answer, DontKnow
from rules.grammar.truth import Truth
from rules.judging.chart import Chart
from rules.judging.evaluation import Finding, evaluate
from rules.judging.influence import ask_first
from rules.judging.journey import applicability
from rules.judging.turning import Turn, turns


class Status(StrEnum):
    """How one question stands in the test."""

    VOLDAAN = "voldaan"
    NIET_VOLDAAN = "niet_voldaan"
    ONBEKEND = "onbekend"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    ROUTE = "route"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Assessed:
    """One question with its answer and what that means."""

    question: Question
    answer: Answer | None
    status: Status

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to find this out."""
        return self.status is Status.ONBEKEND


@dataclass(frozen=True)
class Advice:
    """What follows from a case file.

    `outcome` is what the table gives for what is known. It is `firm` when every
    completion of the dossier gives it; `possible` are all outcomes that can still come.
    """

    chart: Chart
    casefile: CaseFile
    outcome: Outcome
    possible: tuple[Outcome, ...]
    findings: Mapping[str, Finding]
    assessed: tuple[Assessed, ...]

    @property
    def decision(self) -> Decision:
        """Give the decision that was judged."""
        return self.chart.decision

    @property
    def firm(self) -> bool:
        """Whether no open fact can change the outcome any more."""
        return len(self.possible) == 1

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """Give the answers that were judged: those of the case file, wishes included."""
        return self.decision.with_own_choices(self.casefile.answers)

    @cached_property
    def open(self) -> tuple[Assessed, ...]:
        """List what is unknown, in the order of the journey."""
        return tuple(each for each in self.assessed if each.is_open)

    @cached_property
    def ask_first(self) -> tuple[Question, ...]:
        """List the open facts, those that decide the most first."""
        by_id = self.decision.question_by_id
        return tuple(by_id[name] for name in ask_first(self.chart, self.answers))

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """List the smallest changes that turn the outcome, and who can make them."""
        return turns(self.chart, self.answers)

    def truth(self, rule: str) -> Truth:
        """Give the verdict on a rule."""
        return self.findings[rule].truth


def advise(chart: Chart, casefile: CaseFile) -> Advice:
    """Judge a case file by the law of its reference date; reasons and all.

    Raises:
        InputError: when that date lies before the first that the rules can judge.
    """
    chart = chart.at(casefile.reference_date)
    decision = chart.decision
    answers = decision.with_own_choices(casefile.answers)
    left = chart.outcomes_left(answers)
    return Advice(
        chart=chart,
        casefile=casefile,
        outcome=decision.outcome_by_id[chart.outcome_of(answers)],
        possible=tuple(o for o in decision.header.outcomes if o.id in left),
        findings=evaluate(chart.steps, answers),
        assessed=assess(chart, casefile.answers),
    )


def assess(chart: Chart, answers: Mapping[str, Answer]) -> tuple[Assessed, ...]:
    """Tell for every question how its answer stands."""
    applies = applicability(chart, answers)
    return tuple(
        Assessed(
            question,
            answers.get(question.id),
            status(question, answers.get(question.id), applies[question.id]),
        )
        for question in chart.decision.questions
    )


def status(question: Question, answer: Answer | None, applies: Truth) -> Status:
    """Tell how one answer stands."""
    test = fulfilment_of(question)
    if applies is Truth.NO:
        return Status.NIET_VAN_TOEPASSING
    if answer is None or isinstance(answer, DontKnow):
        own = question.own_choice is not None
        return Status.INFO if own else Status.ONBEKEND
    if test is None or question.own_choice is not None:
        return Status.INFO
    if test.holds(answer):
        return Status.VOLDAAN
    by_route = question.if_no.effect is Effect.ROUTE
    return Status.ROUTE if by_route else Status.NIET_VOLDAAN
