"""With JavaScript ‘Stand nu’ follows while one answers, and agrees with what is kept."""

from tests.browser.visitor import press


def test_the_stand_follows_and_says_that_it_is_not_kept(begun):
    page = begun()
    page.goto("/cameratoezicht/vraag/doel-openbare-orde")
    page.locator("input[value='nee']").check()
    page.get_by_text("Als u dit opslaat:").wait_for()
    seen = page.locator(".rw-stand__uitkomst").inner_text()

    press(page, "Opslaan en verder")
    page.goto("/cameratoezicht/vraag/doel-openbare-orde")

    assert page.locator("#stand-nu").get_attribute("aria-live") == "polite"
    assert page.locator(".rw-stand__uitkomst").inner_text() == seen


def test_without_javascript_it_follows_after_each_step(begun):
    page = begun(scripts=False)
    page.goto("/cameratoezicht/vraag/doel-openbare-orde")
    before = page.locator(".rw-stand__uitkomst").inner_text()
    page.locator("input[value='nee']").check()
    press(page, "Opslaan en verder")
    page.goto("/cameratoezicht/vraag/doel-openbare-orde")

    assert page.locator(".rw-stand__uitkomst").inner_text() != before


def test_the_municipality_and_doubts_work_without_javascript(begun):
    page = begun(scripts=False)
    page.goto("/gemeente")
    page.get_by_label("Uw gemeente").fill("Woerden")
    press(page, "Bewaar")

    assert page.get_by_text("GM0632").count() == 1
