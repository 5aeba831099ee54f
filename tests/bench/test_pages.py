"""What each page costs in the server."""

import pytest

from tests.bench import bench_pages

pytestmark = pytest.mark.bench


def test_what_each_page_costs(capsys):
    found = bench_pages.measure()

    with capsys.disabled():
        print(f"\n{bench_pages.table(found)}")  # noqa: T201 — a bench is there to be read
    assert set(found) == set(bench_pages.PAGES)
