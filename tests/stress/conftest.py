"""What the stress tests share."""

import importlib.util
from pathlib import Path

import pytest


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


postgres = load(Path(__file__).parent.parent / "postgres.py")


@pytest.fixture(scope="session")
def durable_cluster():
    """A PostgreSQL that syncs as in earnest."""
    with postgres.cluster(durable=True) as server:
        if server is None:
            pytest.skip("PostgreSQL could not be started here: SQLite only")
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def durable_url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'raadwijzer.sqlite'}"
    url = request.getfixturevalue("durable_cluster").url
    return url.replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture(scope="session")
def script():
    """Load a script of this folder by name."""
    return lambda name: load(Path(__file__).parent / f"{name}.py")
