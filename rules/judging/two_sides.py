"""The strongest case for and the strongest against, from the same demands and facts.

Each side gets the same number of points: first at most three facts of this dossier, the
heaviest first, then arguments of the decision in their own order. A demand that weighs
and is met speaks for, one that is not speaks against, and never by an answer that says
the reverse. Flip the facts, and they change sides. What decides is weighed by nobody:
that a condition is met is no reason to do it. Where the arguments are about something
else than the demands, no fact speaks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from rules.content.acceptable_answers import is_in_order
from rules.content.demands import DemandWeight, Standing
from rules.judging.advice import Advice
from rules.judging.answer_meaning import first_sentence, meaning
from rules.judging.demands import JudgedDemand
from rules.judging.what_to_ask import sources_of

POINTS = 5
FACTS = 3
_WEIGHTS = tuple(reversed(DemandWeight))


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a case, tied to the demand or the argument and to its sources."""

    text: str
    sources: tuple[str, ...]
    demand: str | None = None
    argument: str | None = None


@dataclass(frozen=True, slots=True)
class TwoSides:
    """Both cases, equally many points each."""

    for_: tuple[Point, ...]
    against: tuple[Point, ...]


def two_sides(advice: Advice, points: int = POINTS) -> TwoSides:
    """Make both cases for a dossier, of at most so many points each."""
    bank = advice.decision.arguments
    sides = [
        [
            *_facts(advice, standing, points),
            *(Point(each.text, each.sources, argument=each.id) for each in arguments),
        ]
        for standing, arguments in (
            (Standing.VOLDAAN, bank.for_),
            (Standing.NIET_VOLDAAN, bank.against),
        )
    ]
    # The shorter side sets the number: the longer list would look like the stronger.
    number = min(points, *map(len, sides))
    for_, against = (tuple(side[:number]) for side in sides)
    return TwoSides(for_, against)


def _facts(advice: Advice, standing: Standing, points: int) -> Sequence[Point]:
    """Give the facts that weigh the most, each told once; at least one is no fact."""
    if advice.decision.arguments.about is not None:
        return ()
    inferred = advice.casefile.inferred
    known = [
        (each, name)
        for each in advice.table.weighing
        if each.standing is standing and inferred.isdisjoint(each.carried_by)
        for name in _speaker(advice, each)
    ]
    # A full dossier would otherwise leave no point of principle on either side.
    most = min(FACTS, points - 1)
    heaviest: dict[str, JudgedDemand] = {}  # by the fact that carries it
    # What weighs the most goes first; the content decides ties.
    for each, name in sorted(known, key=lambda k: _WEIGHTS.index(k[0].demand.weight)):
        heaviest.setdefault(name, each)
    facts = islice(heaviest.items(), most)
    return [_point(advice, each, name) for name, each in facts]


def _speaker(advice: Advice, each: JudgedDemand) -> tuple[str, ...]:
    """Name the question whose answer speaks for a demand; none where none does.

    A demand can be met by an answer that is not in order: who films from a car reads no
    number plates by it. Said as a point that answer would speak for the wrong side.
    """
    met = each.standing is Standing.VOLDAAN
    by_id, answers = advice.decision.question_by_id, advice.answers
    fitting = (
        name
        for name in each.carried_by
        if not by_id[name].judges
        or (name in answers and is_in_order(by_id[name], answers[name]) is met)
    )
    return tuple(islice(fitting, 1))


def _point(advice: Advice, each: JudgedDemand, name: str) -> Point:
    decision = advice.decision
    # What an answer means starts with the fact; what explains it would read as two.
    said = meaning(decision.question_by_id[name], advice.answers.get(name))
    sources = sources_of(decision, each.demand)
    return Point(first_sentence(said), sources, demand=each.demand.id)
