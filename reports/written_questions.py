"""Compose written questions: one set for one body, one question to a number."""

from collections.abc import Iterator

from reports.asking import questions_by_body
from reports.desk import Desk
from reports.document import Kind
from reports.draft import (
    ASKABLE,
    VIA,
    Draft,
    Line,
    Paper,
    Part,
    Setting,
    fact_lines,
    identifiers_of,
    reason_lines,
    signature,
)
from reports.dutch import say_date
from reports.notes import Notes
from rules.judging.advice import Advice
from rules.library import Library


def offered_questions(advice: Advice) -> dict[str, tuple[str, ...]]:
    """Give the questions that can be put in writing, by the body to put them to.

    Police and prosecutor are reached through the burgemeester, partners through the
    college; what the griffie knows needs no written question.
    """
    found: dict[str, list[str]] = {name: [] for name in ASKABLE}
    for body, questions in questions_by_body(advice).items():
        if body in VIA:
            found[VIA[body]] += questions
    return {name: tuple(dict.fromkeys(texts)) for name, texts in found.items()}


def written_questions(
    advice: Advice, library: Library, draft: Draft, setting: Setting, version: str
) -> Paper:
    """Write the lines of one set of questions."""
    desk = Desk(library, Notes(library.sources), version)
    number, agenda, _, parties, alderman = identifiers_of(desk, draft)
    del agenda
    ground = (
        desk.say("stuk_grondslag_artikel", nummer=draft.article)
        if draft.article
        else desk.say("stuk_grondslag_onbekend")
    )
    lines = (*_cause(desk, advice, draft), *_questions(desk, draft))
    return Paper(
        kind=Kind.QUESTIONS,
        title=draft.title or advice.decision.header.title,
        lines=(*lines, *reason_lines(desk, advice, draft, setting)),
        opening=f"{ground} {desk.say('stuk_grondslag_wet')}",
        close=_answer_by(desk, draft),
        signed=signature(desk, draft),
        identifiers=(number, ("Aan", desk.body(draft.to)), parties, alderman),
        notes=desk.notes.all(),
        weighed=draft.weighed,
        local=draft.local,
    )


def _cause(desk: Desk, advice: Advice, draft: Draft) -> Iterator[Line]:
    heading = desk.say("stuk_aanleiding")
    for line in fact_lines(desk, advice, draft):
        yield Line(Part.CAUSE, heading, line.text, line.notes)


def _questions(desk: Desk, draft: Draft) -> Iterator[Line]:
    heading = desk.say("stuk_vragen_aan", orgaan=desk.body(draft.to))
    for text in draft.questions:
        yield Line(Part.QUESTION, heading, text, to=draft.to)


def _answer_by(desk: Desk, draft: Draft) -> str:
    if draft.answer_by is None:
        return desk.say("stuk_antwoord_termijn")
    return desk.say("stuk_antwoord_voor", datum=say_date(draft.answer_by))
