"""The walls between the floors stand, and are not painted on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FLOORS = ("rules", "reports", "wizard")


@pytest.fixture
def copy(root, tmp_path):
    """The three floors and their contracts, to break without harm."""
    for floor in FLOORS:
        shutil.copytree(root / floor, tmp_path / floor)
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder):
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )


def test_the_contracts_are_kept(root, project):
    count = len(project["tool"]["importlinter"]["contracts"])

    done = lint(root)

    assert count > len(FLOORS)
    assert f"{count} kept, 0 broken" in done.stdout, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "said"),
    [
        ("rules/grammar/truth.py", "import flask", "The law knows no web"),
        (
            "reports/composing/memo.py",
            "import sqlalchemy",
            "The press knows no session",
        ),
        (
            "rules/grammar/truth.py",
            "import reports.composing.memo",
            "The counter stands on the press",
        ),
        ("rules/grammar/errors.py", "import rules.library", "The rooms of the law"),
        ("rules/money/cost_sums.py", "import rules.money.estimates", "Within a room"),
        ("rules/novelty.py", "", "The rooms of the law"),
        (
            "reports/formats/text.py",
            "import reports.composing.memo",
            "The rooms of the press",
        ),
    ],
)
def test_a_hole_in_a_wall_is_seen(copy, module, line, said):
    with (copy / module).open("a") as file:
        file.write(f"\n{line}\n")

    done = lint(copy)

    broken = [row for row in done.stdout.splitlines() if row.endswith("BROKEN")]
    assert [row for row in broken if row.startswith(said)], done.stdout
