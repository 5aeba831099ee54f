"""The tags of a printed memo, read back from the file."""

import re
from collections import Counter
from io import BytesIO

import pikepdf
import pytest

from reports.document import Paragraph, Section, Span
from reports.formats import html, press
from tests.reports.sample import CHART, memo, running_memo


@pytest.fixture(scope="module")
def pdf(memo_pdf):
    with pikepdf.open(BytesIO(memo_pdf)) as opened:
        yield opened


def kids(element):
    below = element.get("/K", [])
    for kid in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield kid


def walk(element):
    for kid in kids(element):
        yield kid
        yield from walk(kid)


def tags(element) -> list[str]:
    return [str(kid.S)[1:] for kid in kids(element)]


@pytest.fixture(scope="module")
def elements(pdf):
    return list(walk(pdf.Root.StructTreeRoot.K[0]))


def tagged(elements, tag: str):
    return [element for element in elements if f"/{tag}" == element.S]


def test_headings_are_headings(elements):
    counted = Counter(str(element.S) for element in elements)

    assert counted["/H1"] == 1
    assert counted["/H2"] == len(memo().sections) + 1
    assert counted["/H3"] == sum(len(part.sections) for part in memo().sections)


def test_every_head_cell_says_what_it_heads(elements):
    for table in tagged(elements, "Table"):
        for head in tagged(walk(table), "TH"):
            assert head.A.Scope in ("/Column", "/Row")
    columns = [head for head in tagged(elements, "TH") if head.A.Scope == "/Column"]
    assert columns
    assert all(head.P.P.S == "/THead" for head in columns)


def test_every_cell_knows_its_heads_and_can_find_them(pdf, elements):
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    found = {str(name) for name in names[::2]}

    assert [str(name) for name in names[::2]] == sorted(found)
    for cell in tagged(elements, "TD"):
        assert {str(head) for head in cell.A.Headers} <= found


def test_lists_hold_items_and_say_how_they_are_numbered(elements):
    lists = tagged(elements, "L")

    assert {str(item.A.ListNumbering) for item in lists} == {
        "/None",
        "/Disc",
        "/Decimal",
    }
    assert all(set(tags(item)) == {"LI"} for item in lists)


def test_a_figure_has_words_a_place_and_its_caption(elements):
    (figure,) = tagged(elements, "Figure")
    left, bottom, right, top = map(float, figure.A.BBox)

    assert str(figure.Alt) in CHART
    assert tags(figure) == ["Caption"]
    assert 0 < left < right < 595
    assert 0 < bottom < top < 842


def test_running_heads_are_no_content(pdf):
    assert pdf.pages
    for page in pdf.pages:
        stack, shown = [], []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                stack.append(str(operands[0]))
            elif str(operator) == "EMC":
                stack.pop()
            elif str(operator) in ("Tj", "TJ"):
                shown.append(stack[-1] if stack else "")
        assert shown.count("/Artifact") >= 2
        assert set(shown) == {"/Span", "/Artifact", "/Figure"} & set(shown) | {"/Span"}


def test_every_link_says_where_it_leads(pdf):
    links = [note for page in pdf.pages for note in page.get("/Annots", [])]

    assert links
    assert all(str(link.Contents) for link in links)


def test_contents_are_a_table_of_contents():
    text = (Span("Een zin om een pagina mee te vullen. " * 9),)
    parts = (Paragraph(text),) * 80
    long = memo(Section("a", "A", parts), Section("b", "B", parts))
    with pikepdf.open(BytesIO(press.render(long))) as opened:
        (contents,) = tagged(walk(opened.Root.StructTreeRoot.K[0]), "TOC")

        assert tags(contents) == ["TOCI", "TOCI"]
        assert all(tags(item) == ["Reference"] for item in kids(contents))


@pytest.fixture(scope="module")
def running():
    with pikepdf.open(BytesIO(press.render(running_memo()))) as opened:
        yield opened


def test_what_runs_over_pages_is_one_element(running):
    found = Counter(str(each.S) for each in walk(running.Root.StructTreeRoot))
    source = html.paper(running_memo(), contents=False)

    assert len(running.pages) > 6
    for tag, name in {
        "/Part": "main",
        "/Art": "article",
        "/Sect": "section",
        "/Table": "table",
        "/THead": "thead",
        "/TBody": "tbody",
        "/TR": "tr",
        "/LI": "li",
        "/P": "p",
    }.items():
        assert found[tag] == len(re.findall(rf"<{name}\b", source)), tag
    assert found["/L"] == len(re.findall(r"<[uo]l\b", source))


def test_a_table_over_pages_keeps_its_rows_in_order_below_one_head(running):
    (table,) = tagged(walk(running.Root.StructTreeRoot), "Table")
    (head,) = tagged(walk(table), "THead")
    named = {str(cell.ID) for cell in walk(table) if "/ID" in cell}
    columns = {str(cell.ID) for cell in tagged(walk(head), "TH")}
    cells = tagged(walk(table), "TD")

    assert tags(table) == ["Caption", "THead", "TBody"]
    assert len(cells) == 130
    for cell in cells:
        heads = {str(one) for one in cell.A.Headers}
        assert heads <= named
        assert heads & columns
