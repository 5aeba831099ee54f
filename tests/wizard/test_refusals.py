"""Whatever goes wrong, the visitor reads what happened and what to do."""

import re

import pytest
from werkzeug.exceptions import HTTPException, default_exceptions

from wizard import refusals
from wizard.keeping.dossier import (
    DossierNotFoundError,
    ReadOnlyError,
    StorageUnavailableError,
)
from wizard.refusals import Refusal, refusal_of

ALL = sorted(
    {one for one in vars(refusals).values() if isinstance(one, Refusal)}
    | set(refusals.BY_STATUS.values()),
    key=lambda one: one.title,
)


@pytest.mark.parametrize("refusal", ALL, ids=lambda one: str(one.status))
def test_the_words_are_short_and_say_what_to_do(refusal):
    assert len(ALL) >= 10
    for text in (refusal.message, refusal.next_step):
        assert text.endswith(".")
        assert max(len(one.split()) for one in re.split("[.?]", text)) <= 20
        assert not set(text) & set("'\"")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (StorageUnavailableError(), 503),
        (DossierNotFoundError(), 404),
        (ReadOnlyError(), 403),
        (ValueError("geheim"), 500),
        (HTTPException(), 500),
    ],
)
def test_each_error_has_its_status(error, status):
    assert refusal_of(error).status == status


def test_every_status_of_the_web_gets_an_answer():
    assert len(default_exceptions) > 20
    for status, error in default_exceptions.items():
        told = refusal_of(error()) if status != 405 else refusals.BY_STATUS[405]
        assert told.status in (status, 413, 500)
