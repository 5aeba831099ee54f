"""A dossier that comes back as a file: read kindly, refused in words, whole or not at all."""

import json
from io import BytesIO

import pytest

from tests.wizard.pages.conftest import Page

PERSON = "Mevrouw De Vries is dement en woont op Kerkstraat 12"
LAW = "cameratoezicht"


@pytest.fixture
def bring(client):
    def send(data):
        if not isinstance(data, bytes):
            data = json.dumps(data).encode()
        proof = Page(client.get("/controleren")).proof
        files = {"bestand": (BytesIO(data), "dossier.json")}
        return client.post("/controleren/openen", data=proof | files)

    return send


@pytest.fixture
def taken(client):
    return lambda: json.loads(client.get("/delen/dossier.json").text)


def test_questions_may_be_named_by_number(bring, taken):
    back = bring({"decision": LAW, "answers": {"T01": "ja", "D20": 7}})

    assert back.status_code == 303
    assert taken()["answers"] == {
        "doel_openbare_orde": "ja",
        "bewaartermijn_dagen": "7",
    }


def test_old_answers_are_kept_as_given_and_read_as_of_today(bring, client):
    """Who knew after how many days images go, had a decision: told, and asked again."""
    bring({"decision": LAW, "answers": {"T01": "ja", "D20": 7}})
    page = Page(client.get(f"/{LAW}/overzicht"))

    assert "Dit lazen wij uit eerdere antwoorden" in page.text


@pytest.mark.parametrize(
    "data",
    [
        b"decision: cameratoezicht\nanswers:\n  T01: ja\n",
        b'\xef\xbb\xbf{"decision": "cameratoezicht", "answers": {"T01": "ja"}}',
        b"\xef\xbb\xbfdecision: cameratoezicht\nanswers: {T01: ja}\n",
    ],
)
def test_yaml_and_a_byte_order_mark_are_read(bring, taken, data):
    assert bring(data).status_code == 303
    assert taken()["answers"] == {"doel_openbare_orde": "ja"}


def test_doubts_and_papers_come_back_as_they_were(bring, taken):
    texts = {
        "twijfel_doel_openbare_orde": "ja",
        "cameratoezicht_toelichting": "Een tekst zonder personen.",
        "cameratoezicht_motie": '{"titel":["Een titel"],"mee":["toelichting"]}',
        "cameratoezicht_afweging": "wet_stelt_grenzen",
    }
    answers = {"doel_openbare_orde": "ja"}

    assert (
        bring({"decision": LAW, "answers": answers, "texts": texts}).status_code == 303
    )
    assert taken()["texts"] == texts


@pytest.mark.parametrize(
    "day", ["1 januari 2021", "1.1.2021", "1-1-2021", "2021-01-01"]
)
def test_a_reference_date_is_read_as_people_write_it(bring, taken, day):
    back = bring({"decision": LAW, "reference_date": day, "answers": {}})

    assert back.status_code == 303
    assert taken()["reference_date"] == "2021-01-01"


NOTED = {
    "subject": "camera’s Stationsplein",
    "place": "Stationsplein",
    "problem": "probleem:rondhangende_jongeren",
    "meeting": {"date": "10 december 2026", "item": "7b", "number": "RV-2026-113"},
    "remarks": {"waarvoor": "bron: raadsbrief van maart"},
}


def test_what_was_noted_comes_back(bring, taken):
    whole = {"format": 2, "decision": LAW, "answers": {"waarvoor": ["orde"]}}
    back = bring(whole | NOTED)
    again = taken()

    assert back.status_code == 303
    assert again["meeting"] == NOTED["meeting"] | {"date": "2026-12-10"}
    for key in ("subject", "place", "problem", "remarks"):
        assert again[key] == NOTED[key]


def test_papers_may_be_called_drafts(bring, taken):
    """A file of format 2 has them under that name; the engine takes it as well."""
    drafts = {"cameratoezicht_toelichting": "Een tekst zonder personen."}
    back = bring({"decision": LAW, "answers": {"T01": "ja"}, "drafts": drafts})

    assert back.status_code == 303
    assert taken()["texts"] == drafts


NEIGHBOURS = "woonoverlastverordening"


def test_a_day_that_has_yet_to_come_is_refused_as_on_the_form(bring):
    answers = {"fase_verordening": "geldt", "ingangsdatum_huidige_tekst": "1 juli 2090"}
    refused = bring({"decision": NEIGHBOURS, "answers": answers})

    assert refused.status_code == 422
    assert "1-7-2090 ligt na vandaag" in Page(refused).text
    assert "ingangsdatum_huidige_tekst" not in Page(refused).text


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({"remarks": {"waarvoor": PERSON}}, "In de opmerking bij ‘Waarvoor zijn"),
        ({"subject": PERSON}, "In het onderwerp: "),
        ({"place": PERSON}, "In de plek: "),
        ({"meeting": {"item": PERSON}}, "In het agendapunt: "),
        ({"meeting": {"number": "bel 06-12345678"}}, "In het nummer: "),
    ],
)
def test_a_refusal_names_the_field_as_a_person_knows_it(bring, extra, told):
    page = Page(bring({"decision": LAW, "answers": {"waarvoor": ["orde"]}} | extra))

    assert told in page.text
    assert "tekst:" not in page.text


def test_an_unknown_part_is_refused_with_a_guess(bring):
    refused = bring({"decision": LAW, "answers": {}, "refrence_date": "2021-01-01"})

    assert refused.status_code == 422
    assert "Bedoelde u ‘reference_date’" in Page(refused).text


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({"reference_date": "2015-06-01"}, "te vroeg voor"),
        ({"reference_date": "0001-01-01"}, "Vul een jaar in van 1851"),
        ({"municipality": "gm9999"}, "‘gm9999’ staat niet in de lijst"),
        ({"answers": {"T01": "ja\x00"}}, "een teken dat geen tekst is"),
        ({"answers": {"T01": "ja\u202e"}}, "een teken dat geen tekst is"),
        ({"answers": {"T01": "ja" * 200}}, "te lang"),
        ({"answers": {"D20": "²"}}, "geen heel getal"),
        ({"texts": {"t1": "Zomaar iets"}}, "hoort bij geen stuk"),
        ({"texts": {"T1": "Zomaar iets"}}, "hoort bij geen stuk"),
        ({"texts": {"evil key": "x"}}, "hoort bij geen stuk"),
        ({"texts": {"tekst:tekst:x": "x"}}, "hoort bij geen stuk"),
        ({"texts": {"twijfel:iets": "ja"}}, "hoort bij geen stuk"),
        ({"texts": {"cameratoezicht_toelichting": PERSON}}, "één woning"),
        ({"texts": {"cameratoezicht_eigen": "bel 06-12345678"}}, "telefoonnummer"),
        ({"texts": {"cameratoezicht_toelichting": "De heer Jansen"}}, "een naam"),
        ({"texts": {"cameratoezicht_motie": "geen json"}}, "niet te lezen"),
        ({"texts": {"cameratoezicht_motie": '{"mee": 1}'}}, "niet te lezen"),
        ({"texts": {"cameratoezicht_motie": "geen_json"}}, "niet te lezen"),
        ({"texts": {"cameratoezicht_motie_keuze": "geen_json"}}, "niet te lezen"),
        (
            {"texts": {"cameratoezicht_motie_keuze": r'{"titel": ["\ud800"]}'}},
            "niet te lezen",
        ),
        ({"texts": {"cameratoezicht_afweging": '{"mee": ["a"]}'}}, "niet te lezen"),
        (
            {"texts": {"cameratoezicht_motie": '{"titel":["De heer Jansen"]}'}},
            "een naam",
        ),
        ({"texts": {"cameratoezicht_eigen": "x" * 300}}, "te lang"),
    ],
)
def test_what_a_form_would_refuse_is_refused_and_leaves_no_dossier(
    bring, app, extra, told
):
    refused = bring({"decision": LAW, "answers": {"T01": "ja"}} | extra)

    assert refused.status_code == 422
    assert told in Page(refused).text
    assert app.extensions["raadwijzer"].dossiers.count() == 0


@pytest.mark.parametrize("choices", ["titel", "datum_begin", "feit", "eigen_aan"])
@pytest.mark.parametrize("kept", ["motie", "motie_keuze"])
def test_a_paper_opens_where_a_file_keeps_a_choice_of_nothing(
    bring, client, choices, kept
):
    texts = {
        f"{LAW}_{kept}": json.dumps({choices: [], "mee": ["eigen"]}),
        f"{LAW}_eigen": "Zo is het.",
    }
    bring({"decision": LAW, "answers": {"T01": "ja"}, "texts": texts})

    assert client.get(f"/{LAW}/stukken/motie").status_code == 200


def test_one_of_two_decisions_may_be_too_early(bring, client):
    names = [LAW, "woonoverlastverordening"]
    back = bring({"decisions": names, "reference_date": "2016-08-01"})

    assert back.status_code == 303
    assert back.location == f"/{LAW}/overzicht"
    for path in ("/", "/wissen", back.location):
        assert client.get(path).status_code == 200


def test_what_cannot_be_stored_leaves_no_empty_dossier_behind(dossiers):
    with pytest.raises(ValueError, match="not the key"):
        dossiers.create(
            (LAW,),
            reference_date=dossiers.now().date(),
            fingerprint="x",
            municipality=None,
            values={"Geen Sleutel": "ja"},
        )

    assert dossiers.count() == 0
