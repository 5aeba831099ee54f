"""Answers that cannot both be true: told, and nothing is firm until that is settled."""

from collections.abc import Iterator

from rules.content.casefile import Clashing
from rules.content.decision import Decision
from rules.grammar.answers import Answers
from rules.grammar.truth import Truth
from rules.judging.evaluation import judge_of
from rules.judging.folded_decision import Chart
from rules.judging.recently_judged import kept


@kept
def clashing(chart: Chart, answers: Answers) -> tuple[Clashing, ...]:
    """Give the declared pairs of which both answers are given, in the content’s order."""
    return tuple(_clashing(chart.decision, answers))


def _clashing(decision: Decision, answers: Answers) -> Iterator[Clashing]:
    for clash in decision.header.clashes:
        # `given` and not `in_force`: an answer to a question that does not apply
        # clashes with nothing.
        tests = map(decision.given, clash.pair)
        if all(judge_of(test)(answers, {}).truth is Truth.YES for test in tests):
            names = tuple(test.question for test in clash.pair)
            yield Clashing(names, clash.text, clash.ask or names[0], clash.hint)
