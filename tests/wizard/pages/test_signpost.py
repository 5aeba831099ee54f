"""From a problem to what may fit, without anything stored until a decision starts."""

import pytest

Q = "/wegwijzer/vraag/{}"
GATE, PROBLEM = Q.format("gaat-over-beleid"), Q.format("probleem")
LIGHTER = Q.format("lichtere-maatregelen-afgewogen")
MEDIATION = Q.format("buurtbemiddeling-aanwezig")
RESULT = "/wegwijzer/uitkomst"


@pytest.fixture
def stored(app):
    return app.extensions["raadwijzer"].dossiers.count


@pytest.fixture
def point(send):
    """Answer the signpost; give the last page."""

    def go(problem, lighter=None, mediation=None):
        page = send(GATE, {"antwoord": "ja"})
        page = send(PROBLEM, {"antwoord": problem})
        if lighter:
            page = send(LIGHTER, {"antwoord": lighter})
        if mediation:
            page = send(MEDIATION, {"antwoord": mediation})
        return page

    return go


def titles(page):
    return [one.text for one in page.all(".rw-middel summary")]


def test_the_start_page_leads_to_the_signpost(visit):
    link = visit("/").one("#wegwijzer a")

    assert link.text == "Welk middel past hier?"
    page = visit(link.get("href"), follow_redirects=True)
    assert page.heading.startswith("Gaat uw vraag over beleid")


def test_the_problems_stand_in_groups(send, visit):
    send(GATE, {"antwoord": "ja"})
    page = visit(PROBLEM)

    assert len(page.all("[role=group]")) == 5
    assert len(page.all("input[type=radio]")) == 19 + 1
    assert not page.all("[checked]")


def test_what_may_fit_stands_from_light_to_heavy(point, visit, stored):
    page = point("cameras", "ja")
    steps = [one.text for one in page.all("h2[id]")][:3]

    assert page.heading == "Welk middel past hier?"
    assert steps == ["Licht", "Middelzwaar", "Zwaar"]
    assert len(titles(page)) == 3
    assert all("Past bij wat u koos" in title for title in titles(page))
    assert "De burgemeester besluit over plek, duur en periode." in page.text
    assert "De raad plaatst zelf geen camera’s." in page.text
    assert visit(RESULT).all(".rw-bronnen a")
    assert stored() == 0


@pytest.mark.parametrize(
    ("lighter", "said"),
    [("nee", "Lichtere middelen gaan voor"), ("onbekend", "Mogelijk")],
)
def test_what_is_heavier_says_why_it_waits(point, lighter, said):
    light, *heavier = titles(point("cameras", lighter))

    assert light.endswith("Past bij wat u koos")
    assert all(title.endswith(said) for title in heavier)


def test_not_knowing_the_problem_keeps_everything_possible(point):
    found = titles(point("onbekend"))

    assert len(found) > 50
    assert all(title.endswith("Mogelijk") for title in found)


def test_one_household_is_referred_on(send, client, stored):
    page = send(GATE, {"antwoord": "nee"})

    assert page.heading == "Hiermee kan Raadwijzer niet helpen"
    assert client.get(RESULT).status_code == 303
    assert stored() == 0


@pytest.mark.parametrize("path", [PROBLEM, LIGHTER, MEDIATION, RESULT])
def test_nobody_jumps_ahead(client, path):
    assert client.get(path).headers["Location"] == GATE


@pytest.mark.parametrize(("path", "value"), [(GATE, ""), (GATE, "onbekend"), (PROBLEM, ""), (PROBLEM, "iets")])  # fmt: skip
def test_what_is_no_answer_comes_back(send, visit, path, value):
    if path == PROBLEM:
        send(GATE, {"antwoord": "ja"})
    page = send(path, {"antwoord": value}, status=422)

    assert page.title.startswith("Fout:")
    assert page.one("#fouten a").get("href") == "#antwoord-0"


def test_another_problem_drops_what_was_said_after_it(point, send, client):
    point("woonoverlast", "ja", "ja")
    send(PROBLEM, {"antwoord": "cameras"})

    assert client.get(RESULT).headers["Location"] == LIGHTER


def test_the_same_answer_again_drops_nothing(point, send):
    point("woonoverlast", "ja", "ja")
    page = send(PROBLEM, {"antwoord": "woonoverlast"})

    assert page.heading == "Welk middel past hier?"


def test_no_answer_stands_in_an_address(point, client):
    point("cameras", "ja")
    for path in ("/wegwijzer", PROBLEM, RESULT):
        where = client.get(path).headers.get("Location", path)

        assert "cameras" not in where
        assert "?" not in where


def test_a_decision_starts_with_the_shared_answers(point, send, visit, stored):
    page = point("woonoverlast", "ja", "nee")
    assert (
        "Kunnen inwoners van uw gemeente nu gebruikmaken"
        in page.one("#gedragsaanwijzing").text
    )

    page = send("/wegwijzer/begin/woonoverlastverordening", {}, ask=RESULT)
    assert (
        page.heading == "Staat in de APV van uw gemeente een artikel over woonoverlast?"
    )
    assert stored() == 1

    overview = visit("/woonoverlastverordening/overzicht")
    given = [row.text for row in overview.all(".rw-rij--gegeven")]
    assert len(given) == 2
    assert any("buurtbemiddeling" in row and "Nee" in row for row in given)


def test_a_decision_that_shares_nothing_starts_empty(point, send, stored):
    point("onbekend")
    page = send("/wegwijzer/begin/cameratoezicht", {}, ask=RESULT)

    assert page.heading.startswith("Is het doel vooral de openbare orde")
    assert stored() == 0


def test_what_the_dossier_knows_is_not_overwritten(begin, point, send, visit):
    begin({"buurtbemiddeling_aanwezig": "ja"}, decision="buurtbemiddeling")
    point("woonoverlast", "ja", "nee")
    send("/wegwijzer/begin/woonoverlastverordening", {}, ask=RESULT)

    overview = visit("/woonoverlastverordening/overzicht")
    (row,) = [
        one.text
        for one in overview.all(".rw-rij--gegeven")
        if "buurtbemiddeling" in one.text and "Kunnen" in one.text
    ]
    assert "Ja" in row
    assert "U gaf dit antwoord al bij ‘Buurtbemiddeling in uw gemeente’." in row


def test_a_begun_decision_is_gone_on_with(begin, point):
    begin({"doel_openbare_orde": "ja"})
    page = point("cameras", "ja")

    assert page.one("#cameratoezicht-151c a[href='/cameratoezicht/overzicht']")
    assert not page.all("#cameratoezicht-151c form")


def test_a_stranger_cannot_start_past_the_gate(client, send):
    page = send("/wegwijzer/begin/cameratoezicht", {}, ask="/cameratoezicht/poort")

    assert page.heading.startswith("Gaat uw vraag over beleid")


def test_the_answers_can_be_wiped(point, send, client):
    point("cameras", "ja")
    page = send("/wegwijzer/opnieuw", {}, ask=RESULT)

    assert page.heading.startswith("Gaat uw vraag over beleid")
    assert client.get(RESULT).headers["Location"] == GATE


def test_deleting_a_dossier_wipes_the_signpost_too(point, send, client):
    point("woonoverlast", "ja", "ja")
    send("/wegwijzer/begin/woonoverlastverordening", {}, ask=RESULT)
    send("/wissen", {})

    assert client.get(RESULT).headers["Location"] == GATE
