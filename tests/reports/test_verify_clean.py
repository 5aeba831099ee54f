"""Memos that nobody tampered with raise no alarm; `make stress` tries 200 and more."""

import pytest

from reports.checking.verify_memo import FileVerdict, verify
from tests.reports.resaving import RESAVERS, random_casefile

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
