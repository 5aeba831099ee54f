import re

import pytest

from tests.bench import bench_engine


@pytest.mark.bench
def test_the_law_beside_its_peers(capsys):
    table = bench_engine.main()

    with capsys.disabled():
        print(f"\n{table}")  # noqa: T201 — a bench is there to be read
    ratios = re.findall(r"([\d.,]+)×", table)
    assert len(ratios) == 4
    assert all(float(each.replace(",", "")) > 0 for each in ratios)
