import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from reports.document import Paragraph, Section, Span, Table
from reports.formats import html
from tests.reports.sample import CORE, cell, memo, paragraph, words


def section(*blocks) -> str:
    page = html.paper(memo(Section("a", "A", blocks)), contents=False)
    return page.split('<h2 id="a">A</h2>\n')[1].split("\n\n</section>")[0].strip()


@pytest.fixture(scope="module")
def tree():
    """The page as a tree: it is HTML that happens to be well-formed XML."""
    text = re.sub(r"<(meta|col|br)\b([^>]*)>", r"<\1\2/>", html.render(memo()))
    return ET.fromstring(text.removeprefix("<!DOCTYPE html>\n"))


def test_the_page_says_its_language_and_has_one_title(tree):
    assert tree.get("lang") == "nl-NL"
    assert tree.find("head/title").text == memo().name
    assert [head.text for head in tree.iter("h1")] == [memo().title]


def test_headings_do_not_skip_a_level(tree):
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch(r"h[1-6]", e.tag)]

    assert levels[0] == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_addresses_are_unique_and_every_link_inside_leads_somewhere(tree):
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    inside = {a.get("href")[1:] for a in tree.iter("a") if a.get("href")[0] == "#"}

    assert len(ids) == len(set(ids))
    assert inside
    assert inside <= set(ids)


def test_the_page_asks_for_nothing_from_outside(tree):
    assert not [e for e in tree.iter() if e.get("src") or e.get("style")]
    assert not list(tree.iter("script")) + list(tree.iter("link"))
    assert "url(" not in html.stylesheet()
    policy = tree.find("head/meta[@http-equiv]").get("content")
    source = html.style_source(html.stylesheet())
    assert policy == f"default-src 'none'; style-src {source}"


def test_contents_come_after_the_core():
    page = html.render(memo())

    assert page.index('id="kern"') < page.index("<nav") < page.index('id="wie-beslist"')


def test_a_short_paper_has_no_contents():
    assert "<nav" in html.render(memo())
    assert "<nav" not in html.render(memo(CORE))


def test_what_a_user_writes_is_text_and_no_markup():
    assert section(paragraph("<b>Dik</b> & dun")) == (
        "<p>&lt;b&gt;Dik&lt;/b&gt; &amp; dun</p>"
    )


def test_control_codes_fall_away():
    assert section(paragraph("a\x00\x0bb")) == "<p>ab</p>"


def test_note_numbers_are_links_that_say_what_they_are():
    assert section(paragraph("Zo is het.", 1, 2)) == (
        '<p>Zo is het.<sup><a href="#noot-1" aria-label="noot 1">1</a>, '
        '<a href="#noot-2" aria-label="noot 2">2</a></sup></p>'
    )


def test_an_address_is_spelled_out():
    link = Paragraph((Span("de wet", href="https://wet.example/"),))

    assert section(link) == (
        '<p><a href="https://wet.example/">de wet (https://wet.example/)</a></p>'
    )


def test_a_table_names_its_columns_and_rows():
    table = Table("Kosten", ("Post", "€"), ((cell("Lamp"), cell("5")),), (80, 20))

    assert '<th scope="col">Post</th>' in section(table)
    assert '<th scope="row">Lamp</th><td>5</td>' in section(table)
    assert "<th" not in section(replace(table, row_heads=False)).split("<tbody>")[1]
    assert '<td class="memo-amount">5' in section(replace(table, amounts=(1,)))


def test_strong_words_are_strong():
    strong = Paragraph((Span("De raad", strong=True), *words(" beslist.")))

    assert section(strong) == "<p><strong>De raad</strong> beslist.</p>"
