"""What the guard takes of a hostile text in processor time, on a machine that is quiet."""

import time

import pytest

from reports.council.lint import check_text
from reports.document import PaperKind
from tests.content.hostile_texts import SEEDS, of
from tests.law import LIBRARY
from wizard.guarding.personal import findings, people

pytestmark = pytest.mark.stress

MOST, TRIES, NOISE = 2.5, 12, 0.002  # times, tries, seconds
SHORT, LONGEST, LIMIT = 1_000, 12_000, 0.5  # characters, characters, seconds


def judge(text, kind=PaperKind.MOTION):
    check_text(
        text, LIBRARY.competence, bodies=LIBRARY.bodies, people=people, kind=kind
    )


def judge_questions(text):
    judge(text, PaperKind.QUESTIONS)


def spent(work, text):
    """Count the processor time of one try."""
    start = time.process_time()
    work(text)
    return time.process_time() - start


WORKS = (findings, judge, judge_questions)


@pytest.mark.parametrize("work", WORKS, ids=["personen", "stukken", "vragen"])
def test_twice_the_text_is_about_twice_the_time(work):
    """The two take turns, so that a machine that is busy is busy for both."""
    ratios = {}
    for seed in SEEDS:
        half, whole = of(seed, SHORT), of(seed, 2 * SHORT)
        least, most = float("inf"), float("inf")
        for _ in range(TRIES):
            least = min(least, spent(work, half))
            most = min(most, spent(work, whole))
        ratios[seed] = (most + NOISE) / (least + NOISE)
    worst = max(ratios, key=ratios.get)
    print(f"twice the text: at most {ratios[worst]:.2f} times the time, at {worst!r}")

    assert len(ratios) == len(SEEDS)
    assert ratios[worst] <= MOST


@pytest.mark.parametrize("work", WORKS, ids=["personen", "stukken", "vragen"])
def test_the_longest_text_takes_half_a_second_at_most(work):
    times = {seed: spent(work, of(seed, LONGEST)) for seed in SEEDS}
    worst = max(times, key=times.get)
    print(f"{LONGEST:,} characters: at most {times[worst]:.3f} s, at {worst!r}")

    assert len(times) == len(SEEDS)
    assert times[worst] <= LIMIT
