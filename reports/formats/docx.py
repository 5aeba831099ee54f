"""Document to DOCX, for who wants to edit: real headings, lists, tables, notes and links."""

from functools import partial

from reports.document import Document
from reports.formats.footnotes import footnotes
from reports.formats.templates import typeset
from reports.formats.zipping import packed

FIXED = ("[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/settings.xml")
OF_DOCUMENT = ("docProps/core.xml", "word/header1.xml", "word/footer1.xml")
WITH_LINKS = ("word/document.xml", "word/footnotes.xml")  # marks first, then notes
BULLETS, FIRST_LINK = 1, 10


def render(document: Document) -> bytes:
    """Print the paper as an Office Open XML file; always the same bytes."""
    # Word counts on through a paper unless each list has a number of its own.
    lists: list[int] = []

    def new_list() -> int:
        """Open a numbered list, so that its items start at 1 again."""
        lists.append(BULLETS + 1 + len(lists))
        return lists[-1]

    parts = {name: _part(name, language=document.language) for name in FIXED}
    parts |= {name: _part(name, document=document) for name in OF_DOCUMENT}
    notes = footnotes(document)
    for name in WITH_LINKS:
        # Each part has relations of its own: the main text knows no link of a note.
        links: dict[str, str] = {}
        parts[name] = _part(
            name,
            document=document,
            notes=notes,
            new_list=new_list,
            link=partial(_link, links),
        )
        relations = f"word/_rels/{name.rpartition('/')[2]}.rels"
        parts[relations] = _part(relations, links=links)
    parts["word/numbering.xml"] = _part("word/numbering.xml", lists=lists)
    return packed(parts, document.date)


def _link(links: dict[str, str], href: str) -> str:
    """Register an address outside the file."""
    return links.setdefault(href, f"rId{FIRST_LINK + len(links)}")


def _part(name: str, **context: object) -> str:
    return typeset(f"docx/{name.rpartition('/')[2].lstrip('.')}", **context)
