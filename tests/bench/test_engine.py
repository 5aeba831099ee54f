import re

import pytest

from tests.bench import bench_engine


@pytest.mark.bench
def test_the_law_beside_its_peers(capsys):
    table = bench_engine.main()

    with capsys.disabled():
        print(f"\n{table}")  # noqa: T201 — a bench is there to be read
    ratios = [float(each) for each in re.findall(r"([\d.]+)×", table)]
    tree, zen, *finding = ratios[:2], ratios[2:4], *ratios[4:]
    assert (tree[0] >= 0.6, tree[1] >= 0.7) == (True, True)
    assert min(zen) > 1
    assert len(finding) == 1
