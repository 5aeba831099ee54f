"""What the whole memo says of privacy, of what comes later, and of the answers."""

import json
from datetime import date

import pytest

from reports.composing.memo import Cover, compose
from reports.formats import text
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier

DAY = date(2026, 11, 29)


@pytest.fixture
def told(library):
    """Say what the whole memo of a decision says, as one line of text."""

    def memo(decision, answers):
        dossier = {"decision": decision, "answers": answers}
        (casefile,) = read_dossier(json.dumps(dossier), library, today=DAY)
        advice = advise(library.chart(decision), casefile)
        document = compose([advice], library, Cover("proef", None, "0"))
        return " ".join(text.render(document).split())

    return memo


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "onbekend of dit hier voorkomt"),
        ({"school_in_beeld": "ja"}, "alleen dit weglaten helpt"),
    ],
)
def test_where_no_safeguard_is_listed_none_is_denied(told, answers, said):
    found = told("cameratoezicht", {"fase": "besluit", "waarvoor": "orde", **answers})
    children = found.partition("Kinderen in beeld")[2].partition("Wie er meekijkt")[0]

    assert f"Wat hen beschermt: {said}" in children
    assert "geen waarborg" not in found


def test_what_is_open_of_privacy_accuses_nobody(told):
    found = told("cameratoezicht", {"fase": "besluit", "waarvoor": "orde"})

    assert "punten is iets onbekend of niet geregeld. Zie Raadwijzer" in found
    assert "staan open" not in found


def test_what_counts_later_says_why_and_names_no_plan_that_is_not_there(told):
    found = told("buurtbemiddeling", {"stand": "geen", "resultaat_gemeten": "ja"})
    later = found.partition(
        "maar wel als het zover komt. Achter elk punt staat waarom:"
    )[2]

    assert "Het werkt in de hele gemeente. Wie in een andere kern woont" in later
    assert "in het plan" not in later


def test_where_nothing_decides_the_test_names_points(told):
    weighs = told("buurtbemiddeling", {"stand": "loopt", "coordinator": "ja"})
    decides = told("cameratoezicht", {"fase": "besluit", "waarvoor": "orde"})

    assert "3. Toets per punt" in weighs
    assert "Deze punten wegen mee." in weighs
    assert "De andere eisen beslissen." not in weighs
    assert "3. Toets per eis" in decides
    assert "De andere eisen beslissen." in decides


def test_an_answer_stands_without_the_row_that_it_hangs_on(told):
    found = told(
        "cameratoezicht",
        {"fase": "besluit", "woningen_in_bereik": "ja", "prive_afgeschermd": "ja"},
    )

    assert "Zijn woningen, tuinen en winkels in het beeld afgeschermd?" in found
    assert "Zo ja:" not in found


def test_what_was_ticked_is_told_apart(told):
    found = told(
        "cameratoezicht", {"fase": "besluit", "wat_speelt": ["overlast", "geweld"]}
    )

    assert "Overlast; geweld" in found


def test_an_answer_that_we_read_from_an_old_one_says_so(told):
    found = told("cameratoezicht", {"D07": "ja"})

    assert "Overlast (gelezen uit een ouder antwoord)" in found
    assert "Overlast (door" not in told("cameratoezicht", {"wat_speelt": ["overlast"]})
