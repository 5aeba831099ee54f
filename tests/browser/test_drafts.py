"""Papers under way in a real browser: axe finds nothing, nothing sticks out, no script."""

import pytest

from tests.browser.test_every_page import OVERFLOW, SHOWN, SMALL

PAPERS = "/cameratoezicht/stukken"
PATHS = (
    PAPERS,
    f"{PAPERS}/overwegingen",
    f"{PAPERS}/motie",
    f"{PAPERS}/amendement",
    f"{PAPERS}/vragen-college",
    f"{PAPERS}/motie/controle",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(begun, faults_on, scheme):
    page, found = begun(scheme=scheme), {}
    for path in PATHS:
        page.goto(path)
        page.evaluate(SHOWN)
        found[path] = faults_on(page)

    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_sticks_out_and_all_can_be_touched(begun, width):
    page, found = begun(width=width), {}
    for path in PATHS:
        page.goto(path)
        page.evaluate(SHOWN)
        found[path] = (page.evaluate(OVERFLOW), page.evaluate(SMALL))

    assert set(map(str, found.values())) == {"(0, [])"}, found


def test_a_motie_is_made_without_javascript(begun):
    page = begun(scripts=False)
    page.goto(f"{PAPERS}/overwegingen")
    page.get_by_label("Ik neem geen punten over").check()
    page.get_by_role("button", name="Opslaan en verder").click()
    page.get_by_role("link", name="Motie", exact=True).click()
    page.locator("#verzoek-onderzoeken-cameras").check()
    page.locator("#datum-onderzoeken-cameras").fill("1-7-2027")
    page.get_by_role("button", name="Bekijk en controleer het stuk").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als tekst").click()

    assert download.value.suggested_filename.endswith("_v1.txt")
