"""Every page that can be reached is sound: for axe, at each width, light and dark."""

from collections import Counter

import pytest
from werkzeug.exceptions import HTTPException

from tests.browser.visitor import answer, faults_on, layout_faults, press

TROUBLES = (400, 403, 404, 405, 413, 415, 429, 500, 503)
APART = ("/nergens", "/gewist", "/sluiten", *(f"/proef/{one}" for one in TROUBLES))
FILES = (".pdf", ".docx", ".odt", ".html", ".txt", ".ics", ".json", ".zip")
FEW = 3  # pages of one kind: rules, exercises and the like
ASKED = "pages.question"  # each screen has its own test
LINKS = "[...document.querySelectorAll('a[href^=\"/\"]')].map((e) => e.pathname)"


def reachable(page, app):
    """Walk to every page that a link leads to; of alike pages to a few."""
    adapter, seen, alike = app.url_map.bind("127.0.0.1"), set(), Counter()
    todo = ["/", "/cameratoezicht/poort", "/cameratoezicht/beeld", *APART]
    while todo:
        path = todo.pop(0)
        try:
            endpoint, holes = adapter.match(path)
        except HTTPException:
            endpoint, holes = path, {}
        few = 1 if endpoint == ASKED or "name" in holes else FEW
        if path in seen or alike[endpoint] == few or path.endswith(FILES):
            continue
        seen.add(path)
        alike[endpoint] += 1
        page.goto(path)
        todo += page.evaluate(LINKS)
        yield path
    assert len(seen) > 30


def test_every_page_that_can_be_reached_is_sound(begun, counter):
    """And it asks nothing of another host."""
    page, elsewhere = begun(), []
    page.on(
        "request",
        lambda one: one.url.startswith(counter.address) or elsewhere.append(one.url),
    )
    found = {path: faults_on(page) for path in reachable(page, counter.app)}

    assert {path: faults for path, faults in found.items() if faults} == {}
    assert elsewhere == []


@pytest.mark.parametrize(
    "name", ["buurtbemiddeling", "cameratoezicht", "woonoverlastverordening"]
)
def test_every_screen_is_sound(begun, library, name):
    """Each is laid out at every width; axe looks at one of each make."""
    page, found, judged = begun(name), {}, set()
    screens = library.decision(name).screens
    for screen in screens:
        make = tuple((row.answer.kind, row.help is None) for row in screen.rows)
        page.goto(f"/{name}/vraag/{screen.id.replace('_', '-')}")
        found[screen.id] = layout_faults(page) if make in judged else faults_on(page)
        judged.add(make)

    assert len(found) == len(screens) > 7
    assert len(judged) > 3
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_clash_is_sound(begun):
    page = begun()
    page.goto("/cameratoezicht/vraag/bewaartermijn-dagen")
    other = page.context.new_page()
    other.goto("/cameratoezicht/vraag/bewaartermijn-dagen")
    answer(page, "14")
    answer(other, "28")

    told = other.locator("main").inner_text()
    assert "Iemand anders wijzigde dit antwoord" in told, told
    assert faults_on(other) == {}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("cameratoezicht", "bewaartermijn-dagen"),
        ("buurtbemiddeling", "bijdrage-gemeente-per-jaar"),
    ],
)
def test_a_form_with_a_fault_is_sound(begun, name, slug):
    page = begun(name)
    page.goto(f"/{name}/vraag/{slug}")
    page.locator("input[type=text]").first.fill("heel weinig")
    press(page, "Bewaar en verder")

    assert page.title().startswith("Fout:")
    assert faults_on(page) == {}


def test_the_first_page_is_light(sheet):
    page, sizes = sheet(), []
    page.on("response", lambda one: sizes.append(len(one.request.sizes()) and one))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    total = sum(
        one.request.sizes()["responseBodySize"]
        + one.request.sizes()["responseHeadersSize"]
        for one in sizes
    )

    assert total < 100_000
