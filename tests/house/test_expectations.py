"""Every expectation of a councillor has its test, and the manuals their pictures."""

import re

NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
PICTURE = re.compile(r"!\[[^\]]{10,}\]\((beelden/[\w-]+\.png)\)")
MOST = 150_000


def test_thirty_expectations_stand_in_order_each_with_a_test_that_exists(root):
    lines = (root / "docs/verwachtingen.md").read_text().splitlines()
    rows = [line for line in lines if line.startswith("| V")]
    absent = [
        f"{path}::{test}"
        for row in rows
        for path, test in NAMED.findall(row)
        if not (root / path).exists() or f"def {test}(" not in (root / path).read_text()
    ]

    assert [row[2:5] for row in rows] == [f"V{number:02}" for number in range(1, 31)]
    assert [row for row in rows if not NAMED.search(row)] == []
    assert absent == []


def test_every_picture_of_a_manual_exists_and_is_small(root):
    manuals = [
        *(root / "docs").glob("handleiding-*.md"),
        root / "docs/regels-schrijven.md",
    ]
    shown = {path for manual in manuals for path in PICTURE.findall(manual.read_text())}
    sizes = {path: (root / "docs" / path).stat().st_size for path in shown}

    assert len(manuals) == 3
    assert len(shown) >= 6
    assert {path: size for path, size in sizes.items() if size > MOST} == {}
