"""How soon there is a picture, and how much of it: counted in taps, measured on a phone.

A tap is one activation of a link, a button, a radio or a tick; typing a word is one; a
row that is left open costs none.
"""

import pytest

from rules.exercises import exercises
from rules.grammar.answers import Ticks, TicksKind, stored
from tests.browser.visitor import (
    OPENED,
    SIDEWAYS,
    faults_on,
    follow,
    go,
    go_on,
    mark,
    press,
)
from tests.law import LIBRARY

UNKNOWN = "onbekend"
MOST_TAPS, MOST_TAPS_TO_PAPER, MOST_PIXELS, NARROW = 12, 14, 2_000, 256
HEIGHT = "document.documentElement.scrollHeight"
LOWEST = "document.querySelector('.rw-knoppen').getBoundingClientRect().bottom"
PHONE = {"width": 375, "height": 740}


def values_of(answer):
    """What to choose or to type for an answer."""
    return answer.value if isinstance(answer, Ticks) else (stored(answer),)


def known_by():
    """What is filled in by decision: an exercise, or nothing that is known.

    Where nothing is asked before the first card, one row says so: a dossier needs it.
    """
    library = LIBRARY
    for one in exercises(library):
        said = {name: values_of(answer) for name, answer in one.answers.items()}
        known = {name: found for name, found in said.items() if found != (UNKNOWN,)}
        yield pytest.param(one.file.decision, known, id=one.file.id)
    for name, decision in library.decisions.items():
        none = {} if decision.header.phase else {first_row(decision): (UNKNOWN,)}
        yield pytest.param(name, none, id=f"{name}-weet-ik-niet")


def first_row(decision):
    """The first question that takes ‘weet ik niet’; ticks have no such tick."""
    return next(
        one.id for one in decision.questions if not isinstance(one.answer, TicksKind)
    )


@pytest.fixture
def phone(sheet):
    return sheet(width=375, height=740, scripts=False)


def question_of(field):
    return field.get_attribute("name").rpartition("-")[0]


def fill_row(row, values):
    """Fill in one row, and give the taps it took."""
    for value in values:
        option = row.locator(f"input[value='{value}']")
        typed = row.locator("input[type=text]")
        typed.fill(value) if typed.count() else mark(option)
    return len(values)


def taps_on(page, known):
    """Answer one screen with what is known, and give the taps it took."""
    buttons = page.locator(".rw-tik")
    if buttons.count():
        (value,) = known.get(question_of(buttons.first), (UNKNOWN,))
        go(page, page.locator(f".rw-tik[value='{value}']"))
        return 1
    taps = sum(
        fill_row(row, known.get(question_of(row.locator("input").first), ()))
        for row in page.locator(".rw-vraagrij").all()
    )
    press(page, "Bewaar en verder")
    return taps + 1


def to_the_picture(page, decision, known):
    """Walk from home to the first picture, and give the taps it took."""
    page.goto("/")
    follow(page, decision.header.title)
    go(page, page.locator(".rw-tik", has_text="Ja"))
    taps = 2
    while not page.url.endswith(("/beeld", "/kort")):
        taps += taps_on(page, known)
        assert taps < 40
    return taps


@pytest.mark.parametrize(("name", "known"), known_by())
def test_a_picture_within_twelve_taps_and_a_pdf_within_fourteen(
    sheet, library, name, known
):
    """The picture fits in two thousand pixels, and sticks out on no phone."""
    page = sheet(scripts=False, **PHONE)
    taps = to_the_picture(page, library.decision(name), known)

    assert page.url.endswith("/beeld")
    assert taps <= MOST_TAPS
    assert page.evaluate(HEIGHT) <= MOST_PIXELS
    page.evaluate(OPENED)
    page.set_viewport_size({"width": NARROW, "height": 740})
    assert page.evaluate(SIDEWAYS) == 0

    page.set_viewport_size(PHONE)
    follow(page, "Bekijk In het kort")
    with page.expect_download() as download:
        page.get_by_role("link", name="Memo van één bladzijde").click()

    assert taps + 2 <= MOST_TAPS_TO_PAPER
    assert download.value.suggested_filename.endswith(".pdf")


def test_a_stop_after_a_chapter_shows_both_ways_on_at_a_glance(sheet, library):
    page = sheet(**PHONE)
    to_the_picture(page, library.decision("buurtbemiddeling"), {"stand": ("loopt",)})
    go_on(page)
    while "/hoofdstuk/" not in page.url:
        assert not page.url.endswith("/kort")
        for option in page.locator(".rw-vraagrij input[value='nee']").all():
            mark(option)
        taps_on(page, {})

    assert page.evaluate(LOWEST) <= 1.3 * PHONE["height"]  # with repair and question
    assert page.locator(".rw-herstel").count() <= 1
    assert faults_on(page) == {}
