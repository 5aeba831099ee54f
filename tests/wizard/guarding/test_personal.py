"""People stay out of a dossier, and policy gets in."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from wizard.guarding.identifiers import passes_eleven_test, passes_mod_97
from wizard.guarding.personal import (
    FIELD_HINT,
    LONGEST_TEXT,
    MESSAGES,
    findings,
)

SENTENCES = yaml.safe_load(
    (Path(__file__).parent / "zinnen.yaml").read_text(encoding="utf-8")
)
BLOCKED, WARNED = SENTENCES["blokkeer"], SENTENCES["waarschuw"]
INNOCENT = SENTENCES["onschuldig"]
FALSE_ALARMS = 0.05


def name(sentence):
    return sentence["text"]


def test_there_are_enough_sentences():
    assert len(BLOCKED) + len(WARNED) + len(INNOCENT) >= 60
    assert len(INNOCENT) >= 20
    assert {one["kind"] for one in BLOCKED + WARNED} == set(MESSAGES)


@pytest.mark.parametrize("sentence", BLOCKED, ids=name)
def test_what_identifies_is_refused(sentence):
    found = findings(sentence["text"])

    assert found.blocks
    assert sentence["kind"] in [one.kind for one in found.concerns]
    assert found.proposal is None


@pytest.mark.parametrize("sentence", WARNED, ids=name)
def test_what_may_point_at_somebody_gets_a_proposal(sentence):
    found = findings(sentence["text"])

    assert not found.blocks
    assert [one.kind for one in found.concerns] == [sentence["kind"]]
    assert found.proposal == sentence["proposal"]
    assert not findings(found.proposal).blocks


def test_innocent_sentences_pass():
    alarms = [text for text in INNOCENT if findings(text).concerns]

    assert len(alarms) / len(INNOCENT) <= FALSE_ALARMS
    assert alarms == []


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06\u200b-12345678",
        "Bel 06\u201112345678",
        "Bel 06\u00a012345678",
        "Bel ０６-１２３４５６７８",
        "Bel 06\u00ad12345678",
    ],
)
def test_look_alikes_do_not_slip_through(text):
    assert findings(text).blocks


@pytest.mark.parametrize("number", ["111222333", "123456782"])
def test_the_eleven_test(number):
    assert passes_eleven_test(number)
    last = (int(number[-1]) + 1) % 10
    assert not passes_eleven_test(f"{number[:-1]}{last}")
    assert not findings(f"Kenmerk {number[:-1]}{last} hoort hierbij.").blocks


def test_nine_noughts_are_no_number():
    assert not passes_eleven_test("000000000")


@given(st.integers(0, 9), st.integers(4, 21))
def test_mod_97_notices_each_single_mistake(digit, place):
    iban = "GB82WEST12345698765432"
    wrong = iban[:place] + str(digit) + iban[place + 1 :]

    assert passes_mod_97(iban)
    assert passes_mod_97(wrong) == (wrong == iban)


@given(st.text(max_size=LONGEST_TEXT))
def test_any_text_can_be_inspected(text):
    found = findings(text)

    assert found.proposal is None or not found.blocks
    assert found.proposal is None or found.concerns


@pytest.mark.parametrize(
    "text",
    [
        *("0" * 280, "a " * 140, "A. " * 93, "de " * 93, "1-" * 140, "1234 " * 56),
        *("sluiting pand aan A A A " * 11, "bibobtoets zaak A " * 15),
        *(
            "verbod voor een man " * 14,
            "sluiting " + "bedrijf " * 33,
            "sluiting A" * 28,
        ),
    ],
)
def test_a_tiresome_text_takes_no_time(text):
    """The guard is the time limit of the test run: these must not explode."""
    assert findings(text) is not None


def test_messages_say_what_and_what_to_do():
    assert MESSAGES
    for text in MESSAGES.values():
        assert text.endswith(".")
        assert text.count(".") >= 2
        assert max(len(one.split()) for one in text.split(".")) <= 20


def test_the_hint_beside_a_field():
    assert FIELD_HINT == "Noem geen namen, adressen of personen."
