"""A memo stays small and readable: one page complete by itself, or eight, core first.

Eight, because all is set in letters that one can read: text in 10 points, tables in 9
and notes in 8, over the full width. In 9, 8 and 6.9 points it was six.
"""

import ctypes
import io
import random
import re
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition
from reports.document import Paragraph, StatusWord, Table, outline
from reports.formats.press import render
from reports.formats.text import render as as_text
from rules.content.casefile import CaseFile
from rules.judging.advice import advise
from rules.loading import CONTENT
from rules.proof.examination import drawn
from rules.reading_casefile import read_dossier
from tests.law import LIBRARY
from wizard.clock import today

NAMES = sorted(path.name for path in (CONTENT / "besluiten").iterdir())
CASES = sorted((Path(__file__).parents[1] / "casussen").glob("*/*/dossier.yaml"))
MOST_PAGES, MOST_BYTES, MOST_WORDS = 8, 500_000, 420
DRAWN, DAY, SEED = 24, date(2026, 11, 21), 20261129
MARKS = re.compile(r"\[\d+(?:,\s+\d+)*\]")
PARTS = ("Waarom", "Vraag dit vanavond", "Voor en tegen", "Goed om te weten")


@pytest.fixture(scope="module")
def content():
    return LIBRARY


def pages(document):
    printed = render(document)
    assert len(printed) <= MOST_BYTES
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        return len(pdf.pages)


@cache
def composed(path, edition=Edition.WHOLE):
    casefiles = read_dossier(path.read_text(), LIBRARY, today=today())
    advices = [advise(LIBRARY.chart(each.decision), each) for each in casefiles]
    return compose(advices, LIBRARY, Cover("proef", None, "0"), edition)


@cache
def printed(path, edition=Edition.WHOLE):
    return render(composed(path, edition))


def toets_of(path):
    """Give the parts with the demands, one for each decision."""
    sections = [section for section, _ in outline(composed(path).sections)]
    return [each for each in sections if each.id.endswith("toets")]


def texts(page):
    """Give the runs of text of a page: their words, size in points, and lowest point."""
    layer = page.get_textpage()
    for run in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(run.raw, size)
        _, bottom, _, _ = run.get_bounds()
        length = pdfium.FPDFTextObj_GetText(run.raw, layer.raw, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFTextObj_GetText(
            run.raw,
            layer.raw,
            ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)),
            length,
        )
        said = buffer.raw.decode("utf-16-le").strip("\0").strip()
        yield said, round(size.value * abs(run.get_matrix().d), 1), bottom


def words(text):
    """Count what one reads: all but the notes, their marks, and lines that are drawn."""
    read = MARKS.sub("", text.partition("\nNoten\n")[0])
    return sum(any(sign.isalnum() for sign in word) for word in read.split())


def test_there_are_cases_to_print():
    assert len(CASES) >= 6


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_an_ordinary_memo_is_at_most_eight_pages(content, path):
    if len(read_dossier(path.read_text(), content, today=today())) > 1:
        pytest.skip("several decisions in one memo are not ordinary")
    document = composed(path)
    data = printed(path)

    assert len(data) <= MOST_BYTES
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) <= MOST_PAGES
    assert document.sections[0].title == "1. Kern"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_the_memo_of_one_page_is_one_page_for_each_decision(content, path):
    casefiles = read_dossier(path.read_text(), content, today=today())
    advices = [advise(content.chart(each.decision), each) for each in casefiles]
    document = compose(advices, content, Cover("proef", None, "0"), Edition.BRIEF)

    assert pages(document) <= len(advices)
    assert words(as_text(document)) <= MOST_WORDS * len(advices)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_one_page_whatever_was_answered(content, name):
    """All are counted in words; the longest is printed."""
    chart, chance = content.chart(name), random.Random(SEED)
    listed = content.municipalities.municipalities
    place = max(listed, key=lambda one: len(one.name)).code
    cover, found = Cover("ABCD-EFGH", place, "10.10.10"), {}
    for each in range(DRAWN + 1):
        answers = dict(drawn(chart, chance)) if each else {}
        advice = advise(chart, CaseFile(name, DAY, answers, place))
        document = compose([advice], content, cover, Edition.BRIEF)
        found[as_text(document)] = document

    assert max(map(words, found)) <= MOST_WORDS
    assert pages(found[max(found, key=len)]) == 1


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_it_is_complete_by_itself(content, path):
    casefile, *_ = read_dossier(path.read_text(), content, today=today())
    advice = advise(content.chart(casefile.decision), casefile)
    document = compose([advice], content, Cover("proef", None, "0"), Edition.BRIEF)
    told = [section.title for section in document.sections]
    about = advice.decision.arguments.about
    told = [title.removesuffix(f": {about}") for title in told]

    assert told[0] == advice.headline.title
    assert set(told[1:]) <= set(PARTS)
    assert {*PARTS[1:]} <= set(told)
    assert "Hoe zeker?" in as_text(document)


# --- it can be read -----------------------------------------------------------------

READ = [path for path in CASES if path.parent.name[:2] in ("a1", "c1", "d1", "b2")]
BODY, TABLE, NOTE, MARK = 10, 9, 8, 7
MARK_TEXT = re.compile(r"[\d, *\u2060]*")
FOOT, HALF = 45.0, 0.5  # points below which the running foot stands; share of a page


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("path", READ, ids=lambda path: path.parent.name)
def test_no_letter_is_too_small_to_read(path, edition):
    """Only what runs on each page and the notes are set in 8, and note marks in 7."""
    with pypdfium2.PdfDocument(printed(path, edition)) as pdf:
        runs = [run for page in pdf for run in texts(page)]
    small = [(said, size) for said, size, _ in runs if size < NOTE]
    read = {size for said, size, _ in runs if len(said) > 40 and size > NOTE}

    assert len(runs) > 100
    assert all(size >= MARK and MARK_TEXT.fullmatch(said) for said, size in small)
    assert min(read) >= TABLE
    assert max(read) >= BODY


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_no_page_but_the_last_is_mostly_empty(path):
    with pypdfium2.PdfDocument(printed(path)) as pdf:
        *pages, _ = pdf
        for number, page in enumerate(pages, 1):
            lowest = min(low for _, _, low in texts(page) if low > FOOT)
            assert lowest < page.get_height() * HALF, f"page {number}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_no_paragraph_on_the_demands_is_long(path):
    """What is met is a row of a table, not a part of a long sentence."""
    parts = toets_of(path)
    assert parts
    for block in (block for part in parts for block in part.blocks):
        if isinstance(block, Paragraph):
            assert len("".join(one.text for one in block.spans).split()) <= 60


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_the_demands_stand_by_chapter_and_what_is_met_comes_last(path):
    casefiles = read_dossier(path.read_text(), LIBRARY, today=today())
    advices = [advise(LIBRARY.chart(each.decision), each) for each in casefiles]
    headers = [advice.decision.header for advice in advices]
    chapters = {chapter.title for header in headers for chapter in header.chapters}
    due = [each for advice in advices for each in advice.table.deciding if each.is_due]
    parts = toets_of(path)
    tables = [b for part in parts for b in part.blocks if isinstance(b, Table)]
    assert tables or not due
    for table in tables:
        stands = [cell.status is StatusWord.FULFILLED for _, cell, *_ in table.rows]
        assert table.caption in chapters
        assert stands == sorted(stands)
