"""Document to DOCX, for who wants to edit: real headings, lists, tables and links."""

from reports.document import Document
from reports.formats.templates import typeset
from reports.formats.zipping import packed

FIXED = ("[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/settings.xml")
OF_DOCUMENT = ("docProps/core.xml", "word/header1.xml", "word/footer1.xml")
BULLETS, FIRST_LINK = 1, 10


def render(document: Document) -> bytes:
    """Print the paper as an Office Open XML file; always the same bytes."""
    lists: list[int] = []
    links: dict[str, str] = {}

    def new_list() -> int:
        """Open a numbered list, so that its items start at 1 again."""
        lists.append(BULLETS + 1 + len(lists))
        return lists[-1]

    def link(href: str) -> str:
        """Register an address outside the file."""
        return links.setdefault(href, f"rId{FIRST_LINK + len(links)}")

    parts = {name: _part(name, language=document.language) for name in FIXED}
    parts |= {name: _part(name, document=document) for name in OF_DOCUMENT}
    parts["word/document.xml"] = _part(
        "word/document.xml", document=document, new_list=new_list, link=link
    )
    parts["word/numbering.xml"] = _part("word/numbering.xml", lists=lists)
    parts["word/_rels/document.xml.rels"] = _part(
        "word/_rels/document.xml.rels", links=links
    )
    return packed(parts, document.date)


def _part(name: str, **context: object) -> str:
    return typeset(f"docx/{name.rpartition('/')[2].lstrip('.')}", **context)
