"""Who can be asked for what: the table of subjects, and how a request is recognised.

The table and the rules of the check on a paper are content; here is their grammar. A
pattern is plain words: `*` stands for the rest of a word, `…` for a few words between.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path
from string import Formatter
from typing import Annotated

from pydantic import Field, model_validator

from rules.grammar.errors import ContentError, Fault, did_you_mean
from rules.grammar.reading import Reading, read_file
from rules.grammar.sources import SourceId
from rules.grammar.terms import Content, Flag, Name, Prose, Whole
from rules.grammar.validation import Model, validated

Words = tuple[Prose, ...]
Sources = Annotated[tuple[SourceId, ...], Field(min_length=1)]
Span = tuple[int, int]
GAP = r"\W+(?:\w+\W+){0,6}?"


class Form(StrEnum):
    """The paper by which the council does it."""

    MOTIE = "motie"
    AMENDEMENT = "amendement"
    VRAGEN = "vragen"


class Severity(StrEnum):
    """How heavy a finding weighs: only `BLOKKEERT` keeps a paper from being ready."""

    BLOKKEERT = "blokkeert"
    WAARSCHUWING = "waarschuwing"
    TIP = "tip"


class Route(Content):
    """One body that can be asked, with an example; `needs` are words it must have.

    For the council itself the form says how it acts: by no request at all.
    """

    body: Name
    form: Form
    example: Prose
    needs: Words = ()


class Ready(Content):
    """A request that lies ready, worded so that it fits the body it is put to."""

    id: Name
    to: Name
    decisions: Annotated[tuple[Name, ...], Field(min_length=1)]
    text: Prose
    money: Flag = False


class Subject(Content):
    """One row of the table: what it is about, whom to ask, on what ground.

    `about` are its nouns, `deeds` what is done to them. A deed belongs to the noun
    before it. Where a subject `leads`, it decides beside any other; where it is `aside`,
    a mere mention decides nothing.
    """

    id: Name
    title: Prose
    about: Annotated[Words, Field(min_length=1)]
    deeds: Words = ()
    leads: Flag = False
    aside: Flag = False
    routes: Annotated[tuple[Route, ...], Field(min_length=1)]
    sources: Sources
    ready: tuple[Ready, ...] = ()


class Forbidden(Content):
    """What the law does not allow: words, what takes them back, what to write instead.

    With `about` it only counts where those words occur too; with `most` (in days) it
    counts where a longer time is named.
    """

    id: Name
    words: Annotated[Words, Field(min_length=1)]
    unless: Words = ()
    about: Words = ()
    most: Whole | None = None
    title: Prose
    instead: Prose
    sources: Sources


class PaperRule(Content):
    """One rule of the check: how heavy, what is said, and what to write instead.

    `words` are what it looks for, `when` where it looks at all; `texts` are what it can
    say of what it found.
    """

    id: Annotated[str, Field(pattern=r"^L\d{1,2}$")]
    severity: Severity
    title: Prose
    message: Prose
    instead: Prose
    words: Words = ()
    when: Words = ()
    texts: Mapping[Name, Prose] = Field(default_factory=dict)
    forbidden: tuple[Forbidden, ...] = ()

    @model_validator(mode="after")
    def _has_known_holes(self) -> "PaperRule":
        found = {
            name
            for text in (self.message, self.instead)
            for _, name, _, _ in Formatter().parse(text)
            if name is not None
        }
        if not found <= HOLES:
            raise ValueError(f"onbekende invulling: {', '.join(sorted(found - HOLES))}")
        return self


HOLES = {"gevonden", "onderwerp", "orgaan", "voorbeeld", "uitleg"}


@dataclass(frozen=True, slots=True)
class Misdirected:
    """A request that went to the wrong body: its subject, and who can be asked."""

    subject: Subject
    bodies: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class Competence:
    """The table of subjects and the rules of the check, read and whole."""

    subjects: tuple[Subject, ...] = ()
    rules: Mapping[str, PaperRule] = field(default_factory=dict)

    @cached_property
    def ready(self) -> Mapping[str, Ready]:
        """Find a ready request by id."""
        return {ready.id: ready for subject in self.subjects for ready in subject.ready}

    def ready_for(self, decision: str) -> tuple[Ready, ...]:
        """Give the ready requests of a decision, in the order of the table."""
        return tuple(one for one in self.ready.values() if decision in one.decisions)

    def subjects_of(self, text: str) -> tuple[Subject, ...]:
        """Give what a request is about; certain where it says what is to be done."""
        nouns = self._nouns(text)
        strong = tuple(dict.fromkeys(self._strong(text, nouns)))
        leading = tuple(one for one in strong if one.leads)
        return leading[:1] or strong

    def mentioned(self, text: str) -> tuple[Subject, ...]:
        """Give the subjects that a text only mentions, in the order of the table."""
        found = {subject.id for _, subject in self._nouns(text)}
        return tuple(one for one in self.subjects if one.id in found)

    def misdirected(self, body: str, text: str) -> Misdirected | None:
        """Tell when this body is not the one to ask; nothing when it is."""
        certain = self.subjects_of(text)
        for subject in certain:
            if not _reaches(subject, body, text):
                return _misdirected(subject)
        mentioned = self.mentioned(text)
        telling = [subject for subject in mentioned if not subject.aside]
        if certain or not telling:
            return None
        if any(_reaches(subject, body, text) for subject in mentioned):
            return None
        return _misdirected(telling[0])

    def _nouns(self, text: str) -> list[tuple[Span, Subject]]:
        """Find the nouns; of two that overlap the longer one counts."""
        every = [
            (span, subject)
            for subject in self.subjects
            for span in spans_of(subject.about, text)
        ]
        every.sort(key=lambda one: (one[0][0] - one[0][1], one[0][0]))
        kept: list[tuple[Span, Subject]] = []
        for (start, end), subject in every:
            if all(
                end <= s or e <= start or (s, e) == (start, end) for (s, e), _ in kept
            ):
                kept.append(((start, end), subject))
        return kept

    def _strong(
        self, text: str, nouns: Sequence[tuple[Span, Subject]]
    ) -> Iterator[Subject]:
        for start in sorted(self._deeds(text)):
            able = self._deeds(text)[start]
            mine = [(span, one) for span, one in nouns if one.id in able]
            before = [(span, one) for span, one in mine if span[0] <= start]
            if before:
                last = max(span[1] for span, _ in before)
                yield from (one for span, one in before if span[1] == last)
            elif mine:
                yield min(mine, key=lambda one: one[0])[1]

    def _deeds(self, text: str) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for subject in self.subjects:
            for start, _ in spans_of(subject.deeds, text):
                found.setdefault(start, set()).add(subject.id)
        return found


def read_competence(
    root: Path, *, sources: Iterable[str], bodies: Iterable[str]
) -> Competence:
    """Read the table and the check from the registers, and check what they name.

    Raises:
        ContentError: with every fault that was found.
    """
    subjects = _items(root, "bevoegdheden", Subject)
    rules = _items(root, "papiercontrole", PaperRule)
    faults = [
        *_unknown(subjects, set(sources), set(bodies)),
        *_unknown(rules, set(sources), set(bodies)),
    ]
    if faults:
        raise ContentError(faults)
    return Competence(
        tuple(subject for subject, _, _ in subjects),
        {rule.id: rule for rule, _, _ in rules},
    )


def _items(
    root: Path, register: str, model: type[Model]
) -> list[tuple[Model, Reading, int]]:
    reading = read_file(root / "registers" / f"{register}.yaml", root)
    return [
        (validated(model, value, reading, (index,)), reading, index)
        for index, value in enumerate(reading.value)
    ]


def _unknown(
    items: Iterable[tuple[Subject | PaperRule, Reading, int]],
    sources: set[str],
    bodies: set[str],
) -> Iterator[Fault]:
    for item, reading, index in items:
        if isinstance(item, Subject):
            named_bodies = [route.body for route in item.routes]
            named_bodies += [ready.to for ready in item.ready]
            cited = list(item.sources)
        else:
            named_bodies = []
            cited = [source for one in item.forbidden for source in one.sources]
        for name in sorted({*named_bodies} - bodies):
            message = f"orgaan '{name}' staat niet in organen.yaml."
            yield reading.fault((index,), message + did_you_mean(name, bodies))
        for name in sorted({*cited} - sources):
            message = f"bron '{name}' staat niet in registers/bronnen."
            yield reading.fault((index,), message + did_you_mean(name, sources))


def _reaches(subject: Subject, body: str, text: str) -> bool:
    return any(
        route.body == body and (not route.needs or has_words(route.needs, text))
        for route in subject.routes
    )


def _misdirected(subject: Subject) -> Misdirected:
    bodies = dict.fromkeys(route.body for route in subject.routes)
    return Misdirected(subject, tuple(bodies), subject.routes[0].example)


def spans_of(patterns: Iterable[str], text: str) -> list[Span]:
    """Give where one of these patterns stands in a text.

    >>> spans_of(("camera*",), "Drie camera’s op het plein")
    [(5, 13)]
    """
    return [found.span() for one in patterns for found in _compiled(one).finditer(text)]


def has_words(patterns: Iterable[str], text: str) -> bool:
    """Tell whether one of these patterns occurs.

    >>> has_words(("draagt … op",), "draagt de burgemeester op om")
    True
    """
    return any(_compiled(one).search(text) for one in patterns)


def first_words(patterns: Iterable[str], text: str) -> str | None:
    """Give the words that were found first in order of the patterns, if any."""
    for one in patterns:
        found = _compiled(one).search(text)
        if found:
            return found[0]
    return None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = (_phrase(part.strip()) for part in pattern.split("…"))
    return re.compile(rf"(?i)(?<!\w){GAP.join(parts)}(?!\w)")


def _phrase(text: str) -> str:
    words = (
        re.escape(word).replace(r"\*", r"(?:\w|['’-](?=\w))*") for word in text.split()
    )
    return r"\s+".join(words)
