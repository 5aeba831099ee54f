"""What works without JavaScript beside the walk."""

from tests.browser.visitor import press


def test_the_municipality_and_doubts_work_without_javascript(begun):
    page = begun(scripts=False)
    page.goto("/waarover")
    page.get_by_label("Gemeente", exact=True).fill("Woerden")
    press(page, "Bewaar")

    assert page.get_by_text("GM0632").count() == 1
