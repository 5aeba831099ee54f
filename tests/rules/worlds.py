"""Random law and random dossiers, and what brute force says of them.

Nothing here uses the engine: conditions are judged on whole sets of answers by a few
plain lines, and a partial dossier by trying every way to complete it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import product
from typing import Any, TypeVar

from hypothesis import strategies as st

from rules.content.decision import Decision
from rules.content.questions import Question
from rules.grammar.answers import (
    DONT_KNOW,
    NO,
    YES,
    Amount,
    AmountKind,
    Answer,
    Choice,
    ChoiceKind,
    DateKind,
    Day,
    Known,
    Number,
    NumberKind,
)
from rules.grammar.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Before,
    Condition,
    Is,
    Not,
    OneOf,
    Rule,
    RuleRef,
)
from rules.grammar.truth import Truth
from tests.rules.build import decision, question, row, rule

T = TypeVar("T")
Answers = Mapping[str, Answer]

LONG_AGO = date(2020, 1, 1)
OPTIONS = ("rood", "wit", "blauw")
KINDS = (
    ({"kind": "yes_no"}, ()),
    ({"kind": "weighing"}, ()),
    (
        {"kind": "number", "unit": "dagen", "min": 0, "max": 4},
        ({"at_most": 2}, {"at_least": 2}, {"at_most": 0}),
    ),
    ({"kind": "amount", "max_cents": 3}, ({"at_most": 1}, {"at_least": 3})),
    (
        {
            "kind": "choice",
            "options": [{"id": name, "label": name} for name in OPTIONS],
        },
        ({"one_of": ["rood", "wit"]}, {"one_of": ["blauw"]}),
    ),
    ({"kind": "date"}, ()),
)


# --- random law --------------------------------------------------------------

_BELOW = cache(lambda size: st.integers(0, size - 1))


class Dice:
    """Draws choices with as few strategies as can be: random law is made often."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def below(self, size: int) -> int:
        return self.draw(_BELOW(size))

    def one(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def some(self, options: Sequence[T]) -> list[T]:
        kept = [option for option in options if self.below(2)]
        return kept or [self.one(options)]

    def once_in(self, times: int) -> bool:
        return self.below(times) == times - 1


def any_test(dice: Dice, asked: Question) -> dict[str, Any]:
    """Any test that fits the kind of this question."""
    match asked.answer:
        case NumberKind() | AmountKind():
            test = {dice.one(["at_most", "at_least"]): dice.below(7) - 1}
        case ChoiceKind():
            test = {"one_of": dice.some(OPTIONS)}
        case DateKind():
            test = {"before": (LONG_AGO + timedelta(days=dice.below(3))).isoformat()}
        case _:
            test = {"is": dice.one(["ja", "ja", "ja", "nee"])}
    return {"question": asked.id, **test}


def any_condition(
    dice: Dice, asked: list[Question], named: list[str], depth: int = 2
) -> dict[str, Any]:
    """Any condition over these questions and rules."""
    shape = dice.below(7) if depth else 0
    if shape < 2:
        if named and dice.once_in(2):
            return {"rule": dice.one(named)}
        return any_test(dice, dice.one(asked))
    if shape == 2:
        return {"not": any_condition(dice, asked, named, depth - 1)}
    parts = [
        any_condition(dice, asked, named, depth - 1) for _ in range(1 + dice.below(3))
    ]
    return {"all_of" if shape in (3, 5) else "any_of": parts}


def any_questions(dice: Dice, most: int) -> list[Question]:
    """A few questions; each may apply only when earlier answers say so."""
    made: list[Question] = []
    for index in range(2 + dice.below(most - 1)):
        kind, whole = KINDS[0] if index > 3 else dice.one([KINDS[0], *KINDS])
        changes: dict[str, Any] = {"answer": kind, "refs": [f"D0{index}"]}
        if whole and dice.once_in(2):
            changes["fulfilled"] = dice.one(whole)
        if made and dice.once_in(4):
            changes["applies_when"] = any_condition(dice, made, [], depth=1)
        if dice.once_in(5):
            changes["changes"] = "niemand"
        made.append(question(f"v{index}", **changes))
    return made


def any_rules(dice: Dice, asked: list[Question]) -> list[Rule]:
    """Rules that lean on the ones before them."""
    made: list[Rule] = []
    for index in range(1 + dice.below(4)):
        named = [each.id for each in made]
        changes: dict[str, Any] = {}
        if dice.once_in(4):
            changes["applies_when"] = any_condition(dice, asked, named, depth=1)
        when = any_condition(dice, asked, named)
        made.append(rule(f"r{index}", when, **changes))
    return made


def any_table(dice: Dice, rules: list[Rule]) -> list[dict[str, Any]]:
    """A table whose last row takes the rest."""
    names = [each.id for each in rules]
    rows = [
        row(
            dice.one("abc"),
            **{
                dice.one(names): dice.some(["ja", "nee", "onbekend"])
                for _ in range(1 + dice.below(2))
            },
        )
        for _ in range(dice.below(5))
    ]
    return [*rows, row(dice.one("abcd"))]


@st.composite
def decisions(draw: st.DrawFn, most: int = 7) -> Decision:
    """A decision with named rules that lean on each other, and a table."""
    dice = Dice(draw)
    asked = any_questions(dice, most)
    rules = any_rules(dice, asked)
    return decision(asked, rules, any_table(dice, rules))


@st.composite
def dossiers(draw: st.DrawFn, law: Decision) -> dict[str, Answer]:
    """A dossier in which some facts are known, some unknown, some never asked."""
    dice = Dice(draw)
    given: dict[str, Answer] = {}
    for asked in law.questions:
        kind = dice.below(5)
        if kind < 3:
            given[asked.id] = dice.one(answers_to(asked))
        elif kind == 3:
            given[asked.id] = DONT_KNOW
    return given


@st.composite
def cases(draw: st.DrawFn, most: int = 7) -> tuple[Decision, dict[str, Answer]]:
    """A random decision with a random dossier for it."""
    law = draw(decisions(most))
    return law, draw(dossiers(law))


# --- brute force -------------------------------------------------------------


def answers_to(asked: Question) -> tuple[Known, ...]:
    """Every answer to a question, or as many as can make a difference."""
    match asked.answer:
        case NumberKind(min=low, max=high):
            return tuple(Number(value) for value in range(low, high + 1))
        case AmountKind(max_cents=high):
            return tuple(Amount(value) for value in range(high + 1))
        case ChoiceKind(options=options):
            return tuple(Choice(option.id) for option in options)
        case DateKind():
            return tuple(Day(LONG_AGO + timedelta(days=n)) for n in range(-1, 4))
        case _:
            return (YES, NO)


def is_known(answer: Answer | None) -> bool:
    return answer is not None and answer != DONT_KNOW


@dataclass(frozen=True)
class Brute:
    """What every way to complete a dossier says, together."""

    law: Decision
    answers: Answers

    @cached_property
    def completions(self) -> tuple[dict[str, Answer], ...]:
        return tuple(self.complete())

    def complete(self) -> Iterator[dict[str, Answer]]:
        ways = [
            (self.answers[asked.id],)
            if is_known(self.answers.get(asked.id))
            else answers_to(asked)
            for asked in self.law.questions
        ]
        names = [asked.id for asked in self.law.questions]
        for way in product(*ways):
            yield dict(zip(names, way, strict=True))

    @cached_property
    def possible(self) -> set[str]:
        return {whole_outcome(self.law, whole) for whole in self.completions}

    def truth(self, name: str) -> Truth:
        """The exact verdict on a rule: what all completions agree on."""
        found = {rule_holds(self.law, name, whole) for whole in self.completions}
        return truth_of_all(found)

    @cached_property
    def shown(self) -> str:
        """The outcome of the table for what is known, the fixed outcome first."""
        if len(self.possible) == 1:
            return next(iter(self.possible))
        return next(
            row.outcome
            for row in self.law.header.table
            if all(self.truth(test.rule).dutch in test.is_ for test in row.when)
        )

    def can_flip(self, name: str) -> bool:
        """Whether in some completion another answer to this question changes it all."""
        asked = self.law.question_by_id[name]
        return not is_known(self.answers.get(name)) and any(
            whole_outcome(self.law, whole)
            != whole_outcome(self.law, {**whole, name: other})
            for whole in self.completions
            for other in answers_to(asked)
        )


def truth_of_all(found: set[bool]) -> Truth:
    if len(found) == 2:
        return Truth.UNKNOWN
    return Truth.YES if found == {True} else Truth.NO


def whole_outcome(law: Decision, whole: Answers) -> str:
    words = {
        rule.id: "ja" if rule_holds(law, rule.id, whole) else "nee"
        for rule in law.rules
    }
    return next(
        row.outcome
        for row in law.header.table
        if all(words[test.rule] in test.is_ for test in row.when)
    )


def rule_holds(law: Decision, name: str, whole: Answers) -> bool:
    rule = law.rule_by_id[name]
    if rule.applies_when is not None and not holds(law, rule.applies_when, whole):
        return True
    return holds(law, rule.when, whole)


def holds(law: Decision, condition: Condition, whole: Answers) -> bool:
    """Judge a condition on a whole set of answers."""
    match condition:
        case AllOf(all_of=parts):
            return all(holds(law, part, whole) for part in parts)
        case AnyOf(any_of=parts):
            return any(holds(law, part, whole) for part in parts)
        case Not(not_=part):
            return not holds(law, part, whole)
        case RuleRef(rule=name):
            return rule_holds(law, name, whole)
    asked = law.question_by_id[condition.question]
    idle = asked.applies_when is not None and not holds(law, asked.applies_when, whole)
    if idle:
        return any_in_order_passes(asked, condition)
    return passes(condition, whole[asked.id])


def any_in_order_passes(asked: Question, test: Condition) -> bool:
    """A question that does not apply counts as answered in order, in every way."""
    if isinstance(test, Is):
        return test.is_ == "ja"
    whole = asked.fulfilled
    if whole is None:
        return False
    if whole.one_of is not None:
        return all(name in test.one_of for name in whole.one_of)
    limit = whole.at_most if whole.at_most is not None else whole.at_least
    return passes(test, Number(limit))


def passes(test: Condition, answer: Answer) -> bool:
    match test:
        case Is(is_=word):
            return answer == (YES if word == "ja" else NO)
        case OneOf(one_of=names):
            return answer.value in names
        case AtMost(at_most=limit):
            return answer.value <= limit
        case AtLeast(at_least=limit):
            return answer.value >= limit
        case Before(before=day):
            return answer.value < day
        case _:
            raise AssertionError(test)
