"""What a memo tells beside the test: arguments, roles, questions to put, corrections."""

from typing import Annotated

from pydantic import Field

from rules.grammar.condition import Condition
from rules.grammar.sources import SourceId
from rules.grammar.terms import Content, Name, Prose

Sources = Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Statement(Content):
    """One sentence or two, with their sources."""

    text: Prose
    sources: Sources


class Argument(Statement):
    """A point for or against the measure in general."""

    id: Name


class Arguments(Content):
    """Points for and against: equally many."""

    for_: Annotated[tuple[Argument, ...], Field(alias="for")]
    against: tuple[Argument, ...]


class Role(Content):
    """What one body can decide here, and what it cannot."""

    body: Name
    can: tuple[Statement, ...]
    cannot: tuple[Statement, ...]


class Instrument(Content):
    """What a tool of the council can bring about, and what it cannot."""

    id: Name
    title: Prose
    can: tuple[Statement, ...]
    cannot: tuple[Statement, ...]


class BodyQuestion(Content):
    """A ready question to put to a body; `about` names the facts that it asks for."""

    id: Name
    to: Name
    text: Prose
    about: tuple[str, ...]


class Correction(Content):
    """What is often heard, and what holds instead."""

    id: Name
    heard: Prose
    instead: Prose
    sources: Sources


class Fact(Statement):
    """A figure worth knowing; its text carries the year."""

    id: Name


class Passage(Content):
    """A memo paragraph of one section; with `when`, only where that holds."""

    section: Name
    text: Prose
    sources: tuple[SourceId, ...] = ()
    when: Condition | None = None
