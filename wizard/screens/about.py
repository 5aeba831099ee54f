"""What the pages about this site show, as plain frozen data."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Link, SourceNote


@dataclass(frozen=True)
class MethodDecision:
    """One decision as the page about the method tells it."""

    title: str
    questions: int
    screens: int
    demands: int
    checked: str
    outcomes: tuple[str, ...]


@dataclass(frozen=True)
class MethodScreen:
    """How an outcome comes about."""

    template: ClassVar[str] = "screens/werkwijze.html"
    title: str
    decisions: tuple[MethodDecision, ...]


@dataclass(frozen=True)
class MakersScreen:
    """Who makes this, and with what money."""

    template: ClassVar[str] = "screens/makers.html"
    title: str


@dataclass(frozen=True)
class PrivacyScreen:
    """What is kept, for how long, and what is not."""

    template: ClassVar[str] = "screens/privacy.html"
    title: str
    days: int


@dataclass(frozen=True)
class AccessibilityScreen:
    """For whom it works, and what was tested."""

    template: ClassVar[str] = "screens/toegankelijkheid.html"
    title: str
    version: str
    made: str


@dataclass(frozen=True)
class SourceGroup:
    """The sources of one kind."""

    id: str
    title: str
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True)
class SourceScreen:
    """One source: its parts that we use, and the decisions that rest on it."""

    template: ClassVar[str] = "screens/bron.html"
    title: str
    parts: tuple[SourceNote, ...]
    rests: tuple[Link, ...]


@dataclass(frozen=True)
class SourcesScreen:
    """Every source, with the date on which it was last read."""

    template: ClassVar[str] = "screens/bronnen.html"
    title: str
    counted: str
    old: str
    groups: tuple[SourceGroup, ...]
