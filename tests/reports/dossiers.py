"""Random dossiers of a decision, the same every time."""

from collections.abc import Iterator
from datetime import date
from random import Random

from rules.content.casefile import CaseFile
from rules.content.decision import Decision
from rules.content.questions import Question
from rules.grammar.answers import (
    DONT_KNOW,
    Amount,
    AmountKind,
    Answer,
    Choice,
    ChoiceKind,
    DateKind,
    Day,
    Number,
    NumberKind,
    Ticks,
    TicksKind,
    YesNo,
)


def dossiers(law: Decision, number: int, day: date) -> Iterator[CaseFile]:
    """Make dossiers in which a part of the questions is answered."""
    dice = Random(law.id)
    for _ in range(number):
        share = dice.random()
        answers = {
            question.id: DONT_KNOW if dice.random() < 0.1 else _answer(question, dice)
            for question in law.questions
            if dice.random() < share
        }
        yield CaseFile(law.id, day, answers)


def _answer(question: Question, dice: Random) -> Answer:
    said: Answer = YesNo(dice.random() < 0.5)
    match question.answer:
        case ChoiceKind(options=options):
            said = Choice(dice.choice(options).id)
        case TicksKind(options=options):
            alone = [one.id for one in options if one.alone]
            others = [one.id for one in options if not one.alone]
            some = [name for name in others if dice.random() < 0.4]
            said = Ticks(tuple(some or [dice.choice(alone or others)]))
        case NumberKind(min=least, max=most):
            said = Number(dice.randint(least, most))
        case AmountKind():
            said = Amount(dice.randint(0, 10_000))
        case DateKind():
            said = Day(date(2020 + dice.randrange(6), 1, 1))
    return said
