"""Compose a motie: facts, considerations, and requests to the bodies they belong to."""

from reports.desk import Desk
from reports.document import Kind
from reports.draft import (
    Draft,
    Paper,
    Setting,
    fact_lines,
    identifiers_of,
    meeting_of,
    place_of,
    reason_lines,
    request_lines,
    signature,
    title_of,
    weighing_lines,
)
from reports.notes import Notes
from rules.judging.advice import Advice
from rules.library import Library


def motion(
    advice: Advice, library: Library, draft: Draft, setting: Setting, version: str
) -> Paper:
    """Write the lines of a motie from what the user chose."""
    desk = Desk(library, Notes(library.sources, in_short=True), version)
    lines = (
        *fact_lines(desk, advice, draft),
        *weighing_lines(desk, advice, draft),
        *request_lines(desk, draft),
        *reason_lines(desk, advice, draft, setting),
    )
    where, day = place_of(setting), meeting_of(draft)
    return Paper(
        kind=Kind.MOTION,
        title=title_of(advice, draft, setting),
        lines=lines,
        opening=desk.say("stuk_aanhef", gemeente=where, datum=day),
        close=desk.say("stuk_slot"),
        signed=signature(desk, draft),
        identifiers=identifiers_of(desk, draft, setting),
        notes=desk.notes.all(),
        local=draft.local,
    )
