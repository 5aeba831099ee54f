"""A demand: what the measure must meet or what weighs, on what ground, and from when.

Demands are what is told, counted, repaired and proved; the outcome follows from them.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from rules.content.briefing import Statement
from rules.grammar.condition import Condition
from rules.grammar.content_model import Content, Date, Name, Prose, Worded
from rules.grammar.references import BodyName, PhaseName, QuestionName, SourceId


class Basis(Worded):
    """Who makes the demand; `LEZING` is our own reading of the law."""

    WET = "wet", "uit de wet"
    RECHTSPRAAK = "rechtspraak", "uit rechtspraak"
    TOEZICHTHOUDER = "toezichthouder", "van de toezichthouder"
    LEZING = "lezing", "onze lezing"
    GOED_BESTUUR = "goed_bestuur", "goed bestuur"


class Effect(StrEnum):
    """Whether a demand that is not met decides the outcome, or weighs beside it."""

    BESLIST = "beslist"
    WEEGT = "weegt"


class DemandWeight(Worded):
    """How heavy a demand that weighs does so, the lightest first."""

    LICHT = "licht", "weegt licht"
    GEWOON = "gewoon", "weegt mee"
    ZWAAR = "zwaar", "weegt zwaar"
    ZEER_ZWAAR = "zeer_zwaar", "weegt zeer zwaar"


class Standing(StrEnum):
    """How a demand stands; `STRAKS` is not due yet, and no yes."""

    VOLDAAN = "voldaan"
    NIET_VOLDAAN = "niet_voldaan"
    ONBEKEND = "onbekend"
    STRAKS = "straks"
    NVT = "nvt"


MAY_DECIDE = frozenset({Basis.WET, Basis.RECHTSPRAAK})


class Repair(Content):
    """What a body can do about it, as an action, and as a paper of the council asks it.

    `text` is a sentence: “Laat een einddatum in het besluit opnemen.” `request` goes on
    after “verzoekt de burgemeester”: “een einddatum in het besluit op te nemen”.
    `mends` are the questions whose nee it mends, where it does not mend them all.
    """

    who: BodyName
    mends: tuple[QuestionName, ...] = ()
    text: Prose
    request: Prose

    def is_for(self, questions: Iterable[str]) -> bool:
        """Tell whether it mends one of these questions."""
        return not self.mends or not set(self.mends).isdisjoint(questions)


class From(Content):
    """From a day on the demand has another ground and effect."""

    day: Date
    basis: Basis
    effect: Effect = Effect.WEEGT


class Demand(Content):
    """A named condition with its ground.

    It is met where `when` holds. Where `not_met` is given it is not met only where that
    holds; in between it stays unknown, whatever is answered. Where `applies_when` does
    not hold it does not count. `due` is the phase from which it counts.

    `short` names it in a title: “een einddatum”. `why` completes “Dit telt, want …”.
    `reading` tells how others read the law, `rests_on_reading` that counting it at all is
    a reading. `exceptions` are later leden that belong beside it.
    """

    id: Name
    title: Prose
    short: Prose | None = None
    basis: Basis
    also: Basis | None = None
    effect: Effect = Effect.WEEGT
    weight: DemandWeight = DemandWeight.GEWOON
    due: PhaseName | None = None
    when: Condition
    not_met: Condition | None = None
    applies_when: Condition | None = None
    sources: tuple[SourceId, ...] = ()
    why: Prose
    ask: Prose | None = None
    to: BodyName | None = None
    repair: tuple[Repair, ...] = ()
    reading: Prose | None = None
    rests_on_reading: Prose | None = None
    exceptions: tuple[Statement, ...] = ()
    duiding: str | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None
    from_: Annotated[tuple[From, ...], Field(alias="from")] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> "Demand":
        for basis, effect in [
            (self.basis, self.effect),
            *((one.basis, one.effect) for one in self.from_),
        ]:
            # A reading or good practice that decided would make our policy the law.
            if effect is Effect.BESLIST and basis not in MAY_DECIDE:
                raise ValueError(
                    f"basis '{basis}' kan niet beslissen: "
                    "dat doen alleen wet en rechtspraak"
                )
        # What was written, and not what it would be without: the default is no weight.
        if self.decides and "weight" in self.model_fields_set:
            raise ValueError("weight hoort alleen bij een eis die weegt")
        if self.can_decide:
            who = "een eis die beslist" if self.decides else "een eis die ooit beslist"
            if not self.repair:
                raise ValueError(f"{who}, heeft repair nodig")
            if self.short is None:
                raise ValueError(f"{who}, heeft short nodig voor de kop")
        if self.basis in MAY_DECIDE and not self.sources:
            raise ValueError(f"basis '{self.basis}' heeft sources nodig")
        return self

    @model_validator(mode="after")
    def _tells_its_reading(self) -> "Demand":
        if self.basis is Basis.LEZING and self.reading is None:
            raise ValueError(
                "basis 'lezing' heeft reading nodig: hoe lezen anderen het?"
            )
        if self.decides and self.also is Basis.LEZING and self.rests_on_reading is None:
            raise ValueError(
                "een eis die beslist en ook op een lezing rust, heeft rests_on_reading "
                "nodig: van wie is die lezing?"
            )
        return self

    @property
    def readings(self) -> tuple[str, ...]:
        """How else the law is read: that it counts at all first, then what it asks."""
        return tuple(filter(None, (self.rests_on_reading, self.reading)))

    @property
    def decides(self) -> bool:
        """Whether not being met decides the outcome."""
        return self.effect is Effect.BESLIST

    @property
    def can_decide(self) -> bool:
        """Whether not being met decides the outcome, now or from some day on."""
        return self.decides or any(one.effect is Effect.BESLIST for one in self.from_)
