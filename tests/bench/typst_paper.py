"""The same document for Typst, the peer that comes nearest: one `match` on each kind."""

import json
from collections.abc import Iterable, Iterator

from reports.document import (
    Block,
    Callout,
    Cell,
    Counts,
    Document,
    Figure,
    KeyValues,
    Listing,
    Paragraph,
    Spans,
    Table,
    outline,
)

HEAD = """
#set document(title: {name}, date: datetime(year: {y}, month: {m}, day: {d}))
#set page(paper: "a4", margin: (top: 24mm, bottom: 22mm, left: 26mm, right: 24mm),
  header: text(8pt, {header}),
  footer: context text(8pt, {footer} + " · pagina " + str(here().page()) + " van "
    + str(counter(page).final().first())))
#set text(font: "Fira Sans", size: 10pt, lang: "nl", region: "NL")
#set table(stroke: (bottom: 0.4pt + rgb("#cbd6d8")), inset: (x: 0pt, y: 4pt))
#pdf.attach("/answers.json", bytes({answers}), relationship: "data",
  mime-type: "application/json", description: "Antwoorden")
"""


def typst_source(document: Document) -> str:
    """Write the document as Typst markup; each text as a quoted string."""
    day = document.date
    lines = [
        HEAD.format(
            name=_text(document.name),
            y=day.year,
            m=day.month,
            d=day.day,
            header=_text(document.header_line),
            footer=_text(document.footer_line),
            answers=_text(document.attachments[0].data.decode()),
        ),
        _call("text", _text(document.kind)),
        f"#heading(level: 1, {_text(document.title)})",
        _call("par", _text(document.subject)),
        _call("list", *(_text(f"{k}: {v}") for k, v in document.identifiers)),
    ]
    for section, depth in outline(document.sections):
        lines.append(f"#heading(level: {depth + 1}, {_text(section.title)})")
        lines += (_block(block) for block in section.blocks)
    lines.append('#heading(level: 2, "Noten")')
    lines.append("#enum(" + ", ".join(_notes(document)) + ")")
    return "\n\n".join(lines)


def _notes(document: Document) -> Iterator[str]:
    for note in document.notes:
        href = f' + " " + link({_text(note.href)})' if note.href else ""
        yield f"[#({_text(note.text)}{href}) <noot-{note.number}>]"


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _call(name: str, *arguments: str) -> str:
    return f"#{name}({', '.join(arguments)})"


def _spans(spans: Spans) -> str:
    """Join the spans as one expression of content."""
    parts = []
    for span in spans:
        words = _text(span.words)
        parts.append(f"strong({words})" if span.strong else f"text({words})")
        parts += (f'super(link(<noot-{n}>, "{n}"))' for n in span.notes)
    return " + ".join(parts) or '""'


def _cell(cell: Cell) -> str:
    status = (
        f"text({_text(f'{cell.status.shape} {cell.status}')}) + " if cell.status else ""
    )
    return f"{status}{_spans(cell.spans)}"


def _grid(
    caption: str, widths: Iterable[int], head: tuple[str, ...], rows: Iterable[str]
) -> str:
    columns = ", ".join(f"{width}%" for width in widths)
    header = f"table.header({', '.join(map(_text, head))}), " if head else ""
    table = f"table(columns: ({columns}), {header}{', '.join(rows)})"
    return f"#strong({_text(caption)})\n\n#{table}"


def _line(block: Paragraph | Counts) -> str:
    if isinstance(block, Paragraph):
        return _spans(block.spans)
    return _text(", ".join(f"{one.shape} {count} {one}" for one, count in block.counts))


def _block(block: Block) -> str:
    match block:
        case Paragraph() | Counts():
            return _call("par", _line(block))
        case Listing(items, ordered):
            return _call("enum" if ordered else "list", *map(_spans, items))
        case Table():
            cells = (_cell(cell) for row in block.rows for cell in row)
            return _grid(block.caption, block.widths, block.head, cells)
        case KeyValues(caption, pairs):
            cells = (
                side for key, value in pairs for side in (_text(key), _cell(value))
            )
            return _grid(caption, (25, 75), ("Gegeven", "Waarde"), cells)
        case Figure(svg, title, description, table):
            alt = _text(f"{title}. {description}")
            image = (
                f'#image(bytes({_text(svg)}), format: "svg", alt: {alt}, width: 80%)'
            )
            return f"{image}\n\n#par({alt})\n\n{_block(table)}"
        case Callout(title, blocks):
            inner = "\n\n".join(map(_block, blocks))
            return f"#block(inset: 8pt, stroke: (left: 2.5pt))[#strong({_text(title)})\n\n{inner}]"
