"""One word for one thing: no class is called twice, no module without a clear parent."""

import ast
from collections import Counter, defaultdict

import pytest

FLOORS = {"rules", "reports", "wizard"}
LONGEST = 500  # lines; above that a module holds two ideas
# What is laid down, judged, told and shown may go by one name from floor to floor.
FROM_FLOOR_TO_FLOOR = {
    "rules/content",
    "rules/judging",
    "reports/composing",
    "reports/council",
    "wizard/keeping",
    "wizard/showing",
    "wizard/pages",
}


@pytest.fixture(scope="module")
def modules(tracked):
    """Every module of the product but doorplates and migrations."""
    return [
        path
        for path in tracked
        if path.suffix == ".py"
        and path.parts[0] in FLOORS
        and path.stem != "__init__"
        and "migrations" not in path.parts
    ]


def test_no_public_class_is_called_as_another(root, modules):
    names = Counter(
        node.name
        for path in modules
        for node in ast.parse((root / path).read_text()).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )

    assert len(names) > len(modules)
    assert [name for name, count in names.items() if count > 1] == []


def test_a_module_shares_its_name_only_from_floor_to_floor(modules):
    rooms = defaultdict(set)
    for path in modules:
        rooms[path.stem].add(path.parent.as_posix())

    shared = {name: found for name, found in rooms.items() if len(found) > 1}
    assert "demands" in shared
    assert {n: f for n, f in shared.items() if not f <= FROM_FLOOR_TO_FLOOR} == {}


def test_no_module_is_longer_than_one_idea(root, modules):
    lines = {path: len((root / path).read_text().splitlines()) for path in modules}

    assert max(lines.values()) > LONGEST // 2
    assert [path for path, count in lines.items() if count > LONGEST] == []
