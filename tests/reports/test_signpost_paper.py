"""The page of a problem to take along: one page, the same rows as on the screen."""

import io

import pikepdf
import pytest

from reports.composing.signpost_paper import compose_problem, row, rows, state_label
from reports.document import Document, Table, outline, spans
from reports.formats.by_file_name import print_document


@pytest.fixture(scope="module")
def problems(library):
    return library.signpost.problems


def compose(library, problem):
    return compose_problem(problem, library, "0.0.0")


def text_of(document: Document) -> str:
    return " ".join(span.text for span in spans(document))


def test_every_problem_is_one_page(library, problems):
    """The dozen with the most to say are printed; the others have less to put on it."""
    papers = {each.id: compose(library, each) for each in problems}
    longest = sorted(papers, key=lambda name: len(text_of(papers[name])))[-12:]
    pages = {}
    for name in longest:
        data = print_document(papers[name], ".pdf")
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages[name] = len(pdf.pages)

    assert len(papers) > 2 * len(longest)
    assert pages == dict.fromkeys(longest, 1)


def test_the_paper_has_the_rows_of_the_page(library, problems):
    assert problems
    for problem in problems:
        document = compose(library, problem)
        (table,) = [
            block
            for section, _ in outline(document.sections)
            for block in section.blocks
            if isinstance(block, Table)
        ]
        told = rows(problem, library, {})
        titles = ["".join(span.text for span in cells[0].spans) for cells in table.rows]

        assert titles == [
            f"{one.means.title} ({one.means.weight}) {one.bodies}" for one in told
        ]


def test_the_paper_leaves_out_no_caveat_of_the_page(library, problems):
    """What it is, what the council can and cannot, what to mind, and what is ours."""
    assert problems
    for problem in problems:
        told = text_of(compose(library, problem))
        for one in rows(problem, library, {}):
            means = one.means
            parts = (means.what, means.can, means.cannot, means.mind, means.reading)
            left_out = [
                part for part in (*parts, one.note) if part and part not in told
            ]

            assert left_out == [], (problem.id, means.id)
            assert "; ".join(ground.text for ground in one.grounds) in told
        assert all(line in told for line in library.signpost.header.refer)


def test_the_paper_says_when_an_instrument_does_not_fit(library):
    cars = text_of(compose(library, library.signpost.problem_by_id["auto_inbraak"]))
    home = text_of(compose(library, library.signpost.problem_by_id["explosie"]))

    assert "Dit past alleen als de openbare orde het vraagt." in cars
    assert "Dit kan ook bij één adres, want het gaat om de straat." in home


def test_the_paper_says_what_is_not_the_councils_and_what_to_ask(library, problems):
    assert problems
    for problem in problems:
        told = text_of(compose(library, problem))
        limits = library.signpost.limits(problem)

        assert all(limit.text in told for limit in limits), problem.id
        assert all(question.text in told for question in problem.questions), problem.id


def test_the_paper_says_how_the_law_stands(library, problems):
    marked = [problem for problem in problems if problem.state is not None]
    for problem in marked:
        told = text_of(compose(library, problem))

        assert state_label(problem.state).capitalize() in told
        assert problem.state.text in told
    assert len(marked) > 5


def test_an_article_is_named_once_with_its_leden(library):
    cameras = row(library.signpost.means_by_id["cameratoezicht_151c"], library)
    force = row(library.signpost.means_by_id["apv_regel"], library)

    assert [one.text for one in cameras.grounds] == [
        "Gemeentewet 151c lid 1, 2, 3 en 9"
    ]
    assert [one.text for one in force.grounds] == [
        "Gemeentewet 149",
        *("154 lid 1", "121", "147a lid 1", "147b lid 1"),
        "Grondwet 7 lid 3",
    ]


def test_the_page_as_text_can_be_read_aloud(library):
    problem = library.signpost.problem_by_id["explosie"]
    told = print_document(compose(library, problem), ".txt").decode()

    assert told.startswith("Wegwijzer\n")
    assert "Aan de burgemeester: Is er vrees voor herhaling" in told
    assert "http" in told  # the notes say where to read


def test_the_same_problem_gives_the_same_bytes(library, problems):
    first, again = (
        print_document(compose(library, problems[0]), ".pdf") for _ in range(2)
    )

    assert first == again
