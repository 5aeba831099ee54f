"""The grammar of a condition: what a rule may ask of the answers.

A condition is a tagged union chosen by its key, so that a rule file can be read aloud:
`{question: …}`, `{question: …, is: ja}`, `{all_of: […]}`, `{any_of: […]}`,
`{at_least: 2, of: […]}`, `{not: …}`, `{rule: …}`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Literal, Union

from pydantic import Discriminator, Field, Tag, model_validator

from rules.grammar.answers import Amount, Choice, Day, Known, Number, Ticks, YesNo
from rules.grammar.content_model import Content, Date, Name, Whole
from rules.grammar.references import Loc, QuestionName, RuleName


class InOrder(Content):
    """The answer is in order, whatever that is for this question."""

    question: QuestionName


class Is(Content):
    """The answer is ja, or is nee."""

    question: QuestionName
    is_: Annotated[Literal["ja", "nee"], Field(alias="is")]

    def holds(self, answer: Known) -> bool:
        """Tell whether this answer is the one that is asked for."""
        return isinstance(answer, YesNo) and answer.value is (self.is_ == "ja")


class OneOf(Content):
    """The chosen option is one of these."""

    question: QuestionName
    one_of: Annotated[tuple[Name, ...], Field(min_length=1)]

    def holds(self, answer: Known) -> bool:
        """Tell whether the answer is among the options."""
        return isinstance(answer, Choice) and answer.value in self.one_of


class Includes(Content):
    """At least one of these options is ticked."""

    question: QuestionName
    includes: Annotated[tuple[Name, ...], Field(min_length=1)]

    def holds(self, answer: Known) -> bool:
        """Tell whether one of the options is among the ticks."""
        return isinstance(answer, Ticks) and any(
            name in answer.value for name in self.includes
        )


class AtMost(Content):
    """The number (or the amount in eurocents) is this or less."""

    question: QuestionName
    at_most: Whole

    def holds(self, answer: Known) -> bool:
        """Tell whether the answer stays at or below the limit."""
        return isinstance(answer, Number | Amount) and answer.value <= self.at_most


class AtLeast(Content):
    """The number (or the amount in eurocents) is this or more."""

    question: QuestionName
    at_least: Whole

    def holds(self, answer: Known) -> bool:
        """Tell whether the answer reaches the limit."""
        return isinstance(answer, Number | Amount) and answer.value >= self.at_least


class Before(Content):
    """The date lies before this one."""

    question: QuestionName
    before: Date

    def holds(self, answer: Known) -> bool:
        """Tell whether the answer is earlier than the limit."""
        return isinstance(answer, Day) and answer.value < self.before


class RuleRef(Content):
    """Another rule holds."""

    rule: RuleName


class AllOf(Content):
    """All of these hold."""

    all_of: Annotated[tuple["Condition", ...], Field(min_length=1)]


class AnyOf(Content):
    """At least one of these holds."""

    any_of: Annotated[tuple["Condition", ...], Field(min_length=1)]


class SomeOf(Content):
    """At least this many of these hold."""

    at_least: Annotated[Whole, Field(ge=1)]
    of: Annotated[tuple["Condition", ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _can_hold(self) -> "SomeOf":
        if self.at_least > len(self.of):
            raise ValueError(
                f"van de {len(self.of)} kunnen er geen {self.at_least} gelden"
            )
        return self


class Not(Content):
    """This does not hold."""

    not_: Annotated["Condition", Field(alias="not")]


# The first key that is there tells the kind. So `of` goes before `at_least`, which two
# kinds have, and `question` comes last, since every test has one.
_OF_PARTS = ("rule", "all_of", "any_of", "not")
_OF_ANSWERS = ("is", "one_of", "includes", "at_most", "at_least", "before")
_PLAIN = {key: key for key in (*_OF_PARTS, *_OF_ANSWERS)}
_KINDS = {"of": "some_of", **_PLAIN, "question": "in_order"}


def kind_by_key(kinds: Mapping[str, str]) -> Callable[[object], str | None]:
    """Make what chooses a kind by the key (of a mapping) or the field (of a model)."""

    def kind(value: object) -> str | None:
        fields = getattr(value, "model_fields_set", ())
        # `is_` and `not_` are how Python spells the keys `is` and `not`.
        keys = value if isinstance(value, dict) else {f.rstrip("_") for f in fields}
        return next((kinds[key] for key in kinds if key in keys), None)

    return kind


Condition = Annotated[
    Union[  # noqa: UP007 — a union with forward references cannot use `|`
        Annotated[InOrder, Tag("in_order")],
        Annotated[Is, Tag("is")],
        Annotated[OneOf, Tag("one_of")],
        Annotated[Includes, Tag("includes")],
        Annotated[AtMost, Tag("at_most")],
        Annotated[AtLeast, Tag("at_least")],
        Annotated[Before, Tag("before")],
        Annotated[RuleRef, Tag("rule")],
        Annotated[AllOf, Tag("all_of")],
        Annotated[AnyOf, Tag("any_of")],
        Annotated[SomeOf, Tag("some_of")],
        Annotated[Not, Tag("not")],
    ],
    Discriminator(
        kind_by_key(_KINDS),
        custom_error_type="condition",
        custom_error_message=(
            "dit is geen voorwaarde: gebruik question, zo nodig met is, one_of, "
            "includes, at_most, at_least of before. Of gebruik all_of, any_of, "
            "at_least met of, not of rule"
        ),
    ),
]
Leaf = Is | OneOf | Includes | AtMost | AtLeast | Before
Asks = InOrder | Leaf

# What a date makes of a condition; a rule file cannot say it.
ALWAYS = AllOf.model_construct(all_of=())
NEVER = AnyOf.model_construct(any_of=())


class Rule(Content):
    """A condition with a name, for demands that share it; it has no words of its own."""

    id: Name
    when: Condition


def parts(condition: Condition) -> Iterator[tuple[Loc, Condition]]:
    """Walk a condition with all its parts, each with its path in the YAML."""
    yield (), condition
    if isinstance(condition, Not):
        yield from ((("not", *path), part) for path, part in parts(condition.not_))
    key, inner = inside(condition)
    for index, one in enumerate(inner):
        yield from (((key, index, *path), part) for path, part in parts(one))


def inside(condition: Condition) -> tuple[str, tuple[Condition, ...]]:
    """Give the conditions of which all, any or some hold, and the key that lists them."""
    match condition:
        case AllOf(all_of=inner):
            return "all_of", inner
        case AnyOf(any_of=inner):
            return "any_of", inner
        case SomeOf(of=inner):
            return "of", inner
        case _:
            return "", ()


def rebuilt(
    condition: Condition, change: Callable[[Condition], Condition]
) -> Condition:
    """Give a condition with each part right under it changed; a single test as it is."""
    if isinstance(condition, Not):
        return Not(not_=change(condition.not_))
    key, inner = inside(condition)
    return condition.model_copy(update={key: tuple(map(change, inner))} if key else {})


def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """Give the tests on single answers in a condition, not looking into its rules."""
    return tuple(part for _, part in parts(condition) if isinstance(part, Leaf))


def asked(condition: Condition | None) -> tuple[str, ...]:
    """Name the questions that a condition looks at, each once, in its own order."""
    found = () if condition is None else parts(condition)
    return tuple(
        dict.fromkeys(part.question for _, part in found if isinstance(part, Asks))
    )
