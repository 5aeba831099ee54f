"""Open the database, bring it up to date, and say one thing when it fails."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, DisconnectionError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from wizard.keeping.dossier import StorageUnavailableError

storage_log = logging.getLogger("raadwijzer.storage")

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
BUSY_MILLISECONDS = 5_000
UPGRADE_MILLISECONDS = 60_000
UPGRADE_LOCK = 7_223_945_103  # any number, as long as every version uses the same
PRAGMAS = (
    "journal_mode = WAL",
    # In WAL mode NORMAL keeps the file whole, and may lose the last answers when the
    # power goes; a page that said ‘bewaard’ would have said too much.
    "synchronous = FULL",
    f"busy_timeout = {BUSY_MILLISECONDS}",
    # SQLite leaves them off, for each connection anew.
    "foreign_keys = ON",
    # What is deleted is overwritten, and not only let go of.
    "secure_delete = ON",
)
POSTGRESQL_OPTIONS = (
    "-c statement_timeout=15000 -c lock_timeout=5000 "
    "-c idle_in_transaction_session_timeout=30000"
)


def open_engine(database_url: str) -> Engine:
    """Prepare the connection to SQLite or PostgreSQL; connects only when used.

    Parameters stay out of error messages, because they hold answers.
    """
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        return _open_sqlite(url)
    arguments: dict[str, object] = {"connect_timeout": 5}
    if "options" not in url.query:
        arguments["options"] = POSTGRESQL_OPTIONS
    return create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_timeout=5,
        connect_args=arguments,
    )


def _open_sqlite(url: URL) -> Engine:
    """Let SQLite wait, sync and erase, and let a writer lock from the start."""
    if url.database:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True, pool_timeout=5)

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # The driver must not open transactions of its own: `begin` below does.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A reader that turns into a writer could be refused at once; a writer
        # that says so from the start waits its turn.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    if url.database:
        _watch_the_file(engine, Path(url.database))
    return engine


def _watch_the_file(engine: Engine, file: Path) -> None:
    """Never write in a file that was deleted or replaced: nobody would find it back.

    An open connection would go on with the old file, and a new one would begin an
    empty file; both would say that all is well.
    """
    seen = False

    @event.listens_for(engine, "do_connect")
    def refuse_to_begin_anew(*_: object) -> None:
        if seen and not file.exists():
            raise sqlite3.OperationalError("the database file is gone")

    @event.listens_for(engine, "connect")
    def remember(_: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        nonlocal seen
        seen = True
        record.info["file"] = _identity(file)

    @event.listens_for(engine, "checkout")
    def compare(_: DBAPIConnection, record: ConnectionPoolEntry, __: object) -> None:
        if record.info["file"] != _identity(file):
            raise DisconnectionError


def _identity(file: Path) -> tuple[int, int] | None:
    """Tell files apart that stand in the same place one after the other."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def one_clear_error() -> Iterator[None]:
    """Turn each kind of database trouble into `StorageUnavailableError`.

    Disk full, file gone, server gone, pool exhausted, locked for too long:
    for a visitor they are one thing, and the log keeps the kind.
    """
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, PoolTimeoutError, OSError, sqlite3.Error) as error:
        kind = getattr(error, "orig", None) or error
        storage_log.exception("storage unavailable")
        raise StorageUnavailableError(type(kind).__name__) from error


@contextmanager
def transaction(engine: Engine, *, writes: bool) -> Iterator[Session]:
    """Give a session that is committed when this block ends, or not at all."""
    with (
        one_clear_error(),
        Session(
            engine.execution_options(writes=writes), expire_on_commit=False
        ) as session,
        session.begin(),
    ):
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one state of the storage; every page opens one."""
    with one_clear_error(), engine.begin() as connection:
        yield connection


def erase_traces(engine: Engine) -> None:
    """Let a deleted row leave SQLite's write-ahead log as well, when nobody reads.

    When somebody does, SQLite says so without an error and does it later.
    """
    if engine.dialect.name != "sqlite":
        return
    with one_clear_error(), engine.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is not None:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest form; safe to run from two places at once.

    Everything happens in one transaction under a lock of the database itself:
    who comes second waits, and then finds nothing left to do. No connection
    stays open.
    """
    with (
        one_clear_error(),
        engine.execution_options(writes=True).connect() as connection,
    ):
        if engine.dialect.name == "sqlite":
            _set_patience(connection, UPGRADE_MILLISECONDS)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL lock_timeout = '60s'"))
                connection.execute(text("SET LOCAL statement_timeout = 0"))
                connection.execute(
                    text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK}
                )
            config = alembic_config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    # Whoever forks after this must not take an open connection along: SQLite
    # would believe that the child holds the locks of its parent. It also puts
    # back the patience of an ordinary connection.
    engine.dispose()


def _set_patience(connection: Connection, milliseconds: int) -> None:
    """Say how long SQLite waits for another writer; outside any transaction."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA busy_timeout = {milliseconds}")


def is_current(engine: Engine) -> bool:
    """Tell whether the tables have the form that this program expects."""
    newest = ScriptDirectory.from_config(alembic_config()).get_current_head()
    with one_clear_error(), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest


def alembic_config() -> Config:
    """Point Alembic at the migrations beside this file, wherever installed."""
    config = Config()
    # A percent sign is an instruction to configparser.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
