"""Document to ODT, the open format that a council may ask for."""

from reports.document import Document
from reports.formats.footnotes import footnotes
from reports.formats.templates import typeset
from reports.formats.zipping import packed

MIMETYPE = "application/vnd.oasis.opendocument.text"
PARTS = ("META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml")


def render(document: Document) -> bytes:
    """Print the paper as an OpenDocument text; always the same bytes."""
    notes = footnotes(document)
    parts = {"mimetype": MIMETYPE}
    for name in PARTS:
        template = f"odt/{name.removeprefix('META-INF/')}"
        parts[name] = typeset(template, document=document, notes=notes)
    return packed(parts, document.date)
