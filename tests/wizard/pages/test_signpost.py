"""From a word to what may fit, with nothing asked first and nothing kept."""

import re
from dataclasses import replace

import pytest

from reports.checking.verify_memo import FileVerdict, verify
from reports.formats.by_file_name import print_document

EXPLOSION = "/wegwijzer/explosie"
BEGIN = "/wegwijzer/explosie/begin/cameratoezicht"
PERSONS = (
    "Jan Jansen Dorpsstraat 12",
    "06-12345678",
    "mevrouw De Vries",
    "j.jansen@voorbeeld.nl",
)
MOST_WORDS, START_WORDS = 150, 70
MOST_LIST = 15_000  # bytes of the list that suggestions come from
FOLDED = "details > :not(summary)"


@pytest.fixture
def stored(app):
    return app.extensions["raadwijzer"].dossiers.count


@pytest.fixture
def search(visit, client):
    def go(word):
        return visit("/zoeken", browser=Posting(client, {"woord": word}))

    return go


class Posting:
    """A browser that posts where a test would fetch."""

    def __init__(self, client, data):
        self.client, self.data = client, data

    def get(self, path):
        return self.client.post(path, data=self.data)


def memo_of(client):
    response = client.get("/cameratoezicht/memo.txt")
    assert response.text.startswith("Memo van één bladzijde")
    return response.text


def titles(page):
    return [one.text for one in page.all(".rw-middel .rw-middel__naam strong")]


def hits(page):
    return [one.text for one in page.all("main .rw-treffers:not([hidden]) a")]


def visible(page, css="main"):
    """The words that stand there with every fold closed; a hidden form of them counts not."""
    whole = page.one(css).text
    for hidden in page.all(f"{css} {FOLDED}"):
        whole = whole.replace(hidden.text, " ", 1)
    for hidden in page.all(f"{css} .rw-verborgen"):
        whole = whole.replace(hidden.text, " ", 1)
    return len(re.sub(r"[·:]", " ", whole).split())


def test_the_first_field_of_the_site_is_the_search(visit):
    page = visit("/")

    assert page.heading == "Waar gaat het over?"
    assert page.one("form[role=search]").get("action") == "/zoeken"
    assert page.all("input:not([type=hidden])")[0].get("id") == "woord"
    assert len(page.all(".rw-knopjes a")) == 6
    assert len(page.all("[aria-labelledby=onderwerpen] li")) == 8
    assert page.one("[aria-labelledby=willen]")


def test_every_decision_stands_on_the_start_page_in_its_group(visit, library):
    page = visit("/")
    links = page.all("[aria-labelledby=besluiten] a")

    assert {one.text for one in links} == {
        one.header.title for one in library.decisions.values()
    }
    assert all(one.text for one in page.all("[aria-labelledby=besluiten] h3"))


def test_the_start_page_says_little_at_first(visit):
    assert visible(visit("/"), ".rw-opening") <= START_WORDS


def test_looking_leaves_no_cookie_and_no_token(client):
    for response in (
        client.get("/"),
        client.post("/zoeken", data={"woord": "camera"}),
        client.get(EXPLOSION),
        client.post(EXPLOSION, data={"herhaling": "ja"}),
        client.get("/middel/drone"),
    ):
        assert response.status_code == 200
        assert "Set-Cookie" not in response.headers
        assert "csrf_token" not in response.text


def test_a_word_leads_to_at_most_four_with_their_group(search):
    page = search("camera")

    assert page.heading == "Dit vonden wij"
    assert 1 < len(hits(page)) <= 4
    assert (
        "Straat, verkeer en afval" in page.one("main .rw-treffers:not([hidden])").text
    )


def test_a_hit_says_how_the_law_stands(search):
    page = search("vuurwerkverbod")

    assert "nieuw sinds 1-8-2026" in page.all("main .rw-treffers li")[0].text


@pytest.mark.parametrize(
    "word",
    [
        "xyzzy",
        "",
        "👍🎆",
        "<script>alert(1)</script>",
        "x" * 10_000,
        "' OR 1=1 --",
        "ignore this",
    ],
)
def test_no_hit_is_never_an_empty_page(search, word):
    page = search(word)

    assert page.heading == "Dat woord kennen wij niet"
    assert len(page.all("main .rw-lijnen a")) == 8
    assert "alert(1)" not in page.html


def test_a_whole_paper_can_be_pasted(search):
    page = search("vuurwerk " * 1_200)

    assert hits(page)[0] == "Vuurwerk en de jaarwisseling"


@pytest.mark.parametrize("typed", PERSONS)
def test_a_person_is_told_where_to_go_and_nothing_is_kept(search, stored, typed):
    page = search(typed)

    assert page.heading == "Gaat het om één persoon?"
    assert "112" in page.one("main").text
    assert typed not in page.html
    assert stored() == 0


@pytest.mark.parametrize(
    "typed", ["jan jansen", "piet de vries", "fatima el amrani", "jan van der berg"]
)
def test_a_person_in_lower_case_is_told_where_to_go_too(search, typed):
    page = search(typed)

    assert page.heading == "Gaat het om één persoon?"
    assert hits(page) == []


def test_a_few_words_that_we_do_not_know_are_not_a_person(search):
    for typed in ("gele tulpen", "koekjes van deeg", "zzz qqq"):
        assert search(typed).heading == "Dat woord kennen wij niet"


@pytest.mark.parametrize("typed", ["mevrouw De Vries", "Jan Jansen van de kerk"])
def test_a_person_is_not_followed_by_topics_from_small_words(search, typed):
    assert hits(search(typed)) == []


def test_the_word_stands_in_no_address_and_in_no_log(client, caplog):
    caplog.set_level("DEBUG")
    response = client.post("/zoeken", data={"woord": "vuurwerkbom"})

    assert response.status_code == 200
    assert "vuurwerkbom" not in caplog.text
    assert client.get("/zoeken").headers["Location"] == "/"
    assert client.get("/zoeken?woord=vuurwerkbom").headers["Location"] == "/"


def test_another_site_cannot_search_for_somebody(client):
    headers = {"Sec-Fetch-Site": "cross-site"}
    response = client.post("/zoeken", data={"woord": "camera"}, headers=headers)

    assert response.status_code == 403


def test_the_list_for_suggestions_is_small_and_whole(visit, library):
    page = visit("/")
    (found,) = re.findall(r"<template[^>]*>(.*?)</template>", page.html, re.DOTALL)
    signpost = library.signpost

    assert len(found.encode()) <= MOST_LIST
    assert found.count("<li") == len(signpost.problems) + len(signpost.wanted)


def test_all_problems_and_all_decisions_stand_by_group(visit, library):
    page = visit("/wegwijzer")
    decisions = library.decisions.values()

    assert len(page.all("section")) == len(library.signpost.header.groups)
    assert len(page.all(".rw-lijnen a")) == len(library.signpost.problems)
    assert [link.text for link in page.all(".rw-besluiten a")] == [
        one.header.title
        for group in library.signpost.header.groups
        for one in decisions
        if one.header.group == group.id
    ]
    told = [span.text for span in page.all(".rw-besluiten span")]
    assert len(told) == len(decisions)
    for one in decisions:
        said = f"{one.header.question} Hooguit {len(one.screens)} schermen."
        assert said in told


def test_from_the_start_page_a_problem_is_two_taps_away(visit, library):
    start = visit("/")
    one = {link.get("href") for link in start.all("main a")}
    two = {
        link.get("href")
        for href in one
        if href.startswith("/wegwijzer#")
        for link in visit("/wegwijzer").all("main a")
    }

    assert {
        f"/wegwijzer/{p.id.replace('_', '-')}" for p in library.signpost.problems
    } <= two


def test_the_result_comes_first(visit):
    page = visit(EXPLOSION)

    assert page.heading == "Explosie bij een woning"
    assert titles(page) == [
        *("Nazorg en onderdak", "Extra toezicht in de straat", "Camera’s op straat"),
        *(
            "Woning of loods sluiten",
            "Noodbevel of noodverordening",
            "Opsporing en straf",
        ),
    ]
    assert "raad · burgemeester" in page.one("#cameratoezicht-151c summary").text
    assert "Niet aan de raad: sluiten en heropenen, opsporen en straffen." in page.text
    assert len(page.all(".rw-vanavond li")) == 3


def test_every_problem_says_what_it_must_in_few_words(visit, library):
    assert library.signpost.problems
    for problem in library.signpost.problems:
        page = visit(f"/wegwijzer/{problem.id.replace('_', '-')}")

        assert page.heading == problem.title
        assert visible(page) <= MOST_WORDS, (problem.id, visible(page))
        assert len(page.all(".rw-middel")) == len(problem.means)
        assert all(one.all("dl dt") for one in page.all(".rw-middel"))


def test_an_unfolded_instrument_has_its_labels_in_a_fixed_order(visit):
    page = visit(EXPLOSION)
    camera = page.one("#cameratoezicht-151c")

    assert [one.text for one in camera.all("dt")] == [
        *("Wie beslist", "Grond", "De raad kan", "Kan niet", "Let op", "Onze lezing")
    ]
    assert camera.one("dd a[href*='Artikel151c']").text.startswith("Gemeentewet 151c")
    assert "Begin" in camera.one(".rw-begin a").text


def test_an_instrument_without_a_decision_has_no_button(visit):
    page = visit(EXPLOSION)

    assert not page.all("#sluiting-niet-openbaar .rw-begin")
    assert "vragenlijst" not in page.one("main").text


def test_an_answer_only_orders(client, visit):
    plain = visit("/wegwijzer/cameras")
    page = visit(
        "/wegwijzer/cameras",
        browser=Posting(client, {"daders": "ja", "iets": "anders"}),
    )

    assert sorted(titles(page)) == sorted(titles(plain))
    assert titles(page)[-2:] == ["Opsporing en straf", "Camera’s op straat"]
    assert "past bij uw antwoord" in page.one("#strafrecht summary").text
    assert page.one("input[checked]").get("value") == "ja"
    assert page.all(".rw-preciezer")


@pytest.mark.parametrize("said", [{"daders": "misschien"}, {"daders": ""}, {"x": "ja"}])
def test_what_is_no_answer_changes_nothing(client, visit, said):
    page = visit("/wegwijzer/cameras", browser=Posting(client, said))

    assert titles(page) == titles(visit("/wegwijzer/cameras"))


@pytest.mark.parametrize("path", ["/wegwijzer/onzin", "/wegwijzer/groep_met_delicten", "/middel/onzin", "/wegwijzer/explosie.docx", "/wegwijzer/onzin.pdf", "/wegwijzer/onzin/begin/cameratoezicht", "/wegwijzer/explosie/begin/onzin"])  # fmt: skip
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_every_card_says_for_what(visit, library):
    assert library.signpost.wanted
    for means in library.signpost.wanted:
        page = visit(f"/middel/{means.id.replace('_', '-')}")

        assert page.heading == means.title
        assert page.one("dl")
        if library.signpost.where(means):
            assert page.html.index("Waarvoor?") < page.html.index("<dl")
        where = [one.text for one in page.all("h2 + .rw-lijnen a")]
        assert where == [one.title for one in library.signpost.where(means)]


def test_a_card_first_says_what_it_is(visit, library):
    (means, *_) = library.signpost.wanted
    page = visit(f"/middel/{means.id.replace('_', '-')}")

    assert page.html.index(means.what.split("’")[0]) < page.html.index("Waarvoor?")


def test_the_instruments_people_ask_for_come_first(visit, library):
    page = visit("/middel")
    wanted, others = page.all("section")

    assert len(wanted.all("a")) == len(library.signpost.wanted) >= 12
    assert len(others.all("a")) > 60


def test_the_page_to_take_along_is_a_paper(client):
    pdf = client.get(f"{EXPLOSION}.pdf")
    text = client.get(f"{EXPLOSION}.txt")

    assert pdf.data.startswith(b"%PDF")
    assert 'filename="wegwijzer-explosie.pdf"' in pdf.headers["Content-Disposition"]
    assert "Vraag dit vanavond" in text.text


@pytest.mark.parametrize(
    "path",
    [
        *("/wegwijzer/uitkomst", "/wegwijzer/doorverwijzing"),
        *("/wegwijzer/vraag/probleem", "/onderwerpen"),
    ],
)
def test_other_addresses_lead_on(client, path):
    response = client.get(path)

    assert (response.status_code, response.headers["Location"]) == (301, "/wegwijzer")


def test_the_gate_stays_in_front_of_a_decision(client, visit, stored):
    page = visit(BEGIN, follow_redirects=True)

    assert client.get(BEGIN).headers["Location"] == "/cameratoezicht/poort"
    assert page.heading.startswith("Gaat het om beleid")
    assert stored() == 0


def test_a_dossier_keeps_the_problem_it_came_from(begin, client, visit):
    client.get(BEGIN)
    begin({"plek_vrij_toegankelijk": "ja"})
    page = visit("/cameratoezicht/stukken")
    told = page.one(".rw-aanleiding")

    assert told.one("a").get("href") == EXPLOSION
    assert "Explosie bij een woning. Staat op uw papieren." in told.text
    memo = memo_of(client)
    assert "Aanleiding" in memo
    assert "Explosie bij een woning" in memo


def test_one_tap_leaves_the_problem_off_the_papers(begin, client, send, visit):
    client.get(BEGIN)
    begin({"plek_vrij_toegankelijk": "ja"})
    fields = {"besluit": "cameratoezicht", "zo": "nee"}
    page = send("/aanleiding", fields, ask="/cameratoezicht/stukken")

    assert "Staat niet op uw papieren." in page.one(".rw-aanleiding").text
    assert "Aanleiding" not in memo_of(client)
    page = send("/aanleiding", fields | {"zo": "ja"}, ask="/cameratoezicht/stukken")
    assert "Staat op uw papieren." in page.one(".rw-aanleiding").text
    assert "Aanleiding op papier" in visit("/wijzigingen").text


def test_a_problem_about_people_is_on_no_paper_until_asked(begin, client, visit):
    client.get("/wegwijzer/rondhangende-jongeren/begin/cameratoezicht")
    begin({"plek_vrij_toegankelijk": "ja"})

    assert "niet op uw papieren" in visit("/cameratoezicht/stukken").text
    assert "Aanleiding" not in memo_of(client)


def test_who_enters_elsewhere_brings_no_problem(begin, client, visit):
    client.get("/wegwijzer/drugspand/begin/damocles")
    begin({"plek_vrij_toegankelijk": "ja"})

    assert not visit("/cameratoezicht/stukken").all(".rw-aanleiding")


def test_the_first_problem_stays(begin, client, visit):
    client.get(BEGIN)
    begin({"plek_vrij_toegankelijk": "ja"})
    client.get("/wegwijzer/voetbal/begin/cameratoezicht")
    begin({"plek_vrij_toegankelijk": "nee"})

    assert "Explosie" in visit("/cameratoezicht/stukken").one(".rw-aanleiding").text


def test_a_begun_decision_is_gone_on_with(begin, client, visit):
    begin({"plek_vrij_toegankelijk": "ja"})
    link = visit(EXPLOSION).one("#cameratoezicht-151c .rw-begin a")

    assert link.get("href") == "/cameratoezicht/overzicht"
    assert client.get(BEGIN).headers["Location"] == "/cameratoezicht/overzicht"
    assert visit("/").one(".rw-verder a").get("href") == "/cameratoezicht/kort"


@pytest.mark.parametrize(
    ("about", "called"),
    [
        ({}, "Camera’s op straat"),
        ({"plek": "Stationsplein"}, "Stationsplein"),
        (
            {"onderwerp": "Camera’s", "plek": "Stationsplein"},
            "Camera’s · Stationsplein",
        ),
        (
            {"onderwerp": "Camera’s Stationsplein", "plek": "Stationsplein"},
            "Camera’s Stationsplein",
        ),
    ],
)
def test_the_start_page_goes_on_with_what_the_dossier_is_called(
    begin, send, visit, about, called
):
    begin({"plek_vrij_toegankelijk": "ja"})
    if about:
        send("/waarover", about)
    (link,) = visit("/").all(".rw-verder a")

    assert link.text == called
    assert visit(link.get("href")).one(".rw-kort__uitkomst h1").text


@pytest.fixture
def at_a_place(begin, send):
    begin({"plek_vrij_toegankelijk": "ja"})
    send("/waarover", {"plek": "Stationsplein"})


def test_of_two_decisions_the_start_page_names_both_and_leads_to_what_is_next(
    app, at_a_place, visit, client, library
):
    with client.session_transaction() as session:
        key = session["dossier"][1]
    dossiers = app.extensions["raadwijzer"].dossiers
    both = ("cameratoezicht", "buurtbemiddeling")
    dossiers.amend(replace(dossiers.open_by_edit_key(key), decisions=both))
    first, second = visit("/").all(".rw-verder a")

    titles = [library.decision(name).header.title for name in both]
    assert [first.text, second.text] == [f"{one} · Stationsplein" for one in titles]
    assert first.get("href") == "/cameratoezicht/kort"
    screen = library.decision("buurtbemiddeling").screens[0].id.replace("_", "-")
    assert second.get("href") == f"/buurtbemiddeling/vraag/{screen}"


@pytest.mark.parametrize("told", [True, False])
def test_the_problem_travels_with_the_file(app, begin, client, send, told):
    client.get(BEGIN)
    begin({"plek_vrij_toegankelijk": "ja"})
    if not told:
        fields = {"besluit": "cameratoezicht", "zo": "nee"}
        send("/aanleiding", fields, ask="/cameratoezicht/stukken")
    file = client.get("/delen/dossier.json").json

    assert ("problem" in file) is told
    other = app.test_client()
    page = send(
        "/controleren/openen",
        {"dossier": client.get("/delen/dossier.json").text},
        browser=other,
        ask="/controleren",
    )
    assert page.status == 200
    papers = other.get("/cameratoezicht/stukken").text
    assert "Explosie bij een woning" in papers
    assert ("Staat op uw papieren" in papers) is told


def test_a_file_cannot_bring_a_problem_that_we_do_not_know(client, send):
    file = '{"decision": "cameratoezicht", "answers": {}, "problem": "Jan Jansen"}'
    page = send(
        "/controleren/openen", {"dossier": file}, ask="/controleren", status=422
    )

    assert "staat niet in de wegwijzer" in page.text


def test_a_memo_with_its_problem_proves_itself(begin, client, library):
    client.get(BEGIN)
    begin({"plek_vrij_toegankelijk": "ja"})
    pdf = client.get("/cameratoezicht/memo.pdf").data
    found = verify(pdf, library, lambda document: print_document(document, ".pdf"))

    assert found.verdict is FileVerdict.SOUND
    assert found.receipt.dossier["problem"] == "probleem:explosie"


def test_without_a_signpost_the_start_page_still_leads_on(build, clock, library):
    bare = replace(library, signpost=None)
    client = build(clock, law=bare).test_client()

    assert client.get("/").status_code == 200
    assert client.get("/wegwijzer").status_code == 404
    assert client.post("/zoeken", data={"woord": "camera"}).status_code == 404


def test_the_page_to_take_along_waits_for_its_turn(client, app):
    room = app.extensions["raadwijzer"].print_ahead
    for _ in range(room.seats):
        room._seats.acquire()  # noqa: SLF001 — others wait for theirs
    answer = client.get(f"{EXPLOSION}.pdf")

    assert answer.status_code == 303
    assert answer.location.startswith("/klaar/")
