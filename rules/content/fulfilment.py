"""When an answer is in order, and what a question that does not apply counts for."""

from rules.content.questions import Question
from rules.grammar.answers import Amount, Choice, Number
from rules.grammar.condition import AtLeast, AtMost, Is, Leaf, OneOf


def fulfilment_of(question: Question) -> Leaf | None:
    """Give the test that an answer in order passes; None if the question informs."""
    whole = question.fulfilled
    if question.is_yes_no:
        return Is(question=question.id, is_="ja")
    if whole is None:
        return None
    if whole.at_most is not None:
        return AtMost(question=question.id, at_most=whole.at_most)
    if whole.at_least is not None:
        return AtLeast(question=question.id, at_least=whole.at_least)
    return OneOf(question=question.id, one_of=whole.one_of or ())


def counts_when_idle(question: Question, test: Leaf) -> bool:
    """Tell whether a test holds for a question that does not apply.

    Such a question counts as in order: the test holds if an answer in order passes it.
    """
    if isinstance(test, Is):
        return test.is_ == "ja"
    whole = question.fulfilled
    if whole is None:
        return False
    if whole.one_of is not None:
        return all(test.holds(Choice(option)) for option in whole.one_of)
    limit = whole.at_most if whole.at_most is not None else whole.at_least
    return limit is not None and (
        test.holds(Number(limit)) or test.holds(Amount(limit))
    )
