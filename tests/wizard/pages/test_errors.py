"""Each kind of trouble has a page of its own, in Dutch, with a way out."""

import pytest

FIRST = "/cameratoezicht/vraag/raad-en-plek"
ANSWER = "plek_vrij_toegankelijk-antwoord"
OVERVIEW = "/cameratoezicht/overzicht"


def test_too_many_new_dossiers_get_patience_and_lose_nothing(build, clock, begin):
    app = build(clock, dossiers_per_hour=1)
    begin({"plek_vrij_toegankelijk": "ja"}, browser=app.test_client())

    page = begin(
        {"plek_vrij_toegankelijk": "nee"}, browser=app.test_client(), status=429
    )

    assert page.heading == "Even wachten"
    assert page.one(f"input[name='{ANSWER}']").get("value") == "nee"


def test_an_unexpected_error_gives_a_number_and_no_details(build, clock, visit):
    def broken():
        raise RuntimeError("een antwoord dat niemand mag zien")

    app = build(clock)
    app.view_functions["pages.start"] = broken
    client = app.test_client()

    page = visit("/", status=500, browser=client)
    number = client.get("/").headers["X-Request-ID"]

    assert "Foutnummer" in page.text
    assert number
    assert "niemand mag zien" not in page.html


def test_when_the_database_is_gone_the_answer_can_be_sent_again(
    app, begin, visit, client
):
    begin({"plek_vrij_toegankelijk": "ja"})
    token = visit(FIRST).token
    with app.extensions["raadwijzer"].dossiers.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE dossier RENAME TO elders")

    response = client.post(FIRST, data={"csrf_token": token, ANSWER: "nee"})

    assert response.status_code == 503
    assert "De opslag werkt even niet" in response.text
    assert f'name="{ANSWER}" value="nee"' in response.text


def test_a_wrong_method_says_how_it_can_be_done(client, visit):
    token = visit("/cameratoezicht/poort").token

    response = client.post("/bronnen", data={"csrf_token": token})

    assert response.status_code == 405
    assert "Dat kan hier niet" in response.text


@pytest.mark.parametrize("path", ["/", "/cameratoezicht/poort", "/delen", "/gezond"])
def test_nobody_gets_a_request_read_back(client, path):
    answer = client.open(path, method="TRACE", headers={"X-Geheim": "zwaluw"})

    assert answer.status_code == 405
    assert "zwaluw" not in answer.text


def test_only_forms_can_be_sent(client):
    response = client.post(FIRST, json={ANSWER: "ja"})

    assert response.status_code == 415
    assert "kunt hier alleen een formulier versturen" in response.text


def test_a_form_from_another_website_is_refused(client, begin, visit):
    begin({"plek_vrij_toegankelijk": "ja"})
    token = visit(FIRST).token

    response = client.post(
        FIRST,
        data={"csrf_token": token, ANSWER: "nee"},
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert response.status_code == 403
    assert "andere website" in response.text


def test_no_error_page_is_kept_or_found(client):
    response = client.get("/nergens")

    assert response.headers["Cache-Control"] == "no-store"
    assert "noindex" in response.headers["X-Robots-Tag"]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/cameratoezicht/", "/cameratoezicht"),
        ("/Cameratoezicht", "/cameratoezicht"),
        ("/Cameratoezicht/Poort/", "/cameratoezicht/poort"),
        ("/BRONNEN", "/bronnen"),
        # no header may hold a line break
        ("/Cameratoezicht/Vraag/a%0D%0Ab", "/cameratoezicht/vraag/a%0D%0Ab"),
    ],
)
def test_a_slash_or_a_capital_too_many_leads_to_the_page(client, path, meant):
    answer = client.get(path)

    assert (answer.status_code, answer.location) == (303, meant)


@pytest.mark.parametrize("path", ["/Nergens", "/nergens/", "/x//evil.example/"])
def test_what_is_nowhere_stays_nowhere(client, path):
    assert client.get(path).status_code in (404, 308)


@pytest.mark.parametrize("path", ["/", "/gezond", "/nergens", "/Werkwijze", "/d/x"])
def test_a_name_that_is_not_ours_is_refused_in_words(build, clock, path):
    browser = build(clock, hosts="raad.example.nl").test_client()
    answer = browser.get(path, headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert answer.text.startswith("Op dit adres staat geen Raadwijzer.")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert browser.get("/", headers={"Host": "raad.example.nl"}).status_code == 200
