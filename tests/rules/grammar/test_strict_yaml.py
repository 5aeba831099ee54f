"""The reader of YAML: strict, with a line, in Dutch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.grammar.errors import ContentError
from rules.grammar.strict_yaml import DEEPEST, LONGEST, read, read_file


def faults(text):
    with pytest.raises(ContentError) as refusal:
        read(text, "proef.yaml")
    return [str(fault) for fault in refusal.value.faults]


def test_words_whole_numbers_true_and_false_are_all_there_is():
    text = 'a: ja\nb: 28\nc: true\nd: false\ne: "28"\nf: -3\ng: "no"\nh: [x, 0]\n'

    assert read(text, "proef.yaml").value == {
        "a": "ja",
        "b": 28,
        "c": True,
        "d": False,
        "e": "28",
        "f": -3,
        "g": "no",
        "h": ["x", 0],
    }


@pytest.mark.parametrize(
    ("word", "meant"),
    [("no", "nee"), ("No", "nee"), ("off", "nee"), ("yes", "ja"), ("on", "ja")],
)
def test_a_bare_switch_is_refused_with_what_was_meant(word, meant):
    assert faults(f"a: ja\nis: {word}\n") == [
        (
            f"proef.yaml:2 — '{word}' leest YAML niet zoals het er staat. "
            f"Bedoelde u '{meant}'? Zet het anders tussen aanhalingstekens: \"{word}\"."
        )
    ]


@pytest.mark.parametrize(
    "word",
    ["2016-07-01", "12:30", "1_000", "1.5", "0012", "~", "null", "True", "1e3", "0x1f"],
)
def test_what_other_readers_turn_into_something_else_is_refused(word):
    (fault,) = faults(f"- goed\n- {word}\n")

    assert fault.startswith(f"proef.yaml:2 — '{word}' leest YAML niet zoals")
    assert f'"{word}"' in fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\nb:\n", "2 — hier ontbreekt een waarde."),
        ("a: 1\na: 2\n", "2 — 'a' staat hier twee keer."),
        ("a: &x 1\n", "1 — verwijzingen met & en * kennen wij niet: schrijf het uit."),
        ("a: 1\nb: *x\n", "2 — verwijzingen met & en * kennen wij niet"),
        ("a: !!int 3\n", "kennen wij niet: laat het uitroepteken weg."),
        ("? [a]\n: b\n", "1 — links van de dubbele punt hoort één naam."),
        ("a:\n\tb: 1\n", "2 — dit is geen leesbare YAML: hier staat een tab. Spring"),
        ("a: b: c\n", "1 — dit is geen leesbare YAML: hier staat een dubbele punt te"),
        ("a: [1, 2\n", "hier ontbreekt een , of een ]."),
        ("a: {b: 1\n", "hier ontbreekt een , of een }."),
        ('a: "x\n', "een aanhalingsteken wordt niet gesloten."),
        ("- a\nb: 1\n", "2 — dit is geen leesbare YAML: hier hoort een streepje (-)"),
        ("a: |\n  x\n y\n", "hier hoort een naam met een dubbele punt te staan."),
        ("a: @x\n", "dit teken mag hier niet vooraan staan."),
        ("a: 1\n---\nb: 2\n", "hier begint een tweede document. Haal --- weg."),
        ("a: \x07\n", "er staat een onzichtbaar stuurteken in."),
        ('a: "\\q"\n', "na een \\ staat een teken dat YAML niet kent."),
        ("%YAML 3.0\n---\na: 1\n", "proef.yaml:1 — dit is geen leesbare YAML: "),
    ],
)
def test_what_is_no_yaml_of_ours_is_told_with_its_line(text, fault):
    assert fault in "\n".join(faults(text))


def test_all_faults_of_a_file_are_told_at_once():
    assert len(faults("a: no\nb: 12:30\na: ja\nc:\n")) == 4


def test_a_file_that_is_too_long_or_too_deep_is_not_read():
    deep = "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)

    assert faults("x" * (LONGEST + 1)) == [
        "proef.yaml — het bestand is groter dan 1000 kB."
    ]
    assert faults(deep) == [f"proef.yaml:1 — dit is dieper genest dan {DEEPEST} lagen."]


def test_an_empty_file_says_nothing():
    assert read("# alleen een opmerking\n", "proef.yaml").value is None


def test_every_value_has_its_line_and_what_is_not_there_that_around_it():
    reading = read("a:\n  - b: 1\n    c: 2\n", "proef.yaml")

    assert reading.line(("a", 0, "c")) == 3
    assert reading.line(("a", 0, "d", "e")) == 2
    assert reading.line(("x",)) == 1
    assert str(reading.fault(("a", 0, "c"), "fout.")) == "proef.yaml:3 — fout."


@given(st.text(max_size=60))
def test_no_text_makes_the_reader_stumble(text):
    try:
        read(text, "proef.yaml")
    except ContentError as refusal:
        told = [fault.message for fault in refusal.faults]
    else:
        told = ["goed."]

    assert all(message.endswith((".", ".'")) for message in told)


def test_a_file_that_is_no_utf8_is_refused(tmp_path):
    (tmp_path / "fout.yaml").write_bytes(b"a: caf\xe9\n")

    with pytest.raises(ContentError, match=r"fout.yaml — dit is geen UTF-8"):
        read_file(tmp_path / "fout.yaml", tmp_path)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ContentError, match=r"weg.yaml — niet te lezen"):
        read_file(tmp_path / "weg.yaml", tmp_path)
