"""The security checklist counts what it lists, and names what exists."""

import re

from tests.house.test_expectations import NAMED
from wizard.settings import PREFIX, Settings

ROW = re.compile(
    r"^\| (\d+\.\d+)\.(\d+)(?: – \1\.(\d+))? \| .+? \| (✔|B|~|n\.v\.t\.) \| .+ \|$",
    re.MULTILINE,
)
TOTAL = re.compile(r"^\| (✔|B|~|n\.v\.t\.) \| .+ \| (\d+) \|$", re.MULTILINE)
OTHERS = re.compile(r"^\| [a-z. ]+ \| (\d[\d., –]+) \| .+ \|$", re.MULTILINE)
POINTS, LEVEL_TWO_POINTS = 70, 183
LEVEL_TWO = "\n## Niveau 2"


def test_every_point_of_level_one_is_counted(root):
    text = (root / "docs/asvs.md").read_text(encoding="utf-8")
    counted = dict.fromkeys(("✔", "B", "~", "n.v.t."), 0)
    first_level = text.partition(LEVEL_TWO)[0]
    for _, first, last, mark in ROW.findall(first_level):
        counted[mark] += int(last or first) - int(first) + 1

    assert sum(counted.values()) == POINTS
    assert {mark: int(number) for mark, number in TOTAL.findall(text)} == counted


def test_of_level_two_only_what_is_met_is_listed_and_each_point_once(root):
    text = (root / "docs/asvs.md").read_text(encoding="utf-8")
    one, _, two = text.partition(LEVEL_TWO)
    points = [f"{group}.{first}" for group, first, _, _ in ROW.findall(two)]

    assert len(points) >= 20
    assert {mark for *_, mark in ROW.findall(two)} == {"✔"}
    assert len(points) == len(set(points))
    assert not any(f"| {point} |" in one for point in points)


def test_every_other_point_of_level_two_is_told_with_how_it_stands(root):
    """Met, not met, not for us, for the operator, or not looked at: each once."""
    text = (root / "docs/asvs.md").read_text(encoding="utf-8")
    two = text.partition(LEVEL_TWO)[2].partition("\n## ")[0]
    met = [f"{group}.{first}" for group, first, _, _ in ROW.findall(two)]
    rest = [point for points in OTHERS.findall(two) for point in spelled_out(points)]

    assert len(set(met) | set(rest)) == LEVEL_TWO_POINTS
    assert len(met) + len(rest) == LEVEL_TWO_POINTS
    assert f"Hierboven staan er {len(met)}; dit zijn de andere {len(rest)}." in two


def spelled_out(points):
    for one in points.split(", "):
        first, _, last = one.partition(" – ")
        group, _, low = first.rpartition(".")
        high = (last or first).rpartition(".")[2]
        yield from (f"{group}.{number}" for number in range(int(low), int(high) + 1))


def test_every_attack_has_its_test(root):
    text = (root / "docs/asvs.md").read_text(encoding="utf-8")
    _, _, attacks = text.partition("\n## Aanvallen")
    rows = [line for line in attacks.splitlines() if line.startswith("| ")][1:]
    named = {row: NAMED.findall(row) for row in rows}
    absent = [
        f"{path}::{test}"
        for found in named.values()
        for path, test in found
        if not (root / path).exists() or f"def {test}(" not in (root / path).read_text()
    ]

    assert len(rows) >= 30
    assert [row for row, found in named.items() if not found] == []
    assert absent == []


def test_every_place_that_is_named_exists(root):
    for name in ("asvs", "beheer"):
        text = (root / f"docs/{name}.md").read_text(encoding="utf-8")
        named = re.findall(
            r"`((?:wizard|rules|reports|tests|deploy|docs|requirements)/[\w./-]*)`",
            text,
        )

        assert len(named) >= 4
        assert [place for place in named if not (root / place).exists()] == []


def test_every_setting_is_explained(root):
    text = (root / "docs/beheer.md").read_text(encoding="utf-8")
    settings = [
        PREFIX + name.upper()
        for name in Settings.model_fields
        if name != "database_url"
    ]

    assert len(settings) >= 10
    assert [
        one for one in [*settings, "DATABASE_URL"] if f"| `{one}` |" not in text
    ] == []
