"""Motie, amendement and questions: ready at once, edited, checked, taken along."""

import io
import json
import re
import time

import pypdfium2
import pytest

from reports.council.griffie import FILE_NAME
from reports.council.paper import PaperPart
from reports.formats.print_pool import PrinterBusyError
from rules.content.competence import FindingSeverity
from tests.law import LIBRARY
from wizard.keeping.dossier import text_key

PAPERS = "/cameratoezicht/stukken"
QUESTIONS, MOTION = f"{PAPERS}/vragen", f"{PAPERS}/motie"
AMENDMENT = f"{PAPERS}/amendement"
ANSWERS = {
    "fase": "besluit",
    "waarvoor": ["orde"],
    "einddatum_in_besluit": "nee",
    "bewaartermijn_dagen": "7",
    "incidenten_twaalf_maanden": "12",
}
FORMS = ("pdf", "docx", "odt", "html", "txt")


@pytest.fixture
def begun(begin):
    return begin(ANSWERS)


def fields_of(page):
    """Give what the form of a page would send, as it stands."""
    found = {}
    for one in page.all("main input, main textarea, main select"):
        name, kind = one.get("name"), one.get("type")
        ticks = kind in ("checkbox", "radio") and one.get("checked") is None
        if name is None or ticks:
            continue
        found.setdefault(name, []).append(value_of(one))
    return found


def value_of(one):
    if one.tag == "select":
        return one.one("option[selected]").get("value")
    return one.get("value") if one.tag == "input" else raw(one)


def raw(one):
    return "".join(one.element.itertext()).removeprefix("\n")


@pytest.fixture
def press(client, visit):
    """Press a button of a paper, with the fields as they stand but for what is changed."""

    def push(path, changed=None, **button):
        sent = fields_of(visit(path)) | (changed or {}) | button
        return client.post(path, data=sent)

    return push


def told(answer):
    return answer.get_data(as_text=True)


def printed(answer):
    pdf = pypdfium2.PdfDocument(io.BytesIO(answer.data))
    pages = [page.get_textpage().get_text_range() for page in pdf]
    return [" ".join(text.split()) for text in pages]


def test_without_a_dossier_the_gate_comes_first(client):
    answer = client.get(PAPERS)

    assert answer.headers["Location"].endswith("/cameratoezicht/poort")


@pytest.mark.parametrize(
    "path",
    [
        *("", "/vragen", "/motie", "/amendement"),
        *("/vragen/controle", "/motie/controle", "/amendement/controle"),
    ],
)
def test_every_page_can_be_read(begun, visit, path):
    assert visit(f"{PAPERS}{path}").one("h1").text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("vragen-burgemeester", "/stukken/vragen"),
        ("vragen-college", "/stukken/vragen"),
        ("overwegingen", "/stukken/motie#punt"),
    ],
)
def test_an_address_of_before_leads_on(begun, client, old, new):
    answer = client.get(f"{PAPERS}/{old}")

    assert answer.status_code == 301
    assert answer.headers["Location"].endswith(new)


def test_an_unknown_paper_does_not_exist(begun, client):
    assert client.get(f"{PAPERS}/manifest").status_code == 404


# --- questions: two taps -------------------------------------------------------


def test_three_questions_lie_ready_each_with_why_and_an_article(begun, visit):
    page = visit(QUESTIONS)
    filled = page.all(".rw-stuk__deel > .rw-stuk__invoer")

    assert len(filled) == 3
    assert any("Dit telt, want" in one.text for one in filled)
    assert any("artikel 151c" in one.text for one in filled)
    assert not page.all("input[type=checkbox][checked]")


def test_the_pdf_of_the_questions_comes_at_one_tap(begun, press, visit):
    asked = [raw(one) for one in visit(QUESTIONS).all("textarea[name^=vraag_]")]
    answer = press(QUESTIONS, vorm="pdf")
    (text,) = printed(answer)

    assert answer.content_type == "application/pdf"
    assert all(one in text for one in asked if one)
    assert "Vragen aan de burgemeester:" in text


def test_more_questions_are_grouped_by_body_and_one_tap_away(begun, press, visit):
    page = visit(QUESTIONS)
    headings = [one.text for one in page.all(".rw-stuk__deel details details summary")]
    ready = page.all("button[name=erbij]")
    mark, text = ready[0].get("value"), ready[0].text.removeprefix("Zet erbij: ")

    assert [re.sub(r" \d+ klaar", "", one) for one in headings] == [
        "Aan de burgemeester",
        "Aan het college van burgemeester en wethouders",
    ]
    answer = press(QUESTIONS, erbij=mark)
    assert answer.headers["Location"].endswith("/vragen#vragen")
    page = visit(QUESTIONS)
    assert text in [raw(one) for one in page.all("textarea[name^=vraag_]")]
    assert mark not in [one.get("value") for one in page.all("button[name=erbij]")]


def test_a_question_is_taken_out_edited_and_put_to_another_body(begun, press, visit):
    press(QUESTIONS, weg="2")
    edited = {"vraag_1": "Hoeveel kost dit per jaar?", "aan_1": "college"}
    press(QUESTIONS, edited)
    page = visit(QUESTIONS)
    kept = fields_of(page)

    assert kept["vraag_1"] == ["Hoeveel kost dit per jaar?"]
    assert kept["aan_1"] == ["college"]
    assert kept["vraag_2"] != [""]
    assert len(page.all(".rw-stuk__deel > .rw-stuk__invoer")) == 2
    text = told(press(QUESTIONS, vorm="txt"))
    assert "Aan:                 het college van burgemeester en wethouders en" in text


def test_what_lay_ready_is_not_kept_and_follows_the_answers(begin, begun, press, visit):
    before = fields_of(visit(QUESTIONS))["vraag_1"]
    press(QUESTIONS, vorm="pdf")
    begin({"einddatum_in_besluit": "ja"})

    assert fields_of(visit(QUESTIONS))["vraag_1"] != before


def test_the_text_to_copy_is_what_stands_in_the_form_and_keeps_nothing(
    begun, press, visit
):
    changed = {"vraag_1": "Wat kost dit, en wie betaalt het?"}
    answer = press(QUESTIONS, changed, vorm="kopie")

    assert answer.content_type.startswith("text/plain")
    assert "1. Wat kost dit, en wie betaalt het?" in told(answer)
    assert changed["vraag_1"] not in visit(QUESTIONS).html


def test_the_number_of_an_article_is_taken_over(begun, press):
    assert "Vragen volgens het reglement van orde." in told(
        press(QUESTIONS, vorm="txt")
    )
    text = told(press(QUESTIONS, {"artikel": "40"}, vorm="txt"))
    assert "Vragen volgens artikel 40 van het reglement" in text


# --- a motie -------------------------------------------------------------------


def test_a_motie_lies_ready_in_the_form_of_a_council(begun, press):
    (text,) = printed(press(MOTION, {"vergadering": "1-2-2027"}, vorm="pdf"))
    order = (
        "constaterende het volgende:",
        "Op papier staat niet tot wanneer",
        "verzoekt de burgemeester:",
        "en gaat over tot de orde van de dag.",
    )

    assert [text.index(one) for one in order] == sorted(
        text.index(one) for one in order
    )
    assert "Aanhef" not in text
    assert "Slot" not in text


def test_at_most_five_facts_lie_ready_and_the_rest_is_folded_by_chapter(begun, visit):
    page = visit(MOTION)
    ticked = page.all("#feit input[type=checkbox][checked]")

    assert 1 <= len(ticked) <= 5
    assert not page.all("#feit details input[checked]")
    assert all(one.text for one in page.all("#feit legend"))


def test_a_count_says_who_counted_and_when(begun, press):
    said = {"wie_incidenten_twaalf_maanden": "De politie"}
    said |= {"wanneer_incidenten_twaalf_maanden": "mei 2025 tot mei 2026"}
    text = " ".join(told(press(MOTION, vorm="txt")).split())
    assert (
        "Volgens de opsteller waren er hier 12 incidenten in twaalf maanden "
        "(stand 21 november 2026)." in text
    )

    text = " ".join(told(press(MOTION, said, vorm="txt")).split())
    assert (
        "Volgens de politie waren er hier 12 incidenten in twaalf maanden "
        "(mei 2025 tot mei 2026)." in text
    )


def test_requests_come_from_repairs_and_the_body_with_the_power_first(begun, visit):
    kept = fields_of(visit(MOTION))

    assert kept["verzoek_1"] == ["een einddatum in het besluit op te nemen"]
    assert kept["aan_1"] == ["burgemeester"]


def test_no_consideration_is_ticked_beforehand_and_both_sides_are_equally_long(
    begun, visit
):
    page = visit(MOTION)
    sides = page.all("#punt > fieldset")
    counts = [len(side.all("input")) for side in sides]

    assert [side.one("legend").text for side in sides] == ["Voor", "Tegen"]
    assert counts[0] == counts[1] > 0
    assert not page.all("#punt input[checked]")


def test_a_request_that_cannot_is_told_beside_it_and_holds_the_paper_back(
    begun, press, visit
):
    wrong = {"verzoek_1": "camera’s te plaatsen op het plein", "aan_1": "college"}
    answer = press(MOTION, wrong, vorm="pdf")
    page = visit(MOTION)

    assert answer.status_code == 303
    assert answer.headers["Location"].endswith("/motie/controle")
    assert "Verzoek 1 kan zo niet." in page.one("#stand").text
    assert "Kan niet." in page.all(".rw-stuk__uitslag")[0].text
    look = visit(f"{MOTION}/controle")
    assert "Dit stuk kan zo nog niet mee." in look.text
    assert not look.all("button[name=vorm]")


def test_what_was_not_judged_goes_along_once_it_is_ticked_and_the_paper_says_so(
    begun, press, visit
):
    unknown = {"verzoek_1": "de zwaluwen op het plein te koesteren"}
    assert press(MOTION, unknown, vorm="pdf").status_code == 303
    look = f"{MOTION}/controle"
    assert "Verzoek 1: dit konden wij niet beoordelen." in visit(look).text

    refused = press(look, vorm="txt")
    assert refused.status_code == 422
    assert "Vink aan dat u die aan de griffie voorlegt" in told(refused)
    text = " ".join(told(press(look, vorm="txt", griffie="ja")).split())
    assert (
        "Raadwijzer kon verzoek 1 niet beoordelen. De indiener legt dat voor aan de "
        "griffie." in text
    )


def test_edits_and_ticks_stay_while_one_goes_back_and_forth(begun, press, visit):
    changed = {
        "feit": ["bewaartermijn_dagen"],
        "punt": ["wet_stelt_grenzen"],
        "verzoek_1": "de raad vóór 1 maart 2027 cijfers te geven over de overlast",
        "plaats": "het Stationsplein, vrijdag na 22 uur",
        "fracties": "Fractie Noord",
    }
    press(MOTION, changed)
    visit(f"{MOTION}/controle")
    visit(QUESTIONS)
    kept = fields_of(visit(MOTION))

    assert {key: kept[key] for key in ("feit", "punt")} == {
        key: changed[key] for key in ("feit", "punt")
    }
    for key in ("verzoek_1", "plaats", "fracties"):
        assert kept[key] == [changed[key]]


def test_the_check_tells_what_was_written_and_what_was_left_out(begun, press, visit):
    press(MOTION, {"verzoek_1": "de raad te berichten", "plaats": "het plein"})
    page = visit(f"{MOTION}/controle")

    assert "Zelf geschreven of aangepast: verzoek 1 en de plaats." in page.text
    assert re.search(r"niet in het stuk: .*\d+ overwegingen", page.text)


def test_a_file_leaves_the_page_where_it_stands_and_the_next_edit_is_no_clash(
    begun, client, visit
):
    shown = fields_of(visit(MOTION))
    first = shown | {"fracties": "Fractie Noord", "vorm": "txt"}
    second = shown | {"fracties": "Fractie Zuid", "vorm": "txt"}

    assert client.post(MOTION, data=first).status_code == 200
    assert "Fractie Zuid" in told(client.post(MOTION, data=second))


def test_two_people_do_not_overwrite_each_other(begun, client, visit, press):
    shown = fields_of(visit(MOTION))
    press(MOTION, {"titel": "De titel van de een"})
    press(MOTION, {"titel": "Nog een titel van de een"})
    answer = client.post(MOTION, data=shown | {"titel": "De titel van de ander"})

    assert answer.status_code == 409
    assert "De titel van de ander" in told(answer)


@pytest.mark.parametrize("form", FORMS)
def test_a_ready_paper_comes_in_every_form(begun, press, form):
    answer = press(MOTION, vorm=form)
    name = re.search('filename="(.+)"', answer.headers["Content-Disposition"])[1]

    assert answer.status_code == 200
    assert FILE_NAME.match(name)
    assert len(name) <= 80


def test_a_motie_can_be_foreign_to_the_agenda(begun, press):
    text = told(press(MOTION, {"agenda": "vreemd"}, vorm="txt"))

    assert "Agendapunt:          vreemd aan de orde van de dag" in text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("plaats", "Overlast bij mevrouw Jansen op Kerkstraat 12"),
        ("toelichting", "Bel 06-12345678"),
        ("plaats", "a" * 281),
        ("titel", "t" * 81),
        ("vergadering", "ooit"),
        ("voor", "gauw"),
        ("verzoek_1", "Overlast bij mevrouw Jansen op Kerkstraat 12"),
        ("wie_incidenten_twaalf_maanden", "agent Piet Jansen"),
    ],
)
def test_what_cannot_stand_is_told_and_kept_in_its_field(begun, press, field, text):
    answer = press(MOTION, {field: text})
    page = told(answer)

    assert answer.status_code == 422
    assert text in page
    assert f'href="#{field.replace("_", "-")}"' in page


def test_a_clock_time_in_an_own_fact_blocks_nothing(begun, press):
    place = {"plaats": "het Stationsplein, vrijdag en zaterdag na 22 uur"}

    assert press(MOTION, place, vorm="pdf").content_type == "application/pdf"


def test_the_griffie_gets_fields_and_what_is_hers_stays_empty(begun, client, visit):
    page = visit(f"{MOTION}/controle")
    record = json.loads(client.get(f"{MOTION}/griffie.json").text)

    assert record["type"] == "motie"
    assert record["nummer"] is record["uitslag"] is record["archiefwaardering"] is None
    assert "kenmerk:" in page.one("#velden").text


def test_a_motie_of_which_nothing_lies_ready_says_to_choose_a_request(begin, visit):
    begin({"fase": "idee"})
    page = visit(MOTION)

    assert "Kies een verzoek, of schrijf er zelf een." in page.text
    assert "Klaar om te gebruiken" not in page.text


# --- an amendement ---------------------------------------------------------------


def test_an_amendement_sets_old_beside_new(begun, press, visit):
    old = "De burgemeester kan camera’s plaatsen."
    new = "De burgemeester kan camera’s plaatsen voor een bepaalde duur."
    where = "artikel 2:77, eerste lid, van de APV"
    sent = {"voorstel": "Wijziging APV", "waar": where, "bestaand": old, "nieuw": new}
    text = " ".join(told(press(AMENDMENT, sent, vorm="txt")).split())

    assert f"besluit het ontwerpbesluit als volgt te wijzigen, in {where}:" in text
    assert text.index(old) < text.index(new)
    page = visit(f"{AMENDMENT}/controle")
    assert f"Bestaande tekst: {old}" in page.text
    assert f"Nieuwe tekst: {new}" in page.text


def test_an_amendement_in_which_nothing_changes_is_not_ready(begun, visit):
    page = visit(f"{AMENDMENT}/controle")

    assert "Er staat nog geen verzoek, vraag of wijziging in het stuk." in page.text
    assert page.one("a.utrecht-button").get("href").endswith("/stukken/amendement")


# --- around it ---------------------------------------------------------------------


def test_the_words_of_parts_and_severities_are_dutch():
    assert {one.value for one in FindingSeverity} == {
        "blokkeert",
        "waarschuwing",
        "tip",
    }
    assert PaperPart.REQUEST == "verzoek"


def test_what_changed_and_the_way_back_cope_with_a_paper(begun, press, visit, client):
    press(MOTION, {"titel": "Eerst meten"})
    page = visit("/wijzigingen")

    assert "{" not in page.one("main").text
    assert client.get("/cameratoezicht/kort").status_code == 200


def test_who_may_only_read_composes_nothing(begun, client, follow, send):
    link = send("/delen/leeslink", {}, ask="/delen")
    address = next(
        one.get("value")
        for one in link.all("input")
        if "/l/" in (one.get("value") or "")
    )
    other = client.application.test_client()
    follow(other, address)

    assert other.get(MOTION).status_code == 403


# --- when others print -------------------------------------------------------------


def test_a_paper_that_is_asked_for_gets_its_turn_too(begun, press, client):
    room = client.application.extensions["raadwijzer"].print_ahead
    for _ in range(room.seats):
        room._seats.acquire()  # noqa: SLF001 — others wait for theirs
    answer = press(QUESTIONS, vorm="pdf")
    assert answer.status_code == 303

    until = time.monotonic() + 60
    while (found := client.get(answer.location)).status_code == 202:
        assert f"{QUESTIONS}/controle" in found.text
        assert time.monotonic() < until
        time.sleep(0.02)
    assert found.data.startswith(b"%PDF-")
    name = re.search('filename="(.+)"', found.headers["Content-Disposition"])[1]
    assert FILE_NAME.match(name)


def test_a_full_row_keeps_what_was_typed(begun, press, client, visit, monkeypatch):
    def refuse(_):
        raise PrinterBusyError

    monkeypatch.setattr(
        client.application.extensions["raadwijzer"].print_ahead, "pdf", refuse
    )
    own = "Wanneer is er geteld, en door wie?"
    answer = press(QUESTIONS, {"vraag_1": own}, vorm="pdf")

    assert answer.status_code == 503
    assert own in [raw(one) for one in visit(QUESTIONS).all("textarea[name^=vraag_]")]


# --- papers of an earlier release -------------------------------------------------


def test_what_an_earlier_release_kept_of_a_paper_stands_in_it(begun, client, visit):
    """Then own words stood in a paper where they were ticked, and requests had an id."""
    motion = {
        "titel": ["Eerst meten, dan beslissen"],
        "feit": ["einddatum_in_besluit"],
        "verzoek": ["onderbouwen_noodzaak", "einddatum_1"],
        "datum_onderbouwen_noodzaak": ["1-7-2027"],
        "mee": ["eigen"],
        "eigen_aan": ["college"],
    }
    keep(
        client,
        motie=json.dumps(motion),
        afweging="wet_stelt_grenzen",
        eigen="de raad over de kosten te berichten",
        plaats="het plein",
    )
    kept = fields_of(visit(MOTION))
    ready = LIBRARY.competence.ready["onderbouwen_noodzaak"]

    assert kept["titel"] == ["Eerst meten, dan beslissen"]
    assert kept["punt"] == ["wet_stelt_grenzen"]
    assert kept["voor"] == ["1-7-2027"]
    assert kept["verzoek_1"] == [ready.text]
    assert "de raad over de kosten te berichten" in [
        one for several in kept.values() for one in several
    ]
    assert kept["plaats"] == [""]


def test_a_request_of_before_that_was_divided_is_in_the_paper_whole(
    begun, client, visit
):
    keep(client, motie=json.dumps({"verzoek": ["kosten_bekend_en_vergeleken_1"]}))
    kept = fields_of(visit(MOTION))

    demand = LIBRARY.decision("cameratoezicht").demand_by_id
    divided = demand["kosten_bekend_en_vergeleken"].repair

    assert len(divided) == 2
    assert [kept[f"verzoek_{number}"] for number in (1, 2)] == [
        [one.request] for one in divided
    ]


def test_questions_to_two_bodies_of_before_are_one_paper_now(begun, client, visit):
    one = {"eigen_aan": [], "mee": ["eigen"], "artikel": ["40"]}
    keep(
        client,
        vragen_college=json.dumps({k: v for k, v in one.items() if v}),
        eigen="Wat kost dit per jaar?",
    )
    kept = fields_of(visit(QUESTIONS))

    assert kept["artikel"] == ["40"]
    assert (kept["vraag_1"], kept["aan_1"]) == (["Wat kost dit per jaar?"], ["college"])


def keep(client, **texts):
    """Put texts in the dossier that lies open, as an earlier release did."""
    counter = client.application.extensions["raadwijzer"]
    with client.session_transaction() as held:
        _, key = held["dossier"]
    dossier = counter.dossiers.open_by_edit_key(key)
    changes = {text_key(f"cameratoezicht_{name}"): text for name, text in texts.items()}
    counter.dossiers.save_answers(dossier, changes, expected_version=dossier.version)
