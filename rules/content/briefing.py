"""What a memo tells beside the test: arguments, roles, questions to put, corrections."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from rules.content.research import EntryId
from rules.grammar.condition import Condition
from rules.grammar.content_model import Content, Name, Prose
from rules.grammar.references import BodyName, QuestionName, SourceId

Sources = Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Statement(Content):
    """One sentence or two, with their sources."""

    text: Prose
    sources: Sources


class Cited(Statement):
    """A statement that may say what studies saw; `evidence` cites the register."""

    evidence: tuple[EntryId, ...] = ()


class Argument(Cited):
    """A point for or against the measure in general.

    `short` is the same point in a few words, for where there is room for one line.
    """

    id: Name
    short: Prose | None = None


class Arguments(Content):
    """Points for and against: equally many.

    `about` is what they are for and against, where that is something else than what the
    demands are of: more money, a levy. Then no answer speaks for or against it.
    """

    about: Prose | None = None
    for_: Annotated[tuple[Argument, ...], Field(alias="for", min_length=1)]
    against: Annotated[tuple[Argument, ...], Field(min_length=1)]


class Role(Content):
    """What one body can decide here, and what it cannot."""

    body: BodyName
    can: tuple[Statement, ...]
    cannot: tuple[Statement, ...]


class TabSubject(StrEnum):
    """A page of the result that asks where there is little to tell."""

    GELD = "geld"
    PRIVACY = "privacy"


class BodyQuestion(Content):
    """A ready question to put to a body; `about` names the facts that it asks for.

    `tab` is the page that also asks it, where a decision has nothing to reckon there.
    """

    id: Name
    to: BodyName
    text: Prose
    about: tuple[QuestionName, ...]
    tab: TabSubject | None = None


class Correction(Content):
    """What is often heard, and what holds instead."""

    id: Name
    heard: Prose
    instead: Prose
    sources: Sources


class Fact(Cited):
    """A figure worth knowing; its text carries the year."""

    id: Name


class TextSection(StrEnum):
    """The parts of a paper that take paragraphs of the decision.

    What begins with `kort` is one sentence, for the page and the memo of one page.
    """

    DECIDES = "kort_beslist"
    COUNCIL = "kort_raad"
    MONEY = "kort_geld"
    PRIVACY_IN_SHORT = "kort_privacy"

    KOSTEN = "kosten"
    PRIVACY = "privacy"
    AFWEGING = "afweging"
    ALTERNATIEVEN = "alternatieven"
    BRONNEN = "bronnen"


class Passage(Content):
    """A memo paragraph of one section; with `when`, only where that holds."""

    section: TextSection
    text: Prose
    sources: tuple[SourceId, ...] = ()
    when: Condition | None = None
