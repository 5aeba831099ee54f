"""Compose a motie: facts, considerations, and requests to the bodies they belong to."""

from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.draft import (
    fact_lines,
    reason_lines,
    request_lines,
    signature,
    weighing_lines,
)
from reports.council.paper import Draft, Paper, Setting
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
