"""Every page that can be reached: axe finds nothing, and nothing sticks out at 320 px."""

import pytest

PUBLIC = (
    "/",
    "/bronnen",
    "/werkwijze",
    "/makers",
    "/privacy",
    "/toegankelijkheid",
    "/gewist",
    "/sluiten",
    "/nergens",
    "/cameratoezicht/poort",
    "/cameratoezicht/doorverwijzing",
)
INNER = (
    "/cameratoezicht/beeld",
    "/cameratoezicht/overzicht",
    "/cameratoezicht/advies",
    "/delen",
    "/wissen",
)
SHOWN = "() => { document.querySelectorAll('details').forEach((one) => { one.open = true }) }"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('a, button, input, summary, label.rw-keuze')]
  .filter((e) => e.type !== 'hidden' && e.offsetParent !== null)
  .filter((e) => !e.closest('p, li, .rw-noot') || e.matches('button, summary, input'))
  .filter((e) => !e.closest('.utrecht-skip-link') && !e.closest('.rw-keuze label'))
  .map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 120)])
  .filter(([box]) => box.width < 24 || box.height < 24)
  .map(([, html]) => html)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_around_the_questions(begun, faults_on, scheme):
    page, found = begun(scheme=scheme), {}
    for path in (*PUBLIC, *INNER):
        page.goto(path)
        page.evaluate(SHOWN)
        found[path] = faults_on(page)

    assert {path: faults for path, faults in found.items() if faults} == {}


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


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_sticks_out_and_every_target_is_large_enough(begun, library, width):
    page, found = begun(width=width), {}
    questions = library.decision("cameratoezicht").questions
    paths = [f"/cameratoezicht/vraag/{one.id.replace('_', '-')}" for one in questions]
    for path in (*PUBLIC, *INNER, *paths):
        page.goto(path)
        page.evaluate(SHOWN)
        found[path] = (page.evaluate(OVERFLOW), page.evaluate(SMALL))

    assert found == dict.fromkeys(found, (0, []))


def test_no_page_asks_anything_of_another_host(begun, site):
    page, elsewhere = begun(), []
    page.on(
        "request", lambda one: one.url.startswith(site) or elsewhere.append(one.url)
    )
    for path in (*PUBLIC, *INNER):
        page.goto(path)

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
