"""The memo says what a doubtful answer does to the outcome."""

import json

import pytest

from reports.composing.memo import Cover, compose
from reports.formats import text
from rules.grammar.errors import InputError
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier, write_dossier
from tests.law import LIBRARY
from wizard.clock import today

BASE = {
    "decision": "cameratoezicht",
    "answers": {"fase": "voorstel", "waarvoor": "orde", "einddatum_in_besluit": "nee"},
}
DOUBT = "einddatum_in_besluit"


@pytest.fixture(scope="module")
def content():
    return LIBRARY


def read(content, **more):
    (casefile,) = read_dossier(json.dumps({**BASE, **more}), content, today=today())
    return casefile


def core(content, **more):
    casefile = read(content, **more)
    advice = advise(content.chart(casefile.decision), casefile)
    document = compose([advice], content, Cover("proef", None, "0"))
    return " ".join(text.render(document).split())


def test_a_doubt_that_decides_is_told(content):
    said = core(content, doubtful=[DOUBT])

    number = content.decision("cameratoezicht").find(DOUBT).number
    assert f"Het antwoord op vraag {number} beslist." in said


def test_a_doubt_that_changes_nothing_is_told(content):
    doubted = "feiten_op_papier"
    answers = {**BASE["answers"], "wie": "bedrijf", doubted: "ja"}
    said = core(content, answers=answers, doubtful=[doubted])

    number = content.decision("cameratoezicht").find(doubted).number
    assert f"wat het antwoord op vraag {number} ook is." in said


def test_without_doubt_nothing_is_said(content):
    assert "Twijfel" not in core(content)


def test_doubts_travel_with_the_dossier(content):
    casefile = read(content, doubtful=[DOUBT])
    again = read_dossier(json.dumps(write_dossier(casefile)), content, today=today())

    assert again == (casefile,)


def test_a_doubt_about_nothing_is_refused(content):
    with pytest.raises(InputError, match="bestaat niet"):
        read(content, doubtful=["D99"])
