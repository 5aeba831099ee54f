"""When an answer is in order, and what a question that does not apply counts for."""

from rules.content.questions import NO_JUDGEMENT, AnswerLimit, InOrderWhen, Question
from rules.grammar.answers import (
    AmountKind,
    Answer,
    Choice,
    ChoiceKind,
    DontKnow,
    Number,
    NumberKind,
    Ticks,
    TicksKind,
)
from rules.grammar.condition import (
    AtLeast,
    AtMost,
    Condition,
    Includes,
    Is,
    Leaf,
    Not,
    OneOf,
)


def in_order(question: Question) -> Condition | None:
    """Give the test that an answer in order passes; None where nothing is to judge.

    Ticks are in order as long as no option beside the good ones is ticked.
    """
    order = question.in_order
    if not question.judges:
        return None
    if isinstance(order, AnswerLimit):
        if order.at_most is not None:
            return AtMost(question=question.id, at_most=order.at_most)
        return AtLeast(question=question.id, at_least=order.at_least or 0)
    if isinstance(order, tuple):
        if isinstance(question.answer, TicksKind):
            # No bad option ticked, and not some good one: no tick is no fault.
            others = (each.id for each in question.answer.options)
            bad = tuple(name for name in others if name not in order)
            return Not(not_=Includes(question=question.id, includes=bad))
        return OneOf(question=question.id, one_of=order)
    return Is(question=question.id, is_="nee" if order == "nee" else "ja")


def is_in_order(question: Question, answer: Answer) -> bool:
    """Tell whether an answer is in order; where nothing is to judge, it is."""
    match in_order(question):
        case None:
            return True
        case Not(not_=Includes() as bad):
            return isinstance(answer, Ticks) and not bad.holds(answer)
        case test if isinstance(test, Leaf) and not isinstance(answer, DontKnow):
            return test.holds(answer)
        case _:
            return False


def good_answers(question: Question) -> tuple[str | int, ...]:
    """Give the values that are in order, as a dossier file writes them; none: no judgement.

    Of ticks, all good options together; of a limit, the number itself.
    """
    order = question.in_order
    if not question.judges:
        return ()
    if isinstance(order, AnswerLimit):
        return (order.at_most if order.at_most is not None else order.at_least or 0,)
    if isinstance(order, tuple):
        return order
    # What is in order without a word of the content is ja.
    return ("nee",) if order == "nee" else ("ja",)


def counts_when_idle(question: Question, test: Leaf) -> bool:
    """Tell whether a test holds for a question that does not apply.

    Such a question counts as in order: the test holds if every answer in order passes
    it. Where nothing is to judge, no test holds.
    """
    if question.in_order == NO_JUDGEMENT or question.is_judgement:
        return False
    good = good_answers(question)
    match question.answer:
        case ChoiceKind():
            return all(test.holds(Choice(str(each))) for each in good)
        case TicksKind():
            return all(test.holds(Ticks((str(each),))) for each in good)
        case NumberKind(min=low, max=high):
            return _holds_throughout(test, question.in_order, low, high)
        case AmountKind(max_cents=high):
            return _holds_throughout(test, question.in_order, 0, high)
        case _:
            return isinstance(test, Is) and test.is_ == good[0]


def _holds_throughout(test: Leaf, order: InOrderWhen, low: int, high: int) -> bool:
    """Tell whether a test holds for all that lies in order between two bounds."""
    if isinstance(order, AnswerLimit):
        low = low if order.at_least is None else order.at_least
        high = high if order.at_most is None else order.at_most
    # A test on a number holds on one side of a limit: at both ends, so in between too.
    return test.holds(Number(low)) and test.holds(Number(high))
