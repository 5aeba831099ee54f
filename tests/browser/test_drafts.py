"""Papers in a real browser: from dossier to paper, and a text that somebody brings."""

import io

import pypdfium2
import pytest

from tests.browser.visitor import faults_on, press

PAPERS = "/cameratoezicht/stukken"
PATHS = (
    PAPERS,
    *(f"{PAPERS}/vragen", f"{PAPERS}/motie", f"{PAPERS}/amendement"),
    *(f"{PAPERS}/vragen/controle", f"{PAPERS}/motie/controle"),
)
BROUGHT = """Motie Veilig uitgaan
De raad van de gemeente Voorbeeldstad, in vergadering bijeen,
verzoekt de burgemeester de raad vóór 1 mei 2027 te berichten over de overlast na 22 uur;
draagt de burgemeester op camera’s te plaatsen op het plein;
verzoekt het college de zwaluwen te koesteren,
en gaat over tot de orde van de dag."""


def pages_of(download):
    pdf = pypdfium2.PdfDocument(io.BytesIO(download.path().read_bytes()))
    return [" ".join(one.get_textpage().get_text_range().split()) for one in pdf]


def taken(page, button):
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value


def test_every_page_of_the_papers_is_sound(begun):
    page, found = begun(), {}
    for path in PATHS:
        page.goto(path)
        found[path] = faults_on(page)

    assert found == {path: {} for path in PATHS}


@pytest.mark.parametrize("scripts", [True, False])
def test_the_questions_are_a_paper_at_the_second_tap(begun, scripts):
    """The first tap is the way to this page; it scrolls for nobody: the bar stays."""
    page = begun(scripts=scripts, width=375, height=740)
    page.goto(f"{PAPERS}/vragen")
    asked = [one.input_value() for one in page.locator("textarea[name^=vraag_]").all()]
    (text,) = pages_of(taken(page, "Maak PDF"))

    assert page.get_by_role("button", name="Maak PDF").is_visible()
    assert len([one for one in asked if one]) == 3
    assert all(one in text for one in asked)


def test_the_questions_are_copied_as_they_stand_now(begun):
    page = begun()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{PAPERS}/vragen")
    page.get_by_label("Vraag 1", exact=True).fill("Wat kost dit, en wie betaalt het?")
    page.get_by_role("button", name="Kopieer").click()
    page.get_by_text("Gekopieerd.").wait_for()

    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert "1. Wat kost dit, en wie betaalt het?" in copied


def test_a_motie_goes_from_dossier_to_paper_without_javascript(begun):
    page = begun(scripts=False)
    page.goto(f"{PAPERS}/motie")
    page.get_by_label("Waar en wanneer speelt dit?").fill(
        "het Stationsplein, vrijdag en zaterdag na 22 uur"
    )
    page.locator("#punt input[type=checkbox]").first.check()
    page.locator("#verzoeken textarea").first.fill("camera’s op het plein te plaatsen")
    page.locator("#verzoeken select").first.select_option("college")
    press(page, "Kijk na")
    assert page.get_by_text("Kan niet.").is_visible()

    page.get_by_role("link", name="Pas het stuk aan").click()
    better = "de raad vóór 1 maart 2027 cijfers te geven over de overlast"
    page.locator("#verzoeken textarea").first.fill(better)
    page.locator("#verzoeken select").first.select_option("burgemeester")
    (text,) = pages_of(taken(page, "Maak PDF"))
    page.goto(f"{PAPERS}/motie")

    assert "na 22 uur" in text
    assert "verzoekt de burgemeester:" in text
    assert f"{better}." in text
    assert page.locator("#verzoeken textarea").first.input_value() == better
    assert page.locator("#punt input[type=checkbox]").first.is_checked()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_text_that_one_brings_is_judged_per_line_and_printed(sheet, scripts):
    page = sheet(scripts=scripts, width=375, height=740)
    page.goto("/controleer-tekst")
    page.get_by_label("De tekst").fill(BROUGHT)
    press(page, "Kijk de tekst na")
    verdicts = page.locator(".rw-stuk__woord").all_inner_texts()

    assert verdicts[-4:-1] == ["Kan", "Kan niet", "Niet beoordeeld"]
    if scripts:
        assert faults_on(page) == {}
        page.set_viewport_size({"width": 375, "height": 740})
    text = " ".join(pages_of(taken(page, "Download als PDF")))
    assert "koesteren" in text
    assert "niet beoordeeld" in text.casefold()
    page.goto("/controleer-tekst")
    assert page.get_by_label("De tekst").input_value() == ""
