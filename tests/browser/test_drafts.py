"""Papers under way in a real browser: each page is sound, and no script is needed."""

from tests.browser.visitor import faults_on, follow, press

PAPERS = "/cameratoezicht/stukken"
PATHS = (
    PAPERS,
    f"{PAPERS}/overwegingen",
    f"{PAPERS}/motie",
    f"{PAPERS}/amendement",
    f"{PAPERS}/vragen-college",
    f"{PAPERS}/motie/controle",
)


def test_every_page_of_the_papers_is_sound(begun):
    page, found = begun(), {}
    for path in PATHS:
        page.goto(path)
        found[path] = faults_on(page)

    assert found == {path: {} for path in PATHS}


def test_a_motie_is_made_without_javascript(begun):
    page = begun(scripts=False)
    page.goto(f"{PAPERS}/overwegingen")
    page.get_by_label("Ik neem geen punten over").check()
    press(page, "Opslaan en verder")
    follow(page, "Motie", exact=True)
    page.locator("#verzoek-onderzoeken-cameras").check()
    page.locator("#datum-onderzoeken-cameras").fill("1-7-2027")
    press(page, "Bekijk en controleer het stuk")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als tekst").click()

    assert download.value.suggested_filename.endswith("_v1.txt")
