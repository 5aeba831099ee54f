"""Several decisions in one dossier: asked once, shown everywhere, one memo."""

import pytest

MEDIATION = {"regie": "ja"}
NUISANCE = "/woonoverlastverordening"


@pytest.fixture
def two(begin):
    """One dossier with two decisions that share a fact."""
    begin(MEDIATION, decision="buurtbemiddeling")
    return begin({"noemt_151d": "ja"}, decision=NUISANCE[1:])


@pytest.fixture
def three(two, begin):
    return begin({"plek_vrij_toegankelijk": "ja"})


@pytest.fixture
def along(library):
    title = library.decision("buurtbemiddeling").header.title
    return f"U gaf dit antwoord al bij ‘{title}’."


def test_a_decision_can_be_added_from_the_overview_and_the_papers(begin, visit):
    begin(MEDIATION, decision="buurtbemiddeling")
    for path in ("/buurtbemiddeling/overzicht", "/buurtbemiddeling/stukken"):
        page = visit(path)

        assert page.one(f"main a[href='{NUISANCE}/poort']")
        assert "1 antwoord neemt u mee." in page.text
        assert page.one("main a[href='/cameratoezicht/poort']")


def test_it_is_one_dossier(three, app):
    assert app.extensions["raadwijzer"].dossiers.count() == 1


def test_a_shared_fact_is_asked_once(two, visit, along):
    overview = visit(f"{NUISANCE}/overzicht")
    (row,) = [one for one in overview.all(".rw-rij--gegeven") if along in one.text]

    assert row.all("a")[0].get("href") == (
        f"{NUISANCE}/vraag/uitvoering?terug=overzicht#rij-regie"
    )
    asked = visit(f"{NUISANCE}/vraag/uitvoering").one("#rij-regie")
    assert along in asked.text
    assert asked.one("[checked]").get("value") == "ja"


def test_where_it_was_given_first_nothing_is_said(two, visit):
    assert "U gaf dit antwoord al" not in visit("/buurtbemiddeling/overzicht").text


def test_the_first_picture_says_what_was_known_already(two, visit):
    told = "1 antwoord gaf u al bij een ander besluit in dit dossier."
    assert told in visit(f"{NUISANCE}/beeld").text


def test_a_change_counts_for_both(two, send, visit):
    path = f"{NUISANCE}/vraag/uitvoering"
    send(path, {"regie-antwoord": "nee", "bevestigd": "ja"})
    rows = visit("/buurtbemiddeling/overzicht").all(".rw-rij--gegeven")

    assert [one.one(".rw-rij__antwoord").text for one in rows] == ["Nee"]


def test_each_decision_has_its_own_outcome(three, visit):
    for name in ("buurtbemiddeling", NUISANCE[1:], "cameratoezicht"):
        page = visit(f"/{name}/overzicht")
        members = page.all(".rw-hoofdstukken li")

        assert len(members) == 3
        assert sum("(deze)" in one.text for one in members) == 1


def test_the_memo_covers_what_is_chosen(three, visit, client):
    page = visit("/memo")
    assert len(page.all("input[type=checkbox][checked]")) == 3

    whole = client.get(
        "/memo/bestand?besluit=cameratoezicht&besluit=buurtbemiddeling&vorm=txt"
    )
    text = whole.get_data(as_text=True)
    assert whole.status_code == 200
    assert "Buurtbemiddeling en Camera’s op straat" in text
    assert "Verordening tegen woonoverlast\n" not in text


@pytest.mark.parametrize("form", ["pdf", "docx", "odt", "html", "txt"])
def test_the_memo_over_three_comes_in_every_form(three, client, form):
    names = "&".join(
        f"besluit={name}"
        for name in ("buurtbemiddeling", NUISANCE[1:], "cameratoezicht")
    )
    response = client.get(f"/memo/bestand?{names}&vorm={form}")

    assert response.status_code == 200
    assert len(response.data) > 5_000
    if form != "txt":
        named = response.headers["Content-Disposition"]
        assert (
            f"memo-buurtbemiddeling-woonoverlastverordening-cameratoezicht-2026-11-21.{form}"
            in named
        )


def test_a_memo_over_nothing_asks_for_a_choice(two, visit):
    page = visit("/memo/bestand?vorm=pdf", status=422)

    assert "Kies ten minste één besluit." in page.text
    assert visit("/memo/bestand?besluit=elders&vorm=pdf", status=422)
    assert visit("/memo/bestand?besluit=buurtbemiddeling&vorm=exe", status=422)


def test_the_way_to_one_memo_is_shown_once_there_are_more(begin, visit):
    begin(MEDIATION, decision="buurtbemiddeling")
    assert not visit("/buurtbemiddeling/stukken").all("main a[href='/memo']")

    begin({"plek_vrij_toegankelijk": "ja"})
    assert visit("/cameratoezicht/stukken").all("main a[href='/memo']")


def test_what_can_be_added_waits_in_a_fold(begin, visit):
    begin(MEDIATION, decision="buurtbemiddeling")
    page = visit("/buurtbemiddeling/stukken")

    assert page.one("#besluiten-kop ~ details summary").text == "Een besluit toevoegen"
    assert page.all("#besluiten-kop ~ details li a")


def test_a_reader_sees_all_and_adds_nothing(three, send, visit, app, follow):
    send("/delen/leeslink", {}, ask="/delen")
    link = visit("/delen").all("input[readonly]")[1].get("value")
    reader = app.test_client()
    page = visit(follow(reader, link).headers["Location"], browser=reader)

    assert len(page.all(".rw-hoofdstukken li")) == 3
    assert "Een besluit toevoegen" not in page.text
    assert visit("/memo", browser=reader)


def test_deleting_removes_the_whole_dossier(three, send, app, client, visit):
    send("/wissen", {})

    assert app.extensions["raadwijzer"].dossiers.count() == 0
    assert client.get(f"{NUISANCE}/overzicht").status_code == 303
    assert visit("/memo", status=404)
