"""The decision table: from how demands stand to an outcome and its title."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Union

from pydantic import Discriminator, Field, Tag

from rules.content.demands import Demand, Effect, Standing
from rules.grammar.condition import (
    AtLeast,
    AtMost,
    Before,
    Includes,
    Is,
    OneOf,
    kind_by_key,
)
from rules.grammar.content_model import Content, Flag, Name, Prose, Whole
from rules.grammar.references import (
    BodyName,
    DemandName,
    Loc,
    OutcomeName,
    PhaseName,
    QuestionName,
    RuleName,
    ScreenName,
    SourceId,
)
from rules.grammar.truth import Truth

_TRUTHS = {truth.dutch: truth for truth in Truth}
# The word that is read as ‘weet ik niet’: no option of a phase can be answered so.
UNKNOWN_PHASE = "onbekend"


class RuleTest(Content):
    """This rule has one of these values: ja, nee or onbekend."""

    rule: RuleName
    is_: Annotated[
        tuple[Literal["ja", "nee", "onbekend"], ...], Field(alias="is", min_length=1)
    ]

    @cached_property
    def truths(self) -> tuple[Truth, ...]:
        """Give the values that hit."""
        return tuple(_TRUTHS[word] for word in self.is_)


class DemandsTest(Content):
    """Any of these demands, as far as they are due and apply, stands in one of these ways.

    `demands` is all that decide, all that weigh, or some by id.
    """

    demands: Effect | Annotated[tuple[DemandName, ...], Field(min_length=1)]
    any_: Annotated[tuple[Standing, ...], Field(alias="any", min_length=1)]

    def looks_at(self, demand: Demand) -> bool:
        """Tell whether a demand is among those that the test looks at."""
        if isinstance(self.demands, Effect):
            return demand.effect is self.demands
        return demand.id in self.demands


class PhaseTest(Content):
    """The plan is in one of these phases; `onbekend` where that was not answered."""

    phase: Annotated[tuple[Literal["onbekend"] | PhaseName, ...], Field(min_length=1)]


class ClashTest(Content):
    """Two answers cannot both be true."""

    clash: Literal["ja"]


_OF_ANSWERS = ("is", "one_of", "includes", "at_most", "at_least", "before")
# The first key that is there tells the kind: a rule and an answer both have `is`, and
# so has the tally of a title, which no row has.
_KEYS = ("tally", "passed", "demands", "phase", "clash", "rule", *_OF_ANSWERS)
_KINDS = {key: key for key in _KEYS} | {"is": "answer_is"}
_IN_TITLE = dict.fromkeys(_KEYS, "row") | {"tally": "tally", "passed": "passed"}
_TOLD = (
    "dit is geen toets: gebruik demands met any, phase, clash, rule met is, "
    "of een vraag met is, one_of, includes, at_most, at_least of before. "
    "Alleen een titel kent ook tally en passed"
)
RowTest = Annotated[
    Union[  # noqa: UP007 — tags need the long form
        Annotated[DemandsTest, Tag("demands")],
        Annotated[PhaseTest, Tag("phase")],
        Annotated[ClashTest, Tag("clash")],
        Annotated[RuleTest, Tag("rule")],
        Annotated[Is, Tag("answer_is")],
        Annotated[OneOf, Tag("one_of")],
        Annotated[Includes, Tag("includes")],
        Annotated[AtMost, Tag("at_most")],
        Annotated[AtLeast, Tag("at_least")],
        Annotated[Before, Tag("before")],
    ],
    Discriminator(
        kind_by_key(_KINDS), custom_error_type="condition", custom_error_message=_TOLD
    ),
]


class TallyTest(Content):
    """So many of the demands that the outcome counts stand in this way."""

    tally: Standing
    is_: Annotated[Whole, Field(alias="is", ge=0)]


class PassedTest(Content):
    """The day that this question asks for lies before the reference date."""

    passed: QuestionName


# A title is worded once the outcome stands, so it may ask what no diagram knows.
TitleTest = Annotated[
    Union[  # noqa: UP007 — tags need the long form
        Annotated[TallyTest, Tag("tally")],
        Annotated[PassedTest, Tag("passed")],
        Annotated[RowTest, Tag("row")],
    ],
    Discriminator(
        kind_by_key(_IN_TITLE),
        custom_error_type="condition",
        custom_error_message=_TOLD,
    ),
]


class OutcomeRow(Content):
    """One row of the decision table; without tests it is hit by whatever is left."""

    outcome: OutcomeName
    when: tuple[RowTest, ...]


class FixedTonight(Content):
    """A fixed question to put tonight, with why it counts.

    `about` names the facts of the dossier that it asks for: they are not asked once more.
    """

    to: BodyName
    text: Prose
    because: Prose
    about: tuple[QuestionName, ...] = ()
    sources: tuple[SourceId, ...] = ()


class Title(Content):
    """One way to word an outcome; the first whose tests hit is told.

    In `text`, `meaning` and `next_step` stand holes that are counted (`{n}`, `{x}`).
    `reading` says that this title rests on a reading, and how others read it. Its
    `tonight` stands in for that of the outcome. `body` decides here, where that is
    another than of the decision.
    """

    when: tuple[TitleTest, ...] = ()
    text: Prose
    meaning: Prose | None = None
    next_step: Prose | None = None
    reading: Prose | None = None
    body: BodyName | None = None
    tonight: tuple[FixedTonight, ...] = ()


class Outcome(Content):
    """What can come out, with a short `label`.

    `met`: its title says that demands are met, so that it never comes out while one is
    not. `ends`: once certain, the other questions fall away. `unsettled`: it asks for a
    choice that is still to be made, and is never firm. `count` are the demands that its
    titles count, where that is not all that decide. `known` are the questions, or the
    cards, that its title counts as known.
    """

    id: Name
    label: Annotated[str, Field(max_length=40)]
    titles: Annotated[tuple[Title, ...], Field(min_length=1)]
    meaning: Prose | None = None
    next_step: Prose | None = None
    met: Flag = False
    ends: Flag = False
    unsettled: Flag = False
    count: tuple[DemandName, ...] = ()
    known: tuple[ScreenName | QuestionName, ...] = ()
    tonight: tuple[FixedTonight, ...] = ()

    def told(self) -> Iterator[tuple[Loc, str]]:
        """Give the texts in which something is filled in, each with its place."""
        titles = [(("titles", i), one) for i, one in enumerate(self.titles)]
        for where, item in [((), self), *titles]:
            for key in ("text", "meaning", "next_step"):
                text = getattr(item, key, None)
                if text is not None:
                    yield (*where, key), text
