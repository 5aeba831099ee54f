"""Takes the pictures of the manuals and of three walks from the running site.

`make docs` runs it. A walk is a strip of what a phone shows, one screen after the other.

`--walk MAP` takes every screen at three widths, light and dark, to look them over.
"""

import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pypdfium2
from flask import abort
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from werkzeug.serving import make_server

from rules.loading import load
from wizard.app import assemble
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.settings import Settings

DOCS = Path(__file__).resolve().parent.parent / "docs" / "beelden"
DAY = date(2026, 11, 21)
EXAMPLE = "/voorbeelden/steenbergen-camera"
NEIGHBOURS = "/voorbeelden/enschede-buurtbemiddeling"
STUDIED = "Wat onderzoek zag, per uitkomst"
SHOWN = 4  # rows of that table on the picture of a phone
HERE = "/cameratoezicht"
SAVE = "Bewaar en verder"
DAYS = f"{HERE}/vraag/bewaartermijn-dagen"
MANUAL = {
    "start": ("/", 1000),
    "vraag": (f"{HERE}/vraag/besluit", 1000),
    "overzicht": (f"{HERE}/overzicht", 1000),
    "uitkomst": (f"{HERE}/kort", 1000),
    "twijfel": (f"{HERE}/twijfel", 800),
    "wijzigingen": ("/wijzigingen", 700),
    "bewaren": ("/delen", 900),
    "regels": ("/regels/cameratoezicht", 900),
    "rechtspraak": ("/rechtspraak", 800),
    "voorbeeld": (EXAMPLE, 1000),
}
QUESTIONS = tuple(  # every kind of answer, and one that is a judgement
    f"/{decision}/vraag/{slug}"
    for decision, slug in (
        ("cameratoezicht", "fase"),
        ("cameratoezicht", "doel"),
        ("cameratoezicht", "bewaartermijn-dagen"),
        ("cameratoezicht", "besluit"),
        ("cameratoezicht", "eigen-oordeel"),
        ("buurtbemiddeling", "bijdrage-gemeente-per-jaar"),
        ("woonoverlastverordening", "ingangsdatum-huidige-tekst"),
    )
)
RESULT = (
    f"{HERE}/beeld",
    f"{HERE}/overzicht",
    f"{HERE}/kort",
    f"{HERE}/toets",
    f"{HERE}/voor-en-tegen",
    f"{HERE}/geld",
    f"{HERE}/privacy",
    f"{HERE}/stukken",
    f"{HERE}/twijfel",
)
AROUND = (
    f"{HERE}/hoofdstuk/raad-en-plek",
    f"{HERE}/zekerder",
    f"{HERE}/overzicht?opmerking=fase",
)
BEFORE = ("/", f"{HERE}/poort", f"{HERE}/doorverwijzing", "/voorbeelden", EXAMPLE)
WALK = (
    *("/", *QUESTIONS, *RESULT, *AROUND, "/waarover"),
    *("/wijzigingen", "/delen", "/wissen", "/regels", "/begrippen"),
    *("/wat-werkt", "/wat-werkt/vaste-cameras"),
    *("/regels/cameratoezicht", "/rechtspraak", "/bronnen", "/werkwijze"),
    *("/makers", "/privacy", "/toegankelijkheid"),
    *(f"/mis/{status}" for status in (404, 429, 500, 503)),
)
PHONE: ViewportSize = {"width": 375, "height": 740}
STRIP, GAP = 0.75, 24
PLAN = {  # what somebody knows of a plan; the rest stays open
    "waarvoor": "orde",
    "wie": "burgemeester",
    "verordening_verleent_bevoegdheid": "ja",
    "plek_vrij_toegankelijk": "ja",
    "wat_speelt": "overlast",
    "feiten_op_papier": "ja",
    "lichter_geprobeerd": "nee",
    "techniek": "vast",
}
REGULATION = "/woonoverlastverordening"
WOERDEN = "/voorbeelden/woerden-woonoverlast"
OPEN_FOLDS = (
    "document.querySelectorAll('details').forEach((fold) => { fold.open = true })"
)


@contextmanager
def site() -> Iterator[str]:
    """Serve the real law with an empty cupboard."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        engine = open_engine(f"sqlite:///{folder / 'raadwijzer.sqlite'}")
        upgrade(engine)
        settings = Settings(
            instance=folder,
            secret_key="alleen voor de beelden bij de handleiding",  # noqa: S106
            dossiers_per_hour=0,
            pdfs_per_hour=0,
            pdf_ahead=0,
        )
        dossiers = Dossiers(
            engine, timedelta(days=30), lambda: datetime(2026, 11, 21, 12, tzinfo=UTC)
        )
        app = assemble(settings, load(), dossiers, lambda: DAY)
        app.add_url_rule("/mis/<int:code>", "mis", abort)
        server = make_server("127.0.0.1", 0, app, threaded=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.port}"
        server.shutdown()
        thread.join()
        engine.dispose()


def practise(page: Page, example: str) -> None:
    """Open a copy of an exercise."""
    page.goto(example)
    page.get_by_role("button", name="Oefen verder met een kopie").click()


def begin(page: Page) -> None:
    """Open a copy of the exercise on cameras, and change one answer."""
    practise(page, EXAMPLE)
    keep_days(page, "28")


def keep_days(page: Page, typed: str) -> None:
    """Answer after how many days the recordings go."""
    page.goto(DAYS)
    page.locator("#bewaartermijn_dagen-antwoord").fill(typed)
    page.get_by_role("button", name=SAVE).click()


def keep(raw: Path) -> None:
    """Make a picture small: few colours are enough for a page."""
    with Image.open(raw) as image:
        image.convert("RGB").quantize(64).save(raw, optimize=True)


def manual(page: Page) -> None:
    """Take the pictures of the manuals, and the first page of a memo."""
    DOCS.mkdir(exist_ok=True)
    begin(page)
    for name, (path, height) in MANUAL.items():
        page.set_viewport_size({"width": 1000, "height": height})
        page.goto(path)
        page.screenshot(path=DOCS / f"{name}.png")
        keep(DOCS / f"{name}.png")
    with page.expect_download() as download:
        page.goto(f"{HERE}/kort")
        page.locator("a[href$='memo.pdf']").first.click()
    paper = pypdfium2.PdfDocument(download.value.path())
    paper[0].render(scale=1.1).to_pil().save(DOCS / "memo.png")
    keep(DOCS / "memo.png")
    studied(page, "cameratoezicht")
    practise(page, NEIGHBOURS)
    studied(page, "buurtbemiddeling")


def studied(page: Page, decision: str) -> None:
    """Take the table of what research saw: on a phone, and in the whole dossier."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"/{decision}/voor-en-tegen")
    fold = page.locator("details", has_text=STUDIED)
    fold.evaluate("(fold) => { fold.open = true }")
    top, last = (
        place.evaluate("(place) => place.getBoundingClientRect().toJSON()")
        for place in (fold, fold.locator("tbody tr").nth(SHOWN - 1))
    )
    name = f"werkt-{decision}"
    page.screenshot(
        path=DOCS / f"{name}-telefoon.png",
        full_page=True,
        clip={
            "x": 0,
            "y": top["top"],
            "width": 375,
            "height": last["bottom"] - top["top"] + 1,
        },
    )
    keep(DOCS / f"{name}-telefoon.png")
    with page.expect_download() as download:
        page.evaluate(f"window.location = '/{decision}/dossier.pdf'")
    for sheet in pypdfium2.PdfDocument(download.value.path()):
        if STUDIED in sheet.get_textpage().get_text_range():
            sheet.render(scale=1.1).to_pil().save(DOCS / f"{name}-memo.png")
    keep(DOCS / f"{name}-memo.png")


def a_plan(page: Page) -> Iterator[None]:
    """Walk from the start page to In het kort, and stop at what is worth a picture."""
    page.goto("/")
    yield
    page.goto(f"{HERE}/poort")
    page.locator(".rw-tik", has_text="Ja").click()
    yield
    page.locator(".rw-tik[value='idee']").click()
    while not page.url.endswith("/beeld"):
        fill_in(page)
        if page.url.endswith("/raad-en-plek"):
            yield
        go_on(page)
    yield
    page.goto(f"{HERE}/kort")
    yield


def fill_in(page: Page) -> None:
    """Choose on this screen what is known of the plan."""
    for name, value in PLAN.items():
        option = page.locator(f"input[name='{name}-antwoord'][value='{value}']")
        if option.count():
            option.locator("xpath=ancestor::label").click()


def go_on(page: Page) -> None:
    """Tap the answer that is known, or keep the card."""
    taps = (f".rw-tik[name='{name}-antwoord'][value='{PLAN[name]}']" for name in PLAN)
    known = page.locator(", ".join(taps))
    with page.expect_navigation():
        button = page.get_by_role("button", name=SAVE)
        (known.first if known.count() else button).click()


def a_decision(page: Page) -> Iterator[None]:
    """Walk through an exercise on a decision that was taken."""
    page.goto(EXAMPLE)
    yield
    page.get_by_role("button", name="Oefen verder met een kopie").click()
    for path in ("vraag/besluit", "beeld", "kort", "toets"):
        page.goto(f"{HERE}/{path}")
        yield


def a_regulation(page: Page) -> Iterator[None]:
    """Walk through an exercise on a regulation, to the paper that one takes along."""
    page.goto(WOERDEN)
    page.get_by_role("button", name="Oefen verder met een kopie").click()
    for path in ("vraag/fase-verordening", "overzicht", "kort", "voor-en-tegen"):
        page.goto(f"{REGULATION}/{path}")
        yield
    page.goto(f"{REGULATION}/stukken/vragen")
    yield


WALKS = {
    "wandeling-plan": a_plan,
    "wandeling-besluit": a_decision,
    "wandeling-verordening": a_regulation,
}


def settled(page: Page) -> bytes:
    """Take a picture once our own letters are there."""
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.screenshot()


def strips(browser: Browser, address: str) -> None:
    """Take each walk as one strip of what a phone shows."""
    for name, walked in WALKS.items():
        page = browser.new_context(base_url=address, viewport=PHONE).new_page()
        page.goto("/")  # our letters are for who comes a second time
        shots = [Image.open(BytesIO(settled(page))) for _ in walked(page)]
        width, height = (round(side * STRIP) for side in shots[0].size)
        strip = Image.new("RGB", (len(shots) * (width + GAP) - GAP, height), "white")
        for number, shot in enumerate(shots):
            small = shot.convert("RGB").resize(
                (width, height), Image.Resampling.LANCZOS
            )
            strip.paste(small, (number * (width + GAP), 0))
        strip.save(DOCS / f"{name}.png")
        keep(DOCS / f"{name}.png")
        page.context.close()


def look(page: Page, *paths: str) -> Iterator[str]:
    """Go to each of these pages, and give its name."""
    for path in paths:
        page.goto(path)
        yield re.sub(r"[/?=]", "-", path.strip("/")) or "start"


def screens(page: Page) -> Iterator[str]:
    """Go to every screen, first without a dossier, and give its name."""
    yield from (f"nieuw-{name}" for name in look(page, *BEFORE))
    yield from (f"wegwijzer-{name}" for name in signpost(page))
    for decision in ("buurtbemiddeling", "woonoverlastverordening", "cameratoezicht"):
        page.goto(f"/{decision}/poort")
        page.locator(".rw-tik", has_text="Ja").first.click()
    page.locator(".rw-tik").first.click()
    yield from (f"weinig-{name}" for name in look(page, *RESULT))
    begin(page)
    yield from look(page, *WALK)
    yield from troubles(page)


def signpost(page: Page) -> Iterator[str]:
    """Type a word, follow a problem to its instruments, and look at the cards."""
    page.goto("/")
    page.locator("#woord").fill("vuurw")
    yield "typen"
    for word in ("camera", "xyzzy", "Jan Jansen"):
        page.goto("/")
        page.locator("#woord").fill(word)
        page.locator(".rw-zoek__knop").click()
        yield f"zoeken-{word.split()[0].lower()}"
    yield from look(page, "/wegwijzer", "/middel", "/middel/cameratoezicht-151c")
    for problem in ("explosie", "jaarwisseling"):
        page.goto(f"/wegwijzer/{problem}")
        yield problem
        page.evaluate(OPEN_FOLDS)
        yield f"{problem}-open"


def troubles(page: Page) -> Iterator[str]:
    """Meet an unreadable answer, what falls away, a clash, and a stranger’s dossier."""
    page.goto(QUESTIONS[3])
    page.evaluate(OPEN_FOLDS)
    yield "vraag-open"
    keep_days(page, "heel kort")
    yield "vraag-fout"
    page.goto(QUESTIONS[0])
    page.locator(".rw-tik[value='idee']").click()
    yield "vraag-valt-weg"
    page.goto(DAYS)
    beside = page.context.new_page()
    keep_days(beside, "14")
    beside.close()
    page.locator("#bewaartermijn_dagen-antwoord").fill("21")
    page.get_by_role("button", name=SAVE).click()
    yield "vraag-iemand-anders"
    page.goto("/delen")
    page.get_by_role("button", name="Maak een leeslink").click()
    page.goto(page.get_by_label("Link om te lezen").input_value())
    yield from (f"lezen-{name}" for name in look(page, "/", *RESULT[1:3]))


def walk(page: Page, folder: Path) -> None:
    """Take every screen at three widths, light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in screens(page):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            for width in (320, 768, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                file = folder / f"{name}-{width}-{scheme}.png"
                page.screenshot(path=file, full_page=True)


def main(arguments: list[str]) -> None:
    """Serve, open a browser, and take the pictures."""
    with site() as address, sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=which("chromium-headless-shell") or which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        page = browser.new_context(base_url=address, accept_downloads=True).new_page()
        if arguments[:1] == ["--walk"]:
            walk(page, Path(arguments[1]))
        else:
            manual(page)
            strips(browser, address)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
