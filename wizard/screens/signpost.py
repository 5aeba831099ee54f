"""What the start page and the signpost show, as plain frozen data."""

from dataclasses import dataclass
from typing import ClassVar

from reports.signpost_paper import Row
from wizard.screens.parts import Bar, Link, Sentence, SourceNote


@dataclass(frozen=True)
class Suggestion:
    """Something that can be found: where it leads, its group, and its words.

    `state` says how the law stands, where that is not plain.
    """

    link: Link
    about: str
    state: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class DecisionLine:
    """One decision, with its question and how many screens it asks at most."""

    link: Link
    question: str
    size: str


@dataclass(frozen=True)
class Choices:
    """What belongs together, under one heading; `id` is where it stands."""

    id: str
    title: str
    links: tuple[Link, ...]
    decisions: tuple[DecisionLine, ...] = ()


@dataclass(frozen=True)
class DecisionGroup:
    """The decisions of one group."""

    title: str
    decisions: tuple[DecisionLine, ...]


@dataclass(frozen=True)
class StartScreen:
    """The first page: one search field, topics to begin with, and all the ways in."""

    template: ClassVar[str] = "screens/start.html"
    title: str
    begin_with: tuple[Link, ...]
    groups: tuple[Link, ...]
    begun: tuple[Link, ...]
    decisions: tuple[DecisionGroup, ...]
    suggestions: tuple[Suggestion, ...]
    bar: Bar | None


@dataclass(frozen=True)
class FoundScreen:
    """What was found for a word; nothing of the word itself.

    `refer` is told first, where what was typed seems to be about a person.
    """

    template: ClassVar[str] = "screens/zoeken.html"
    title: str
    hits: tuple[Suggestion, ...]
    refer: tuple[str, ...]
    groups: tuple[Link, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True)
class TopicsScreen:
    """All problems by group, or all instruments that people ask for by name."""

    template: ClassVar[str] = "screens/onderwerpen.html"
    title: str
    intro: str
    choices: tuple[Choices, ...]
    other: Link


@dataclass(frozen=True)
class Enter:
    """The way into a decision; `about` says how much it asks."""

    link: Link
    about: str = ""


@dataclass(frozen=True)
class MeansView:
    """An instrument, with its sources that are no law and the way into its decision."""

    id: str
    row: Row
    others: tuple[Link, ...]
    enter: Enter | None


@dataclass(frozen=True)
class Ask:
    """One question to put, and to whom."""

    text: str
    to: str


@dataclass(frozen=True)
class Narrow:
    """A question that only orders; `answer` is what was answered, if anything."""

    id: str
    text: str
    answer: str


@dataclass(frozen=True)
class State:
    """How the law stands: a few words, and the whole of it."""

    label: str
    told: Sentence


@dataclass(frozen=True)
class ProblemScreen:
    """What may be done about a problem, from light to heavy; the page asks nothing first."""

    template: ClassVar[str] = "screens/wegwijzer.html"
    title: str
    group: Link
    lead: str
    means: tuple[MeansView, ...]
    not_council: str
    limits: tuple[Sentence, ...]
    state: State | None
    mind: Sentence | None
    questions: tuple[Ask, ...]
    copied: str
    paper: Link
    text: Link
    narrowing: tuple[Narrow, ...]
    refer: tuple[str, ...]
    order: Sentence
    weights: tuple[tuple[str, str], ...]
    thumb_rules: tuple[Sentence, ...]
    checked: str
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True)
class MeansScreen:
    """The card of one instrument, and for which problems it may fit."""

    template: ClassVar[str] = "screens/middel.html"
    title: str
    means: MeansView
    where: tuple[Link, ...]
    order: str
    checked: str
    back: Link
