"""A memo of one page without the list of answers: offered, handed out, and told apart."""

from io import BytesIO

from reports.checking.pdf_reading import look
from tests.wizard.pages.conftest import Page

LAW = "buurtbemiddeling"


def checked(client, visit, pdf):
    data = {
        "csrf_token": visit("/controleren").token,
        "bestand": (BytesIO(pdf), "a.pdf"),
    }
    return Page(client.post("/controleren", data=data)).one("main").text


def test_it_is_one_tap_away_and_is_told_for_what_it_is(begin, visit, client):
    begin({"stand": "loopt"}, decision=LAW)
    papers = visit(f"/{LAW}/stukken")
    assert "In dit bestand zit ook een lijst van uw antwoorden." in papers.text
    (way,) = [one for one in papers.all("main a") if "Zonder antwoorden" in one.text]
    given = client.get(way.get("href"))

    assert "-zonder-antwoorden.pdf" in given.headers["Content-Disposition"]
    assert not look(given.data).files
    assert look(client.get(f"/{LAW}/memo.pdf").data).files
    told = checked(client, visit, given.data)
    assert "Niet na te gaan" in told
    assert "gemaakt zonder de lijst van antwoorden" in told
    assert "Gewijzigd" not in told
    assert "geen memo" not in told


def test_the_page_of_memos_offers_it_too_for_one_page(begin, visit, client):
    begin({"stand": "loopt"}, decision=LAW)
    box = visit("/memo").one("input[name=antwoorden]")
    address = f"/memo/bestand?besluit={LAW}&antwoorden={box.get('value')}&editie="

    assert box.get("checked") is None
    assert not look(client.get(address + "kort").data).files
    assert look(client.get(address + "volledig").data).files
