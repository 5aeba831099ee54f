"""Prove that an answer in order never makes a demand worse."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import product
from typing import cast

from rules.content.acceptable_answers import is_in_order
from rules.content.demands import Standing
from rules.content.questions import Question
from rules.grammar.answers import TicksKind
from rules.grammar.truth import Truth
from rules.judging.decision_diagram import Level, Node
from rules.judging.distinct_answers import Domain
from rules.judging.folded_decision import Chart
from rules.proof.searching import Failure, Failures, Pairs, Path, Shortest, dossier_of


def polarity_holds(chart: Chart) -> Failures:
    """Look for an answer in order that makes a demand stand worse.

    Only where it surely applies with both answers: a demand that an answer calls up in
    the first place is another matter.
    """

    def worse(good: Hashable, bad: Hashable) -> bool:
        return good in _RANKS and bad in _RANKS and _RANKS[good] < _RANKS[bad]

    # One search for all demands: pairs that were found fine are not walked again.
    pairs, forest = Pairs(chart, worse), chart.partial
    for name, demand in chart.demands.items():
        # None has no rank: where it does not surely apply nothing is compared.
        counts = forest.combine(
            lambda applies, stands: stands if applies is Truth.YES else None,
            chart.lifted(demand.applies),
            demand.stands,
        )
        for level in sorted(forest.support(counts)):
            question = chart.decision.question_by_id[chart.domains[level].question]
            # None where the tick stands alone: no form gives no tick at all (ADR 0031).
            node = forest.choose(_others_ticked(chart, level), counts, forest.end(None))
            for path in _worse_at(chart, pairs, node, level):
                yield Failure(
                    f"vraag '{question.id}': een antwoord dat in orde is, "
                    f"maakt eis '{name}' slechter.",
                    dossier_of(chart, path),
                )
                break


def _worse_at(
    chart: Chart, pairs: "Pairs", whole: Node, level: Level
) -> Iterator[Path]:
    """Give ways to a dossier in which one answer, in order, is worse than another."""
    forest, domain = chart.partial, chart.domains[level]
    question = chart.decision.question_by_id[domain.question]
    orders = tuple(_orders(question, domain))
    search = Shortest(forest, whole)
    for node in forest.below(whole) if orders else ():
        if forest.level(node) == level:
            ways = forest.children(node)
            for good, bad in orders:
                path = pairs.find(ways[good], ways[bad])
                if path is not None:
                    yield (*search.to_node(node), (level, bad), *path)


def _others_ticked(chart: Chart, level: Level) -> Node:
    """Fold where a tick can be left out, since another is there; elsewhere always."""
    forest, own = chart.partial, chart.domains[level]
    if own.option is None:
        return forest.yes
    return forest.any_of(
        forest.branch(at, [forest.yes, forest.no, forest.no])
        for at, domain in enumerate(chart.domains)
        if domain.question == own.question and at != level
    )


_RANKS: Mapping[Hashable, int] = {
    Standing.NIET_VOLDAAN: 0,
    Standing.ONBEKEND: 1,
    Standing.VOLDAAN: 2,
}


def _orders(question: Question, domain: Domain) -> Iterable[tuple[int, int]]:
    """Give the cells in order with those that are not; without judgement, none.

    Of ticks, an option that is not in order is better left unticked.
    """
    if not question.judges:
        return ()
    if isinstance(question.answer, TicksKind) and domain.option is not None:
        option = question.answer.option(domain.option)
        good_option = option.id in cast(tuple[str, ...], question.in_order)
        # what stands alone is not unticked, but traded for another answer
        return () if good_option or option.alone else ((1, 0),)
    cells = range(len(domain.examples))
    good = [cell for cell in cells if is_in_order(question, domain.examples[cell])]
    return product(good, [cell for cell in cells if cell not in good])
