"""What each page costs in the server, and how soon a slow phone shows one."""

import pytest

from tests.bench import bench_pages, bench_phone

pytestmark = pytest.mark.bench


def test_what_each_page_costs(capsys):
    found = bench_pages.measure()

    with capsys.disabled():
        print(f"\n{bench_pages.table(found)}")  # noqa: T201 — a bench is there to be read
    assert set(found) == {bench_pages.BARE, *bench_pages.PAGES}


def test_what_a_slow_phone_shows(capsys):
    found = bench_phone.measure()

    with capsys.disabled():
        print(f"\n{bench_phone.table(found)}")  # noqa: T201 — a bench is there to be read
    assert max(one.size for one in found) <= bench_phone.MOST_SIZE
