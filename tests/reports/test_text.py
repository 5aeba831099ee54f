from dataclasses import replace

from reports.document import (
    Callout,
    Cell,
    KeyValues,
    Listing,
    Section,
    StatusWord,
    Table,
)
from reports.formats import text
from tests.reports.sample import CORE, cell, memo, paragraph, words


def printed(*blocks) -> str:
    """What a section with these blocks looks like, without what surrounds it."""
    document = replace(memo(Section("a", "A", blocks)), notes=memo().notes)
    return text.render(document).split("A\n-\n\n")[1].split("\n\nNoten\n")[0]


def test_no_line_is_wider_than_the_page():
    assert max(map(len, text.render(memo()).splitlines())) <= text.WIDTH


def test_an_address_is_never_broken():
    lines = text.render(memo()).splitlines()

    assert any(line.strip() == memo().notes[6].href for line in lines)


def test_title_and_facts_open_the_paper():
    assert text.render(memo(CORE)).startswith(
        """\
Adviesmemo

Cameratoezicht op straat in Steenbergen
=======================================

Mag de burgemeester camera’s inzetten op de Markt, volgens artikel 151c van de
Gemeentewet?

Gemeente:   Steenbergen
"""
    )


def test_notes_stand_in_brackets():
    assert printed(paragraph("De raad beslist.", 1, 2)) == "De raad beslist.[1, 2]"


def test_lists_hang_behind_their_mark():
    items = (words("een"), words("twee " * 18 + "drie"))

    assert printed(Listing(items, ordered=True)) == (
        f"  1. een\n  2. {'twee ' * 15}twee\n     twee twee drie"
    )


def test_a_narrow_table_stands_in_columns_with_figures_to_the_right():
    table = Table(
        caption="Kosten",
        head=("Post", "Euro"),
        rows=((cell("Lamp"), cell("5")), (cell("Paal"), cell("1.200"))),
        widths=(70, 30),
        amounts=(1,),
    )

    assert printed(table) == (
        "Kosten\n\nPost   Euro\n----  -----\nLamp      5\nPaal  1.200"
    )


def test_a_wide_table_becomes_a_record_for_each_row():
    long = "Een gevolg dat te lang is om naast de vraag te staan, hoe kort die ook is."
    table = Table(
        caption="Toets",
        head=("Vraag", "Uitkomst", "Gevolg"),
        rows=(
            (cell("Is de plek openbaar?"), Cell((), StatusWord.UNKNOWN), cell(long)),
        ),
        widths=(40, 20, 40),
    )

    assert printed(table) == (
        f"Toets\n\n  Is de plek openbaar?\n    Uitkomst: onbekend\n    Gevolg: {long}"
    )


def test_a_status_comes_before_its_explanation():
    facts = KeyValues(
        "Stand", (("DPIA", Cell(words("vraag ernaar"), StatusWord.UNKNOWN)),)
    )

    assert printed(facts) == "Stand\n\nDPIA:  onbekend · vraag ernaar"


def test_a_callout_is_set_apart():
    assert printed(Callout("Let op", (paragraph("Geen advies."),))) == (
        "| Let op\n|\n| Geen advies."
    )
