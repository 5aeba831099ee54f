"""An `__init__.py` holds one docstring and nothing else."""

import ast


def test_every_init_is_a_doorplate(root, tracked):
    inits = [path for path in tracked if path.name == "__init__.py"]
    bodies = {path: ast.parse((root / path).read_text()).body for path in inits}
    wrong = [
        str(path)
        for path, body in bodies.items()
        if len(body) != 1 or ast.get_docstring(ast.Module(body, [])) is None
    ]

    assert {str(path.parent) for path in inits} >= {"rules", "reports", "wizard"}
    assert wrong == []


def test_templates_and_static_hold_no_code(tracked):
    folders = [path for path in tracked if path.parts[0] in {"templates", "static"}]
    code = [str(path) for path in folders if path.suffix in {".py", ".pyc"}]

    assert folders
    assert code == []
