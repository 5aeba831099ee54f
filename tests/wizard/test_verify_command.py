"""`raadwijzer verify`: says what is proved, and fails with a dossier that shows why."""

import json
from dataclasses import replace

import pytest

from rules import loading
from rules.content.demands import Standing
from tests.law import load_once
from wizard import cli

FEW = ("buurtbemiddeling", "damocles")


def run(*arguments):
    with pytest.raises(SystemExit) as leaving:
        cli.main(list(arguments))
    return leaving.value.code


@pytest.fixture(autouse=True)
def in_memory(law_in_memory):
    """No command reads the law again."""


@pytest.fixture
def few(monkeypatch):
    """A library of two small decisions; that all of ours hold is in `test_verification`."""
    library = load_once()
    decisions = {name: library.decisions[name] for name in FEW}
    library = replace(library, decisions=decisions)
    monkeypatch.setattr(cli, "load", lambda: library)
    return library


@pytest.fixture
def faulty(monkeypatch):
    """The library, in which what is unknown of mediation counts as in order."""
    library = load_once()
    decision = library.decision("buurtbemiddeling")
    *rows, points, rest = decision.header.table
    only_unmet = points.when[0].model_copy(update={"any_": (Standing.NIET_VOLDAAN,)})
    table = (*rows, points.model_copy(update={"when": (only_unmet,)}), rest)
    header = decision.header.model_copy(update={"table": table})
    seeded = replace(decision, header=header, fingerprint="sha256:f0")
    decisions = {**library.decisions, decision.id: seeded}
    monkeypatch.setattr(cli, "load", lambda: replace(library, decisions=decisions))


def test_without_a_name_all_are_proved(few, capsys):
    assert run("verify") == 0
    shown = capsys.readouterr().out

    assert "bewezen" in shown
    assert all(few.decision(name).header.title in shown for name in FEW)
    assert "FAALT" not in shown


def test_one_decision_is_proved_as_json(capsys):
    assert run("verify", "buurtbemiddeling", "--json") == 0
    data = json.loads(capsys.readouterr().out)

    assert data["decision"] == "buurtbemiddeling"
    assert data["holds"] is True


def test_a_fault_gives_exit_1_and_a_dossier(faulty, capsys):
    assert run("verify", "buurtbemiddeling") == 1
    shown = capsys.readouterr().out

    assert "FAALT     Kan een antwoord een uitkomst nog slechter maken" in shown
    assert "stand: loopt" in shown


@pytest.fixture
def kept(monkeypatch):
    """What the command keeps beside the content."""
    found = []
    monkeypatch.setattr(loading, "keep_certificate", found.append)
    return found


def test_what_is_proved_can_be_kept(kept, capsys):
    assert run("verify", "buurtbemiddeling", "--keep") == 0

    assert kept == [load_once().kept["buurtbemiddeling"]]


def test_what_fails_is_not_kept(faulty, kept, capsys):
    assert run("verify", "buurtbemiddeling", "--keep") == 1

    assert kept == []


def test_a_decision_that_does_not_exist_is_told(capsys):
    assert run("verify", "buurtbemidelling") == 2
    assert "Bedoelde u 'buurtbemiddeling'?" in capsys.readouterr().err


def test_a_dossier_of_before_the_law_is_refused(tmp_path, capsys):
    path = tmp_path / "dossier.yaml"
    path.write_text(
        'decision: cameratoezicht\nreference_date: "2016-06-30"\nanswers: {}\n'
    )

    assert run("assess", str(path)) == 2
    assert "artikel 151c" in capsys.readouterr().err


def test_a_dossier_of_2017_is_not_asked_for_an_assessment_of_2019(tmp_path, capsys):
    path = tmp_path / "dossier.yaml"
    path.write_text(
        'decision: cameratoezicht\nreference_date: "2017-06-30"\nanswers: {}\n'
    )

    assert run("assess", str(path), "--json") == 0
    said = json.loads(capsys.readouterr().out)
    dpia = next(each for each in said["demands"] if each["id"] == "dpia_vooraf")

    assert dpia["standing"] == "nvt"
    assert "wpg-4c-1" not in dpia["sources"]
    assert "dpia_gedaan" not in said["ask_first"]
