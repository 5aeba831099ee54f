"""Several decisions in one dossier: a fact is asked once, and each sees the same answer."""

from collections.abc import Iterator

from flask import url_for

from rules.content.decision import Decision
from rules.content.questions import Question
from wizard.screens.parts import Addition, Bundle, Link, Member
from wizard.work import Work, law_of, work_of


def works_of(work: Work) -> tuple[Work, ...]:
    """Give all decisions of the dossier on the counter, in the order of adding."""
    dossier, desk = work.dossier, work.desk
    if dossier is None:
        return ()
    known = [name for name in dossier.decisions if name in desk.library.decisions]
    return tuple(
        work
        if name == work.decision.id
        else work_of(desk, desk.library.chart(name), dossier)
        for name in known
    )


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


def _decisions_of(work: Work) -> Iterator[Decision]:
    """Go through the decisions of the dossier, without reading its answers for each."""
    dossier, library = work.dossier, work.desk.library
    if dossier is None:
        return
    for name in dossier.decisions:
        if name in library.decisions:
            yield law_of(library.chart(name), dossier.reference_date).decision


def told(work: Work, question: Question) -> str:
    """Say that this answer was given already, and at which decision."""
    first = given_at(work, question)
    return f"U gaf dit antwoord al bij ‘{first.header.title}’." if first else ""


def taken_along(work: Work) -> int:
    """Count the answers of this decision that were given at another one."""
    return sum(given_at(work, one) is not None for one in work.decision.questions)


def checklist(work: Work) -> Link | None:
    """Give the way to the empty checklist that stands beside this decision."""
    if work.decision.id not in work.desk.library.checklists:
        return None
    return Link("controleblad", url_for("checklists.sheet", name=work.decision.id))


def bundle(work: Work) -> Bundle | None:
    """Show the decisions of this dossier, and which could be added."""
    if work.dossier is None:
        return None
    works = works_of(work)
    several = Link("Eén memo over deze besluiten", url_for("memos.choose"))
    return Bundle(
        members=tuple(_member(work, one) for one in works),
        additions=tuple(_additions(work)),
        memo=several if len(works) > 1 else None,
    )


def _member(work: Work, one: Work) -> Member:
    name = one.decision.id
    return Member(
        title=one.decision.header.title,
        outcome=one.outcome.title,
        links=(
            Link("Antwoorden", url_for("pages.overview", name=name)),
            Link("Uitkomst", url_for("pages.advice", name=name)),
        ),
        here=name == work.decision.id,
    )


def _additions(work: Work) -> Iterator[Addition]:
    dossier, desk = work.dossier, work.desk
    if dossier is None or not work.may_change:
        return
    for name, decision in desk.library.decisions.items():
        if name in dossier.decisions:
            continue
        known = taken_along(work_of(desk, desk.library.chart(name), dossier))
        along = "1 antwoord neemt" if known == 1 else f"{known} antwoorden neemt"
        yield Addition(
            Link(decision.header.title, url_for("pages.gate", name=name)),
            f"{along} u mee." if known else "",
        )
