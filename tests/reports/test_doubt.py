"""The memo says what a doubtful answer does to the outcome."""

import json

import pytest

from reports import text
from reports.memo import Cover, compose
from rules.dossier import read_dossier, write_dossier
from rules.grammar.errors import InputError
from rules.judging.advice import advise
from rules.loading import load
from wizard.clock import today

BASE = {"decision": "cameratoezicht", "answers": {"T01": "ja", "D12": "nee"}}


@pytest.fixture(scope="module")
def content():
    return load()


def read(content, **more):
    (casefile,) = read_dossier(json.dumps({**BASE, **more}), content, today=today())
    return casefile


def core(content, **more):
    casefile = read(content, **more)
    advice = advise(content.chart(casefile.decision), casefile)
    document = compose([advice], content, Cover("proef", None, "0"))
    return " ".join(text.render(document).split())


def test_a_doubt_that_decides_is_told(content):
    said = core(content, doubtful=["D12"])

    assert "Het antwoord op vraag D12 beslist." in said


def test_a_doubt_that_changes_nothing_is_told(content):
    dossier = {"decision": "woonoverlastverordening"}
    answers = {"WO11": "ja", "WO01": "nee", "WO04": "nee"}
    said = core(content, **dossier, answers=answers, doubtful=["WO04"])

    assert "De uitkomst blijft gelijk, wat het antwoord op vraag B-R09 ook is." in said


def test_without_doubt_nothing_is_said(content):
    assert "Twijfel" not in core(content)


def test_doubts_travel_with_the_dossier(content):
    casefile = read(content, doubtful=["D12"])
    again = read_dossier(json.dumps(write_dossier(casefile)), content, today=today())

    assert again == (casefile,)


def test_a_doubt_about_nothing_is_refused(content):
    with pytest.raises(InputError, match="bestaat niet"):
        read(content, doubtful=["D99"])
