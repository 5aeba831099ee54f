"""Compose written questions: laid together by body, one question to a number."""

from collections.abc import Iterator
from dataclasses import replace

from reports.composing.questions_by_body import questions_by_body
from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.draft import (
    ASKABLE,
    asked_through,
    by_body,
    fact_lines,
    reason_lines,
    signature,
)
from reports.council.paper import Draft, Paper, PaperLine, PaperPart, Setting
from reports.council.paper_document import identifiers_of, title_of
from reports.document import PaperKind
from reports.dutch import enumerate_words, say_date
from rules.judging.advice import Advice
from rules.judging.what_to_ask import TONIGHT, TonightQuestion
from rules.library import Library


def offered_questions(
    writer: Writer, advice: Advice, *, once: bool = True
) -> dict[str, tuple[str, ...]]:
    """Give the questions that can be put in writing, by the body to put them to.

    Those for tonight come first, then what else is open; what they ask is not asked in
    other words as well, where it is asked `once`.
    Police and prosecutor are reached through the burgemeester, partners through the
    college; what the griffie knows needs no written question.
    """
    found: dict[str, list[str]] = {name: [] for name in ASKABLE}
    first = [(each.to, (each.text,)) for each in advice.tonight]
    asked = {name for each in advice.tonight for name in each.about if once}
    for body, texts in (*first, *questions_by_body(advice, asked).items()):
        to = asked_through(writer, body)
        if to is not None:
            found[to] += texts
    return {name: tuple(dict.fromkeys(texts)) for name, texts in found.items()}


def ready_questions(writer: Writer, advice: Advice) -> tuple[TonightQuestion, ...]:
    """Give the three best questions, with why they count: those for tonight.

    One that cannot be put in writing makes room for the next that is open.
    """
    best = [
        replace(each, to=to)
        for each in advice.tonight
        if (to := asked_through(writer, each.to)) is not None
    ]
    known = {each.text for each in best}
    rest = [
        TonightQuestion(to, text, "", ())
        for to, texts in offered_questions(writer, advice).items()
        for text in texts
        if text not in known
    ]
    return (*best, *rest)[:TONIGHT]


def written_questions(
    advice: Advice, library: Library, draft: Draft, setting: Setting, version: str
) -> Paper:
    """Write the lines of a set of questions."""
    writer = Writer(library, Notes(library.sources, in_short=True), version)
    number, _, _, parties, *rest = identifiers_of(writer, draft, setting)
    ground = (
        writer.say("stuk_grondslag_artikel", nummer=draft.article)
        if draft.article
        else writer.say("stuk_grondslag_onbekend")
    )
    lines = (*_cause(writer, advice, draft), *_questions(writer, advice, draft))
    return Paper(
        kind=PaperKind.QUESTIONS,
        title=title_of(advice, draft, setting),
        lines=(*lines, *reason_lines(writer, advice, draft, setting)),
        opening=f"{ground} {writer.say('stuk_grondslag_wet')}",
        close=_answer_by(writer, draft),
        signed=signature(writer, draft),
        identifiers=(number, ("Aan", _addressed(writer, draft)), parties, *rest),
        notes=writer.notes.all(),
        local=draft.local,
    )


def _cause(writer: Writer, advice: Advice, draft: Draft) -> Iterator[PaperLine]:
    heading = writer.say("stuk_aanleiding")
    for line in fact_lines(writer, advice, draft):
        yield PaperLine(PaperPart.CAUSE, heading, line.text, line.notes)


def _addressed(writer: Writer, draft: Draft) -> str:
    bodies = dict.fromkeys(entry.to for entry in by_body(draft.entries))
    names = tuple(map(writer.body, bodies))
    return enumerate_words(names) if names else writer.say("stuk_leeg")


def _questions(writer: Writer, advice: Advice, draft: Draft) -> Iterator[PaperLine]:
    """Give the questions; one in our own words names the article that it rests on."""
    laws = {
        each.text: writer.laws(each.sources) for each in ready_questions(writer, advice)
    }
    for entry in by_body(draft.entries):
        heading = writer.say("stuk_vragen_aan", orgaan=writer.body(entry.to))
        notes = writer.notes.cite(laws.get(entry.text, ()))
        yield PaperLine(PaperPart.QUESTION, heading, entry.text, notes, to=entry.to)


def _answer_by(writer: Writer, draft: Draft) -> str:
    if draft.by is None:
        return writer.say("stuk_antwoord_termijn")
    return writer.say("stuk_antwoord_voor", datum=say_date(draft.by))
