"""What was found for recent cases: a visitor asks for one case page after page.

Judging looks at the law and the answers and at nothing else, so what it found once holds
for whoever gives the same answers. Nothing is stored: a process that starts knows no case.
"""

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import Any, TypeVar

from rules.grammar.answers import Answer
from rules.judging.evaluation import Answers
from rules.judging.folded_decision import Chart

# Three hundred visitors who answer every two seconds come back well before this is full.
MOST = 512  # cases of each function
Found = TypeVar("Found")
# The memory of each function that keeps what it found.
MEMORIES: list[Any] = []


def kept(judge: Callable[[Chart, Answers], Found]) -> Callable[[Chart, Answers], Found]:
    """Keep what a function of the law and the answers gave for the last `MOST` cases.

    What it gives is shared from then on, so nobody may change it.
    """

    @lru_cache(maxsize=MOST)
    def given(chart: Chart, said: tuple[tuple[str, Answer], ...]) -> Found:
        return judge(chart, dict(said))

    MEMORIES.append(given)

    def look_up(chart: Chart, answers: Answers) -> Found:
        return given(chart, tuple(answers.items()))

    return update_wrapper(look_up, judge)


def forget_recent_cases() -> None:
    """Let go of every case, as when somebody deletes what was theirs."""
    for memory in MEMORIES:
        memory.cache_clear()
