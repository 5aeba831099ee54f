"""Answers that cannot both be true: told, and nothing is firm until that is settled."""

from rules.content.casefile import Clashing
from rules.grammar.answers import Answers
from rules.grammar.truth import Truth
from rules.judging.evaluation import judge_of
from rules.judging.folded_decision import Chart
from rules.judging.recently_judged import kept


@kept
def clashing(chart: Chart, answers: Answers) -> tuple[Clashing, ...]:
    """Give the declared pairs of which both answers are given, in the content’s order."""
    decision, found = chart.decision, []
    for clash in decision.header.clashes:
        # `given` and not `in_force`: what does not apply clashes with nothing.
        tests = map(decision.given, clash.pair)
        if all(judge_of(test)(answers, {}).truth is Truth.YES for test in tests):
            names = tuple(test.question for test in clash.pair)
            found.append(Clashing(names, clash.text, clash.ask or names[0], clash.hint))
    return tuple(found)
