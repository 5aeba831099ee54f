"""How the demands stand: judged, counted, and told in which order to ask about them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, partial

from rules.content.acceptable_answers import is_in_order
from rules.content.decision import Decision
from rules.content.demands import Basis, Demand, DemandWeight, Repair, Standing
from rules.grammar.answers import DONT_KNOW, Answers, Choice
from rules.grammar.condition import Leaf
from rules.grammar.truth import Truth
from rules.judging.evaluation import Evaluated, decisive_tests, evaluate
from rules.judging.folded_decision import Chart
from rules.judging.folded_demand import FoldedDemand
from rules.judging.recently_judged import kept

Findings = Mapping[str, Evaluated]


@dataclass(frozen=True)
class JudgedDemand:
    """One demand with how it stands.

    `stands` is how it would stand were it due: of a demand for later, whether the plan
    already has it. `applies` tells whether it counts here at all. `carried_by` are the
    questions whose answers, or want of answers, carry the standing.
    """

    demand: Demand
    standing: Standing
    stands: Standing
    applies: Truth
    carry: Callable[[], tuple[str, ...]] = field(
        default=tuple, repr=False, compare=False
    )

    @cached_property
    def carried_by(self) -> tuple[str, ...]:
        """Name the questions that carry it; found when somebody asks."""
        return self.carry()

    @cached_property
    def repair(self) -> tuple[Repair, ...]:
        """Give what can be done about it: of what is in order already, nothing."""
        return tuple(one for one in self.demand.repair if one.is_for(self.carried_by))

    @property
    def stood(self) -> Standing:
        """Give how it stands by itself, apart from what hangs on another demand."""
        # Only `_apart` gives this pair: what does not apply by itself has Truth.NO.
        apart = self.standing is Standing.NVT and self.applies is Truth.UNKNOWN
        return Standing.ONBEKEND if apart else self.standing

    @property
    def is_due(self) -> bool:
        """Whether it counts now."""
        return self.standing not in (Standing.STRAKS, Standing.NVT)

    @property
    def is_open(self) -> bool:
        """Whether it is due and nobody knows yet."""
        return self.standing is Standing.ONBEKEND


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some demands stand in each way.

    `straks` counts what every plan meets later, not what only sometimes applies.
    """

    voldaan: int
    niet_voldaan: int
    onbekend: int
    straks: int

    @property
    def due(self) -> int:
        """Count the demands that are due and apply."""
        return self.voldaan + self.niet_voldaan + self.onbekend

    def of(self, standing: Standing) -> int:
        """Count one standing."""
        return getattr(self, standing, 0)  # each standing that counts is a field


def tally(judged: Iterable[JudgedDemand]) -> Tally:
    """Count demands by how they stand."""
    counted = Counter(
        each.standing
        for each in judged
        if each.standing is not Standing.STRAKS or each.applies is Truth.YES
    )
    return Tally(**{each.name: counted[Standing(each.name)] for each in fields(Tally)})


def phase_of(decision: Decision, answers: Answers) -> str | None:
    """Give the phase that was answered; None while it is unknown, or there is none."""
    name = decision.header.phase
    said = None if name is None else answers.get(name)
    return said.value if isinstance(said, Choice) else None


@kept
def findings_of(chart: Chart, answers: Answers) -> Mapping[str, Evaluated]:
    """Judge every rule, with its reasons."""
    return evaluate(chart.steps, answers)


@kept
def demands_of(chart: Chart, answers: Answers) -> tuple[JudgedDemand, ...]:
    """Judge every demand, in the order of the content."""
    return judge_demands(chart, answers, findings_of(chart, answers))


def judge_demands(
    chart: Chart, answers: Answers, findings: Findings
) -> tuple[JudgedDemand, ...]:
    """Judge every demand, in the order of the content.

    `findings` are those of the answers. While the phase is unknown a demand is judged as
    if the phase had come from which it is due, unless it looks at the phase itself.
    """
    decision = chart.decision
    asked_at, phase = decision.header.phase, phase_of(decision, answers)
    # Questions hang on the phase as well: without one, all that rests on them would be
    # unknown. So the rules are judged once for each phase that a demand is taken in.
    as_if: dict[str | None, Findings] = {}
    if phase is None and asked_at is not None:
        as_if = {
            start: evaluate(steps, {**answers, asked_at: Choice(start)})
            for start, steps in chart.steps_in.items()
        }
    found = [
        _judge(folded, phase, as_if.get(folded.taken, findings), answers)
        for folded in chart.demands.values()
    ]
    if chart.is_gated and any(
        each.is_open and each.applies is Truth.UNKNOWN for each in found
    ):
        return tuple(_apart(chart, found))
    return tuple(found)


def _judge(
    folded: FoldedDemand, phase: str | None, findings: Findings, answers: Answers
) -> JudgedDemand:
    demand = folded.demand
    step, step_not, step_applies = folded.steps
    met, unmet = findings[step], findings.get(step_not)
    gate = findings.get(step_applies)
    applies = Truth.YES if gate is None else gate.truth
    # As the diagrams have it (`FoldedDemand._standing`): see `engines_agree`.
    if phase is None and folded.hangs_on_phase:
        applies = Truth.NO
    if applies is Truth.NO:
        return JudgedDemand(demand, Standing.NVT, Standing.NVT, applies)
    told = met
    if met.truth is Truth.YES:
        stands = Standing.VOLDAAN
    elif unmet is None:
        stands = Standing.NIET_VOLDAAN if met.truth is Truth.NO else Standing.ONBEKEND
    elif unmet.truth is Truth.YES:
        stands, told = Standing.NIET_VOLDAAN, unmet
    else:
        stands = Standing.ONBEKEND
        # It is not met, and whether that is a fault is open: that is what to ask.
        if met.truth is Truth.NO and unmet.truth is Truth.UNKNOWN:
            told = unmet
    is_due = phase is None or phase in folded.due
    standing = stands if is_due else Standing.STRAKS
    # Found when a page asks: a proof judges dossiers by the hundred and never does.
    carry = partial(_carried, folded, told, gate, stands, answers)
    return JudgedDemand(demand, standing, stands, applies, carry)


def _carried(
    folded: FoldedDemand,
    told: Evaluated,
    gate: Evaluated | None,
    stands: Standing,
    answers: Answers,
) -> tuple[str, ...]:
    """Name the questions that carry a standing, each once; never the phase.

    What is settled rests on the demand’s own questions where it can, what is open also
    on those that lead to them. While all of its own are answered, and it stays open, the
    answers lie between met and not met: then they carry it.
    """
    own, decision = told, folded.chart.decision
    if gate is not None and not told.settled and len(told.grounds) > 1:
        # `written_out` puts the gate first and the demand itself second.
        own = told.grounds[1]
    tests = tuple(decisive_tests(own))
    if stands is Standing.ONBEKEND:
        unknown = tuple(test for test in tests if test.truth is Truth.UNKNOWN)
        if not unknown and gate is not None and gate.truth is Truth.UNKNOWN:
            unknown = tuple(decisive_tests(gate))
        tests = unknown or tests
    names = dict.fromkeys(
        test.condition.question
        for test in tests
        if isinstance(test.condition, Leaf)
        and test.condition.question != decision.header.phase
    )
    mine = folded.own
    if stands is not Standing.ONBEKEND and mine & names.keys():
        names = dict.fromkeys(name for name in names if name in mine)
    return _agreeing(decision, tuple(names), stands, answers)


def _agreeing(
    decision: Decision, names: tuple[str, ...], stands: Standing, answers: Answers
) -> tuple[str, ...]:
    """Leave out answers that say the opposite of a standing, where others carry it.

    What only tells that a question applies may be in order, and is no reason for a no.
    """
    if not names[1:] or stands is Standing.ONBEKEND:
        return names
    good, by_id = stands is Standing.VOLDAAN, decision.question_by_id
    kept = tuple(
        name
        for name in names
        if not by_id[name].judges
        or is_in_order(by_id[name], answers.get(name, DONT_KNOW)) is good
    )
    return kept or names


def _apart(chart: Chart, found: Iterable[JudgedDemand]) -> Iterator[JudgedDemand]:
    """Leave out of the count what hangs on a gate that is asked for already.

    A demand of which nobody knows yet whether it applies does not count apart as long
    as another demand that decides, and that counts, is open on that very question.
    """
    judged = tuple(found)
    waiting = {each.demand.id for each in judged if _waits(chart, each)}
    asked_for = {
        name
        for each in judged
        if each.demand.decides and each.is_open and each.demand.id not in waiting
        for name in _open_on(chart, each)
    }
    for each in judged:
        if each.demand.id not in waiting:
            yield each
        elif asked_for.isdisjoint(chart.demands[each.demand.id].gates):
            # It counts itself, and what comes after may hang on it: two that wait for
            # the same answer never leave each other out.
            asked_for |= _open_on(chart, each) if each.demand.decides else set()
            yield each
        else:
            yield replace(each, standing=Standing.NVT)


def _waits(chart: Chart, each: JudgedDemand) -> bool:
    """Tell whether nobody knows yet if an open demand applies."""
    gates = chart.demands[each.demand.id].gates
    return bool(gates) and each.applies is Truth.UNKNOWN and each.is_open


def _open_on(chart: Chart, each: JudgedDemand) -> frozenset[str]:
    """Name the questions that a demand itself is open on; of its own gate, none."""
    if each.demand.applies_when is None:
        return frozenset(each.carried_by)
    own = chart.demands[each.demand.id].own
    return frozenset(name for name in each.carried_by if name in own)


_BASES = tuple(Basis)
_WEIGHTS = tuple(reversed(DemandWeight))


def in_asking_order(
    decision: Decision, judged: Iterable[JudgedDemand]
) -> tuple[JudgedDemand, ...]:
    """Sort demands as they are asked about: the decision’s own order, then by weight.

    What is not in that order comes after it, the heaviest first, statute before reading
    before good practice, then as the content has it.
    """
    order = {name: place for place, name in enumerate(decision.header.ask_order)}

    def place(each: JudgedDemand) -> tuple[int, int, int]:
        demand = each.demand
        return (
            order.get(demand.id, len(order)),
            _WEIGHTS.index(demand.weight),
            _BASES.index(demand.basis),
        )

    return tuple(sorted(judged, key=place))
