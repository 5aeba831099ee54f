"""Prove that every text that hangs on answers is told in some dossier.

Which pages tell a text of a kind is a matter of the floors above; whether answers can
bring it is a matter of diagrams, and so of proof.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import cast

from rules.content.decision_table import Outcome, PassedTest, TallyTest, TitleTest
from rules.content.demands import Standing
from rules.grammar.truth import Truth
from rules.judging.decision_diagram import Node
from rules.judging.distinct_answers import told_under
from rules.judging.folded_decision import Chart
from rules.proof.searching import Failure, Failures

_ALWAYS = "geldt altijd: laat die voorwaarde weg"


def texts_are_told(chart: Chart) -> Failures:
    """Look for a text that no dossier brings, or whose condition changes nothing."""
    for name, condition in told_under(chart.decision):
        written = chart.fold(chart.decision.in_force(condition))
        if chart.plain.is_end(written):
            never = written == chart.plain.no
            what = "leest niemand: dat geldt nooit" if never else _ALWAYS
            yield Failure(f"{name} {what}.")
    for clash in chart.decision.header.clashes:
        if chart.clash(clash.pair) == chart.plain.no:
            yield Failure(f"botsing '{clash.id}' kan niet voorkomen.")
    for outcome in chart.decision.header.outcomes:
        yield from _titles(chart, outcome)


def _titles(chart: Chart, outcome: Outcome) -> Failures:
    """Look for a title that is never the first whose tests hit."""
    forest = chart.partial
    comes_out = forest.convert(lambda shown: shown == outcome.id, chart.shown)
    left = forest.all_of([comes_out, chart.whole_ticks])
    count = cache(partial(_count, chart, outcome))
    for number, title in enumerate(outcome.titles, 1):
        hit = forest.all_of([left, *(_hit(chart, test, count) for test in title.when)])
        if hit == forest.no:
            name = f"titel {number} van uitkomst '{outcome.id}'"
            yield Failure(f"{name} leest niemand: geen dossier brengt die.")
        if not any(isinstance(test, PassedTest) for test in title.when):
            left = forest.all_of([left, forest.negate(hit)])


def _hit(chart: Chart, test: TitleTest, count: Callable[[Standing], Node]) -> Node:
    """Fold where one test of a title hits, over partial dossiers."""
    if isinstance(test, PassedTest):
        # A day may have passed or not, and diagrams know no today: so it takes no
        # dossier from the titles below it.
        return _may_have_passed(chart, test.passed)
    if not isinstance(test, TallyTest):
        return chart.hit([test])
    return chart.partial.convert(lambda found: found == test.is_, count(test.tally))


def _may_have_passed(chart: Chart, question: str) -> Node:
    """Fold where the day of a question is known, and it may apply."""
    forest, level = chart.partial, chart.levels[question]
    cells = [forest.yes for _ in chart.domains[level].examples]
    known = forest.branch(level, [*cells, forest.no])
    applies = chart.decision.applies(chart.decision.question_by_id[question])
    if applies is None:
        return known
    could = chart.lifted(chart.fold(applies))
    kept = forest.convert(lambda truth: truth is not Truth.NO, could)
    return forest.all_of([known, kept])


def _count(chart: Chart, outcome: Outcome, standing: Standing) -> Node:
    """Fold how many of the demands that an outcome counts stand so."""
    tests = [test for title in outcome.titles for test in title.when]
    most = max(test.is_ for test in tests if isinstance(test, TallyTest))
    forest = chart.partial
    number = forest.end(0)
    for demand in chart.demands.values():
        if demand.demand.id in outcome.count or (
            not outcome.count and demand.demand.decides
        ):
            stands = forest.convert(lambda each: int(each is standing), demand.standing)
            # One more than a title asks for is enough to know: so it stays small.
            number = forest.combine(
                lambda one, two: min(cast(int, one) + cast(int, two), most + 1),
                number,
                stands,
            )
    return number
