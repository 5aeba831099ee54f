"""A dossier file: what is in it counts, and what cannot be used is told."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.content.casefile import About, Meeting
from rules.content.costs import Costs
from rules.grammar.answers import DONT_KNOW, NO, YES, Amount, Choice, Number, Ticks
from rules.grammar.errors import InputError
from rules.grammar.strict_yaml import LONGEST
from rules.reading_casefile import FORMAT, read_dossier, write_dossier
from tests.rules.priced import once
from tests.rules.synthetic import library_of

TODAY = date(2026, 11, 21)
START = "decision: getal_en_grens\n"
OLD = "decision: vroeger\n"


def read(text, folder="getal_en_grens"):
    (casefile,) = read_dossier(text, library_of(folder), today=TODAY)
    return casefile


def refusal(text, folder="getal_en_grens"):
    with pytest.raises(InputError) as refused:
        read_dossier(text, library_of(folder), today=TODAY)
    return str(refused.value)


def test_a_dossier_reads_the_same_in_yaml_and_in_json():
    plain = (
        'decision: getal_en_grens\nreference_date: "2026-07-01"\n'
        "answers:\n  breedte_cm: 40\n"
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
    text = (
        START
        + 'municipality: GM0851\nsubject: "Bankje"\nplace: "Markt"\nproblem: "moe"\n'
        + 'meeting: {date: "2026-12-01", item: "7", number: "Z-12"}\n'
        + "doubtful: [breedte_cm]\nremarks: {breedte_cm: 'bron: tekening'}\n"
        + 'answers: {breedte_cm: 40, kosten_bankje: "12,50"}\n'
    )
    casefile = read(text)

    assert casefile.municipality == "gm0851"
    assert casefile.answers["kosten_bankje"] == Amount(1250)
    assert casefile.about == About(
        "Bankje", "Markt", "moe", Meeting(date(2026, 12, 1), "7", "Z-12")
    )
    assert casefile.doubtful == {"breedte_cm"}
    assert casefile.remarks == {"breedte_cm": "bron: tekening"}
    written = write_dossier(casefile)
    assert written["format"] == FORMAT
    assert read(json.dumps(written)) == casefile


def test_ticks_are_a_list_or_words_with_commas():
    lists = read(
        "decision: vinkjes\nanswers: {waarvoor: [praten, zitten]}\n", "vinkjes"
    )
    words = read(
        "decision: vinkjes\nanswers: {waarvoor: 'zitten, praten'}\n", "vinkjes"
    )

    assert lists == words
    assert lists.answers == {"waarvoor": Ticks(("zitten", "praten"))}
    assert write_dossier(lists)["answers"] == {"waarvoor": ["zitten", "praten"]}


def test_a_dossier_may_be_about_more_than_one_decision():
    text = "decisions: [bankje_kort, bankje_lang]\nanswers: {plan_ligt_er: nee}\n"
    both = read_dossier(text, library_of("gedeelde_vraag"), today=TODAY)

    assert [each.decision for each in both] == ["bankje_kort", "bankje_lang"]
    assert [each.answers["plan_ligt_er"] for each in both] == [NO, NO]


# --- format 1 -----------------------------------------------------------------


@pytest.mark.parametrize("name", ["D01", "ligt_er_een_plan", "plan_ligt_er"])
def test_a_question_goes_by_its_id_of_now_or_before_or_its_old_number(name):
    found = read(f"{OLD}answers: {{{name}: ja}}\n", "vroeger")

    assert found.answers == {"plan_ligt_er": YES}


@pytest.mark.parametrize("name", ["D04", "D05", "niet_voor_reclame"])
def test_every_number_of_an_old_question_is_known(name):
    found = read(f"{OLD}answers: {{{name}: nee}}\n", "vroeger")

    assert found.answers == {"waarvoor": Ticks(("reclame",))}


def test_what_counts_no_more_is_told_and_no_reason_to_refuse():
    found = read(f"{OLD}format: 1\nanswers: {{D09: ja, D07: 40}}\n", "vroeger")
    (lost,) = found.untranslated
    (told,) = found.translated

    assert (lost.ref, lost.question, lost.answer) == ("D09", "Is het mooi?", "ja")
    assert (told.question, found.answers["formaat"]) == ("formaat", Choice("klein"))


def test_doubts_and_remarks_follow_an_old_question_to_where_it_lives_on():
    text = f"{OLD}doubtful: [D08, D09]\nremarks: {{D02: 'verfblik'}}\n"
    found = read(text, "vroeger")

    assert found.doubtful == {"formaat", "is_geverfd"}
    assert found.remarks == {"verf_is_giftig": "verfblik"}


def test_old_answers_that_clash_come_along():
    found = read(f"{OLD}answers: {{D07: 300, D03: ja}}\n", "vroeger")

    assert [each.ask for each in found.clashes] == ["formaat"]


# --- bad input ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Bij het dossier horen regels als 'naam: waarde' te staan."),
        ("- a\n", "Bij het dossier horen regels"),
        ("answers: {}\n", "In het dossier ontbreekt 'decision'"),
        ("decisions: []\n", "In het dossier ontbreekt 'decision'"),
        ("decisions: getal_en_grens\n", "In het dossier ontbreekt 'decision'"),
        ("decision: getal_en_grans\n", "Bedoelde u 'getal_en_grens'?"),
        (
            "decision: a\ndecisions: [a]\n",
            "Noem 'decision' of 'decisions', niet allebei",
        ),
        (
            START + "format: 3\n",
            "heeft format 3. Raadwijzer leest format 1 tot en met 2.",
        ),
        (START + "format: twee\n", "Dit dossier heeft format twee."),
        (START + "answer: {}\n", "'answer' kennen wij niet in een dossier. Bedoelde u"),
        (START + "answers: [D01]\n", "Bij answers horen regels als"),
        (START + "answers: {D09: 4}\n", "Vraag 'D09' bestaat niet in getal_en_grens"),
        (START + "answers: {breedte: 4}\n", "Bedoelde u 'breedte_cm'?"),
        (
            START + "answers: {breedte_cm: breed}\n",
            "Vraag 'breedte_cm': 'breed' is geen heel getal",
        ),
        (START + "answers: {breedte_cm: 4000}\n", "4000 valt buiten de grenzen"),
        (START + "answers: {breedte_cm: true}\n", "hoort één antwoord"),
        (START + "answers: {breedte_cm: [4]}\n", "hoort één antwoord, geen lijst"),
        (
            START + "answers: {breedte_cm: no}\n",
            "Het dossier is niet te lezen. dossier:2 — 'no'",
        ),
        (START + "reference_date: 2026\n", "Zet de datum tussen aanhalingstekens"),
        (START + 'reference_date: "31-02-2026"\n', "is geen datum"),
        (START + "municipality: Veere\n", "'Veere' is geen gemeentecode"),
        (START + "costs: {iets: 4}\n", "'iets' is geen kostenpost."),
        (
            START + "doubtful: breedte_cm\n",
            "Bij 'doubtful' hoort een lijst van vragen.",
        ),
        (START + "doubtful: [4]\n", "Bij 'doubtful' hoort een lijst van vragen."),
        (START + "doubtful: [breedte]\n", "Bedoelde u 'breedte_cm'?"),
        (START + "remarks: [a]\n", "Bij remarks horen regels als"),
        (START + "remarks: {breedte: a}\n", "Bedoelde u 'breedte_cm'?"),
        (START + "remarks: {breedte_cm: [a]}\n", "horen een paar woorden."),
        (
            START + f"remarks: {{breedte_cm: {'a' * 141}}}\n",
            "staan 141 tekens. Maak er ten hoogste 140 van.",
        ),
        (START + f"subject: {'a' * 81}\n", "Bij 'subject' staan 81 tekens."),
        (START + "subject: [a]\n", "Bij 'subject' horen een paar woorden."),
        (START + "meeting: morgen\n", "Bij meeting horen regels als"),
        (START + "meeting: {dag: 1}\n", "'dag' kennen wij niet bij meeting."),
        (START + 'meeting: {date: "32-01-2026"}\n', "is geen datum"),
        (START + "meeting: {date: 2026}\n", "Zet de datum tussen aanhalingstekens"),
        ("{", "Het dossier is geen leesbare JSON (regel 1)."),
        (
            '{"decision": 1,\n "decision": 2}',
            "'decision' staat twee keer in het dossier",
        ),
        ('{"answers": {"D01": NaN}}', "'NaN' is geen antwoord."),
        ('{"answers": {"D01": ' + "9" * 5000 + "}}", "is geen leesbare JSON"),
        ('{"answers": {"\\ud800": 1}}', "is geen leesbare JSON"),
        ('{"decision": "getal_en_grens", "format": [1]}', "heeft format [1]"),
        ('{"decision": "getal_en_grens", "format": {"a": 1}}', "heeft format {'a'"),
        ("[" * 100_000, "Het dossier is niet te lezen."),
        ('{"a":' * 100_000, "Het dossier is geen leesbare JSON"),
        ("x" * (LONGEST + 1), "Het dossier is groter dan 1000 kB."),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_guessed(text, message):
    assert message in refusal(text)


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ("{D01: ja, ligt_er_een_plan: nee}", "heeft twee antwoorden: bij 'D01' en bij"),
        ("{D01: misschien}", "Vraag 'D01': 'misschien' is geen antwoord."),
        ("{D06: breed}", "Vraag 'D06': 'breed' is geen heel getal."),
        ("{D08: roze}", "Vraag 'D08': 'roze' staat niet in de lijst"),
        ("{D99: ja}", "Vraag 'D99' bestaat niet in vroeger. Bedoelde u 'D09'?"),
        ("{waarvoor: [zitten, weet]}", "Dat past niet bij elkaar"),
        ("{waarvoor: []}", "Kies ten minste één antwoord."),
    ],
)
def test_an_old_answer_that_could_not_be_is_told(answers, message):
    assert message in refusal(f"{OLD}answers: {answers}\n", "vroeger")


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
    text = f'{{"decision": "getal_en_grens", "answers": {{"breedte_cm": {value}}}}}'

    assert "hoort één antwoord, geen lijst of kommagetal." in refusal(text)


def test_not_known_is_an_answer_too():
    folder = "onbekend_in_en_of"
    text = (
        f"decision: {folder}\nanswers: {{plan_ligt_er: onbekend, plek_is_vrij: ja}}\n"
    )

    assert read(text, folder).answers == {
        "plan_ligt_er": DONT_KNOW,
        "plek_is_vrij": YES,
    }


@given(st.text(max_size=80))
def test_no_text_makes_the_reader_stumble(text):
    with pytest.raises(InputError):
        read_dossier(text, library_of("keuze"), today=TODAY)


@given(
    st.dictionaries(
        st.sampled_from(
            ["decision", "format", "answers", "remarks", "meeting", "doubtful"]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=6),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["D01", "date", "vroeger"]), inner, max_size=3
                )
            ),
            max_leaves=6,
        ),
    )
)
def test_no_shape_makes_the_reader_stumble(whole):
    text = json.dumps({"decision": "vroeger", **whole})
    with suppress(InputError):  # the only error that it may raise
        read_dossier(text, library_of("vroeger"), today=TODAY)
