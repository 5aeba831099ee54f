"""The papers of six cases, as golden text, and what their forms promise.

A difference here is a difference in what the council says: read it aloud before
`pytest --update-golden`.
"""

from datetime import date
from pathlib import Path

import page
import pytest
import yaml

from reports import press, text
from reports.amendment import amendment
from reports.desk import Desk
from reports.document import Kind
from reports.draft import Draft, Part, Request, Setting, document_of, offered_facts
from reports.edited import as_text, read_text
from reports.lint import is_ready, lint
from reports.memo import edition_of
from reports.motion import motion
from reports.notes import Notes
from reports.printing import FORMATS, print_document
from reports.written_questions import offered_questions, written_questions
from rules.dossier import read_dossier
from rules.judging.advice import advise
from rules.loading import load
from wizard.showing.drafting import names_of, people

CASES = Path(__file__).parent.parent / "casussen"
PLACES = {
    path.parent.name: path.parent for path in sorted(CASES.glob("*/*/stukken.yaml"))
}
LIBRARY = load()
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
        self.setting = Setting("bcdfgh", place, EDITION)

    def draft(self, kind, **more):
        said, decision = self.said, self.advice.decision
        refs = {question.id for ref in said["facts"] for question in decision.find(ref)}
        offered = {each.question.id for each in offered_facts(self.advice)}
        return Draft(
            kind,
            title=said["title"],
            meeting=day(said["meeting"]),
            parties=tuple(said["parties"]),
            facts=tuple(sorted(refs & offered)),
            points=tuple(said["points"]),
            weighed=True,
            place=said.get("place", ""),
            reason=said.get("reason", ""),
            article=said.get("article", ""),
            answer_by=day(said.get("answer_by")),
            local=said["local"],
            **more,
        )

    def motion(self):
        requests = tuple(map(self.request, self.said["requests"]))
        return self.write(motion, self.draft(Kind.MOTION, requests=requests))

    def request(self, said):
        ready = LIBRARY.competence.ready[said["ready"]]
        money = (said.get("cents"), said.get("year"), said.get("cover"))
        return Request(ready.to, ready.text, day(said["by"]), *money)

    def amendment(self):
        return self.write(
            amendment, self.draft(Kind.AMENDMENT, **self.said["amendment"])
        )

    def questions(self):
        for to, asked in offered_questions(self.advice).items():
            if asked:
                chosen = asked[:MOST_ASKED]
                draft = self.draft(Kind.QUESTIONS, to=to, questions=chosen)
                yield self.write(written_questions, draft)

    def write(self, compose, draft):
        return compose(self.advice, LIBRARY, draft, self.setting, VERSION)

    def papers(self):
        return [self.motion(), self.amendment(), *self.questions()]

    def printed(self, paper):
        desk = Desk(LIBRARY, Notes(LIBRARY.sources), VERSION)
        reference = self.advice.casefile.reference_date
        return document_of(
            desk, paper, day=reference, edition=EDITION, code=self.setting.code
        )

    def golden(self, name, *papers, update):
        found = "\n".join(text.render(self.printed(paper)) for paper in papers)
        file = self.folder / f"{name}.txt"
        if update:
            file.write_text(found, encoding="utf-8")
        return found, file.read_text(encoding="utf-8")


@pytest.fixture(params=PLACES, scope="module")
def case(request):
    return Case(PLACES[request.param])


def checked(paper):
    return lint(paper, LIBRARY.competence, bodies=BODIES, people=people)


def test_there_are_six_cases():
    assert len(PLACES) == 6


def test_the_motie_reads_as_agreed(case, update_golden):
    found, golden = case.golden("motie", case.motion(), update=update_golden)

    assert found == golden


def test_the_amendement_reads_as_agreed(case, update_golden):
    found, golden = case.golden("amendement", case.amendment(), update=update_golden)

    assert found == golden


def test_the_questions_read_as_agreed(case, update_golden):
    found, golden = case.golden("vragen", *case.questions(), update=update_golden)

    assert found == golden


def test_every_paper_is_ready(case):
    for paper in case.papers():
        assert is_ready(paper, checked(paper)), checked(paper)


def test_text_that_nobody_edited_reads_back_as_the_same_paper(case):
    for paper in case.papers():
        again = read_text(as_text(paper), paper, names_of(LIBRARY))

        assert again.lines == paper.lines


def test_every_paper_prints_in_every_format(case):
    for paper in case.papers():
        document = case.printed(paper)
        for ending in FORMATS.keys() - {".pdf"}:
            assert print_document(document, ending) == print_document(document, ending)


@pytest.mark.usefixtures("press_is_silent")
def test_every_pdf_is_for_everyone_and_for_the_archive(case):
    for paper in case.papers():
        pdf = press.render(case.printed(paper))

        for profile in ("ua1", "3a"):
            assert not page.validate_pdf_bytes(pdf, profile=profile).failures
        assert len(pdf) < 500_000


def test_facts_come_from_answers_and_cite_the_law_alone(case):
    paper = case.motion()
    chosen = case.draft(Kind.MOTION).facts
    facts = [line for line in paper.of(Part.FACT) if "Het gaat om" not in line.text]
    told = {note.number: note.text for note in paper.notes}

    assert len(facts) == len(chosen) > 0
    for line in facts:
        assert all(", artikel " in told[number] for number in line.notes)


def test_where_a_fact_comes_from_is_told_by_its_number_in_the_memo(case):
    by_id = case.advice.decision.question_by_id
    origin = " ".join(line.text for line in case.motion().of(Part.REASON))

    for name in case.draft(Kind.MOTION).facts:
        assert by_id[name].ref in origin
    assert case.setting.code in origin


@pytest.mark.parametrize(
    ("agenda", "said"),
    [("vreemd", "vreemd aan de orde van de dag"), ("punt", "vult de griffie in")],
)
def test_a_motie_says_whether_it_belongs_to_a_point_of_the_agenda(case, agenda, said):
    paper = case.write(motion, case.draft(Kind.MOTION, agenda=agenda))

    assert dict(paper.identifiers)["Agendapunt"] == said


def test_no_judgement_and_no_unknown_is_offered_as_a_fact(case):
    for each in offered_facts(case.advice):
        assert each.answer is not None
        assert not each.question.is_judgement
        assert not each.is_open


def test_nothing_is_taken_that_was_not_chosen(case):
    draft = Draft(Kind.MOTION)
    paper = case.write(motion, draft)

    assert paper.lines == ()
    assert not is_ready(paper, checked(paper))


def test_each_set_of_questions_goes_to_one_body(case):
    for paper in case.questions():
        assert len({line.to for line in paper.of(Part.QUESTION)}) == 1
        assert all(line.text.count("?") == 1 for line in paper.of(Part.QUESTION))


def test_questions_of_the_police_go_by_way_of_the_burgemeester(case):
    assert set(offered_questions(case.advice)) == {"burgemeester", "college"}


def test_the_edition_of_the_rules_stands_on_the_paper(case):
    assert EDITION in case.printed(case.motion()).footer_line
    assert edition_of((case.advice,))
