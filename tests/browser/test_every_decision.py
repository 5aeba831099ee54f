"""Each decision from the start page, or from a word, to its PDF without JavaScript.

Cameratoezicht has its own walk, with the answers of scenario A1.
"""

import pikepdf
import pytest

from rules.loading import CONTENT
from tests.browser.test_short import PHONE, look
from tests.browser.visitor import (
    answer,
    faults_on,
    follow,
    go,
    go_on,
    is_a_stop,
    press,
    start,
    tap,
)

NAMES = sorted(
    {path.name for path in (CONTENT / "besluiten").iterdir()} - {"cameratoezicht"}
)
# what a walk answers; everything else is “weet ik niet”
SAID = {
    "buurtbemiddeling": {
        "stand": "loopt",
        "alle_kernen_bereikt": "ja",
        "geld_voor_meer_jaren": "nee",
    },
    "woonoverlastverordening": {
        "fase_verordening": "geldt",
        "stappen_vastgelegd": "nee",
    },
}
SEARCH = "Waar gaat het over?"


def walk(page, decision):
    """Answer until the result; give the questions that had no answer yet."""
    asked = []
    while not page.url.endswith("/kort"):
        assert len(asked) < 150
        if is_a_stop(page):
            go_on(page)
            continue
        asked += answer(page, "onbekend", SAID.get(decision.id, {}))
    return asked


def take(page, name):
    """Download a PDF and look whether it is one that everybody can read."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    with pikepdf.open(download.value.path()) as paper:
        assert str(paper.Root.Lang).lower().startswith("nl")
        assert paper.Root.MarkInfo.Marked
        return len(paper.pages), str(paper.docinfo["/Title"])


@pytest.mark.parametrize("name", NAMES)
def test_from_the_start_page_to_the_pdf(sheet, library, name):
    """On a phone; what is seen at the end is short, and the memo is one page."""
    decision = library.decision(name)
    page = sheet(scripts=False, **PHONE)
    page.goto("/")
    follow(page, decision.header.title)
    tap(page, "Ja")
    asked = walk(page, decision)

    assert len(asked) == len(set(asked)) >= len(decision.screens) / 2
    pages, title = take(page, "Memo van één bladzijde")
    assert pages == 1
    assert decision.header.title in title
    assert len(look(page)) >= 4


def test_from_a_word_to_two_decisions_and_one_memo(sheet, library):
    page = sheet(scripts=False)
    page.goto("/")
    page.get_by_label(SEARCH).fill("burenruzie")
    press(page, "Zoek")
    assert "burenruzie" not in page.url
    follow(page, "Overlast vanuit een woning")

    decision = library.decision("woonoverlastverordening")
    rule = page.locator("#gedragsaanwijzing")
    rule.locator("summary").click()
    go(page, rule.get_by_role("link", name="Begin"))
    tap(page, "Ja")
    walk(page, decision)

    other = library.decision("buurtbemiddeling")
    follow(page, "Stukken")
    page.locator("summary", has_text="Een besluit toevoegen").click()
    follow(page, other.header.title)
    tap(page, "Ja")
    assert "bemiddeling_vaste_stap" not in walk(page, other)

    follow(page, "Stukken")
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
    tap(page, "Nee")
    follow(page, "controleblad")

    sheet_of = library.checklists["woonoverlastverordening"]
    assert page.get_by_role("heading", level=1).inner_text() == sheet_of.title
    assert take(page, "Controleblad als PDF")[0] > 1


def test_every_checklist_is_sound(sheet):
    page, found = sheet(), {}
    paths = (
        "/buurtbemiddeling/controleblad",
        "/woonoverlastverordening/controleblad",
        "/woonoverlastverordening/doorverwijzing",
    )
    for path in paths:
        page.goto(path)
        found[path] = faults_on(page)

    assert found == {path: {} for path in paths}


def test_every_page_of_several_decisions_is_sound(begun):
    page, found = begun("buurtbemiddeling"), {}
    start(page, "woonoverlastverordening")
    answer(page, "geldt")
    paths = (
        "/memo",
        "/memo/bestand?vorm=pdf",
        "/buurtbemiddeling/overzicht",
        "/woonoverlastverordening/overzicht",
        "/woonoverlastverordening/kort",
        "/woonoverlastverordening/vraag/buurtbemiddeling-aanwezig",
    )
    for path in paths:
        page.goto(path)
        found[path] = faults_on(page)

    assert found == {path: {} for path in paths}
