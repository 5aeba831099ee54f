"""We lean on what we name, and we name why."""

import ast
import re
import sys
from importlib.metadata import packages_distributions

FLOORS = ("rules", "reports", "wizard")
NOT_IMPORTED = {"psycopg"}  # the driver that a database address names


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def named(project):
    requirements = project["project"]["dependencies"]
    return {canonical(re.split(r"[\[~=<>]", line)[0]) for line in requirements}


def imported(root):
    """Return the distributions that the three floors import."""
    modules = set()
    for floor in FLOORS:
        for path in (root / floor).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    modules.add(node.module.partition(".")[0])
    owners = packages_distributions()
    known = {*sys.stdlib_module_names, *FLOORS, "_typeshed"}  # the last: types only
    strangers = modules - known
    return {canonical(owners[module][0]) for module in strangers}


def test_every_dependency_is_used_and_every_import_is_named(root, project):
    assert imported(root)
    assert imported(root) | NOT_IMPORTED == named(project)


def test_every_dependency_is_argued_for(root, project):
    record = (root / "docs/adr/0012-dependencies.md").read_text()
    groups = project["dependency-groups"]["dev"]
    tools = {canonical(re.split(r"[\[~=<>]", line)[0]) for line in groups}

    assert tools
    assert {
        name for name in named(project) | tools if f"`{name}`" not in record
    } == set()
