"""What the pages of the signpost show, as plain frozen data."""

from dataclasses import dataclass
from typing import ClassVar

from wtforms import Form

from wizard.screens.parts import Fault, Label, Link, Sentence, SourceNote


@dataclass(frozen=True)
class Group:
    """Options that stand under one heading."""

    title: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class SignpostQuestionScreen:
    """One question of the signpost; a long list of options is shown in groups."""

    template: ClassVar[str] = "screens/wegwijzer_vraag.html"
    title: str
    heading: str
    about: str
    intro: tuple[str, ...]
    help: str
    groups: tuple[Group, ...]
    form: Form
    faults: tuple[Fault, ...]
    back: Link


@dataclass(frozen=True)
class Given:
    """One answer on the signpost, and where to change it."""

    question: str
    answer: str
    change: Link


@dataclass(frozen=True)
class Start:
    """The way into a decision that we have, and what goes along."""

    decision: str
    text: str
    along: tuple[str, ...]
    goes_on: Link | None


@dataclass(frozen=True)
class Option:
    """One instrument that may fit."""

    id: str
    title: str
    state: Label
    what: str
    deciders: tuple[str, ...]
    council: Sentence
    ground: Sentence
    lighter: Sentence | None
    start: Start | None


@dataclass(frozen=True)
class Step:
    """One step from light to heavy, with what stands on it."""

    id: str
    title: str
    intro: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class SignpostScreen:
    """What may fit, from light to heavy, and what the council cannot do."""

    template: ClassVar[str] = "screens/wegwijzer.html"
    title: str
    intro: str
    given: tuple[Given, ...]
    order: Sentence
    open: bool
    steps: tuple[Step, ...]
    limits: tuple[Sentence, ...]
    thumb_rules: tuple[Sentence, ...]
    checked: str
    sources: tuple[SourceNote, ...]
