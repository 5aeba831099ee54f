"""What each page costs in the server: processor time, without the network.

Every page that a visitor with a filled dossier can open is asked for again and again, by
turns, so that a busy machine favours none. Run by `make bench`, or by hand:
`python -m tests.bench.bench_pages`.
"""

import gc
import json
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from flask.testing import FlaskClient

from rules.library import Library
from rules.loading import CONTENT, load
from rules.reading_casefile import read_dossier, write_dossier
from wizard.app import assemble
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.settings import Settings

TODAY = date(2026, 11, 21)
ROUNDS = 25
LIKE_A_BROWSER = {"Accept-Encoding": "gzip"}
GOAL = 10.0  # milliseconds a page
CASE = CONTENT.parent / "tests/casussen/cameratoezicht/a1_steenbergen_2017/dossier.yaml"
HERE = "/cameratoezicht"
PAGES = (
    *(
        "/",
        "/wegwijzer",
        "/wegwijzer/explosie",
        "/middel/drone",
        "/voorbeelden",
        "/begrippen",
        "/bronnen",
        "/rechtspraak",
    ),
    *("/regels", "/regels/cameratoezicht", "/werkwijze", "/makers", "/privacy"),
    *("/toegankelijkheid", "/delen", "/wijzigingen", "/waarover", "/memo"),
    *(f"{HERE}/poort", f"{HERE}/vraag/doel-openbare-orde", f"{HERE}/beeld"),
    *(f"{HERE}/vraag/bewaartermijn-dagen", f"{HERE}/overzicht", f"{HERE}/kort"),
    *(f"{HERE}/twijfel", f"{HERE}/geld", f"{HERE}/geld/mobiele-cameras"),
    *(f"{HERE}/vergelijken", f"{HERE}/privacy", f"{HERE}/stukken"),
    *(f"{HERE}/stukken/vragen", f"{HERE}/stukken/motie"),
    *(f"{HERE}/stukken/motie/controle", "/controleren"),
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
    found: dict[str, list[float]] = {page: [] for page in PAGES}
    with tempfile.TemporaryDirectory() as name:
        client = visitor(load(), Path(name))
        gc.collect()
        gc.freeze()  # as the server does
        for turn in range(ROUNDS + 1):
            for page, times in found.items():
                start = process_time()
                answer = client.get(page, headers=LIKE_A_BROWSER)
                took = (process_time() - start) * 1_000
                assert answer.status_code == 200, (page, answer.status)
                if turn:  # the first turn fills what is kept
                    times.append(took)
    return found


def table(found: dict[str, list[float]]) -> str:
    """Lay the pages side by side, the dearest first."""
    return "\n".join(_lines(found))


def _lines(found: dict[str, list[float]]) -> Iterator[str]:
    yield f"{'page (processor time in the server)':44}{'p50':>9}{'p95':>9}"
    for page, times in sorted(found.items(), key=lambda item: -median(item[1])):
        late = quantiles(times, n=20)[-1]
        mark = "  above 10 ms" if median(times) > GOAL else ""
        yield f"{page:44}{median(times):>6.1f} ms{late:>6.1f} ms{mark}"
    yield f"{'all pages':44}{median(_flat(found.values())):>6.1f} ms"


def _flat(times: Iterable[list[float]]) -> list[float]:
    return [each for one in times for each in one]


if __name__ == "__main__":
    print(table(measure()))  # noqa: T201 — a bench is there to be read
