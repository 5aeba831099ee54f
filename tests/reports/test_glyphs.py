"""A sign without a letter in our faces is told, and never makes a paper invalid."""

from io import BytesIO
from zipfile import ZipFile

import page
import pypdfium2
import pytest

from reports.council.lint import check
from reports.council.paper import Paper, PaperLine, PaperPart
from reports.document import Document, Listing, PaperKind, Section
from reports.formats import docx, html, odt, press, text
from reports.formats.glyphs import drawable, unturned, without_letter
from tests.law import LIBRARY
from tests.reports.sample import memo, paragraph, words

STRANGE = {
    "Chinese": "中文 plein",
    "an emoji": "plein 👩‍🚒️",
    "turned": "plein \u202enielp",
}
OFFICE = {docx: "word/document.xml", odt: "content.xml"}

pytestmark = pytest.mark.usefixtures("press_is_silent")


def strange(said: str, kind: PaperKind = PaperKind.MEMO) -> Document:
    """A paper that says it everywhere where a user's words can come."""
    blocks = (paragraph(said), Listing((words(said),)))
    part = Section("deel", said, blocks)
    return Document(
        kind=kind,
        title=said,
        subject=said,
        language="nl-NL",
        date=memo().date,
        header_line=said,
        footer_line=said,
        identifiers=(("Onderwerp", said), ("Plek", said)),
        sections=(part,),
    )


@pytest.fixture(scope="module", params=STRANGE.values(), ids=STRANGE.keys())
def said(request):
    return request.param


@pytest.fixture(scope="module")
def strange_pdf(said):
    return press.render(strange(said))


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_strange_sign_leaves_the_paper_valid(strange_pdf, profile):
    report = page.validate_pdf_bytes(strange_pdf, profile=profile)

    assert [failure.message for failure in report.failures] == []


def test_a_sign_without_a_letter_shows_as_a_box(strange_pdf, said):
    with pypdfium2.PdfDocument(strange_pdf) as opened:
        shown = opened[0].get_textpage().get_text_range()

    assert drawable(said).replace("\u200d", "") in shown
    assert ("▯" in shown) is bool(without_letter(said))


@pytest.mark.parametrize("turn", ["\u202e", "\u202d", "\u2066", "\u2067", "\u200f"])
def test_no_format_holds_a_mark_that_turns_text(turn):
    paper = strange(f"plein {turn}nielp")
    office = [ZipFile(BytesIO(one.render(paper))).read(OFFICE[one]) for one in OFFICE]

    whole = [html.render(paper), text.render(paper), *map(bytes.decode, office)]

    assert len(whole) == 2 + len(OFFICE)
    for printed in whole:
        assert turn not in printed
        assert "plein nielp" in printed


def test_a_format_that_brings_no_type_keeps_the_sign():
    paper = strange("中文 plein")

    for printed in (html.render(paper), text.render(paper)):
        assert "中文 plein" in printed


def test_each_sign_is_named_once_and_what_shows_nothing_is_not():
    assert without_letter("中文 中 a\u0301é€½ \u2011\u202f\ufe0f\u200d\n") == (
        "中",
        "文",
    )
    assert drawable("10\u202f000 a\u2011b") == "10\u00a0000 a-b"
    assert unturned("a\u202eb") == "ab"


@pytest.mark.parametrize("field", ["line", "title", "signed"])
def test_the_check_of_a_paper_tells_it_before_printing(field):
    said = {"line": "het plein te verlichten", "title": "Licht", "signed": "De fractie"}
    said[field] += " 中"
    line = PaperLine(
        PaperPart.REQUEST, "Verzoekt het college:", said["line"], to="college"
    )
    paper = Paper(PaperKind.MOTION, said["title"], (line,), signed=said["signed"])
    found = check(
        paper, LIBRARY.competence, bodies=LIBRARY.bodies, people=lambda _: ()
    ).findings

    (told,) = (one for one in found if one.rule == "L14")
    assert "中" in told.message
