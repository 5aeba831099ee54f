"""The result on a phone: how long each page is, how many words, and that nothing sticks out."""

import pytest

from rules.exercises import exercises
from rules.loading import CONTENT
from tests.browser.visitor import SIDEWAYS, press, start, tap

PHONE, NARROW = {"width": 375, "height": 740}, {"width": 256, "height": 640}
MOST_PIXELS, MOST_WORDS = 2_000, 220
MOST_ELSEWHERE = 6_000
EXERCISES = len(list((CONTENT / "voorbeelden").glob("*.yaml")))
HEIGHT = "document.documentElement.scrollHeight"
# what is there for ears alone is not read by eyes
WORDS = """() => {
  document.querySelectorAll('.rw-verborgen, .utrecht-skip-link').forEach((one) => one.remove());
  return document.body.innerText.split(/\\s+/).filter(Boolean).length;
}"""


def unknown(page, decision):
    """Begin a decision, and know nothing at all."""
    start(page, decision)
    tap(page, "Weet ik niet")


@pytest.fixture
def phone(sheet):
    return sheet(**PHONE)


def look(page):
    """Check all tabs of the dossier that lies open; give them."""
    tabs = [one.get_attribute("href") for one in page.locator(".rw-balk__tabs a").all()]
    for path in tabs:
        page.goto(path)
        is_short = path.endswith("/kort")
        most = MOST_PIXELS if is_short else MOST_ELSEWHERE
        assert page.evaluate(HEIGHT) <= most, path
        if is_short:
            assert page.evaluate(WORDS) <= MOST_WORDS, page.inner_text("body")
        page.set_viewport_size(NARROW)
        assert page.evaluate(SIDEWAYS) <= 0, path
        page.set_viewport_size(PHONE)
    return tabs


@pytest.mark.parametrize("number", range(EXERCISES))
def test_the_result_of_an_exercise_is_short(phone, library, number):
    example = exercises(library)[number].file
    phone.goto(f"/voorbeelden/{example.id}")
    press(phone, "Oefen verder met een kopie")
    phone.goto(phone.url.replace("/overzicht", "/kort"))

    assert len(look(phone)) >= 4


def test_each_exercise_is_looked_at(library):
    assert len(exercises(library)) == EXERCISES


@pytest.mark.parametrize(
    "decision", ["buurtbemiddeling", "cameratoezicht", "woonoverlastverordening"]
)
def test_the_result_of_who_knows_nothing_is_short(phone, decision):
    unknown(phone, decision)
    phone.goto(f"/{decision}/kort")

    assert len(look(phone)) >= 4
