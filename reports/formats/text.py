"""Document to plain text: for golden files, the terminal and e-mail."""

from collections.abc import Iterable, Iterator
from itertools import chain
from textwrap import wrap

from reports.document import (
    Block,
    Callout,
    Cell,
    Counts,
    Document,
    Figure,
    KeyValues,
    Listing,
    Note,
    Paragraph,
    Section,
    Span,
    Spans,
    Table,
)
from reports.formats.glyphs import unturned

WIDTH = 88
GAP = "  "
UNDERLINES = "-~"


def render(document: Document) -> str:
    """Print the whole paper, wrapped at 88 columns, with the notes at the end."""
    parts: list[list[str]] = [
        [document.kind],
        _heading(document.title, "="),
        _wrapped(document.subject, WIDTH),
        _pairs(document.identifiers, WIDTH),
        _wrapped(document.header_line, WIDTH),
        *chain.from_iterable(_section(section, 0) for section in document.sections),
        *_notes(document.notes),
        _wrapped(document.footer_line, WIDTH),
    ]
    return unturned("\n\n".join("\n".join(part) for part in parts if part) + "\n")


def plain(spans: Spans) -> str:
    """Say the spans as one line of text, with note numbers in brackets."""
    return "".join(map(_span, spans))


def spoken(cell: Cell) -> str:
    """Say a cell as one line: the status word, then the text."""
    words = (cell.status or "", plain(cell.spans))
    return " · ".join(word for word in words if word)


def fits(table: Table) -> bool:
    """Tell whether the table can stand in columns without wrapping a cell."""
    return sum(_natural(table)) + len(GAP) * (len(table.head) - 1) <= WIDTH


def _span(span: Span) -> str:
    notes = ", ".join(map(str, span.notes))
    return span.words + (f"[{notes}]" if notes else "")


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _heading(title: str, stroke: str) -> list[str]:
    lines = _wrapped(title, WIDTH)
    return [*lines, stroke * max(map(len, lines))]


def _section(section: Section, depth: int) -> Iterator[list[str]]:
    if section.title:
        yield _heading(section.title, UNDERLINES[min(depth, len(UNDERLINES) - 1)])
    for block in section.blocks:
        yield _block(block, WIDTH)
    for inner in section.sections:
        yield from _section(inner, depth + 1)


def _block(block: Block, width: int) -> list[str]:  # noqa: PLR0911 — one return a kind
    match block:
        case Paragraph(spans):
            return _wrapped(plain(spans), width)
        case Listing(items, ordered):
            marks = (f"{n}." if ordered else "-" for n in range(1, len(items) + 1))
            return _items(zip(marks, map(plain, items), strict=True), width)
        case Table():
            return _table(block, width)
        case Counts():
            return _wrapped(block.words, width)
        case KeyValues(caption, pairs):
            facts = _pairs(((key, spoken(cell)) for key, cell in pairs), width)
            return [*_wrapped(caption, width), "", *facts]
        case Figure(_, title, description, table):
            words = _wrapped(description, width)
            return [*_wrapped(title, width), "", *words, "", *_table(table, width)]
        case Callout(title, blocks):
            return _callout(title, blocks, width - 2)


def _items(items: Iterable[tuple[str, str]], width: int) -> list[str]:
    """Hang each text behind its mark."""
    lines: list[str] = []
    for mark, text in items:
        first = f"{GAP}{mark} "
        lines += _wrapped(text, width, first, " " * len(first))
    return lines


def _pairs(pairs: Iterable[tuple[str, str]], width: int) -> list[str]:
    facts = tuple(pairs)
    margin = max((len(key) for key, _ in facts), default=0) + len(GAP) + 1
    lines: list[str] = []
    for key, value in facts:
        lines += _wrapped(value, width, f"{key}:".ljust(margin), " " * margin)
    return lines


def _callout(title: str, blocks: Iterable[Block], width: int) -> list[str]:
    lines = _wrapped(title, width)
    for block in blocks:
        lines += ["", *_block(block, width)]
    return [f"| {line}".rstrip() for line in lines]


def _natural(table: Table) -> list[int]:
    """Measure how wide each column is when nothing wraps."""
    rows = [table.head, *(tuple(map(spoken, row)) for row in table.rows)]
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def _table(table: Table, width: int) -> list[str]:
    body = _columns(table) if fits(table) else _records(table, width)
    return [*_wrapped(table.caption, width), "", *body]


def _columns(table: Table) -> list[str]:
    widths = _natural(table)
    rows = [
        table.head,
        tuple("-" * width for width in widths),
        *(tuple(map(spoken, row)) for row in table.rows),
    ]
    return [
        GAP.join(
            text.rjust(width) if index in table.amounts else text.ljust(width)
            for index, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _records(table: Table, width: int) -> list[str]:
    """Print each row as a small record: its head, then “kop: waarde” per line."""
    lines: list[str] = []
    for row in table.rows:
        cells = zip(table.head, row, strict=True)
        facts = [f"{head}: {spoken(c)}" for head, c in cells if c.status or c.spans]
        if table.row_heads:
            facts[0] = spoken(row[0])
        lines += [""] if lines else []
        lines += _wrapped(facts[0], width, GAP, GAP)
        for fact in facts[1:]:
            lines += _wrapped(fact, width, GAP * 2, GAP * 3)
    return lines


def _notes(notes: tuple[Note, ...]) -> Iterator[list[str]]:
    if notes:
        yield _heading("Noten", UNDERLINES[0])
        texts = (" ".join(filter(None, (note.text, note.href))) for note in notes)
        yield _items(((f"{n}.", text) for n, text in enumerate(texts, 1)), WIDTH)
