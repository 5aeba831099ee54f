"""The law in words: the same conditions and rows that the engine folds, read aloud."""

from collections.abc import Iterable, Iterator

from reports.composing.demands import STATUS
from reports.dutch import capital, enumerate_words, say_cents, say_date, say_number
from rules.content.acceptable_answers import good_answers
from rules.content.decision import Decision
from rules.content.decision_table import (
    UNKNOWN_PHASE,
    ClashTest,
    DemandsTest,
    OutcomeRow,
    PhaseTest,
    RowTest,
    RuleTest,
)
from rules.content.demands import Effect
from rules.content.questions import AnswerLimit, Question
from rules.grammar.answers import AmountKind, ChoiceKind, NumberKind, TicksKind
from rules.grammar.condition import (
    AllOf,
    AnyOf,
    Asks,
    AtLeast,
    AtMost,
    Before,
    Condition,
    Includes,
    InOrder,
    Is,
    Not,
    OneOf,
    RuleRef,
    SomeOf,
)

UNTIL_PHASE = "niet is ingevuld hoe ver het plan is"
EFFECTS = {Effect.BESLIST: "een eis die beslist", Effect.WEEGT: "een punt dat meeweegt"}


def lines(decision: Decision, condition: Condition) -> Iterator[str]:
    """Read a condition, a line for each part; the first line says how they join."""
    match condition:
        case RuleRef(rule=name):
            yield from lines(decision, decision.rule_by_id[name].when)
        case AllOf(all_of=inner):
            yield "Al deze punten gelden:"
            yield from _said(decision, inner)
        case AnyOf(any_of=inner):
            yield "Minstens één van deze punten geldt:"
            yield from _said(decision, inner)
        case SomeOf(at_least=least, of=inner):
            yield f"Minstens {least} van deze punten gelden:"
            yield from _said(decision, inner)
        case _:
            yield "Dit punt geldt:"
            yield from _said(decision, [condition])


def _said(decision: Decision, conditions: Iterable[Condition]) -> Iterator[str]:
    for one in conditions:
        yield f"{capital(say(decision, one))}."


def say(decision: Decision, condition: Condition) -> str:
    """Read a condition in one line."""
    match condition:
        case AllOf(all_of=inner):
            return ", en ".join(say(decision, one) for one in inner)
        case AnyOf(any_of=inner):
            return ", of ".join(say(decision, one) for one in inner)
        case SomeOf(at_least=least, of=inner):
            parts = enumerate_words(say(decision, one) for one in inner)
            return f"minstens {least} van: {parts}"
        case Not(not_=one):
            return f"niet: {say(decision, one)}"
        case RuleRef(rule=name):
            return say(decision, decision.rule_by_id[name].when)
        case _:
            question = decision.question_by_id[condition.question]
            asked = f"vraag {question.number}, ‘{question.text}’"
            return f"{asked}: {_test(question, condition)}"


def row(decision: Decision, one: OutcomeRow) -> str:
    """Read a row of the decision table."""
    if not one.when:
        return "In alle andere gevallen"
    return f"Als {', en '.join(_row_test(decision, test) for test in one.when)}"


def _row_test(decision: Decision, test: RowTest) -> str:
    match test:
        case DemandsTest():
            return _demands_test(decision, test)
        case PhaseTest(phase=names):
            labels = {option.id: option.label for option in decision.phases}
            told = (f"‘{labels[name]}’" for name in names if name in labels)
            words = UNTIL_PHASE if UNKNOWN_PHASE in names else ""
            return words or f"het plan zo ver is: {enumerate_words(told, 'of')}"
        case ClashTest():
            return "twee antwoorden niet bij elkaar passen"
        case RuleTest(rule=name):
            rule = say(decision, decision.rule_by_id[name].when)
            return f"dit {enumerate_words(test.is_, 'of')} is: {rule}"
        case _:
            return say(decision, test)


def _demands_test(decision: Decision, test: DemandsTest) -> str:
    words = enumerate_words((STATUS[each].value for each in test.any_), "of")
    if isinstance(test.demands, Effect):
        return f"{EFFECTS[test.demands]} {words} is"
    by_id = decision.demand_by_id
    titles = (f"‘{by_id[name].title}’" for name in test.demands)
    return f"{enumerate_words(titles, 'of')} {words} is"


def _test(question: Question, test: Asks) -> str:
    match test:
        case InOrder():
            return f"in orde is {_good(question)}"
        case Is(is_=word):
            return word
        case OneOf(one_of=names) | Includes(includes=names):
            kind = question.answer
            assert isinstance(kind, ChoiceKind | TicksKind)
            labels = (f"‘{kind.label(name)}’" for name in names)
            return enumerate_words(labels, "of")
        case AtMost(at_most=most):
            return f"hooguit {_number(question, most)}"
        case AtLeast(at_least=least):
            return f"minstens {_number(question, least)}"
        case Before(before=day):
            return f"vóór {say_date(day)}"


def _good(question: Question) -> str:
    """Say which answer is in order."""
    order, kind = question.in_order, question.answer
    if isinstance(order, AnswerLimit):
        if order.at_most is not None:
            return f"hooguit {_number(question, order.at_most)}"
        return f"minstens {_number(question, order.at_least or 0)}"
    good = map(str, good_answers(question))
    if isinstance(kind, ChoiceKind | TicksKind):
        return enumerate_words((f"‘{kind.label(name)}’" for name in good), "of")
    return enumerate_words(good)


def _number(question: Question, value: int) -> str:
    match question.answer:
        case AmountKind():
            return say_cents(value)
        case NumberKind(unit=unit):
            return f"{say_number(value)} {unit}"
        case _:
            return say_number(value)
