"""Decisions from the start page to their PDF without JavaScript, and the signpost.

Cameratoezicht has its own walk, with the answers of scenario A1.
"""

import pikepdf
import pytest

from tests.browser.visitor import answer, choose, faults_on, follow, go, start

# what a walk answers; everything else is “weet ik niet”
SAID = {
    "buurtbemiddeling": {
        "buurtbemiddeling_aanwezig": "ja",
        "alle_kernen_bereikt": "ja",
        "geld_voor_meer_jaren": "nee",
        "kosten_per_jaar_bekend": "ja",
    },
    "woonoverlastverordening": {
        "gaat_over_beleid": "ja",
        "woonoverlast_staat_in_verordening": "ja",
        "lichtere_stappen_vastgelegd": "nee",
    },
}
SIGNPOST = "Welk middel past hier?"


def walk(page, decision):
    """Answer until the result; give the questions that were asked."""
    by_text = {question.text: question for question in decision.questions}
    asked = []
    while not page.url.endswith("/advies"):
        assert len(asked) < 150
        if page.url.endswith("/beeld"):
            go(page, page.locator(".rw-knoppen a").first)
            continue
        question = by_text[page.get_by_role("heading", level=1).inner_text()]
        asked.append(question.id)
        answer(page, SAID[decision.id].get(question.id, "onbekend"))
    return asked


def take(page, name):
    """Download a PDF and look whether it is one that everybody can read."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    with pikepdf.open(download.value.path()) as paper:
        assert str(paper.Root.Lang).lower().startswith("nl")
        assert paper.Root.MarkInfo.Marked
        return len(paper.pages), str(paper.docinfo["/Title"])


@pytest.mark.parametrize("name", SAID)
def test_from_the_start_page_to_the_pdf(sheet, library, name):
    decision = library.decision(name)
    page = sheet(scripts=False)
    page.goto("/")
    follow(page, decision.header.title)
    choose(page, "Ja")
    asked = walk(page, decision)

    assert len(asked) == len(set(asked)) >= len(decision.header.first_picture)
    pages, title = take(page, "Memo als PDF")
    assert pages > 1
    assert decision.header.title in title


def test_from_the_signpost_to_two_decisions_and_one_memo(sheet, library):
    page = sheet(scripts=False)
    page.goto("/")
    follow(page, SIGNPOST)
    choose(page, "Ja")
    choose(page, "Bewoners geven overlast vanuit hun woning")
    choose(page, "Weet ik niet")
    choose(page, "Ja")

    assert page.get_by_role("heading", level=1).inner_text() == SIGNPOST
    assert page.url.endswith("/wegwijzer/uitkomst")
    decision = library.decision("woonoverlastverordening")
    go(page, page.locator("#gedragsaanwijzing button"))
    asked = walk(page, decision)
    assert "buurtbemiddeling_aanwezig" not in asked
    assert "gaat_over_beleid" not in asked

    other = library.decision("buurtbemiddeling")
    follow(page, other.header.title)
    choose(page, "Ja")
    assert "buurtbemiddeling_aanwezig" not in walk(page, other)

    follow(page, "Eén memo over deze besluiten")
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak het memo").click()
    with pikepdf.open(download.value.path()) as paper:
        title = str(paper.docinfo["/Title"])
        assert decision.header.title in title
        assert other.header.title in title


def test_the_checklist_from_the_page_that_refers_on(sheet, library):
    page = sheet(scripts=False)
    page.goto("/woonoverlastverordening/poort")
    choose(page, "Nee")
    follow(page, "controleblad")

    sheet_of = library.checklists["woonoverlastverordening"]
    assert page.get_by_role("heading", level=1).inner_text() == sheet_of.title
    assert take(page, "Controleblad als PDF")[0] > 1


@pytest.fixture
def pointed(sheet):
    """Open a window on the result of the signpost."""

    def make(problem, **kwargs):
        page = sheet(**kwargs)
        page.goto("/wegwijzer")
        choose(page, "Ja")
        choose(page, problem)
        while not page.url.endswith("/uitkomst"):
            choose(page, "Weet ik niet")
        return page

    return make


PATHS = (
    "/wegwijzer/vraag/gaat-over-beleid",
    "/wegwijzer/vraag/probleem",
    "/wegwijzer/vraag/lichtere-maatregelen-afgewogen",
    "/wegwijzer/uitkomst",
    "/wegwijzer/doorverwijzing",
    "/buurtbemiddeling/controleblad",
    "/woonoverlastverordening/controleblad",
    "/woonoverlastverordening/doorverwijzing",
)


def test_every_page_of_the_signpost_is_sound(pointed):
    page, found = pointed("Bewoners geven overlast vanuit hun woning"), {}
    for path in PATHS:
        page.goto(path)
        found[path] = faults_on(page)

    assert found == {path: {} for path in PATHS}


def test_every_page_of_several_decisions_is_sound(begun):
    page, found = begun("buurtbemiddeling"), {}
    start(page, "woonoverlastverordening")
    answer(page, "ja")
    paths = (
        "/memo",
        "/memo/bestand?vorm=pdf",
        "/buurtbemiddeling/overzicht",
        "/woonoverlastverordening/overzicht",
        "/woonoverlastverordening/advies",
        "/woonoverlastverordening/vraag/buurtbemiddeling-aanwezig",
    )
    for path in paths:
        page.goto(path)
        found[path] = faults_on(page)

    assert found == {path: {} for path in paths}
