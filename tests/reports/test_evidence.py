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
    seen_in_short,
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
    outcomes = library.decision(name).header.evidence
    topics = {t for m in measures for t in library.evidence.topics(m.id)}
    assert [said(row[0]) for row in table.rows] == [
        topic.title
        for topic in sorted(topics, key=lambda t: (t.place, t.name))
        if topic.name in outcomes
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
    assert len(words) > 3
    assert words <= known | {library.say("bewijs_past_niet")}


@pytest.mark.parametrize("name", NAMES)
def test_a_mark_has_its_remark_below_the_table(blocks, name) -> None:
    _, (_, table, _, *told) = blocks(name)
    below = [spoken(block).lower() for block in told]
    for column, measure in enumerate(table.head[1:], start=1):
        marked = [said(row[0]) for row in table.rows if MARK in said(row[column])]
        mine = [text for text in below if text.startswith(f"{measure.lower()}, ")]
        assert len(mine) == bool(marked)
        assert all(topic.lower() in mine[0] for topic in marked)


@pytest.mark.parametrize("name", NAMES)
def test_a_remark_is_made_once_for_all_outcomes_of_a_measure(blocks, name) -> None:
    """Cells that share one remark and not another do not make it said twice."""
    told = [b for b in blocks(name)[1] if not isinstance(b, Table)]
    runs = [block.spans[1::2] for block in told if len(block.spans) > 1]
    assert runs
    for spans in runs:
        assert len({span.text for span in spans}) == len(spans)


def test_outcomes_that_share_a_remark_stand_before_it_together(blocks) -> None:
    told = [spoken(b) for b in blocks("cameratoezicht")[1] if not isinstance(b, Table)]
    shared = "Geweld, diefstal en inbraak, alle misdrijven. Het omgekeerde is bekeken:"
    assert any(shared in one for one in told)


def test_in_the_memo_an_outcome_without_a_finding_is_named_and_has_no_row(
    library, blocks
) -> None:
    _, (_, whole, *_) = blocks("damocles")
    _, (_, table, below, *_) = blocks("damocles", whole=False)
    told = {said(row[0]) for row in table.rows}
    bare = [name for row in whole.rows if (name := said(row[0])) not in told]

    assert bare == ["Gevoel van veiligheid"]
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
    assert told.startswith("Ander onderzoek zag: minder (camera’s met een extra")


def in_short(library, name):
    writer = Writer(library, Notes(library.sources), "proef")
    return "".join(span.text for span in seen_in_short(writer, library.decision(name)))


def own_cells(library, decision):
    """The cells behind the line of In het kort: its own measures, on its own outcome."""
    return [
        cell
        for name in {m.studied_as for m in decision.costs.measures if m.own}
        for cell in cells(library.evidence, name)
        if cell.topic.name == decision.header.evidence[0]
    ]


def test_every_decision_with_a_measure_of_its_own_says_whether_it_works(
    library,
) -> None:
    own = [
        name
        for name, decision in library.decisions.items()
        if any(measure.own for measure in decision.costs.measures)
    ]
    assert len(own) > 10
    assert [name for name in own if not in_short(library, name)] == []


def test_the_short_line_says_what_was_looked_at_where_that_is_something_alike(
    library,
) -> None:
    alike = [
        (name, entry.briefly)
        for name, decision in library.decisions.items()
        for cell in own_cells(library, decision)
        for entry in cell.deciding
        if entry.fit is Fit.SIMILAR
    ]
    assert {"cameratoezicht", "apv_verbod"} <= {name for name, _ in alike}
    assert [(n, told) for n, told in alike if told not in in_short(library, n)] == []


def test_the_short_line_names_each_study_that_saw_something_else(library) -> None:
    other = [
        (name, f"{entry.direction.dutch} in {entry.year}")
        for name, decision in library.decisions.items()
        for cell in own_cells(library, decision)
        for entry in cell.differs
    ]
    assert ("veiligheidsbeleving", "meer in 1991") in other
    assert [(n, told) for n, told in other if told not in in_short(library, n)] == []


def test_an_outcome_that_a_measure_cannot_have_does_not_fit_and_is_not_called_missing(
    library, blocks
) -> None:
    measures = measures_of(library.decision("politie_in_de_gemeente"), library.evidence)
    _, (_, table, *_) = blocks("politie_in_de_gemeente")
    (row,) = (row for row in table.rows if "opgespoord" in said(row[0]))
    told = {m.id: said(cell) for m, cell in zip(measures, row[1:], strict=True)}

    assert told["jongerenwerk"] == library.say("bewijs_past_niet")
    assert told["politie_hotspots"] == Direction.NOT_FOUND.dutch


def test_a_cell_that_is_no_answer_does_not_fit_its_measure(library, blocks) -> None:
    """What could be and what nobody searched for does not exist any more."""
    outside = {
        (measure.id, said(row[0])): {topic_title(library, o) for o in measure.not_about}
        for name, decision in library.decisions.items()
        for block in blocks(name)[1]
        for row in (block.rows if isinstance(block, Table) else ())
        for measure, cell in zip(
            measures_of(decision, library.evidence), row[1:], strict=True
        )
        if said(cell) == library.say("bewijs_past_niet")
    }

    assert len(outside) >= 10
    assert all(title in named for (_, title), named in outside.items())


def topic_title(library, outcome):
    """The heading of an outcome, by the name that measures list it under."""
    return next(
        entry.topic.title
        for entry in library.evidence.entries.values()
        if entry.topic.name == outcome
    )
