"""Scenario A1 (Steenbergen, 2017) without JavaScript, from the start page to the PDF."""

import pikepdf

from tests.browser.visitor import answer, choose, follow, go, press

YES = (
    *("T01", "T02", "D01", "D02", "D05", "D07", "D08", "D10", "D12", "D13"),
    *("D15", "D16", "D19", "Z01", "Z04"),
)
A1 = dict.fromkeys(YES, "ja") | {"D20": "7", "Z02": "nee", "Z03": "nee"}


def test_a1_from_the_start_page_to_the_pdf(sheet, library):
    decision = library.decision("cameratoezicht")
    page = sheet(scripts=False)
    page.goto("/")
    follow(page, decision.header.title)
    choose(page, "Ja")
    seen = []
    while not page.url.endswith("/advies"):
        if page.url.endswith("/beeld"):
            go(page, page.locator(".rw-knoppen a").first)
            continue
        question = asked_on(page, decision)
        seen.append(question.id)
        answer(page, next((A1[ref] for ref in question.refs if ref in A1), "onbekend"))

    assert len(seen) == len(set(seen)) > 20
    outcome = decision.outcome_by_id["nog_niet_te_beoordelen"]
    assert page.get_by_role("heading", level=1).inner_text() == outcome.title
    with page.expect_download() as download:
        page.get_by_role("link", name="Memo als PDF").click()
    with pikepdf.open(download.value.path()) as paper:
        assert len(paper.pages) > 1
        assert str(paper.Root.Lang).lower().startswith("nl")


def asked_on(page, decision):
    heading = page.get_by_role("heading", level=1).inner_text()
    return next(one for one in decision.questions if one.text == heading)


def test_the_way_back_shows_the_earlier_answer(begun):
    page = begun(scripts=False)
    first = page.locator(".rw-terug").get_attribute("href")
    answer(page, "ja")

    page.goto(first)
    page.get_by_label("Nee", exact=True).check()
    press(page, "Opslaan en verder")
    page.goto(first)

    assert page.get_by_label("Nee", exact=True).is_checked()


def test_the_read_link_opens_in_another_browser(begun, sheet):
    page = begun(scripts=False)
    page.goto("/delen")
    press(page, "Maak een leeslink")
    link = page.get_by_label("Link om te lezen").input_value()

    reader = sheet(scripts=False)
    reader.goto(link)

    assert link.split("/")[-1] not in reader.url
    assert reader.get_by_role("heading", level=1).inner_text() == "De antwoorden"
