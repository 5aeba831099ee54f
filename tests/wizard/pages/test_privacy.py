"""Privacy on a page: every intrusion answered or open, and no score."""

import re

from rules.judging.privacy import IntrusionStanding, balance

PRIVACY = "/cameratoezicht/privacy"


def test_every_intrusion_is_there_with_its_standing(begin, visit, library):
    begin({"waarvoor": ["orde"]})
    page = visit(PRIVACY)

    found = balance(library.decision("cameratoezicht"), {})
    cards = page.all(".rw-inbreuk")
    assert len(cards) == len(found.weighed) > 20
    states = {"open", *IntrusionStanding}
    for card in cards:
        assert card.all(".rw-status")[0].text in states
        assert card.all(".rw-noot")


def test_an_intrusion_is_answered_when_all_its_safeguards_are_there(begin, visit):
    begin({"fase": "voorstel", "einddatum_in_besluit": "nee"})
    page = visit(PRIVACY)
    missing = [
        row.text for row in page.all(".rw-waarborgen li") if "niet geregeld" in row.text
    ]

    assert any("Een einddatum" in text for text in missing)
    assert any("Wijzig uw antwoord" in text for text in missing)


def test_the_summary_names_only_what_there_is(begin, visit):
    begin({"waarvoor": ["orde"]})
    told = visit(PRIVACY).one(".utrecht-paragraph--lead").text

    assert "Bij elke inbreuk staat nog iets open." in told
    assert " 0 " not in told


def before_what_is_open(page):
    """Give the paragraphs between the heading of the page and that of what is open."""
    html = page.html.partition("</h1>")[2].partition('id="open"')[0]
    return re.findall(r"<p[^>]*>(.*?)</p>", html, re.DOTALL)


def sentences(html):
    """Count the sentences of a paragraph, without the numbers of its notes."""
    text = re.sub(r"<sup.*?</sup>", "", html, flags=re.DOTALL)
    return len(re.findall(r"[.?!](?=\s|$)", re.sub("<[^>]*>", "", text).strip()))


def test_five_sentences_tell_it_before_what_is_open(begin, visit, library):
    looked = 0
    for name, decision in library.decisions.items():
        if not decision.privacy.intrusions:
            continue
        begin({decision.questions[0].id: "onbekend"}, decision=name)
        page = visit(f"/{name.replace('_', '-')}/privacy")
        told = [sentences(one) for one in before_what_is_open(page)]
        folded = len(page.all("details table"))

        assert 2 <= sum(told) <= 5, name
        assert len(page.all("main table")) == folded, name
        assert "pagina over privacy" not in page.text, name
        assert "in Raadwijzer" not in page.one("main").text, name
        looked += 1
    assert looked > 10


def test_with_answers_it_is_as_short_and_says_where_the_rest_is(begin, visit):
    begin({"fase": "voorstel", "einddatum_in_besluit": "nee", "waarvoor": ["orde"]})
    page = visit(PRIVACY)

    assert sum(map(sentences, before_what_is_open(page))) <= 5
    assert "Zij staan hieronder, bij ‘De inbreuken en hun waarborgen’" in page.text
    assert page.one("details#inbreuken").get("open") is None
    assert page.all("details#oordeel section")


def test_what_could_be_lighter_follows_from_the_answers(begin, visit):
    begin({"lichter_geprobeerd": "nee", "lichter_uitgelegd": "nee"})
    page = visit(PRIVACY)
    firm, *_ = page.all(".rw-lichter")

    assert "Eerst een lichter middel" in firm.text
    assert "Dit kunt u vragen aan de burgemeester" in firm.text


def test_both_columns_are_as_wide_and_no_score_is_given(begin, visit):
    begin({"waarvoor": ["orde"]})
    page = visit(PRIVACY)
    rows = page.all(".rw-factoren tbody tr")

    assert rows
    for row in rows:
        assert [len(cell.text) > 10 for cell in row.all("td")] == [True, True]
    assert "Een cijfer geven wij niet" in page.text


def test_the_law_says_what_was_not_read_and_when_it_binds(begin, visit, library):
    begin({"waarvoor": ["orde"]})
    page = visit(PRIVACY)
    privacy = library.decision("cameratoezicht").privacy

    assert len(page.all(".rw-wet")) == len(privacy.regimes)
    assert page.text.count("Niet in de wet zelf gelezen.") == sum(
        not one.verified for one in privacy.regimes
    )
    days = [one.one("strong").text for one in page.all(".rw-tijdlijn li")]
    assert days == [
        duty.day for duty in sorted(privacy.duties, key=lambda one: (one.since, one.id))
    ]


def test_a_judgement_is_printed_as_that_of_the_user(begin, visit):
    begin({"in_verhouding": "nee"})
    page = visit(PRIVACY)

    assert "Naar uw oordeel: nee." in page.one("#oordeel-evenredigheid").text
    assert "U hebt dit nog niet beantwoord." in page.one("#oordeel-subsidiariteit").text
    assert "Dit oordeelt u, niet Raadwijzer" in page.text


def test_the_picture_has_its_table(begin, visit):
    begin({"fase": "besluit", "cameras_kenbaar": "ja"})
    figure = visit(PRIVACY).one(".rw-figuur")

    assert figure.one("svg title").text == "Inbreuken en hun waarborgen"
    assert "voldaan" in figure.one("table").text


def test_every_decision_has_its_pages(begin, visit, library):
    assert library.decisions
    for name, decision in library.decisions.items():
        begin({decision.questions[0].id: "onbekend"}, decision=name)
        here = f"/{name.replace('_', '-')}"
        money = ("geld", "vergelijken", "vergelijken/dossiers")
        private = ("privacy",) if decision.privacy.regimes else ()
        parts = (*(money if decision.costs.measures else ()), *private)
        assert private or name == "veiligheidsregio"  # its papers are about no persons
        for path in parts:
            assert visit(f"{here}/{path}").heading
        for measure in decision.costs.measures:
            slug = measure.id.replace("_", "-")
            assert measure.title in visit(f"{here}/geld/{slug}").heading


def test_before_the_gate_there_is_nothing(client):
    for path in (PRIVACY, "/cameratoezicht/vergelijken"):
        assert client.get(path).headers["Location"].endswith("/cameratoezicht/poort")
    assert client.get("/onbekend/privacy").status_code == 404
