"""The checklist on paper: the same empty boxes in every form, and nothing to fill in."""

import io
import zipfile

import pikepdf
import pytest

from reports.composing.checklist_paper import compose_checklist
from reports.document import BOX
from reports.formats.by_file_name import print_document

SHEETS = ("buurtbemiddeling", "woonoverlastverordening")


@pytest.fixture
def paper(library):
    def compose(name):
        return compose_checklist(library.checklists[name], library, "0.0.0")

    return compose


def boxes(library, name):
    return 3 * sum(len(group.items) for group in library.checklists[name].groups)


@pytest.mark.parametrize("name", SHEETS)
def test_every_question_has_its_boxes_as_ink(library, paper, name):
    text = print_document(paper(name), ".txt").decode()

    assert text.count(BOX) == boxes(library, name)
    assert text.startswith("Controleblad\n")


@pytest.mark.parametrize("name", SHEETS)
def test_the_page_draws_its_boxes_without_a_letter_for_them(library, paper, name):
    page = print_document(paper(name), ".html").decode()

    assert BOX not in page
    assert page.count('class="memo-box"') == boxes(library, name)
    assert "<input" not in page


@pytest.mark.parametrize("name", SHEETS)
def test_the_pdf_needs_no_strange_typeface_and_begins_at_the_top(paper, name):
    data = print_document(paper(name), ".pdf")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = {
            str(font.BaseFont).partition("+")[2]
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }

        assert "/AcroForm" not in pdf.Root
        assert len(pdf.pages) <= 3
        assert all(font.startswith("Fira") for font in fonts), fonts


@pytest.mark.parametrize(("form", "part"), [(".docx", "word/document.xml"), (".odt", "content.xml")])  # fmt: skip
def test_the_office_forms_have_no_controls(library, paper, form, part):
    with zipfile.ZipFile(io.BytesIO(print_document(paper(SHEETS[0]), form))) as file:
        text = file.read(part).decode()

    assert text.count(BOX) == boxes(library, SHEETS[0])
    assert "w:sdt" not in text
    assert "form:" not in text.replace("office:forms", "")


def test_the_same_sheet_gives_the_same_bytes(paper):
    assert print_document(paper(SHEETS[0]), ".pdf") == print_document(
        paper(SHEETS[0]), ".pdf"
    )
