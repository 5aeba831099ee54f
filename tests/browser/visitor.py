"""What a visitor does with a page, and what she would see wrong with it."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LAYOUT = ["scrollable-region-focusable", "target-size"]
PAINTED = ("color-contrast", "link-in-text-block")
PAINT = Path(__file__).with_name("paint.js").read_text()
SOUND: set[str] = set()  # the looks of a text that passed before, in this run
WIDE, TABLET = (1280, 800), (768, 1024)
PHONE = (320, 256)  # a screen of 1280 by 1024 at 400 %
NARROW = 256  # a narrow screen of 320 at 125 %
OPENED = "() => { document.querySelectorAll('details').forEach((one) => { one.open = true }) }"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('a, button, input, summary, label.rw-keuze, label.rw-optie')]
  .filter((e) => e.type !== 'hidden' && e.offsetParent !== null)
  .filter((e) => !e.closest('p, li, .rw-noot') || e.matches('button, summary, input'))
  .filter((e) => !e.closest('.utrecht-skip-link') && !e.closest('.rw-keuze label'))
  .map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 120)])
  .filter(([box]) => box.width < 24 || box.height < 24)
  .map(([, html]) => html)"""

# Many rows at once, and nothing moves by it; `fill` does one as a thumb would.
FILL = """([said, otherwise]) => {
  const empty = [...document.querySelectorAll('.rw-vraagrij')]
    .filter((row) => !row.querySelector(':checked'))
  return empty.map((row) => {
    const question = row.querySelector('input').name.split('-')[0]
    const value = said[question] ?? otherwise
    const unknown = value === 'onbekend' ? "input[name$='-onbekend']" : null
    const option = row.querySelector(`input[value='${value}']`)
    const typed = row.querySelector('input[type=text]')
    if (option) option.checked = true
    else if (unknown) row.querySelector(unknown).checked = true
    else if (typed && /^\\d+$/.test(value)) typed.value = value
    return question
  })
}"""


def go(page: Page, way: Locator) -> None:
    """Click and wait for the page that follows; the old one is never read again."""
    with page.expect_navigation():
        way.click()


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page that follows."""
    go(page, page.get_by_role("button", name=name, exact=True))


def follow(page: Page, name: str, *, exact: bool = False) -> None:
    """Follow a link and wait for the page that it leads to."""
    go(page, page.get_by_role("link", name=name, exact=exact))


def choose(page: Page, label: str, button: str = "Verder") -> None:
    """Choose one of a few and go on."""
    page.get_by_label(label, exact=True).check()
    press(page, button)


def mark(option: Locator) -> None:
    """Choose an answer as a thumb does: on its label, which lies over the radio or tick."""
    if not option.is_checked():
        option.locator("xpath=ancestor::label").click()
    expect(option).to_be_checked()


def tap(page: Page, label: str) -> None:
    """Tap the answer that begins like this, where choosing is going on."""
    go(page, page.locator(".rw-tik", has_text=label).first)


def start(page: Page, decision: str = "cameratoezicht") -> None:
    """Pass the gate of a decision."""
    page.goto(f"/{decision.replace('_', '-')}/poort")
    tap(page, "Ja")


def is_a_stop(page: Page) -> bool:
    """Tell whether this is a picture on the way: the first, or after a chapter."""
    return page.url.endswith("/beeld") or "/hoofdstuk/" in page.url


def go_on(page: Page) -> None:
    """Go on from a picture on the way, or to the result where nothing is left."""
    onward = page.get_by_role("link", name="Ga verder met")
    go(page, onward if onward.count() else page.locator(".rw-knoppen a").first)


def answer(
    page: Page, value: str, said: Mapping[str, str] = MappingProxyType({})
) -> list[str]:
    """Answer every row of the screen that is still empty, where it can be answered so.

    `said` has the questions that get another answer. Gives the questions it answered.
    """
    taps = page.locator(".rw-tik")
    if taps.count():
        question = str(taps.first.get_attribute("name")).rpartition("-")[0]
        wanted = page.locator(f".rw-tik[value='{said.get(question, value)}']")
        go(page, wanted.first if wanted.count() else taps.last)
        return [question]
    filled = page.evaluate(FILL, [dict(said), value])
    press(page, "Bewaar en verder")
    return list(filled)


def fill(row: Locator, value: str) -> None:
    """Fill in one row by hand, with a choice or with something typed."""
    option = row.locator(f"input[value='{value}']")
    typed = row.locator("input[type=text]")
    if option.count():
        mark(option.first)
    elif value == "onbekend":
        mark(row.get_by_label("Weet ik niet"))
    elif typed.count() and value.isdecimal():
        typed.fill(value)


def by_axe(page: Page, kind: str, values: list[str]) -> list[tuple[str, str]]:
    """Give what axe-core finds, by rule, with the first place where it is wrong.

    What is painted is judged by `faint`: those two rules take axe longer than all others.
    """
    options = {
        "runOnly": {"type": kind, "values": values},
        "rules": {rule: {"enabled": False} for rule in PAINTED},
        "resultTypes": ["violations"],
    }
    found = with_axe(page, "(options) => axe.run(document, options)", options)
    return [(one["id"], one["nodes"][0]["html"][:160]) for one in found["violations"]]


def with_axe(page: Page, script: str, given: object) -> Any:
    """Run a script where axe-core is at hand; it is put in a page once."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(script, given)


def faint(page: Page, sound: set[str]) -> list[str]:
    """Give the text that axe-core cannot tell well enough from what is around it.

    `sound` are the looks that passed in an earlier page; what passes here is added.
    """
    found = with_axe(page, PAINT, [*sound])
    sound.update(found["sound"])
    return list(found["faint"])


def layout_faults(page: Page) -> dict[str, object]:
    """Give what sticks out or is too small to tap, at every width, each fold opened."""
    page.evaluate(OPENED)
    seen: dict[str, object] = {}
    for width, height in (TABLET, PHONE, (NARROW, PHONE[1]), WIDE):
        page.set_viewport_size({"width": width, "height": height})
        seen[f"steekt uit bij {width}"] = page.evaluate(SIDEWAYS)
        if width != NARROW:
            seen[f"te klein bij {width}"] = page.evaluate(SMALL)
    return {where: what for where, what in seen.items() if what}


def faults_on(page: Page) -> dict[str, object]:
    """Give what is wrong with a page, by where it was seen; nothing when it is sound.

    axe goes by all its rules on a wide screen in light, and on a phone in the dark by
    those that scheme and width can change.
    """
    seen: dict[str, object] = {**layout_faults(page)}
    seen["axe, breed scherm, licht"] = by_axe(page, "tag", TAGS)
    seen["te flauw, licht"] = faint(page, SOUND)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.emulate_media(color_scheme="dark")
    seen["axe, telefoon, donker"] = by_axe(page, "rule", LAYOUT)
    seen["te flauw, donker"] = faint(page, SOUND)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    return {where: what for where, what in seen.items() if what}
