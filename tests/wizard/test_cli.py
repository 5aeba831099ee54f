"""The command line is a contract: its JSON, its messages and its exit codes."""

import io
import json
import subprocess
import sys

import pytest

from wizard.cli import main

DOSSIER = """
decision: cameratoezicht
reference_date: "2026-11-21"
municipality: gm0851
answers:
  D01: ja
  T01: ja
  bewaartermijn_dagen: 7
  D23: onbekend
"""


@pytest.fixture
def run(capsys, tmp_path):
    """Run a command on a dossier text; give exit code, output and errors."""

    def call(*arguments, dossier=None):
        given = list(arguments)
        if dossier is not None:
            path = tmp_path / "dossier.yaml"
            path.write_bytes(
                dossier if isinstance(dossier, bytes) else dossier.encode()
            )
            given.insert(1, str(path))
        with pytest.raises(SystemExit) as stopped:
            main(given)
        out, err = capsys.readouterr()
        return stopped.value.code, out, err

    return call


def test_assess_prints_the_json_of_the_contract(run):
    code, out, err = run("assess", "--json", dossier=DOSSIER)
    said = json.loads(out)

    assert (code, err) == (0, "")
    assert said["decision"] == "cameratoezicht"
    assert said["reference_date"] == "2026-11-21"
    assert said["fingerprint"].startswith("sha256:")
    assert set(said["outcome"]) >= {"id", "title", "firm"}
    assert said["outcome"]["id"] == "nog_niet_te_beoordelen"
    assert "D23" in said["open"]
    assert said["ask_first"][0] == "D23"
    assert set(said["possible_outcomes"]) >= {"voldoet", "voldoet_niet"}
    assert all(
        set(turn) == {"set", "outcome", "who"} for turn in said["what_would_change"]
    )


def test_each_question_says_how_it_stands(run):
    _, out, _ = run("assess", "--json", dossier=DOSSIER)
    questions = {each["ref"]: each for each in json.loads(out)["questions"]}

    assert questions["D20"] == questions["D20"] | {
        "id": "bewaartermijn_dagen",
        "answer": "7",
        "status": "voldaan",
        "kind": "dwingend",
    }
    assert questions["D23"]["status"] == "onbekend"
    assert questions["D23"]["sources"]


def test_json_is_read_as_well_as_yaml(run):
    text = json.dumps({"decision": "cameratoezicht", "answers": {"T01": "nee"}})
    code, out, _ = run("assess", "--json", dossier=text)

    assert code == 0
    assert json.loads(out)["outcome"]["id"] == "andere_route"


def test_a_dossier_can_come_from_standard_input(run, monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(DOSSIER.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, out, _ = run("assess", "-", "--json")

    assert code == 0
    assert json.loads(out)["municipality"] == "gm0851"


def test_questions_lists_every_question_with_what_follows_from_it(run):
    code, out, _ = run("questions", "cameratoezicht", "--json")
    questions = json.loads(out)
    keys = {
        "id",
        "ref",
        "text",
        "kind",
        "choices",
        "sources",
        "if_no",
        "if_unknown",
        "who",
    }

    assert code == 0
    assert len(questions) > 70
    assert all(set(question) >= keys for question in questions)


@pytest.mark.parametrize("ending", ["txt", "html", "docx", "odt"])
def test_a_memo_is_written_in_each_format(run, tmp_path, ending):
    paper = tmp_path / f"memo.{ending}"
    code, _, err = run("memo", "-o", str(paper), dossier=DOSSIER)

    assert (code, err) == (0, "")
    assert paper.stat().st_size > 1000


@pytest.mark.parametrize(
    ("dossier", "said"),
    [
        ("decision: kameratoezicht", "Bedoelde u 'cameratoezicht'?"),
        ("decision: cameratoezicht\nanswers: {D99: ja}", "Vraag 'D99' bestaat niet"),
        (
            "decision: cameratoezicht\nanswers: {bewaartermijn_dage: 7}",
            "Bedoelde u 'bewaartermijn_dagen'?",
        ),
        ("decision: cameratoezicht\nanswers: {D01: jaa}", "Bedoelde u 'ja'?"),
        ("decision: cameratoezicht\nanswers: {D01: true}", "Bedoelde u 'ja'?"),
        ("decision: cameratoezicht\nanswers: {D01: yes}", "tussen aanhalingstekens"),
        ("decision: cameratoezicht\nanswers: {D20: veel}", "geen heel getal"),
        ("decision: cameratoezicht\nanswers: {D20: 99999}", "buiten de grenzen"),
        ("decision: cameratoezicht\nanswers: {D01: [ja]}", "één antwoord"),
        (
            "decision: cameratoezicht\nanswers:\n  D20: 7\n  bewaartermijn_dagen: 8",
            "twee antwoorden",
        ),
        ("decision: cameratoezicht\nanswers: {D20: 7, D20: 8}", "twee keer"),
        ('{"decision": "cameratoezicht", "decision": "x"}', "twee keer"),
        ("decision: cameratoezicht\nantwoorden: {}", "kennen wij niet"),
        ("answers: {D01: ja}", "ontbreekt 'decision'"),
        ("decision: cameratoezicht\nmunicipality: Steenbergen", "geen gemeentecode"),
        ('decision: cameratoezicht\nreference_date: "gisteren"', "geen datum"),
        ("decision: cameratoezicht\nreference_date: 2026-11-21", "aanhalingstekens"),
        ("decision: [", "geen leesbare YAML"),
        ('{"decision": ', "geen leesbare JSON"),
        ("", "horen regels"),
        (b"decision: \xff\xfe", "geen UTF-8"),
        ("a: &a [1]\nb: *a", "schrijf het uit"),
        ("[" * 2000, "dieper genest"),
        ('{"decision": ' * 5000, "JSON"),
    ],
)
def test_bad_input_gets_one_dutch_message_and_exit_code_2(run, dossier, said):
    code, out, err = run("assess", "--json", dossier=dossier)

    assert code == 2
    assert out == ""
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["assess", "er-is-niets.yaml"], "Kan 'er-is-niets.yaml' niet lezen"),
        (["questions", "cameras"], "bestaat niet"),
        (["questions"], "ontbreekt"),
        (["assess", "x.yaml", "--jsn"], "bestaat niet"),
        (["asses"], "begrijpen wij niet"),
    ],
)
def test_a_wrong_command_gets_a_dutch_message_and_exit_code_2(run, arguments, said):
    code, out, err = run(*arguments)

    assert code == 2
    assert out == ""
    assert said in err


def test_a_wrong_ending_writes_nothing(run, tmp_path):
    paper = tmp_path / "memo.exe"
    code, _, err = run("memo", "-o", str(paper), dossier=DOSSIER)

    assert code == 2
    assert ".pdf" in err
    assert not paper.exists()


def test_check_tells_that_all_content_is_in_order(run):
    code, out, _ = run("check")

    assert code == 0
    assert out.startswith("In orde:")


def test_judging_loads_no_web_and_no_paper():
    script = (
        "import sys, wizard.cli; "
        "print([m for m in ('flask', 'sqlalchemy', 'weasyprint') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
