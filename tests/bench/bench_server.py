"""Which server answers best, and how soon does a click on *download* bring the memo?

The candidates take turns, so that noise favours nobody; each gets the same visitors,
who walk whole dossiers. Run by `make bench`, or by hand:
`python -m tests.bench.bench_server`.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from tests.server import Server, Visitor

ROUNDS = int(os.environ.get("BENCH_SERVER_ROUNDS", "3"))
SECONDS = 10
VISITORS = 24
CLICKS = 12
READING = 10.0  # seconds that somebody looks at the result before the click
ANSWERED_WITHIN = 50.0  # milliseconds
DECISION = "cameratoezicht"
WAITRESS = """
import sys
from wizard.serving import serve_with_waitress
from wizard.settings import load_settings
serve_with_waitress(load_settings(), "127.0.0.1", int(sys.argv[-1]))
"""


@dataclass
class Candidate:
    """A server with its settings, and what was measured."""

    name: str
    settings: dict[str, str] = field(default_factory=dict)
    command: tuple[str, ...] = ()
    rounds: list[dict[str, Any]] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)

    def serve(self, folder: Path) -> Server:
        """Start it on a database of its own."""
        free = {"dossiers_per_hour": "0", "pdfs_per_hour": "0", "log_level": "WARNING"}
        database = f"sqlite:///{folder / 'raad.sqlite'}"
        server = Server(database, folder, **(free | self.settings))
        server.command = list(self.command) or server.command
        server.start()
        return server


def candidates() -> tuple[Candidate, ...]:
    """Ours first, then what it could have been."""
    waitress = (sys.executable, "-c", WAITRESS)
    return (
        Candidate("gunicorn, 2 processes × 4 threads (ours)"),
        Candidate("gunicorn, 1 process × 8 threads", {"workers": "1", "threads": "8"}),
        Candidate(
            "gunicorn, 4 processes × 2 threads", {"workers": "4", "threads": "2"}
        ),
        Candidate("waitress, 1 process × 8 threads", {"threads": "8"}, waitress),
    )


def walk(server: Server) -> dict[str, float]:
    """Let visitors walk without rest, and give what they met."""
    about = (server.port, VISITORS, SECONDS, 0)
    command = [sys.executable, "-m", "tests.stress.visitors", *map(str, about)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def compare() -> list[Candidate]:
    """Let the candidates take turns."""
    found = candidates()
    for _ in range(ROUNDS):
        for one in found:
            with tempfile.TemporaryDirectory() as folder:
                server = one.serve(Path(folder))
                try:
                    before = server.processor
                    met = walk(server)
                    met["work"] = (server.processor - before) * 1_000 / met["pages"]
                    one.rounds.append(met)
                    one.memory.append(server.memory)
                finally:
                    server.kill()
    return found


def clicks(*, ahead: bool) -> list[float]:
    """Read results, click on download, and give the milliseconds until it was there."""
    settings = {} if ahead else {"pdf_ahead": "0"}
    found = []
    with tempfile.TemporaryDirectory() as folder:
        server = Candidate("", settings).serve(Path(folder))
        try:
            readers = [reader(server, number) for number in range(CLICKS)]
            time.sleep(READING)
            for one in readers:
                began = time.perf_counter()
                memo = one.fetch("GET", f"/{DECISION}/memo.pdf")
                found.append((time.perf_counter() - began) * 1_000)
                assert memo.data.startswith(b"%PDF-")
        finally:
            server.kill()
    return found


def reader(server: Server, number: int) -> Visitor:
    """Give somebody who looks at a result of their own."""
    one = Visitor(server.port)
    where = one.begin(DECISION)
    assert one.answer(where, lambda choices: choices[number % 2]).status == 303
    assert one.ask("GET", f"/{DECISION}/kort")[0] == 200
    return one


def table(found: list[Candidate]) -> str:
    """Lay the medians of all rounds side by side; `work` is processor time a page.

    All times are in milliseconds.
    """
    rounds = f"{ROUNDS} rounds of {SECONDS} s, taking turns"
    lines = [
        f"{VISITORS} who never rest; {rounds}; load {os.getloadavg()[0]:.1f}",
        f"{'server':42}{'pages/s':>9}{'p50':>7}{'p95':>7}{'p99':>7}{'work':>7}{'MB':>6}{'errors':>8}",
    ]
    for one in found:
        per, *places, work = (
            median(each[name] for each in one.rounds)
            for name in ("per_second", "p50", "p95", "p99", "work")
        )
        errors = sum(sum(each["errors"].values()) for each in one.rounds)
        numbers = "".join(f"{place:7.0f}" for place in places)
        lines.append(
            f"{one.name:42}{per:9.0f}{numbers}{work:7.1f}{median(one.memory):6.0f}{errors:8}"
        )
    return "\n".join(lines)


def told(name: str, found: list[float]) -> str:
    """Sum up clicks."""
    return (
        f"{name:42} median {median(found):.0f} ms, longest {max(found):.0f} ms "
        f"({len(found)} memos, each of its own dossier)"
    )


if __name__ == "__main__":
    print(table(compare()))  # noqa: T201
    print(told("click, printed ahead", clicks(ahead=True)))  # noqa: T201
    print(told("click, not printed ahead", clicks(ahead=False)))  # noqa: T201
