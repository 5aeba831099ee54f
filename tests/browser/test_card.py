"""A card in a real browser: with the keyboard, without JavaScript, and as axe sees it."""

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import faults_on, mark, press, start, tap

DECISION = "cameratoezicht"
CARD = f"/{DECISION}/vraag/raad-en-plek"
ROW = "verordening_verleent_bevoegdheid"
OTHER = "plek_open_terrein"

IN_VIEW = """() => {
  const bar = document.querySelector(".rw-onderbalk");
  const at = document.activeElement;
  if (at === document.body || bar.contains(at)) return true;
  const box = (at.closest("label") || at).getBoundingClientRect();
  const edge = bar.getBoundingClientRect();
  return box.bottom <= edge.top + 1 || box.top >= edge.bottom - 1;
}"""


@pytest.fixture
def card(sheet):
    """Open the first card of a plan, past the phase, the goal and who."""

    def make(**kwargs):
        page = sheet(**kwargs)
        start(page, DECISION)
        tap(page, "Er ligt een voorstel")
        page.goto(CARD)
        return page

    return make


def radio(page, row, value):
    return page.locator(f"input[name='{row}-antwoord'][value='{value}']")


def effect(page, row, value):
    of = radio(page, row, value).get_attribute("aria-describedby")
    return page.locator(f"[id='{of}']")


def test_arrow_keys_choose_within_a_row_and_tab_goes_to_the_next(card):
    page = card()
    radio(page, ROW, "ja").focus()

    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(radio(page, ROW, "nee")).to_be_checked()
    page.keyboard.press("Tab")

    name = page.evaluate("document.activeElement.name")
    assert name
    assert not name.startswith(ROW)
    assert page.url.endswith("/raad-en-plek")


def test_nothing_is_sent_until_the_button_and_then_all_of_it(card):
    page = card()
    mark(radio(page, ROW, "ja"))
    mark(radio(page, OTHER, "nee"))
    assert page.url.endswith("/raad-en-plek")

    press(page, "Bewaar en verder")
    page.goto(CARD)

    expect(radio(page, ROW, "ja")).to_be_checked()
    expect(radio(page, OTHER, "nee")).to_be_checked()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_an_answer_means_comes_into_view_when_it_is_chosen(card, scripts):
    page = card(scripts=scripts)
    expect(effect(page, ROW, "ja")).to_be_hidden()

    mark(radio(page, ROW, "ja"))
    expect(effect(page, ROW, "ja")).to_be_visible()
    mark(radio(page, ROW, "nee"))

    expect(effect(page, ROW, "ja")).to_be_hidden()
    expect(effect(page, ROW, "nee")).to_contain_text("Niet voldaan.")
    assert effect(page, ROW, "nee").is_visible()


def test_the_tally_moves_while_one_answers(card):
    page = card()
    before = page.locator("#telling").inner_text()

    with page.expect_response("**/stand"):
        mark(radio(page, ROW, "nee"))

    expect(page.locator("#telling")).not_to_have_text(before)
    expect(page.get_by_role("status")).to_contain_text("1 niet voldaan")
    assert page.locator("#telling").inner_text() != before


def test_the_bar_never_hides_what_has_the_focus(card):
    page = card(width=375, height=740)
    reached = set()
    for _ in range(20):
        page.keyboard.press("Tab")
        page.wait_for_function(IN_VIEW)
        reached.add(page.evaluate("document.activeElement.outerHTML"))

    assert len(reached) > 10


def test_the_way_back_of_the_browser_brings_the_choice_back(sheet):
    page = sheet()
    start(page, DECISION)
    tap(page, "Er ligt een voorstel")

    page.go_back()

    expect(page.locator(".rw-tik--nu")).to_contain_text("Er ligt een voorstel")
    assert page.locator(".rw-tik--nu").count() == 1


def test_a_card_with_a_fault_leads_to_its_field(card):
    page = card()
    page.goto(f"/{DECISION}/vraag/bewaartermijn-dagen")
    page.locator("#bewaartermijn_dagen-antwoord").fill("heel kort")
    press(page, "Bewaar en verder")

    expect(page.locator("#fouten")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").click()

    expect(page.locator("#bewaartermijn_dagen-antwoord")).to_be_focused()
    assert page.locator("#bewaartermijn_dagen-antwoord").input_value() == "heel kort"


def test_axe_and_narrow_screens_find_nothing_on_the_screens_of_a_walk(card):
    page = card()
    found = {}
    for slug in ("fase", "doel", "wie", "raad-en-plek", "bewaartermijn-dagen"):
        page.goto(f"/{DECISION}/vraag/{slug}")
        found[slug] = faults_on(page)

    assert not any(found.values()), found
