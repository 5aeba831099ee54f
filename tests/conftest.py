"""What every test may ask for."""

import gc
import os
import shutil
from collections.abc import Callable
from ctypes.util import find_library
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from rules.content.casefile import CaseFile
from rules.content.decision import Decision
from rules.grammar.answers import DONT_KNOW, NO, YES, Answer, parse
from rules.judging.folded_decision import Chart
from rules.library import Library
from tests.law import LIBRARY
from tests.rules.synthetic import chart_of

# What `make quick` leaves out: browsers, servers, printers and long walks.
SLOW_ROOMS = {"browser", "corpus", "mutants", "pages", "stress"}
SLOW = {
    *("test_backup", "test_bounded_work", "test_checklist_paper", "test_cli_together"),
    *("test_database", "test_difference", "test_doubt", "test_letterhead"),
    *("test_memo_size", "test_pdf_reading", "test_pdf_tags", "test_press"),
    *("test_print_pool", "test_serving", "test_signpost_paper", "test_verification"),
    *("test_verify_clean", "test_verify_memo", "test_wheel", "test_without_answers"),
}
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
DRIVER = find_library("atomic")  # Playwright’s driver leans on it
POSTGRES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))

# A slow machine is no fault in the law; and CI must say the same twice.
settings.register_profile("maker", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.register_profile("sketch", deadline=None, max_examples=12)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "maker")
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden memos again; read the difference aloud",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave a room with figures unread unless it is asked for: it loads its peers."""
    room = collection_path.name
    return True if f"not {room}" in config.option.markexpr.split(" and ") else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = {
        "browser": None if CHROMIUM and DRIVER else "no chromium or libatomic here",
        "postgres": None if POSTGRES else "no PostgreSQL here",
    }
    for item in items:
        if item.path.stem in SLOW or SLOW_ROOMS & {*item.path.parts}:
            item.add_marker("slow")
        for name, reason in absent.items():
            if reason and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_collection_finish() -> None:
    """Keep the law and the tests out of the collector’s way: they stay to the end."""
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="session")
def library() -> Library:
    """All real content; tests of the engine itself use `synthetic`."""
    return LIBRARY


@pytest.fixture(scope="session")
def synthetic() -> Callable[[str], Chart]:
    """The decision of one folder of `tests/synthetisch`."""
    return chart_of


@pytest.fixture(scope="session")
def case() -> Callable[..., CaseFile]:
    """Builds a case file: `case(decision, plan_ligt_er=True, breedte_cm="40 cm")`."""

    def read(decision: Decision, name: str, value: str | int | None) -> Answer:
        match value:
            case None:
                return DONT_KNOW
            case bool():
                return YES if value else NO
            case _:
                return parse(decision.question_by_id[name].answer, value)

    def build(
        decision: Decision, /, on: str = "2026-11-21", **given: str | int | None
    ) -> CaseFile:
        answers = {name: read(decision, name, value) for name, value in given.items()}
        return CaseFile(decision.id, date.fromisoformat(on), answers)

    return build


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Debian's own Chromium; a browser is never downloaded."""
    return {
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }
