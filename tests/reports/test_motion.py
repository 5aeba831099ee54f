"""What the forms of the papers promise, for every decision.

What they say, word for word, is in `tests/content/test_golden_papers.py`.
"""

from pathlib import Path

import page
import pytest

from reports.composing.memo import edition_of
from reports.council.draft import offered_facts
from reports.council.lint import check, is_ready
from reports.council.motion import motion
from reports.council.paper import Draft, PaperPart
from reports.council.paper_text import as_text, read_text
from reports.council.written_questions import offered_questions
from reports.document import PaperKind
from reports.formats import press
from reports.formats.by_file_name import FORMATS, print_document
from tests.law import LIBRARY
from tests.reports.paper_case import EDITION, PaperCase
from wizard.guarding.personal import people

CASES = Path(__file__).parent.parent / "casussen"
FOLDERS = sorted(path.parent for path in CASES.glob("*/*/stukken.yaml"))
PRINTED = ("buurtbemiddeling", "cameratoezicht", "woonoverlastverordening")
BODIES = {body.id: body.name for body in LIBRARY.bodies.values()}


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name, scope="module")
def case(request):
    return PaperCase(request.param, LIBRARY)


@pytest.fixture(
    params=[one for one in FOLDERS if one.parent.name in PRINTED],
    ids=lambda folder: folder.name,
    scope="module",
)
def printed_case(request):
    return PaperCase(request.param, LIBRARY)


def checked(paper):
    return check(
        paper, LIBRARY.competence, bodies=LIBRARY.bodies, people=people
    ).findings


def test_six_cases_are_printed():
    assert len([one for one in FOLDERS if one.parent.name in PRINTED]) == 6


def test_every_paper_is_ready(case):
    assert case.papers()
    for paper in case.papers():
        assert is_ready(paper, checked(paper)), checked(paper)


def test_text_that_nobody_edited_reads_back_as_the_same_paper(case):
    assert case.papers()
    for paper in case.papers():
        again = read_text(as_text(paper), paper, LIBRARY.competence)

        assert again.lines == paper.lines


def test_every_paper_prints_in_every_format(printed_case):
    assert printed_case.papers()
    for paper in printed_case.papers():
        document = printed_case.printed(paper)
        for ending in FORMATS.keys() - {".pdf"}:
            assert print_document(document, ending) == print_document(document, ending)


@pytest.mark.usefixtures("press_is_silent")
def test_every_pdf_is_for_everyone_and_for_the_archive(printed_case):
    assert printed_case.papers()
    for paper in printed_case.papers():
        pdf = press.render(printed_case.printed(paper))

        for profile in ("ua1", "3a"):
            assert not page.validate_pdf_bytes(pdf, profile=profile).failures
        assert len(pdf) < 500_000


def test_facts_come_from_answers_and_cite_the_law_alone(case):
    paper = case.motion()
    chosen = case.draft(PaperKind.MOTION).facts
    facts = [
        line
        for line in paper.of(PaperPart.FACT)
        if not line.text.startswith("Het gaat om: ")
    ]
    told = {note.number: note.text for note in paper.notes}

    assert len(facts) == len(chosen) > 0
    for line in facts:
        assert all(", artikel " in told[number] for number in line.notes)


def test_what_the_motion_itself_says_is_no_fact_in_it():
    case = PaperCase(CASES / "politie_in_de_gemeente" / "medemblik_2023", LIBRARY)
    answered = {each.question.id for each in case.advice.assessed if each.answer}
    offered = {each.question.id for each in offered_facts(case.advice)}

    assert {"wens_gericht_aan", "tekst_over_roosters_of_zaak"} <= answered - offered


def test_a_fact_that_only_tells_what_applies_has_no_ground_of_its_own():
    case = PaperCase(CASES / "onbegrepen_gedrag" / "bergen_op_zoom_2020", LIBRARY)
    facts = case.motion().of(PaperPart.FACT)
    (told,) = [line for line in facts if "projectgeld" in line.text]

    assert told.notes == ()


def test_where_the_facts_come_from_is_told_by_dossier_and_part_of_the_memo(case):
    origin = " ".join(line.text for line in case.motion().of(PaperPart.REASON))

    assert case.draft(PaperKind.MOTION).facts
    assert case.setting.code in origin
    assert "‘Alle antwoorden’" in origin


@pytest.mark.parametrize(
    ("agenda", "said"),
    [("vreemd", "vreemd aan de orde van de dag"), ("punt", "vult de griffie in")],
)
def test_a_motie_says_whether_it_belongs_to_a_point_of_the_agenda(case, agenda, said):
    paper = case.write(motion, case.draft(PaperKind.MOTION, agenda=agenda))

    assert dict(paper.identifiers)["Agendapunt"] == said


def test_no_judgement_and_no_unknown_is_offered_as_a_fact(case):
    assert offered_facts(case.advice)
    for each in offered_facts(case.advice):
        assert each.answer is not None
        assert not each.question.is_judgement
        assert not each.is_open


def test_nothing_is_taken_that_was_not_chosen(case):
    draft = Draft(PaperKind.MOTION)
    paper = case.write(motion, draft)

    assert paper.lines == ()
    assert not is_ready(paper, checked(paper))


def test_questions_are_laid_together_by_the_body_that_they_go_to(case):
    asked = case.questions().of(PaperPart.QUESTION)
    bodies = [line.to for line in asked]

    assert bodies == sorted(bodies, key=bodies.index)
    assert {line.heading for line in asked} == {
        f"Vragen aan {BODIES[to]}:" for to in bodies
    }
    assert all(line.text.count("?") == 1 for line in asked)


def test_questions_of_the_police_go_by_way_of_the_burgemeester(case):
    assert set(offered_questions(case.writer(), case.advice)) == {
        "burgemeester",
        "college",
    }


def test_the_edition_of_the_rules_stands_on_the_paper(case):
    assert EDITION in case.printed(case.motion()).footer_line
    assert edition_of((case.advice,))
