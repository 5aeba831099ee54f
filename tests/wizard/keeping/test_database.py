"""One form of the tables, on both databases, and one clear error."""

import multiprocessing
import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from wizard.clock import now
from wizard.keeping.database import alembic_config, is_current, open_engine, upgrade
from wizard.keeping.dossier import StorageUnavailableError
from wizard.keeping.storage import Dossiers
from wizard.keeping.tables import Base

ABOUT = {
    "reference_date": date(2026, 11, 21),
    "fingerprint": "sha256:een",
    "municipality": None,
}


def storage(engine):
    return Dossiers(engine, timedelta(days=30), now)


def test_the_migrations_make_the_tables_that_the_program_expects(engine):
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, Base.metadata)

    assert len(Base.metadata.tables) == 4
    assert differences == []


def test_upgrading_twice_changes_nothing_and_keeps_dossiers(engine):
    assert not is_current(engine)
    upgrade(engine)
    made = storage(engine).create(("x",), **ABOUT)
    upgrade(engine)

    assert is_current(engine)
    assert storage(engine).open_by_edit_key(made.edit_key).code == made.dossier.code


def test_no_connection_stays_open_for_a_fork_to_inherit(engine):
    upgrade(engine)

    assert engine.pool.checkedin() == 0


def test_every_migration_can_be_taken_back(engine):
    upgrade(engine)
    with engine.execution_options(writes=True).begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")

    assert inspect(engine).get_table_names() == ["alembic_version"]


def upgrade_in_a_process(url, outcomes):
    engine = open_engine(url)
    try:
        upgrade(engine)
        outcomes.put("done" if is_current(engine) else "not current")
    except StorageUnavailableError as error:
        outcomes.put(repr(error.__cause__))


def test_processes_that_start_together_do_not_clash(engine, database_url):
    context = multiprocessing.get_context("forkserver")
    outcomes = context.Queue()
    processes = [
        context.Process(target=upgrade_in_a_process, args=(database_url, outcomes))
        for _ in range(4)
    ]
    for one in processes:
        one.start()
    told = [outcomes.get(timeout=60) for _ in processes]
    for one in processes:
        one.join()
    upgrade(engine)

    assert told == ["done"] * 4


def test_sqlite_syncs_waits_and_erases(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'map' / 'een.sqlite'}")
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in (
                "journal_mode",
                "synchronous",
                "busy_timeout",
                "foreign_keys",
                "secure_delete",
            )
        }
    engine.dispose()

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 5000,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_a_full_disk_is_one_clear_error_and_no_half_answer(tmp_path):
    file = tmp_path / "vol.sqlite"
    engine = open_engine(f"sqlite:///{file}")
    upgrade(engine)
    dossiers = storage(engine)
    made = dossiers.create(("x",), **ABOUT)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages + 1}")
    kept, full = made.dossier, None
    for number in range(200):
        try:
            kept = dossiers.save_answers(
                kept,
                {f"vraag_{number}": "x" * 1500, f"ook_{number}": "y" * 1500},
                expected_version=kept.version,
            )
        except StorageUnavailableError as error:
            full = error
            break

    assert full is not None
    present = dossiers.open_by_edit_key(made.edit_key)
    assert present.answers == kept.answers
    assert present.version == kept.version
    engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_database_that_is_gone_is_one_clear_error(tmp_path):
    folder = tmp_path / "map"
    engine = open_engine(f"sqlite:///{folder / 'weg.sqlite'}")
    upgrade(engine)
    dossiers = storage(engine)
    made = dossiers.create(("x",), **ABOUT)
    engine.dispose()
    shutil.rmtree(folder)

    for attempt in (
        lambda: dossiers.create(("x",), **ABOUT),
        lambda: dossiers.open_by_edit_key(made.edit_key),
        dossiers.purge,
        dossiers.is_ready,
    ):
        with pytest.raises(StorageUnavailableError):
            attempt()


def test_a_file_that_is_no_database_is_one_clear_error(tmp_path):
    file = tmp_path / "kapot.sqlite"
    file.write_bytes(b"dit is geen database" * 500)
    engine = open_engine(f"sqlite:///{file}")

    with pytest.raises(StorageUnavailableError):
        upgrade(engine)
    engine.dispose()


def test_an_error_message_holds_no_answer(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'leeg.sqlite'}")

    with pytest.raises(StorageUnavailableError) as caught:
        storage(engine).create(("geheim besluit",), **ABOUT)
    engine.dispose()

    assert "geheim" not in str(caught.value)
    assert "geheim" not in str(caught.value.__cause__)


@pytest.mark.postgres
def test_a_server_that_stops_and_returns_is_survived(postgres_cluster):
    engine = open_engine(
        postgres_cluster.url.replace("postgresql://", "postgresql+psycopg://")
    )
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    upgrade(engine)
    dossiers = storage(engine)
    made = dossiers.create(("x",), **ABOUT)
    dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)

    postgres_cluster.stop()
    try:
        with pytest.raises(StorageUnavailableError):
            dossiers.open_by_edit_key(made.edit_key)
        with pytest.raises(StorageUnavailableError):
            dossiers.is_ready()
    finally:
        postgres_cluster.start()

    assert dossiers.open_by_edit_key(made.edit_key).answers["a"] == "ja"
    engine.dispose()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "raadwijzer.sqlite"


@pytest.fixture
def at_work(file):
    """A cupboard on SQLite with an open connection and a dossier in it."""
    engine = open_engine(f"sqlite:///{file}")
    upgrade(engine)
    dossiers = storage(engine)
    yield dossiers, dossiers.create(("x",), **ABOUT)
    engine.dispose()


def test_nothing_is_written_in_a_file_that_was_deleted(at_work, file):
    dossiers, made = at_work
    for one in file.parent.glob("raadwijzer.sqlite*"):
        one.unlink()
    for _ in range(3):
        with pytest.raises(StorageUnavailableError):
            dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)
        with pytest.raises(StorageUnavailableError):
            dossiers.is_ready()

    assert not file.exists()


def test_a_file_that_was_put_back_is_used_at_once(at_work, file):
    dossiers, made = at_work
    copy = file.with_name("kopie")
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as to:
        source.backup(to)
    dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)
    for one in file.parent.glob("raadwijzer.sqlite*"):
        one.unlink()
    copy.rename(file)

    assert dossiers.is_ready()
    assert dossiers.open_by_edit_key(made.edit_key).answers == {}
