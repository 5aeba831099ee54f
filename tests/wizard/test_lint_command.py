"""`raadwijzer lint` is a contract: its JSON, its kinds and its exit codes."""

import io
import json

import pytest

from reports.council.paper_text import LONGEST
from wizard.cli import main

GOOD = "Verzoekt het college de straatverlichting te verbeteren vóór 1 mei 2027."
BAD = "Verzoekt het college camera’s op te hangen."
UNKNOWN = "Verzoekt het college de glimworm te frobelen."


@pytest.fixture
def lint(capsys, tmp_path, law_in_memory):
    """Judge texts; give exit code, output and errors."""

    def call(*texts, options=("--json",)):
        files = []
        for number, text in enumerate(texts):
            file = tmp_path / f"stuk{number}.txt"
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
            files.append(str(file))
        with pytest.raises(SystemExit) as stopped:
            main(["lint", *files, *options])
        out, err = capsys.readouterr()
        return stopped.value.code, out, err

    return call


@pytest.mark.parametrize(
    ("text", "verdict", "code"),
    [(GOOD, "kan", 0), (BAD, "kan_niet", 1), (UNKNOWN, "niet_beoordeeld", 0)],
)
def test_each_verdict_has_its_exit_code(lint, text, verdict, code):
    left, out, err = lint(text)
    (said,) = json.loads(out)

    assert (left, err) == (code, "")
    assert said["verdict"] == verdict


def test_the_json_has_the_fields_of_the_contract(lint):
    _, out, _ = lint(BAD)
    (said,) = json.loads(out)
    (line,) = said["lines"]

    assert set(said) == {"file", "kind", "verdict", "lines"}
    assert said["kind"] == "motie"
    assert set(line) == {
        *("text", "start", "end", "verdict", "rule", "message", "body", "better"),
        "more",
    }
    assert line["text"] in BAD[line["start"] : line["end"]]
    assert (line["rule"], line["body"]) == ("L1", "burgemeester")
    assert "verzoekt de burgemeester" in line["better"]


def test_several_files_come_in_their_order_and_the_worst_decides(lint):
    code, out, _ = lint(GOOD, BAD, UNKNOWN)

    assert code == 1
    assert [one["verdict"] for one in json.loads(out)] == [
        *("kan", "kan_niet", "niet_beoordeeld"),
    ]


def test_the_kind_can_be_told(lint):
    _, out, _ = lint(GOOD, options=("--kind", "amendement", "--json"))
    (said,) = json.loads(out)

    assert (said["kind"], said["lines"][0]["rule"]) == ("amendement", "L12")


def test_it_is_read_aloud_too(lint):
    code, out, _ = lint(BAD, options=())

    assert code == 1
    assert "gelezen als motie" in out
    assert "[kan niet]" in out


def test_standard_input_is_a_file_too(monkeypatch, capsys):
    stream = io.TextIOWrapper(io.BytesIO(GOOD.encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stream)
    with pytest.raises(SystemExit) as stopped:
        main(["lint", "-", "--json"])

    assert stopped.value.code == 0
    assert json.loads(capsys.readouterr().out)[0]["file"] == "-"


@pytest.mark.parametrize(
    ("text", "told"),
    [("a" * (LONGEST + 1), str(LONGEST)), (b"\xff\xfe\x00", "UTF-8")],
)
def test_what_cannot_be_read_says_so(lint, text, told):
    code, out, err = lint(text)

    assert (code, out) == (2, "")
    assert told in err


def test_a_file_that_is_not_there_is_told(capsys, tmp_path):
    with pytest.raises(SystemExit) as stopped:
        main(["lint", str(tmp_path / "niet.txt")])

    assert stopped.value.code == 2
    assert "Kan" in capsys.readouterr().err


def test_an_empty_file_asks_nothing(lint):
    code, out, _ = lint("")

    assert code == 0
    assert json.loads(out)[0]["verdict"] == "niet_beoordeeld"


def test_all_that_is_wrong_with_a_line_is_in_the_json(lint):
    _, out, _ = lint("Draagt de burgemeester op voor altijd camera’s te plaatsen.")
    (line,) = json.loads(out)[0]["lines"]

    assert line["rule"] == "L2"
    assert [one["rule"] for one in line["more"] if one["blocks"]] == ["L10"]
    assert all(one["message"] and one["better"] for one in line["more"])
