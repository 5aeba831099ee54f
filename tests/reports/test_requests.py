"""A paper asks for repairs: of whom the council can reach, in words that fit the form."""

from datetime import date

import pytest

from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.draft import (
    ASKABLE,
    fact_text,
    offered_facts,
    offered_requests,
    ready_requests,
    request_lines,
)
from reports.council.paper import Draft, PutLine
from reports.council.written_questions import offered_questions
from reports.document import PaperKind
from rules.content.casefile import CaseFile
from rules.grammar.answers import parse
from rules.judging.advice import advise
from tests.reports.trial import advice, casefile, trial

DAY = date(2026, 11, 21)
CAMERAS = "cameratoezicht"


@pytest.fixture(scope="module")
def cameras(library):
    def judge(**given):
        chart = library.chart(CAMERAS)
        kinds = chart.decision.question_by_id
        answers = {
            name: parse(kinds[name].answer, text) for name, text in given.items()
        }
        return advise(chart, CaseFile(CAMERAS, DAY, answers))

    return judge


def asked(library, found):
    writer = Writer(library, Notes(library.sources), "0")
    return [(one.to, one.text) for one in offered_requests(writer, found)]


def test_what_is_not_met_is_offered_first_as_a_request():
    found = advice(casefile(fase="besluit", doel="rust", einddatum="nee"))

    first, *_ = asked(trial(), found)
    assert first == ("college", "een einddatum op te nemen")


def test_what_comes_later_can_be_asked_for_now():
    found = advice(casefile(fase="idee", doel="rust"))

    assert ("college", "een einddatum op te nemen") in asked(trial(), found)


def test_what_is_met_is_not_asked_for():
    found = advice(casefile(fase="besluit", doel="rust", einddatum="ja"))

    assert ("college", "een einddatum op te nemen") not in asked(trial(), found)


def test_of_a_road_that_is_not_taken_no_repair_is_asked(library, cameras):
    found = cameras(fase="voorstel", wie="bedrijf", einddatum_in_besluit="nee")
    writer = Writer(library, Notes(library.sources), "0")

    assert found.outcome.ends
    assert ready_requests(writer, found) == ()


def test_what_the_police_must_do_is_asked_of_the_burgemeester(library, cameras):
    found = cameras(fase="besluit", waarvoor="orde", techniek="gezicht")
    requests = asked(library, found)

    told = [text for to, text in requests if "de politie ertoe overgaat" in text]
    assert told
    assert all(text.startswith("te bevorderen dat de politie ") for text in told)
    assert {to for to, _ in requests} <= set(ASKABLE)


def test_every_request_is_offered_once(library, cameras):
    requests = asked(library, cameras(fase="voorstel", waarvoor="orde"))

    assert len(requests) == len(set(requests))


def test_the_phase_is_no_fact_and_every_fact_is_a_sentence(library, cameras):
    found = cameras(fase="voorstel", waarvoor="orde", einddatum_in_besluit="nee")
    writer = Writer(library, Notes(library.sources), "0")
    facts = [fact_text(writer, found, each) for each in offered_facts(found)]

    assert "fase" not in [each.question.id for each in offered_facts(found)]
    assert facts
    assert all(text.endswith(".") for text in facts)


def test_the_questions_for_tonight_stand_first_on_the_form(library, cameras):
    found = cameras(fase="voorstel", waarvoor="orde", einddatum_in_besluit="nee")
    writer = Writer(library, Notes(library.sources), "0")
    offered = offered_questions(writer, found)

    first = next(one for one in found.tonight if one.to == "burgemeester")
    assert offered["burgemeester"][0] == first.text


@pytest.mark.parametrize(
    ("request_", "when"),
    [
        ("een einddatum op te nemen", ", vóór 1 juni 2027."),
        ("de raad elk jaar aantallen te geven", ", voor het eerst vóór 1 juni 2027."),
        ("na een jaar te meten wat er veranderde", "."),
        ("de kaders voortaan vóór 30 april te sturen", "."),
        ("in elke zaak op te schrijven waarom sluiten nodig is", "."),
        ("bij elke ingang een bord te plaatsen", ", vóór 1 juni 2027."),
        ("de kosten per jaar in beeld te brengen", ", vóór 1 juni 2027."),
        ("binnen drie maanden een plan te sturen", "."),
    ],
)
def test_a_day_fits_what_is_asked_again_and_is_left_out_of_what_says_when(
    library, request_, when
):
    """‘Na een jaar te meten, vóór 1 juni 2027’ asks what nobody can do."""
    writer = Writer(library, Notes(library.sources), "0")
    draft = Draft(
        kind=PaperKind.MOTION,
        entries=(PutLine("college", request_),),
        by=date(2027, 6, 1),
    )
    (line,) = request_lines(writer, draft)

    assert line.text == f"{request_}{when}"
