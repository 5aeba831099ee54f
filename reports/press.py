"""Document to PDF: accessible (PDF/UA-1) and for the archive (PDF/A-3a) in one file.

The only importer of WeasyPrint, which takes half a second to load.
"""

from datetime import UTC, datetime, time
from functools import cache
from urllib.parse import urlsplit

from weasyprint import CSS, HTML
from weasyprint import Attachment as EmbeddedFile
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from reports import html, typefaces
from reports.document import Attachment, Document, outline, spans
from reports.tagging import mend

LONG = 18_000  # characters: more than about six pages


class ClosedFetcher(URLFetcher):
    """Hands out our own typefaces and nothing else: no network, no disk."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Give one of our own files, or stop the press."""
        del headers
        for path in typefaces.files():
            if url == path.as_uri():
                return URLFetcherResponse(url, path.read_bytes())
        # An ordinary error is only logged, and the memo printed without the thing.
        raise FatalURLFetchingError(f"a memo asks for nothing: {urlsplit(url).scheme}")


def render(document: Document) -> bytes:
    """Print the paper as PDF; the same document always gives the same bytes."""
    page = html.paper(document, contents=_is_long(document))
    moment = datetime.combine(document.date, time(), UTC)
    pdf: bytes = HTML(string=page, url_fetcher=ClosedFetcher()).write_pdf(
        stylesheets=[_stylesheet()],
        font_config=_fonts(),
        pdf_variant="pdf/a-3a",
        finisher=mend,
        attachments=[_embed(file, moment) for file in document.attachments],
    )
    return pdf


def warm() -> None:
    """Load what every memo needs, before the first one is asked for."""
    html.stylesheet()
    _stylesheet()


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _stylesheet() -> CSS:
    return CSS(
        string=typefaces.stylesheet() + html.stylesheet(),
        font_config=_fonts(),
        url_fetcher=ClosedFetcher(),
    )


def _embed(file: Attachment, moment: datetime) -> EmbeddedFile:
    return EmbeddedFile(
        string=file.data,
        name=file.name,
        description=file.description,
        relationship="Data",
        created=moment,
        modified=moment,
        url_fetcher=ClosedFetcher(),
    )


def _is_long(document: Document) -> bool:
    """Tell whether a reader needs a table of contents."""
    text = sum(len(span.text) for span in spans(document))
    titles = sum(len(section.title) for section, _ in outline(document.sections))
    return text + titles > LONG
