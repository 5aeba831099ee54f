"""More contrast, forced colours and less motion: what a visitor asks of her screen."""

import pytest

from tests.browser.visitor import SOUND, by_axe, faint, mark

PATHS = (
    "/",
    "/cameratoezicht/vraag/raad-en-plek",
    "/cameratoezicht/overzicht",
    "/cameratoezicht/kort",
)
MOVING = """() => [...document.querySelectorAll('*')]
  .flatMap((e) => [undefined, '::before', '::after'].map((part) => getComputedStyle(e, part)))
  .filter((style) => parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none')
  .length"""
EDGES = """() => [...document.querySelectorAll('.rw-optie')]
  .map((e) => JSON.stringify([getComputedStyle(e).borderColor, getComputedStyle(e).outlineStyle,
    getComputedStyle(e).borderWidth, getComputedStyle(e).boxShadow]))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_who_asks_for_more_contrast_gets_seven_to_one(begun, path, scheme):
    page = begun()
    page.emulate_media(contrast="more", color_scheme=scheme)
    page.goto(path)

    assert by_axe(page, "rule", ["color-contrast-enhanced"]) == []


@pytest.mark.parametrize(
    ("css", "look"),
    [
        ("h1", "color = '#ccc'"),
        ("main", "backgroundColor = '#555'"),
        ("main", "opacity = '0.3'"),
        ("p a[href]", "textDecoration = 'none'"),
    ],
)
def test_text_that_turns_faint_is_found_where_it_was_judged_before(begun, css, look):
    """Only looks that passed are not judged again; a new colour is a new look."""
    page = begun()
    page.goto("/toegankelijkheid")
    before, again = faint(page, SOUND), faint(page, SOUND)
    page.evaluate(f"document.querySelector('{css}').style.{look}")

    assert before == again == []
    assert faint(page, SOUND) != []


def test_who_asks_for_less_motion_gets_none(begun):
    page = begun()
    page.goto(PATHS[1])
    moved = page.evaluate(MOVING)
    page.emulate_media(reduced_motion="reduce")

    assert moved > 0
    assert page.evaluate(MOVING) == 0


def test_in_forced_colours_the_chosen_answer_can_be_told_from_the_others(begun):
    page = begun()
    page.emulate_media(forced_colors="active")
    page.goto(PATHS[1])
    mark(page.locator("input[value='ja']").first)
    chosen, *others = page.evaluate(EDGES)[:3]

    assert others
    assert chosen not in others
