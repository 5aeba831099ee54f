"""What was checked, told in three ways: as data, as text, and as a paper to print."""

from collections.abc import Iterator
from datetime import date

from reports.composing.writer import cell, paragraph
from reports.council.findings import Finding, JudgedLine, LineVerdict
from reports.council.lint import CheckedPaper
from reports.council.paper import PaperPart
from reports.document import Cell, Document, PaperKind, Section, Table
from reports.dutch import capital, say_date
from rules.content.competence import FindingSeverity

KINDS = {
    PaperKind.MOTION: "motie",
    PaperKind.AMENDMENT: "amendement",
    PaperKind.QUESTIONS: "vragen",
}
WHOLE = {
    LineVerdict.CAN: "Wij zagen niets dat zo niet kan.",
    LineVerdict.CANNOT: "Ten minste één regel kan zo niet.",
    LineVerdict.UNJUDGED: (
        "Ten minste één regel konden wij niet beoordelen. Vraag die aan de griffie."
    ),
}
LIMITS = (
    "Dit is een eerste lezing door een computer. Zij kent niet elke zin en niet de regels "
    "van uw gemeente. De griffie heeft het laatste woord."
)
HEAD = ("Regel", "Waarom, en wat er kan staan")
WIDTHS = (45, 55)


def as_data(file: str, checked: CheckedPaper) -> dict[str, object]:
    """Give a checked file as plain data: a contract of the command line."""
    return {
        "file": file,
        "kind": KINDS[checked.paper.kind],
        "verdict": checked.verdict.value,
        "lines": [_line(judged) for judged in checked.lines],
    }


def _line(judged: JudgedLine) -> dict[str, object]:
    found = judged.decisive
    start, end = judged.line.span
    return {
        "text": judged.line.text,
        "start": start,
        "end": end,
        "verdict": judged.verdict.value,
        "rule": found.rule if found else None,
        "message": found.message if found else None,
        "body": found.bodies[0] if found and found.bodies else None,
        "better": found.suggestion if found else None,
        "more": [_told(one) for one in dict.fromkeys(judged.findings) if one != found],
    }


def _told(found: Finding) -> dict[str, object]:
    """Give what else was found in a line: who mends the first meets the next."""
    return {
        "rule": found.rule,
        "blocks": found.severity is FindingSeverity.BLOKKEERT,
        "message": found.message,
        "better": found.suggestion,
    }


def as_text(file: str, checked: CheckedPaper) -> str:
    """Give a checked file as lines to read in a terminal."""
    kind = KINDS[checked.paper.kind]
    rows = [f"{file} (gelezen als {kind}): {checked.verdict.dutch}"]
    for judged in checked.lines:
        rows.append(f"  [{judged.verdict.dutch}] {judged.line.text}")
        rows += [f"      {text}" for text in told_of(judged)]
    return "\n".join(rows)


def told_of(judged: JudgedLine) -> list[str]:
    """Give what is said of a line: why, and what can stand there instead."""
    seen = dict.fromkeys(_ranked(judged))
    return [f"{one.message} {one.suggestion}" for one in seen]


def _ranked(judged: JudgedLine) -> Iterator[Finding]:
    if judged.decisive is not None:
        yield judged.decisive
    yield from judged.findings


def compose_check(checked: CheckedPaper, *, day: date, version: str) -> Document:
    """Compose the paper of a check; nothing but what was brought stands in it."""
    told = say_date(day)
    kind = KINDS[checked.paper.kind]
    told_first = (paragraph(WHOLE[checked.verdict]), paragraph(LIMITS))
    section = Section("oordeel", "Wat wij zagen", (*told_first, *_tables(checked)))
    return Document(
        kind=PaperKind.CHECK,
        title="Controle van een tekst",
        subject=f"Gelezen als {kind}. Van de tekst is niets bewaard.",
        date=day,
        header_line=f"Raadwijzer, {told}",
        footer_line=f"Raadwijzer {version}. Dit is geen juridisch advies.",
        identifiers=(("Datum", told), ("Soort stuk", capital(kind))),
        sections=(section,),
    )


def _tables(checked: CheckedPaper) -> Iterator[Table]:
    """Lay out the lines by verdict, the worst first; a title needs none."""
    asked = [one for one in checked.lines if one.line.part is not PaperPart.FRAME]
    for verdict in reversed(LineVerdict):
        rows = tuple(_row(one) for one in asked if one.verdict is verdict)
        if rows:
            yield Table(capital(verdict.dutch), HEAD, rows, WIDTHS)


def _row(judged: JudgedLine) -> tuple[Cell, ...]:
    said = f"{judged.line.heading} {judged.line.text}".strip()
    return (cell(said), cell("\n".join(told_of(judged)) or "–"))
