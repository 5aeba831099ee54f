"""What was found for recent cases: a visitor asks for one case page after page.

Judging looks at the law and the answers and at nothing else, so what it found once holds
for whoever gives the same answers. Nothing is stored: a process that starts knows no case.
"""

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache, update_wrapper
from typing import Any, TypeVar, cast

from rules.judging.folded_decision import Chart

# Three hundred visitors who answer every two seconds come back well before this is full.
MOST = 512  # cases of each function
Law = TypeVar("Law", bound=Hashable)  # a decision, or its chart
Given = TypeVar("Given", bound=Mapping[str, Any])  # answers, read or as stored
Found = TypeVar("Found")
# The memory of each function that keeps what it found.
MEMORIES: list[Any] = []


def kept(judge: Callable[[Law, Given], Found]) -> Callable[[Law, Given], Found]:
    """Keep what a function of the law and the answers gave for the last `MOST` cases.

    What it gives is shared from then on, so nobody may change it.
    """

    @lru_cache(maxsize=MOST)
    def given(law: Law, said: tuple[tuple[str, Any], ...]) -> Found:
        return judge(law, cast(Given, dict(said)))

    MEMORIES.append(update_wrapper(given, judge))

    def look_up(law: Law, answers: Given) -> Found:
        return given(law, tuple(answers.items()))

    return update_wrapper(look_up, judge)


# What the diagrams give: each page asks it more than once.
outcome_of = kept(Chart.outcome_of)
outcomes_left = kept(Chart.outcomes_left)
open_questions = kept(Chart.open_questions)


def forget_recent_cases() -> None:
    """Let go of every case, as when somebody deletes what was theirs."""
    for memory in MEMORIES:
        memory.cache_clear()
