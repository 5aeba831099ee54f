"""Coming back by a link, letting others read, and deleting."""

import pytest

OVERVIEW = "/cameratoezicht/overzicht"
FIRST = "/cameratoezicht/vraag/raad-en-plek"
ANSWER = "plek_vrij_toegankelijk-antwoord"


def path_of(link):
    return "/" + link.split("/", 3)[3]


@pytest.fixture
def shared(begin, send, app):
    """A dossier of which the read link was handed out."""
    begin({"plek_vrij_toegankelijk": "ja"})
    page = send("/delen/leeslink", {}, ask="/delen")
    edit, read = (path_of(one.get("value")) for one in page.all(".rw-sleutel input"))
    return edit, read


def test_the_edit_link_opens_the_dossier_in_another_browser(shared, app, visit, follow):
    other = app.test_client()
    edit, _ = shared
    response = follow(other, edit)

    page = visit(response.headers["Location"], browser=other)

    assert response.status_code == 303
    assert page.all(".rw-rij--gegeven")
    assert edit.split("/")[-1] not in page.html


def test_letting_others_read_comes_before_what_they_see_and_before_forgetting(
    begin, visit
):
    begin({"plek_vrij_toegankelijk": "ja"})
    page = visit("/delen").html
    told = (
        "Met een leeslink",
        "Wie meeleest, ziet:",
        "Maak een leeslink",
        "Wis eerder",
    )
    places = [page.index(one) for one in told]

    assert places == sorted(places)


def test_a_reader_sees_everything_and_can_change_nothing(shared, app, visit, follow):
    other = app.test_client()
    follow(other, shared[1])
    page = visit(OVERVIEW, browser=other)
    proof = visit("/sluiten", browser=other).proof

    refused = other.post(FIRST, data=proof | {ANSWER: "nee"})

    assert page.all(".rw-rij--gegeven")
    assert not page.all("dl a")
    assert refused.status_code == 403
    assert "alleen lezen" in refused.text
    assert shared[0].split("/")[-1] not in page.html
    assert visit("/cameratoezicht/kort", browser=other).status == 200


@pytest.mark.parametrize("path", ["/delen", "/wissen"])
def test_a_reader_cannot_share_or_delete(shared, app, visit, path, follow):
    other = app.test_client()
    follow(other, shared[1])

    page = visit(path, browser=other, status=403)

    assert not page.all("main form")


@pytest.fixture
def other(app):
    """The browser of somebody else."""
    return app.test_client()


def test_reading_along_leaves_ones_own_dossier_in_place(  # noqa: PLR0913, PLR0917
    shared, other, begin, visit, send, follow
):
    begin({"plek_vrij_toegankelijk": "nee"}, browser=other)
    follow(other, shared[1])
    theirs = visit(OVERVIEW, browser=other).all(".rw-rij--gegeven dd")[0].text

    send("/sluiten", {}, browser=other)
    own = visit(OVERVIEW, browser=other).all(".rw-rij--gegeven dd")[0].text

    assert (theirs, own) == ("Ja", "Nee")


def test_a_withdrawn_read_link_is_as_one_that_never_was(shared, send, app, visit):
    send("/delen/intrekken", {}, ask="/delen")

    page = visit(shared[1], status=404, browser=app.test_client())

    assert page.heading == "Deze pagina bestaat niet"


def test_a_deleted_dossier_is_gone_for_every_link(shared, send, app, visit):
    page = send("/wissen", {})

    assert page.heading == "Uw dossier is gewist"
    assert app.extensions["raadwijzer"].dossiers.count() == 0
    for link in shared:
        visit(link, status=404, browser=app.test_client())
    assert not visit("/").all(".rw-balk")


def test_deleting_asks_once_and_offers_to_keep(begin, visit):
    begin({"plek_vrij_toegankelijk": "ja"})
    page = visit("/wissen")

    assert page.one("main form button").text == "Wis dit dossier"
    assert page.one("main form a").get("href") == "/delen"


def test_no_page_asks_for_mail_or_a_password(begin, visit):
    begin({"plek_vrij_toegankelijk": "ja"})
    for path in ("/", "/delen", OVERVIEW, FIRST):
        page = visit(path)

        assert not page.all("input[type=email], input[type=password]")


def test_opening_another_dossier_keeps_the_way_back(  # noqa: PLR0913, PLR0917
    shared, begin, app, visit, send, follow
):
    other = app.test_client()
    begin({"plek_vrij_toegankelijk": "nee"}, browser=other)
    follow(other, shared[0])

    back = visit("/delen", browser=other).one("input[name=code]").get("value")
    send("/delen/terug", {"code": back}, ask="/delen", browser=other)

    own = visit(OVERVIEW, browser=other).all(".rw-rij--gegeven dd")[0].text
    assert own == "Nee"
