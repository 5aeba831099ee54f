"""The signpost in a real browser: how long its pages are, and what typing finds."""

from pathlib import Path

import pytest
import yaml

from rules.judging.word_search import Lookup
from tests.browser.visitor import faults_on, follow, go, press

PHONE = {"width": 375, "height": 740}
LONGEST = 2_500  # pixels of a folded result
MOST_WORDS = {"result": 150, "instrument": 90, "start": 70}
TYPED = yaml.safe_load(
    (Path(__file__).parent.parent / "content" / "zoekwoorden.yaml").read_text()
)
WORDS = (*TYPED["among_three"], *TYPED["first"], *TYPED["nothing"])
HEIGHT = "document.documentElement.scrollHeight"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SOUND = (
    *("/", "/wegwijzer", "/middel", "/wegwijzer/jaarwisseling", "/wegwijzer/cameras"),
    *("/wegwijzer/opvang-omgeving", "/middel/cameratoezicht-151c", "/middel/mosquito"),
)


@pytest.fixture
def phone(sheet):
    return sheet(**PHONE)


def address(problem):
    return f"/wegwijzer/{problem.id.replace('_', '-')}"


def words_in(locator):
    """Count what can be read there; signs between words are none."""
    return len(locator.inner_text().replace("·", " ").replace(";", " ").split())


def test_every_result_is_short_when_folded(phone, library):
    problems = library.signpost.problems
    found = {}
    for problem in problems:
        phone.goto(address(problem))
        phone.evaluate("document.querySelector('.utrecht-skip-link').remove()")
        height, over = phone.evaluate(HEIGHT), phone.evaluate(SIDEWAYS)
        found[problem.id] = (height, over, words_in(phone.locator("body")))

    assert len(found) == len(problems)
    assert {
        name: figures
        for name, figures in found.items()
        if figures[0] > LONGEST or figures[1] or figures[2] > MOST_WORDS["result"]
    } == {}


def test_every_instrument_is_short_when_unfolded(phone, library):
    long = {}
    for problem in library.signpost.problems:
        phone.goto(address(problem))
        phone.evaluate(
            "document.querySelectorAll('.rw-middel').forEach((one) => { one.open = true })"
        )
        for one in phone.locator(".rw-middel__tekst").all():
            count = words_in(one)
            enter = one.locator(".rw-begin")
            count -= words_in(enter) if enter.count() else 0
            if count > MOST_WORDS["instrument"]:
                long[problem.id, one.inner_text()[:60]] = count

    assert long == {}


def test_the_band_of_the_start_page_is_one_screen_and_says_little(phone):
    phone.goto("/")
    band = phone.locator(".rw-opening")

    assert words_in(band) <= MOST_WORDS["start"]
    assert band.bounding_box()["y"] + band.bounding_box()["height"] <= PHONE["height"]


def test_a_result_is_two_taps_away(phone):
    phone.goto("/")
    phone.get_by_label("Waar gaat het over?").press_sequentially("vuurwerkb")  # one tap
    go(phone, phone.locator("#zoek-treffers a").first)  # two

    assert phone.url.endswith("/wegwijzer/explosie")


def test_typing_finds_what_the_server_finds(phone, library):
    """The list in the page holds problems and what people ask for by name, no more."""
    lookup = Lookup(library.signpost)
    held = [
        place
        for place, entry in enumerate(lookup.entries)
        if entry.found in library.signpost.problems or entry.found.wanted
    ]
    here = Held(lookup, held)
    phone.goto("/")
    field = phone.get_by_label("Waar gaat het over?")
    differ = {}
    for word in (*WORDS, "xyzzy", "<b>", "de", "e", "exploxie", "CAFÉ’s", "wk voetbal"):
        field.fill(word)
        seen = phone.locator("#zoek-treffers a").all_inner_texts()
        meant = [title_of(one) for one in here.find(word)]
        if seen != meant:
            differ[word] = (seen, meant)

    assert differ == {}


class Held(Lookup):
    """A lookup in the part of the list that the page holds."""

    def __init__(self, whole, places):
        super().__init__(whole.signpost)
        self.__dict__["entries"] = tuple(whole.entries[place] for place in places)


def title_of(found):
    return getattr(found, "wanted", None) or found.title


def test_the_number_of_hits_is_told(phone):
    phone.goto("/")
    field = phone.get_by_label("Waar gaat het over?")
    field.fill("vuurwerkbom")
    assert phone.locator("#zoek-telling").inner_text() == "2 gevonden"
    field.fill("")
    assert phone.locator("#zoek-telling").inner_text() == ""
    assert not phone.locator("#zoek-treffers").is_visible()


def test_the_word_stays_on_the_phone_while_typing(phone):
    sent = []
    phone.goto("/")
    phone.on("request", lambda request: sent.append(request.url))
    phone.get_by_label("Waar gaat het over?").press_sequentially("vuurwerkbom")

    assert [url for url in sent if "/static/" not in url or "vuurwerk" in url] == []
    assert phone.context.cookies() == []


def test_questions_can_be_copied(sheet):
    page = sheet()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/wegwijzer/explosie")
    page.get_by_role("button", name="Kopieer", exact=True).click()
    page.get_by_text("Gekopieerd.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied.startswith("Explosie bij een woning\n1. Aan de burgemeester: Is er")
    assert len(copied.splitlines()) == 4


def test_without_script_the_questions_are_there_and_the_order_can_change(sheet):
    page = sheet(scripts=False, **PHONE)
    page.goto("/wegwijzer/cameras")
    assert page.locator(".rw-vanavond li").count() == 3
    assert not page.get_by_role("button", name="Kopieer").count()

    page.get_by_text("Preciezer?").click()
    page.get_by_label("Ja", exact=True).check()
    press(page, "Zet op volgorde")
    last = page.locator(".rw-middel summary").all_inner_texts()[-2:]
    assert "Opsporing en straf" in last[0]
    assert "past bij uw antwoord" in last[0]
    assert "cameras" in page.url


def test_the_page_to_take_along_comes_without_script(sheet):
    page = sheet(scripts=False)
    page.goto("/wegwijzer/explosie")
    with page.expect_download() as download:
        page.get_by_role("link", name="Bladzijde om mee te nemen").click()

    assert download.value.suggested_filename == "wegwijzer-explosie.pdf"


def test_a_card_leads_to_its_problems(sheet):
    page = sheet(scripts=False)
    page.goto("/")
    follow(page, "Ik wil een middel")
    follow(page, "Een mosquito")
    follow(page, "Rondhangende jongeren")

    assert page.get_by_role("heading", level=1).inner_text() == "Rondhangende jongeren"


def test_every_page_of_the_signpost_is_sound(sheet):
    page, found = sheet(), {}
    for path in SOUND:
        page.goto(path)
        found[path] = faults_on(page)
    for word in ("camera", "xyzzy", "Jan Jansen Dorpsstraat 12"):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto("/")
        page.get_by_label("Waar gaat het over?").fill(word)
        press(page, "Zoek")
        found[word] = faults_on(page)

    assert {where: faults for where, faults in found.items() if faults} == {}


def test_it_holds_at_400_per_cent(sheet):
    page = sheet(width=256, height=400)
    over = {}
    for path in SOUND:
        page.goto(path)
        page.evaluate(
            "document.querySelectorAll('details').forEach((one) => { one.open = true })"
        )
        if page.evaluate(SIDEWAYS) > 0:
            over[path] = page.evaluate(SIDEWAYS)

    assert over == {}
