"""A question and its screen: what is asked, of whom, and what each answer means."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, model_validator

from rules.content.deadlines import Deadline
from rules.grammar.answers import (
    AmountKind,
    AnswerKind,
    ChoiceKind,
    DateKind,
    NumberKind,
    TicksKind,
    WeighingKind,
    YesNoKind,
)
from rules.grammar.condition import Condition
from rules.grammar.content_model import Content, Date, Flag, Name, Prose, Whole
from rules.grammar.earlier_questions import Earlier
from rules.grammar.references import BodyName, ChapterName, SourceId

MOST_ROWS = 6
VALUE = "{waarde}"
# How a row begins that hangs on the row right above it, and on which answer there.
OPENINGS = {"Zo ja: ": "ja", "Zo nee: ": "nee"}


class Sensitivity(StrEnum):
    """How careful we are with the answer itself."""

    OPENBAAR = "openbaar"
    INTERN = "intern"
    PERSOONSGEGEVEN = "persoonsgegeven"
    BIJZONDER = "bijzonder"


class LookUp(StrEnum):
    """Where somebody can find the answer without asking a body."""

    RAADSINFORMATIE = "raadsinformatie"
    LOKALE_REGELGEVING = "lokale_regelgeving"
    BEKENDMAKINGEN = "bekendmakingen"
    GRIFFIE = "griffie"


class AnswerLimit(BaseModel):
    """The number up to or from which an answer is in order; exactly one of the two."""

    model_config = Content.model_config

    at_most: Whole | None = None
    at_least: Whole | None = None

    @model_validator(mode="after")
    def _is_one_limit(self) -> "AnswerLimit":
        if (self.at_most is None) is (self.at_least is None):
            raise ValueError("kies één grens: at_most of at_least")
        return self


NO_JUDGEMENT = "geen"
InOrderWhen = Literal["ja", "nee", "geen"] | AnswerLimit | tuple[Name, ...]


class Question(Content):
    """One question, asked plainly; `in_order` says which answer is in order.

    That is ja or nee, some options, or a limit; `geen` where there is nothing to judge.
    `if_yes` and `if_no` say what the answer means; of a number, that it is in order or
    not. The options of a choice say it themselves; of ticks
    those without a sentence stand together in that of the question, as {waarde}. `fact` tells a value in a paper, behind
    “Volgens de politie”; `fact_one` tells one of them. `who` knows the answer and is asked
    `ask`; `ask_if_open` while it is unknown whether the question applies, `ask_if_unmet`
    once the answer is there and not in order. `changes` can change the fact. `deadlines` run from the day that is answered.
    `card` is the screen that it is a row of. `own_text` asks about the text of the motion
    itself, which is no fact in that motion. Outside `valid_from` and `valid_until`, both
    included, the law does not ask it.
    """

    id: Name
    chapter: ChapterName
    text: Prose
    help: Prose | None = None
    answer: AnswerKind = Field(default_factory=lambda: YesNoKind(kind="yes_no"))
    in_order: InOrderWhen = "ja"
    sources: tuple[SourceId, ...] = ()
    who: BodyName
    changes: BodyName = ""
    ask: Prose = ""
    ask_if_open: Prose | None = None
    ask_if_unmet: Prose | None = None
    if_yes: Prose | None = None
    if_no: Prose | None = None
    if_unknown: Prose | None = None
    fact: Prose | None = None
    fact_one: Prose | None = None
    look_up: LookUp | None = None
    sensitivity: Sensitivity = Sensitivity.OPENBAAR
    own_text: Flag = False
    applies_when: Condition | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None
    earlier: Earlier = ()
    deadlines: tuple[Deadline, ...] = ()
    card: Name | None = None
    number: str = ""

    @model_validator(mode="before")
    @classmethod
    def _fill_in(cls, given: Any) -> Any:
        """Fill in what follows: who knows can change it, and is asked its own text."""
        if not isinstance(given, dict):
            return given
        follows = {"changes": given.get("who"), "ask": given.get("text")}
        return {**{k: v for k, v in follows.items() if v is not None}, **given}

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "Question":  # noqa: C901 — one check a kind
        if self.deadlines and not isinstance(self.answer, DateKind):
            raise ValueError("een termijn (deadlines) loopt alleen vanaf een datum")
        if any(
            denial.denies.question == self.id
            for each in self.deadlines
            for denial in each.denials
        ):
            raise ValueError(
                "een termijn ontkent een andere vraag dan die naar de dag (denies)"
            )
        if self.is_judgement:
            if self.in_order not in ("ja", NO_JUDGEMENT):
                raise ValueError("bij een eigen oordeel hoort geen in_order")
            if self.if_yes or self.if_no:
                raise ValueError(
                    "een eigen oordeel vertelt niemand na: geen if_yes, if_no"
                )
            return self
        expected = _EXPECTED[self.answer.kind]
        order = self.in_order
        sort = "opties" if isinstance(order, tuple) else "ja_of_nee"
        sort = "grens" if isinstance(order, AnswerLimit) else sort
        if order != NO_JUDGEMENT and sort != expected:
            raise ValueError(_WANTED[expected])
        if isinstance(order, tuple) and isinstance(self.answer, ChoiceKind | TicksKind):
            known = {option.id for option in self.answer.options}
            for name in order:
                if name not in known:
                    raise ValueError(
                        f"in_order noemt '{name}', en die optie is er niet"
                    )
            if known == set(order):
                raise ValueError(
                    "in_order noemt alle opties: dan valt er niets te oordelen, "
                    "en hoort hier geen"
                )
        self._tells_a_value()
        if self.ask_if_unmet and not self.judges:
            raise ValueError("ask_if_unmet hoort bij een antwoord dat te beoordelen is")
        if self.judges and self.is_yes_no and not (self.if_yes and self.if_no):
            raise ValueError("zeg met if_yes en if_no wat elk antwoord betekent")
        return self

    def _tells_a_value(self) -> None:
        """Refuse a fact of what has no value, or in which the value has no place."""
        if isinstance(self.answer, TicksKind) and VALUE not in (self.if_yes or VALUE):
            raise ValueError(f"bij ticks hoort in if_yes {VALUE}: daar komen de opties")
        if self.fact is None and self.fact_one is None:
            return
        has_value = isinstance(self.answer, NumberKind | AmountKind | DateKind)
        if not has_value:
            raise ValueError("fact hoort alleen bij een getal, een bedrag of een datum")
        if VALUE not in (self.fact or ""):
            raise ValueError(f"in fact hoort {VALUE}: daar komt het antwoord")
        if isinstance(self.answer, NumberKind) and self.fact_one is None:
            raise ValueError("zeg met fact_one hoe het er bij één staat")

    @cached_property
    def refs(self) -> tuple[str, ...]:
        """Give the numbers of the old questions that it comes from, each once."""
        options = getattr(self.answer, "options", ())
        became = [*self.earlier, *(one for option in options for one in option.earlier)]
        return tuple(dict.fromkeys(name for one in became for name in one.refs))

    @property
    def asks(self) -> Mapping[str, str]:
        """Give all the words in which it is put to who knows, by their key."""
        keys = ("ask", "ask_if_open", "ask_if_unmet")
        return {key: text for key in keys if (text := getattr(self, key))}

    @property
    def inferred_from(self) -> tuple[str, ...]:
        """Give the numbers that only show something of it, and became other questions."""
        known = (name for one in self.earlier for name in one.known)
        own = {n for one in self.earlier for n in (one.ref, *(one.when or {}))}
        return tuple(dict.fromkeys(name for name in known if name not in own))

    @property
    def alone(self) -> str:
        """Give its words for where the row that it hangs on may not stand."""
        text = self.text.removeprefix(self.opening or "")
        return f"{text[:1].upper()}{text[1:]}"

    @property
    def opening(self) -> str | None:
        """Give the ‘Zo ja: ’ or ‘Zo nee: ’ that it begins with."""
        return next((each for each in OPENINGS if self.text.startswith(each)), None)

    @property
    def judges(self) -> bool:
        """Whether an answer can be in order or not."""
        return self.in_order != NO_JUDGEMENT and not self.is_judgement

    @property
    def is_yes_no(self) -> bool:
        """Whether it is answered with ja or nee."""
        return isinstance(self.answer, YesNoKind | WeighingKind)

    @property
    def is_judgement(self) -> bool:
        """Whether it is the user’s own opinion, which counts nowhere."""
        return isinstance(self.answer, WeighingKind)


_EXPECTED = {
    "yes_no": "ja_of_nee",
    "choice": "opties",
    "ticks": "opties",
    "number": "grens",
    "amount": "grens",
    "date": "geen",
}
_WANTED = {
    "ja_of_nee": "in_order is hier ja, nee of geen",
    "opties": "zet bij in_order de opties die in orde zijn, of geen",
    "grens": "zet bij in_order een grens met at_most of at_least, of geen",
    "geen": "hier hoort in_order: geen",
}


class Screen(Content):
    """What is asked on one page: one question, or a card with up to six rows."""

    id: Name
    chapter: ChapterName
    title: Prose
    intro: Prose | None = None
    rows: Annotated[tuple[Question, ...], Field(min_length=1, max_length=MOST_ROWS)]

    @property
    def is_card(self) -> bool:
        """Whether it is a card, and no question on its own."""
        return self.rows[0].card is not None

    @property
    def has_facts(self) -> bool:
        """Whether it is a card that mostly asks whether something is so."""
        yes_no = sum(row.is_yes_no for row in self.rows)
        return self.is_card and 2 * yes_no > len(self.rows)
