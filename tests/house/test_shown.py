"""What a screen is given and what its template asks for are one list."""

import ast
import re

import pytest

ASKED = re.compile(r"\bscreen\.(\w+)")
PART = re.compile(r'"(parts/\w+\.html)"')


@pytest.fixture(scope="module")
def templates(root, tracked):
    """Every template of the site, by the name that a page gives it."""
    found = [path for path in tracked if path.parts[0] == "templates"]
    texts = {path: (root / path).read_text() for path in found if path.suffix}
    return {"/".join(path.parts[1:]): text for path, text in texts.items()}


@pytest.fixture(scope="module")
def screens(root, tracked):
    """Each place that makes a screen: its template, and the names that it gives."""
    calls = [
        node
        for path in tracked
        if path.parts[0] == "wizard" and path.suffix == ".py"
        for node in ast.walk(ast.parse((root / path).read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Shown"
    ]
    return [
        (ast.literal_eval(call.args[0]), {each.arg for each in call.keywords})
        for call in calls
    ]


def reached(templates, name):
    """A template with the parts that it lets in, and those that they let in."""
    found, todo = set(), {name, "base.html"}
    while todo:
        now = todo.pop()
        found.add(now)
        todo |= set(PART.findall(templates[now])) - found
    return found


def test_a_template_asks_for_nothing_that_its_screen_has_not(templates, screens):
    lacking = {
        name: missing
        for name, given in screens
        if (missing := set(ASKED.findall(templates[name])) - given)
    }

    assert len(screens) > 50
    assert lacking == {}


def test_a_screen_is_given_nothing_that_no_template_asks_for(templates, screens):
    idle = {}
    for name, given in screens:
        texts = [templates[each] for each in reached(templates, name)]
        asked = set(ASKED.findall("\n".join(texts)))
        if given - asked:
            idle[name] = given - asked

    assert idle == {}


def test_every_screen_has_its_template_and_every_template_its_screen(
    templates, screens
):
    files = {name for name in templates if name.startswith("screens/")}

    assert {name for name, _ in screens} == files
