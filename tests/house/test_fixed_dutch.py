"""The Dutch in code, templates and scripts is read by the same linter as the content."""

import ast
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
import yaml
from jinja2 import Environment

from rules.checks.wording import fixed_text_reader
from rules.loading import CONTENT

FLOORS = ("rules", "reports", "wizard")
NAMES_ALONE = "first_names.py"
TOLD_ASIDE = ("aria-label", "alt", "title", "placeholder")
IN_QUOTES = re.compile(r'"([^"\n]* [^"\n]*)"')
ATTRIBUTE = re.compile(r' ?[\w-]+="[^"]*"')  # of a tag that a macro opens
FILLED, SENTENCE = "…", 5  # what is filled in; words from which a text is a sentence


class Read(HTMLParser):
    """Collects what a page says: its text, and what stands in for a picture or a field."""

    def __init__(self):
        super().__init__()
        self.texts = []

    def handle_data(self, data):
        self.texts.append(ATTRIBUTE.sub("", data))

    def handle_starttag(self, tag, attrs):
        self.texts += [value for name, value in attrs if name in TOLD_ASIDE and value]


def in_python(text):
    """Give every text of a module but its docstrings."""
    nodes = [*ast.walk(ast.parse(text))]
    filled = [one for one in nodes if isinstance(one, ast.JoinedStr)]
    aside = {id(part) for one in filled for part in one.values}
    aside |= {id(one.value) for one in nodes if isinstance(one, ast.Expr)}
    for one in filled:
        yield "".join(
            getattr(part, "value", FILLED) if isinstance(part, ast.Constant) else FILLED
            for part in one.values
        )
    for one in nodes:
        if isinstance(one, ast.Constant) and id(one) not in aside:
            yield one.value


def in_template(text):
    """Give every text of a template, and what stands between quotes in its code."""
    page = Read()
    for _, kind, value in Environment().lex(text):
        if kind == "string":
            yield value[1:-1]
        elif kind == "data":
            page.feed(value)
        elif kind == "variable_begin":
            page.feed(FILLED)
    yield from page.texts


def in_script(text):
    """Give every text between quotes."""
    return IN_QUOTES.findall(text)


READERS = {".py": in_python, ".html": in_template, ".js": in_script}


@pytest.fixture(scope="module")
def texts(root, tracked):
    """Give every fixed text with its file."""
    return [
        (path, " ".join(text.split()))
        for path in tracked
        if path.parts[0] in (*FLOORS, "templates", "static")
        and path.suffix in READERS
        and path.name != NAMES_ALONE
        for text in READERS[path.suffix]((root / path).read_text())
        if isinstance(text, str) and " " in text.strip() and not text.isupper()
    ]


def test_fixed_dutch_is_worded_as_the_content_is(texts):
    read = fixed_text_reader(CONTENT)
    faults = [f"{path}: {fault}" for path, text in texts for fault in read(text)]

    assert len(texts) > 2_000
    assert faults == []


def test_a_page_has_no_straight_quotes(texts):
    said = [text for path, text in texts if path.suffix == ".html"]

    assert len(said) > 300
    assert [text for text in said if re.search(r"[\"']", text)] == []


def test_a_sentence_of_a_page_has_one_home(texts):
    """In one template, and not in the register of fixed sentences as well."""
    register = yaml.safe_load((CONTENT / "registers/zinnen.yaml").read_text())
    homes = [(path, text) for path, text in texts if path.suffix == ".html"]
    homes += [("zinnen.yaml", " ".join(one["text"].split())) for one in register]
    said = Counter(
        text
        for _, text in homes
        if len(text.split()) >= SENTENCE and text.endswith((".", "?"))
    )

    assert [text for text, number in said.items() if number > 1] == []
