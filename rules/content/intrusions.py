"""What a measure takes of privacy, and what answers that: the content, before any verdict.

This is about the measure. How careful we are with the answers themselves is another
matter: `Sensitivity` in `rules.content.questions`.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from rules.content.briefing import Sources, Statement
from rules.grammar.condition import Condition
from rules.grammar.content_model import Content, Date, Flag, Name, Prose
from rules.grammar.errors import in_dutch
from rules.grammar.references import BodyName, ChapterName, QuestionName, SafeguardName


class Aspect(StrEnum):
    """What an intrusion is about."""

    WIE = "wie"
    WAT = "wat"
    WAAR = "waar"
    HOE_LANG = "hoe_lang"


class PrivacyLaw(StrEnum):
    """The bodies of privacy law that can apply."""

    WPG = "wpg"
    AVG = "avg"
    DPIA = "dpia"
    AI = "ai_verordening"


class Regime(Content):
    """Which law applies in a situation, and who answers for it.

    `when` tells by the answers whether the situation occurs; without it, it always
    does. `unverified` says what of this was not read in the law itself.
    """

    id: Name
    law: PrivacyLaw
    situation: Prose
    text: Prose
    body: BodyName | None = None
    when: Condition | None = None
    verified: Flag
    unverified: Prose | None = None
    sources: Sources

    @model_validator(mode="after")
    def _says_what_is_unverified(self) -> "Regime":
        if self.verified is (self.unverified is not None):
            raise ValueError("zeg met unverified wat niet in de wet zelf is gelezen")
        return self


class Safeguard(Content):
    """What protects; it is in place when its question is answered in order."""

    id: Name
    title: Prose
    question: QuestionName
    sources: Sources


class Intrusion(Content):
    """One way in which the measure touches people, and what answers it.

    `when` tells whether it occurs; without it, it always does. It is answered when all
    of `answered_by` are in place; where that is empty, only leaving it out helps.
    `greater` and `smaller` are the two columns of the weighing; there is no score.
    """

    id: Name
    aspect: Aspect
    title: Prose
    text: Prose
    greater: Prose
    smaller: Prose
    when: Condition | None = None
    greater_when: Condition | None = None
    smaller_when: Condition | None = None
    answered_by: tuple[SafeguardName, ...] = ()
    sources: Sources


class Lighter(Content):
    """A lighter variant: possible while `when` holds, and the goal is still served.

    `keeps` says why it still serves the goal; `threshold` owns up to a limit in `when`
    that is the makers’ own.
    """

    id: Name
    title: Prose
    text: Prose
    keeps: Prose
    when: Condition
    threshold: Prose | None = None
    ask: Prose
    to: BodyName
    sources: Sources


class Duty(Content):
    """From which day a rule binds; the one place where such a day stands.

    `questions` are those that only bind from that day: their help names it.
    """

    id: Name
    since: Annotated[Date, Field(alias="from")]
    text: Prose
    questions: tuple[QuestionName, ...] = ()
    sources: Sources

    @property
    def day(self) -> str:
        """Say the day as a reader does: 2 december 2027."""
        return in_dutch(self.since)

    def binds(self, day: date) -> bool:
        """Tell whether it binds on a day."""
        return self.since <= day


class Guide(Content):
    """What to look at with a judgement of one’s own, and what judges looked at."""

    id: Name
    question: QuestionName
    points: Annotated[tuple[Statement, ...], Field(min_length=1)]
    rulings: tuple[Statement, ...] = ()


class Gap(Content):
    """What was looked for in the law and not found."""

    id: Name
    text: Prose


class Privacy(Content):
    """All that one decision says of privacy, or one of the files that say it.

    `chapters` are the chapters of questions that go deeper and may be skipped.
    """

    regimes: tuple[Regime, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    intrusions: tuple[Intrusion, ...] = ()
    lighter: tuple[Lighter, ...] = ()
    duties: tuple[Duty, ...] = ()
    guides: tuple[Guide, ...] = ()
    gaps: tuple[Gap, ...] = ()
    chapters: tuple[ChapterName, ...] = ()

    @cached_property
    def safeguard_by_id(self) -> Mapping[str, Safeguard]:
        """Find a safeguard by id."""
        return {safeguard.id: safeguard for safeguard in self.safeguards}
