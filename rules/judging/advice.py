"""From a case file to an advice: the one thing that leaves the engine."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from rules.content.acceptable_answers import is_in_order
from rules.content.casefile import CaseFile, Clashing
from rules.content.decision import Decision
from rules.content.decision_table import Outcome
from rules.content.demands import Standing
from rules.content.questions import Question
from rules.grammar.answers import Answer, Answers, DontKnow
from rules.grammar.truth import Truth
from rules.judging.clashing import clashing
from rules.judging.demands import JudgedDemand, Tally, in_asking_order
from rules.judging.evaluation import Evaluated
from rules.judging.folded_decision import Chart
from rules.judging.headline import Headline, StandingTable, headline, table_of
from rules.judging.journey import QuestionStanding, applicability, journey
from rules.judging.law_by_date import refusal
from rules.judging.recently_judged import kept, outcome_of, outcomes_left
from rules.judging.running_terms import (
    Running,
    answers_that_count,
    days_passed,
    denied,
    running,
)
from rules.judging.what_to_ask import TonightQuestion, ask_first, tonight, worded


class AnswerStatus(StrEnum):
    """How one answer stands: in order or not, or nothing to judge."""

    VOLDAAN = "voldaan"
    NIET_VOLDAAN = "niet_voldaan"
    ONBEKEND = "onbekend"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Assessed:
    """One question with its answer and what that means."""

    question: Question
    answer: Answer | None
    status: AnswerStatus

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to find this out."""
        return self.status is AnswerStatus.ONBEKEND

    @property
    def counts(self) -> bool:
        """Whether the question is to be asked at all."""
        return self.status is not AnswerStatus.NIET_VAN_TOEPASSING


@dataclass(frozen=True)
class Advice:
    """What follows from a case file.

    `outcome` is what the table gives for what is known; `possible` are all outcomes that
    completing the dossier can still bring. `table` is what titles and rows look at: the
    answers that were judged, and how each demand stands.
    """

    chart: Chart
    casefile: CaseFile
    outcome: Outcome
    possible: tuple[Outcome, ...]
    table: StandingTable
    assessed: tuple[Assessed, ...]
    notices: tuple[Clashing, ...]

    @property
    def decision(self) -> Decision:
        """Give the decision that was judged."""
        return self.chart.decision

    @property
    def phase(self) -> str | None:
        """Give how far the plan is; None while that is unknown, or does not matter."""
        return self.table.phase

    @property
    def answers(self) -> Answers:
        """Give the answers that were judged: what a passed term denies is unknown."""
        return self.table.answers

    @property
    def findings(self) -> Mapping[str, Evaluated]:
        """Give what was found of each rule and each demand, with its reasons."""
        return self.table.findings

    @property
    def judged(self) -> tuple[JudgedDemand, ...]:
        """Give the demands with how they stand, in the order of the content."""
        return self.table.judged

    @property
    def phase_is_guessed(self) -> bool:
        """Whether we read from old answers how far the plan is, and nobody confirmed it.

        Once the question of today is answered, that answer goes before.
        """
        return self.decision.header.phase in self.casefile.inferred

    @property
    def clashes(self) -> tuple[Clashing, ...]:
        """Give the answers that cannot both be true."""
        return tuple(each for each in self.notices if not each.hint)

    @property
    def firm(self) -> bool:
        """Whether no open fact can change the outcome any more.

        While answers clash, while it is unknown how far the plan is, and while a choice
        is still to be made, nothing is firm.
        """
        # Who has to take an answer back, or still has to say how far the plan is,
        # cannot lean on what the others leave possible.
        asks_phase = self.decision.header.phase is not None and self.phase is None
        settled = not (self.clashes or asks_phase or self.outcome.unsettled)
        return settled and len(self.possible) == 1

    @cached_property
    def headline(self) -> Headline:
        """Word the outcome for this dossier."""
        return headline(self.table, self.outcome)

    @cached_property
    def tally(self) -> Tally:
        """Count the demands that decide."""
        return self.table.counts()

    def demand(self, name: str) -> JudgedDemand:
        """Find how a demand stands."""
        return next(each for each in self.judged if each.demand.id == name)

    @cached_property
    def open(self) -> tuple[Assessed, ...]:
        """List the questions that are unknown and still asked, in the order of the walk."""
        open_ = (each for each in self.assessed if each.is_open)
        return tuple(each for each in open_ if each.question.id not in self._ended)

    @cached_property
    def answered(self) -> frozenset[str]:
        """Name the questions that are to be asked and have an answer."""
        return frozenset(
            each.question.id
            for each in self.assessed
            if each.counts and each.answer is not None
        )

    @cached_property
    def _ended(self) -> frozenset[str]:
        """Name the questions that fell away because the outcome ends the walk."""
        return frozenset(
            stop.question.id
            for stop in journey(self.chart, self.answers).stops
            if stop.standing is QuestionStanding.ENDED
        )

    @cached_property
    def ask_first(self) -> tuple[Question, ...]:
        """List what the user can still fill in, what helps the most first."""
        idle = {each.question.id for each in self.assessed if not each.counts}
        gone = self._ended | idle
        return ask_first(
            self.table, self.clashes, gone, phase_is_guessed=self.phase_is_guessed
        )

    @cached_property
    def tonight(self) -> tuple[TonightQuestion, ...]:
        """Give the three questions to put tonight."""
        return tonight(self.table, self.outcome, self.clashes)

    def worded(self, question: Question) -> str:
        """Word a question as it is put to a body, by what is known of it."""
        return worded(self.decision, question, self.answers)

    @cached_property
    def improve(self) -> tuple[JudgedDemand, ...]:
        """List the demands that are due and not met: what can be better, by repair."""
        unmet = [e for e in self.judged if e.standing is Standing.NIET_VOLDAAN]
        # The second sort keeps the order of the first among equals.
        ordered = in_asking_order(self.decision, unmet)
        return tuple(sorted(ordered, key=lambda each: not each.demand.decides))

    @cached_property
    def running(self) -> tuple[Running, ...]:
        """List the terms that run from a day that was answered, the first day first."""
        counting = (each for each in self.assessed if each.counts)
        return running((each.question, each.answer) for each in counting)

    @property
    def running_on(self) -> tuple[Running, ...]:
        """List the terms of which the day has not passed on the reference date."""
        today = self.casefile.reference_date
        return tuple(each for each in self.running if each.day >= today)


@dataclass(frozen=True, slots=True)
class Refused:
    """A decision that the rules cannot judge on its date, and the Dutch sentence why."""

    decision: Decision
    reference_date: date
    why: str


def advise_or_refuse(chart: Chart, casefile: CaseFile) -> Advice | Refused:
    """Judge one decision of a dossier: a refusal is its own, never of the others."""
    why = refusal(chart.decision, casefile.reference_date)
    if why is None:
        return advise(chart, casefile)
    return Refused(chart.decision, casefile.reference_date, why)


def advise(chart: Chart, casefile: CaseFile) -> Advice:
    """Judge a case file by the law of its reference date; reasons and all.

    Raises:
        InputError: when that date lies before the first that the rules can judge.
    """
    chart = chart.at(casefile.reference_date)
    decision = chart.decision
    doubted = denied(decision, casefile)
    answers = answers_that_count(decision, casefile)
    left = outcomes_left(chart, answers)
    told = (*casefile.clashes, *doubted)
    notices = (*told, *clashing(chart, answers))
    table = table_of(chart, answers, notices, days_passed(decision, casefile))
    outcome = outcome_of(chart, answers)
    if any(not each.hint for each in told):
        # The diagrams know nothing of old answers that clash, nor of a passed term.
        outcome = next(row for row in decision.header.table if table.hits(row)).outcome
    return Advice(
        chart=chart,
        casefile=casefile,
        outcome=decision.outcome_by_id[outcome],
        possible=tuple(o for o in decision.header.outcomes if o.id in left),
        table=table,
        assessed=tuple(_assessed(chart, casefile, {each.ask for each in doubted})),
        notices=notices,
    )


def _assessed(
    chart: Chart, casefile: CaseFile, doubted: AbstractSet[str]
) -> Iterator[Assessed]:
    """Give each answer as it was given; one that is denied is neither good nor bad."""
    for each in assess(chart, casefile.answers):
        is_doubted = each.question.id in doubted
        yield replace(each, status=AnswerStatus.ONBEKEND) if is_doubted else each


@kept
def assess(chart: Chart, answers: Answers) -> tuple[Assessed, ...]:
    """Tell for every question how its answer stands."""
    applies = applicability(chart, answers)
    said = ((each, answers.get(each.id)) for each in chart.decision.questions)
    return tuple(Assessed(q, a, status(q, a, applies[q.id])) for q, a in said)


def status(question: Question, answer: Answer | None, applies: Truth) -> AnswerStatus:
    """Tell how one answer stands."""
    if applies is Truth.NO:
        return AnswerStatus.NIET_VAN_TOEPASSING
    if answer is None or isinstance(answer, DontKnow):
        return AnswerStatus.ONBEKEND
    if not question.judges:
        return AnswerStatus.INFO
    good = is_in_order(question, answer)
    return AnswerStatus.VOLDAAN if good else AnswerStatus.NIET_VOLDAAN
