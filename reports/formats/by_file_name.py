"""One document, many printers: choose by the ending of the file name."""

from importlib import import_module

from reports.document import Document

# By ending the module of this room that prints; it is loaded once somebody asks for it,
# so that text never waits for PDF.
FORMATS = {
    ".pdf": "press",
    ".html": "html",
    ".docx": "docx",
    ".odt": "odt",
    ".txt": "text",
}


def print_document(document: Document, ending: str) -> bytes:
    """Print a document; `ending` is one of FORMATS, such as `.pdf`."""
    printer = import_module(f"reports.formats.{FORMATS[ending]}")
    printed: bytes | str = printer.render(document)
    return printed.encode() if isinstance(printed, str) else printed
