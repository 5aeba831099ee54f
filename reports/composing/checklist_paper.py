"""The checklist on paper: questions about a way of working, with boxes to tick by hand.

Nothing can be filled in on a screen, so that no file of one household can grow from it.
"""

from collections.abc import Iterator

from reports.composing.source_notes import Notes
from reports.composing.writer import Writer, cell, paragraph
from reports.document import BOX, Cell, Document, PaperKind, Section, Span, Table
from reports.dutch import say_date
from rules.content.checklist import Checklist, CheckPoint
from rules.library import Library

HEAD = ("Vraag", "Ja", "Nee", "Weet ik niet")
WIDTHS = (70, 10, 10, 10)


def compose_checklist(sheet: Checklist, library: Library, version: str) -> Document:
    """Compose the empty sheet; it is the same for everybody."""
    header = library.decision(sheet.decision).header
    writer = Writer(library, Notes(library.sources), version)
    intro, title = tuple(map(paragraph, sheet.intro)), writer.say("controleblad_kop")
    whole = Section("blad", title, intro, tuple(_parts(writer, sheet)))
    day = say_date(header.checked_on)
    return Document(
        kind=PaperKind.CHECKLIST,
        title=sheet.title,
        subject=writer.say("controleblad_onderwerp", besluit=header.title),
        date=header.checked_on,
        header_line=writer.say("controleblad_kopregel", datum=day),
        footer_line=writer.say("controleblad_voetregel", versie=version),
        identifiers=(("Besluit", header.title), ("Peildatum", day)),
        sections=(whole,),
        notes=writer.notes.all(),
    )


def _parts(writer: Writer, sheet: Checklist) -> Iterator[Section]:
    for number, group in enumerate(sheet.groups, start=1):
        caption = writer.say("controleblad_tabel", deel=group.title.lower())
        rows = tuple(_row(writer, check) for check in group.items)
        table = Table(caption, HEAD, rows, WIDTHS)
        yield Section(f"deel-{number}", f"{number}. {group.title}", (table,))


def _row(writer: Writer, check: CheckPoint) -> tuple[Cell, ...]:
    asked = Cell((Span(f"{check.ref}. "), writer.cited(check.text, check.sources)))
    return (asked, *(cell(BOX) for _ in HEAD[1:]))
