"""Random law and random dossiers, and what brute force says of them.

Nothing here uses the engine: conditions are judged on whole sets of answers by a few
plain lines, and a partial dossier by trying every way to complete it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from typing import Any

from hypothesis import strategies as st

from rules.answers import (
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
from rules.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Before,
    Condition,
    Is,
    Not,
    OneOf,
    RuleRef,
)
from rules.decision import Decision
from rules.questions import Question
from rules.truth import Truth
from tests.rules.build import decision, question, row, rule

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


def tests_of(asked: Question) -> st.SearchStrategy[dict[str, Any]]:
    """Any test that fits the kind of this question."""
    match asked.answer:
        case NumberKind() | AmountKind():
            limit = st.integers(-1, 5)
            bounds = st.sampled_from(["at_most", "at_least"])
            return st.builds(
                lambda bound, value: {"question": asked.id, bound: value}, bounds, limit
            )
        case ChoiceKind():
            some = st.lists(st.sampled_from(OPTIONS), min_size=1, unique=True)
            return st.builds(
                lambda names: {"question": asked.id, "one_of": sorted(names)}, some
            )
        case DateKind():
            days = st.integers(0, 2).map(lambda n: LONG_AGO + timedelta(days=n))
            return st.builds(
                lambda day: {"question": asked.id, "before": day.isoformat()}, days
            )
        case _:
            word = st.sampled_from(["ja", "ja", "ja", "nee"])
            return st.builds(lambda is_: {"question": asked.id, "is": is_}, word)


def conditions(
    asked: list[Question], named: tuple[str, ...] = (), depth: int = 2
) -> st.SearchStrategy[dict[str, Any]]:
    """Any condition over these questions and rules."""
    leaf = st.sampled_from(asked).flatmap(tests_of)
    if named:
        leaf = leaf | st.sampled_from(named).map(lambda name: {"rule": name})
    if depth == 0:
        return leaf
    inner = st.deferred(lambda: conditions(asked, named, depth - 1))
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        several.map(lambda parts: {"all_of": parts}),
        several.map(lambda parts: {"any_of": parts}),
        inner.map(lambda part: {"not": part}),
        leaf,
    )


@st.composite
def questions(draw: st.DrawFn, most: int) -> list[Question]:
    """A few questions; each may apply only when earlier answers say so."""
    made: list[Question] = []
    for index in range(draw(st.integers(2, most))):
        simple = index > 3 or draw(st.booleans())
        kind, whole = KINDS[0] if simple else draw(st.sampled_from(KINDS))
        changes: dict[str, Any] = {"answer": kind, "refs": [f"D0{index}"]}
        if whole and draw(st.booleans()):
            changes["fulfilled"] = draw(st.sampled_from(whole))
        if made and draw(st.integers(0, 3)) == 0:
            changes["applies_when"] = draw(conditions(made, depth=1))
        if draw(st.integers(0, 4)) == 0:
            changes["changes"] = "niemand"
        made.append(question(f"v{index}", **changes))
    return made


@st.composite
def decisions(draw: st.DrawFn, most: int = 7) -> Decision:
    """A decision with named rules that lean on each other, and a table."""
    asked = draw(questions(most))
    rules, named = [], []
    for index in range(draw(st.integers(1, 4))):
        changes = {}
        if draw(st.integers(0, 3)) == 0:
            changes["applies_when"] = draw(conditions(asked, tuple(named), depth=1))
        when = draw(conditions(asked, tuple(named)))
        rules.append(rule(f"r{index}", when, **changes))
        named.append(f"r{index}")
    words = st.lists(
        st.sampled_from(["ja", "nee", "onbekend"]), min_size=1, max_size=2, unique=True
    )
    tests = st.dictionaries(st.sampled_from(named), words, min_size=1, max_size=2)
    rows = draw(st.lists(st.tuples(st.sampled_from("abc"), tests), max_size=4))
    table = [row(outcome, **some) for outcome, some in rows]
    last = draw(st.sampled_from("abcd"))
    return decision(asked, rules, [*table, row(last)], first_picture=["v0"])


@st.composite
def dossiers(draw: st.DrawFn, law: Decision) -> dict[str, Answer]:
    """A dossier in which some facts are known, some unknown, some never asked."""
    given: dict[str, Answer] = {}
    for asked in law.questions:
        choice = draw(st.sampled_from(["known", "known", "known", "not", "absent"]))
        if choice == "known":
            given[asked.id] = draw(st.sampled_from(answers_to(asked)))
        elif choice == "not":
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
