"""The server beside others, and the click on *download*."""

import pytest

from tests.bench import bench_server

pytestmark = pytest.mark.bench


def test_the_server_beside_others(capsys):
    found = bench_server.compare()

    with capsys.disabled():
        print(f"\n{bench_server.table(found)}")  # noqa: T201 — a bench is there to be read
    assert not any(each["errors"] for one in found for each in one.rounds)


def test_a_click_on_download_is_answered_at_once(capsys):
    ahead, waiting = bench_server.clicks(ahead=True), bench_server.clicks(ahead=False)

    with capsys.disabled():
        print(f"\n{bench_server.told('click, printed ahead', ahead)}")  # noqa: T201
        print(bench_server.told("click, not printed ahead", waiting))  # noqa: T201
    # The quickest, for others may use this machine; the table tells the rest.
    assert min(ahead) < bench_server.ANSWERED_WITHIN
    assert min(ahead) < min(waiting) / 4
