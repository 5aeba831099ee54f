"""The table of outcomes and measures, as blocks that every printer can set."""

from datetime import date
from itertools import chain

import pytest

from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition
from reports.composing.research_part import (
    MARK,
    evidence,
    measures_of,
    remarks,
    say_seen,
)
from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.document import Table, lines, outline
from rules.content.casefile import CaseFile
from rules.content.research import Direction, Fit
from rules.judging.advice import advise
from rules.judging.research_summary import cells

DAY = date(2026, 11, 21)
NAMES = ["buurtbemiddeling", "cameratoezicht", "woonoverlastverordening"]
COLOURS = ("groen", "rood", "oranje")


@pytest.fixture(scope="module")
def blocks(library):
    def written(name, *, whole=True):
        writer = Writer(library, Notes(library.sources), "proef")
        found = evidence(writer, library.decision(name), whole=whole)
        return writer, tuple(found)

    return written


def spoken(block):
    return "".join(span.text for span in block.spans)


def said(cell):
    return "".join(span.text for span in cell.spans)


@pytest.mark.parametrize("name", NAMES)
def test_a_row_for_each_outcome_and_a_column_for_each_measure(
    library, blocks, name
) -> None:
    measures = measures_of(library.decision(name), library.evidence)
    _, (_, table, *_) = blocks(name)
    assert table.head == ("Uitkomst", *(measure.title for measure in measures))
    topics = {t for each in measures for t in library.evidence.topics(each.id)}
    assert [said(row[0]) for row in table.rows] == [
        topic.title for topic in sorted(topics, key=lambda t: (t.place, t.name))
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_a_word_of_the_glossary(library, blocks, name) -> None:
    known = {term.term.removeprefix("onderzoek: ") for term in library.terms}
    _, (_, table, *_) = blocks(name)
    words = {
        word
        for row in table.rows
        for cell in row[1:]
        for word in said(cell).removesuffix(MARK).split(", ")
    }
    assert len(words) > 5
    assert words <= known | {library.say("bewijs_niet_gezocht")}


@pytest.mark.parametrize("name", NAMES)
def test_a_mark_has_its_remark_below_the_table(blocks, name) -> None:
    _, (_, table, _, *told) = blocks(name)
    below = [spoken(block).lower() for block in told]
    for column, measure in enumerate(table.head[1:], start=1):
        marked = [said(row[0]) for row in table.rows if MARK in said(row[column])]
        mine = [text for text in below if text.startswith(f"{measure.lower()}, ")]
        assert len(mine) == bool(marked)
        assert all(topic.lower() in mine[0] for topic in marked)


def test_in_the_memo_an_outcome_without_a_finding_is_named_and_has_no_row(
    library, blocks
) -> None:
    _, (_, whole, *_) = blocks("cameratoezicht")
    _, (_, table, below, *_) = blocks("cameratoezicht", whole=False)
    told = {said(row[0]) for row in table.rows}
    bare = [name for row in whole.rows if (name := said(row[0])) not in told]

    assert bare == ["Opnieuw een misdrijf (recidive)"]
    assert library.say("bewijs_niets_over", uitkomsten=bare[0].lower()) in spoken(below)


def captions(paper):
    blocks = chain.from_iterable(part.blocks for part, _ in outline(paper.sections))
    return {block.caption for block in blocks if isinstance(block, Table)}


def blank(library, name, edition=Edition.WHOLE):
    advice = advise(library.chart(name), CaseFile(name, DAY, {}))
    return compose([advice], library, Cover("proef", None, "0"), edition)


def test_the_whole_memo_has_the_table_and_the_page_of_one_has_not(library) -> None:
    title = library.say("bewijs_titel")

    assert title in captions(blank(library, "cameratoezicht"))
    assert title not in captions(blank(library, "cameratoezicht", Edition.BRIEF))


def test_a_decision_that_names_no_measure_has_no_such_part(library) -> None:
    assert not measures_of(library.decision("weerbare_raad"), library.evidence)
    parts = blank(library, "weerbare_raad").sections
    assert not [part for part in parts if "Werkt het?" in part.title]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_counted_ranked_or_coloured(blocks, name) -> None:
    _, found = blocks(name)
    text = " ".join(
        span.text for block in found for line in lines(block) for span in line
    ).lower()
    assert not [word for word in (*COLOURS, "beste", "score", "totaal") if word in text]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_told_is_cited(library, blocks, name) -> None:
    writer, (_, table, *_) = blocks(name)
    assert isinstance(table, Table)
    told = [cell for row in table.rows for cell in row[1:]]
    graded = [cell for cell in told if ", " in said(cell)]
    assert graded == [cell for cell in told if cell.spans[0].notes]
    assert writer.notes.all()


def test_two_projects_that_research_knows_as_one_have_one_column(
    library, blocks
) -> None:
    _, (_, table, *_) = blocks("buurtbemiddeling")
    assert table.head.count("Buurtbemiddeling") == 1


def test_the_reverse_is_never_the_direction_of_the_measure(library) -> None:
    found = [
        cell
        for measure in library.evidence.measures
        for cell in cells(library.evidence, measure.id)
        if all(e.fit in (None, Fit.REVERSE, Fit.OTHER) for e in cell.entries)
    ]
    said = {say_seen(cell.direction, cell.certainty) for cell in found}
    beside = [(cell, entry) for cell in found for entry in cell.beside]

    assert said == {"niet gevonden"}
    assert beside
    assert all(
        entry.looked_at in " ".join(remarks(library.sentences, cell))
        for cell, entry in beside
    )


def test_cameras_and_violence_name_the_people_behind_the_cameras(library) -> None:
    """“No difference” alone would leave out the one experiment that saw less."""
    (found,) = (
        each
        for each in cells(library.evidence, "vaste_cameras")
        if each.topic.name == "geweld"
    )
    assert found.direction is Direction.NO_DIFFERENCE
    (told,) = remarks(library.sentences, found)
    assert told.startswith("Niet elk onderzoek zag dit: minder (camera’s met een extra")
