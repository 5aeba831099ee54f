"""All formats say the same words in the same order.

Running heads, list marks, shapes, brackets and hyphens at the end of a line belong to
the format and not to the text; so does the form of a table in plain text.
"""

import re
import subprocess
from html.parser import HTMLParser
from io import BytesIO
from itertools import chain

import docx as word
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.table import Table as Grid
from lxml import etree
from odf import opendocument, teletype
from odf.text import Note

from reports.document import Figure, KeyValues, Section, Table, outline
from reports.formats import docx, html, odt, text
from tests.reports.sample import CHART, memo

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKS = re.compile(r"\d{1,2}\.|[•●■○▶–·|-]")


def said(words: str) -> str:
    """What is said, letter by letter: lines break in other places in each format."""
    kept = (word for word in words.split() if not MARKS.fullmatch(word))
    return re.sub(r"[\[\]-]", "", "".join(kept))


class Reader(HTMLParser):
    """Reads what an eye would read on the page."""

    def __init__(self):
        super().__init__()
        self.words, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("svg", "nav", "head", "footer")
        self.hidden += ("class", "memo-standing") in attrs and tag == "p"
        self.words.append("" if tag in ("a", "sup", "strong") else " ")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("svg", "nav", "head", "footer")
        self.hidden = max(self.hidden, 0)

    def handle_data(self, data):
        self.words.append("" if self.hidden else data)


def of_html(document) -> str:
    page = html.render(document)
    page = page.replace(f'<p class="memo-standing">{document.header_line}</p>', "")
    reader = Reader()
    reader.feed(page)
    return "".join(reader.words)


def of_pdf(data: bytes, document) -> str:
    command = ["pdftotext", "-raw", "-", "-"]
    output = subprocess.run(command, input=data, capture_output=True, check=True)
    words = output.stdout.decode()
    words = re.sub(rf"{re.escape(document.header_line)}\n", "", words)
    words = re.sub(rf"{re.escape(document.footer_line)} · pagina .*\n", "", words)
    pages = words.split("\f")
    return "\n".join(without_repeated_head(page, document) for page in pages)


def without_repeated_head(page: str, document) -> str:
    """Drop the head row of a table that goes on from the page before."""
    for block in blocks(document.sections):
        if isinstance(block, Table):
            page = page.removeprefix(" ".join(block.head) + "\n")
    return page


def of_word(document) -> str:
    """Read the text with its marks, and then the notes by number, as a list of them."""
    paper = word.Document(BytesIO(docx.render(document)))
    lines = []
    for part in paper.iter_inner_content():
        cells = (
            chain.from_iterable(row.cells for row in part.rows)
            if isinstance(part, Grid)
            else (part,)
        )
        lines += [cell.text for cell in cells]
    notes = paper.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    found = {
        int(note.get(f"{WORD}id")): "".join(note.itertext(f"{WORD}t"))
        for note in etree.fromstring(notes.blob)
    }
    told = [
        found[note.number].removeprefix(f"{note.number}") for note in document.notes
    ]
    return "\n".join([*lines, "Noten", *told])


def of_writer(document) -> str:
    """Read the text with its marks, and then the notes by number, as a list of them."""
    paper = opendocument.load(BytesIO(odt.render(document)))
    lines, notes = [], {}
    for note in paper.getElementsByType(Note):
        mark, body = note.childNodes
        number = teletype.extractText(mark)
        notes[int(number)] = teletype.extractText(body)
        note.removeChild(body)

    def read(element):
        if element.tagName in ("text:p", "text:h"):
            lines.append(teletype.extractText(element))
        elif element.tagName != "table:title":
            for child in element.childNodes:
                if child.nodeType == child.ELEMENT_NODE:
                    read(child)

    read(paper.body)
    return "\n".join([*lines, "Noten", *(notes[n.number] for n in document.notes)])


def test_html_and_pdf_say_the_same(memo_pdf):
    labels = said(" ".join(re.findall(r"<text[^>]*>([^<]*)", CHART)))
    printed = said(of_pdf(memo_pdf, memo()))

    assert labels in printed
    assert printed.replace(labels, "") == said(of_html(memo()))


@pytest.mark.parametrize("read", [of_word, of_writer])
def test_html_and_editable_papers_say_the_same(read):
    assert said(read(memo())) == said(of_html(memo()))


def blocks(sections: tuple[Section, ...]):
    for section, _ in outline(sections):
        for block in section.blocks:
            yield block.table if isinstance(block, Figure) else block


def test_html_and_plain_text_say_the_same():
    document = memo()
    page, plain = said(of_html(document)), text.render(document)
    names = [name for name, _ in document.identifiers]
    for line in (document.header_line, document.footer_line):
        plain = plain.replace(f"\n{line}\n", "\n")
    for block in blocks(document.sections):
        match block:
            case KeyValues(_, pairs):
                names += [name for name, _ in pairs]
            case Table(head=head) if not text.fits(block):
                page = page.replace(said(" ".join(head)), "", 1)
                names += [f"    {name}" for name in head[1:]]
    for name in names:
        plain = re.sub(
            rf"^{name}:(?= )", name * (name[0] != " "), plain, flags=re.MULTILINE
        )
    plain = re.sub(r"^(-[ -]*|=+|~+)$", "", plain, flags=re.MULTILINE)

    assert said(plain) == page
