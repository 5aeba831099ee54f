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
    identifiers_of,
    meeting_of,
    place_of,
    reason_lines,
    signature,
    weighing_lines,
)
from reports.notes import Notes
from rules.judging.advice import Advice
from rules.library import Library


def amendment(
    advice: Advice, library: Library, draft: Draft, setting: Setting, version: str
) -> Paper:
    """Write the lines of an amendement; its considerations go with the explanation."""
    desk = Desk(library, Notes(library.sources), version)
    opening = desk.say(
        "stuk_aanhef_amendement",
        gemeente=place_of(setting),
        datum=meeting_of(draft),
        voorstel=draft.proposal or "…",
    )
    return Paper(
        kind=Kind.AMENDMENT,
        title=draft.title or advice.decision.header.title,
        lines=(
            *_change(desk, draft),
            *weighing_lines(desk, advice, draft),
            *reason_lines(desk, advice, draft, setting),
        ),
        opening=opening,
        close=desk.say("stuk_slot_amendement"),
        signed=signature(desk, draft),
        identifiers=(
            *identifiers_of(desk, draft)[:2],
            ("Bij voorstel", draft.proposal or desk.say("stuk_leeg")),
            *identifiers_of(desk, draft)[2:],
        ),
        notes=desk.notes.all(),
        weighed=draft.weighed,
        local=draft.local,
    )


def _change(desk: Desk, draft: Draft) -> Iterator[Line]:
    heading = desk.say("stuk_wijziging")
    if draft.old:
        yield Line(Part.OLD, heading, draft.old)
    if draft.new:
        yield Line(Part.NEW, heading, draft.new)
