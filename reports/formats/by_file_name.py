"""One document, many printers: choose by the ending of the file name."""

from collections.abc import Callable, Mapping

from reports.document import Document


def _pdf(document: Document) -> bytes:
    from reports.formats import press

    return press.render(document)


def _html(document: Document) -> bytes:
    from reports.formats import html

    return html.render(document).encode()


def _text(document: Document) -> bytes:
    from reports.formats import text

    return text.render(document).encode()


def _docx(document: Document) -> bytes:
    from reports.formats import docx

    return docx.render(document)


def _odt(document: Document) -> bytes:
    from reports.formats import odt

    return odt.render(document)


FORMATS: Mapping[str, Callable[[Document], bytes]] = {
    ".pdf": _pdf,
    ".html": _html,
    ".docx": _docx,
    ".odt": _odt,
    ".txt": _text,
}


def print_document(document: Document, ending: str) -> bytes:
    """Print a document; `ending` is one of FORMATS, such as `.pdf`."""
    return FORMATS[ending](document)
