"""Doubts, changes, undo, a municipality, the rules and the cases, the exercises."""

import pytest

from rules.judging.robustness import robustness
from wizard.keeping.keys import Access

HERE = "/cameratoezicht"
COUNCIL = "verordening_verleent_bevoegdheid"
COPY = "/voorbeelden/steenbergen-camera"


@pytest.fixture
def example(send):
    """Work on a copy of the exercise."""
    return send(COPY, {})


def slug(question):
    return question.id.replace("_", "-")


def test_doubt_is_kept_and_weighed_as_the_engine_does(
    visit, send, library, app, example
):
    marked = ["hoe_lang", "wie"]
    page = send(f"{HERE}/twijfel", {"twijfel": marked})

    texts = [one.text for one in page.all(":has(> #zeker) p strong")]
    chart = library.chart("cameratoezicht")
    found = next(
        one
        for one in app.extensions["raadwijzer"].exercises
        if one.file.decision == "cameratoezicht"
    )
    exact = robustness(chart, found.answers, marked)
    refs = [chart.decision.question_by_id[name].number for name in exact.deciding]
    assert any("beslis" in text for text in texts) is bool(exact.deciding)
    assert all(any(ref in text for text in texts) for ref in refs)
    boxes = visit(f"{HERE}/twijfel").all("input[type=checkbox][checked]")
    assert sorted(box.get("value") for box in boxes) == sorted(marked)


def test_doubt_that_changes_nothing_says_that_the_outcome_stays(send, begin):
    begin({"plek_vrij_toegankelijk": "nee", "plek_open_terrein": "ja"})

    page = send(f"{HERE}/twijfel", {"twijfel": ["plek_open_terrein"]})

    assert "De uitkomst blijft gelijk" in page.text


def test_a_mark_on_what_was_not_answered_is_not_kept(send, visit, example):
    send(f"{HERE}/twijfel", {"twijfel": ["wat_niet_bestaat", "dpia_voor_start"]})

    assert not visit(f"{HERE}/twijfel").all("input[type=checkbox][checked]")


def test_what_changed_is_told_and_can_be_taken_back(visit, send, begin):
    begin({COUNCIL: "ja"})
    send(f"{HERE}/vraag/raad-en-plek", {f"{COUNCIL}-antwoord": "nee"})

    page = visit("/wijzigingen")
    assert "Was: Ja" in page.text
    assert "Nu: Nee" in page.text
    assert "De uitkomst ging van" in page.text
    back = send("/wijzigingen/ongedaan", {}, ask="/wijzigingen")

    assert "ongedaan gemaakt" in back.text
    answer = visit(f"{HERE}/vraag/raad-en-plek").one("input[checked]")
    assert answer.get("value") == "ja"


def test_undoing_twice_by_reloading_undoes_once(client, visit, begin):
    begin({"plek_vrij_toegankelijk": "ja", "plek_open_terrein": "ja"})
    page = visit("/wijzigingen")
    fields = {
        **page.proof,
        "versie": page.one("input[name=versie]").get("value"),
    }

    client.post("/wijzigingen/ongedaan", data=fields)
    client.post("/wijzigingen/ongedaan", data=fields)

    page = visit(f"{HERE}/vraag/raad-en-plek")
    assert page.all("#rij-plek_vrij_toegankelijk input[checked]")
    assert not page.all("#rij-plek_open_terrein input[checked]")


def test_a_municipality_fills_in_facts_and_no_answer(visit, send, begin):
    begin({"plek_vrij_toegankelijk": "onbekend"})
    before = visit(f"{HERE}/overzicht").all(".rw-rij--gegeven")

    page = send("/waarover", {"gemeente": "hilversum"})

    assert "GM0402" in page.text
    assert "Op 1 januari 2027" in page.text
    overview = visit(f"{HERE}/overzicht")
    assert "Gemeente: Hilversum (Noord-Holland)." in overview.text
    assert len(overview.all(".rw-rij--gegeven")) == len(before)


def test_an_unknown_municipality_is_told_with_a_guess(send, begin):
    begin({"plek_vrij_toegankelijk": "onbekend"})

    page = send("/waarover", {"gemeente": "Woerdn"}, status=422)

    assert page.title.startswith("Fout:")
    assert "Woerden" in page.one("#gemeente-fout").text
    assert page.one("#gemeente").get("value") == "Woerdn"


def test_no_municipality_is_a_choice_too(send, begin, visit):
    begin({"plek_vrij_toegankelijk": "onbekend"})
    send("/waarover", {"gemeente": "Woerden"})
    send("/waarover", {"gemeente": ""})

    assert "Gemeente:" not in visit(f"{HERE}/overzicht").text


def test_the_reminder_holds_no_key_and_the_right_day(client, begin):
    begin({"plek_vrij_toegankelijk": "ja"})
    with client.session_transaction() as session:
        key = session["dossier"][1]

    kept = client.get("/delen/bewaartermijn.ics")
    council = client.get("/delen/raadsvergadering.ics?datum=1-2-2027")

    assert kept.mimetype == council.mimetype == "text/calendar"
    assert "DTSTART;VALUE=DATE:20261221" in kept.text
    assert "DTSTART;VALUE=DATE:20270201" in council.text
    assert key not in kept.text + council.text
    assert all(len(line.encode()) <= 75 for line in kept.text.split("\r\n"))
    assert client.get("/delen/raadsvergadering.ics?datum=ooit").status_code == 400


def test_every_demand_stands_on_the_page_of_rules_with_its_source(visit, library):
    assert library.decisions
    for name, decision in library.decisions.items():
        page = visit(f"/regels/{name.replace('_', '-')}")
        demands = page.all("details[id^=eis-]")
        assert len(demands) == len(decision.demands) > 0
        assert all(one.all(".rw-noot") for one in demands)
        assert "Bewezen" in page.text


def test_every_case_is_shown_with_what_was_held(visit, app):
    page = visit("/rechtspraak")

    cases = app.extensions["raadwijzer"].cases
    assert len(page.all("details[id^=zaak-]")) == len(cases) > 5
    for case in cases:
        assert " ".join(case.case.held.split()) in page.text


def test_the_facts_of_a_case_are_told_in_words_with_their_unit(visit):
    facts = [one.text for one in visit("/rechtspraak").all("details li")]

    assert not [one for one in facts if "_" in one]
    assert "Na hoeveel dagen worden de beelden gewist? 7 dagen." in facts
    assert "Hoeveel camera’s zijn het? 1." in facts


def test_an_exercise_is_marked_and_stores_nothing(visit, app):
    page = visit(COPY)

    assert "Dit is een oefendossier. De feiten zijn van 2017" in page.text
    assert app.extensions["raadwijzer"].dossiers.count() == 0


def test_a_copy_of_an_exercise_is_a_dossier_of_ones_own(example, app):
    assert app.extensions["raadwijzer"].dossiers.count() == 1
    assert example.heading == "Uw antwoorden"
    assert "Steenbergen" in example.text


def test_who_reads_along_cannot_doubt_undo_or_choose(app, client, begin, visit, follow):
    begin({"plek_vrij_toegankelijk": "ja"})
    counter = app.extensions["raadwijzer"]
    with client.session_transaction() as session:
        dossier = counter.dossiers.open_by_edit_key(session["dossier"][1])
    reader = app.test_client()
    follow(reader, f"/l/{counter.dossiers.renew_key(dossier, Access.READ)}")

    for path in (f"{HERE}/twijfel", "/waarover", "/wijzigingen"):
        assert reader.get(path).status_code == 403
