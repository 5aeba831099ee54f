"""Which question is asked next, and why the others are not: computed, never stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.content.questions import Question
from rules.grammar.answers import Answer
from rules.grammar.truth import Truth
from rules.judging.chart import Chart
from rules.judging.evaluation import evaluate

Answers = Mapping[str, Answer]


class Standing(StrEnum):
    """Where a question stands in the journey."""

    ANSWERED = "beantwoord"
    OPEN = "open"
    IDLE = "niet van toepassing"
    SETTLED = "verandert de uitkomst niet meer"


@dataclass(frozen=True, slots=True)
class Stop:
    """One question on the way, where it stands, and whether it can still decide."""

    question: Question
    standing: Standing
    decides: bool


@dataclass(frozen=True, slots=True)
class Journey:
    """All questions in order, with where they stand."""

    stops: tuple[Stop, ...]
    first_picture: tuple[str, ...]

    @property
    def todo(self) -> tuple[Question, ...]:
        """Give the questions that are worth asking, the first picture first."""
        return tuple(s.question for s in self.stops if s.standing is Standing.OPEN)

    @property
    def next(self) -> Question | None:
        """Give the question to ask now."""
        return next(iter(self.todo), None)

    @property
    def has_first_picture(self) -> bool:
        """Whether nothing of the first picture is left to ask."""
        return not any(question.id in self.first_picture for question in self.todo)

    def in_chapter(self, chapter: str) -> tuple[Stop, ...]:
        """Give the stops of one chapter."""
        return tuple(stop for stop in self.stops if stop.question.chapter == chapter)


def applicability(chart: Chart, answers: Answers) -> dict[str, Truth]:
    """Tell for each question whether it applies."""
    found = evaluate(chart.applies, answers)
    return {
        question.id: found[question.id].truth if question.id in found else Truth.YES
        for question in chart.decision.questions
    }


def journey(chart: Chart, answers: Answers) -> Journey:
    """Lay out the journey for what is known.

    A question is worth asking while it may apply and can still change the outcome, or
    informs the memo and is known to apply. An answer to a question that no longer applies is kept and idle.
    """
    header = chart.decision.header
    deciding = chart.open_questions(chart.decision.with_own_choices(answers))
    applies = applicability(chart, answers)
    order = [chapter.id for chapter in header.chapters]

    def place(question: Question) -> tuple[int, int]:
        if question.id in header.first_picture:
            return (-1, header.first_picture.index(question.id))
        return (order.index(question.chapter), 0)

    def standing(question: Question) -> Standing:
        if applies[question.id] is Truth.NO:
            return Standing.IDLE
        if question.id in answers:
            return Standing.ANSWERED
        if question.id in deciding:
            return Standing.OPEN
        if question.informs and applies[question.id] is Truth.YES:
            return Standing.OPEN
        return Standing.SETTLED

    stops = tuple(
        Stop(question, standing(question), question.id in deciding)
        for question in sorted(chart.decision.questions, key=place)
    )
    return Journey(stops, header.first_picture)
