"""The pages on what works: every measure, a card per study, and words that are explained."""

import pytest

from rules.content.research import Certainty, Direction, Fit


@pytest.fixture(scope="module")
def register(library):
    return library.evidence


def test_all_measures_stand_on_one_page_with_a_way_to_their_studies(
    visit, register
) -> None:
    page = visit("/wat-werkt")

    titles = [each.text for each in page.all("h3")]
    assert titles == [measure.title for measure in register.measures]
    links = {link.get("href") for link in page.all("section a")}
    assert links == {
        f"/wat-werkt/{measure.id.replace('_', '-')}" for measure in register.measures
    }


def test_the_words_are_explained_as_the_glossary_does(visit, library) -> None:
    meanings = {term.term: term.meaning for term in library.terms}
    page = visit("/wat-werkt")

    told = {
        each.one("dt").text: each.one("dd").text
        for each in page.all("details .rw-woorden > div")
    }
    assert told == {
        word.dutch: meanings[f"onderzoek: {word.dutch}"]
        for word in (*Certainty, *Direction)
    }


def test_every_study_has_a_card(visit, register) -> None:
    cards = [
        card.get("id")
        for measure in register.measures
        for card in visit(f"/wat-werkt/{measure.id.replace('_', '-')}").all("article")
    ]
    assert sorted(cards) == sorted(name.replace("_", "-") for name in register.entries)


def test_a_card_says_how_sure_it_is_who_has_an_interest_and_what_was_read(
    visit,
) -> None:
    page = visit("/wat-werkt/vaste-cameras")
    card = page.one("#camera-vast-alles-alexandrie17")

    told = {each.one("dt").text: each.one("dd").text for each in card.all("dl > div")}
    assert told["Hoe zeker is dit?"].startswith("Onzeker. De opzet is sterk")
    assert told["Wie heeft er belang bij?"].startswith("De auteur werkte bij")
    assert told["Wat is gelezen?"].endswith("Gelezen via een samenvatting elders.")
    assert "24 to 28%" in told["In de woorden van de bron"]
    assert card.one("dd[lang]").get("lang") == "en"
    assert card.one("a[rel=noreferrer]").get("href").startswith("https://doi.org/")


def test_where_a_summary_was_read_stays_in_the_register(visit, library) -> None:
    seen = {url for source in library.sources.values() for url in source.seen_at}
    page = visit("/wat-werkt/vaste-cameras")

    assert seen
    assert not [url for url in seen if url in page.html]


def test_what_was_not_found_says_with_what_we_searched(visit) -> None:
    page = visit("/wat-werkt/beroepsmediation")
    card = page.one("#beroepsmediation-conflict-opgelost-niet-gevonden")

    assert "Niet gevonden, 2026" in card.text
    assert "Gezocht met" in card.text
    assert "Brown" in card.text
    assert "%" not in card.text


def test_a_study_of_the_reverse_says_so_on_its_card(visit, register) -> None:
    reverse = [e for e in register.entries.values() if e.fit is Fit.REVERSE]
    assert reverse
    for entry in reverse:
        page = visit(f"/wat-werkt/{entry.measure.replace('_', '-')}")
        card = page.one(f"#{entry.id.replace('_', '-')}")
        assert entry.looked_at.casefold() in card.text.casefold()


def test_a_measure_that_is_not_there_has_no_page(client) -> None:
    assert client.get("/wat-werkt/drones").status_code == 404


def test_the_footer_leads_to_it(visit) -> None:
    assert visit("/").one("footer a[href='/wat-werkt']").text == "Wat werkt?"


def test_a_measure_that_no_decision_names_says_so(visit, library) -> None:
    page = visit("/wat-werkt")
    told = {
        card.one("h3").text
        for card in page.all("section")
        if "Geen besluit op deze site" in card.text
    }
    titles = {library.evidence.measure_by_id[n].title for n in library.unnamed_measures}
    assert titles
    assert told == titles


@pytest.mark.parametrize("decision", ["cameratoezicht", "apv_verbod"])
def test_for_and_against_answers_before_anybody_opens_a_fold(
    begin, visit, library, decision
):
    """With the words of In het kort, and a way to what the four words mean."""
    first = library.decision(decision).questions[0]
    begin({first.id: "onbekend"}, decision=decision)
    page = visit(f"/{decision.replace('_', '-')}/voor-en-tegen")
    told = page.html.partition('id="werkt-het"')[2].partition("<details")[0]

    assert "Overlast: " in told
    assert "bekeken: " in told
    assert "/wat-werkt#woorden" in told
    assert visit("/wat-werkt").one("#woorden")


def test_a_name_in_a_link_keeps_its_capitals(begin, visit, library):
    first = library.decision("bibob").questions[0]
    begin({first.id: "onbekend"}, decision="bibob")

    assert "De onderzoeken naar onderzoek volgens de Wet Bibob" in (
        visit("/bibob/voor-en-tegen").text
    )
