"""The tree says nothing about the machine it was made on."""

import json
import re

MACHINE = re.compile(r"(?<![\w.~*-])/(?:work|root|home|tmp|Users)/(?=\w)")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org"
    r"|archive\.ubuntu\.com|--(?:extra-)?index-url|--find[-]links"
)
BINARY = {".ico", ".pdf", ".png", ".ttf", ".woff2"}


def lines(root, tracked):
    for path in tracked:
        if path.suffix not in BINARY:
            text = (root / path).read_text(encoding="utf-8")
            for number, line in enumerate(text.splitlines(), 1):
                yield f"{path}:{number}", line


def test_no_path_of_a_machine(root, tracked):
    found = [place for place, line in lines(root, tracked) if MACHINE.search(line)]

    assert MACHINE.search("see /" + "work/main")
    assert found == []


def test_no_registry_is_named(root, tracked):
    found = [place for place, line in lines(root, tracked) if REGISTRY.search(line)]

    assert REGISTRY.search("https://" + "pypi" + ".org/simple")
    assert found == []


def test_python_packages_are_locked_by_hash(root):
    locks = sorted((root / "requirements").glob("*.txt"))

    assert {lock.stem for lock in locks} >= {"build", "dev", "run"}
    for lock in locks:
        text = lock.read_text().replace("\\\n", "")
        entries = [line for line in text.splitlines() if line and line[0] != "#"]

        assert entries
        assert [line for line in entries if "--hash=sha256:" not in line] == []
        assert [line for line in entries if "://" in line] == []


def test_css_packages_are_locked_by_hash_alone(root):
    lock = json.loads((root / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}

    assert packages
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
