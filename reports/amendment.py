"""Compose an amendement: the text as it stands, and the text as it should read."""

from collections.abc import Iterator

from reports.desk import Desk
from reports.document import Kind
from reports.draft import (
    Draft,
    Line,
    Paper,
    Part,
    Setting,
    fact_lines,
    identifiers_of,
    meeting_of,
    place_of,
    reason_lines,
    signature,
    title_of,
    weighing_lines,
)
from reports.notes import Notes
from rules.judging.advice import Advice
from rules.library import Library


def amendment(
    advice: Advice, library: Library, draft: Draft, setting: Setting, version: str
) -> Paper:
    """Write the lines of an amendement: what leads to the change, and the change."""
    desk = Desk(library, Notes(library.sources, in_short=True), version)
    opening = desk.say(
        "stuk_aanhef_amendement",
        gemeente=place_of(setting),
        datum=meeting_of(draft),
        voorstel=draft.proposal or "…",
    )
    identifiers = identifiers_of(desk, draft, setting)
    return Paper(
        kind=Kind.AMENDMENT,
        title=title_of(advice, draft, setting),
        lines=(
            *fact_lines(desk, advice, draft),
            *weighing_lines(desk, advice, draft),
            *_change(desk, draft),
            *reason_lines(desk, advice, draft, setting),
        ),
        opening=opening,
        close=desk.say("stuk_slot_amendement"),
        signed=signature(desk, draft),
        identifiers=(
            *identifiers[:2],
            ("Bij voorstel", draft.proposal or desk.say("stuk_leeg")),
            *identifiers[2:],
        ),
        notes=desk.notes.all(),
        local=draft.local,
    )


def _change(desk: Desk, draft: Draft) -> Iterator[Line]:
    heading = desk.say("stuk_wijziging")
    if draft.old:
        yield Line(Part.OLD, heading, draft.old)
    if draft.new:
        yield Line(Part.NEW, heading, draft.new)
