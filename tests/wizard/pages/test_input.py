"""Whatever comes in: the right status, clear Dutch, and nothing lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.grammar.answers import AmountKind, DateKind, NumberKind
from wizard.counter import slug_of
from wizard.guarding.security import FORM_BYTES

FIRST = "/cameratoezicht/vraag/raad-en-plek"
ANSWER = "plek_vrij_toegankelijk-antwoord"
DAYS = "/cameratoezicht/vraag/bewaartermijn-dagen"
TYPED, UNKNOWN = "bewaartermijn_dagen-antwoord", "bewaartermijn_dagen-onbekend"
OVERVIEW = "/cameratoezicht/overzicht"


def answered(visit):
    return [row.text for row in visit(OVERVIEW).all(".rw-rij--gegeven")]


def test_no_choice_says_what_to_choose(begin, send):
    begin()
    page = send("/cameratoezicht/vraag/fase", {}, status=422)

    assert page.title.startswith("Fout:")
    assert page.one("#fouten a").get("href") == "#fase-antwoord-0"
    assert "Kies één van de antwoorden, of ‘Weet ik niet’." in page.text


@pytest.mark.parametrize(
    "value", ["misschien", "JA!", "true", "0", "<b>ja</b>", "ja;nee"]
)
def test_an_unknown_choice_is_refused(begin, send, app, value):
    begin()
    page = send(FIRST, {ANSWER: value}, status=422)

    assert "Kies ja, nee of weet ik niet." in page.text
    assert not page.all("[checked]")
    assert app.extensions["raadwijzer"].dossiers.count() == 0


def test_two_answers_at_once_are_refused(begin, send):
    begin()
    page = send(FIRST, {ANSWER: ["ja", "nee"]}, status=422)

    assert "Geef één antwoord." in page.text


@pytest.mark.parametrize(
    "typed",
    [
        "veel",
        "-1",
        "3651",
        "7,5",
        "9" * 40,
        "7 maanden",
        "<script>alert(1)</script>",
        "'",
    ],
)
def test_what_is_no_number_stays_in_the_field(begin, send, typed):
    begin()
    page = send(DAYS, {TYPED: typed}, status=422)

    assert page.title.startswith("Fout:")
    assert page.one(f"#{TYPED}").get("value") == typed
    assert page.one(f"#{TYPED}").get("aria-invalid") == "true"
    assert not page.all("main script")


@pytest.mark.parametrize("typed", ["28", " 28 ", "28 dagen"])
def test_a_number_is_read_as_people_write_it(begin, send, visit, typed):
    begin()
    send(DAYS, {TYPED: typed})

    assert any("28 dagen" in row for row in answered(visit))


def test_a_number_and_dont_know_together_are_refused(begin, send):
    begin()
    page = send(DAYS, {TYPED: "7", UNKNOWN: "ja"}, status=422)

    assert "Niet allebei." in page.text
    assert page.one(f"#{TYPED}").get("value") == "7"


def typed_questions(library, kind):
    return [
        (decision, question)
        for decision in library.decisions.values()
        for question in decision.questions
        if isinstance(question.answer, kind)
    ]


READABLE = {DateKind: ("1-7-2021", "1 juli 2021"), AmountKind: ("€ 5.000,-", "5.000")}


@pytest.mark.parametrize("kind", READABLE)
def test_dates_and_amounts_are_read_as_people_write_them(begin, visit, library, kind):
    typed, said = READABLE[kind]
    asked = list(typed_questions(library, kind))

    assert asked
    for decision, question in asked:
        begin({question.id: typed}, decision=decision.id)
        page = visit(f"/{slug_of(decision.id)}/overzicht")

        assert any(said in row.text for row in page.all(".rw-rij"))


@pytest.mark.parametrize("kind", [DateKind, AmountKind, NumberKind])
def test_every_typed_question_says_what_is_missing(begin, send, library, kind):
    asked = list(typed_questions(library, kind))

    assert asked
    for decision, question in asked:
        begin(decision=decision.id)
        if question.card is not None:
            continue
        path = f"/{slug_of(decision.id)}/vraag/{slug_of(question.id)}"
        page = send(path, {}, status=422)

        assert (
            "of kies ‘Weet ik niet’."
            in page.one(".utrecht-form-field-error-message").text
        )


@pytest.mark.parametrize(
    "path",
    [
        "/nergens",
        "/nergens/vraag/raad-en-plek",
        "/cameratoezicht/vraag/bestaat-niet",
        "/cameratoezicht/vraag/plek_vrij_toegankelijk",
        "/cameratoezicht/dossier.exe",
        "/cameratoezicht/vraag/%00",
        "/cameratoezicht/vraag/..%2f..%2fetc",
        "/static/../wizard/app.py",
        "/static/css/niets.css",
        "/d/geensleutel",
        "/l/geensleutel",
        "/delen",
        "/wissen",
    ],
)
def test_what_does_not_exist_gets_a_clear_page(visit, path, begin):
    if path.startswith("/cameratoezicht"):
        begin({"plek_vrij_toegankelijk": "ja"})
    status = 400 if "%00" in path else 404
    page = visit(path, status=status)

    assert page.all("a[href='/']")
    assert "Traceback" not in page.html


def test_a_question_of_another_decision_does_not_exist_here(begin, visit):
    begin()

    page = visit("/cameratoezicht/vraag/buurtbemiddeling-aanwezig", status=404)

    assert not page.all("input[name=antwoord]")


def test_a_wrong_method_gets_a_clear_page(client):
    response = client.post("/", data={})

    assert response.status_code in (400, 405)
    assert "Traceback" not in response.text


@pytest.mark.parametrize("size", [FORM_BYTES + 1, 10_000_000])
def test_a_form_that_is_too_large_is_refused_and_nothing_is_lost(
    begin, visit, client, size
):
    begin({"plek_vrij_toegankelijk": "ja"})
    before = answered(visit)
    token = visit(FIRST).token

    response = client.post(FIRST, data={"csrf_token": token, ANSWER: "x" * size})

    assert response.status_code == 413
    assert "Dit is te groot" in response.text
    assert answered(visit) == before


@pytest.mark.parametrize(
    "body", [b"antwoord=\xff\xfe", b"antwoord=%ff%fe", b"antwoord=a%00b"]
)
def test_what_is_no_text_is_refused(begin, client, body):
    begin({"plek_vrij_toegankelijk": "ja"})
    kind = "application/x-www-form-urlencoded"

    response = client.post(FIRST, data=body, content_type=kind)

    assert response.status_code == 400
    assert "niet te lezen" in response.text


def test_a_form_without_a_token_is_refused_and_can_be_sent_again(begin, client, visit):
    begin({"plek_vrij_toegankelijk": "ja"})
    before = answered(visit)

    response = client.post(FIRST, data={ANSWER: "nee"})

    assert response.status_code == 400
    assert "Het formulier is verlopen" in response.text
    assert f'name="{ANSWER}" value="nee"' in response.text
    assert answered(visit) == before


@pytest.mark.parametrize("cookie", ["rommel", "eyJ4IjoxfQ.aaaa.bbbb", "." * 3000, ""])
def test_a_tampered_cookie_is_as_no_cookie(client, visit, cookie):
    client.set_cookie("raadwijzer", cookie)

    assert visit("/").status == 200
    response = client.get(OVERVIEW)
    assert response.status_code == 303
    assert response.headers["Location"].endswith("/poort")


def test_a_dossier_that_expired_says_so_and_lets_you_begin_again(begin, visit, clock):
    begin({"plek_vrij_toegankelijk": "ja"})
    clock.pass_days(31)

    page = visit(OVERVIEW, status=404)

    assert "gewist of verlopen" in page.text
    assert visit("/").status == 200


def test_an_answer_that_the_rules_no_longer_know_is_kept_and_skipped(begin, visit, app):
    begin({"plek_vrij_toegankelijk": "ja"})
    dossiers = app.extensions["raadwijzer"].dossiers
    engine = dossiers.engine
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE entry SET value = 'vroeger'")

    page = visit(OVERVIEW)

    assert not page.all(".rw-rij--gegeven")


def test_the_same_answer_changed_by_two_shows_whose_stands_there(begin, visit, client):
    begin({"plek_vrij_toegankelijk": "ja"})
    mine, theirs = visit(FIRST), visit(FIRST)
    version = theirs.one("input[name=versie]").get("value")
    sent = mine.proof | {"versie": version}
    client.post(FIRST, data=sent | {ANSWER: "nee"})

    response = client.post(FIRST, data=sent | {ANSWER: "onbekend"})

    assert response.status_code == 409
    assert "Iemand anders wijzigde dit antwoord" in response.text


@pytest.mark.parametrize("version", ["", "x", "-5", "99999999999999999999"])
def test_a_strange_version_breaks_nothing(begin, visit, client, version):
    begin({"plek_vrij_toegankelijk": "ja"})
    proof = visit(FIRST).proof

    response = client.post(FIRST, data=proof | {"versie": version, ANSWER: "ja"})

    assert response.status_code in (303, 409)


FIELDS = st.dictionaries(
    st.sampled_from([ANSWER, TYPED, UNKNOWN, "antwoord", "versie", "csrf_token "]),
    st.lists(st.text(max_size=60) | st.sampled_from(["ja", "nee", "7"]), max_size=3),
    max_size=5,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=FIELDS, where=st.sampled_from([FIRST, DAYS, "/cameratoezicht/poort"]))
def test_any_form_gets_an_answer_and_never_a_traceback(
    begin, client, visit, fields, where
):
    begin()
    proof = visit(FIRST).proof

    response = client.post(where, data=fields | proof)

    assert response.status_code in (303, 400, 409, 413, 422)
    assert "Traceback" not in response.text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("22-11-2099", "ligt na vandaag"),
        ("1-1-9999", "Vul een jaar in van 1851 tot en met 2100"),
        ("30-6-2017", "is te vroeg: dit kan pas vanaf 1 juli 2017"),
    ],
)
def test_a_text_that_holds_began_on_a_day_that_has_been(begin, send, typed, says):
    begin({"fase_verordening": "geldt"}, decision="woonoverlastverordening")
    field = "ingangsdatum_huidige_tekst-antwoord"
    path = "/woonoverlastverordening/vraag/ingangsdatum-huidige-tekst"

    assert says in send(path, {field: typed}, status=422).text
