"""Does a test fit the question that it looks at, and can its result differ."""

from rules.content.decision_table import PassedTest
from rules.grammar.answers import (
    AmountKind,
    Answerable,
    ChoiceKind,
    DateKind,
    NumberKind,
    TicksKind,
    WeighingKind,
    YesNoKind,
)
from rules.grammar.condition import AtLeast, AtMost, Before, Includes, Is, Leaf, OneOf
from rules.grammar.errors import did_you_mean


def misfit(question: Answerable, test: Leaf | PassedTest) -> str | None:
    """Say in Dutch why this test makes no sense here; None if it does."""
    match question.answer, test:
        case (YesNoKind() | WeighingKind(), Is()) | (
            DateKind(),
            Before() | PassedTest(),
        ):
            return None
        case ChoiceKind(options=options), OneOf(one_of=names):
            return _options(question, "one_of", [each.id for each in options], names)
        case TicksKind(options=options), Includes(includes=names):
            return _options(question, "includes", [each.id for each in options], names)
        case NumberKind(min=low, max=high), AtMost() | AtLeast():
            return _limit(question, test, low, high)
        case AmountKind(max_cents=high), AtMost() | AtLeast():
            return _limit(question, test, 0, high)
        case _:
            kind = question.answer.kind
            return f"vraag '{question.id}' is {kind}: {_ADVICE[kind]}."


_ADVICE = {
    "yes_no": "toets haar met is: ja of is: nee",
    "weighing": "toets haar met is: ja of is: nee",
    "choice": "toets haar met one_of",
    "ticks": "toets haar met includes",
    "date": "toets haar met before, of in een titel met passed",
    "number": "toets haar met at_most of at_least",
    "amount": "toets haar met at_most of at_least",
}


def _options(
    question: Answerable, key: str, known: list[str], names: tuple[str, ...]
) -> str | None:
    for name in names:
        if name not in known:
            guess = did_you_mean(name, known)
            return f"vraag '{question.id}' heeft geen optie '{name}'.{guess}"
    if set(names) == set(known):
        return f"{key} noemt alle opties van vraag '{question.id}': altijd waar."
    return None


def _limit(
    question: Answerable, test: AtMost | AtLeast, low: int, high: int
) -> str | None:
    # the lowest value that changes the result: one above a maximum, a minimum itself
    turn = test.at_most + 1 if isinstance(test, AtMost) else test.at_least
    if low < turn <= high:
        return None
    limit = test.at_most if isinstance(test, AtMost) else test.at_least
    return (
        f"de grens {limit} verandert niets: "
        f"vraag '{question.id}' loopt van {low} tot en met {high}."
    )
