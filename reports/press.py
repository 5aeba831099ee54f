"""Document to PDF: accessible (PDF/UA-1) and for the archive (PDF/A-3a) in one file.

The only importer of WeasyPrint, which takes half a second to load.
"""

from datetime import UTC, date, datetime, time
from functools import cache

from weasyprint import CSS, HTML
from weasyprint import Attachment as EmbeddedFile
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from reports import html, typefaces
from reports.document import Attachment, Document, outline, spans
from reports.tagging import mend

NOWHERE = "about:blank"
LONG = 18_000  # characters: more than about six pages


class RefusedError(Exception):
    """Raised when a paper asks for something outside itself."""


def render(document: Document) -> bytes:
    """Print the paper as PDF; the same document always gives the same bytes."""
    page = html.paper(document, contents=_is_long(document))
    return _print(page, document.attachments, document.date)


def _print(page: str, attachments: tuple[Attachment, ...], day: date) -> bytes:
    moment = datetime.combine(day, time(), UTC)
    source = HTML(string=page, base_url=NOWHERE, url_fetcher=_closed)
    try:
        pdf: bytes = source.write_pdf(
            stylesheets=[_stylesheet()],
            font_config=_fonts(),
            pdf_variant="pdf/a-3a",
            finisher=mend,
            attachments=[_embed(file, moment) for file in attachments],
        )
    except FatalURLFetchingError as refusal:
        raise RefusedError(*refusal.args) from refusal
    return pdf


def warm() -> None:
    """Load what every memo needs, before the first one is asked for."""
    _stylesheet()


def _closed(url: str) -> URLFetcherResponse:
    """Hand out our own typefaces and nothing else: no network, no disk.

    The error must be fatal: any other is logged, and the paper printed without.
    """
    for path in typefaces.files():
        if url == path.as_uri():
            return URLFetcherResponse(url, path.read_bytes())
    raise FatalURLFetchingError(f"a paper may not ask for {url[:80]}")


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _stylesheet() -> CSS:
    return CSS(
        string=typefaces.stylesheet() + html.stylesheet(),
        font_config=_fonts(),
        url_fetcher=_closed,
    )


def _embed(file: Attachment, moment: datetime) -> EmbeddedFile:
    return EmbeddedFile(
        string=file.data,
        name=file.name,
        description=file.description,
        relationship="Data",
        created=moment,
        modified=moment,
        url_fetcher=_closed,
    )


def _is_long(document: Document) -> bool:
    """Tell whether a reader needs a table of contents."""
    text = sum(len(span.text) for span in spans(document))
    titles = sum(len(section.title) for section, _ in outline(document.sections))
    return text + titles > LONG
