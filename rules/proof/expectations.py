"""Hold a decision against what the statute says: its sources, its numbers, its days.

The number of the law stands in the register and in the demand: said twice, so that a
slip in one is seen.
"""

from collections.abc import Iterator
from datetime import date

from rules.content.decision import Decision
from rules.content.demands import MAY_DECIDE, Demand
from rules.grammar.answers import NumberKind
from rules.grammar.condition import AtLeast, AtMost, Before, Leaf, leaves
from rules.grammar.truth import Truth
from rules.judging.folded_decision import Chart
from rules.judging.law_by_date import cited_sources, dated_at, eras
from rules.proof.searching import Failure, Failures


def sources_hold(chart: Chart) -> Failures:
    """Look for a rule, a question or a ground without a source in force, at any date.

    A paper says when the law was checked: never later than its sources were.
    """
    whole = chart.whole.decision
    for day in eras(whole):
        law = dated_at(whole, day)
        if not law.header.legal_basis:
            yield Failure(f"op {day} geldt geen enkele wet van het besluit.")
        for demand in law.demands:
            if demand.basis in MAY_DECIDE and not (
                demand.sources or demand.id in law.idle
            ):
                first = _first_day(whole, demand.id)
                yield Failure(
                    f"eis '{demand.id}' heeft op {day} geen bron die dan geldt; "
                    f"geef haar valid_from: {first}."
                )
    for source in cited_sources(whole):
        checked = whole.header.checked_on
        if source.in_force(checked) is not Truth.YES:
            yield Failure(f"bron '{source.id}' geldt niet op de dag van controle.")
        # A later date of checking would vouch for what nobody read.
        if source.is_law and source.checked_on < checked:
            yield Failure(
                f"bron '{source.id}' is nagekeken op {source.checked_on}, maar het "
                f"besluit zegt {checked}: kijk de bron na, of zet checked_on terug."
            )


def _first_day(decision: Decision, demand: str) -> date:
    """Give the first day on which all that a demand cites was there."""
    cited = (decision.sources[n] for n in decision.demand_by_id[demand].sources)
    days = [source.valid_from for source in cited if source.valid_from]
    return max(days, default=decision.header.valid_from)


def numbers_are_the_law(chart: Chart) -> Failures:
    """Look for a limit that differs from the number or the day in the statute.

    What a demand cites speaks of the numbers of its questions.
    """
    decision = chart.decision
    for demand in decision.demands:
        sources = [decision.sources[name] for name in demand.sources]
        days = {source.valid_from for source in sources}
        for test in _tests(decision, demand):
            # The register has the day on which a text began: another day would be ours.
            if isinstance(test, Before) and test.before not in days:
                yield Failure(
                    f"eis '{demand.id}': {test.before} is van geen van haar bronnen "
                    "de dag waarop de tekst ging gelden."
                )
            if isinstance(test, AtMost | AtLeast) and demand.decides:
                yield from _limit(decision, demand, test)


def _limit(decision: Decision, demand: Demand, test: AtMost | AtLeast) -> Failures:
    answer = decision.question_by_id[test.question].answer
    if not isinstance(answer, NumberKind):
        return
    limit = test.at_most if isinstance(test, AtMost) else test.at_least
    lawful = {
        limits[answer.unit]
        for name in demand.sources
        if (limits := decision.sources[name].limits) and answer.unit in limits
    }
    if limit not in lawful:
        told = ", ".join(map(str, sorted(lawful))) or "geen getal"
        yield Failure(
            f"eis '{demand.id}': de grens is {limit} {answer.unit}, "
            f"maar de wet zegt {told}."
        )


def _tests(decision: Decision, demand: Demand) -> Iterator[Leaf]:
    for condition in (demand.when, demand.not_met, demand.applies_when):
        if condition is not None:
            yield from leaves(decision.in_force(condition))
