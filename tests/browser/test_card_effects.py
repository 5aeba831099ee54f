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
# A thumb finds an answer anywhere above the bar, down to its edge. Without JavaScript
# nothing scrolls after a tap: there the browser brings into view what gets the focus, and
# leaves room below it.
TAP_EACH = """(scripts) => {
  const hidden = [];
  const options = [...document.querySelectorAll("input[type=radio][aria-describedby$=gevolg]")];
  const bar = document.querySelector(".rw-onderbalk");
  for (const one of options) {
    const label = one.closest("label");
    if (scripts) {
      const edge = bar.getBoundingClientRect().top;
      window.scrollBy(0, label.getBoundingClientRect().bottom - edge);
    } else {
      label.scrollIntoView({ block: "end" });
    }
    one.click();
    const effect = document.getElementById(one.getAttribute("aria-describedby").split(" ").pop());
    const box = effect.getBoundingClientRect();
    const edge = bar.getBoundingClientRect().top;
    if (!(box.height > 0 && box.top >= 0 && box.bottom <= edge + 1)) hidden.push(effect.id);
  }
  return [options.length, hidden];
}"""


@pytest.mark.parametrize("scripts", [True, False])
def test_after_the_tap_the_effect_stands_above_the_bar(sheet, scripts):
    page = sheet(scripts=scripts, **PHONE)
    page.emulate_media(reduced_motion="reduce")  # so that nothing is measured halfway
    start(page, DECISION)
    tap(page, "Er ligt een voorstel")
    seen, out_of_view = 0, []
    for slug in CARDS:
        page.goto(f"/{DECISION}/vraag/{slug}?alles=ja")
        tapped, hidden = page.evaluate(TAP_EACH, scripts)
        seen += tapped
        out_of_view += hidden

    assert seen > 200
    assert out_of_view == []
