"""What the tests of the press share."""

import logging
from hashlib import sha256

import pytest

from reports.composing.memo import Cover, compose
from reports.formats import press
from rules.judging.advice import advise
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


@pytest.fixture(scope="session")
def print_once():
    """Print a document, or give it as it was printed before."""
    printed = {}

    def print_pdf(document):
        attached = [file.data for file in document.attachments]
        key = sha256(repr((document, attached)).encode()).digest()
        if key not in printed:
            printed[key] = press.render(document)
        return printed[key]

    return print_pdf


@pytest.fixture(scope="session")
def memo_of(library, print_once):
    """Print the memo of one case file."""

    def make(casefile, code="ABC-123"):
        advice = advise(library.chart(casefile.decision), casefile)
        return print_once(compose([advice], library, Cover(code, "gm0851", "0.1.0")))

    return make
