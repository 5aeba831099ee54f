"""Several decisions in one dossier: a fact is asked once, and each sees the same answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from rules.content.decision import Decision
from rules.content.questions import Question
from rules.content.signpost import Problem
from wizard.counter import (
    Counter,
    Work,
    can_judge,
    judged_names,
    judged_works,
    law_of,
    work_of,
)
from wizard.keeping.dossier import StoredDossier


@dataclass(frozen=True)
class Bundle:
    """All decisions of a dossier, and those that could be added, with what is known.

    `unjudged` tells of the title of a decision why the rules cannot judge it; each of the
    `additions` has the number of its answers that are known already.
    """

    here: str
    works: tuple[Work, ...]
    unjudged: tuple[tuple[str, str], ...]
    additions: tuple[tuple[Decision, int], ...]


NOT_JUDGED = "De peildatum van dit dossier is te vroeg voor dit besluit."


def given_at(work: Work, question: Question) -> Decision | None:
    """Give the other decision at which this answer was given, if there is one."""
    if work.dossier is None or question.id not in work.dossier.answers:
        return None
    for other in _decisions_of(work):
        if other.id == work.decision.id:
            return None
        if question.id in other.question_by_id:
            return other
    return None


def problem_called(counter: Counter, word: str) -> Problem | None:
    """Give the problem that a dossier came from, by the word that it keeps."""
    signpost = counter.library.signpost
    return signpost.named(word) if signpost is not None else None


def _decisions_of(work: Work) -> Iterator[Decision]:
    """Go through the decisions of the dossier, without reading its answers for each."""
    dossier, counter = work.dossier, work.counter
    if dossier is None:
        return
    for name in judged_names(counter, dossier):
        yield law_of(counter.library.chart(name), dossier.reference_date).decision


def told(work: Work, question: Question) -> str:
    """Say that this answer was given already, and at which decision."""
    first = given_at(work, question)
    return f"U gaf dit antwoord al bij ‘{first.header.title}’." if first else ""


def taken_along(work: Work) -> int:
    """Count the answers of this decision that were given at another one."""
    return sum(given_at(work, one) is not None for one in work.decision.questions)


def bundle(work: Work) -> Bundle | None:
    """Show the decisions of this dossier, and which could be added."""
    if work.dossier is None:
        return None
    here, works = work.decision.id, judged_works(work.counter, work.dossier)
    return Bundle(
        here,
        # What lies open was judged already.
        works=tuple(work if one.decision.id == here else one for one in works),
        unjudged=tuple(_not_judged(work.counter, work.dossier)),
        additions=tuple(_additions(work)),
    )


def _not_judged(counter: Counter, dossier: StoredDossier) -> Iterator[tuple[str, str]]:
    """Name the decisions of the dossier that the rules cannot judge at its date."""
    for name in dossier.decisions:
        known = counter.library.decisions.get(name)
        if known is None:
            yield f"‘{name}’", "Dit besluit kent Raadwijzer niet meer."
        elif not can_judge(counter, name, dossier.reference_date):
            yield known.header.title, NOT_JUDGED


def _additions(work: Work) -> Iterator[tuple[Decision, int]]:
    dossier, counter = work.dossier, work.counter
    if dossier is None or not work.may_change:
        return
    for name, decision in counter.library.decisions.items():
        fits = can_judge(counter, name, dossier.reference_date)
        if fits and name not in dossier.decisions:
            chart = counter.library.chart(name)
            yield decision, taken_along(work_of(counter, chart, dossier))
