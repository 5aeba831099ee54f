"""What an administrator does by hand or at night: bring tables up to date, and purge."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from logging.config import dictConfig
from pathlib import Path

from rules.grammar.errors import InputError
from wizard.clock import now
from wizard.keeping.backup import back_up, count_of, put_back
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.logs import logging_setup
from wizard.settings import load_settings


def upgrade_tables() -> bool:
    """Bring the tables to the newest form; tell whether that was needed."""
    with _cupboard() as dossiers:
        if dossiers.is_ready():
            return False
        upgrade(dossiers.engine)
        return True


def purge_expired(*, certain: bool) -> int | None:
    """Remove expired dossiers and count them; `None` when the tables are too old.

    `certain`: somebody looked, and the clock of this machine is right.
    """
    with _cupboard() as dossiers:
        return dossiers.purge(certain=certain) if dossiers.is_ready() else None


def back_up_to(target: Path) -> int | None:
    """Copy all dossiers and the secret; `None` when the tables are too old."""
    with _cupboard() as dossiers:
        if not dossiers.is_ready():
            return None
        note = {"version": version("raadwijzer"), "made": now().isoformat()}
        count = back_up(dossiers.engine, target, note)
        secret = _secret()
        if secret.exists():
            _copied_for_the_owner(secret, _beside(target))
        return count


def restore_from(source: Path, *, replace: bool) -> tuple[int, str]:
    """Put a copy back; give how many dossiers, and which version made it.

    Raises:
        InputError: when there are dossiers and nobody said that they may go.
    """
    with _cupboard() as dossiers:
        upgrade(dossiers.engine)
        if not replace and (there := count_of(dossiers.engine)):
            raise InputError(
                f"Er staan al {there} dossiers. Die verdwijnen bij terugzetten. "
                "Wilt u dat, zet er dan --vervang bij."
            )
        count, note = put_back(dossiers.engine, source)
        if _beside(source).exists() and not _secret().exists():
            _copied_for_the_owner(_beside(source), _secret())
        return count, note["version"]


def _secret() -> Path:
    return load_settings().instance / "secret.key"


def _beside(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.sleutel")


def _copied_for_the_owner(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    target.chmod(0o600)


@contextmanager
def _cupboard() -> Iterator[Dossiers]:
    os.umask(0o077)
    settings = load_settings()
    dictConfig(logging_setup(settings.log_level))
    settings.make_room()
    engine = open_engine(settings.database)
    try:
        yield Dossiers(engine, settings.retention, now)
    finally:
        engine.dispose()
