"""After each chapter a stop, and the page that makes an outcome surer."""

import pytest

from rules.content.questions import LookUp
from wizard.showing.make_surer import PLACES

HERE = "/buurtbemiddeling"
STOP = f"{HERE}/hoofdstuk/uitvoering"
BEGUN = {"stand": "loopt", "alle_kernen_bereikt": "ja"}


@pytest.fixture
def work(begin):
    """Answer questions of buurtbemiddeling, with everything else of their screens open."""

    def go(answers):
        return begin(BEGUN | answers, decision="buurtbemiddeling")

    return go


def left(page):
    """The chapters on a page: title, state, and the word of their link."""
    rows = page.all(".rw-hoofdstukken li")
    return {
        row.one(".utrecht-heading-3").text: (row.one("p.rw-klein").text, row.all("a"))
        for row in rows
    }


@pytest.fixture
def in_chapter(law):
    """The yes-or-no questions of a chapter that say what is in order."""

    def find(name):
        return [
            question
            for question in law.decision("buurtbemiddeling").questions
            if question.chapter == name and question.is_yes_no and question.judges
        ]

    return find


def good(question):
    return str(question.in_order)


def bad(question):
    return {"ja": "nee", "nee": "ja"}[good(question)]


def test_a_chapter_that_is_done_shows_what_it_brought(work, in_chapter):
    page = work({one.id: good(one) for one in in_chapter("uitvoering")})

    assert page.one(".rw-bovenregel").text == "Klaar: Wie doet het werk?"
    assert "erbij voldaan" in page.heading
    assert "Wat meeweegt:" in page.one(".rw-telling").text
    assert page.all(".rw-kaartvel .rw-vakjes svg")
    assert "niet" not in page.heading.split("voldaan")[1]
    assert not page.all(".rw-herstel")


def test_what_is_not_met_is_counted_and_can_be_mended(work, in_chapter, law):
    first, *rest = in_chapter("uitvoering")
    answers = {one.id: good(one) for one in rest} | {first.id: bad(first)}
    page = work(answers)
    repairs = {
        one.text
        for demand in law.decision("buurtbemiddeling").demands
        for one in demand.repair
    }

    assert page.heading.endswith("één niet")
    (told,) = page.all(".rw-herstel p")
    assert any(told.text.startswith(text) for text in repairs)
    assert "Dat kan" in told.text
    assert len(page.all(".rw-melding")) <= 1


def test_nobody_knows_brings_nothing(work, in_chapter):
    page = work({one.id: "onbekend" for one in in_chapter("uitvoering")})

    assert page.heading == "De stand blijft gelijk"


def test_there_are_two_ways_on_and_the_first_goes_on(work, in_chapter, visit):
    page = work({one.id: good(one) for one in in_chapter("uitvoering")})

    onward, stop = page.all(".rw-knoppen a")
    assert onward.text.startswith("Verder: ")
    assert "primary" in onward.get("class")
    assert visit(onward.get("href")).all(".rw-vraagrij, .rw-tik")
    assert stop.text == "Stop hier en bekijk In het kort"
    assert stop.get("href") == f"{HERE}/kort"


def test_every_chapter_says_in_words_and_signs_how_it_is(work, in_chapter, law):
    page = work({one.id: good(one) for one in in_chapter("uitvoering")})
    chapters = law.decision("buurtbemiddeling").header.chapters

    found = left(page)
    assert list(found) == [chapter.title for chapter in chapters]
    state, (change,) = found["Wie doet het werk?"]
    assert "voldaan" in state
    assert change.text.startswith("Wijzig")
    assert sum("telt nu het meest" in state for state, _ in found.values()) == 1
    assert any(
        state.startswith(("1 vraag", "2 vragen", "3 vragen", "4 vragen", "5 vragen"))
        and links[0].text.startswith("Begin")
        for state, links in found.values()
    )


def test_the_words_of_its_progress_and_its_bar_say_the_same(work, in_chapter):
    page = work({one.id: good(one) for one in in_chapter("uitvoering")})
    bar, words = page.one("progress"), page.one("#voortgang-tekst").text

    assert words == f"{bar.get('value')} van {bar.get('max')} hoofdstukken klaar"


def test_a_chapter_that_is_not_done_shows_the_picture(work, client):
    work({})

    assert client.get(STOP).headers["Location"] == f"{HERE}/beeld"
    assert client.get(f"{HERE}/hoofdstuk/nergens").status_code == 404


def test_who_left_the_first_card_open_stops_after_a_chapter_too(begin, in_chapter):
    answers = {"stand": "loopt"} | {
        one.id: good(one) for one in in_chapter("uitvoering")
    }

    page = begin(answers, decision="buurtbemiddeling")

    assert page.one(".rw-bovenregel").text == "Klaar: Wie doet het werk?"


def test_a_dossier_that_begins_with_its_first_card_has_its_picture_at_once(begin, law):
    first = law.decision("damocles").questions[0]

    page = begin({first.id: "onbekend"}, decision="damocles")

    assert page.heading == "Uw eerste beeld"


# --- surer --------------------------------------------------------------------------


def test_what_is_open_is_sorted_by_where_it_can_be_found(begin, visit, law):
    begin({"fase": "voorstel"})
    page = visit("/cameratoezicht/zekerder")
    decision = law.decision("cameratoezicht")
    shown = {
        part.one("h2").text: [row.text for row in part.all("li > p")]
        for part in page.all(".rw-zeker")
    }

    assert next(iter(shown)) == "Zelf op te zoeken"
    assert "Alleen te vragen" in shown
    by_text = {q.text.partition("?")[0] + "?": q for q in decision.questions}
    for title, texts in shown.items():
        for text in texts:
            question = by_text[text]
            expected = "Alleen te vragen"
            if question.look_up in PLACES:
                expected = "Zelf op te zoeken"
            elif "griffie" in (question.who, question.look_up):
                expected = "Weet de griffie"
            assert title == expected, text
    assert not any(
        text.startswith("Zo ja") for texts in shown.values() for text in texts
    )


def test_every_place_to_look_is_known():
    assert {*PLACES, LookUp.GRIFFIE} == set(LookUp)


def test_a_place_is_an_ordinary_link_that_says_nothing_of_us(begin, visit):
    begin({"fase": "voorstel"})
    links = visit("/cameratoezicht/zekerder").all("main a[href^='https']")

    assert links
    assert {link.get("rel") for link in links} == {"noreferrer"}


def test_who_fills_in_from_there_comes_back_there(begin, visit, send):
    begin({"fase": "voorstel"})
    way = visit("/cameratoezicht/zekerder").all(".rw-zeker li a")[0].get("href")
    path = way.split("#")[0]
    assert "terug=zekerder" in path

    name = visit(path).all("[name$=-antwoord], [name$=-onbekend]")[0].get("name")
    page = send(path, {name.replace("-antwoord", "-onbekend"): "ja"})

    assert page.heading == "Maak dit zekerder"


def test_what_is_known_is_not_asked_there(begin, visit, law):
    question = law.decision("cameratoezicht").question_by_id["einddatum_in_besluit"]
    begin({"fase": "besluit"})
    before = visit("/cameratoezicht/zekerder").text
    begin({question.id: "ja"})

    assert question.text in before
    assert question.text not in visit("/cameratoezicht/zekerder").text
