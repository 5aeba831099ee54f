"""Whatever is typed or pasted is read, and every word of it stays in the paper."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.paper import Paper, PaperPart, Setting
from reports.council.paper_document import document_of
from reports.council.paper_reading import LABELS
from reports.council.paper_text import (
    LONGEST,
    as_text,
    kind_of,
    read_text,
    readable,
)
from reports.document import PaperKind
from reports.formats.by_file_name import print_document
from rules.grammar.errors import InputError
from tests.law import LIBRARY

COMPETENCE = LIBRARY.competence
KINDS = (PaperKind.MOTION, PaperKind.AMENDMENT, PaperKind.QUESTIONS)
ROWS = (
    "",
    "Motie veilig uitgaan",
    "De raad van de gemeente Voorbeeldstad, in vergadering bijeen,",
    "gehoord de beraadslaging,",
    "Constaterende dat",
    "constaterende dat er klachten zijn; verzoekt het college te antwoorden",
    "1. er in 2025 klachten waren [1]",
    "- bewoners slecht slapen",
    "• Overwegende dat het zo niet kan",
    "Verzoekt het college:",
    "verzoekt de burgemeester te onderzoeken of het helpt, en draagt het college op te meten",
    "Draagt het college op",
    "a) licht aan te brengen;",
    "De burgemeester wordt verzocht te komen.",
    "Besluit artikel 2:77 te schrappen.",
    "Besluit: beslispunt 2 te vervangen door:",
    "Besluit om",
    "de tekst op pagina 19:",
    "Te wijzigen in",
    "“Waar vuurwerk mag, beslist de gemeente.”",
    "Bestaande tekst: dit stond er",
    "Nieuwe tekst: dit komt er",
    "Vragen aan de burgemeester:",
    "Geacht college,",
    "Vraag 1.",
    "Hoe vaak gebeurde dit?",
    "Toelichting:",
    "zomaar een losse zin zonder vorm",
    "Spreekt uit dat het beter kan.",
    "en gaat over tot de orde van de dag.",
    "Fractie Voorbeeld",
    "het gebieds-",
    "verbod op de markt",
)
rows = st.lists(st.one_of(st.sampled_from(ROWS), st.text(max_size=30)), max_size=12)


def read(text, kind=PaperKind.MOTION):
    return read_text(text, Paper(kind, "Stuk", ()), COMPETENCE)


def words(text):
    return re.findall(r"[^\W\d_]+", text)


def printed(paper):
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "1")
    day = date(2026, 11, 29)
    setting = Setting(code="X", municipality=None, edition="1", day=day, checked=day)
    document = document_of(writer, paper, setting)
    return print_document(document, ".txt").decode()


@settings(deadline=None)
@given(rows, st.sampled_from(KINDS))
def test_every_word_that_was_typed_stands_in_a_line(typed, kind):
    text = "\n".join(typed)
    told = " ".join(
        f"{line.heading} {LABELS.get(line.part, '')} {line.text}"
        for line in read(text, kind).lines
    )

    assert [word for word in words(readable(text)) if word not in told] == []


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(ROWS), min_size=1, max_size=12), st.sampled_from(KINDS))
def test_every_word_that_was_typed_is_printed(typed, kind):
    paper = read("\n".join(typed), kind)
    told = re.sub(r"\s+", " ", printed(paper)).casefold()

    assert [one for one in words("\n".join(typed)) if one.casefold() not in told] == []


@settings(deadline=None)
@given(rows, st.sampled_from(KINDS))
def test_a_line_knows_where_it_stood(typed, kind):
    text = readable("\n".join(typed))

    for line in read(text, kind).lines:
        start, end = line.span
        assert 0 <= start <= end <= len(text)
        first = words(line.text)[:1]
        assert all(word in text[start:end] for word in first) or not first


def test_a_change_with_a_colon_in_its_number_is_kept():
    (line,) = read("Besluit artikel 2:77 te schrappen.", PaperKind.AMENDMENT).lines

    assert (line.part, line.text) == (PaperPart.DECISION, "artikel 2:77 te schrappen.")


def test_what_is_no_act_and_no_heading_is_told_as_not_read():
    (line,) = read("Het is tijd dat er iets gebeurt in deze gemeente.").lines

    assert line.part is PaperPart.UNREAD


def test_length_is_judged_before_anything_is_read():
    with pytest.raises(InputError, match=str(LONGEST)):
        read("a" * 100_000)
    with pytest.raises(InputError):
        kind_of("verzoekt " * 12_000, COMPETENCE)


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "🙂🙂", "\u202e\u05d0\u05d1 \u202c", "-", "1."]
)
def test_what_says_nothing_asks_nothing(text):
    asked = read(text).of(PaperPart.REQUEST, PaperPart.DECISION, PaperPart.QUESTION)

    assert asked == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("<p>Verzoekt het college licht aan te brengen.</p>", "licht aan te brengen"),
        ("“Verzoekt het college licht aan te brengen.”", "licht aan te brengen"),
        ("Ver\u00adzoekt het college licht aan te brengen.", "licht aan te brengen"),
        ("Verzoekt het college een gebieds-\nverbod te bespreken.", "gebiedsverbod"),
        ("Verzoekt het college licht-\nen geluid te meten.", "licht- en geluid"),
        ("👉 Verzoekt het college licht aan te brengen.", "licht aan te brengen"),
    ],
)
def test_what_was_pasted_from_elsewhere_is_read(text, asked):
    (line,) = read(text).of(PaperPart.REQUEST)

    assert line.to == "college"
    assert asked in line.text


def test_three_papers_in_one_text_are_read_each():
    text = (
        "Motie licht\nVerzoekt het college licht aan te brengen.\n\n"
        "Motie camera’s\nVerzoekt de burgemeester de camera’s te evalueren.\n\n"
        "Vragen aan het college:\n1. Wat kost dit?\n"
    )
    paper = read(text)

    assert [line.to for line in paper.of(PaperPart.REQUEST)] == [
        "college",
        "burgemeester",
    ]
    assert [line.to for line in paper.of(PaperPart.QUESTION)] == ["college"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Verzoekt het college licht aan te brengen.", PaperKind.MOTION),
        ("Amendement\nBeslispunt 2 vervalt.", PaperKind.AMENDMENT),
        ("Besluit beslispunt 2 te schrappen.", PaperKind.AMENDMENT),
        ("Bestaande tekst:\nzo\nNieuwe tekst:\nanders", PaperKind.AMENDMENT),
        ("Vragen aan het college:\n1. Wat kost dit?", PaperKind.QUESTIONS),
        ("1. Wat kost dit?\n2. Wie betaalt dit?", PaperKind.QUESTIONS),
        ("", PaperKind.MOTION),
    ],
)
def test_the_kind_of_a_text_is_recognised(text, kind):
    assert kind_of(text, COMPETENCE) is kind


def test_what_was_read_reads_back_the_same():
    text = "Verzoekt het college:\n1. licht aan te brengen\n2. te meten\n"
    paper = read(text)

    assert read(as_text(paper)).lines == paper.lines
