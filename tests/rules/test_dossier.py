"""A dossier file: what is in it counts, and what cannot be used is told."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.content.costs import Costs
from rules.dossier import read_dossier, write_dossier
from rules.grammar.answers import DONT_KNOW, NO, YES, Amount, Number
from rules.grammar.errors import InputError
from rules.grammar.reading import LONGEST
from tests.rules.priced import once
from tests.rules.synthetic import library_of

TODAY = date(2026, 11, 21)
START = "decision: getal_en_grens\n"


def read(text, folder="getal_en_grens"):
    (casefile,) = read_dossier(text, library_of(folder), today=TODAY)
    return casefile


def refusal(text, folder="getal_en_grens"):
    with pytest.raises(InputError) as refused:
        read_dossier(text, library_of(folder), today=TODAY)
    return str(refused.value)


def test_a_dossier_reads_the_same_in_yaml_and_in_json():
    plain = (
        'decision: getal_en_grens\nreference_date: "2026-07-01"\nanswers:\n  D01: 40\n'
    )
    braces = json.dumps(
        {
            "decision": "getal_en_grens",
            "reference_date": "2026-07-01",
            "answers": {"breedte_cm": "40 cm"},
        }
    )

    assert read(plain) == read(braces)
    assert read(plain).answers == {"breedte_cm": Number(40)}


def test_a_dossier_without_a_date_is_of_today():
    assert read(START).reference_date == TODAY
    assert read(START).answers == {}


def test_a_dossier_that_is_written_is_read_back_as_it_was():
    text = START + 'municipality: GM0851\nanswers: {D01: 40, D02: "12,50"}\n'
    casefile = read(text)

    assert casefile.municipality == "gm0851"
    assert casefile.answers["kosten_bankje"] == Amount(1250)
    assert read(json.dumps(write_dossier(casefile))) == casefile


def test_a_dossier_may_be_about_more_than_one_decision():
    text = "decisions: [bankje_kort, bankje_lang]\nanswers: {plan_ligt_er: nee}\n"
    both = read_dossier(text, library_of("gedeelde_vraag"), today=TODAY)

    assert [each.decision for each in both] == ["bankje_kort", "bankje_lang"]
    assert [each.answers["plan_ligt_er"] for each in both] == [NO, NO]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Bij het dossier horen regels als 'naam: waarde' te staan."),
        ("- a\n", "Bij het dossier horen regels"),
        ("answers: {}\n", "In het dossier ontbreekt 'decision'"),
        ("decision: getal_en_grans\n", "Bedoelde u 'getal_en_grens'?"),
        (
            "decision: a\ndecisions: [a]\n",
            "Noem 'decision' of 'decisions', niet allebei",
        ),
        (START + "answer: {}\n", "'answer' kennen wij niet in een dossier. Bedoelde u"),
        (START + "answers: [D01]\n", "Bij answers horen regels als"),
        (START + "answers: {D09: 4}\n", "Vraag 'D09' bestaat niet in getal_en_grens"),
        (START + "answers: {breedte: 4}\n", "Bedoelde u 'breedte_cm'?"),
        (START + "answers: {D01: breed}\n", "Vraag 'D01': 'breed' is geen heel getal"),
        (START + "answers: {D01: 4000}\n", "4000 valt buiten de grenzen"),
        (START + "answers: {D01: true}\n", "'true' is geen antwoord"),
        (START + "answers: {D01: [4]}\n", "Bij 'D01' hoort één antwoord, geen lijst"),
        (
            START + "answers: {D01: 4, breedte_cm: 5}\n",
            "heeft twee antwoorden: bij 'D01'",
        ),
        (
            START + "answers: {D01: no}\n",
            "Het dossier is niet te lezen. dossier:2 — 'no'",
        ),
        (START + "reference_date: 2026\n", "Zet de datum tussen aanhalingstekens"),
        (START + 'reference_date: "31-02-2026"\n', "is geen datum"),
        (START + "municipality: Veere\n", "'Veere' is geen gemeentecode"),
        (START + "costs: {iets: 4}\n", "'iets' is geen kostenpost."),
        ("{", "Het dossier is geen leesbare JSON (regel 1)."),
        (
            '{"decision": 1,\n "decision": 2}',
            "'decision' staat twee keer in het dossier",
        ),
        ('{"answers": {"D01": NaN}}', "'NaN' is geen antwoord."),
        ('{"answers": {"D01": ' + "9" * 5000 + "}}", "is geen leesbare JSON"),
        ('{"answers": {"\\ud800": 1}}', "is geen leesbare JSON"),
        ("[" * 100_000, "Het dossier is niet te lezen."),
        ('{"a":' * 100_000, "Het dossier is geen leesbare JSON"),
        ("x" * (LONGEST + 1), "Het dossier is groter dan 1000 kB."),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_guessed(text, message):
    assert message in refusal(text)


@pytest.fixture
def priced():
    """A library in which something has a price."""
    library = library_of("keuze")
    costs = Costs(items=(once("plaatsen_bankje"),))
    law = replace(library.decision("keuze"), costs=costs)
    return replace(library, decisions={"keuze": law})


def test_what_things_cost_is_kept_as_it_was_typed(priced):
    text = "decision: keuze\ncosts: {kosten.plaatsen_bankje: 500}\n"
    (casefile,) = read_dossier(text, priced, today=TODAY)
    again = read_dossier(json.dumps(write_dossier(casefile)), priced, today=TODAY)

    assert casefile.costs == {"kosten.plaatsen_bankje": "500"}
    assert again == (casefile,)


@pytest.mark.parametrize(
    ("costs", "message"),
    [
        ("{kosten.plaatsen_bank: 500}", "Bedoelde u 'kosten.plaatsen_bankje'?"),
        ("{kosten.plaatsen_bankje: true}", "hoort een bedrag, aantal of keuze."),
        ("{kosten.plaatsen_bankje: [5]}", "hoort een bedrag, aantal of keuze."),
        ("{kosten.plaatsen_bankje: veel}", "is geen bedrag"),
    ],
)
def test_a_cost_that_cannot_be_used_is_told(priced, costs, message):
    with pytest.raises(InputError) as refused:
        read_dossier(f"decision: keuze\ncosts: {costs}\n", priced, today=TODAY)

    assert message in str(refused.value)


@pytest.mark.parametrize("value", ["1.5", "null", "{}"])
def test_in_json_an_answer_is_one_word_or_whole_number(value):
    text = f'{{"decision": "getal_en_grens", "answers": {{"D01": {value}}}}}'

    assert "Bij 'D01' hoort één antwoord, geen lijst of kommagetal." in refusal(text)


def test_not_known_is_an_answer_too():
    folder = "onbekend_in_en_of"
    text = "decision: onbekend_in_en_of\nanswers: {D01: onbekend, D02: ja}\n"

    assert read(text, folder).answers == {
        "plan_ligt_er": DONT_KNOW,
        "plek_is_vrij": YES,
    }


@given(st.text(max_size=80))
def test_no_text_makes_the_reader_stumble(text):
    with pytest.raises(InputError):
        read_dossier(text, library_of("keuze"), today=TODAY)
