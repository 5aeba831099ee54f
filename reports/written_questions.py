"""Compose written questions: laid together by body, one question to a number."""

from collections.abc import Iterator
from dataclasses import replace

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
    by_body,
    fact_lines,
    identifiers_of,
    reason_lines,
    signature,
    title_of,
)
from reports.dutch import enumerate_words, say_date
from reports.notes import Notes
from rules.judging.advice import Advice
from rules.judging.asking import TONIGHT, Tonight
from rules.library import Library


def offered_questions(advice: Advice) -> dict[str, tuple[str, ...]]:
    """Give the questions that can be put in writing, by the body to put them to.

    Those for tonight come first, then what else is open.
    Police and prosecutor are reached through the burgemeester, partners through the
    college; what the griffie knows needs no written question.
    """
    found: dict[str, list[str]] = {name: [] for name in ASKABLE}
    for each in advice.tonight:
        if each.to in VIA:
            found[VIA[each.to]].append(each.text)
    for body, questions in questions_by_body(advice).items():
        if body in VIA:
            found[VIA[body]] += questions
    return {name: tuple(dict.fromkeys(texts)) for name, texts in found.items()}


def ready_questions(advice: Advice) -> tuple[Tonight, ...]:
    """Give the three best questions, with why they count: those for tonight.

    One that cannot be put in writing makes room for the next that is open.
    """
    best = [each for each in advice.tonight if each.to in VIA]
    known = {each.text for each in best}
    rest = [
        Tonight(to, text, "", ())
        for to, texts in offered_questions(advice).items()
        for text in texts
        if text not in known
    ]
    return tuple(replace(each, to=VIA[each.to]) for each in (*best, *rest)[:TONIGHT])


def written_questions(
    advice: Advice, library: Library, draft: Draft, setting: Setting, version: str
) -> Paper:
    """Write the lines of a set of questions."""
    desk = Desk(library, Notes(library.sources, in_short=True), version)
    number, agenda, _, parties, *rest = identifiers_of(desk, draft, setting)
    del agenda
    ground = (
        desk.say("stuk_grondslag_artikel", nummer=draft.article)
        if draft.article
        else desk.say("stuk_grondslag_onbekend")
    )
    lines = (*_cause(desk, advice, draft), *_questions(desk, advice, draft))
    return Paper(
        kind=Kind.QUESTIONS,
        title=title_of(advice, draft, setting),
        lines=(*lines, *reason_lines(desk, advice, draft, setting)),
        opening=f"{ground} {desk.say('stuk_grondslag_wet')}",
        close=_answer_by(desk, draft),
        signed=signature(desk, draft),
        identifiers=(number, ("Aan", _addressed(desk, draft)), parties, *rest),
        notes=desk.notes.all(),
        local=draft.local,
    )


def _cause(desk: Desk, advice: Advice, draft: Draft) -> Iterator[Line]:
    heading = desk.say("stuk_aanleiding")
    for line in fact_lines(desk, advice, draft):
        yield Line(Part.CAUSE, heading, line.text, line.notes)


def _addressed(desk: Desk, draft: Draft) -> str:
    bodies = dict.fromkeys(entry.to for entry in by_body(draft.entries))
    names = tuple(map(desk.body, bodies))
    return enumerate_words(names) if names else desk.say("stuk_leeg")


def _questions(desk: Desk, advice: Advice, draft: Draft) -> Iterator[Line]:
    """Give the questions; one in our own words names the article that it rests on."""
    laws = {each.text: desk.laws(each.sources) for each in ready_questions(advice)}
    for entry in by_body(draft.entries):
        heading = desk.say("stuk_vragen_aan", orgaan=desk.body(entry.to))
        notes = desk.notes.cite(laws.get(entry.text, ()))
        yield Line(Part.QUESTION, heading, entry.text, notes, to=entry.to)


def _answer_by(desk: Desk, draft: Draft) -> str:
    if draft.by is None:
        return desk.say("stuk_antwoord_termijn")
    return desk.say("stuk_antwoord_voor", datum=say_date(draft.by))
