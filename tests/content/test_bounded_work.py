"""No text is worse than linear: twice as long is about twice the work.

Work is counted in calls, ours and those into patterns; no machine is too busy for that.
What a pattern takes is bounded beside it: none sees more than a piece of a text. The
same in processor time, on a quiet machine, is in `make stress`.
"""

from cProfile import Profile
from pathlib import Path
from types import CodeType

import pytest

from reports.council.lint import check_text
from reports.document import PaperKind
from tests.content.hostile_texts import SEEDS, of
from tests.law import LIBRARY
from wizard.guarding import personal
from wizard.guarding.identifiers import identifiers
from wizard.guarding.personal import findings, people

MOST = 2.5
OURS = tuple(
    f"{Path(__file__).parents[2] / room}/" for room in ("rules", "reports", "wizard")
)
SHORT = 1_000


def judge(text, kind=PaperKind.MOTION):
    check_text(
        text, LIBRARY.competence, bodies=LIBRARY.bodies, people=people, kind=kind
    )


def judge_questions(text):
    judge(text, PaperKind.QUESTIONS)


def calls(work, text):
    """Count what our own code calls in one try, into C as well.

    Not what others call in turn: what measures coverage takes itself away as it goes.
    """
    counting = Profile()
    counting.runcall(work, text)
    return sum(
        call.callcount
        for each in counting.getstats()
        if isinstance(each.code, CodeType) and each.code.co_filename.startswith(OURS)
        for call in each.calls or ()
    )


def test_there_are_a_hundred_hostile_texts():
    assert len(set(SEEDS)) >= 100


WORKS = (findings, judge, judge_questions)


@pytest.mark.parametrize("work", WORKS, ids=["personen", "stukken", "vragen"])
@pytest.mark.parametrize("seed", SEEDS)
def test_twice_the_text_is_about_twice_the_work(work, seed):
    work(of(seed, SHORT))  # what is made once is made now
    half, whole = calls(work, of(seed, SHORT)), calls(work, of(seed, 2 * SHORT))

    assert half > 0
    assert whole <= MOST * half


def test_no_pattern_sees_more_than_a_piece(monkeypatch):
    seen = []

    def noting(text):
        seen.append(len(text))
        return identifiers(text)

    monkeypatch.setattr(personal, "identifiers", noting)

    findings("Jan Jansen woont aan de Kerkstraat 1. " * 100)

    assert len(seen) > 1
    assert max(seen) <= personal.PIECE
