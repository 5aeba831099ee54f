import re

import pytest

from tests.bench import bench_press


@pytest.mark.bench
def test_the_press_beside_its_peers(capsys):
    table = bench_press.main()

    with capsys.disabled():
        print(f"\n{table}")  # noqa: T201 — a bench is there to be read
    told = dict(re.findall(r"^(.+ against .+): ([\d.]+)", table, re.MULTILINE))
    assert set(told) == {
        "ours against base",
        "one page against typst",
        "one page against the whole",
    }
