"""What travels in a memo of one page: no opinion of its maker, or on request nothing."""

import json
from dataclasses import replace
from datetime import date

import pytest

from reports.checking.pdf_reading import look
from reports.checking.verify_memo import FileVerdict, as_data, as_text, verify
from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition, receipt_of
from reports.formats import press
from rules.grammar.answers import WeighingKind
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier
from tests.reports.tampering import TAMPERINGS

DAY = date(2026, 11, 21)
OPINION = "in_verhouding"
ANSWERS = {"fase": "voorstel", "waarvoor": "orde", "einddatum_in_besluit": "nee"}


@pytest.fixture(scope="module")
def memo(library):
    """Compose a memo on a plan for cameras, with an opinion among its answers."""

    def make(edition=Edition.BRIEF, *, with_answers=True, **more):
        answers = ANSWERS | {OPINION: "nee"}
        dossier = {"decision": "cameratoezicht", "answers": answers, **more}
        (casefile,) = read_dossier(json.dumps(dossier), library, today=DAY)
        advice = advise(library.chart("cameratoezicht"), casefile)
        cover = Cover("proef", None, "0", with_answers=with_answers)
        return compose([advice], library, cover, edition)

    return make


@pytest.fixture(scope="module")
def bare(memo):
    return press.render(memo(with_answers=False))


def test_one_page_carries_no_opinion_of_its_maker_and_still_proves_itself(
    memo, library
):
    brief, whole = memo(), memo(Edition.WHOLE)

    assert set(receipt_of(brief).dossier["answers"]) == set(ANSWERS)
    assert OPINION in receipt_of(whole).dossier["answers"]
    found = verify(press.render(brief), library, press.render)
    assert (found.verdict, found.changes) == (FileVerdict.SOUND, ())


def test_one_page_of_the_release_before_that_carried_opinions_is_sound(memo, library):
    brief, whole = memo(), memo(Edition.WHOLE)
    (file,) = brief.attachments
    answers = receipt_of(whole).dossier
    older = replace(receipt_of(brief), dossier=answers).sealed()
    paper = replace(brief, attachments=(replace(file, data=older.data),))

    found = verify(press.render(paper), library, press.render)
    assert (found.verdict, found.changes) == (FileVerdict.SOUND, ())


def test_an_opinion_in_doubt_is_counted_on_the_page_and_so_it_stays(memo, library):
    brief = memo(doubtful=[OPINION])

    assert OPINION in receipt_of(brief).dossier["answers"]
    found = verify(press.render(brief), library, press.render)
    assert found.verdict is FileVerdict.SOUND


def test_no_demand_rests_on_an_opinion(library):
    asked = 0
    for decision in library.decisions.values():
        own = {q.id for q in decision.questions if isinstance(q.answer, WeighingKind)}
        asked += len(own)
        for demand in decision.demands:
            told = demand.model_dump_json()
            assert not [name for name in own if f'"{name}"' in told], demand.id
    assert asked


def test_a_memo_without_answers_says_so_and_holds_none(memo):
    paper = memo(with_answers=False)

    assert paper.attachments == ()
    assert ("Lijst van antwoorden", "zit niet in dit bestand") in paper.identifiers
    assert len(look(press.render(paper)).pages) == 1


def test_a_memo_without_answers_is_not_called_changed(bare, library):
    found = verify(bare, library, press.render)

    assert found.verdict is FileVerdict.UNTOLD
    assert found.changes == ()
    assert {told for _, told in found.lines} == {"niet na te gaan"}
    assert as_data(found)["verdict"] == "niet na te gaan"
    assert "Dat is geen gebrek." in as_text(found)


def test_what_is_added_to_a_memo_without_answers_is_still_seen(bare, library):
    found = verify(bare + b"\n% hoort hier niet", library, press.render)

    assert found.verdict is FileVerdict.CHANGED
    assert found.changes


def test_a_list_that_was_taken_away_is_still_missed(memo, library):
    clean = press.render(memo())
    stripped = TAMPERINGS["attachment_removed"](clean, clean)

    assert verify(stripped, library, press.render).verdict is FileVerdict.CHANGED
