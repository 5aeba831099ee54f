"""Document to HTML: a whole page to keep, or a fragment for a page of the wizard."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.document import (
    Block,
    Callout,
    Document,
    Figure,
    KeyValues,
    Listing,
    Paragraph,
    Table,
    outline,
)

HOUSE = Path(__file__).resolve().parent.parent
TOKENS, TYPE = HOUSE / "static/css/tokens.css", HOUSE / "static/css/memo.css"
WORTH_CONTENTS = 4
SHORT_TABLE = 8


def render(document: Document) -> str:
    """Print a page that stands alone: it carries its own type and asks for nothing."""
    contents = len(document.sections) >= WORTH_CONTENTS
    return _page(document, style=stylesheet(), contents=contents)


def fragment(document: Document) -> Markup:
    """Print everything below the title, for a page that has a heading of its own."""
    template = _environment().get_template("memo/inhoud.html")
    return Markup(template.render(document=document))  # noqa: S704 — autoescaped


def paper(document: Document, *, contents: bool) -> str:
    """Print the page as the press wants it: without type, contents on request."""
    return _page(document, style="", contents=contents)


@cache
def stylesheet() -> str:
    """Read the type, and of the tokens the first block: the ink for paper."""
    ink, _, _ = TOKENS.read_text("utf-8").partition("@media")
    return ink + TYPE.read_text("utf-8")


@cache
def style_source() -> str:
    """Name our type as a source that a Content-Security-Policy can allow."""
    digest = sha256(stylesheet().encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


def _page(document: Document, *, style: str, contents: bool) -> str:
    return (
        _environment()
        .get_template("memo/memo.html")
        .render(
            document=document,
            style=Markup(style),  # noqa: S704 — our own file
            style_source=Markup(style_source()),  # noqa: S704 — our own hash
            outline=tuple(outline(document.sections)) if contents else (),
        )
    )


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
    environment.filters |= {"template": _template, "drawing": Markup}
    environment.tests["short"] = lambda table: len(table.rows) <= SHORT_TABLE
    return environment


def _template(block: Block) -> str:
    """Name the template that sets this kind of block."""
    match block:
        case Paragraph():
            name = "alinea"
        case Listing():
            name = "lijst"
        case Table():
            name = "tabel"
        case KeyValues():
            name = "gegevens"
        case Figure():
            name = "figuur"
        case Callout():
            name = "kader"
    return f"memo/{name}.html"
