"""The security checklist counts what it lists, and names what exists."""

import re

from wizard.settings import PREFIX, Settings

ROW = re.compile(
    r"^\| (\d+\.\d+)\.(\d+)(?: – \1\.(\d+))? \| .+? \| (✔|B|~|n\.v\.t\.) \| .+ \|$",
    re.MULTILINE,
)
TOTAL = re.compile(r"^\| (✔|B|~|n\.v\.t\.) \| .+ \| (\d+) \|$", re.MULTILINE)
POINTS = 70


def test_every_point_of_level_one_is_counted(root):
    text = (root / "docs/asvs.md").read_text(encoding="utf-8")
    counted = dict.fromkeys(("✔", "B", "~", "n.v.t."), 0)
    for _, first, last, mark in ROW.findall(text):
        counted[mark] += int(last or first) - int(first) + 1

    assert sum(counted.values()) == POINTS
    assert {mark: int(number) for mark, number in TOTAL.findall(text)} == counted


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
