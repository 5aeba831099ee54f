"""What the tests of the press share."""

import logging

import pytest

from reports import press
from tests.reports.sample import memo


@pytest.fixture
def press_is_silent(caplog: pytest.LogCaptureFixture):
    """Fail the test when WeasyPrint has anything to warn about."""
    caplog.set_level(logging.WARNING, logger="weasyprint")
    yield
    said = [record.getMessage() for record in caplog.records]
    assert not said, f"the press is not silent: {said}"


@pytest.fixture(scope="session")
def memo_pdf() -> bytes:
    """The sample memo, printed once for all tests that only look at it."""
    return press.render(memo())
