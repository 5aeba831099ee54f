"""The checklist on paper: questions about a way of working, with boxes to tick by hand.

Nothing can be filled in on a screen, so that no file of one household can grow from it.
"""

from collections.abc import Iterator
from datetime import date

from reports.desk import Desk, cell, paragraph
from reports.document import BOX, Cell, Document, Kind, Section, Span, Table
from reports.dutch import say_date
from reports.notes import Notes
from rules.content.checklist import Check, CheckGroup, Checklist
from rules.library import Library

HEAD = ("Vraag", "Ja", "Nee", "Weet ik niet")
WIDTHS = (70, 10, 10, 10)


def compose_checklist(sheet: Checklist, library: Library, version: str) -> Document:
    """Compose the empty sheet; it is the same for everybody."""
    header = library.decision(sheet.decision).header
    desk = Desk(library, Notes(library.sources), version)
    intro = tuple(map(paragraph, sheet.intro))
    parts = tuple(_parts(desk, sheet))
    whole = Section("blad", desk.say("controleblad_kop"), intro, parts)
    checked: date = header.checked_on
    day = say_date(checked)
    return Document(
        kind=Kind.CHECKLIST,
        title=sheet.title,
        subject=desk.say("controleblad_onderwerp", besluit=header.title),
        language="nl-NL",
        date=checked,
        header_line=desk.say("controleblad_kopregel", datum=day),
        footer_line=desk.say("controleblad_voetregel", versie=version),
        identifiers=(("Besluit", header.title), ("Peildatum", day)),
        sections=(whole,),
        notes=desk.notes.all(),
    )


def _parts(desk: Desk, sheet: Checklist) -> Iterator[Section]:
    for number, group in enumerate(sheet.groups, start=1):
        table = _table(desk, group)
        yield Section(f"deel-{number}", f"{number}. {group.title}", (table,))


def _table(desk: Desk, group: CheckGroup) -> Table:
    caption = desk.say("controleblad_tabel", deel=group.title.lower())
    rows = tuple(_row(desk, check) for check in group.items)
    return Table(caption, HEAD, rows, WIDTHS)


def _row(desk: Desk, check: Check) -> tuple[Cell, ...]:
    asked = Cell((Span(f"{check.ref}. "), desk.cited(check.text, check.sources)))
    return (asked, *(cell(BOX) for _ in HEAD[1:]))
