"""Answers of an earlier release: what we say of them, and that we judge them as given."""

import json
import re
from dataclasses import dataclass
from datetime import date

import pytest

from reports.composing.json_results import assessment
from reports.composing.memo_core import no_more
from reports.composing.reasons import reasons
from reports.composing.terminal import assessment_text
from rules.grammar.answers import DontKnow, YesNo
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier

DAY = date(2026, 11, 21)
CAMERAS = "cameratoezicht"


def judged(library, decision, day="2026-11-21", **answers):
    """Judge a dossier of an earlier release, its answers by number."""
    text = json.dumps({"decision": decision, "reference_date": day, "answers": answers})
    (casefile,) = read_dossier(text, library, today=DAY)
    return advise(library.chart(decision), casefile)


def test_every_why_of_the_content_reads_as_whole_sentences(library):
    """On page and paper alike: a capital after each stop, and a stop at the end."""
    found = {
        one.told
        for decision in library.decisions.values()
        for question in decision.questions
        for option in (None, *getattr(question.answer, "options", ()))
        for one in (question if option is None else option).earlier
        if one.told
    }
    found |= {
        each.told
        for decision in library.decisions.values()
        for each in decision.header.dropped
    }

    assert len(found) > 40
    for why in found:
        text = no_more(why)
        assert not re.search(r"[.?!] [a-zé]|[.?!]{2}|want want", text), text
        assert text.endswith((".", "?")), text


def test_a_phase_that_we_read_from_old_answers_is_told_and_asked_first(library):
    """A guess of ours is no answer: “Klopt dat?” stands before all that is open."""
    found = judged(library, CAMERAS, T01="ja", D20=7)
    (read,) = [each for each in found.casefile.translated if each.question == "fase"]

    assert found.phase == "besluit"
    assert read.told.endswith("Klopt dat?")
    assert found.ask_first[0].id == "fase"
    assert [each.id for each in found.ask_first].count("fase") == 1


def test_a_phase_that_was_confirmed_since_is_not_asked_again(library):
    found = judged(library, CAMERAS, T01="ja", D20=7, fase="besluit")

    assert "fase" not in [each.id for each in found.ask_first]


def test_a_phase_that_somebody_chose_before_is_no_guess(library):
    found = judged(library, CAMERAS, T01="ja", K01="lopend")

    assert found.phase == "besluit"
    assert "fase" not in [each.id for each in found.ask_first]


def test_old_answers_that_clash_are_told_with_both_questions_and_answers(library):
    """In JSON, in text and in the reasons: as much as of a clash of today."""
    found = judged(library, CAMERAS, T01="ja", T02="nee")
    said = assessment(found, library)
    (clash,) = said["clashes"]
    both = [(one["ref"], one["answer"]) for one in clash["before"]]

    assert both == [("T01", "ja"), ("T02", "nee")]
    assert clash["questions"] == ["voorop"]
    assert said["reasons"][0].startswith(clash["text"])
    for one in clash["before"]:
        told = f"‘{one['question']}’ Antwoord toen: {one['answer']}."
        assert told in said["reasons"][0]
        assert told in assessment_text(library, found)


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ({"T07": "nee", "D05": "ja"}, "wie"),
        ({"Z12": "ja", "Z11": 168}, "wanneer_aan"),
        ({"D17": "ja", "P40": "nee"}, "cameras_kenbaar"),
    ],
)
def test_old_answers_that_clash_are_never_a_choice_of_ours(library, answers, question):
    """The question is open again, and both are told as a clash, not as lost."""
    found = judged(library, CAMERAS, **answers)
    (clash,) = found.clashes

    assert clash.ask == question
    assert {one.ref for one in clash.before} == {*answers}
    assert question not in found.answers
    assert found.casefile.untranslated == ()
    assert found.ask_first[0].id == question


def test_what_content_tells_of_an_old_question_is_told_where_nothing_follows(library):
    found = judged(library, CAMERAS, T07="nee", T09="nee")
    (lost,) = found.casefile.untranslated

    assert lost.ref == "T09"
    assert lost.why == "Dat winkels ook filmen, verandert niets aan artikel 151c."


# --- papers that councils had before them, by the numbers of the first release -----------


@dataclass(frozen=True)
class CouncilPaper:
    """The facts of one paper: what it says *ja* to, and the rest.

    `among` has what is asked first, once it is clear how far the plan is.
    """

    about: str
    day: str
    yes: str
    rest: str
    outcome: str
    among: tuple[str, ...] = ()

    @property
    def answers(self):
        pairs = (one.split("=") for one in self.rest.split())
        rest = {ref: int(said) if said.isdecimal() else said for ref, said in pairs}
        return dict.fromkeys(self.yes.split(), "ja") | rest


SEEN = {
    "R-60": CouncilPaper(
        "a football match at a roundabout, four weeks at most",
        "2022-11-20",
        "T01 T07 D01 D05 D02 D13 D12 D07 K05 D14 D27 D11 D31 Z29",
        "",
        "nog_open",
        ("D10", "D23"),
    ),
    "R-62": CouncilPaper(
        "an explosion at a house, and a decision three days later",
        "2024-11-28",
        "T01 T07 D01 D05 D02 D12 D13 K05 D31 Z29",
        "Z16=nee",
        "nog_open",
        ("D14", "D10", "D23"),
    ),
    "R-64": CouncilPaper(
        "three months at one address, after a quarrel between neighbours",
        "2020-02-25",
        "T01 T07 D05 D07 D10 D11 D12 D14 D16 Z29",
        "Z10=1 Z16=nee",
        "nog_open",
    ),
    "R-65": CouncilPaper(
        "an event of three days: planned is not sudden",
        "2020-08-05",
        "T01 T07 D01 D05 D02 D13 D12 D14",
        "K05=onbekend D08=nee Z10=1 T08=nee",
        "nog_open",
    ),
    "R-66": CouncilPaper(
        "for good in three shopping centres, and to find offenders",
        "2021-07-01",
        "T01 D02 D07",
        "T02=nee D08=onbekend D12=nee Z22=onbekend",
        "voorstel_mist",
        ("T02",),
    ),
    "R-68": CouncilPaper(
        "cameras on the body: what was asked then does not say so",
        "2023-01-01",
        "T07",
        "T01=nee Z18=nee D20=onbekend P17=onbekend",
        "nog_open",
    ),
    "R-70": CouncilPaper(
        "number plates only, against theft from cars",
        "2017-10-10",
        "D07 D10",
        "T01=nee T02=nee T06=nee",
        "elders",
    ),
    "R-72": CouncilPaper(
        "a subsidy for doorbells with a camera",
        "2019-12-15",
        "",
        "T01=nee T07=nee T09=nee P51=onbekend",
        "elders",
    ),
}


@pytest.fixture(params=SEEN)
def seen(request, library):
    """One paper with what we make of it."""
    paper = SEEN[request.param]
    return paper, judged(library, CAMERAS, paper.day, **paper.answers)


def test_a_council_paper_has_the_outcome_that_its_facts_bring(seen):
    paper, advice = seen

    assert advice.outcome.id == paper.outcome
    assert not advice.firm


def test_no_reason_denies_what_a_paper_says(seen):
    _, advice = seen
    told = " ".join(each.text for each in reasons(advice))

    assert told
    for question in advice.decision.questions:
        answer = advice.answers.get(question.id)
        if isinstance(answer, DontKnow | None):
            continue
        assert f"‘{question.text}’" not in told, question.id
        if isinstance(answer, YesNo):
            other = question.if_no if answer.value else question.if_yes
            assert not other or other not in told, question.id


def test_what_matters_most_of_a_paper_is_asked_first(seen):
    paper, advice = seen
    if not paper.among:
        return
    became = {
        question.id
        for question in advice.decision.questions
        if set(paper.among) & (set(question.refs) - set(question.inferred_from))
    }
    first = next(each.id for each in advice.ask_first if each.id != "fase")

    assert first in became
