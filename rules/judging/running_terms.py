"""Which terms run in a dossier, on what day each ends, and which answer one denies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rules.content.casefile import CaseFile, Clashing
from rules.content.deadlines import Deadline, Denial
from rules.content.decision import Decision
from rules.content.questions import Question
from rules.grammar.answers import DONT_KNOW, Answer, Answers, Day
from rules.grammar.truth import Truth
from rules.judging.evaluation import judge_of, may_hold


@dataclass(frozen=True, slots=True)
class Running:
    """A term that runs: counted from a day that was answered, to the day it falls on."""

    deadline: Deadline
    since: date
    day: date

    def denial_on(self, today: date) -> Denial | None:
        """Give what the term denies on a day; on its own last day it still runs."""
        if today > self.day:
            return self.deadline.once_past
        return self.deadline.while_running if today >= self.since else None


def running(answered: Iterable[tuple[Question, Answer | None]]) -> tuple[Running, ...]:
    """Give the terms of the days that were answered, the first day first."""
    found = (
        Running(deadline, answer.value, day)
        for question, answer in answered
        if isinstance(answer, Day)
        for deadline in question.deadlines
        if (day := deadline.falls_on(answer.value)) is not None
    )
    return tuple(sorted(found, key=lambda each: each.day))


def denied(decision: Decision, casefile: CaseFile) -> tuple[Clashing, ...]:
    """Give each answer that cannot be true beside the day of a term, with that day.

    Time enters by the reference date alone: the same case file clashes on any day.
    """
    answers = casefile.answers
    asked_days = (each for each in decision.questions if each.deadlines)
    days = [(each, answers.get(each.id)) for each in asked_days]
    applying = [each for each in days if may_hold(decision.applies(each[0]), answers)]
    return tuple(
        Clashing((no.denies.question, asks.id), no.text, no.denies.question)
        for asks, answer in applying
        for each in running([(asks, answer)])
        if (no := each.denial_on(casefile.reference_date)) is not None
        and judge_of(decision.given(no.denies))(answers, {}).truth is Truth.YES
    )


def days_passed(decision: Decision, casefile: CaseFile) -> frozenset[str]:
    """Name the questions whose day lies before the reference date, as far as they apply."""
    answers = casefile.answers
    return frozenset(
        name
        for name, answer in answers.items()
        if isinstance(answer, Day) and answer.value < casefile.reference_date
        if may_hold(decision.applies(decision.question_by_id[name]), answers)
    )


def answers_that_count(decision: Decision, casefile: CaseFile) -> Answers:
    """Give the answers to judge: what a term denies counts as unknown."""
    doubted = denied(decision, casefile)
    if not doubted:
        return casefile.answers
    return {**casefile.answers, **{each.ask: DONT_KNOW for each in doubted}}
