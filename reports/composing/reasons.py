"""Why an outcome is what it is: the sentences of the answers that carry it.

A reason is never a text that was written for several answers at once: each sentence is
what the content says of one answer, or of its absence. So none can deny what was given.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.dutch import capital, say_answer
from rules.content.casefile import Clashing
from rules.content.decision_table import (
    ClashTest,
    DemandsTest,
    OutcomeRow,
    PhaseTest,
    RowTest,
    RuleTest,
)
from rules.content.demands import Effect, Standing
from rules.content.questions import Question
from rules.grammar.answers import Amount, Answer, Day, Number
from rules.grammar.condition import Leaf
from rules.judging.advice import Advice
from rules.judging.answer_meaning import meaning
from rules.judging.demands import JudgedDemand, in_asking_order
from rules.judging.evaluation import decisive_tests
from rules.judging.what_to_ask import sources_of

MOST_SENTENCES = 3
# What is not met is told first, then what is open.
IN_ORDER = (Standing.NIET_VOLDAAN, Standing.ONBEKEND, Standing.VOLDAAN)


@dataclass(frozen=True, slots=True)
class Reason:
    """What carries one demand, or a plain answer that decides by itself.

    `questions` are those whose answers speak, in the order of the sentences. Without a
    demand there is no standing: then the answer itself decides.
    """

    text: str
    questions: tuple[str, ...]
    sources: tuple[str, ...]
    standing: Standing | None = None
    demand: str | None = None


def reasons(advice: Advice) -> tuple[Reason, ...]:
    """Give the reasons for the outcome, what is not met first, then what is open.

    Before all stand answers of an earlier release that clash: no answer of today says it.
    What no answer carries says nothing: it is met because nothing applies, or open
    because the phase is.
    """
    row = _hit_row(advice)
    plain = [each for test in row.when for each in _plain(advice, test)]
    ordered = in_asking_order(advice.decision, _deciding(advice, row))
    told = [
        reason_for(advice, each)
        for standing in IN_ORDER
        for each in ordered
        if each.standing is standing and each.carried_by
    ]
    by_id = advice.decision.question_by_id
    old = (
        Reason(clash_words(each), each.questions, by_id[each.ask].sources)
        for each in advice.clashes
        if each.before
    )
    once: dict[str, Reason] = {}
    for each in (*old, *plain, *told):
        once.setdefault(each.text, each)
    return tuple(once.values())


def _hit_row(advice: Advice) -> OutcomeRow:
    """Give the row of the table that brings the outcome."""
    rows = [
        row for row in advice.decision.header.table if row.outcome == advice.outcome.id
    ]
    # None hits where only one outcome is left and the table cannot see that yet.
    return next((row for row in rows if advice.table.hits(row)), rows[-1])


def reason_for(advice: Advice, judged: JudgedDemand) -> Reason:
    """Tell what carries one demand: of what is open, the one thing to ask."""
    decision, stands = advice.decision, judged.stands
    names = judged.carried_by or decision.named_by(judged.demand)
    # Of what is open one thing is asked; of what is settled the reader sees why.
    most = 1 if stands is Standing.ONBEKEND else MOST_SENTENCES
    questions = tuple(decision.question_by_id[name] for name in names[:most])
    return Reason(
        text=" ".join(said(one, advice.answers.get(one.id)) for one in questions),
        questions=tuple(one.id for one in questions),
        sources=sources_of(decision, judged.demand),
        standing=judged.standing,
        demand=judged.demand.id,
    )


def said(question: Question, answer: Answer | None) -> str:
    """Say what an answer means; a value stands in the sentence itself."""
    told = meaning(question, answer)
    if not told:
        return f"{question.alone} {capital(say_answer(question, answer))}."
    if isinstance(answer, Number | Amount | Day):
        # The value goes before the first point: ‘binnen vier weken (7 dagen).’
        first, dot, rest = told.partition(".")
        return f"{first} ({say_answer(question, answer)}){dot}{rest}"
    return told


def _deciding(advice: Advice, row: OutcomeRow) -> Iterable[JudgedDemand]:
    """Give the demands that carry a row.

    Where it names demands, or a plain answer, those that hit. Else what is not met or
    open of all that decide (or weigh, where it looks at that); or all, as all are met.
    """
    table = advice.table
    tests = [test for test in row.when if isinstance(test, DemandsTest)]
    effects = [test.demands for test in tests if isinstance(test.demands, Effect)]
    if len(effects) < len(tests) or any(isinstance(test, Leaf) for test in row.when):
        return [each for test in tests for each in table.found_by(test)]
    looks_at_weighing = Effect.WEEGT in effects or not table.deciding
    some = table.weighing if looks_at_weighing else table.deciding
    looked_at = {standing for test in tests for standing in test.any_}
    wanting = {Standing.NIET_VOLDAAN, *(looked_at or {Standing.ONBEKEND})}
    return [each for each in some if each.standing in wanting] or some


def _plain(advice: Advice, test: RowTest) -> Iterator[Reason]:
    """Give what a row looks at beside demands: an answer, the phase, a clash, a rule."""
    decision = advice.decision
    names: tuple[str, ...] = ()
    match test:
        case DemandsTest():
            return
        case PhaseTest():
            asks = advice.phase is None and decision.header.phase is not None
            names = (str(decision.header.phase),) if asks else ()
        case ClashTest():
            today = (one for one in advice.clashes if not one.before)
            names = tuple(name for one in today for name in one.questions)
        case RuleTest(rule=rule):
            tests = decisive_tests(advice.findings[rule])
            names = tuple(
                each.condition.question
                for each in tests
                if isinstance(each.condition, Leaf)
            )
        case _:
            names = (test.question,)
    for name in dict.fromkeys(names):
        question = decision.question_by_id[name]
        text = said(question, advice.answers.get(name))
        yield Reason(text, (name,), question.sources)


def clash_words(clash: Clashing) -> str:
    """Say what clashes; of an earlier release with both answers in their old words."""
    old = (f"‘{one.question}’ Antwoord toen: {one.answer}." for one in clash.before)
    return " ".join((clash.text, *old))
