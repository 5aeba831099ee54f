"""Several decisions in one dossier: a fact is asked once, and each sees the same answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for

from rules.content.decision import Decision
from rules.content.questions import Question
from rules.content.signpost import PREFIX
from wizard.counter import (
    Counter,
    Work,
    can_judge,
    judged_names,
    judged_works,
    law_of,
    slug_of,
    work_of,
)
from wizard.keeping.dossier import CAUSE, UNTOLD, StoredDossier
from wizard.screen_parts import Link, ToldLink, Way


@dataclass(frozen=True)
class Member:
    """One decision of the dossier and where it stands; `name` where there is a way to it."""

    title: str
    outcome: str
    name: str = ""
    here: bool = False


@dataclass(frozen=True)
class Bundle:
    """All decisions of a dossier, and those that could be added, with what is known."""

    members: tuple[Member, ...]
    additions: tuple[ToldLink, ...]
    has_several: bool


@dataclass(frozen=True)
class Cause:
    """From which problem the dossier came, and whether papers name it."""

    problem: Link
    told: str
    way: Way | None


ON_PAPER = "Staat op uw papieren."
NOT_ON_PAPER = "Staat niet op uw papieren."
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


def problem_called(counter: Counter, word: str) -> str:
    """Name the problem that a dossier came from, by the word that it keeps."""
    signpost = counter.library.signpost
    found = signpost.named(word) if signpost is not None else None
    return found.title if found is not None else ""


def cause(work: Work) -> Cause | None:
    """Tell from which problem the dossier came, and let papers name it or not."""
    dossier = work.dossier
    title = (
        problem_called(work.counter, dossier.texts.get(CAUSE, "")) if dossier else ""
    )
    if dossier is None or not title:
        return None
    told = UNTOLD not in dossier.texts
    problem = slug_of(dossier.texts[CAUSE].removeprefix(PREFIX))
    return Cause(
        Link(title, url_for("signpost.problem", name=problem)),
        ON_PAPER if told else NOT_ON_PAPER,
        Way(
            "Laat weg van papier" if told else "Zet op papier",
            url_for("signpost.cause"),
            (("besluit", work.decision.id), ("zo", "nee" if told else "ja")),
        )
        if work.may_change
        else None,
    )


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


def checklist(work: Work) -> Link | None:
    """Give the way to the empty checklist that stands beside this decision."""
    if work.decision.id not in work.counter.library.checklists:
        return None
    return Link("controleblad", url_for("checklists.sheet", name=work.decision.id))


def bundle(work: Work) -> Bundle | None:
    """Show the decisions of this dossier, and which could be added."""
    if work.dossier is None:
        return None
    here, works = work.decision.id, judged_works(work.counter, work.dossier)
    return Bundle(
        members=(
            # What lies open was judged already.
            *(_member(work, work if one.decision.id == here else one) for one in works),
            *_not_judged(work.counter, work.dossier),
        ),
        additions=tuple(_additions(work)),
        has_several=len(works) > 1,
    )


def _member(work: Work, one: Work) -> Member:
    name = one.decision.id
    return Member(
        title=one.decision.header.title,
        outcome=one.advice.headline.title,
        name=name,
        here=name == work.decision.id,
    )


def _not_judged(counter: Counter, dossier: StoredDossier) -> Iterator[Member]:
    """Name the decisions of the dossier that the rules cannot judge at its date."""
    for name in dossier.decisions:
        known = counter.library.decisions.get(name)
        if known is None:
            yield Member(f"‘{name}’", "Dit besluit kent Raadwijzer niet meer.")
        elif not can_judge(counter, name, dossier.reference_date):
            yield Member(known.header.title, NOT_JUDGED)


def _additions(work: Work) -> Iterator[ToldLink]:
    dossier, counter = work.dossier, work.counter
    if dossier is None or not work.may_change:
        return
    for name, decision in counter.library.decisions.items():
        if name in dossier.decisions or not can_judge(
            counter, name, dossier.reference_date
        ):
            continue
        known = taken_along(work_of(counter, counter.library.chart(name), dossier))
        along = "1 antwoord neemt" if known == 1 else f"{known} antwoorden neemt"
        yield ToldLink(
            Link(decision.header.title, url_for("pages.gate", name=name)),
            f"{along} u mee." if known else "",
        )
