"""Which terms run in a dossier, and on what day each ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rules.content.deadlines import Deadline
from rules.content.questions import Question
from rules.grammar.answers import Answer, Day


@dataclass(frozen=True, slots=True)
class Running:
    """A term that runs: counted from a day that was answered, to the day it falls on."""

    deadline: Deadline
    since: date
    day: date


def running(answered: Iterable[tuple[Question, Answer | None]]) -> tuple[Running, ...]:
    """Give the terms of the days that were answered, the first day first."""
    return tuple(sorted(_found(answered), key=lambda each: each.day))


def _found(answered: Iterable[tuple[Question, Answer | None]]) -> Iterator[Running]:
    for question, answer in answered:
        if isinstance(answer, Day):
            for deadline in question.deadlines:
                day = deadline.falls_on(answer.value)
                if day is not None:
                    yield Running(deadline, answer.value, day)
