"""The audit tells *nothing found* apart from *nobody answered*."""

import importlib.util

import pytest

SKIPPED = {"name": "a", "skip_reason": "not found"}
SOUND = {"name": "b", "version": "1", "vulns": []}
WEAK = {"name": "c", "version": "2", "vulns": [{"id": "CVE-1", "fix_versions": ["3"]}]}


@pytest.fixture(scope="module")
def verdict(root):
    spec = importlib.util.spec_from_file_location("audit", root / "bin" / "audit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.verdict


@pytest.mark.parametrize(
    ("found", "code", "said"),
    [
        ([], 0, "niet bereikbaar"),
        ([SKIPPED, SKIPPED], 0, "niet bereikbaar"),
        ([SOUND], 0, "1 pakketten zonder"),
        ([SOUND, SKIPPED], 0, "1 niet nagekeken"),
        ([SOUND, WEAK], 1, "c 2: CVE-1, hersteld in 3"),
    ],
)
def test_it_says_what_was_looked_up_and_what_was_found(verdict, found, code, said):
    told = verdict(found)

    assert told[0] == code
    assert said in told[1]
