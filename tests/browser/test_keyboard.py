"""Without a mouse: Tab, space, arrows and Enter are enough, and the focus is seen."""

from playwright.sync_api import expect

DECISION = "Camera’s op straat"
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
    tab_to(page, "e.type === 'submit'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vraag/fase")
    tab_to(page, "e.type === 'submit'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vraag/doel")
    tab_to(page, "e.type === 'checkbox'")
    page.keyboard.press("Space")
    tab_to(page, "e.type === 'radio'")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vraag/wie")
    tab_to(page, "e.textContent === 'In het kort'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kort")
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
    page.goto("/cameratoezicht/vraag/raad-en-plek")
    rings = []
    for _ in range(12):
        page.keyboard.press("Tab")
        rings.append(
            page.evaluate(
                "(() => { let e = document.activeElement;"
                " const shown = (x) => getComputedStyle(x).outlineStyle !== 'none';"
                " return shown(e) || shown(e.closest('.rw-optie') || e); })()"
            )
        )

    assert all(rings)
