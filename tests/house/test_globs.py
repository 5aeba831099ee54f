"""Our globs reach what they name: a file that moves does not fall out of a promise."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reports.composing.receipt import HOUSE, MAKERS, engine
from rules.caselaw import judged_cases
from rules.checks.wording import wording_faults
from rules.exercises import exercises
from rules.loading import CONTENT, load

FLOORS = ("rules", "reports", "wizard")
# What nobody reads as running text: names, figures, proofs, and words of an earlier release.
NO_PROSE = (
    *("bewijzen/", "nieuw/", "vroeger/", "registers/bedragen", "registers/bronnen"),
    *("registers/bevoegdheden", "registers/gemeenten", "registers/geschiedenis"),
    *("registers/handelingen", "registers/inwoners", "registers/sleutelwoorden"),
    *("registers/papiercontrole", "registers/prijsindex", "registers/wetnamen"),
)
FOR_WRITERS_ONLY = ("nieuw/",)  # what a new decision starts from; none is law


@pytest.fixture
def reads(monkeypatch):
    """Note which files are read."""
    seen = set()
    plain = Path.read_bytes

    def read_bytes(path):
        seen.add(path.resolve())
        return plain(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    return lambda: {
        path.relative_to(CONTENT).as_posix()
        for path in seen
        if path.is_relative_to(CONTENT) and path.suffix == ".yaml"
    }


@pytest.fixture(scope="module")
def content(tracked):
    """Every YAML file under `rules`, by its name there."""
    return {
        path.relative_to("rules").as_posix()
        for path in tracked
        if path.parts[0] == "rules" and path.suffix == ".yaml"
    }


@pytest.fixture
def copy(tmp_path):
    """What makes a memo, somewhere else."""
    for pattern in MAKERS:
        for path in HOUSE.glob(pattern):
            (tmp_path / path.relative_to(HOUSE)).parent.mkdir(
                parents=True, exist_ok=True
            )
            shutil.copy(path, tmp_path / path.relative_to(HOUSE))
    return tmp_path


def fresh(house):
    """Give the fingerprint of the program as it now lies in a folder."""
    engine.cache_clear()
    return engine(house)


def test_every_example_in_a_docstring_is_run(root, tracked, project):
    written = {
        path.as_posix()
        for path in tracked
        if path.suffix == ".py"
        and path.parts[0] != "tests"
        and "    >>> " in (root / path).read_text()
    }
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *FLOORS]
    listed = subprocess.run(
        command, cwd=root, check=True, capture_output=True, text=True
    ).stdout
    collected = {line.partition("::")[0] for line in listed.splitlines()}

    assert set(FLOORS) <= set(project["tool"]["pytest"]["ini_options"]["testpaths"])
    assert len(written) > 10
    assert written <= collected


def test_all_content_is_read_on_loading_and_checking(reads, content):
    library = load()
    wording_faults(CONTENT)
    judged_cases(library)
    exercises(library)
    law = {name for name in content if not name.startswith(FOR_WRITERS_ONLY)}

    assert len(law) > 50
    assert reads() == law


def test_all_prose_is_read_for_its_words(reads, content):
    wording_faults(CONTENT)
    prose = {name for name in content if not name.startswith(NO_PROSE)}

    assert len(prose) > 50
    assert reads() == prose


def test_every_module_of_the_law_and_the_press_is_in_the_fingerprint(copy, tracked):
    before = fresh(copy)
    modules = [
        path
        for path in tracked
        if path.suffix == ".py" and path.parts[0] in {"rules", "reports"}
    ]
    unchanged = []
    for path in modules:
        whole = (copy / path).read_bytes()
        (copy / path).write_bytes(whole + b"\n")
        if fresh(copy) == before:
            unchanged.append(path)
        (copy / path).write_bytes(whole)

    assert len(modules) > 90
    assert unchanged == []
    assert fresh(copy) == before


def test_a_module_that_comes_or_gets_another_name_changes_the_fingerprint(copy):
    before = fresh(copy)
    new = copy / "rules/judging/novelty.py"
    new.write_text('"""Novelty."""\n')
    with_new = fresh(copy)
    new.rename(copy / "rules/judging/other.py")

    assert len({before, with_new, fresh(copy)}) == 3


def test_the_fingerprint_does_not_hang_on_where_the_house_stands(copy):
    assert fresh(copy) == fresh(HOUSE)


def test_every_case_is_found_by_the_tests_that_read_them(root):
    cases = root / "tests/casussen"
    for name in ("dossier.yaml", "verwacht.yaml", "stukken.yaml"):
        everywhere = set(cases.rglob(name))

        assert everywhere
        assert everywhere == set(cases.glob(f"*/*/{name}"))


def test_every_module_outside_the_tests_has_its_types_checked(tracked, project):
    checked = [Path(name) for name in project["tool"]["mypy"]["files"]]
    missed = [
        path
        for path in tracked
        if path.suffix == ".py"
        and path.parts[0] != "tests"
        and not any(path.is_relative_to(one) for one in checked)
    ]

    assert missed == [Path("conftest.py")]
