"""On a phone: what an answer will do is seen before it is saved, above the bar."""

import pytest

from tests.browser.visitor import start, tap
from tests.law import LIBRARY

DECISION = "cameratoezicht"
PHONE = {"width": 375, "height": 740}
CARDS = [
    screen.id.replace("_", "-")
    for screen in LIBRARY.decision(DECISION).screens
    if screen.is_card
]
# A thumb finds an answer anywhere above the bar, down to its edge. With JavaScript the page
# scrolls after the tap as far as is needed; without it the browser brings into view what
# gets the focus, and leaves room below it.
TO_THE_EDGE = """(id) => {
  const label = document.getElementById(id).closest("label");
  const edge = document.querySelector(".rw-onderbalk").getBoundingClientRect().top;
  window.scrollBy(0, label.getBoundingClientRect().bottom - edge);
  const { left, right, bottom } = label.getBoundingClientRect();
  return [(left + right) / 2, Math.min(bottom, edge) - 6];
}"""
IN_VIEW = """(id) => {
  const option = document.getElementById(id);
  const effect = document.getElementById(option.getAttribute("aria-describedby").split(" ").pop());
  const box = effect.getBoundingClientRect();
  const edge = document.querySelector(".rw-onderbalk").getBoundingClientRect().top;
  return option.checked && box.height > 0 && box.top >= 0 && box.bottom <= edge + 1;
}"""
OPTIONS = "(all) => all.map((one) => one.id)"


@pytest.mark.parametrize("scripts", [True, False])
def test_after_the_tap_the_effect_stands_above_the_bar(sheet, scripts):
    page = sheet(scripts=scripts, **PHONE)
    page.emulate_media(reduced_motion="reduce")  # so that nothing is measured halfway
    start(page, DECISION)
    tap(page, "Er ligt een voorstel")
    seen, out_of_view = 0, []
    for slug in CARDS:
        page.goto(f"/{DECISION}/vraag/{slug}?alles=ja")
        options = page.locator("input[type=radio][aria-describedby$=gevolg]")
        for option in options.evaluate_all(OPTIONS):
            page.mouse.click(*page.evaluate(TO_THE_EDGE, option))
            seen += 1
            out_of_view += [] if page.evaluate(IN_VIEW, option) else [option]

    assert seen > 200
    assert out_of_view == []
