"""What became of a question that was once asked: its old answers are still read.

A question, or an option of ticks, tells from which old questions its answer follows.
Old questions go by the number under which a jurist knew them: T01, D12, A-R03.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, model_validator

from rules.grammar.content_model import Content, Flag, Name, Prose, RefNumber, Whole


class Within(Content):
    """An old number that lies within bounds, both included."""

    at_least: Whole | None = None
    at_most: Whole | None = None

    def holds(self, said: str) -> bool:
        """Tell whether an old answer, as it was kept, lies within the bounds."""
        if not said.lstrip("-").isdecimal():
            return False
        low, high = self.at_least, self.at_most
        value = int(said)
        return (low is None or low <= value) and (high is None or value <= high)


OldAnswer = Name | Whole | Within
OldAnswers = OldAnswer | tuple[OldAnswer, ...]
UNKNOWN = "onbekend"
WANT = "want "  # how a why begins that reads on


def _reads_on(text: str) -> str:
    """Stop at a why that would leave a broken sentence where it is told."""
    is_sentence = not text[0].islower() and text.endswith((".", "?"))
    if is_sentence or (text.startswith(WANT) and not text.endswith(".")):
        return text
    raise ValueError(
        "told is een hele zin met hoofdletter en punt, of begint met ‘want’ zonder punt"
    )


Why = Annotated[Prose, AfterValidator(_reads_on)]


class Became(Content):
    """One way in which old answers become a new one.

    With a `ref` alone: the same value, or with `invert` ja for nee. With `when` these
    old answers together become `becomes`: a value, some ticks, or `onbekend`, and then
    `told` says why. `known` asks that one of these was answered and known. `clash` tells
    old answers that cannot both be true.
    """

    ref: RefNumber | None = None
    when: Mapping[RefNumber, OldAnswers] | None = None
    known: tuple[RefNumber, ...] = ()
    becomes: Name | Whole | tuple[Name, ...] | None = None
    invert: Flag = False
    told: Why | None = None
    clash: Prose | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> "Became":
        if self.ref is None and not self.when and not self.known:
            raise ValueError("noem met ref, when of known een oude vraag")
        if self.is_test and self.becomes is None and self.clash is None:
            raise ValueError("bij when hoort becomes: wat wordt het dan?")
        if self.becomes == UNKNOWN and self.told is None and self.clash is None:
            raise ValueError(
                "bij becomes: onbekend hoort told: waarom telt het niet mee?"
            )
        if self.becomes != UNKNOWN and self.told and self.told.startswith(WANT):
            raise ValueError("told bij een antwoord dat meetelt, is een hele zin")
        return self

    @property
    def is_test(self) -> bool:
        """Whether it asks what the old answers were."""
        return bool(self.when or self.known)

    @cached_property
    def refs(self) -> tuple[str, ...]:
        """Name the old questions that it looks at, each once."""
        own = () if self.ref is None else (self.ref,)
        return tuple(dict.fromkeys((*own, *(self.when or {}), *self.known)))

    def hits(self, old: Mapping[str, str]) -> bool:
        """Tell whether the old answers, as they were kept, are those that it names.

        An old answer that is not there was not known. One of them is known at least.
        """
        said = {name: old.get(name, UNKNOWN) for name in self.refs}
        # A test on what nobody answered would hold by silence.
        if all(text == UNKNOWN for text in said.values()):
            return False
        tests = self.when or {}
        if not all(_is(tests[name], said[name]) for name in tests):
            return False
        return not self.known or any(
            old.get(name, UNKNOWN) != UNKNOWN for name in self.known
        )


def _is(test: OldAnswers, said: str) -> bool:
    if isinstance(test, tuple):
        return any(_is(one, said) for one in test)
    return test.holds(said) if isinstance(test, Within) else said == str(test)


def _short(value: object) -> object:
    """Read `[D01]` as the same value of D01."""
    if not isinstance(value, list):
        return value
    return [{"ref": each} if isinstance(each, str) else each for each in value]


Earlier = Annotated[tuple[Became, ...], BeforeValidator(_short)]


class Dropped(Content):
    """An old question that is no question any more, and why."""

    ref: RefNumber
    told: Why
