"""A paper of the council as a document to print: its title, its parts, who signs."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reports.composing.writer import Writer, cause_of, cell, paragraph
from reports.council.paper import (
    FOREIGN,
    OTHER,
    RUNNING,
    Draft,
    Paper,
    PaperLine,
    PaperPart,
    Setting,
)
from reports.document import Block, Document, Listing, Paragraph, Section, Span, Table
from reports.dutch import enumerate_words, say_date
from rules.judging.advice import Advice


def title_of(advice: Advice, draft: Draft, setting: Setting) -> str:
    """Give the heading of a paper: as typed, else what the dossier is about."""
    return draft.title or setting.about.subject or advice.decision.header.title


def identifiers_of(
    writer: Writer, draft: Draft, setting: Setting
) -> tuple[tuple[str, str], ...]:
    """Give what stands above the paper; what is the griffie’s to fill in stays open.

    What the dossier is about comes last, where it was filled in.
    """
    empty, clerk = writer.say("stuk_leeg"), writer.say("stuk_griffie")
    about = setting.about
    item = about.meeting.item or clerk
    told = ", ".join(filter(None, (about.subject, about.place)))
    meeting = empty if draft.meeting is None else say_date(draft.meeting)
    parties = enumerate_words(draft.parties) if draft.parties else empty
    return (
        ("Nummer", about.meeting.number or clerk),
        ("Agendapunt", writer.say("stuk_vreemd") if draft.agenda == FOREIGN else item),
        ("Raadsvergadering", meeting),
        ("Ingediend door", parties),
        ("Portefeuillehouder", clerk),
        *((("Onderwerp", told),) if told else ()),
        *cause_of(about.problem, writer.library),
    )


def place_of(setting: Setting) -> str:
    """Name the municipality as it stands in an opening."""
    return f"de gemeente {setting.municipality or '…'}"


def meeting_of(draft: Draft) -> str:
    """Name the day of the meeting as it stands in an opening."""
    return "…" if draft.meeting is None else say_date(draft.meeting)


def document_of(writer: Writer, paper: Paper, setting: Setting) -> Document:
    """Print the lines of a paper as a document, ready for every format."""
    return Document(
        kind=paper.kind,
        title=paper.title,
        subject=writer.say("stuk_concept"),
        date=setting.day,
        header_line=writer.say("kopregel", datum=say_date(setting.checked)),
        footer_line=writer.say("voetregel", code=setting.code, versie=setting.edition),
        identifiers=paper.identifiers,
        sections=tuple(_sections(paper)),
        notes=paper.notes,
    )


def _sections(paper: Paper) -> Iterator[Section]:
    if paper.opening:
        yield Section("aanhef", "", (paragraph(paper.opening),))
    lines = [line for line in paper.lines if line.part is not PaperPart.REASON]
    yield from _grouped(lines, start=1)
    if paper.close or paper.signed:
        told = filter(None, (paper.close, paper.signed))
        yield Section("slot", "", tuple(map(paragraph, told)))
    yield from _grouped(paper.of(PaperPart.REASON), start=50)


def _grouped(lines: Iterable[PaperLine], *, start: int) -> Iterator[Section]:
    for number, (heading, found) in enumerate(
        groupby(lines, key=lambda line: line.heading), start
    ):
        blocks = [
            block
            for _, several in groupby(found, key=_looks)
            for block in _blocks(tuple(several))
        ]
        yield Section(f"deel-{number}", heading or OTHER, tuple(blocks))


def _looks(line: PaperLine) -> str:
    """Tell how a line is printed, so that none is lost among others."""
    if line.part in (PaperPart.OLD, PaperPart.NEW):
        return "tabel"
    return "tekst" if line.part in RUNNING else "lijst"


def _blocks(lines: tuple[PaperLine, ...]) -> Iterator[Block]:
    first = lines[0].part
    if first in (PaperPart.OLD, PaperPart.NEW):
        old = "\n".join(line.text for line in lines if line.part is PaperPart.OLD)
        new = "\n".join(line.text for line in lines if line.part is PaperPart.NEW)
        yield Table(
            caption="De wijziging, tekst naast tekst",
            head=("Bestaande tekst", "Nieuwe tekst"),
            rows=((cell(old), cell(new)),),
            widths=(50, 50),
            row_heads=False,
        )
    elif first in RUNNING:
        for line in lines:
            yield Paragraph((Span(line.text, line.notes),))
    else:
        items = tuple((Span(line.text, line.notes),) for line in lines)
        yield Listing(items, ordered=True)
