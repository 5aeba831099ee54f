"""Two hundred councillors at once, each walking whole dossiers, on this machine."""

import json
import os
import subprocess
import sys

import pytest
from sqlalchemy import text

from tests.server import Server, Visitor
from wizard.keeping.database import open_engine

pytestmark = pytest.mark.stress

VISITORS, HURRIED = 200, 300
LONGEST_WAIT = 300  # milliseconds for nineteen in twenty
SECONDS = float(os.environ.get("STRESS_SECONDS", "120"))
THINK = 2.0  # seconds between two pages of one visitor, on average: still a hurry


@pytest.fixture
def server(durable_url, tmp_path):
    if not durable_url.startswith("sqlite"):
        engine = open_engine(durable_url)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
    free = {"dossiers_per_hour": "0", "pdfs_per_hour": "0", "log_level": "WARNING"}
    started = Server(durable_url, tmp_path, **free)
    started.start()
    yield started
    started.kill()


def visited(server, think, seconds, visitors=VISITORS):
    """Let them walk, and tell how it was."""
    before, busy = (server.memory, server.resident), os.getloadavg()[0]
    work = server.processor
    command = (
        *("-m", "tests.stress.visitors"),
        *map(str, (server.port, visitors, seconds, think)),
    )
    told = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=True
    )
    found = json.loads(told.stdout)
    kinds = found.pop("kinds")
    database = server.environment["DATABASE_URL"].partition(":")[0].partition("+")[0]
    print(f"\n{visitors} visitors, {think:g} s to think, {database}: {found}")
    for name, kind in kinds.items():
        print(f"  {name:18} {kind}")
    print(
        f"  work {(server.processor - work) * 1_000 / found['pages']:.1f} ms a page; "
        f"memory (Pss, Rss) {before} → {server.memory, server.resident} MB; load {busy:.1f} → {os.getloadavg()[0]:.1f}"
    )
    return found


def test_two_hundred_who_never_rest_meet_no_error(server):
    found = visited(server, 0, SECONDS)

    assert found["errors"] == {}
    assert found["dossiers"] > 0
    assert "ERROR" not in server.log.read_text()
    assert Visitor(server.port).ask("GET", "/gereed")[0] == 200


def test_three_hundred_in_a_hurry_meet_no_error_and_hardly_wait(server):
    found = visited(server, THINK, SECONDS / 4, visitors=HURRIED)

    assert found["errors"] == {}
    assert found["p95"] <= LONGEST_WAIT
