"""“Waarom vragen we dit?”: which outcomes each answer to one question leaves open.

Read from the diagram, over all completions that are still possible; nobody wrote it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.grammar.answers import Answer, Known
from rules.judging.chart import Chart

Answers = Mapping[str, Answer]
Span = tuple[Known, Known]


@dataclass(frozen=True, slots=True)
class Stake:
    """Answers that come to the same, each from its first to its last value."""

    answers: tuple[Span, ...]
    outcomes: tuple[str, ...]


def stakes(chart: Chart, answers: Answers, question: str) -> tuple[Stake, ...]:
    """Group the answers to a question by the outcomes that each leaves possible."""
    order = [outcome.id for outcome in chart.decision.header.outcomes]
    domain = chart.domains[chart.levels[question]]
    spans = domain.edges or tuple((each, each) for each in domain.examples)
    grouped: dict[tuple[str, ...], tuple[Span, ...]] = {}
    for example, span in zip(domain.examples, spans, strict=True):
        left = chart.outcomes_left({**answers, question: example})
        outcomes = tuple(name for name in order if name in left)
        grouped[outcomes] = (*grouped.get(outcomes, ()), span)
    return tuple(Stake(found, outcomes) for outcomes, found in grouped.items())
