"""Doubts, changes, undo, a warning before answers are set aside, and ‘Stand nu’."""

import pytest

from rules.judging.robustness import robustness
from tests.content.scenarios import scenarios

HERE = "/cameratoezicht"
COPY = "/voorbeelden/steenbergen-camera"


@pytest.fixture
def example(send):
    """Work on a copy of the exercise."""
    return send(COPY, {})


def slug(question):
    return question.id.replace("_", "-")


def preview(client, question, value, token, kind="antwoord"):
    data = {"csrf_token": token, kind: value}
    path = f"{HERE}/vraag/{slug(question)}/stand"
    return client.post(path, data=data)


def test_live_stand_equals_the_stand_after_saving(client, library, visit, send):
    decision = library.decision("cameratoezicht")
    send(f"{HERE}/poort", {"antwoord": "ja"})
    for ref, value in {"T01": "ja", "T02": "ja", "D12": "nee", "T04": "nee"}.items():
        (question,) = decision.find(ref)
        page = visit(f"{HERE}/vraag/{slug(question)}")
        seen = preview(client, question, value, page.token)
        send(f"{HERE}/vraag/{slug(question)}", {"antwoord": value})
        after = visit(f"{HERE}/vraag/{slug(question)}").one(".rw-stand__uitkomst")

        assert seen.status_code == 200
        assert after.text in " ".join(seen.text.split())


def test_live_stand_gives_the_outcome_of_every_scenario(app, client, library, visit):
    """Each scenario lies in the cupboard but for its last answer, which is previewed."""
    from wizard.pages.live import IF  # noqa: PLC0415 — the word that says ‘not kept’

    tried = 0
    for scenario in scenarios(library):
        casefile = scenario.casefile
        if casefile.decision != "cameratoezicht":
            continue
        decision = library.decision(casefile.decision)
        last = decision.question_by_id[list(casefile.answers)[-1]]
        browser = app.test_client()
        open_dossier(app, browser, casefile, without=last.id)
        page = visit(f"{HERE}/vraag/{slug(last)}", browser=browser)
        form = fields_of(last, casefile.answers[last.id])
        seen = browser.post(
            f"{HERE}/vraag/{slug(last)}/stand", data={"csrf_token": page.token} | form
        )

        outcome = decision.outcome_by_id[scenario.outcome].title
        assert IF in seen.text
        assert outcome in " ".join(seen.text.split()), scenario.id
        tried += 1
    assert tried >= 5


def open_dossier(app, browser, casefile, *, without):
    from rules.grammar.answers import stored  # noqa: PLC0415

    dossiers = app.extensions["raadwijzer"].dossiers
    made = dossiers.create(
        (casefile.decision,),
        reference_date=casefile.reference_date,
        fingerprint="sha256:x",
        municipality=None,
    )
    answers = {k: stored(v) for k, v in casefile.answers.items() if k != without}
    dossiers.save_answers(made.dossier, answers, expected_version=1)
    browser.get(f"/d/{made.edit_key}")


def fields_of(question, answer):
    from rules.grammar.answers import DontKnow, stored  # noqa: PLC0415

    if isinstance(answer, DontKnow) and not question.is_yes_no:
        return {"onbekend": "ja"}
    return {"antwoord": stored(answer)}


def test_live_stand_keeps_nothing_and_says_so(client, library, visit, example):
    question = library.decision("cameratoezicht").question_by_id["doel_openbare_orde"]
    page = visit(f"{HERE}/vraag/{slug(question)}")

    seen = preview(client, question, "nee", page.token)

    assert "Als u dit opslaat" in seen.text
    assert "<html" not in seen.text
    after = visit(f"{HERE}/vraag/{slug(question)}")
    assert after.one("input[checked]").get("value") == "ja"


def test_doubt_is_kept_and_weighed_as_the_engine_does(
    visit, send, library, app, example
):
    marked = ["bewaartermijn_dagen", "cameradoel_meetbaar"]
    page = send(f"{HERE}/twijfel", {"twijfel": marked})

    said = page.one("#twijfel").wrapper.parent
    texts = [
        " ".join("".join(p.etree_element.itertext()).split())
        for p in said.query_all("p strong")
    ]
    chart = library.chart("cameratoezicht")
    found = next(
        one
        for one in app.extensions["raadwijzer"].exercises
        if one.file.decision == "cameratoezicht"
    )
    exact = robustness(chart, chart.decision.with_own_choices(found.answers), marked)
    refs = [chart.decision.question_by_id[name].ref for name in exact.deciding]
    assert any("beslis" in text for text in texts) is bool(exact.deciding)
    assert all(any(ref in text for text in texts) for ref in refs)
    boxes = visit(f"{HERE}/twijfel").all("input[type=checkbox][checked]")
    assert sorted(box.get("value") for box in boxes) == sorted(marked)


def test_doubt_that_changes_nothing_says_that_the_outcome_stays(send, begin):
    begin({"doel_openbare_orde": "nee", "opsporing_is_bijzaak": "ja"})

    page = send(f"{HERE}/twijfel", {"twijfel": ["opsporing_is_bijzaak"]})

    assert "De uitkomst blijft gelijk" in page.text


def test_a_mark_on_what_was_not_answered_is_not_kept(send, visit, example):
    send(f"{HERE}/twijfel", {"twijfel": ["wat_niet_bestaat", "dpia_voor_start"]})

    assert not visit(f"{HERE}/twijfel").all("input[type=checkbox][checked]")


def test_what_changed_is_told_and_can_be_taken_back(visit, send, begin):
    begin({"doel_openbare_orde": "ja"})
    send(f"{HERE}/vraag/doel-openbare-orde", {"antwoord": "nee"})

    page = visit("/wijzigingen")
    assert "Was: Ja" in page.text
    assert "Nu: Nee" in page.text
    assert "De uitkomst ging van" in page.text
    back = send("/wijzigingen/ongedaan", {}, ask="/wijzigingen")

    assert "ongedaan gemaakt" in back.text
    answer = visit(f"{HERE}/vraag/doel-openbare-orde").one("input[checked]")
    assert answer.get("value") == "ja"


def test_undoing_twice_by_reloading_undoes_once(client, visit, begin):
    begin({"doel_openbare_orde": "ja", "opsporing_is_bijzaak": "ja"})
    page = visit("/wijzigingen")
    fields = {
        "csrf_token": page.token,
        "versie": page.one("input[name=versie]").get("value"),
    }

    client.post("/wijzigingen/ongedaan", data=fields)
    client.post("/wijzigingen/ongedaan", data=fields)

    assert visit(f"{HERE}/vraag/doel-openbare-orde").all("input[checked]")
    assert not visit(f"{HERE}/vraag/opsporing-is-bijzaak").all("input[checked]")


def test_answers_that_would_be_set_aside_are_named_first(client, visit, begin, library):
    decision = library.decision("cameratoezicht")
    chart = library.chart("cameratoezicht")
    inner = next(
        q
        for q in decision.questions
        if q.applies_when is not None
        and getattr(q.applies_when, "is_", None) == "ja"
        and q.is_yes_no
        and decision.question_by_id[q.applies_when.question].is_yes_no
        and q.id in chart.levels
    )
    outer = decision.question_by_id[inner.applies_when.question]
    begin({outer.id: "ja", inner.id: "nee"})
    path = f"{HERE}/vraag/{slug(outer)}"
    page = visit(path)
    fields = {
        "csrf_token": page.token,
        "antwoord": "nee",
        "versie": page.one("input[name=versie]").get("value"),
    }

    warned = client.post(path, data=fields)
    assert warned.status_code == 200
    assert inner.text in warned.text
    assert visit(path).one("input[checked]").get("value") == "ja"
    assert client.post(path, data=fields | {"bevestigd": "ja"}).status_code == 303
    assert visit(path).one("input[checked]").get("value") == "nee"


def test_a_clash_shows_both_values(app, client, visit, begin):
    begin({"doel_openbare_orde": "ja"})
    path = f"{HERE}/vraag/doel-openbare-orde"
    page = visit(path)
    fields = {
        "csrf_token": page.token,
        "versie": page.one("input[name=versie]").get("value"),
    }
    client.post(path, data=fields | {"antwoord": "nee"})

    clash = client.post(path, data=fields | {"antwoord": "onbekend"})

    assert clash.status_code == 409
    assert "Het is nu: ‘nee’. U koos: ‘weet ik niet’." in clash.text


def test_a_municipality_fills_in_facts_and_no_answer(visit, send, begin):
    begin({"doel_openbare_orde": "onbekend"})
    before = visit(f"{HERE}/overzicht").all(".rw-rij--gegeven")

    page = send("/gemeente", {"gemeente": "hilversum"})

    assert "GM0402" in page.text
    assert "Op 1 januari 2027" in page.text
    overview = visit(f"{HERE}/overzicht")
    assert "Gemeente: Hilversum (Noord-Holland)." in overview.text
    assert len(overview.all(".rw-rij--gegeven")) == len(before)


def test_an_unknown_municipality_is_told_with_a_guess(send, begin):
    begin({"doel_openbare_orde": "onbekend"})

    page = send("/gemeente", {"gemeente": "Woerdn"}, status=422)

    assert page.title.startswith("Fout:")
    assert "Woerden" in page.one("#gemeente-fout").text
    assert page.one("#gemeente").get("value") == "Woerdn"


def test_no_municipality_is_a_choice_too(send, begin, visit):
    begin({"doel_openbare_orde": "onbekend"})
    send("/gemeente", {"gemeente": "Woerden"})
    send("/gemeente", {"gemeente": ""})

    assert "Gemeente:" not in visit(f"{HERE}/overzicht").text


def test_the_reminder_holds_no_key_and_the_right_day(client, begin):
    begin({"doel_openbare_orde": "ja"})
    with client.session_transaction() as session:
        key = session["sleutel"]

    kept = client.get("/delen/bewaartermijn.ics")
    council = client.get("/delen/raadsvergadering.ics?datum=1-2-2027")

    assert kept.mimetype == council.mimetype == "text/calendar"
    assert "DTSTART;VALUE=DATE:20261221" in kept.text
    assert "DTSTART;VALUE=DATE:20270201" in council.text
    assert key not in kept.text + council.text
    assert all(len(line.encode()) <= 75 for line in kept.text.split("\r\n"))
    assert client.get("/delen/raadsvergadering.ics?datum=ooit").status_code == 400


def test_why_a_question_is_asked_comes_from_the_rules(visit, begin):
    begin({"doel_openbare_orde": "onbekend"})
    page = visit(f"{HERE}/vraag/doel-openbare-orde")

    assert "Bij ‘nee’ staat de uitkomst vast: ‘andere grondslag’." in page.text


def test_every_rule_stands_on_the_page_of_rules_with_its_source(visit, library):
    for name, decision in library.decisions.items():
        page = visit(f"/regels/{name}")
        assert len(page.all("details[id^=regel-]")) == len(decision.rules)
        assert all(one.all(".rw-noot") for one in page.all("details[id^=regel-]"))
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
    assert "Na hoeveel dagen worden de beelden vernietigd? 7 dagen." in facts
    assert "Hoeveel camera’s zijn het? 1." in facts


def test_an_exercise_is_marked_and_stores_nothing(visit, app):
    page = visit(COPY)

    assert "Dit is een oefendossier. De feiten zijn van 2017" in page.text
    assert app.extensions["raadwijzer"].dossiers.count() == 0


def test_a_copy_of_an_exercise_is_a_dossier_of_ones_own(example, app):
    assert app.extensions["raadwijzer"].dossiers.count() == 1
    assert example.heading == "Uw antwoorden"
    assert "Steenbergen" in example.text


def test_who_reads_along_cannot_doubt_undo_or_choose(app, client, begin, visit):
    begin({"doel_openbare_orde": "ja"})
    desk = app.extensions["raadwijzer"]
    with client.session_transaction() as session:
        dossier = desk.dossiers.open_by_edit_key(session["sleutel"])
    reader = app.test_client()
    reader.get(f"/l/{desk.dossiers.new_read_key(dossier)}")

    for path in (f"{HERE}/twijfel", "/gemeente"):
        assert reader.get(path).status_code == 403
    page = visit("/wijzigingen", browser=reader)
    assert not page.all("form[action$='ongedaan']")
