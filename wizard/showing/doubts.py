"""Answers that the user is not sure of: kept with the dossier, weighed by the rules.

A doubt is a text of the dossier named after its question, so that it is bounded by
the questions that there are, and goes where the dossier goes.
"""

from collections.abc import Collection
from dataclasses import dataclass

from flask import url_for

from reports.composing.memo_core import say_doubts
from reports.dutch import capital, say_answer
from rules.content.questions import Question
from rules.grammar.answers import DontKnow
from rules.judging.robustness import robustness
from wizard.counter import Work
from wizard.keeping.dossier import DOUBT, text_key


@dataclass(frozen=True)
class Firmness:
    """How firm the outcome stands when the answers in doubt turn out otherwise.

    Of each of the `doubts` is told its question, what was said, and whether it decides;
    `mark` is where they are marked, for who may.
    """

    says: str
    doubts: tuple[tuple[Question, str, bool], ...]
    outcomes: tuple[str, ...]
    mark: str


MARKED = "ja"


def doubtful(work: Work) -> tuple[str, ...]:
    """List the questions whose answer is marked as doubtful and can be doubted."""
    if work.dossier is None:
        return ()
    texts = work.dossier.texts
    return tuple(q.id for q in can_be_doubted(work) if DOUBT + q.id in texts)


def can_be_doubted(work: Work) -> tuple[Question, ...]:
    """List the questions that were answered and whose answer takes part in the rules."""
    answers = work.casefile.answers
    return tuple(
        question
        for question in work.decision.questions
        if question.id in work.chart.levels
        and not isinstance(answers.get(question.id, DontKnow()), DontKnow)
    )


def changes_to(work: Work, marked: Collection[str]) -> dict[str, str | None]:
    """Give what to store so that exactly these answers are marked."""
    return {
        text_key(DOUBT + question.id): MARKED if question.id in marked else None
        for question in can_be_doubted(work)
    }


def firmness_in_doubt(work: Work) -> Firmness:
    """Tell whether the outcome stays when the doubtful answers turn out otherwise."""
    marked = doubtful(work)
    found = robustness(work.chart, work.advice.answers, marked)
    law = work.decision
    outcomes = [capital(law.outcome_by_id[name].label) for name in found.outcomes]
    return Firmness(
        says=say_doubts(work.library, law, found) if marked else "",
        doubts=tuple(
            (one, say_answer(one, work.said(one)), one.id in found.deciding)
            for one in (law.question_by_id[name] for name in marked)
        ),
        outcomes=tuple(outcomes) if found.deciding else (),
        mark=url_for("doubts.mark", name=law.id)
        if work.may_change and can_be_doubted(work) and work.dossier
        else "",
    )
