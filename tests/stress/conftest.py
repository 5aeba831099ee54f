"""What the stress tests share."""

import pytest

from tests import postgres


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
