"""Document to HTML: a whole page to keep, and the page that the press prints."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from markupsafe import Markup

from reports.document import Document, notes_by_section, outline
from reports.formats.templates import HOUSE, typeset

TOKENS, TYPE = HOUSE / "static/css/tokens.css", HOUSE / "static/css/memo.css"
WORTH_CONTENTS = 4


def render(document: Document) -> str:
    """Print a page that stands alone: it carries its own type and asks for nothing."""
    contents = len(document.sections) >= WORTH_CONTENTS and not document.kind.of_council
    style = stylesheet() + of_letterhead(document)
    return _page(document, style=style, contents=contents)


def paper(document: Document, *, contents: bool) -> str:
    """Print the page as the press wants it: without type, contents on request."""
    return _page(document, style="", contents=contents)


@cache
def stylesheet() -> str:
    """Read the type, and of the tokens the first block: the ink for paper."""
    ink, _, _ = TOKENS.read_text("utf-8").partition("@media")
    return ink + TYPE.read_text("utf-8")


def of_letterhead(document: Document) -> str:
    """Set the headings in the colour of whose paper it is; on white alone."""
    letterhead = document.letterhead
    if letterhead is None or letterhead.colour is None:
        return ""
    ink = letterhead.colour
    return (
        f"\n.memo h2, .memo .memo-kind, .memo .memo-from {{ color: {ink}; }}"
        f"\n.memo .memo-head {{ border-color: {ink}; }}\n"
    )


def style_source(style: str) -> str:
    """Name a style as a source that a Content-Security-Policy can allow."""
    digest = sha256(style.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


def _page(document: Document, *, style: str, contents: bool) -> str:
    # A page for each decision is complete with its notes.
    is_several = document.kind.is_brief and any(e.sections for e in document.sections)
    return typeset(
        "memo.html",
        document=document,
        style=Markup(style),  # noqa: S704 — our own file
        style_source=Markup(style_source(style)),  # noqa: S704 — our own hash
        outline=tuple(outline(document.sections)) if contents else (),
        own_notes=notes_by_section(document) if is_several else {},
    )
