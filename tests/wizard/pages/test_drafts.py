"""Motie, amendement and questions: weigh, compose, check, take along."""

import json
import re

import pytest

from reports.clerk import FILE_NAME
from reports.draft import Part
from rules.content.competence import Severity

PAPERS = "/cameratoezicht/stukken"
ANSWERS = {"doel_openbare_orde": "ja", "einddatum_in_besluit": "nee"}
MOTION = {
    "titel": "Eerst meten, dan beslissen",
    "fracties": "Fractie Noord, Fractie Zuid",
    "vergadering": "1-2-2027",
    "lokaal": "nee",
    "feit": ["doel_openbare_orde"],
    "verzoek": ["onderbouwen_noodzaak"],
    "datum_onderbouwen_noodzaak": "1-7-2027",
}
FORMS = ("pdf", "docx", "odt", "html", "txt")


@pytest.fixture
def begun(begin):
    return begin(ANSWERS)


@pytest.fixture
def weighed(begun, send):
    return send(f"{PAPERS}/overwegingen", {"punt": ["wet_stelt_grenzen"]})


@pytest.fixture
def composed(weighed, send):
    return send(f"{PAPERS}/motie", MOTION)


def take(client, form, path=f"{PAPERS}/motie/controle", **changed):
    page = client.get(path).get_data(as_text=True)
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
    text = re.search(
        r"<textarea[^>]*name=\"tekst\"[^>]*>(.*?)</textarea>", page, re.DOTALL
    )[1]
    sent = {"csrf_token": token, "tekst": text, "vorm": form} | changed
    return client.post(path, data=sent)


def test_without_a_dossier_the_gate_comes_first(client):
    answer = client.get(PAPERS)

    assert answer.headers["Location"].endswith("/cameratoezicht/poort")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/overwegingen",
        "/motie",
        "/amendement",
        "/vragen-burgemeester",
        "/vragen-college",
        "/motie/controle",
        "/amendement/controle",
        "/vragen-college/controle",
    ],
)
def test_every_page_can_be_read(begun, visit, path):
    page = visit(f"{PAPERS}{path}")

    assert len(page.all("textarea[name]")) <= 4
    assert not page.all("input[checked]")


def test_an_unknown_paper_does_not_exist(begun, client):
    assert client.get(f"{PAPERS}/manifest").status_code == 404


def test_nothing_is_ready_before_the_weighing(begun, send, client):
    page = send(f"{PAPERS}/motie", MOTION)

    assert "Bekijk eerst de punten voor en tegen" in page.text
    assert take(client, "txt").status_code == 422


def test_no_point_may_be_taken_once_both_sides_were_seen(begun, send, client):
    send(f"{PAPERS}/overwegingen", {"geen": "ja"})
    send(f"{PAPERS}/motie", MOTION)

    assert take(client, "txt").status_code == 200


@pytest.mark.parametrize("sent", [{}, {"geen": "ja", "punt": ["wet_stelt_grenzen"]}])
def test_the_weighing_asks_for_one_of_both(begun, send, sent):
    page = send(f"{PAPERS}/overwegingen", sent, status=422)

    assert page.title.startswith("Fout:")


@pytest.mark.parametrize("form", FORMS)
def test_a_ready_paper_comes_in_every_form(composed, client, form):
    answer = take(client, form)
    name = re.search('filename="(.+)"', answer.headers["Content-Disposition"])[1]

    assert answer.status_code == 200
    assert FILE_NAME.match(name)
    assert len(name) <= 80


def test_the_motie_asks_the_burgemeester_and_cites_the_law(composed, client):
    text = take(client, "txt").get_data(as_text=True)

    assert "Verzoekt de burgemeester" in text
    assert "vóór 1 juli 2027" in text
    assert "en gaat over tot de orde van de dag." in text
    assert "Gemeentewet, artikel 151c" in text


def test_a_motie_can_be_foreign_to_the_agenda(weighed, send, client):
    send(f"{PAPERS}/motie", MOTION | {"agenda": "vreemd"})

    text = take(client, "txt").get_data(as_text=True)
    assert "Agendapunt:          vreemd aan de orde van de dag" in text


def test_own_words_stay_out_until_they_are_ticked(weighed, send, client):
    own = MOTION | {"plaats": "het plein bij het station, voorjaar 2026"}
    send(f"{PAPERS}/motie", own)
    assert "het plein" not in take(client, "txt").get_data(as_text=True)

    send(f"{PAPERS}/motie", own | {"mee": ["plaats"]})
    assert "het plein" in take(client, "txt").get_data(as_text=True)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("plaats", "Overlast bij mevrouw Jansen op Kerkstraat 12"),
        ("toelichting", "Bel 06-12345678"),
        ("plaats", "a" * 281),
        ("titel", "t" * 81),
        ("vergadering", "ooit"),
        ("bedrag", "veel"),
    ],
)
def test_what_cannot_stand_is_told_and_kept_in_its_field(weighed, send, field, text):
    sent = MOTION | {field: text, "verzoek": []}
    if field == "bedrag":
        sent |= {
            "eigen": "geld vrij te maken",
            "eigen_aan": "college",
            "mee": ["eigen"],
        }
    page = send(f"{PAPERS}/motie", sent, status=422)

    assert text in page.html.replace("&#39;", "'")
    assert page.all(f"a[href='#{field}']")


def test_a_request_to_the_wrong_body_is_held_back(weighed, send, client):
    own = {
        "eigen": "camera’s te plaatsen op het plein",
        "eigen_aan": "college",
        "mee": ["eigen"],
    }
    page = send(f"{PAPERS}/motie", MOTION | own)

    assert "Eerst oplossen" in page.text
    assert "verzoekt de burgemeester te onderzoeken of camera’s" in page.text
    assert take(client, "pdf").status_code == 422


def test_edited_text_is_checked_kept_and_only_taken_when_ticked(composed, client):
    text = (
        "Verzoekt de burgemeester:\n1. het cameratoezicht te evalueren vóór 1 mei 2027."
    )
    refused = take(client, "txt", tekst=text)

    assert refused.status_code == 422
    assert "evalueren vóór 1 mei 2027" in refused.get_data(as_text=True)
    taken = take(client, "txt", tekst=text, zo="ja")
    assert taken.status_code == 200
    assert "evalueren vóór 1 mei 2027" in taken.get_data(as_text=True)


def test_an_order_typed_later_is_found(composed, client):
    text = "Draagt de burgemeester op camera’s te plaatsen voor onbepaalde tijd."
    page = take(client, "", tekst=text).get_data(as_text=True)

    assert "Verzoeken, niet opdragen" in page
    assert "bepaalde duur" in page


def test_the_griffie_gets_fields_and_what_is_hers_stays_empty(composed, client, visit):
    page = visit(f"{PAPERS}/motie/controle")
    record = json.loads(client.get(f"{PAPERS}/motie/griffie.json").text)

    assert record["type"] == "motie"
    assert record["nummer"] is record["uitslag"] is record["archiefwaardering"] is None
    assert "kenmerk:" in page.one("#velden").text


def test_an_amendement_sets_old_beside_new(weighed, send, client):
    sent = {
        "voorstel": "Wijziging APV",
        "bestaand": "De burgemeester kan camera’s plaatsen.",
        "eigen": "De burgemeester kan camera’s plaatsen voor een bepaalde duur.",
        "mee": ["bestaand", "eigen"],
        "lokaal": "nee",
    }
    send(f"{PAPERS}/amendement", sent)
    answer = take(client, "html", f"{PAPERS}/amendement/controle")

    assert answer.status_code == 200
    assert "Bestaande tekst" in answer.get_data(as_text=True)


def test_questions_without_an_article_number_follow_the_own_rules(
    weighed, send, client, visit
):
    page = visit(f"{PAPERS}/vragen-burgemeester")
    first = page.all("input[name=vraag]")[0].get("value")
    send(f"{PAPERS}/vragen-burgemeester", {"vraag": [first], "lokaal": "onbekend"})
    path = f"{PAPERS}/vragen-burgemeester/controle"

    assert "Vragen volgens het reglement van orde." in take(client, "txt", path).text

    send(f"{PAPERS}/vragen-burgemeester", {"vraag": [first], "artikel": "40"})
    assert (
        "Vragen volgens artikel 40 van het reglement" in take(client, "txt", path).text
    )


def test_the_words_of_parts_and_severities_are_dutch():
    assert {one.value for one in Severity} == {"blokkeert", "waarschuwing", "tip"}
    assert Part.REQUEST == "verzoek"


def test_what_changed_and_the_way_back_cope_with_a_paper(composed, visit, client):
    page = visit("/wijzigingen")

    assert "{" not in page.one("main").text
    assert client.get("/cameratoezicht/advies").status_code == 200


def test_who_may_only_read_composes_nothing(composed, client, visit, send):
    link = send("/delen/leeslink", {}, ask="/delen")
    address = next(
        one.get("value")
        for one in link.all("input")
        if "/l/" in (one.get("value") or "")
    )
    other = client.application.test_client()
    other.get(address.removeprefix("http://localhost"))

    assert other.get(PAPERS).status_code == 403


def test_two_people_do_not_overwrite_each_other(composed, client):
    page = client.get(f"{PAPERS}/motie").get_data(as_text=True)
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
    old = {"csrf_token": token, "versie": "1", "titel": "Een andere titel"}

    answer = client.post(f"{PAPERS}/motie", data=old)

    assert answer.status_code == 409
    assert "Een andere titel" in answer.get_data(as_text=True)


def test_nothing_is_shown_of_a_paper_in_which_nothing_stands(begun, visit):
    page = visit(f"{PAPERS}/motie/controle")

    assert "Bekijk eerst de punten voor en tegen" in page.text
    assert not page.all("#tekst")
    assert "In orde." not in page.text
    assert page.one("a.utrecht-button").get("href").endswith("/stukken/motie")


def test_the_example_of_an_amendement_names_what_was_and_what_comes(weighed, send):
    old, new = "De camera’s blijven twee jaar.", "De camera’s blijven één jaar."
    sent = {"bestaand": old, "eigen": new, "mee": ["bestaand", "eigen"]}
    page = send(f"{PAPERS}/amendement", sent)

    assert f"Bestaande tekst: {old}" in page.text
    assert f"Nieuwe tekst: {new}" in page.text
