"""What each page costs in the server: processor time, without the network.

Every page that a visitor with a filled dossier can open is asked for again and again, by
turns with a bare page of Flask, Jinja and WTForms, so that a busy machine favours none:
once when nothing of the dossier was judged yet, and once again.
Run by `make bench`, or by hand: `python -m tests.bench.bench_pages`.
"""

import gc
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
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
from wizard.counter import forget_what_was_judged
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
OF_ALL = """/ /wegwijzer /wegwijzer/explosie /middel /middel/drone /wat-de-raad-kan /wat-werkt
  /wat-werkt/vaste-cameras /voorbeelden /voorbeelden/steenbergen-camera /begrippen /bronnen
  /bron/gemeentewet-151c-1 /rechtspraak /regels /regels/cameratoezicht /werkwijze /makers
  /privacy /toegankelijkheid /controleren /controleer-tekst /verschil /delen /wijzigingen
  /waarover /memo /wissen /gewist /sluiten /buurtbemiddeling/controleblad"""
OF_A_DECISION = """poort doorverwijzing vraag/fase vraag/besluit vraag/bewaartermijn-dagen beeld
  overzicht zekerder kort toets voor-en-tegen geld geld/mobiele-cameras
  vergelijken vergelijken/dossiers privacy twijfel stukken stukken/vragen stukken/motie
  stukken/motie/controle"""
PAGES = (*OF_ALL.split(), *(f"{HERE}/{page}" for page in OF_A_DECISION.split()))


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


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of processor time of one page, each time that it was asked for.

    `anew`: with nothing kept of what other pages judged, as after a new answer.
    """

    again: list[float] = field(default_factory=list)
    anew: list[float] = field(default_factory=list)


def measure() -> dict[str, Cost]:
    """Ask for each page by turns."""
    found = {page: Cost() for page in (BARE, *PAGES)}
    with tempfile.TemporaryDirectory() as name:
        client, bare = visitor(load(), Path(name)), bare_client()
        gc.collect()
        gc.freeze()  # as the server does
        for turn in range(ROUNDS + 1):
            for page, cost in found.items():
                asked, address = (bare, "/") if page == BARE else (client, page)
                forget_what_was_judged()
                anew, again = _asked(asked, address), _asked(asked, address)
                if turn:  # the first turn fills what is kept
                    cost.anew.append(anew)
                    cost.again.append(again)
    return found


def _asked(client: FlaskClient, address: str) -> float:
    start = process_time()
    answer = client.get(address, headers=LIKE_A_BROWSER)
    took = (process_time() - start) * 1_000
    assert answer.status_code == 200, (address, answer.status)
    return took


def most(page: str) -> int:
    """Give how many times the bare page this one may cost."""
    if page == "/":
        return START
    if "/vraag/" in page:
        return CARD
    return SHORT if page == f"{HERE}/kort" else ANY


def ratios(found: dict[str, Cost]) -> dict[str, float]:
    """Give how many times the bare page each page costs."""
    bare = median(found[BARE].again)
    return {page: median(cost.again) / bare for page, cost in found.items()}


def table(found: dict[str, Cost]) -> str:
    """Lay the pages side by side, the dearest first."""
    return "\n".join(_lines(found))


def _lines(found: dict[str, Cost]) -> Iterator[str]:
    times_bare, bare = ratios(found), median(found[BARE].again)
    yield (
        f"{'page (processor time in the server)':44}{'p50':>9}{'p95':>9}"
        f"{'× bare':>9}{'at most':>9}{'judged anew':>13}"
    )
    for page, cost in sorted(found.items(), key=lambda one: -median(one[1].again)):
        late, ratio = quantiles(cost.again, n=20)[-1], times_bare[page]
        mark = "  too dear" if ratio > most(page) else ""
        yield (
            f"{page:44}{median(cost.again):>6.1f} ms{late:>6.1f} ms{ratio:>8.1f}×"
            f"{most(page):>8}×{median(cost.anew) / bare:>12.1f}×{mark}"
        )


if __name__ == "__main__":
    print(table(measure()))  # noqa: T201 — a bench is there to be read
