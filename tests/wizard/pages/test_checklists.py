"""The checklists: empty, about a way of working, and never about one household."""

import io

import pikepdf
import pytest

SHEETS = ("buurtbemiddeling", "woonoverlastverordening")


@pytest.mark.parametrize("name", SHEETS)
def test_the_page_asks_and_takes_no_answer(visit, library, name):
    page = visit(f"/{name}/controleblad")
    sheet = library.checklists[name]

    assert page.heading == sheet.title
    rows = [one.text for one in page.all(".rw-controle li")]
    assert len(rows) == sum(len(group.items) for group in sheet.groups)
    assert not page.all("form, input, textarea, select")
    assert not page.all("[contenteditable]")
    for line in sheet.intro:
        assert line in page.text


@pytest.mark.parametrize("name", SHEETS)
def test_the_paper_is_accessible_and_has_no_fields(client, library, name):
    response = client.get(f"/{name}/controleblad.pdf")

    assert f"controleblad-{name}.pdf" in response.headers["Content-Disposition"]
    with pikepdf.open(io.BytesIO(response.data)) as paper:
        assert "/AcroForm" not in paper.Root
        assert str(paper.Root.Lang) == "nl-NL"
        assert paper.Root.MarkInfo.Marked
        assert library.checklists[name].title in str(paper.docinfo.get("/Title"))


def test_the_paper_is_the_same_for_everybody(client, build, clock):
    first = client.get("/buurtbemiddeling/controleblad.pdf").data
    other = build(clock).test_client().get("/buurtbemiddeling/controleblad.pdf").data

    assert first == other


@pytest.mark.parametrize("name", SHEETS)
def test_who_asks_about_one_household_is_offered_the_sheet(send, name):
    page = send(f"/{name}/poort", {"antwoord": "nee"})

    assert page.one(f"main a[href='/{name}/controleblad']")
    assert "Er is niets opgeslagen." in page.text


def test_the_papers_offer_the_sheet(begin, visit):
    begin({"stand": "loopt"}, decision="buurtbemiddeling")

    assert visit("/buurtbemiddeling/stukken").one(
        "a[href='/buurtbemiddeling/controleblad']"
    )


@pytest.mark.parametrize("form", ["", ".pdf"])
def test_a_decision_without_a_sheet_has_none(visit, form):
    assert visit(f"/cameratoezicht/controleblad{form}", status=404)


def test_nothing_is_stored(visit, app):
    visit("/buurtbemiddeling/controleblad")

    assert app.extensions["raadwijzer"].dossiers.count() == 0
