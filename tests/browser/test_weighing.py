"""Costs, comparison and privacy in a browser without scripts: filled in, read, printed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import answer, faults_on, press, start

COSTS = "/cameratoezicht/geld"
COMPARE = "/cameratoezicht/vergelijken"
PAGES = (
    COSTS,
    f"{COSTS}/mobiele-cameras",
    COMPARE,
    f"{COMPARE}/dossiers",
    "/cameratoezicht/privacy",
    "/buurtbemiddeling/geld",
    "/woonoverlastverordening/vergelijken",
)
BESIDE = "() => [...document.querySelectorAll('.rw-naast tbody td')].slice(0, 2).map((e) => e.getBoundingClientRect().top)"


@pytest.fixture
def filled(begun):
    """Fill in Steenbergen: three mobile cameras beside 200 hours of supervision."""

    def make(**kwargs):
        page = begun(**kwargs)
        page.goto(COSTS)
        page.get_by_label("Aantal jaren").fill("2")
        press(page, "Bewaar en tel op")
        page.locator("#rekenen > summary").click()
        page.get_by_label("Voor welke gemeente?").fill("Steenbergen")
        press(page, "Reken hiermee")
        page.goto(f"{COSTS}/mobiele-cameras")
        page.get_by_label("Aantal mobiele camera’s").fill("3")
        page.locator("[value=camera-mobiel-eenmalig-steenbergen-2017]").check()
        page.locator("[value=camera-mobiel-jaar-steenbergen-2017]").check()
        press(page, "Opslaan")
        page.goto(f"{COSTS}/toezicht-door-boas")
        page.get_by_label("Uren toezicht per jaar").fill("180 tot 200")
        page.locator("[value=boa-uur-steenbergen-2018]").check()
        press(page, "Opslaan")
        return page

    return make


def test_steenbergen_without_scripts(filled):
    page = filled(scripts=False)

    assert page.url.endswith("/geld#maatregel-toezicht-door-boas")
    told = page.locator("#maatregel-mobiele-cameras").inner_text()
    assert "Over 2 jaar: ten minste € 15.800." in told.replace("\xa0", " ")
    page.goto(COMPARE)
    assert page.locator(".rw-naast").count() == 1


def test_every_page_of_the_weighing_is_sound(filled):
    page, found = filled(), {}
    for decision in ("buurtbemiddeling", "woonoverlastverordening"):
        start(page, decision)
        answer(page, "onbekend")
    for path in PAGES:
        page.goto(path)
        assert page.url.endswith(path)
        found[path] = faults_on(page)

    assert found == {path: {} for path in PAGES}


def test_a_form_with_a_fault_is_sound_and_leads_to_the_field(filled):
    page = filled()
    page.goto(f"{COSTS}/mobiele-cameras")
    page.get_by_label("Aantal mobiele camera’s").fill("-3")
    press(page, "Opslaan")

    assert page.title().startswith("Fout:")
    page.locator(".rw-foutenlijst a").click()
    expect(page.locator("#aantal-mobiele-cameras")).to_be_focused()
    assert faults_on(page) == {}


@pytest.mark.parametrize(("width", "stacks"), [(560, True), (640, False)])
def test_measures_stack_where_there_is_no_room(filled, width, stacks):
    page = filled(width=width)
    page.goto(COMPARE)
    first, second = page.evaluate(BESIDE)

    assert (second > first) is stacks


def test_the_comparison_is_printed_on_a4_landscape(filled):
    page = filled()
    page.goto(COMPARE)
    boxes = re.findall(rb"/MediaBox \[([^\]]+)\]", page.pdf(prefer_css_page_size=True))

    assert boxes
    for box in boxes:
        *_, across, up = map(float, box.split())
        assert (round(across), round(up)) == (842, 595)
