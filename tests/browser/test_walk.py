"""Scenario A1 (Steenbergen, 2017) without JavaScript, from the start page to the PDF."""

from urllib.parse import urlsplit

import pikepdf

from tests.browser.visitor import fill, follow, go, go_on, is_a_stop, press, tap

A1 = {
    "fase": "besluit",
    "waarvoor": "orde",
    "wie": "burgemeester",
    "wat_speelt": "overlast",
    "bewaartermijn_dagen": "7",
}
YES = ("verordening_verleent_bevoegdheid", "plek_vrij_toegankelijk", "feiten_op_papier")


def test_a1_from_the_start_page_to_the_pdf(sheet, library):
    decision = library.decision("cameratoezicht")
    page = sheet(scripts=False)
    page.goto("/")
    follow(page, decision.header.title)
    tap(page, "Ja")
    seen = []
    while not page.url.endswith("/kort"):
        if is_a_stop(page):
            go_on(page)
            continue
        screen = shown_on(page, decision)
        seen.append(screen.id)
        fill_in(page, screen)

    assert len(seen) == len(set(seen)) > 15
    assert page.get_by_role("heading", level=1).inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Memo van één bladzijde").click()
    with pikepdf.open(download.value.path()) as paper:
        assert len(paper.pages) == 1
        assert str(paper.Root.Lang).lower().startswith("nl")


def shown_on(page, decision):
    slug = urlsplit(page.url).path.split("/")[-1].replace("-", "_")
    return decision.screen_by_id[slug]


def fill_in(page, screen):
    """Answer each row as the papers of Steenbergen do; else nobody knows."""
    if page.locator(".rw-tik").count():
        value = A1.get(screen.id, "onbekend")
        go(page, page.locator(f".rw-tik[value='{value}']"))
        return
    for row in page.locator(".rw-vraagrij").all():
        name = row.locator("input").first.get_attribute("name").partition("-")[0]
        fill(row, A1.get(name, "ja" if name in YES else "onbekend"))
    press(page, "Bewaar en verder")


def test_the_way_back_shows_the_earlier_answer(begun):
    page = begun(scripts=False)
    first = page.locator(".rw-terug").get_attribute("href")

    page.goto(first)
    tap(page, "Er ligt een voorstel")
    page.goto(first)

    assert page.locator(".rw-tik--nu").get_attribute("value") == "voorstel"


def test_the_read_link_opens_in_another_browser(begun, sheet):
    page = begun(scripts=False)
    page.goto("/delen")
    press(page, "Maak een leeslink")
    link = page.get_by_label("Link om te lezen").input_value()

    reader = sheet(scripts=False)
    reader.goto(link)
    assert "U leest mee" in reader.get_by_role("heading", level=1).inner_text()
    reader.get_by_role("link", name="Lees het hele dossier").click()
    press(reader, "Open dit dossier")

    assert link.split("/")[-1] not in reader.url
    assert reader.get_by_role("heading", level=1).inner_text() == "De antwoorden"
