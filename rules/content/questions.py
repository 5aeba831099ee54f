"""A question: what is asked, of whom, on what ground, and what follows from it."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, Field, model_validator

from rules.grammar.answers import AnswerKind, WeighingKind, YesNoKind
from rules.grammar.condition import Condition
from rules.grammar.sources import SourceId
from rules.grammar.terms import Content, Date, Flag, Name, Prose, Whole

Ref = Annotated[str, Field(pattern=r"^[A-Z]{1,3}(-[A-Z]+)?\d{1,2}[a-z]?$")]


class Weight(StrEnum):
    """The kind of question: may it stop, or does it weigh."""

    TRIAGE = "triage"
    DWINGEND = "dwingend"
    ZORGVULDIGHEID = "zorgvuldigheid"
    KWALITEIT = "kwaliteit"


class Effect(StrEnum):
    """What a *nee* does: another route, stop, mend first, or weigh."""

    ROUTE = "route"
    STOP = "stop"
    HERSTEL = "herstel"
    WEEG = "weeg"


class Certainty(StrEnum):
    """How firm the reading of the law is."""

    VAST = "vast"
    WAARSCHIJNLIJK = "waarschijnlijk"
    OMSTREDEN = "omstreden"


class Sensitivity(StrEnum):
    """How careful we are with the answer itself."""

    OPENBAAR = "openbaar"
    INTERN = "intern"
    PERSOONSGEGEVEN = "persoonsgegeven"
    BIJZONDER = "bijzonder"


class Consequence(Content):
    """What a *nee* means; `weight` only where weighing is heavier than usual."""

    effect: Effect
    text: Prose
    weight: Literal["zwaar", "zeer_zwaar"] | None = None


class OpenPoint(Content):
    """What the memo says while the answer is unknown."""

    text: Prose


class Fulfilled(BaseModel):
    """When a number or a choice counts as in order; exactly one test."""

    model_config = Content.model_config

    at_most: Whole | None = None
    at_least: Whole | None = None
    one_of: tuple[Name, ...] | None = None

    @model_validator(mode="after")
    def _is_one_test(self) -> "Fulfilled":
        tests = [self.at_most, self.at_least, self.one_of]
        if sum(test is not None for test in tests) != 1:
            raise ValueError("kies één toets: at_most, at_least of one_of")
        return self


class Question(Content):
    """One question. *Ja* always means: in order.

    `informs`: the answer is told in the memo and decides nothing. `own_choice`: what
    is taken as the answer until the user says otherwise; only for a wish of the user
    (compare or not), never for a fact. Outside `valid_from` and `valid_until` the law
    does not ask it.
    """

    id: Name
    refs: Annotated[tuple[Ref, ...], Field(min_length=1)]
    chapter: Name
    kind: Weight
    text: Prose
    help: Prose
    answer: AnswerKind
    fulfilled: Fulfilled | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    who: Name
    changes: Name
    ask: Prose
    if_yes: Prose
    if_no: Consequence
    if_unknown: OpenPoint
    certainty: Certainty
    other_reading: Prose | None = None
    sensitivity: Sensitivity
    applies_when: Condition | None = None
    informs: Flag = False
    own_choice: Literal["ja", "nee"] | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> "Question":
        if self.certainty is Certainty.OMSTREDEN and self.other_reading is None:
            raise ValueError("een omstreden lezing heeft other_reading nodig")
        if self.is_yes_no and self.fulfilled is not None:
            raise ValueError("fulfilled hoort niet bij een ja/nee-vraag: ja is in orde")
        return self

    @property
    def ref(self) -> str:
        """Give the main number, by which a jurist finds the ground."""
        return self.refs[0]

    @property
    def is_yes_no(self) -> bool:
        """Whether it is answered with ja or nee."""
        return isinstance(self.answer, YesNoKind | WeighingKind)

    @property
    def is_judgement(self) -> bool:
        """Whether it is an open norm: the user’s own judgement."""
        return isinstance(self.answer, WeighingKind)
