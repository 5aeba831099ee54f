"""Memos that nobody tampered with raise no alarm; `make stress` tries 200 and more."""

import pytest

from reports.verify_memo import Verdict, verify
from tests.reports.resaving import RESAVERS, random_casefile

MEMOS = 24


@pytest.mark.parametrize("seed", range(MEMOS))
def test_a_clean_memo_is_sound(seed, library, memo_of, print_once):
    names = list(library.decisions)
    law = library.decisions[names[seed % len(names)]]
    pdf = memo_of(random_casefile(law, seed))
    again = RESAVERS[seed // len(names) % len(RESAVERS)](pdf)

    found = verify(again, library, print_once)

    assert found.changes == ()
    assert found.verdict is Verdict.SOUND
