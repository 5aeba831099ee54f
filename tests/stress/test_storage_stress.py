"""The storage when processes are killed, the disk is full, or time goes back."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta

import pytest

from tests.stress import kill_writes
from wizard.clock import now
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.dossier import StorageUnavailableError
from wizard.keeping.storage import Dossiers

pytestmark = pytest.mark.stress
ABOUT = {"reference_date": date(2026, 11, 21), "fingerprint": "", "municipality": None}


def sound(file):
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_no_acknowledged_answer_is_lost_when_the_writer_is_killed(
    durable_url, tmp_path
):
    outcome = kill_writes.post_answers(durable_url, random.Random(20261121))
    print(f"\nkill -9 while writing, {durable_url.partition(':')[0]}: {outcome}")

    assert outcome.acknowledged == 1_000
    assert outcome.kills >= 100
    assert outcome.unanswered >= 20
    assert (outcome.lost, outcome.wrong) == (0, 0)
    if durable_url.startswith("sqlite"):
        assert sound(tmp_path / "raadwijzer.sqlite")


@pytest.mark.postgres
def test_no_acknowledged_answer_is_lost_when_postgresql_itself_crashes(
    durable_cluster,
):
    engine = open_engine(
        durable_cluster.url.replace("postgresql://", "postgresql+psycopg://")
    )
    upgrade(engine)
    dossiers = Dossiers(engine, timedelta(days=30), now)
    made = dossiers.create(("x",), **ABOUT)
    kept = made.dossier
    for crash in range(5):
        for number in range(20):
            kept = dossiers.save_answers(
                kept, {f"vraag_{number}": str(crash)}, expected_version=kept.version
            )
        durable_cluster.stop()
        with pytest.raises(StorageUnavailableError):
            dossiers.save_answers(kept, {"a": "ja"}, expected_version=kept.version)
        durable_cluster.start()
        assert dossiers.open_by_edit_key(made.edit_key).answers == kept.answers
    print("\nPostgreSQL stopped at once 5 times: 100 acknowledged, 0 lost")
    engine.dispose()


FILL = """
import resource, signal, sys
from datetime import date, timedelta
from tests.stress import kill_writes
from wizard.clock import now
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.dossier import StorageUnavailableError
from wizard.keeping.storage import Dossiers

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
engine = open_engine(sys.argv[1])
upgrade(engine)
dossiers = Dossiers(engine, timedelta(days=30), now)
made = dossiers.create(
    ("x",), reference_date=date(2026, 1, 1), fingerprint="", municipality=None
)
dossier = made.dossier
print(made.edit_key)
for number in range(1_000):
    changes = {f"een_{number}": "x" * 900, f"twee_{number}": "y" * 900}
    try:
        dossier = dossiers.save_answers(
            dossier, changes, expected_version=dossier.version
        )
    except StorageUnavailableError:
        print(number)
        break
"""


def test_a_full_disk_keeps_what_was_kept_and_takes_no_half(tmp_path):
    """The operating system itself refuses to let the files grow."""
    file = tmp_path / "vol.sqlite"
    told = subprocess.run(
        [sys.executable, "-c", FILL, f"sqlite:///{file}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert len(told) == 2, "the disk was never full"
    edit_key, kept = told[0], int(told[1])

    engine = open_engine(f"sqlite:///{file}")
    dossiers = Dossiers(engine, timedelta(days=30), now)
    answers = dossiers.open_by_edit_key(edit_key).answers
    complete = {f"{name}_{n}" for n in range(kept) for name in ("een", "twee")}
    print(f"\nfull disk after {kept} saves of two answers: {len(answers)} there")

    assert set(answers) == complete
    dossiers.save_answers(
        dossiers.open_by_edit_key(edit_key), {"a": "ja"}, expected_version=1
    )
    engine.dispose()
    assert sound(file)


def test_a_back_up_made_while_people_write_can_be_restored(tmp_path):
    file, copy = tmp_path / "raad.sqlite", tmp_path / "kopie.sqlite"
    engine = open_engine(f"sqlite:///{file}")
    upgrade(engine)
    dossiers = Dossiers(engine, timedelta(days=30), now)
    made = dossiers.create(("x",), **ABOUT)
    dossier = dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)
    with (
        closing(sqlite3.connect(file)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    dossiers.save_answers(dossier, {"a": "nee"}, expected_version=dossier.version)
    engine.dispose()
    for one in (file, tmp_path / "raad.sqlite-wal", tmp_path / "raad.sqlite-shm"):
        one.unlink(missing_ok=True)
    copy.rename(file)

    again = open_engine(f"sqlite:///{file}")
    upgrade(again)
    restored = Dossiers(again, timedelta(days=30), now)
    assert restored.open_by_edit_key(made.edit_key).answers["a"] == "ja"
    again.dispose()
    assert sound(file)
