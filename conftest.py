"""Runs the examples that people read: in docstrings, and Python in Markdown."""

from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.integration.pytest import pytest_integration as collect
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

markdown = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["*.md"],
)
# A pattern looks one folder deep; a path takes everything that lies under it.
floors = [
    Sybil(
        parsers=[DocTestParser()],
        path=floor,
        patterns=["*.py"],
        document_types={".py": PythonDocStringDocument},
    )
    for floor in ("rules", "reports", "wizard")
]

pytest_collect_file = collect(markdown, *floors)
