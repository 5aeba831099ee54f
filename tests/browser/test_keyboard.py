"""Without a mouse: Tab, space, arrows and Enter are enough, and the focus is seen."""

from playwright.sync_api import expect

from tests.browser.visitor import press

DECISION = "Cameratoezicht op straat"
MOST_TABS = 40


def tab_to(page, js):
    """Press Tab until the focus is where it should be."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(
            f"(() => {{ const e = document.activeElement; return {js}; }})()"
        ):
            return
    raise AssertionError(f"not reached by Tab: {js}")


def test_the_skip_link_comes_first_and_works(sheet):
    page = sheet()
    page.goto("/")

    page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert name == "Naar de inhoud"
    expect(page.locator("#inhoud")).to_be_focused()


def test_from_the_start_to_the_paper_with_the_keyboard_alone(sheet):
    page = sheet()
    page.goto("/")
    tab_to(page, f"e.textContent === '{DECISION}'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/poort")
    tab_to(page, "e.type === 'radio'")
    page.keyboard.press("Space")
    tab_to(page, "e.type === 'submit'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vraag/**")
    for _ in range(2):
        before = page.url
        tab_to(page, "e.type === 'radio'")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, before=before: url != before)
    tab_to(page, "e.textContent === 'Uitkomst'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/advies")
    tab_to_end = "e.pathname && e.pathname.endsWith('/memo.pdf')"
    for _ in range(12):
        try:
            tab_to(page, tab_to_end)
            break
        except AssertionError:
            continue
    with page.expect_download() as download:
        page.keyboard.press("Enter")

    assert download.value.path().read_bytes().startswith(b"%PDF")


def test_the_focus_is_always_seen(begun):
    page = begun()
    page.goto("/cameratoezicht/vraag/doel-openbare-orde")
    rings = []
    for _ in range(12):
        page.keyboard.press("Tab")
        rings.append(
            page.evaluate(
                "(() => { let e = document.activeElement;"
                " const shown = (x) => getComputedStyle(x).outlineStyle !== 'none';"
                " return shown(e) || shown(e.closest('.rw-keuze') || e); })()"
            )
        )

    assert all(rings)


def test_the_error_summary_leads_to_the_field(begun):
    page = begun()
    press(page, "Opslaan en verder")

    page.get_by_role("alert").get_by_role("link").click()

    assert page.title().startswith("Fout:")
    expect(page.locator("input[type=radio]").first).to_be_focused()
