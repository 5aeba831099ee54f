"""Which misreadings touch a dossier: those about something that was answered in it.

Nothing is written for it in the content: what a misreading is about follows from the
sources that it shares with questions, demands and amounts. Of its sources the most
particular one tells that, the one that the fewest others cite; the article on which the
whole decision rests says nothing yet.
"""

from collections import Counter
from collections.abc import Iterator

from rules.content.briefing import Correction
from rules.content.decision import Decision
from rules.content.demands import Standing
from rules.grammar.answers import DontKnow
from rules.judging.advice import Advice
from rules.judging.what_to_ask import sources_of

SETTLED = (Standing.VOLDAAN, Standing.NIET_VOLDAAN)


def touched(advice: Advice) -> tuple[Correction, ...]:
    """Give the misreadings that this dossier touches, in the order of the content.

    A question touches once it has an answer that counts, a demand once it is due and
    answered, an amount of elsewhere once something was typed in about costs. ‘Weet ik
    niet’ touches nothing.
    """
    decision = advice.decision
    cited = Counter(_cited(decision))
    answered = frozenset(_answered(advice))
    return tuple(
        each
        for each in decision.corrections
        if not answered.isdisjoint(_most_particular(each, cited))
    )


def _most_particular(one: Correction, cited: Counter[str]) -> frozenset[str]:
    """Give the sources that the fewest others cite; none where nothing cites any."""
    # The rarest source it shares: almost everything cites the article that the decision
    # rests on, so sharing that one says nothing.
    shared = [name for name in one.sources if cited[name]]
    fewest = min((cited[name] for name in shared), default=0)
    return frozenset(name for name in shared if cited[name] == fewest)


def _cited(decision: Decision) -> Iterator[str]:
    for question in decision.questions:
        yield from question.sources
    for demand in decision.demands:
        yield from sources_of(decision, demand)
    yield from _priced(decision)


def _priced(decision: Decision) -> Iterator[str]:
    costs = decision.costs
    for item in costs.items:
        for example in costs.examples_of(item):
            yield from example.sources


def _answered(advice: Advice) -> Iterator[str]:
    decision = advice.decision
    for each in advice.assessed:
        if each.counts and not isinstance(each.answer, DontKnow | None):
            yield from each.question.sources
    for judged in advice.judged:
        if judged.standing in SETTLED:
            yield from sources_of(decision, judged.demand)
    if advice.casefile.costs:
        yield from _priced(decision)
