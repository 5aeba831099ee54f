"""What a dossier is about, and a remark beside an answer: kept, shown, printed, taken along."""

import json
import re
from io import BytesIO

import pytest

from tests.wizard.pages.conftest import Page

HERE = "/cameratoezicht"
PERSON = "Overlast door de heer Jansen"
ABOUT = {
    "onderwerp": "Camera’s Stationsplein",
    "plek": "Stationsplein",
    "gemeente": "Woerden",
    "vergadering": "10-12-2026",
    "agendapunt": "7b",
    "nummer": "RV-2026-113",
}
SOURCE = "bron: raadsbrief 12 maart, blz. 3"
ASKED = "plek_vrij_toegankelijk"
REMARK = f"{HERE}/opmerking/{ASKED.replace('_', '-')}"
OVERVIEW = f"{HERE}/overzicht"
NAME = "Camera’s Stationsplein · Stationsplein · Woerden"


@pytest.fixture
def begun(begin):
    return begin({"fase": "voorstel", ASKED: "ja"})


@pytest.fixture
def named(begun, send):
    return send("/waarover", ABOUT)


@pytest.fixture
def remarked(begun, send):
    return send(REMARK, {"opmerking": SOURCE}, ask=f"{OVERVIEW}?opmerking={ASKED}")


@pytest.fixture
def texts(app):
    """Give every text that the storage holds, also of before."""

    def read():
        engine = app.extensions["raadwijzer"].dossiers.engine
        with engine.connect() as connection:
            rows = connection.exec_driver_sql("select key, value from entry").all()
            rows += connection.exec_driver_sql("select key, new from revision").all()
        return str(rows)

    return read


def row_of(page, question):
    return page.one(f"#antwoord-{question}")


# --- what it is about ---------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [OVERVIEW, f"{HERE}/beeld", f"{HERE}/kort", "/delen", f"{HERE}/stukken"]
)
def test_the_subject_and_the_place_stand_on_every_page(named, visit, path):
    assert visit(path).one(".rw-balk strong").text.startswith(NAME)


def test_the_first_picture_asks_it_once_and_comes_back(begun, visit, send):
    fold = visit(f"{HERE}/beeld").one("form[action='/waarover']")
    assert {one.get("id") for one in fold.all("input[type=text]")} == {
        *("onderwerp", "plek", "gemeente")
    }

    page = send(
        "/waarover",
        {"onderwerp": "Rust op het plein", "terug": "cameratoezicht"},
        ask=f"{HERE}/beeld",
    )

    assert page.heading == "Uw eerste beeld"
    assert "Rust op het plein" in page.one(".rw-balk strong").text
    assert not page.all("form[action='/waarover']")


def test_a_field_that_was_not_sent_stays_and_an_empty_one_goes(named, visit, send):
    page = send("/waarover", {"onderwerp": "Rust op het plein", "plek": ""})

    assert page.one("#onderwerp").get("value") == "Rust op het plein"
    assert page.one("#plek").get("value") == ""
    assert page.one("#gemeente").get("value") == "Woerden"
    assert page.one("#vergadering").get("value") == "10 december 2026"
    assert page.one("#nummer").get("value") == "RV-2026-113"


@pytest.mark.parametrize("field", ["onderwerp", "plek", "agendapunt", "nummer"])
@pytest.mark.parametrize("said", [PERSON, "x" * 81, "Kerkstraat 12"])
def test_a_person_or_too_much_is_refused_and_nothing_is_kept(
    begun, send, texts, field, said
):
    before = texts()
    page = send("/waarover", ABOUT | {field: said}, status=422)

    assert page.title.startswith("Fout:")
    assert page.all(f"#{field}-fout")
    assert page.one(f"#{field}").get("value") == said
    assert page.one("#onderwerp").get("value") == (
        said if field == "onderwerp" else ABOUT["onderwerp"]
    )
    assert texts() == before


def test_no_day_is_guessed(begun, send):
    page = send("/waarover", {"vergadering": "volgende week"}, status=422)

    assert "is geen datum" in page.one("#vergadering-fout").text


def test_the_old_address_of_the_municipality_leads_here(begun, client):
    assert client.get("/gemeente").headers["Location"] == "/waarover"


# --- on paper -----------------------------------------------------------------------


def test_the_memo_and_its_file_are_named_after_it(named, client):
    answer = client.get(f"{HERE}/memo.html")
    text = client.get(f"{HERE}/dossier.txt").text
    name = answer.headers["Content-Disposition"]

    assert name.endswith('"memo-camera-s-stationsplein-woerden-2026-11-21.html"')
    assert "Camera’s Stationsplein, Stationsplein, Woerden" in text
    for key, value in (
        ("Besluit", "Camera’s op straat"),
        ("Raadsvergadering", "10 december 2026"),
        ("Agendapunt", "7b"),
        ("Nummer", "RV-2026-113"),
    ):
        assert re.search(rf"{key}:?\s+{value}", text), key


@pytest.mark.parametrize("paper", ["motie", "amendement", "vragen"])
def test_a_paper_under_way_is_about_it_too(named, client, visit, paper):
    page = visit(f"{HERE}/stukken/{paper}/controle")
    record = json.loads(client.get(f"{HERE}/stukken/{paper}/griffie.json").text)

    assert "Camera’s Stationsplein" in page.text
    assert (record["nummer"], record["agendapunt"]) == ("RV-2026-113", "7b")
    assert record["datum"] == "2026-12-10"
    assert "_camera-s-stationsplein_woerden_" in record["bestand"]


# --- a remark -----------------------------------------------------------------------


def test_a_remark_is_written_beside_its_answer(begun, visit):
    asked = visit(f"{OVERVIEW}?opmerking={ASKED.replace('_', '-')}")

    field = row_of(asked, ASKED).one("input#opmerking")
    assert field.get("maxlength") == "140"
    assert "Wie dit dossier meeleest, ziet dit ook." in row_of(asked, ASKED).text
    assert len(asked.all("input#opmerking")) == 1


def test_a_remark_stands_beside_the_answer_on_page_and_paper(remarked, client):
    assert remarked.heading == "Uw antwoorden"
    assert row_of(remarked, ASKED).one(".rw-rij__opmerking").text == SOURCE
    assert f"ja ({SOURCE})" in " ".join(client.get(f"{HERE}/dossier.txt").text.split())


def test_an_empty_remark_takes_it_away(remarked, send):
    page = send(REMARK, {"opmerking": " "}, ask=f"{OVERVIEW}?opmerking={ASKED}")

    assert not page.all(".rw-rij__opmerking")


@pytest.mark.parametrize(
    ("said", "told"), [(PERSON, "een naam"), ("x" * 141, "ten hoogste 140")]
)
def test_a_remark_with_a_person_or_too_much_is_refused(begun, send, texts, said, told):
    ask = f"{OVERVIEW}?opmerking={ASKED}"
    before = texts()
    page = send(REMARK, {"opmerking": said}, ask=ask, status=422)

    assert told in row_of(page, ASKED).one("#opmerking-fout").text
    assert row_of(page, ASKED).one("#opmerking").get("value") == said
    assert texts() == before


def test_what_was_not_answered_has_no_remark(begun, send):
    ask, path = f"{OVERVIEW}?opmerking={ASKED}", f"{HERE}/opmerking/dpia-gedaan"

    assert send(path, {"opmerking": "a"}, ask=ask, status=404).status == 404


def test_who_reads_along_sees_it_and_cannot_write_one(remarked, send, app, follow):
    shared = send("/delen/leeslink", {}, ask="/delen")
    link = shared.all(".rw-sleutel input")[-1].get("value")
    reader = app.test_client()
    follow(reader, link)
    page = Page(reader.get(f"{OVERVIEW}?opmerking={ASKED}"))

    assert row_of(page, ASKED).one(".rw-rij__opmerking").text == SOURCE
    assert not page.all("main form, main a[href*='opmerking']")


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({"plek": "Stationsplein"}, "cameratoezicht-stationsplein"),
        ({"onderwerp": "Camera’s", "plek": "Stationsplein"}, "camera-s-stationsplein"),
        (ABOUT, "camera-s-stationsplein-woerden"),
    ],
)
def test_a_file_is_named_by_subject_and_place(begun, send, client, about, words):
    send("/waarover", about)
    for kind in ("memo", "dossier"):
        given = client.get(f"{HERE}/{kind}.html").headers["Content-Disposition"]
        assert f'filename="{kind}-{words}-2026-11-21.html"' in given


def test_the_changes_are_told_in_words(named, remarked, visit):
    text = visit("/wijzigingen").text

    assert "Onderwerp" in text
    assert "Opmerking bij ‘" in text
    assert SOURCE in text


# --- taken along --------------------------------------------------------------------


def test_all_of_it_goes_along_in_the_file_and_comes_back(
    named, remarked, client, visit
):
    taken = json.loads(client.get("/delen/dossier.json").data)
    assert taken["subject"] == ABOUT["onderwerp"]
    assert taken["place"] == ABOUT["plek"]
    assert taken["meeting"] == {
        "date": "2026-12-10",
        "item": "7b",
        "number": "RV-2026-113",
    }
    assert taken["remarks"] == {ASKED: SOURCE}
    assert "texts" not in taken

    back = bring(client, visit, taken)
    again = json.loads(client.get("/delen/dossier.json").data)

    assert back.status_code == 303
    for key in ("subject", "place", "meeting", "remarks", "municipality", "answers"):
        assert again[key] == taken[key]


@pytest.mark.parametrize(
    "extra",
    [
        {"subject": PERSON},
        {"place": "Kerkstraat 12"},
        {"problem": PERSON},
        {"meeting": {"number": "123456782"}},
        {"remarks": {ASKED: PERSON}},
        {"remarks": {ASKED: "één\nregel\u202e"}},
        {"remarks": {ASKED: "x" * 141}},
    ],
)
def test_a_file_is_refused_as_a_form_is(client, visit, app, extra):
    whole = {"decision": "cameratoezicht", "answers": {ASKED: "ja"}, **extra}
    back = bring(client, visit, whole)

    assert back.status_code == 422
    assert app.extensions["raadwijzer"].dossiers.count() == 0


def bring(client, visit, whole):
    files = {"bestand": (BytesIO(json.dumps(whole).encode()), "dossier.json")}
    data = {"csrf_token": visit("/controleren").token, **files}
    return client.post("/controleren/openen", data=data)


@pytest.mark.parametrize(
    ("decision", "subject"),
    [
        ("damocles", "Sluiten van de woning aan de Markt 3"),
        ("damocles", "Sluiting van één woning aan de Dorpsstraat"),
        ("coffeeshop", "Sluiting café De Hoek"),
        ("bibob", "Bibob-toets bouwbedrijf Jansen BV"),
        ("gebiedsverbod_controle", "Gebiedsverbod voor een jongen van 16"),
    ],
)
def test_a_subject_of_one_case_is_refused_with_where_to_go(
    begin, send, library, decision, subject
):
    law = library.decisions[decision]
    begin({law.questions[0].id: "onbekend"}, decision=decision)
    page = send("/waarover", {"onderwerp": subject}, status=422)

    assert "één pand, bedrijf of persoon" in page.text
    assert law.gate.refer[0] in page.text


# --- what a PDF cannot show -----------------------------------------------------------


@pytest.mark.parametrize("field", ["onderwerp", "plek", "agendapunt", "nummer"])
def test_a_sign_without_a_letter_is_told_where_it_was_typed(begun, send, field):
    page = send(
        "/waarover",
        {field: "中 plein", "terug": "cameratoezicht"},
        ask=f"{HERE}/beeld",
    )

    assert page.heading == "Waar gaat het over?"
    assert "geen letter voor 中" in page.one(f"#{field}-hulp").text


def test_a_remark_tells_it_too(begun, send):
    page = send(REMARK, {"opmerking": "😀 goed"}, ask=f"{OVERVIEW}?opmerking={ASKED}")

    assert "geen letter voor 😀" in row_of(page, ASKED).text


def test_a_mark_that_turns_text_is_not_kept(begun, send, texts):
    page = send("/waarover", {"onderwerp": "plein \u202enielp"})

    assert page.one("#onderwerp").get("value") == "plein nielp"
    assert "\u202e" not in texts()
