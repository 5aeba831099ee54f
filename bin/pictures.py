"""Takes the pictures of the manuals from the running site; `make docs` runs it.

`--walk MAP` takes every screen at three widths, light and dark, to look them over.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image
from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from rules.library import load
from wizard.app import assemble
from wizard.database import open_engine, upgrade
from wizard.settings import Settings
from wizard.storage import Dossiers

DOCS = Path(__file__).resolve().parent.parent / "docs" / "beelden"
DAY = date(2026, 11, 21)
EXAMPLE = "/voorbeelden/steenbergen-camera"
HERE = "/cameratoezicht"
MANUAL = {
    "start": ("/", 1000),
    "vraag": (f"{HERE}/vraag/bewaartermijn-dagen", 1000),
    "overzicht": (f"{HERE}/overzicht", 1000),
    "uitkomst": (f"{HERE}/advies", 1000),
    "twijfel": (f"{HERE}/twijfel", 800),
    "wijzigingen": ("/wijzigingen", 700),
    "bewaren": ("/delen", 900),
    "regels": ("/regels/cameratoezicht", 900),
    "rechtspraak": ("/rechtspraak", 800),
    "voorbeeld": (EXAMPLE, 1000),
}
WALK = (
    *("/", f"{HERE}/poort", f"{HERE}/doorverwijzing", "/voorbeelden", EXAMPLE),
    *(f"{HERE}/vraag/doel-openbare-orde", f"{HERE}/vraag/bewaartermijn-dagen"),
    *(f"{HERE}/beeld", f"{HERE}/overzicht", f"{HERE}/advies", f"{HERE}/twijfel"),
    *("/wijzigingen", "/gemeente", "/delen", "/wissen", "/regels", "/begrippen"),
    *("/regels/cameratoezicht", "/rechtspraak", "/bronnen", "/werkwijze"),
    *("/makers", "/privacy", "/toegankelijkheid", "/nergens"),
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
        server = make_server("127.0.0.1", 0, app, threaded=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.port}"
        server.shutdown()
        thread.join()
        engine.dispose()


def begin(page: Page) -> None:
    """Open a copy of the exercise, and change one answer."""
    page.goto(EXAMPLE)
    page.get_by_role("button", name="Oefen verder met een kopie").click()
    page.goto(f"{HERE}/vraag/cameradoel-meetbaar")
    if page.get_by_role("button", name="Opslaan en verder").count():
        page.get_by_label("Ja", exact=True).check()
        page.get_by_role("button", name="Opslaan en verder").click()


def keep(raw: Path) -> None:
    """Make a picture small: few colours are enough for a page."""
    with Image.open(raw) as image:
        image.convert("RGB").quantize(64).save(raw, optimize=True)


def manual(page: Page) -> None:
    """Take the pictures of the manuals, and the first page of a memo."""
    DOCS.mkdir(exist_ok=True)
    for name, (path, height) in MANUAL.items():
        page.set_viewport_size({"width": 1000, "height": height})
        page.goto(path)
        page.screenshot(path=DOCS / f"{name}.png")
        keep(DOCS / f"{name}.png")
    with page.expect_download() as download:
        page.goto(f"{HERE}/advies")
        page.locator("a[href$='memo.pdf']").first.click()
    paper = pypdfium2.PdfDocument(download.value.path())
    paper[0].render(scale=1.1).to_pil().save(DOCS / "memo.png")
    keep(DOCS / "memo.png")


def walk(page: Page, folder: Path) -> None:
    """Take every screen at three widths, light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in WALK:
        page.goto(path)
        name = path.strip("/").replace("/", "-") or "start"
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
            executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(base_url=address, accept_downloads=True)
        begin(page)
        if arguments[:1] == ["--walk"]:
            walk(page, Path(arguments[1]))
        else:
            manual(page)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
