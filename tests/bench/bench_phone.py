"""How soon does a slow phone show the first page, and the page of results?

A phone four times slower than this machine, on a slow 4G line (1.6 Mbit/s down, 150 ms
to and fro), with nothing kept: the profile by which Lighthouse judges. Run by
`make bench`, or by hand: `python -m tests.bench.bench_phone`.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.visitor import answer, start
from tests.conftest import CHROMIUM
from tests.server import Server

ROUNDS = 5
MOST_SIZE = 80  # kilobytes
SLOWER = 4
LINE = {
    "offline": False,
    "latency": 150,  # milliseconds
    "downloadThroughput": 1_600_000 / 8,  # bytes a second
    "uploadThroughput": 750_000 / 8,
}
PAINTED = """() => new Promise((tell) => new PerformanceObserver((seen) => {
  const [first] = seen.getEntriesByName('first-contentful-paint');
  if (first) tell(first.startTime);
}).observe({ type: 'paint', buffered: true }))"""
SIZE = """performance.getEntries().filter((one) => one.transferSize)
  .reduce((sum, one) => sum + one.transferSize, 0)"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page on a slow phone: milliseconds until something is seen, and kilobytes.

    `most` is how many milliseconds it may take.
    """

    name: str
    painted: float
    size: float
    most: float


def measure() -> tuple[Shown, ...]:
    """Open each page with nothing kept; give the medians."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as player:
        folder = Path(name)
        server = Server(f"sqlite:///{folder / 'raad.sqlite'}", folder)
        server.start()
        browser = player.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            return tuple(_rounds(browser, server))
        finally:
            browser.close()
            server.stop()


def _rounds(browser: Browser, server: Server) -> Iterator[Shown]:
    for name, path, most in (
        ("first page", "/", 800),
        ("In het kort", "/cameratoezicht/kort", 900),
    ):
        seen = [
            _open(browser, f"http://127.0.0.1:{server.port}", path)
            for _ in range(ROUNDS)
        ]
        yield Shown(
            name,
            median(one for one, _ in seen),
            median(size for _, size in seen),
            most,
        )


def _open(browser: Browser, site: str, path: str) -> tuple[float, float]:
    context = browser.new_context(
        base_url=site, viewport={"width": 360, "height": 740}, is_mobile=True
    )
    page = context.new_page()
    if path != "/":
        start(page)
        answer(page, "ja")
    _slow_down(page)
    page.goto(path)
    found = float(page.evaluate(PAINTED)), float(page.evaluate(SIZE)) / 1_000
    context.close()
    return found


def _slow_down(page: Page) -> None:
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.clearBrowserCache")
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def table(found: tuple[Shown, ...]) -> str:
    """Lay the pages side by side."""
    head = f"{'slow phone, slow 4G, nothing kept':44}{'seen after':>12}{'at most':>12}{'size':>10}{'at most':>10}"
    rows = (
        f"{one.name:44}{one.painted:>9.0f} ms{one.most:>9.0f} ms"
        f"{one.size:>7.0f} kB{MOST_SIZE:>7} kB"
        for one in found
    )
    return "\n".join((head, *rows))


if __name__ == "__main__":
    print(table(measure()))  # noqa: T201 — a bench is there to be read
