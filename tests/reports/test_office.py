"""The editable papers, read back by libraries that had no part in making them."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import docx as word
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as TYPE
from lxml import etree
from odf import opendocument, table, teletype, text

from reports.document import Document, Note, Paragraph, Section, Span, outline
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
    return [(1, memo().title), *parts]


def counted() -> Document:
    """A small paper whose marks stand in order, as in every memo."""
    told = Paragraph((Span("Eén.", (1,)), Span("Twee.", (1, 2)), Span("Een.", (1,))))
    notes = (
        Note(1, "Gemeentewet, artikel 151c.", "https://wetten.example/gemeentewet"),
        Note(2, "Gemeentewet, artikel 169; zie noot 1."),
    )
    return replace(memo(), sections=(Section("deel", "Deel", (told,)),), notes=notes)


def part_of(document: Document, name: str) -> str:
    with ZipFile(BytesIO(docx.render(document))) as package:
        return package.read(name).decode()


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
    assert set(numbers) == {2}


def test_each_note_stands_once_at_the_foot_of_the_page_of_its_first_mark(paper):
    notes = etree.fromstring(paper.part.part_related_by(TYPE.FOOTNOTES).blob)
    marks = paper.element.body.iter(f"{WORD}footnoteReference")
    numbers = [note.get(f"{WORD}id") for note in notes if not note.get(f"{WORD}type")]

    assert [mark.get(f"{WORD}id") for mark in marks] == numbers
    assert sorted(map(int, numbers)) == [note.number for note in memo().notes]
    kinds = {note.get(f"{WORD}type"): note.get(f"{WORD}id") for note in notes}
    assert (kinds["separator"], kinds["continuationSeparator"]) == ("-1", "0")


def test_a_later_mark_refers_to_the_first():
    body = part_of(counted(), "word/document.xml")

    assert body.count("<w:footnoteReference ") == len(counted().notes)
    assert body.count('w:name="_Noot1"') == 1
    assert body.count(r" NOTEREF _Noot1 \f \h ") == 2


def test_a_note_that_points_to_a_note_keeps_up_with_it():
    notes = part_of(counted(), "word/footnotes.xml")

    assert r" NOTEREF _Noot1 \h " in notes
    assert "zie noot </w:t>" in notes


def test_word_counts_by_itself_where_that_gives_our_numbers():
    assert "customMarkFollows" not in part_of(counted(), "word/document.xml")
    assert "customMarkFollows" in part_of(memo(), "word/document.xml")


def test_a_link_in_a_note_belongs_to_the_notes():
    assert "wetten.example" in part_of(counted(), "word/_rels/footnotes.xml.rels")
    assert "wetten.example" not in part_of(counted(), "word/_rels/document.xml.rels")


def test_a_note_without_a_mark_is_not_lost():
    first, *_ = counted().sections
    less = replace(first, blocks=(Paragraph((Span("Eén.", (1,)),)),))
    document = replace(counted(), sections=(less,))
    found = word.Document(BytesIO(docx.render(document))).paragraphs

    assert found[-1].text == "2. Gemeentewet, artikel 169; zie noot 1."
    loaded = opendocument.load(BytesIO(odt.render(document)))
    *_, last = loaded.body.getElementsByType(text.P)
    assert teletype.extractText(last) == found[-1].text


def test_notes_in_writer_are_notes_too(writer):
    notes = writer.getElementsByType(text.Note)
    marks = [teletype.extractText(note.childNodes[0]) for note in notes]

    assert sorted(map(int, marks)) == [note.number for note in memo().notes]
    assert {note.getAttribute("noteclass") for note in notes} == {"footnote"}
    later = {
        mark.getAttribute("refname") for mark in writer.getElementsByType(text.NoteRef)
    }
    assert later <= {note.getAttribute("id") for note in notes}


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
