"""What an administrator does by hand or at night: bring tables up to date, and purge."""

from collections.abc import Iterator
from contextlib import contextmanager
from logging.config import dictConfig

from wizard.clock import now
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


def purge_expired() -> int | None:
    """Remove expired dossiers and count them; `None` when the tables are too old."""
    with _cupboard() as dossiers:
        return dossiers.purge() if dossiers.is_ready() else None


@contextmanager
def _cupboard() -> Iterator[Dossiers]:
    settings = load_settings()
    dictConfig(logging_setup(settings.log_level))
    settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = open_engine(settings.database)
    try:
        yield Dossiers(engine, settings.retention, now)
    finally:
        engine.dispose()
