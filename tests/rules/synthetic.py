"""Lays out a synthetic decision as a whole content root, ready to be loaded.

A folder of `tests/synthetisch` holds what the test is about: questions, rules, table.
Whatever else real content has stays empty.
"""

from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from rules.judging.chart import Chart
from rules.library import Library
from rules.loading import CONTENT, load

SYNTHETIC = Path(__file__).resolve().parents[1] / "synthetisch"
EMPTY = {"argumenten": "for: []\nagainst: []\n"}


def lay_out(name: str, root: Path) -> Path:
    """Make a content root of one synthetic folder; faults can then be put in it."""
    registers, decisions = root / "registers", root / "besluiten"
    copytree(SYNTHETIC / "registers", registers)
    for folder in sorted(
        {path.parent for path in (SYNTHETIC / name).rglob("besluit.yaml")}
    ):
        copytree(folder, decisions / folder.name)
        fill_up(decisions / folder.name, CONTENT / "besluiten" / "cameratoezicht")
    for shared in (SYNTHETIC / name).glob("gedeeld.yaml"):
        (registers / shared.name).write_bytes(shared.read_bytes())
    fill_up(registers, CONTENT / "registers")
    return root


def fill_up(folder: Path, like: Path) -> None:
    """Add an empty file for every list that is not there."""
    here = {path.stem for path in folder.iterdir()}
    for path in like.iterdir():
        if path.suffix != ".md" and path.stem not in here:
            text = EMPTY.get(path.stem, "[]\n" if is_list(path) else "")
            if text:
                (folder / f"{path.stem}.yaml").write_text(text)


def is_list(part: Path) -> bool:
    files = sorted(part.glob("*.yaml")) if part.is_dir() else [part]
    lines = "".join(file.read_text() for file in files).splitlines()
    return any(line.startswith("- ") for line in lines)


@cache
def library_of(name: str) -> Library:
    with TemporaryDirectory() as root:
        return load(lay_out(name, Path(root)))


def chart_of(name: str) -> Chart:
    """The one decision of a synthetic folder, folded."""
    (decision,) = library_of(name).decisions
    return library_of(name).chart(decision)
