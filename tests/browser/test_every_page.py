"""Every page that can be reached: axe finds nothing, and nothing sticks out at 320 px."""

from collections import Counter

import pytest
from werkzeug.exceptions import HTTPException

TROUBLES = (400, 403, 404, 405, 413, 415, 429, 500, 503)
APART = ("/nergens", "/gewist", "/sluiten", *(f"/proef/{one}" for one in TROUBLES))
FILES = (".pdf", ".docx", ".odt", ".html", ".txt", ".ics", ".json", ".zip")
FEW = 3  # pages of one kind: rules, exercises and the like
ASKED = "pages.question"  # each question has its own test
LINKS = "[...document.querySelectorAll('a[href^=\"/\"]')].map((e) => e.pathname)"
SHOWN = "() => { document.querySelectorAll('details').forEach((one) => { one.open = true }) }"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('a, button, input, summary, label.rw-keuze')]
  .filter((e) => e.type !== 'hidden' && e.offsetParent !== null)
  .filter((e) => !e.closest('p, li, .rw-noot') || e.matches('button, summary, input'))
  .filter((e) => !e.closest('.utrecht-skip-link') && !e.closest('.rw-keuze label'))
  .map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 120)])
  .filter(([box]) => box.width < 24 || box.height < 24)
  .map(([, html]) => html)"""


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_that_can_be_reached(
    begun, faults_on, counter, scheme
):
    page, found = begun(scheme=scheme), {}
    for path in reachable(page, counter.app):
        page.evaluate(SHOWN)
        found[path] = faults_on(page)

    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_sticks_out_and_every_target_is_large_enough(begun, counter, width):
    """At 320 by 256 points: a screen of 1280 by 1024 at 400 %."""
    page, found = begun(width=width, height=256 if width == 320 else 800), {}
    for path in reachable(page, counter.app):
        page.evaluate(SHOWN)
        found[path] = (page.evaluate(OVERFLOW), page.evaluate(SMALL))

    assert {path: what for path, what in found.items() if what != (0, [])} == {}


def test_a_clash_and_a_warning_are_sound(begun, faults_on):
    page = begun()
    page.goto("/cameratoezicht/vraag/doel-openbare-orde")
    other = page.context.new_page()
    other.goto("/cameratoezicht/vraag/doel-openbare-orde")
    for each, value in ((page, "nee"), (other, "ja")):
        each.locator(f"input[value='{value}']").check()
        each.get_by_role("button", name="Opslaan en verder").click()

    assert other.locator(".rw-botsing").count() == 1
    assert faults_on(other) == []


@pytest.mark.parametrize(
    "name", ["buurtbemiddeling", "cameratoezicht", "woonoverlastverordening"]
)
def test_axe_finds_nothing_on_any_question(begun, faults_on, library, name):
    page, found = begun(name), {}
    for question in library.decision(name).questions:
        page.goto(f"/{name}/vraag/{question.id.replace('_', '-')}")
        page.evaluate(SHOWN)
        found[question.id] = faults_on(page)

    assert len(found) > 20
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_form_with_a_fault(begun, faults_on, scheme):
    page, found = begun(scheme=scheme), {}
    for slug in ("doel-openbare-orde", "bewaartermijn-dagen"):
        page.goto(f"/cameratoezicht/vraag/{slug}")
        page.evaluate(
            "document.querySelectorAll(':checked').forEach((e) => e.checked = false)"
        )
        page.get_by_role("button", name="Opslaan en verder").click()
        assert page.title().startswith("Fout:")
        found[slug] = faults_on(page)

    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "name", ["buurtbemiddeling", "cameratoezicht", "woonoverlastverordening"]
)
def test_no_question_sticks_out(begun, library, name):
    page, found = begun(name, width=320, height=256), {}
    for question in library.decision(name).questions:
        page.goto(f"/{name}/vraag/{question.id.replace('_', '-')}")
        page.evaluate(SHOWN)
        found[question.id] = (page.evaluate(OVERFLOW), page.evaluate(SMALL))

    assert {path: what for path, what in found.items() if what != (0, [])} == {}


def test_no_page_asks_anything_of_another_host(begun, counter):
    page, elsewhere = begun(), []
    page.on(
        "request",
        lambda one: one.url.startswith(counter.address) or elsewhere.append(one.url),
    )
    walked = list(reachable(page, counter.app))

    assert len(walked) > 30
    assert elsewhere == []


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
