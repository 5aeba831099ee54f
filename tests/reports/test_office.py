"""The editable papers, read back by libraries that had no part in making them."""

import re
import shutil
import subprocess
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import docx as word
import pytest
from odf import opendocument, table, teletype, text

from reports.document import outline
from reports.formats import docx, odt
from tests.reports.sample import memo

SOFFICE = shutil.which("soffice")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def paper():
    return word.Document(BytesIO(docx.render(memo())))


@pytest.fixture(scope="module")
def writer():
    return opendocument.load(BytesIO(odt.render(memo())))


def xml(part) -> str:
    return part._element.xml  # noqa: SLF001 — the library keeps it to itself


def headings() -> list[tuple[int, str]]:
    parts = [(depth + 1, part.title) for part, depth in outline(memo().sections)]
    return [(1, memo().title), *parts, (2, "Noten")]


def test_word_has_real_headings(paper):
    found = [
        (int(line.style.name[-1]), line.text)
        for line in paper.paragraphs
        if line.style.name.startswith("Heading")
    ]

    assert found == headings()


def test_writer_has_real_headings(writer):
    found = [
        (int(head.getAttribute("outlinelevel")), teletype.extractText(head))
        for head in writer.getElementsByType(text.H)
    ]

    assert found == headings()


def test_word_says_its_title_and_language(paper):
    assert paper.core_properties.title == memo().name
    assert paper.core_properties.language == "nl-NL"
    (language,) = paper.styles.element.iter(f"{WORD}lang")
    assert language.get(f"{WORD}val") == "nl-NL"


def test_writer_says_its_title_and_language(writer):
    with ZipFile(BytesIO(odt.render(memo()))) as package:
        meta, styles = package.read("meta.xml"), package.read("styles.xml")

    assert f"<dc:title>{memo().name}</dc:title>".encode() in meta
    assert b'fo:language="nl" fo:country="NL"' in styles


def test_word_marks_the_head_row_of_each_table(paper):
    marked = [grid for grid in paper.tables if "w:tblHeader" in xml(grid)]

    assert len(paper.tables) - len(marked) == 3  # facts have no head row
    assert all("w:tblCaption" in xml(grid) for grid in paper.tables)


def test_writer_marks_the_head_row_of_each_table(writer):
    tables = writer.getElementsByType(table.Table)
    heads = writer.getElementsByType(table.TableHeaderRows)

    assert len(tables) - len(heads) == 3


def test_each_numbered_list_in_word_starts_at_one(paper):
    numbers = [
        int(re.search(r'w:numId w:val="(\d+)"', xml(line))[1])
        for line in paper.paragraphs
        if line.style.name == "List Number"
    ]

    assert sorted(numbers) == numbers
    assert numbers.count(2) == 3
    assert numbers.count(3) == len(memo().notes)


def test_note_numbers_in_word_lead_to_the_notes(paper):
    body = paper.element.body
    marks = {mark.get(f"{WORD}name") for mark in body.iter(f"{WORD}bookmarkStart")}
    links = {link.get(f"{WORD}anchor") for link in body.iter(f"{WORD}hyperlink")}

    assert links - {None} <= marks


def test_running_heads_stand_on_each_page(paper):
    page = paper.sections[0]

    assert page.header.paragraphs[0].text == memo().header_line
    assert memo().footer_line in page.footer.paragraphs[0].text


@pytest.mark.parametrize("printer", [docx, odt])
def test_the_same_document_gives_the_same_bytes(printer):
    assert printer.render(memo()) == printer.render(memo())


@pytest.mark.parametrize("printer", [docx, odt])
def test_every_part_has_the_date_of_the_paper(printer):
    with ZipFile(BytesIO(printer.render(memo()))) as package:
        dates = {part.date_time[:3] for part in package.infolist()}

    assert dates == {(2026, 11, 21)}


def test_the_type_of_an_odt_comes_first_and_bare():
    with ZipFile(BytesIO(odt.render(memo()))) as package:
        first = package.infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


@pytest.mark.skipif(not SOFFICE, reason="no LibreOffice on this machine")
@pytest.mark.parametrize(("printer", "ending"), [(docx, "docx"), (odt, "odt")])
def test_libreoffice_opens_it(printer, ending, tmp_path):
    (tmp_path / f"memo.{ending}").write_bytes(printer.render(memo()))
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "txt:Text",
            "--outdir",
            tmp_path,
            tmp_path / f"memo.{ending}",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    said = (tmp_path / "memo.txt").read_text("utf-8-sig")

    assert all(part.title in said for part, _ in outline(memo().sections))
