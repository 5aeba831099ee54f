"""Room to read: a long answer on a narrow screen, and a line on a wide one."""

from tests.browser.visitor import PHONE

MOST_LETTERS_WIDE = 640  # points of --rw-measure, at 16 a rem

LONG_ANSWERS = """() => [...document.querySelectorAll('.rw-rij__antwoord')]
  .filter((answer) => answer.textContent.length > 40)
  .map((answer) => answer.getBoundingClientRect().width / answer.parentElement.clientWidth)"""
LINES = """() => [...document.querySelectorAll('.rw-eis p')]
  .map((line) => line.getBoundingClientRect().width)"""


def test_a_long_answer_has_the_whole_line_of_a_phone(begun):
    page = begun(width=PHONE[0])
    page.goto("/cameratoezicht/vraag/wie")
    page.locator(".rw-tik").first.click()
    page.goto("/cameratoezicht/overzicht")

    widths = page.evaluate(LONG_ANSWERS)

    assert widths
    assert min(widths) > 0.75


def test_a_line_about_a_demand_stays_short_on_a_wide_screen(begun):
    page = begun(width=1280)
    page.goto("/cameratoezicht/toets")

    widths = page.evaluate(LINES)

    assert widths
    assert max(widths) <= MOST_LETTERS_WIDE
