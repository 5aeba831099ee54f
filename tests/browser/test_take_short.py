"""What one takes from In het kort: the memo in few taps, and the questions by button."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_short import PHONE, look, unknown
from tests.browser.visitor import answer

SHARED = """() => {
  window.shared = [];
  navigator.share = async (what) => { window.shared.push(what.text); };
}"""


def test_the_result_of_cameras_with_nothing_known_at_all_is_short(sheet, library):
    """Not only the first question: each screen is saved with ‘weet ik niet’."""
    page = sheet(**PHONE)
    unknown(page, "cameratoezicht")
    decision = library.decision("cameratoezicht")
    for screen in decision.screens[1:]:
        page.goto(f"/cameratoezicht/vraag/{screen.id.replace('_', '-')}?alles=ja")
        answer(page, "onbekend")
    page.goto("/cameratoezicht/kort")

    assert len(look(page)) >= 4


@pytest.fixture
def short(sheet):
    """Open In het kort on a phone that can copy and share."""
    page = sheet(**PHONE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(f"({SHARED})()")
    unknown(page, "cameratoezicht")
    page.goto("/cameratoezicht/kort")
    return page


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


def test_the_three_questions_are_copied_and_shared_by_a_button(short):
    questions = short.locator(".rw-vanavond li").all_inner_texts()
    assert len(questions) == 3

    short.get_by_role("button", name="Kopieer", exact=True).click()
    expect(short.get_by_role("status").filter(has_text="Gekopieerd.")).to_be_visible()
    text = copied(short)
    assert all(one.splitlines()[0].split(" (")[0] in text for one in questions)

    short.get_by_role("button", name="Deel", exact=True).click()
    assert short.evaluate("window.shared") == [text]


def test_all_of_it_is_copied_as_plain_text_by_a_button(short):
    short.get_by_role("button", name="Kopieer alles").click()
    expect(
        short.get_by_role("status").filter(has_text="Alles gekopieerd")
    ).to_be_visible()
    text = copied(short)

    whole = short.request.get("/cameratoezicht/kort.txt").text()
    assert text == whole
    assert 200 < len(text) <= 1_500
    assert short.locator("h1").inner_text() in text


def test_without_scripts_the_same_stands_in_a_text(sheet):
    page = sheet(scripts=False, **PHONE)
    unknown(page, "cameratoezicht")
    page.goto("/cameratoezicht/kort")

    assert not page.get_by_role("button", name="Kopieer").count()
    assert page.get_by_role("link", name="Als tekst").is_visible()
