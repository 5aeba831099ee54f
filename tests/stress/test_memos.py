"""Two hundred clean memos, saved again by every program that is here: no alarm."""

from time import perf_counter

import pytest

from reports.checking.verify_memo import FileVerdict, verify
from reports.composing.memo import Cover, compose
from reports.formats import press
from rules.judging.advice import advise
from tests.reports.resaving import (
    RESAVERS,
    by_program,
    installed,
    random_casefile,
)

MEMOS = 200
pytestmark = pytest.mark.stress


def test_clean_memos_raise_no_alarm(library, tmp_path):
    names, programs = list(library.decisions), installed()
    checked, alarms, spent = 0, [], []
    for seed in range(MEMOS):
        law = library.decisions[names[seed % len(names)]]
        casefile = random_casefile(law, seed)
        advice = advise(library.chart(law.id), casefile)
        paper = compose([advice], library, Cover("ABC-123", "gm0851", "0.1.0"))
        pdf = press.render(paper)
        again = RESAVERS[seed % len(RESAVERS)]
        turn = {again.__name__: again(pdf)}
        if programs:
            name = programs[seed % len(programs)]
            turn[name] = by_program(name, pdf, tmp_path)
        for name, saved in turn.items():
            start = perf_counter()
            found = verify(saved, library, lambda _, made=pdf: made)
            spent.append(perf_counter() - start)
            checked += 1
            if found.verdict is not FileVerdict.SOUND:
                alarms.append((seed, name, found.changes[:2]))
    spent.sort()
    print(
        f"\n{checked} clean memos ({MEMOS} dossiers; {', '.join(programs) or 'no others'})"
        f": {len(alarms)} alarms; looked at in {spent[len(spent) // 2]:.2f} s (median)"
    )
    assert not alarms
