"""What each page costs in the server: processor time, without the network.

Every page that a visitor with a filled dossier can open is asked for again and again, by
turns with a bare page of Flask, Jinja and WTForms, so that a busy machine favours none.
Run by `make bench`, or by hand: `python -m tests.bench.bench_pages`.
"""

import gc
import json
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from flask.testing import FlaskClient

from rules.library import Library
from rules.loading import CONTENT, load
from rules.reading_casefile import read_dossier, write_dossier
from tests.bench.bare_page import bare_client
from wizard.app import assemble
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.settings import Settings

TODAY = date(2026, 11, 21)
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "25"))
LIKE_A_BROWSER = {"Accept-Encoding": "gzip"}
CASE = CONTENT.parent / "tests/casussen/cameratoezicht/a1_steenbergen_2017/dossier.yaml"
HERE = "/cameratoezicht"
BARE = "a bare page of Flask, Jinja and WTForms"
# How many times the bare page each may cost.
START, CARD, SHORT, ANY = 3, 5, 8, 15
PAGES = (
    *("/", "/onderwerpen", "/wegwijzer", "/wegwijzer/explosie", "/zoeken"),
    *("/middel", "/middel/drone", "/wat-de-raad-kan", "/wat-werkt"),
    *("/wat-werkt/vaste-cameras", "/voorbeelden", "/voorbeelden/steenbergen-camera"),
    *("/begrippen", "/bronnen", "/bron/gemeentewet-151c-1", "/rechtspraak"),
    *("/regels", "/regels/cameratoezicht", "/werkwijze", "/makers", "/privacy"),
    *("/toegankelijkheid", "/controleren", "/controleer-tekst", "/verschil"),
    *("/delen", "/wijzigingen", "/waarover", "/memo", "/wissen", "/gewist", "/sluiten"),
    *(f"{HERE}/poort", f"{HERE}/doorverwijzing", f"{HERE}/vraag/fase"),
    *(f"{HERE}/vraag/besluit", f"{HERE}/vraag/bewaartermijn-dagen"),
    *(f"{HERE}/beeld", f"{HERE}/hoofdstuk/doel-en-wie", f"{HERE}/overzicht"),
    *(f"{HERE}/zekerder", f"{HERE}/kort", f"{HERE}/toets", f"{HERE}/voor-en-tegen"),
    *(f"{HERE}/geld", f"{HERE}/geld/mobiele-cameras", f"{HERE}/vergelijken"),
    *(f"{HERE}/vergelijken/dossiers", f"{HERE}/privacy", f"{HERE}/twijfel"),
    *(f"{HERE}/stukken", f"{HERE}/stukken/vragen", f"{HERE}/stukken/motie"),
    *(f"{HERE}/stukken/motie/controle", f"{HERE}/controleblad"),
)


def visitor(library: Library, folder: Path) -> FlaskClient:
    """Give a visitor who brought the dossier of a real case along."""
    engine = open_engine(f"sqlite:///{folder / 'raad.sqlite'}")
    upgrade(engine)
    settings = Settings(
        instance=folder, secret_key="bench" * 8, dossiers_per_hour=0, pdf_ahead=0
    )
    store = Dossiers(
        engine, timedelta(days=30), lambda: datetime(2026, 11, 21, tzinfo=UTC)
    )
    app = assemble(settings, library, store, lambda: TODAY)
    app.config.update(WTF_CSRF_ENABLED=False)
    client = app.test_client()
    (casefile,) = read_dossier(CASE.read_text("utf-8"), library, today=TODAY)
    dossier = json.dumps(write_dossier(casefile))
    answer = client.post("/controleren/openen", data={"dossier": dossier})
    assert answer.status_code == 303, answer.text
    return client


def measure() -> dict[str, list[float]]:
    """Ask for each page by turns; give milliseconds of processor time."""
    found: dict[str, list[float]] = {page: [] for page in (BARE, *PAGES)}
    with tempfile.TemporaryDirectory() as name:
        client, bare = visitor(load(), Path(name)), bare_client()
        gc.collect()
        gc.freeze()  # as the server does
        for turn in range(ROUNDS + 1):
            for page, times in found.items():
                asked, address = (bare, "/") if page == BARE else (client, page)
                start = process_time()
                answer = asked.get(address, headers=LIKE_A_BROWSER)
                took = (process_time() - start) * 1_000
                assert answer.status_code == 200, (page, answer.status)
                if turn:  # the first turn fills what is kept
                    times.append(took)
    return found


def most(page: str) -> int:
    """Give how many times the bare page this one may cost."""
    if page == "/":
        return START
    if "/vraag/" in page:
        return CARD
    return SHORT if page == f"{HERE}/kort" else ANY


def ratios(found: dict[str, list[float]]) -> dict[str, float]:
    """Give how many times the bare page each page costs."""
    bare = median(found[BARE])
    return {page: median(times) / bare for page, times in found.items()}


def table(found: dict[str, list[float]]) -> str:
    """Lay the pages side by side, the dearest first."""
    return "\n".join(_lines(found))


def _lines(found: dict[str, list[float]]) -> Iterator[str]:
    times_bare = ratios(found)
    yield f"{'page (processor time in the server)':44}{'p50':>9}{'p95':>9}{'× bare':>9}{'at most':>9}"
    for page, times in sorted(found.items(), key=lambda item: -median(item[1])):
        late, ratio = quantiles(times, n=20)[-1], times_bare[page]
        mark = "  too dear" if ratio > most(page) else ""
        yield (
            f"{page:44}{median(times):>6.1f} ms{late:>6.1f} ms"
            f"{ratio:>8.1f}×{most(page):>8}×{mark}"
        )


if __name__ == "__main__":
    print(table(measure()))  # noqa: T201 — a bench is there to be read
