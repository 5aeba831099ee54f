"""Compose a motie or an amendement: what leads to it, and what is asked or changed.

A motie puts requests to the bodies they belong to. An amendement lays the text as it
stands beside the text as it should read.
"""

from collections.abc import Iterator

from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.draft import (
    fact_lines,
    reason_lines,
    request_lines,
    signature,
    weighing_lines,
)
from reports.council.paper import Draft, Paper, PaperLine, PaperPart, Setting
from reports.council.paper_document import (
    identifiers_of,
    meeting_of,
    place_of,
    title_of,
)
from reports.document import PaperKind
from rules.judging.advice import Advice
from rules.library import Library


def motion(
    advice: Advice, library: Library, draft: Draft, setting: Setting, version: str
) -> Paper:
    """Write the lines of a motie from what the user chose."""
    writer = Writer(library, Notes(library.sources, in_short=True), version)
    lines = (
        *fact_lines(writer, advice, draft),
        *weighing_lines(writer, advice, draft),
        *request_lines(writer, draft),
        *reason_lines(writer, advice, draft, setting),
    )
    where, day = place_of(setting), meeting_of(draft)
    return Paper(
        kind=PaperKind.MOTION,
        title=title_of(advice, draft, setting),
        lines=lines,
        opening=writer.say("stuk_aanhef", gemeente=where, datum=day),
        close=writer.say("stuk_slot"),
        signed=signature(writer, draft),
        identifiers=identifiers_of(writer, draft, setting),
        notes=writer.notes.all(),
        local=draft.local,
    )


def amendment(
    advice: Advice, library: Library, draft: Draft, setting: Setting, version: str
) -> Paper:
    """Write the lines of an amendement: what leads to the change, and the change."""
    writer = Writer(library, Notes(library.sources, in_short=True), version)
    opening = writer.say(
        "stuk_aanhef_amendement",
        gemeente=place_of(setting),
        datum=meeting_of(draft),
        voorstel=draft.proposal or "…",
    )
    number, item, *rest = identifiers_of(writer, draft, setting)
    proposal = ("Bij voorstel", draft.proposal or writer.say("stuk_leeg"))
    return Paper(
        kind=PaperKind.AMENDMENT,
        title=title_of(advice, draft, setting),
        lines=(
            *fact_lines(writer, advice, draft),
            *weighing_lines(writer, advice, draft),
            *_change(writer, draft),
            *reason_lines(writer, advice, draft, setting),
        ),
        opening=opening,
        close=writer.say("stuk_slot_amendement"),
        signed=signature(writer, draft),
        identifiers=(number, item, proposal, *rest),
        notes=writer.notes.all(),
        local=draft.local,
    )


def _change(writer: Writer, draft: Draft) -> Iterator[PaperLine]:
    heading = writer.say("stuk_wijziging", plek=draft.where or "…")
    if draft.old:
        yield PaperLine(PaperPart.OLD, heading, draft.old)
    if draft.new:
        yield PaperLine(PaperPart.NEW, heading, draft.new)
