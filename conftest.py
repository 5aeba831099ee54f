"""Runs the examples that people read: in docstrings, and Python in Markdown."""

from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

markdown = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["*.md"],
)
docstrings = Sybil(
    parsers=[DocTestParser()],
    patterns=["rules/*.py", "reports/*.py"],
    excludes=["tests/*/*.py"],
    document_types={".py": PythonDocStringDocument},
)

pytest_collect_file = (markdown + docstrings).pytest()
