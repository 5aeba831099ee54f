"""Two lists of questions: what can still be filled in, and what to ask tonight."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rules.content.acceptable_answers import is_in_order
from rules.content.casefile import Clashing
from rules.content.decision import Decision
from rules.content.decision_table import Outcome
from rules.content.demands import Demand, Standing
from rules.content.questions import Question
from rules.grammar.answers import Answers, DontKnow
from rules.grammar.condition import ALWAYS
from rules.grammar.truth import Truth
from rules.judging.demands import JudgedDemand, in_asking_order
from rules.judging.evaluation import Judge, judge_of
from rules.judging.headline import StandingTable, title_of

TONIGHT = 3
GATES = 1_024  # more questions than all decisions have careful words for
MOST_COUNTED = 2
CLASHES = "twee antwoorden hierover passen niet bij elkaar"


@dataclass(frozen=True, slots=True)
class TonightQuestion:
    """A question to put to a body, with why it counts.

    `because` completes “Dit telt, want …”. `demand` is what it counts for, where that
    is one demand; `about` names the fact of the dossier that it asks for.
    """

    to: str
    text: str
    because: str
    sources: tuple[str, ...]
    demand: str | None = None
    about: tuple[str, ...] = ()


def ask_first(
    table: StandingTable,
    clashes: Iterable[Clashing],
    ended: Container[str],
    *,
    phase_is_guessed: bool = False,
) -> tuple[Question, ...]:
    """List what the user can still fill in, what helps the most first.

    A clash, then the phase, also where we only guessed it, then what is open of the
    demands that decide, in the decision’s own order, then of those that weigh. What
    does not apply, or fell away because the outcome `ended` the walk, is not asked.
    """
    decision = table.decision
    by_id = decision.question_by_id
    names = [clash.ask for clash in clashes]
    if decision.header.phase is not None and (phase_is_guessed or table.phase is None):
        names.append(decision.header.phase)
    # These are asked although there is an answer: it is the answer that is in doubt.
    clashing = set(names)
    for some in (table.deciding, table.weighing):
        for each in in_asking_order(decision, some):
            if each.is_open:
                names += each.carried_by
    return tuple(
        by_id[name]
        for name in dict.fromkeys(names)
        if name not in ended
        and (name in clashing or isinstance(table.answers.get(name), DontKnow | None))
    )


def tonight(
    table: StandingTable, outcome: Outcome, clashes: Iterable[Clashing]
) -> tuple[TonightQuestion, ...]:
    """Give the three questions for tonight.

    What clashes or is not met comes first, then what is open of the demands that decide
    (or that the outcome counts): at most two; the third is the first that weighs. What
    is missing is filled up from the rest. Each says why it counts.
    """
    # Where content knows what this outcome needs, counting demands would only guess.
    fixed = title_of(table, outcome).tonight or outcome.tonight
    if fixed:
        return tuple(
            TonightQuestion(
                each.to, each.text, each.because, each.sources, about=each.about
            )
            for each in fixed
        )
    clashing = tuple(clashes)
    counted = list(_unlike(_counted(table.counting(outcome), clashing), ()))
    first = counted[:MOST_COUNTED]
    # The third place is kept for what weighs: three points of law leave no room for
    # whether it is wise. Of that, what is open is asked before what is not met.
    weighs = _about(table, table.weighing, Standing.ONBEKEND, Standing.NIET_VOLDAAN)
    rest = [*weighs, *counted[MOST_COUNTED:], *_general(table, clashing)]
    return (*first, *_unlike(rest, first))[:TONIGHT]


def _counted(
    table: StandingTable, clashes: Iterable[Clashing]
) -> Iterator[TonightQuestion]:
    """Ask about what the title counts: a clash, what is not met, then what is open."""
    by_id = table.decision.question_by_id
    for clash in clashes:
        question = by_id[clash.ask]
        yield TonightQuestion(
            question.who,
            worded(table.decision, question, table.answers),
            CLASHES,
            question.sources,
            about=(question.id,),
        )
    yield from _about(table, table.in_title, Standing.NIET_VOLDAAN, Standing.ONBEKEND)


def _about(
    table: StandingTable, judged: Iterable[JudgedDemand], *standings: Standing
) -> Iterator[TonightQuestion]:
    """Ask about demands that stand so: all of the first standing, then of the next."""
    ordered = in_asking_order(table.decision, judged)
    for standing in standings:
        for each in ordered:
            if each.standing is standing:
                yield ask_about(table.decision, each, table.answers)


def worded(decision: Decision, question: Question, answers: Answers) -> str:
    """Word a question as it is put to a body, by what is known of it."""
    answer = answers.get(question.id)
    if question.ask_if_unmet and not isinstance(answer, DontKnow | None):
        met = is_in_order(question, answer)
        return question.ask if met else question.ask_if_unmet
    if question.ask_if_open:
        is_open = _gate(decision, question.id)(answers, {}).truth is Truth.UNKNOWN
        return question.ask_if_open if is_open else question.ask
    return question.ask


@lru_cache(maxsize=GATES)
def _gate(decision: Decision, question: str) -> Judge:
    """Compile once when a question applies: papers word hundreds of them."""
    gate = decision.applies(decision.question_by_id[question])
    return judge_of(ALWAYS if gate is None else gate)


def ask_about(
    decision: Decision, each: JudgedDemand, answers: Answers
) -> TonightQuestion:
    """Give the one question to put about a demand, and whom to ask: on its own first."""
    demand, own = each.demand, decision.own_questions(each.demand)
    names = each.carried_by or decision.named_by(demand)
    # What carries it may be a gate; a body can be asked about the demand itself.
    first = next((name for name in names if name in own), names[0])
    question = decision.question_by_id[first]
    to = demand.to or question.who
    text = demand.ask or worded(decision, question, answers)
    return _put_for(decision, demand, to, text, about=(question.id,))


def _put_for(
    decision: Decision, demand: Demand, to: str, text: str, about: tuple[str, ...] = ()
) -> TonightQuestion:
    """Give a question that counts for a demand, on the grounds of that demand."""
    sources = sources_of(decision, demand)
    return TonightQuestion(to, text, demand.why, sources, demand.id, about)


def sources_of(decision: Decision, demand: Demand) -> tuple[str, ...]:
    """Give the grounds of a demand; its own, or those of its first question."""
    if demand.sources:
        return demand.sources
    first = next(iter(decision.named_by(demand)))
    return decision.question_by_id[first].sources


def _general(
    table: StandingTable, clashes: Iterable[Clashing]
) -> Iterator[TonightQuestion]:
    """Give the ready questions of the decision, to fill up with.

    Each counts for the demand that it serves: the first that rests on what it is about.
    What serves no demand that counts now, or later, is not for tonight, and neither is
    what is asked already because two answers clash.
    """
    decision = table.decision
    asked = {clash.ask for clash in clashes}
    ordered = in_asking_order(decision, table.judged)
    due = [each.demand for each in ordered if each.is_due]
    later = [each.demand for each in ordered if each.standing is Standing.STRAKS]
    # What counts now goes before what counts later, over all ready questions.
    for some in (due, later):
        for ready in decision.body_questions:
            if asked.intersection(ready.about):
                continue
            demand = next(
                (d for d in some if set(ready.about) & set(decision.named_by(d))), None
            )
            if demand is not None:
                yield _put_for(decision, demand, ready.to, ready.text)


def _unlike(
    some: Iterable[TonightQuestion], others: Iterable[TonightQuestion]
) -> Iterator[TonightQuestion]:
    """Leave out a question that is asked already, or that counts for the same demand."""
    texts = {each.text for each in others}
    demands = {each.demand for each in others if each.demand is not None}
    for each in some:
        if each.text not in texts and each.demand not in demands:
            texts.add(each.text)
            if each.demand is not None:
                demands.add(each.demand)
            yield each
