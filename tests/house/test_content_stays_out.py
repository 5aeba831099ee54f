"""Law is content: Python names no decision, and no law by its abbreviation."""

import ast
import re

import yaml

FLOORS = ("rules", "reports", "wizard")


def said(tree):
    """Every text in a module, with its line; docstrings too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def test_python_names_no_decision_and_no_abbreviation_of_a_law(root, tracked):
    laws = yaml.safe_load((root / "rules/registers/wetnamen.yaml").read_text())
    decisions = [path.name for path in (root / "rules/besluiten").iterdir()]
    names = [*decisions, *(each["short"] for each in laws)]
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    modules = [p for p in tracked if p.suffix == ".py" and p.parts[0] in FLOORS]
    found = [
        f"{path}:{line} {text[:60]}"
        for path in modules
        for line, text in said(ast.parse((root / path).read_text()))
        if named.search(text)
    ]

    assert decisions
    assert len(laws) > 5
    assert len(modules) > 150
    assert found == []
