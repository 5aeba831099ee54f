"""Faults that a model finds, told in the words of the file."""

import pytest

from rules.content.decision import Header
from rules.content.demands import Demand
from rules.content.questions import Question
from rules.grammar.answers import ChoiceKind, NumberKind
from rules.grammar.errors import ContentError
from rules.grammar.strict_yaml import read
from rules.grammar.validation import validated


def faults(model, text):
    reading = read(text, "proef.yaml")
    with pytest.raises(ContentError) as refusal:
        validated(model, reading.value, reading, ())
    return [str(fault) for fault in refusal.value.faults]


def test_a_fault_deep_inside_has_its_own_line():
    text = "kind: choice\noptions:\n  - {id: a, label: A}\n  - id: b\n    label: 3\n"

    assert faults(ChoiceKind, text) == [
        "proef.yaml:5 — 'label' hoort tekst te zijn: zet het tussen aanhalingstekens."
    ]


def test_a_fault_inside_one_of_several_kinds_has_its_own_line():
    text = (
        "answer:\n  kind: choice\n  options:\n"
        "    - {id: a, label: A}\n    - id: b\n      label: 3\n"
        "applies_when:\n  all_of:\n    - {question: a, is: ja}\n"
        "    - {question: a, is: maybe}\n"
    )
    told = faults(Question, text)

    assert any(fault.startswith("proef.yaml:6 — 'label' hoort") for fault in told)
    assert any(fault.startswith("proef.yaml:10 — 'is' is 'maybe'") for fault in told)


def test_a_list_that_is_short_because_of_its_faults_is_not_blamed():
    text = "kind: choice\noptions:\n  - {id: a, label: 3}\n  - {id: b, label: 4}\n"

    assert all("label" in fault for fault in faults(ChoiceKind, text))


def test_a_list_that_is_too_short_is_told():
    text = "kind: choice\noptions:\n  - {id: a, label: A}\n"

    assert faults(ChoiceKind, text) == [
        "proef.yaml:2 — bij 'options' horen er ten minste 2 te staan."
    ]


def test_what_is_no_mapping_at_all_is_told():
    assert faults(NumberKind, "- a\n") == [
        "proef.yaml:1 — bij 'dit onderdeel' horen regels als 'naam: waarde' te staan."
    ]


def test_a_fault_across_keys_stands_at_the_whole():
    text = "kind: number\nunit: cm\nmin: 3\nmax: 2\n"

    assert faults(NumberKind, text) == ["proef.yaml:1 — min 3 is groter dan max 2."]


def test_a_kind_of_fault_that_we_have_no_words_for_is_told_as_it_is():
    told = "\n".join(faults(Header, "id: proef\ncheckd_on: x\n"))

    assert "'checkd_on' kennen wij hier niet. Bedoelde u 'checked_on'?" in told
    assert "'table' ontbreekt." in told


def test_keys_of_an_inner_part_are_guessed_from_that_part():
    text = "repair:\n  - {who: raad, txt: x, request: z}\n"
    (fault,) = (each for each in faults(Demand, text) if "txt" in each)

    assert fault.endswith("'txt' kennen wij hier niet. Bedoelde u 'text'?")
