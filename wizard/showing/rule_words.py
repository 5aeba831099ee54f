"""A rule in words: the same condition that the engine folds, read aloud."""

from collections.abc import Iterator

from reports.dutch import enumerate_words, say_cents, say_date, say_number
from rules.content.decision import Decision, Row
from rules.content.questions import Question
from rules.grammar.answers import AmountKind, ChoiceKind, NumberKind
from rules.grammar.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Before,
    Condition,
    Is,
    Leaf,
    Not,
    OneOf,
    RuleRef,
)


def lines(decision: Decision, condition: Condition) -> Iterator[str]:
    """Read a condition, a line for each part; the first line says how they join."""
    match condition:
        case AllOf(all_of=inner):
            yield "Al deze punten gelden:"
            yield from (say(decision, one) for one in inner)
        case AnyOf(any_of=inner):
            yield "Minstens één van deze punten geldt:"
            yield from (say(decision, one) for one in inner)
        case _:
            yield "Dit punt geldt:"
            yield say(decision, condition)


def say(decision: Decision, condition: Condition) -> str:
    """Read a condition in one line."""
    match condition:
        case AllOf(all_of=inner):
            return "; en ".join(say(decision, one) for one in inner)
        case AnyOf(any_of=inner):
            return "; of ".join(say(decision, one) for one in inner)
        case Not(not_=one):
            return f"niet: {say(decision, one)}"
        case RuleRef(rule=name):
            return f"regel ‘{decision.rule_by_id[name].title}’"
        case _:
            question = decision.question_by_id[condition.question]
            return f"{question.text} ({question.ref}): {_test(question, condition)}"


def row(decision: Decision, one: Row) -> str:
    """Read a row of the decision table."""
    if not one.when:
        return "In alle andere gevallen"
    tests = [
        f"‘{decision.rule_by_id[test.rule].title}’ {enumerate_words(test.is_, 'of')} is"
        for test in one.when
    ]
    return f"Als {', en '.join(tests)}"


def _test(question: Question, test: Leaf) -> str:
    match test:
        case Is(is_=word):
            return word
        case OneOf(one_of=names):
            kind = question.answer
            assert isinstance(kind, ChoiceKind)
            return enumerate_words([kind.label(name) for name in names], "of")
        case AtMost(at_most=most):
            return f"hooguit {_number(question, most)}"
        case AtLeast(at_least=least):
            return f"minstens {_number(question, least)}"
        case Before(before=day):
            return f"vóór {say_date(day)}"


def _number(question: Question, value: int) -> str:
    match question.answer:
        case AmountKind():
            return say_cents(value)
        case NumberKind(unit=unit):
            return f"{say_number(value)} {unit}"
        case _:
            return say_number(value)
