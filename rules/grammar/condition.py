"""The grammar of a condition: what a rule may ask of the answers.

A condition is a tagged union chosen by its key, so that a rule file can be read aloud:
`{question: …, is: ja}`, `{all_of: […]}`, `{any_of: […]}`, `{not: …}`, `{rule: …}`.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, Union

from pydantic import Discriminator, Field, Tag

from rules.grammar.answers import Amount, Choice, Day, Known, Number, YesNo
from rules.grammar.terms import Content, Date, Name, Whole

Path = tuple[str | int, ...]


class Is(Content):
    """The answer is ja, or is nee."""

    question: Name
    is_: Annotated[Literal["ja", "nee"], Field(alias="is")]

    def holds(self, answer: Known) -> bool:
        """Tell whether this answer is the one that is asked for."""
        return isinstance(answer, YesNo) and answer.value is (self.is_ == "ja")


class OneOf(Content):
    """The chosen option is one of these."""

    question: Name
    one_of: Annotated[tuple[Name, ...], Field(min_length=1)]

    def holds(self, answer: Known) -> bool:
        """Tell whether the answer is among the options."""
        return isinstance(answer, Choice) and answer.value in self.one_of


class AtMost(Content):
    """The number (or the amount in eurocents) is this or less."""

    question: Name
    at_most: Whole

    def holds(self, answer: Known) -> bool:
        """Tell whether the answer stays at or below the limit."""
        return isinstance(answer, Number | Amount) and answer.value <= self.at_most


class AtLeast(Content):
    """The number (or the amount in eurocents) is this or more."""

    question: Name
    at_least: Whole

    def holds(self, answer: Known) -> bool:
        """Tell whether the answer reaches the limit."""
        return isinstance(answer, Number | Amount) and answer.value >= self.at_least


class Before(Content):
    """The date lies before this one."""

    question: Name
    before: Date

    def holds(self, answer: Known) -> bool:
        """Tell whether the answer is earlier than the limit."""
        return isinstance(answer, Day) and answer.value < self.before


class RuleRef(Content):
    """Another rule holds."""

    rule: Name


class AllOf(Content):
    """All of these hold."""

    all_of: Annotated[tuple["Condition", ...], Field(min_length=1)]


class AnyOf(Content):
    """At least one of these holds."""

    any_of: Annotated[tuple["Condition", ...], Field(min_length=1)]


class Not(Content):
    """This does not hold."""

    not_: Annotated["Condition", Field(alias="not")]


_KINDS = {
    "rule": "rule",
    "all_of": "all_of",
    "any_of": "any_of",
    "not": "not",
    "not_": "not",
    "is": "is",
    "is_": "is",
    "one_of": "one_of",
    "at_most": "at_most",
    "at_least": "at_least",
    "before": "before",
}


def _kind(value: object) -> str | None:
    """Choose the kind of condition by its key (of a mapping) or field (of a model)."""
    keys = value if isinstance(value, dict) else getattr(value, "model_fields_set", ())
    return next((_KINDS[key] for key in keys if key in _KINDS), None)


Condition = Annotated[
    Union[  # noqa: UP007 — a union with forward references cannot use `|`
        Annotated[Is, Tag("is")],
        Annotated[OneOf, Tag("one_of")],
        Annotated[AtMost, Tag("at_most")],
        Annotated[AtLeast, Tag("at_least")],
        Annotated[Before, Tag("before")],
        Annotated[RuleRef, Tag("rule")],
        Annotated[AllOf, Tag("all_of")],
        Annotated[AnyOf, Tag("any_of")],
        Annotated[Not, Tag("not")],
    ],
    Discriminator(
        _kind,
        custom_error_type="condition",
        custom_error_message=(
            "dit is geen voorwaarde: gebruik question met is, one_of, at_most, "
            "at_least of before, of all_of, any_of, not of rule"
        ),
    ),
]
Leaf = Is | OneOf | AtMost | AtLeast | Before

# What a date makes of a condition; a rule file cannot say it.
ALWAYS = AllOf.model_construct(all_of=())
NEVER = AnyOf.model_construct(any_of=())


class Rule(Content):
    """A named condition, with what to say of it and who can change it.

    `applies_when` that is no takes the rule out of the tree: it counts as fulfilled.
    """

    id: Name
    title: str
    when: Condition
    because: str
    otherwise: str
    open: str
    sources: tuple[str, ...]
    who: Name
    applies_when: Condition | None = None
    duiding: str | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None


def parts(condition: Condition) -> Iterator[tuple[Path, Condition]]:
    """Walk a condition with all its parts, each with its path in the YAML."""
    yield (), condition
    match condition:
        case AllOf(all_of=inner):
            key = "all_of"
        case AnyOf(any_of=inner):
            key = "any_of"
        case Not(not_=one):
            yield from ((("not", *path), part) for path, part in parts(one))
            return
        case _:
            return
    for index, one in enumerate(inner):
        yield from (((key, index, *path), part) for path, part in parts(one))


def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """Give the tests on single answers in a condition, not looking into its rules."""
    return tuple(part for _, part in parts(condition) if isinstance(part, Leaf))
