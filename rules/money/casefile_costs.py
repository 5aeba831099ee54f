"""From a case file to its costs: what was typed in, reckoned for what applies."""

from rules.content.municipalities import Municipalities
from rules.judging.advice import Advice
from rules.money.estimates import CostPicture, estimate
from rules.money.inputs import of_these, read_choices, read_inputs


def reckon(advice: Advice, municipalities: Municipalities | None) -> CostPicture:
    """Estimate what every measure costs; an answer that is idle does not count.

    Raises:
        InputError: when something that was typed in cannot be read.
    """
    decision, casefile = advice.decision, advice.casefile
    own = of_these(casefile.costs, decision.costs)
    code = casefile.municipality
    listed = municipalities if code else None
    place = listed.by_code.get(code) if listed and code else None
    people = listed.count(code, casefile.reference_date) if listed and code else None
    # The bill of a decision that asks less than before must not count an old answer.
    idle = {each.question.id for each in advice.assessed if not each.counts}
    return estimate(
        decision,
        {name: each for name, each in advice.answers.items() if name not in idle},
        read_inputs(own, decision.costs),
        read_choices(own, decision.costs, place, people),
    )
