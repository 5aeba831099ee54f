"""The cookie is gone, or never came: what was typed survives, and the page says why."""

import pytest

from tests.wizard.pages.conftest import Page

DAYS = "/cameratoezicht/vraag/bewaartermijn-dagen"
TYPED = "bewaartermijn_dagen-antwoord"


def hidden(page, number=0):
    """Give what the form on a page would send again."""
    form = page.all("main form")[number]
    fields = form.all("input[type=hidden]")
    return {one.get("name"): one.get("value") for one in fields}


@pytest.fixture
def lost(begin, visit, client):
    """Five answers further the cookie is gone, and an old page is sent."""
    begin({"waarvoor": ["orde"]})
    old = visit(DAYS)
    client.delete_cookie("raadwijzer")
    version = old.one("input[name=versie]").get("value")
    data = old.proof | {"versie": version, TYPED: "21"}
    return Page(client.post(DAYS, data=data))


def test_the_page_says_where_earlier_answers_are(lost):
    assert lost.status == 400
    assert "Die staan onder uw eigen link" in lost.text
    assert hidden(lost)[TYPED] == "21"


def test_the_answer_survives_the_gate(lost, client, visit, app):
    gate = Page(client.post(DAYS, data=hidden(lost)))

    assert gate.status == 422
    assert gate.heading == "Eerst nog één vraag"
    assert app.extensions["raadwijzer"].dossiers.count() == 1
    kept = client.post(DAYS, data=hidden(gate) | {"poort": "ja"})
    assert kept.status_code == 303
    assert visit(DAYS).one(f"#{TYPED}").get("value") == "21"
    assert app.extensions["raadwijzer"].dossiers.count() == 2


def test_who_says_no_at_the_gate_is_referred_on_and_nothing_is_kept(lost, client, app):
    gate = Page(client.post(DAYS, data=hidden(lost)))
    away = client.post(DAYS, data=hidden(gate) | {"poort": "nee"})

    assert away.location == "/cameratoezicht/doorverwijzing"
    assert app.extensions["raadwijzer"].dossiers.count() == 1


def test_the_second_time_it_says_that_no_cookies_are_kept(lost, client):
    client.delete_cookie("raadwijzer")

    again = Page(client.post(DAYS, data=hidden(lost)))

    assert again.status == 400
    assert again.heading == "Uw browser bewaart geen cookies"
    assert hidden(again)[TYPED] == "21"


def test_a_token_that_broke_never_moves_an_answer_to_another_dossier(
    begin, visit, client, follow, app
):
    other = app.test_client()
    begin({"waarvoor": ["opsporing"]}, browser=other)
    theirs = visit("/delen", browser=other).all(".rw-sleutel input")[0].get("value")
    begin({"waarvoor": ["orde"]})
    old = visit(DAYS)
    follow(client, theirs)

    data = old.proof | {"csrf_token": "x", TYPED: "21"}
    expired = Page(client.post(DAYS, data=data))
    sent_again = client.post(DAYS, data=hidden(expired))

    assert sent_again.status_code == 409


def test_a_change_prolongs_the_key_as_it_does_the_dossier_and_to_read_prolongs_neither(
    begin, client
):
    begin({"waarvoor": ["orde"]})
    page = client.get(DAYS)
    changed = client.post(DAYS, data=Page(page).filled | Page(page).proof)

    assert "Set-Cookie" not in page.headers
    assert "Expires=" in changed.headers["Set-Cookie"]
