from dataclasses import replace

import pytest

from reports.document import Section, Span, StatusWord, Table, outline, spans
from tests.reports.sample import CORE, cell, memo, paragraph


def table(**changes) -> Table:
    whole = Table("Kosten", ("Post", "Euro"), ((cell("Lamp"), cell("5")),), (70, 30))
    return replace(whole, **changes)


@pytest.mark.parametrize(
    "changes",
    [{"widths": (70, 20)}, {"widths": (67, 33)}, {"widths": (100,)}, {"rows": ((),)}],
    ids=["not the whole line", "odd steps", "too few widths", "a row too short"],
)
def test_a_table_that_cannot_be_set_is_refused(changes):
    with pytest.raises(ValueError, match="Kosten"):
        table(**changes)


def test_two_sections_may_not_share_an_address():
    with pytest.raises(ValueError, match="share an id"):
        memo(CORE, CORE)


def test_a_note_number_must_lead_to_a_note():
    with pytest.raises(ValueError, match=r"\[8\]"):
        memo(Section("a", "A", (paragraph("Zie noot.", 8),)))


def test_notes_are_numbered_without_a_gap():
    with pytest.raises(ValueError, match="1, 2, 3"):
        replace(memo(), notes=memo().notes[1:])


def test_the_name_says_kind_subject_and_date():
    name = "Adviesmemo Cameratoezicht op straat in Steenbergen, 21-11-2026"

    assert memo().name == name


def test_the_outline_walks_sections_in_reading_order():
    inner = Section("b", "B")
    outer = Section("a", "A", sections=(inner,))

    assert list(outline((outer,))) == [(outer, 1), (inner, 2)]


def test_every_kind_of_block_gives_its_text():
    said = {span.text for span in spans(memo())}

    assert {"Raad", "de burgemeester", "Onderhoud en verbinding, per jaar"} <= said
    assert Span("De burgemeester beslist", strong=True) in set(spans(memo()))


def test_statuses_differ_in_form():
    assert len({status.shape for status in StatusWord}) == len(StatusWord)
