"""A test can fail: it asserts something that does not hang on a loop that may be empty."""

import ast
import re

import pytest

# `hold` is that of `tests/golden.py`, which fails with the lines that differ.
RAISES = re.compile(r"\b(?:pytest\.(?:raises|fail)|hold)\(")
CERTAIN = (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.Constant)
FIGURES = "tests/bench"  # they measure and print, and judge nothing


def functions(root, tracked):
    for path in tracked:
        named = path.as_posix()
        if path.match("test_*.py") and not named.startswith(FIGURES):
            tree = ast.parse((root / path).read_text())
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                    yield f"{path}:{node.lineno} {node.name}", node


def is_given(function):
    """Tell whether Hypothesis makes the input: it tries the empty ones and others."""
    return any("given(" in ast.unparse(one) for one in function.decorator_list)


def goes_round(loop):
    """Tell whether a loop surely runs: over what is written out, or a range."""
    over = loop.iter
    if isinstance(over, ast.Call) and ast.unparse(over.func) in {"range", "enumerate"}:
        return True
    if isinstance(over, ast.Call) and isinstance(over.func, ast.Attribute):
        over = over.func.value  # `{…}.items()`
    if isinstance(over, ast.BinOp):
        over = over.left  # `(…) * 10`
    return isinstance(over, CERTAIN) and not any(
        isinstance(one, ast.Starred) for one in getattr(over, "elts", ())
    )


def asserts(statement):
    """Tell whether a statement surely asserts something."""
    match statement:
        case ast.Assert():
            return True
        case ast.With(items=items, body=body):
            return bool(RAISES.search(" ".join(map(ast.unparse, items)))) or sure(body)
        case ast.For(body=body):
            return goes_round(statement) and sure(body)
        case ast.If(body=body, orelse=other):
            return sure(body) and sure(other)
        case ast.Try(body=body, finalbody=final):
            return sure([*body, *final])
        case _:
            return bool(RAISES.search(ast.unparse(statement)))


def sure(statements):
    """Tell whether one of these surely asserts something."""
    return any(map(asserts, statements))


@pytest.mark.parametrize(
    ("said", "can_fail"),
    [
        ("assert a", True),
        ("for one in found:\n  assert one", False),
        ("for one in (1, 2):\n  assert one", True),
        ("for one in (*found,):\n  assert one", False),
        ("for one in range(3):\n  for two in found:\n    assert two", False),
        ("with pytest.raises(X):\n  go()", True),
        ("if a:\n  assert b", False),
        ("go()", False),
    ],
)
def test_the_inspector_knows_what_can_fail(said, can_fail):
    assert sure(ast.parse(said).body) is can_fail


def test_every_test_can_fail(root, tracked):
    found = list(functions(root, tracked))
    idle = [
        place
        for place, function in found
        if not is_given(function) and not sure(function.body)
    ]

    assert len(found) > 1000
    assert idle == []
