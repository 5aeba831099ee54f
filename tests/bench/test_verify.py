"""How long it takes to check a memo: as it was made, saved again, and hostile."""

from statistics import median
from time import perf_counter

import pytest

from reports.checking.pdf_reading import UnreadablePdfError
from reports.checking.verify_memo import verify
from reports.composing.memo import Cover, compose
from reports.formats import press
from rules.judging.advice import advise
from tests.reports.resaving import linearized
from tests.reports.test_pdf_reading import hostile

TIMES = 7


def spent(work):
    rounds = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        rounds.append(perf_counter() - start)
    return median(rounds)


@pytest.mark.bench
def test_checking_a_memo(library, case, capsys):
    law = library.decision("cameratoezicht")
    given = case(law, verordening_verleent_bevoegdheid=True)
    advice = advise(library.chart(law.id), given)
    pdf = press.render(compose([advice], library, Cover("ABC-123", None, "0.1.0")))
    again = linearized(pdf)

    def hostile_ones():
        for kind in ("bomb", "forms that double", "100 000 pages"):
            with pytest.raises(UnreadablePdfError):
                verify(hostile(kind), library, press.render)

    verify(pdf, library, press.render)
    rows = {
        "as it was made, printing included": lambda: verify(pdf, library, press.render),
        "saved again, printing included": lambda: verify(again, library, press.render),
        "saved again, the print at hand": lambda: verify(again, library, lambda _: pdf),
        "three hostile files, refused": hostile_ones,
    }
    with capsys.disabled():
        print(f"\nchecking a memo of {len(pdf) // 1000} kB, median of {TIMES}")  # noqa: T201
        for name, work in rows.items():
            print(f"  {name:<36} {spent(work):6.2f} s")  # noqa: T201
