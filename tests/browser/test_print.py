"""On paper: no ways to other pages, and the core of the result on one sheet of A4."""

SHEET = 980  # points of a page of A4 between its margins, at 96 a inch


def test_the_core_of_the_result_fits_on_one_sheet(begun):
    page = begun(width=670)
    page.goto("/cameratoezicht/kort")
    page.emulate_media(media="print")

    core = page.locator(".rw-kort__uitkomst").bounding_box()

    assert core["y"] + core["height"] < SHEET
    assert not page.locator("header nav").first.is_visible()
    assert not page.locator("footer nav").is_visible()


def test_a_page_on_paper_breaks_between_its_lines(begun):
    page = begun()
    page.goto("/cameratoezicht/geld")
    page.emulate_media(media="print")
    kind = "() => getComputedStyle(document.documentElement).containerType"

    assert page.evaluate(kind) == "normal"
