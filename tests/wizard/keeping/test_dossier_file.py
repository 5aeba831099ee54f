"""A dossier can be taken along and brought back whole."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.keeping.dossier import text_key
from wizard.keeping.dossier_file import (
    DossierFileError,
    dossier_as_file,
    dossier_from_file,
)


@pytest.mark.parametrize(
    "decisions", [("cameratoezicht",), ("cameratoezicht", "buurtbemiddeling")]
)
def test_out_and_in_again_is_the_same(dossiers, new, decisions):
    made = new(decisions)
    dossier = dossiers.save_answers(
        made.dossier,
        {"overleg": "ja", "dagen": "7", text_key("doel"): "Rust op het plein"},
        expected_version=1,
    )
    written = json.loads(json.dumps(dossier_as_file(dossier)))
    read = dossier_from_file(written)

    assert read.decisions == decisions
    assert dict(read.answers) == dict(dossier.answers)
    assert dict(read.texts) == dict(dossier.texts)
    assert read.reference_date == dossier.reference_date
    assert read.fingerprint == dossier.fingerprint
    assert made.edit_key not in json.dumps(written)


def test_a_file_for_the_command_line_can_be_read():
    read = dossier_from_file(
        {"decision": "cameratoezicht", "answers": {"D01": "ja", "D20": 7}}
    )

    assert read.decisions == ("cameratoezicht",)
    assert read.answers == {"D01": "ja", "D20": "7"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "geen dossier"),
        ([], "geen dossier"),
        ({}, "over welk besluit"),
        ({"decision": 3}, "over welk besluit"),
        ({"decisions": ["a", "a"]}, "over welk besluit"),
        ({"decisions": [["a"]]}, "over welk besluit"),
        ({"decision": "a", "besluit": "b"}, "‘besluit’"),
        ({"decision": "a", "format": 3}, "andere versie"),
        ({"decision": "a", "reference_date": "morgen"}, "peildatum"),
        ({"decision": "a", "municipality": 3}, "municipality"),
        ({"decision": "a", "answers": []}, "antwoorden"),
        ({"decision": "a", "answers": {"x": True}}, "‘x’"),
        ({"decision": "a", "answers": {"x": [1]}}, "‘x’"),
        ({"decision": "a", "answers": {"x": 10**6000}}, "te groot"),
        ({"decision": "a", "answers": {"x": "y" * 201}}, "te lang"),
        ({"decision": "a", "answers": {"x": "\0"}}, "‘x’"),
        ({"decision": "a", "answers": {1: "ja"}}, "goede naam"),
        ({"decision": "a", "texts": {"doel": "x" * 2_001}}, "280"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(content, said):
    with pytest.raises(DossierFileError) as caught:
        dossier_from_file(content)

    assert said in str(caught.value)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["decision", "decisions", "answers", "texts", "format", "reference_date"]
)


@given(ANYTHING | st.dictionaries(KEYS, ANYTHING))
def test_no_content_at_all_makes_it_fall(content):
    with contextlib.suppress(DossierFileError):
        assert dossier_from_file(content).decisions
