"""Document to PDF: accessible (PDF/UA-1) and for the archive (PDF/A-3a) in one file.

The only importer of WeasyPrint, which takes half a second to load.
"""

import logging
import re
from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import cache, partial
from importlib.resources import files
from io import BytesIO
from typing import Self

from weasyprint import CSS, HTML
from weasyprint import Attachment as EmbeddedFile
from weasyprint.css import ColorProfile
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from reports.document import Attachment, Document, SpoiledError, outline, spans
from reports.formats import html, typefaces
from reports.formats.glyphs import drawable
from reports.formats.pdf_tags import BLURRED, mend

NOWHERE = "about:blank"
INK, RGB = "inkt", (["r"], ["g"], ["b"])
TOKEN = re.compile(r"^\s*(--rw-[\w-]+):\s*(.+?);", re.MULTILINE)
USE = re.compile(r"var\((--rw-[\w-]+)\)")
TRIES = 5  # one paper in a hundred needs a second
LONG = 40_000  # characters: more than about eight pages


class Proofreader(logging.Handler):
    """Hears what WeasyPrint only logs, when it leaves out what it could not set."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.faults: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one complaint."""
        self.faults.append(record.getMessage())

    def __enter__(self) -> Self:
        """Listen from here."""
        LOGGER.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening."""
        LOGGER.removeHandler(self)


def render(document: Document) -> bytes:
    """Print the paper as PDF; the same document always gives the same bytes."""
    page = drawable(html.paper(document, contents=_is_long(document)))
    pdf = b""
    # Each try has one object more, which moves every byte behind it: in a few tries no
    # stream ends in what a reader may take for the end of its line.
    for spare in range(TRIES):
        pdf = _written(page, document, spare)
        if not any(end in pdf for end in BLURRED):
            break
    return pdf


def _written(page: str, document: Document, spare: int) -> bytes:
    """Print a page once; a spare object for each time that a stream ended blurred."""
    # The day of the memo and not the hour of printing: the same paper, the same bytes.
    moment = datetime.combine(document.date, time(), UTC)
    source = HTML(string=page, base_url=NOWHERE, url_fetcher=_opened(document))
    colour = html.of_letterhead(document)
    with Proofreader() as proof:
        try:
            pdf: bytes = source.write_pdf(
                stylesheets=[_stylesheet(), CSS(string=colour, url_fetcher=_closed)],
                font_config=_fonts(),
                pdf_variant="pdf/a-3a",
                color_profiles={INK: _ink()},
                output_intent=INK,
                finisher=partial(mend, spare=spare),
                attachments=[_embed(file, moment) for file in document.attachments],
            )
        except FatalURLFetchingError as refusal:
            raise SpoiledError(*refusal.args) from refusal
    if proof.faults:
        raise SpoiledError(*proof.faults)
    return pdf


def _closed(url: str) -> URLFetcherResponse:
    """Hand out our own typefaces and nothing else: no network, no disk."""
    for path in typefaces.files():
        if url == path.as_uri():
            return URLFetcherResponse(url, path.read_bytes())
    # Fatal: any other error WeasyPrint only logs, and it prints on without the picture.
    raise FatalURLFetchingError(f"a paper may not ask for {url[:80]}")


def _opened(document: Document) -> Callable[[str], URLFetcherResponse]:
    """Hand out the logo of this paper too: its address holds it, so nothing is fetched."""
    logo = document.letterhead.logo if document.letterhead is not None else None

    def fetch(url: str) -> URLFetcherResponse:
        if logo is not None and url == logo.address:
            kind = {"Content-Type": logo.media_type}
            return URLFetcherResponse(url, logo.data, headers=kind)
        return _closed(url)

    return fetch


def warm() -> None:
    """Load what every paper needs, before the first one is asked for."""
    _stylesheet()
    _profile()


def _ink() -> ColorProfile:
    """Say what our colours mean, anew for each paper: use changes the profile."""
    return ColorProfile(BytesIO(_profile()), "sRGB", "relative-colorimetric", RGB)


@cache
def _profile() -> bytes:
    """Read the profile that WeasyPrint would leave open."""
    return files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _stylesheet() -> CSS:
    return CSS(
        string=typefaces.stylesheet() + _inked(html.stylesheet()),
        font_config=_fonts(),
        url_fetcher=_closed,
    )


def _inked(style: str) -> str:
    """Put each token’s value in place of its name: looking it up costs a tenth."""
    values = dict(TOKEN.findall(style))
    return USE.sub(lambda use: values[use[1]], style)


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
