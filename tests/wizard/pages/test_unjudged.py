"""A dossier that today’s rules cannot judge takes no page down, and loses nothing."""

import json
from datetime import date

import pytest

from tests.wizard.pages.test_doors import filled, views
from wizard.keeping.keys import Access

EARLY = date(2015, 6, 1)
ANSWERS = {"plek_vrij_toegankelijk": "ja", "oude_vraag_die_weg_is": "ja"}
DOSSIERS = {
    "too early for its decision": (("cameratoezicht",), EARLY),
    "too early for one of two": (
        ("cameratoezicht", "woonoverlastverordening"),
        date(2016, 8, 1),
    ),
    "about a decision that is gone": (("verdwenen",), date(2026, 11, 1)),
    "the first of its decisions is gone": (
        ("verdwenen", "cameratoezicht"),
        date(2026, 11, 1),
    ),
    "of the first year that there is": (("cameratoezicht",), date(1, 1, 1)),
}


@pytest.fixture(params=DOSSIERS.values(), ids=DOSSIERS)
def stored(request, app, client, follow):
    decisions, day = request.param
    dossiers = app.extensions["raadwijzer"].dossiers
    made = dossiers.create(
        decisions, reference_date=day, fingerprint="sha256:oud", municipality=None
    )
    dossiers.save_answers(made.dossier, ANSWERS, expected_version=1)
    follow(client, f"/d/{made.edit_key}")
    return dossiers.open_by_edit_key(made.edit_key)


def test_no_page_fails_on_it(stored, app, client):
    pages = [r for r in views(app, "GET") if "pdf" not in r and "<form>" not in r]

    assert len(pages) > 20
    for rule in pages:
        answer = client.get(filled(rule))
        assert answer.status_code < 500, rule


@pytest.mark.parametrize(
    "path", ["/", "/wissen", "/delen", "/wijzigingen", "/waarover"]
)
def test_what_needs_no_judgement_works(stored, visit, path):
    assert stored.code in visit(path).text


def test_it_can_be_taken_along_with_all_its_answers(stored, client):
    taken = json.loads(client.get("/delen/dossier.json").text)

    assert taken["answers"] == ANSWERS


def test_it_can_be_deleted(stored, send, app):
    send("/wissen", {})

    assert app.extensions["raadwijzer"].dossiers.count() == 0


def test_the_page_that_cannot_be_made_says_why_and_keeps_the_ways_out(
    app, client, follow, visit
):
    dossiers = app.extensions["raadwijzer"].dossiers
    made = dossiers.create(
        ("cameratoezicht",), reference_date=EARLY, fingerprint="x", municipality=None
    )
    follow(client, f"/d/{made.edit_key}")

    page = visit("/cameratoezicht/overzicht", status=422)

    assert "De peildatum 1 juni 2015 is te vroeg" in page.text
    assert made.dossier.code in page.text
    links = {one.get("href") for one in page.all("main a")}
    assert {"/delen/dossier.json", "/delen", "/wissen"} <= links


def test_a_decision_that_can_be_judged_works_beside_one_that_cannot(
    app, client, follow, visit
):
    dossiers = app.extensions["raadwijzer"].dossiers
    made = dossiers.create(
        ("cameratoezicht", "woonoverlastverordening"),
        reference_date=date(2016, 8, 1),
        fingerprint="x",
        municipality=None,
    )
    follow(client, f"/d/{made.edit_key}")

    page = visit("/cameratoezicht/stukken")

    assert "te vroeg voor dit besluit" in page.text
    assert visit("/woonoverlastverordening/kort", status=422).heading


def test_a_reader_of_it_can_leave(app, visit, follow):
    dossiers = app.extensions["raadwijzer"].dossiers
    made = dossiers.create(
        ("cameratoezicht",), reference_date=EARLY, fingerprint="x", municipality=None
    )
    link = f"/l/{dossiers.renew_key(made.dossier, Access.READ)}"
    reader = app.test_client()
    assert reader.get(link).status_code == 200
    follow(reader, link)

    page = visit("/cameratoezicht/kort", browser=reader, status=422)

    assert "/sluiten" in {one.get("href") for one in page.all("main a")}
