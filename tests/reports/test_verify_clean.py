"""Memos that nobody tampered with raise no alarm; `make stress` tries 200 and more."""

import json

import pytest

from reports.checking.verify_memo import FileVerdict, verify
from reports.composing.memo import Cover, compose
from reports.composing.receipt import receipt_of
from reports.document import spans
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier
from tests.reports.resaving import RESAVERS, TODAY, random_casefile

MEMOS = 4  # each is printed once and saved again by every program that we have


@pytest.mark.parametrize("seed", range(MEMOS))
def test_a_clean_memo_is_sound(seed, library, memo_of, print_once):
    names = list(library.decisions)
    law = library.decisions[names[seed % len(names)]]
    pdf = memo_of(random_casefile(law, seed))

    for saved_again in RESAVERS:
        found = verify(saved_again(pdf), library, print_once)

        assert found.changes == (), saved_again.__name__
        assert found.verdict is FileVerdict.SOUND
    assert RESAVERS


@pytest.mark.parametrize("seed", range(3))
def test_a_memo_made_again_from_its_own_answers_says_the_same(seed, library):
    """Of every decision: what is read from the answers is told the second time too."""
    for law in library.decisions.values():
        first = composed(random_casefile(law, seed), library)
        (again,) = read_dossier(
            json.dumps(receipt_of(first).dossier), library, today=TODAY
        )

        assert texts(composed(again, library)) == texts(first), law.id
    assert len(library.decisions) > 1


def composed(casefile, library):
    advice = advise(library.chart(casefile.decision), casefile)
    return compose([advice], library, Cover("ABC-123", "gm0851", "0.1.0"))


def texts(document):
    return [span.text for span in spans(document)]
