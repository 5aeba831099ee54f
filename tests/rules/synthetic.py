"""Lays out a synthetic decision as a whole content root, ready to be loaded.

A folder of `tests/synthetisch` holds what the test is about: screens and demands. What
it does not say itself (header, arguments) is the same for all; whatever else real
content has stays away.
"""

import re
from functools import cache
from pathlib import Path
from shutil import copy, copytree
from tempfile import TemporaryDirectory

from rules.grammar.errors import ContentError
from rules.judging.folded_decision import Chart
from rules.library import Library
from rules.loading import CONTENT, load

SYNTHETIC = Path(__file__).resolve().parents[1] / "synthetisch"
ARGUMENTS = """\
for: [{id: voor, text: "Het helpt.", sources: [bankjesverordening-1]}]
against: [{id: tegen, text: "Het kost geld.", sources: [bankjesverordening-1]}]
"""
EMPTY = ("gemeenten", "bedragen", "prijsindex")


def lay_out(name: str, root: Path) -> Path:
    """Make a content root of one synthetic folder; faults can then be put in it."""
    registers, decisions = root / "registers", root / "besluiten"
    copytree(SYNTHETIC / "registers", registers)
    for one in ("sleutelwoorden", "zinnen"):  # one language, and one way to speak
        copy(CONTENT / f"registers/{one}.yaml", registers)
    for empty in EMPTY:
        (registers / f"{empty}.yaml").write_text("[]\n")
    for folder in sorted(
        {path.parent for path in (SYNTHETIC / name).rglob("vragen.yaml")}
    ):
        _fill_up(Path(copytree(folder, decisions / folder.name)))
    for shared in (SYNTHETIC / name).glob("gedeeld.yaml"):
        (registers / shared.name).write_bytes(shared.read_bytes())
    for old in decisions.glob("*/vroeger.yaml"):
        (root / "vroeger").mkdir(exist_ok=True)
        old.rename(root / "vroeger" / "1.yaml")
    return root


def _fill_up(folder: Path) -> None:
    """Add the header and the arguments where a folder has none of its own."""
    arguments, header = folder / "argumenten.yaml", folder / "besluit.yaml"
    if not arguments.exists():
        arguments.write_text(ARGUMENTS)
    if not header.exists():
        questions = (folder / "vragen.yaml").read_text()
        first = re.search(r"(?:id|use|card): (\w+)", questions)
        assert first is not None
        text = (SYNTHETIC / "besluit.yaml").read_text()
        text = text.replace("NAAM", folder.name).replace("EERSTE", first[1])
        header.write_text(text)


@cache
def library_of(name: str) -> Library:
    with TemporaryDirectory() as root:
        return load(lay_out(name, Path(root)))


def chart_of(name: str) -> Chart:
    """The one decision of a synthetic folder, folded."""
    (decision,) = library_of(name).decisions
    return library_of(name).chart(decision)


def faults_after(folder: str, file: str, old: str, new: str, root: Path) -> list[str]:
    """Break one thing in a synthetic decision; give the faults that are told."""
    path = lay_out(folder, root) / file
    if not path.exists():
        path = root / "besluiten" / folder / file
    text = path.read_text()
    assert old in text, f"{old!r} does not stand in {path}"
    path.write_text(text.replace(old, new, 1))
    try:
        load(root)
    except ContentError as refusal:
        return [str(fault) for fault in refusal.faults]
    return []
