"""The papers of six cases, as golden text, and what their forms promise.

A difference here is a difference in what the council says: read it aloud before
`pytest --update-golden`.
"""

from datetime import date
from pathlib import Path

import page
import pytest
import yaml

from reports.composing.memo import edition_of
from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.amendment import amendment
from reports.council.draft import offered_facts
from reports.council.edited import as_text, read_text
from reports.council.lint import check, is_ready
from reports.council.motion import motion
from reports.council.paper import Draft, PaperPart, PutLine, Setting
from reports.council.paper_document import document_of
from reports.council.written_questions import offered_questions, written_questions
from reports.document import PaperKind
from reports.formats import press, text
from reports.formats.by_file_name import FORMATS, print_document
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier
from tests.law import LIBRARY
from wizard.guarding.personal import people

CASES = Path(__file__).parent.parent / "casussen"
PLACES = {
    path.parent.name: path.parent for path in sorted(CASES.glob("*/*/stukken.yaml"))
}
BODIES = {body.id: body.name for body in LIBRARY.bodies.values()}
TODAY = date(2026, 11, 21)
EDITION = "proefversie"
VERSION = "0"
MOST_ASKED = 6


def day(value):
    return date.fromisoformat(value) if value else None


class Case:
    """One dossier with what was chosen for its papers."""

    def __init__(self, folder):
        self.folder = folder
        self.said = yaml.safe_load(
            (folder / "stukken.yaml").read_text(encoding="utf-8")
        )
        whole = (folder / "dossier.yaml").read_text(encoding="utf-8")
        (casefile,) = read_dossier(whole, LIBRARY, today=TODAY)
        self.advice = advise(LIBRARY.chart(casefile.decision), casefile)
        listed = LIBRARY.municipalities.by_code
        place = listed[casefile.municipality].name if casefile.municipality else None
        self.setting = Setting(
            code="bcdfgh",
            municipality=place,
            edition=EDITION,
            day=casefile.reference_date,
            checked=self.advice.decision.header.checked_on,
        )

    @property
    def writer(self):
        return Writer(LIBRARY, Notes(LIBRARY.sources), VERSION)

    def draft(self, kind, **more):
        said, decision = self.said, self.advice.decision
        named = set(said["facts"])
        named |= {ref for old in LIBRARY.old if named & {*old.refs} for ref in old.refs}
        refs = {q.id for q in decision.questions if named & {q.id, *q.refs}}
        offered = {each.question.id for each in offered_facts(self.advice)}
        return Draft(
            kind,
            title=said["title"],
            meeting=day(said["meeting"]),
            parties=tuple(said["parties"]),
            facts=tuple(sorted(refs & offered)),
            points=tuple(said["points"]),
            place=said.get("place", ""),
            reason=said.get("reason", ""),
            article=said.get("article", ""),
            by=day(said["by"]),
            local=said["local"],
            **more,
        )

    def motion(self):
        ready = map(LIBRARY.competence.ready.get, self.said["requests"])
        entries = tuple(PutLine(one.to, one.text) for one in ready)
        return self.write(motion, self.draft(PaperKind.MOTION, entries=entries))

    def amendment(self):
        return self.write(
            amendment, self.draft(PaperKind.AMENDMENT, **self.said["amendment"])
        )

    def questions(self):
        asked = tuple(
            PutLine(to, text)
            for to, texts in offered_questions(self.writer, self.advice).items()
            for text in texts[:MOST_ASKED]
        )
        return self.write(
            written_questions, self.draft(PaperKind.QUESTIONS, entries=asked)
        )

    def write(self, compose, draft):
        return compose(self.advice, LIBRARY, draft, self.setting, VERSION)

    def papers(self):
        return [self.motion(), self.amendment(), self.questions()]

    def printed(self, paper):
        return document_of(self.writer, paper, self.setting)

    def golden(self, name, paper, update):
        found = text.render(self.printed(paper))
        file = self.folder / f"{name}.txt"
        if update:
            file.write_text(found, encoding="utf-8")
        return found, file.read_text(encoding="utf-8")


@pytest.fixture(params=PLACES, scope="module")
def case(request):
    return Case(PLACES[request.param])


def checked(paper):
    return check(
        paper, LIBRARY.competence, bodies=LIBRARY.bodies, people=people
    ).findings


def test_there_are_six_cases():
    assert len(PLACES) == 6


def test_the_motie_reads_as_agreed(case, update_golden):
    found, golden = case.golden("motie", case.motion(), update=update_golden)

    assert found == golden


def test_the_amendement_reads_as_agreed(case, update_golden):
    found, golden = case.golden("amendement", case.amendment(), update=update_golden)

    assert found == golden


def test_the_questions_read_as_agreed(case, update_golden):
    found, golden = case.golden("vragen", case.questions(), update=update_golden)

    assert found == golden


def test_every_paper_is_ready(case):
    assert case.papers()
    for paper in case.papers():
        assert is_ready(paper, checked(paper)), checked(paper)


def test_text_that_nobody_edited_reads_back_as_the_same_paper(case):
    assert case.papers()
    for paper in case.papers():
        again = read_text(as_text(paper), paper, LIBRARY.competence)

        assert again.lines == paper.lines


def test_every_paper_prints_in_every_format(case):
    assert case.papers()
    for paper in case.papers():
        document = case.printed(paper)
        for ending in FORMATS.keys() - {".pdf"}:
            assert print_document(document, ending) == print_document(document, ending)


@pytest.mark.usefixtures("press_is_silent")
def test_every_pdf_is_for_everyone_and_for_the_archive(case):
    assert case.papers()
    for paper in case.papers():
        pdf = press.render(case.printed(paper))

        for profile in ("ua1", "3a"):
            assert not page.validate_pdf_bytes(pdf, profile=profile).failures
        assert len(pdf) < 500_000


def test_facts_come_from_answers_and_cite_the_law_alone(case):
    paper = case.motion()
    chosen = case.draft(PaperKind.MOTION).facts
    facts = [
        line for line in paper.of(PaperPart.FACT) if "Het gaat om" not in line.text
    ]
    told = {note.number: note.text for note in paper.notes}

    assert len(facts) == len(chosen) > 0
    for line in facts:
        assert all(", artikel " in told[number] for number in line.notes)


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
    assert set(offered_questions(case.writer, case.advice)) == {
        "burgemeester",
        "college",
    }


def test_the_edition_of_the_rules_stands_on_the_paper(case):
    assert EDITION in case.printed(case.motion()).footer_line
    assert edition_of((case.advice,))
