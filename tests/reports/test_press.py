import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import page
import pikepdf
import pydyf
import pypdfium2
import pytest

from reports.document import Counts, PaperKind, Section, StatusWord, Table
from reports.formats import pdf_tags, press
from reports.formats.pdf_tags import BLURRED
from tests.reports.sample import attachment, cell, memo, paragraph, running_memo

pytestmark = pytest.mark.usefixtures("press_is_silent")

RENDER_AND_HASH = """
from hashlib import sha256
from tests.reports.sample import memo
from reports.formats import press
from reports.formats import pdf_tags
print(sha256(press.render(memo())).hexdigest())
"""


def long_memo():
    """A paper of more than six pages, which deserves a table of contents."""
    text = "De raad kan de burgemeester vragen om een nadere toelichting op dit punt. "
    parts = tuple(paragraph(text * 4) for _ in range(32))
    return memo(*(Section(f"deel-{n}", f"{n}. Deel", parts) for n in range(1, 6)))


@pytest.fixture(scope="module")
def long_pdf() -> bytes:
    return press.render(long_memo())


@pytest.fixture(scope="module")
def running_pdf() -> bytes:
    """A paper in which a table, a list and a paragraph run over pages."""
    return press.render(running_memo())


@pytest.fixture(scope="module")
def short_pdf() -> bytes:
    """A memo of one page, with a tally and its notes in a row."""
    counts = Counts(((StatusWord.FULFILLED, 9), (StatusWord.UNKNOWN, 4)))
    part = Section("uitkomst", "Van de 13 eisen zijn er 9 voldaan", (counts,))
    return press.render(replace(memo(part), kind=PaperKind.BRIEF))


@pytest.fixture(scope="module")
def pdf(memo_pdf):
    with pikepdf.open(BytesIO(memo_pdf)) as opened:
        yield opened


def test_a_note_mark_never_stands_on_a_line_without_its_word():
    """Each paragraph is a letter longer, so that some end just where the line does."""
    parts = tuple(
        paragraph(f"De raad vraagt hier om een nadere {'n' * n}uitleg van het stuk?", 1)
        for n in range(20, 80)
    )
    data = press.render(memo(Section("deel", "Een deel", parts)))
    with pypdfium2.PdfDocument(data) as opened:
        text = "".join(each.get_textpage().get_text_range() for each in opened)

    assert len(re.findall(r"stuk\?1(?!\d)", text)) == len(parts)
    assert not re.search(r"\?\s+1\s*$", text, re.MULTILINE)


def failures(data: bytes, profile: str) -> list[str]:
    report = page.validate_pdf_bytes(data, profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("paper", ["memo_pdf", "long_pdf", "running_pdf", "short_pdf"])
def test_an_independent_judge_finds_nothing(paper, profile, request):
    assert failures(request.getfixturevalue(paper), profile) == []


def test_the_judge_would_find_something(memo_pdf):
    with pikepdf.open(BytesIO(memo_pdf)) as opened:
        del opened.Root.Lang
        broken = BytesIO()
        opened.save(broken)

    assert failures(broken.getvalue(), "ua1")


def test_the_window_shows_the_name_of_the_paper(pdf):
    assert str(pdf.docinfo["/Title"]) == memo().name
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert str(pdf.Root.Lang) == "nl-NL"


def test_the_archive_finds_subject_and_date_but_no_person(pdf):
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == memo().name
        assert metadata["dc:description"] == memo().subject
        assert metadata["xmp:CreateDate"] == "2026-11-21"
        assert "dc:creator" not in metadata
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
    assert "/Author" not in pdf.docinfo


def test_bookmarks_equal_the_headings(pdf):
    def titles(items):
        return [(item.title, titles(item.children)) for item in items]

    with pdf.open_outline() as outline:
        ((title, below),) = titles(outline.root)
    expected = [
        (part.title, [(inner.title, []) for inner in part.sections])
        for part in memo().sections
    ]
    assert title == memo().title
    assert below == [*expected, ("Noten", [])]


def test_every_font_is_in_the_file(pdf):
    fonts = [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary)
        and item.get("/Type") == "/FontDescriptor"
    ]

    assert {str(font.FontName).partition("+")[2] for font in fonts} == {
        "Fira-Sans",
        "Fira-Sans-Semi-Bold",
    }
    assert all("/FontFile2" in font for font in fonts)


def test_the_answers_travel_inside(pdf):
    (file,) = pdf.Root.AF
    data = file.EF.F.read_bytes()

    assert json.loads(data) == json.loads(attachment().data)
    assert file.AFRelationship == "/Data"
    assert file.EF.F.Subtype == "/application/json"
    assert list(pdf.attachments) == [attachment().name]


def test_an_ordinary_memo_is_short_and_light(pdf, memo_pdf):
    assert len(pdf.pages) <= 6
    assert len(memo_pdf) <= 500_000


def test_the_core_stands_on_the_first_page(memo_pdf):
    first = printed(memo_pdf, "-l", "1")

    assert "Hulpmiddel, geen advies" in first
    assert "2. Wie beslist wat" not in first


def test_a_table_of_one_row_stays_where_it_is_when_the_next_does_not_fit():
    def table(name, *rows):
        told = tuple((cell(row), cell("ja")) for row in rows)
        return Table(name, ("Eis", "Stand"), told, (50, 50))

    high = tuple("Een regel die lang doorloopt. " * 30 for _ in range(3))
    blocks = (table("Alleen", "Een rij"), table("Hoog", *high))
    fill = paragraph("Een zin om de bladzijde te vullen. " * 100)
    paper = memo(
        Section("kern", "1. Kern", (paragraph("Kort."),)),
        Section("toets", "2. Toets", (fill, *blocks)),
    )

    second = printed(press.render(paper), "-f", "2", "-l", "2")

    assert "Een rij" in second
    assert "Hoog" not in second


def test_each_page_says_what_it_is_and_which(memo_pdf, pdf):
    pages = printed(memo_pdf).split("\f")[:-1]

    assert len(pages) == len(pdf.pages)
    for number, text in enumerate(pages, 1):
        assert memo().header_line in text
        assert f"{memo().footer_line} · pagina {number} van {len(pages)}" in text


def test_only_a_long_paper_has_contents(memo_pdf, long_pdf):
    assert "Inhoud" not in printed(memo_pdf)
    assert "Inhoud\n1. Deel\n2. Deel\n" in printed(long_pdf)


@pytest.mark.parametrize("lines", [20, 21], ids=["it just fits", "it just does not"])
def test_a_caption_stays_with_the_first_rows(lines):
    rows = tuple((cell(f"Vraag {n}"), cell("ja")) for n in range(12))
    table = Table("Bijschrift", ("Vraag", "Antwoord"), rows, (75, 25), row_heads=False)
    filling = (paragraph("Een regel tekst."),) * lines
    pages = printed(press.render(memo(Section("a", "A", (*filling, table))))).split(
        "\f"
    )
    first = next(text for text in pages if "Bijschrift" in text)

    assert "Vraag 0 ja" in first
    assert "Vraag 1 ja" in first


def test_addresses_can_be_read_in_print(memo_pdf):
    text = re.sub(r"\s", "", printed(memo_pdf))

    assert all(note.href in text for note in memo().notes if note.href)


def test_the_same_document_gives_the_same_bytes(memo_pdf):
    assert press.render(memo()) == memo_pdf


def test_another_process_gives_the_same_bytes(memo_pdf):
    process = subprocess.run(
        [sys.executable, "-c", RENDER_AND_HASH],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
    )

    assert process.stdout.strip() == sha256(memo_pdf).hexdigest()


def test_another_date_or_answer_gives_another_file(memo_pdf):
    later = replace(memo(), date=memo().date.replace(day=22))

    assert press.render(later) != memo_pdf


def printed(data: bytes, *options: str) -> str:
    """The text layer, in the order in which it is painted."""
    command = ["pdftotext", "-raw", *options, "-", "-"]
    return subprocess.run(
        command, input=data, capture_output=True, check=True
    ).stdout.decode()


def squeezed_to(ending, last=""):
    """A stream that ends so once it is squeezed, and in `last` as it is."""
    for number in range(1_000):
        stream = pydyf.Stream(["q" * number + last], compress=True)
        if stream.data.endswith(ending):
            return stream
    raise AssertionError("no such stream")


@pytest.mark.parametrize("ending", BLURRED)
def test_no_squeezed_stream_ends_in_the_end_of_a_line(ending):
    pdf, stream = pydyf.PDF(), squeezed_to(ending)
    plain = pydyf.Stream(["q"], compress=True)
    for each in (stream, plain):
        pdf.add_object(each)

    pdf_tags._ends(pdf)  # noqa: SLF001 — chance seldom makes such a paper

    assert not stream.data.endswith(BLURRED)
    assert plain.compress


@pytest.mark.parametrize("ending", BLURRED)
def test_a_stream_that_ends_in_a_line_both_ways_goes_out_in_hexadecimals(ending):
    """A receipt does in one memo of a hundred: it was printed five times, in vain."""
    pdf, stream = pydyf.PDF(), squeezed_to(ending, "\n")
    pdf.add_object(stream)
    plain = b"".join(map(pydyf._to_bytes, stream.stream))  # noqa: SLF001

    pdf_tags._ends(pdf)  # noqa: SLF001

    assert not stream.data.endswith(BLURRED)
    (written,) = stream.stream
    assert bytes.fromhex(written.decode().removesuffix(">")) == plain


def test_a_memo_with_such_a_receipt_is_sound_and_printed_once(monkeypatch):
    wrote, written = [], press._written  # noqa: SLF001

    def counted(page, document, spare):
        wrote.append(spare)
        return written(page, document, spare)

    monkeypatch.setattr(press, "_written", counted)
    (ending, *_) = BLURRED
    text = b"".join(map(pydyf._to_bytes, squeezed_to(ending, "\n").stream))  # noqa: SLF001
    paper = memo()
    (first, *rest) = paper.attachments
    data = press.render(replace(paper, attachments=(replace(first, data=text), *rest)))

    assert wrote == [0]
    assert b"/ASCIIHexDecode" in data
    assert failures(data, "3a") == failures(data, "ua1") == []
    with pikepdf.open(BytesIO(data)) as opened:
        assert opened.attachments[first.name].get_file().read_bytes() == text


def test_a_paper_whose_tables_end_so_is_printed_again(monkeypatch):
    wrote, written = [], press._written  # noqa: SLF001

    def blurred_at_first(page, document, spare):
        wrote.append(spare)
        whole = written(page, document, spare)
        return whole if spare else whole + BLURRED[0]

    monkeypatch.setattr(press, "_written", blurred_at_first)
    data = press.render(memo())

    assert wrote == [0, 1]
    assert failures(data, "3a") == failures(data, "ua1") == []
