"""A copy of the whole storage in one file, and the storage filled from it again.

The copy is a SQLite file, whatever the database is: so a back-up of one kind can be put
back in the other. It is for its owner alone, checked before it takes its name, and says
which version made it.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, delete, insert, select, text

from rules.grammar.errors import InputError
from wizard.keeping.database import one_clear_error, open_engine, upgrade
from wizard.keeping.tables import Base, DossierRow

ROWS = 500  # that travel at once
NOTE = "CREATE TABLE backup (name TEXT PRIMARY KEY, value TEXT NOT NULL)"


def back_up(engine: Engine, target: Path, note: Mapping[str, str]) -> int:
    """Copy every dossier into a new file, and tell how many; no visitor waits for it.

    Raises:
        InputError: when the file cannot be written; nothing of it is left behind.
        StorageUnavailableError: when the database cannot be read.
    """
    draft = target.with_name(f"{target.name}.bezig")
    try:
        # What a run that was killed left behind is of nobody.
        draft.unlink(missing_ok=True)
        # Made by us with these rights before SQLite opens it: in between nobody can
        # read it.
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with _opened(draft) as copy:
            count = _copied(engine, copy)
        with closing(sqlite3.connect(draft)) as file, file:
            # One file and no log beside it: what is copied or mailed must be whole.
            file.execute("PRAGMA journal_mode = DELETE")
            file.execute(NOTE)
            file.executemany("INSERT INTO backup VALUES (?, ?)", note.items())
        _refuse_damaged(draft)
        draft.replace(target)
    except OSError as error:
        raise InputError(f"Kan niet schrijven: {target} ({error.strerror}).") from error
    finally:
        for left in target.parent.glob(f"{draft.name}*"):
            left.unlink(missing_ok=True)
    return count


def put_back(engine: Engine, source: Path) -> tuple[int, Mapping[str, str]]:
    """Fill the storage from a copy; give how many dossiers, and what the copy says.

    All that was in it makes room, in one transaction: it is done whole, or not at all.

    Raises:
        InputError: when the file is no back-up, or a damaged one.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "terug.sqlite"
        try:
            # Upgraded as a copy: the back-up itself stays as it was made.
            shutil.copyfile(source, file)
        except OSError as error:
            raise InputError(
                f"Kan '{source}' niet lezen ({error.strerror})."
            ) from error
        note = _refuse_damaged(file)
        with _opened(file) as copy, one_clear_error():
            writing = engine.execution_options(writes=True)
            with writing.connect() as to, to.begin(), copy.connect() as origin:
                # Children first, or their parents cannot go.
                for table in reversed(Base.metadata.sorted_tables):
                    to.execute(delete(table))
                count = _rows(origin, to)
                _count_on(to)
    return count, note


def count_of(engine: Engine) -> int:
    """Tell how many dossiers there are now."""
    with one_clear_error(), engine.connect() as connection:
        return len(connection.execute(select(DossierRow.code)).all())


@contextmanager
def _opened(file: Path) -> Iterator[Engine]:
    copy = open_engine(f"sqlite:///{file}")
    try:
        upgrade(copy)
        yield copy
    finally:
        copy.dispose()


def _copied(engine: Engine, copy: Engine) -> int:
    """Read everything as it stood at one moment."""
    # By default PostgreSQL sees later commits with each query; a dossier could lose
    # rows.
    whole = {"isolation_level": "REPEATABLE READ"}
    options = whole if engine.dialect.name == "postgresql" else {}
    reading, writing = (
        engine.execution_options(**options),
        copy.execution_options(writes=True),
    )
    with (
        one_clear_error(),
        reading.connect() as origin,
        origin.begin(),
        writing.connect() as to,
        to.begin(),
    ):
        return _rows(origin, to)


def _rows(origin: Connection, to: Connection) -> int:
    """Carry every row over, and count the dossiers."""
    dossiers = 0
    for table in Base.metadata.sorted_tables:
        found = origin.execute(select(table)).mappings()
        while some := found.fetchmany(ROWS):
            to.execute(insert(table), [dict(row) for row in some])
            dossiers += len(some) if table is DossierRow.__table__ else 0
    return dossiers


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL number new revisions behind those that were put back."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text(
                "SELECT setval(pg_get_serial_sequence('revision', 'number'), "
                "(SELECT coalesce(max(number), 0) + 1 FROM revision), false)"
            )
        )


def _refuse_damaged(file: Path) -> Mapping[str, str]:
    """Check a copy, and give what it says of itself."""
    try:
        with closing(sqlite3.connect(file)) as connection:
            (said,) = connection.execute("PRAGMA integrity_check").fetchone()
            note = dict(connection.execute("SELECT name, value FROM backup"))
    except sqlite3.Error:
        said, note = "", {}
    if said != "ok" or "version" not in note:
        raise InputError(
            f"'{file.name}' is geen back-up van Raadwijzer, of is beschadigd."
        )
    return note
