"""Several decisions in one dossier file, from the command line."""

import json

import pytest

from wizard.cli import main

BOTH = """
decisions: [buurtbemiddeling, woonoverlastverordening]
reference_date: "2026-11-21"
answers:
  buurtbemiddeling_aanwezig: ja
  WO01: nee
  regie: ja
"""


@pytest.fixture
def run(capsys, tmp_path, law_in_memory):
    def call(*arguments, dossier=BOTH):
        path = tmp_path / "dossier.yaml"
        path.write_text(dossier)
        with pytest.raises(SystemExit) as stopped:
            main([arguments[0], str(path), *arguments[1:]])
        out, err = capsys.readouterr()
        return stopped.value.code, out, err

    return call


def test_assess_judges_each_decision(run):
    code, out, err = run("assess", "--json")
    said = json.loads(out)

    assert (code, err) == (0, "")
    assert [one["decision"] for one in said] == [
        "buurtbemiddeling",
        "woonoverlastverordening",
    ]
    assert [one["outcome"]["id"] for one in said] == [
        "versterken",
        "geen_verordening",
    ]


def test_a_shared_fact_counts_for_both(run):
    _, out, _ = run("assess", "--json")
    statuses = [
        question["status"]
        for one in json.loads(out)
        for question in one["questions"]
        if question["id"] == "regie"
    ]

    assert statuses == ["voldaan", "voldaan"]


def test_an_old_fact_counts_for_what_it_became_in_each(run):
    _, out, _ = run("assess", "--json")
    said = [
        {question["id"]: question["answer"] for question in one["questions"]}
        for one in json.loads(out)
    ]

    assert said[0]["stand"] == "loopt"
    assert said[1]["buurtbemiddeling_aanwezig"] == "ja"


def test_the_memo_covers_both(run, tmp_path):
    path = tmp_path / "memo.txt"
    code, _, err = run("memo", "-o", str(path))
    text = path.read_text()

    assert (code, err) == (0, "")
    assert "Buurtbemiddeling en Regels tegen woonoverlast" in text
    assert text.count("1. Kern") == 2


@pytest.mark.parametrize("ending", [".pdf", ".html", ".docx", ".odt"])
def test_the_memo_over_both_comes_in_every_form(run, tmp_path, ending):
    path = tmp_path / f"memo{ending}"

    assert run("memo", "-o", str(path))[0] == 0
    assert path.stat().st_size > 5_000


@pytest.mark.parametrize(
    ("dossier", "said"),
    [
        (BOTH.replace("woonoverlastverordening", "woonoverlast"), "Besluit 'woonoverlast' bestaat niet"),
        (BOTH.replace("[buurtbemiddeling, woonoverlastverordening]", "[]"), "ontbreekt 'decision'"),
        (BOTH.replace("WO01: nee", "D01: nee"), "'D01' bestaat niet"),
        (f"decision: cameratoezicht{BOTH}", "niet allebei"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_once_and_nothing_is_written(
    run, tmp_path, dossier, said
):
    path = tmp_path / "memo.txt"
    code, out, err = run("memo", "-o", str(path), dossier=dossier)

    assert (code, out) == (2, "")
    assert said in err
    assert not path.exists()
