"""Set a document by templates: one folder of them for each format.

A block is set by the template of its kind, in HTML as in the XML of Word and Writer.
"""

from functools import cache
from itertools import chain
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.document import (
    Block,
    Callout,
    Counts,
    Figure,
    KeyValues,
    Listing,
    Paragraph,
    Table,
    lines,
)
from reports.formats.glyphs import WITHOUT_TURNS

HOUSE = Path(__file__).resolve().parents[2]
SHORT_TABLE, SHORT_TEXT = 8, 450  # rows and characters
KINDS: dict[type, str] = {
    Paragraph: "alinea",
    Listing: "lijst",
    Table: "tabel",
    Counts: "telling",
    KeyValues: "gegevens",
    Figure: "figuur",
    Callout: "kader",
}
# XML 1.0 (§2.2) has no control codes but tab and line ends: Word would refuse the file.
UNREAD = dict.fromkeys(set(range(32)) - {9, 10, 13}) | WITHOUT_TURNS


def typeset(template: str, **context: object) -> str:
    """Fill one template; what a document says is escaped; control codes fall away."""
    page = _environment().get_template(f"memo/{template}").render(context)
    return page.translate(UNREAD)


def kind_of(block: Block) -> str:
    """Name the template that sets this kind of block."""
    return KINDS[type(block)]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HOUSE / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"kind": kind_of, "drawing": Markup}
    environment.tests["short"] = _is_short
    return environment


def _is_short(table: Table) -> bool:
    """Tell whether a table should stay together on one page."""
    text = sum(len(span.text) for span in chain.from_iterable(lines(table)))
    return len(table.rows) <= SHORT_TABLE and text <= SHORT_TEXT
