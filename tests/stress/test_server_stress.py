"""The whole server, killed while a councillor answers."""

import random
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from tests.stress import kill_server
from wizard.keeping.database import open_engine

pytestmark = pytest.mark.stress


def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(
    durable_url, tmp_path
):
    if not durable_url.startswith("sqlite"):
        engine = open_engine(durable_url)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
    outcome = kill_server.post_answers(durable_url, tmp_path, random.Random(20261121))
    print(f"\nkill -9 the server, {durable_url.partition(':')[0]}: {outcome}")

    assert outcome.acknowledged == 1_000
    assert outcome.kills >= 10
    assert (outcome.lost, outcome.strange) == (0, 0)
    if durable_url.startswith("sqlite"):
        with closing(sqlite3.connect(tmp_path / "raadwijzer.sqlite")) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchone()
        assert found == ("ok",)
