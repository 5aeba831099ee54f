"""A cupboard on both databases, and a clock that obeys."""

import logging
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from tests import postgres
from tests.law import load_once
from wizard import cli
from wizard.cli import main
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.settings import PREFIX, Settings


class Clock:
    def __init__(self):
        self.moment = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

    def __call__(self):
        return self.moment

    def pass_days(self, days):
        self.moment += timedelta(days=days)


@pytest.fixture
def law_in_memory(monkeypatch):
    """Let commands find the law as it was read; `test_cli` also runs the program itself."""
    monkeypatch.setattr(cli, "load", load_once)


@pytest.fixture(scope="session")
def postgres_cluster():
    with postgres.cluster() as server:
        if server is None:
            pytest.skip("PostgreSQL could not be started here: SQLite only")
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'raadwijzer.sqlite'}"
    url = request.getfixturevalue("postgres_cluster").url
    return url.replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture
def engine(database_url):
    made = open_engine(database_url)
    if made.dialect.name == "postgresql":
        with made.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    yield made
    made.dispose()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def dossiers(engine, clock):
    upgrade(engine)
    return Dossiers(engine, timedelta(days=30), clock)


@pytest.fixture
def new(dossiers):
    def make(decisions=("cameratoezicht",)):
        return dossiers.create(
            decisions,
            reference_date=date(2026, 11, 21),
            fingerprint="sha256:een",
            municipality=None,
        )

    return make


@pytest.fixture
def environment(monkeypatch, tmp_path):
    """Only what a test sets itself is set."""
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("RAADWIJZER_INSTANCE", str(tmp_path / "instance"))
    return monkeypatch


@pytest.fixture
def logging_as_it_was():
    """A command sets logging up for its process; the tests go on in this one."""
    root = logging.getLogger()
    before = root.level, root.handlers[:]
    yield
    root.level, root.handlers[:] = before


@pytest.fixture
def run(environment, database_url, engine, capsys, logging_as_it_was):
    """Run a command on an empty database."""
    environment.setenv("DATABASE_URL", database_url)

    def call(*arguments):
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        out, err = capsys.readouterr()
        return stopped.value.code, out, err

    return call
