"""Texts that are held word for word: what differs is told line by line."""

from difflib import unified_diff
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]
TOLD = """{file} says something else now. Is that what you mean? Read it aloud, then: make golden
{difference}"""


def hold(golden: Path, text: str, *, update: bool) -> None:
    """Hold a text against what it was, or write down what it is now."""
    if update:
        golden.write_text(text, "utf-8")
    was = golden.read_text("utf-8") if golden.exists() else ""
    if text != was:
        lines = unified_diff(was.split("\n"), text.split("\n"), "was", "is now", n=1)
        file, difference = golden.relative_to(HERE), "\n".join(lines)
        pytest.fail(TOLD.format(file=file, difference=difference), pytrace=False)
