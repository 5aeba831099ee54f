"""What lies ready in a paper: facts, requests and questions, before anybody chose."""

import json
from datetime import date

import pytest

from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.draft import (
    ASKABLE,
    READY_FACTS,
    asked_for,
    asked_through,
    fact_lines,
    fact_text,
    offered_facts,
    offered_requests,
    ready_facts,
    ready_requests,
)
from reports.council.paper import Draft, FactOrigin, Setting
from reports.council.paper_document import identifiers_of
from reports.council.written_questions import offered_questions, ready_questions
from reports.document import PaperKind
from rules.content.casefile import About, CaseFile
from rules.grammar.answers import DateKind, NumberKind, parse
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier
from tests.reports.dossiers import dossiers
from wizard.showing.draft_as_sent import READY_REQUESTS

DAY = date(2026, 11, 21)
# Three demands fail; the first two name answers that are in order before the one that is not.
BIBOB = {
    "bibob_gebruikt_bij": "vergunning",
    "past_bij_gevaar": "nee",
    "gevaar_nu_nagegaan": "ja",
    "aanvrager_reageert": "ja",
    "derde_reageert": "nee",
    "meldt_eigen_conclusie": "ja",
    "meldt_terugtrekken": "nee",
}


@pytest.fixture(scope="module")
def cameras(library):
    def judge(**given):
        chart = library.chart("cameratoezicht")
        kinds = chart.decision.question_by_id
        answers = {
            name: parse(kinds[name].answer, text) for name, text in given.items()
        }
        return advise(chart, CaseFile("cameratoezicht", DAY, answers))

    return judge


@pytest.fixture
def writer(library):
    return Writer(library, Notes(library.sources), "0")


def told(writer, found, name, origin=None):
    (each,) = [one for one in offered_facts(found) if one.question.id == name]
    return fact_text(writer, found, each, origin)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("0", "waren er hier 0 incidenten in twaalf maanden"),
        ("1", "was er hier één incident in twaalf maanden"),
        ("12", "waren er hier 12 incidenten in twaalf maanden"),
    ],
)
def test_a_count_is_told_as_a_fact_of_who_filled_it_in(writer, cameras, number, said):
    found = cameras(fase="besluit", incidenten_twaalf_maanden=number)

    assert told(writer, found, "incidenten_twaalf_maanden") == (
        f"Volgens de opsteller {said} (stand 21 november 2026)."
    )


def test_who_counted_and_when_takes_the_place_of_who_filled_it_in(writer, cameras):
    found = cameras(fase="besluit", incidenten_twaalf_maanden="12")
    origin = FactOrigin("de politie", "mei 2025 tot mei 2026")

    assert told(writer, found, "incidenten_twaalf_maanden", origin) == (
        "Volgens de politie waren er hier 12 incidenten in twaalf maanden "
        "(mei 2025 tot mei 2026)."
    )


@pytest.mark.parametrize(
    ("answers", "offered"),
    [({"D07": "ja"}, False), ({"D07": "ja", "wat_speelt": "overlast"}, True)],
)
def test_what_we_read_from_an_old_answer_is_no_fact_until_it_is_confirmed(
    library, answers, offered
):
    written = json.dumps({"decision": "cameratoezicht", "answers": answers})
    (casefile,) = read_dossier(written, library, today=DAY)
    found = advise(library.chart("cameratoezicht"), casefile)

    assert "wat_speelt" in found.casefile.answers
    facts = {each.question.id for each in offered_facts(found)}
    assert ("wat_speelt" in facts) is offered


def test_a_fact_is_noted_by_the_articles_that_it_is_about_itself(writer, cameras):
    """The article under a demand proves nothing of the fact that a demand leans on."""
    found = cameras(fase="besluit", wat_speelt="overlast", nulmeting="nee")
    facts = tuple(each.question.id for each in offered_facts(found))
    lines = [*fact_lines(writer, found, Draft(kind=PaperKind.MOTION, facts=facts))]

    assert {"wat_speelt", "nulmeting"} <= set(facts)
    assert [line.text for line in lines if line.notes] == []


def test_few_facts_lie_ready_and_what_stands_in_the_way_is_among_them(writer, cameras):
    found = cameras(
        fase="besluit",
        waarvoor="orde",
        einddatum_in_besluit="nee",
        incidenten_twaalf_maanden="12",
        bewaartermijn_dagen="7",
        aantal_cameras="3",
    )
    ready = ready_facts(writer, found)
    order = [question.id for question in found.decision.questions]

    assert len(ready) <= READY_FACTS
    assert {"einddatum_in_besluit", "incidenten_twaalf_maanden"} <= set(ready)
    assert list(ready) == sorted(ready, key=order.index)


def test_no_request_lies_ready_without_the_fact_that_it_answers(library, writer):
    """Over random dossiers of every decision: what fails is stated, not what fits."""
    seen = 0
    for decision, law in library.decisions.items():
        chart = library.chart(decision)
        for casefile in dossiers(law, 60, DAY):
            found = advise(chart, casefile)
            told = set(ready_facts(writer, found))
            fit_to_tell = {each.question.id for each in offered_facts(found)}
            for entry in ready_requests(writer, found)[:READY_REQUESTS]:
                failing = [
                    fit_to_tell & set(judged.carried_by)
                    for judged in found.improve
                    for repair in judged.demand.repair
                    if entry in asked_for(writer, repair)
                ]
                if all(failing) and failing:
                    seen += 1
                    assert any(names & told for names in failing), (
                        decision,
                        entry.text,
                        casefile.answers,
                    )
    assert seen > 500


def test_a_fact_that_only_opens_a_demand_or_is_in_order_pushes_none_out(
    library, writer
):
    chart = library.chart("bibob")
    kinds = chart.decision.question_by_id
    given = {name: parse(kinds[name].answer, text) for name, text in BIBOB.items()}
    found = advise(chart, CaseFile("bibob", DAY, given))

    ready = set(ready_facts(writer, found))
    assert {"past_bij_gevaar", "derde_reageert", "meldt_terugtrekken"} <= ready


def test_who_has_the_power_is_asked_first(library, writer, cameras):
    found = cameras(fase="besluit", waarvoor="orde", einddatum_in_besluit="nee")
    repairs = ready_requests(writer, found)
    bodies = [entry.to for entry in repairs]

    assert repairs[0].text == "een einddatum in het besluit op te nemen"
    assert bodies == sorted(bodies, key=lambda one: one != "burgemeester")
    assert offered_requests(writer, found)[: len(repairs)] == repairs


@pytest.mark.parametrize("decision", ["cameratoezicht", "buurtbemiddeling", "damocles"])
def test_three_questions_lie_ready_for_who_can_be_asked(library, writer, decision):
    found = advise(library.chart(decision), CaseFile(decision, DAY, {}))
    ready = ready_questions(writer, found)

    assert len({each.text for each in ready}) == 3
    assert {each.to for each in ready} <= set(ASKABLE)


def test_what_is_asked_tonight_is_not_asked_once_more_in_other_words(library, writer):
    left_out = 0
    for name, law in library.decisions.items():
        chart, asks = library.chart(name), {each.ask for each in law.questions}
        for casefile in dossiers(law, 20, DAY):
            found = advise(chart, casefile)
            asked = {fact for each in found.tonight for fact in each.about}
            tonight = {each.text for each in found.tonight}
            offered = offered_questions(writer, found).values()
            texts = {text for several in offered for text in several} - tonight
            for ready in law.body_questions:
                if asked & {*ready.about} and ready.text not in asks:
                    left_out += 1
                    assert ready.text not in texts, (name, ready.text)
    assert left_out > 100


def test_a_body_is_asked_by_the_way_that_the_register_tells(library, writer):
    told = {name: one.via for name, one in library.bodies.items() if one.via}

    assert len(told) > 5
    assert {name: asked_through(writer, name) for name in told} == told
    assert {asked_through(writer, name) for name in ("griffie", "rechter")} == {None}
    assert {asked_through(writer, name) for name in ASKABLE} == {*ASKABLE}


def test_every_value_in_a_paper_has_a_sentence_or_is_left_out(library):
    valued = [
        question
        for decision in library.decisions.values()
        for question in decision.questions
        if question.fact is not None
    ]

    assert valued
    assert all("{waarde}" in question.fact for question in valued)
    for question in valued:
        if isinstance(question.answer, NumberKind):
            assert "één" in question.fact_one
        assert question.is_yes_no is False
    assert any(isinstance(question.answer, DateKind) for question in valued)


@pytest.mark.parametrize(
    ("word", "said"), [("probleem:explosie", ["Explosie bij een woning"]), ("", [])]
)
def test_a_paper_names_the_problem_that_it_came_from(writer, word, said):
    about = About(problem=word)
    setting = Setting("ABC", None, "0", DAY, DAY, about)
    found = identifiers_of(writer, Draft(kind=PaperKind.MOTION), setting)

    assert [value for name, value in found if name == "Aanleiding"] == said
