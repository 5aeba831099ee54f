"""The command line is a contract: its JSON, its messages and its exit codes."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from wizard.cli import main

DOSSIER = """
decision: cameratoezicht
reference_date: "2026-11-21"
municipality: gm0851
answers:
  fase: besluit
  waarvoor: [orde]
  verordening_verleent_bevoegdheid: ja
  bewaartermijn_dagen: 7
  hingen_voor_2019: nee
  dpia_gedaan: onbekend
"""


@pytest.fixture
def run(capsys, tmp_path, law_in_memory):
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
    assert said["outcome"]["id"] == "nog_open"
    assert said["tally"]["voldaan"] == 3
    assert "dpia_gedaan" in said["ask_first"]
    assert "bewaartermijn_dagen" not in said["ask_first"]
    assert len(said["questions_tonight"]) == 3
    assert set(said["possible_outcomes"]) >= {"voldoet", "besluit_mist"}
    assert (said["translated"], said["untranslated"]) == ([], [])


def test_what_is_not_met_comes_with_how_it_can_be_better(run):
    _, out, _ = run(
        "assess", "--json", dossier=f"{DOSSIER}  einddatum_in_besluit: nee\n"
    )
    said = json.loads(out)
    better = {each["demand"]: each["repair"] for each in said["improve"]}

    assert said["outcome"]["id"] == "besluit_mist"
    assert said["tally"]["niet_voldaan"] == 1
    assert set(better) == {"einddatum"}
    assert all(set(one) == {"who", "text", "request"} for one in better["einddatum"])


def test_each_question_says_how_it_stands(run):
    _, out, _ = run("assess", "--json", dossier=DOSSIER)
    questions = {each["id"]: each for each in json.loads(out)["questions"]}

    assert questions["bewaartermijn_dagen"] == {
        "id": "bewaartermijn_dagen",
        "ref": "15",
        "answer": "7",
        "status": "voldaan",
        "who": "politie",
    }
    assert questions["waarvoor"]["answer"] == ["orde"]
    assert questions["dpia_gedaan"]["answer"] == "onbekend"
    assert questions["dpia_gedaan"]["status"] == "onbekend"


def test_each_demand_says_how_it_stands_and_on_what_it_rests(run):
    _, out, _ = run("assess", "--json", dossier=DOSSIER)
    demands = {each["id"]: each for each in json.loads(out)["demands"]}
    wiped, assessed = demands["wissen_binnen_vier_weken"], demands["dpia_vooraf"]

    assert (wiped["basis"], wiped["effect"]) == ("wet", "beslist")
    assert (wiped["standing"], assessed["standing"]) == ("voldaan", "onbekend")
    assert "dpia_gedaan" in assessed["questions"]
    assert wiped["sources"]
    assert assessed["sources"]


def test_answers_by_number_of_an_earlier_release_are_read(run):
    old = "decision: cameratoezicht\nanswers: {T01: ja, D20: 7, D23: ja, Z13: ja}\n"
    _, out, _ = run("assess", "--json", dossier=old)
    said = json.loads(out)
    answers = {each["id"]: each["answer"] for each in said["questions"]}

    assert answers["waarvoor"] == ["orde"]
    assert answers["bewaartermijn_dagen"] == "7"
    assert answers["dpia_gedaan"] == "ja"
    assert [each["ref"] for each in said["untranslated"]] == ["Z13"]


def test_json_is_read_as_well_as_yaml(run):
    text = json.dumps(
        {"decision": "cameratoezicht", "answers": {"waarvoor": ["opsporing"]}}
    )
    code, out, _ = run("assess", "--json", dossier=text)

    assert code == 0
    assert json.loads(out)["outcome"]["id"] == "elders"


def test_a_dossier_can_come_from_standard_input(run, monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(DOSSIER.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, out, _ = run("assess", "-", "--json")

    assert code == 0
    assert json.loads(out)["municipality"] == "gm0851"


TWO = """
decisions: [cameratoezicht, woonoverlastverordening]
reference_date: "2016-08-01"
answers: {fase: besluit, waarvoor: [orde]}
"""


def test_of_two_decisions_one_may_be_refused_and_the_other_is_judged(run):
    """Article 151d came a year after 151c was widened: each decision has its own first day."""
    code, out, err = run("assess", "--json", dossier=TWO)
    cameras, neighbours = json.loads(out)

    assert (code, err) == (0, "")
    assert cameras["outcome"]["id"]
    assert set(neighbours) == {"decision", "reference_date", "refused"}
    assert neighbours["decision"] == "woonoverlastverordening"
    assert "te vroeg voor ‘Regels tegen woonoverlast’" in neighbours["refused"]


def test_what_is_refused_is_said_in_text_as_in_json(run):
    code, out, _ = run("assess", dossier=TWO)

    assert code == 0
    assert out.startswith("Camera’s op straat")
    assert "Regels tegen woonoverlast\nDe peildatum 1 augustus 2016 is te vroeg" in out


@pytest.mark.parametrize("edition", [[], ["--kort"]])
def test_a_memo_says_what_it_cannot_judge_and_can_be_checked(run, tmp_path, edition):
    path = tmp_path / "memo.pdf"
    code, _, err = run("memo", "-o", str(path), *edition, dossier=TWO)
    checked, verdict, _ = run("verify-memo", "--json", str(path))

    assert (code, err) == (0, "")
    assert (checked, json.loads(verdict)["verdict"]) == (0, "klopt")

    run("memo", "-o", str(tmp_path / "memo.txt"), *edition, dossier=TWO)
    told = (tmp_path / "memo.txt").read_text()
    assert "te vroeg voor ‘Regels tegen woonoverlast’" in " ".join(told.split())


def test_where_nothing_can_be_judged_there_is_only_the_message(run):
    code, out, err = run("assess", dossier=TWO.replace("2016-08", "2015-08"))

    assert (code, out) == (2, "")
    assert "te vroeg voor" in err


def test_a_date_after_the_law_was_checked_is_told_in_text_and_json(run):
    """The same sentence as on the memo; before that day there is none."""
    later = DOSSIER.replace("2026-11-21", "2031-01-01")
    _, text, _ = run("assess", dossier=later)
    _, said, _ = run("assess", "--json", dossier=later)
    _, now, _ = run("assess", "--json", dossier=DOSSIER.replace("2026-11", "2024-11"))
    found = json.loads(said)

    assert found["checked_on"] < "2031-01-01"
    assert found["date_warning"].startswith(
        "De peildatum, 1 januari 2031, ligt na de dag"
    )
    assert f"Let op: {found['date_warning']}" in text
    assert json.loads(now)["date_warning"] is None


def test_questions_lists_every_question_with_what_follows_from_it(run):
    code, out, _ = run("questions", "cameratoezicht", "--json")
    questions = json.loads(out)
    keys = {
        "id",
        "ref",
        "text",
        "kind",
        "answer",
        "choices",
        "due",
        "in_order",
        "sources",
        "who",
        "changes",
    }

    assert code == 0
    assert len(questions) > 70
    assert all(set(question) >= keys for question in questions)


def test_a_question_tells_apart_what_it_was_and_what_we_guess_it_from(run):
    """Who looks up an old number finds the question that it became, and no other."""
    questions = json.loads(run("questions", "cameratoezicht", "--json")[1])
    by_id = {question["id"]: question for question in questions}
    fase = by_id["fase"]

    assert fase["refs"] == ["1", "K01"]
    assert set(fase["inferred_from"]) >= {"D12", "D13", "D14", "D17", "D20"}
    assert fase["due"] == "idee"
    for ref in fase["inferred_from"]:
        became = [one for one in questions if ref in one["refs"]]
        options = [o for one in questions for o in one["choices"] if ref in o["refs"]]
        assert became or options, ref


def test_a_memo_of_one_page_can_be_asked_for(run, tmp_path):
    output = tmp_path / "memo.txt"
    code, _, _ = run("memo", "--kort", "-o", str(output), dossier=DOSSIER)

    assert code == 0
    assert output.read_text("utf-8").startswith("Memo van één bladzijde")


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
        ("decision: cameratoezicht\nanswers: {T01: false}", "Bedoelde u 'nee'?"),
        ("decision: cameratoezicht\nanswers: {D20: true}", "geen true of false"),
        ("decision: cameratoezicht\nanswers: {fase: true}", "geen true of false"),
        ("decision: cameratoezicht\nanswers: {dpia_gedaan: true}", "Bedoelde u 'ja'?"),
        ("decision: cameratoezicht\nanswers: {fase: idde}", "Bedoelde u 'idee'?"),
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
    assert "verify --keep" not in out


def test_check_says_when_a_proof_is_of_other_words(run, library, monkeypatch):
    name = "buurtbemiddeling"
    changed = replace(library.decisions[name], fingerprint="sha256:0")
    now = replace(library, decisions={**library.decisions, name: changed})
    monkeypatch.setattr("wizard.cli.load", lambda: now)

    code, out, _ = run("check")

    assert code == 0
    assert (
        f"sinds het bewijs is bewaard: {name}. Doe ook: raadwijzer verify --keep" in out
    )


def test_check_says_of_a_new_decision_no_more_than_that_its_proof_is_not_kept(
    run, library, monkeypatch
):
    name = "buurtbemiddeling"
    kept = {one: proof for one, proof in library.kept.items() if one != name}
    monkeypatch.setattr("wizard.cli.load", lambda: replace(library, kept=kept))

    _, out, _ = run("check")

    assert f"Nieuw, of veranderd sinds het bewijs is bewaard: {name}. Doe ook:" in out


def test_judging_loads_no_web_and_no_paper():
    script = (
        "import sys, wizard.cli; "
        "print([m for m in ('flask', 'sqlalchemy', 'weasyprint') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_a_terminal_that_lacks_a_letter_gets_another_and_no_error(tmp_path):
    program = Path(sys.executable).parent / "raadwijzer"
    told = subprocess.run(
        [program, "questions", "cameratoezicht"],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )

    assert (told.returncode, told.stderr) == (0, b"")
    assert b"camera?s" in told.stdout


def test_a_memo_of_one_page_can_go_without_its_answers(run, tmp_path):
    output = tmp_path / "memo.pdf"
    bare = ("--zonder-antwoorden", "-o", str(output))

    assert run("memo", "--kort", *bare, dossier=DOSSIER)[0] == 0
    code, out, _ = run("verify-memo", str(output))
    assert code == 3
    assert out.startswith("niet na te gaan")
    code, _, err = run("memo", *bare, dossier=DOSSIER)
    assert code == 2
    assert "alleen bij '--kort'" in err
