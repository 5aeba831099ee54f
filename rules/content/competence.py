"""Who can be asked for what: the table of powers, and the rules of the check on a paper.

Both are content; here is their grammar. The words by which they are recognised are
phrases, see `rules/content/phrase_matching.py`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from string import Formatter
from typing import Annotated

from pydantic import BaseModel, Field, model_validator

from rules.content.briefing import Sources
from rules.content.council_speech import Speech
from rules.content.phrase_matching import Hit, Lexicon
from rules.content.verb_forms import KIND, forms_of, of_each_kind
from rules.grammar.condition import Condition
from rules.grammar.content_model import Content, Flag, Name, Prose, Whole
from rules.grammar.errors import did_you_mean
from rules.grammar.references import BodyName, DemandName
from rules.grammar.validation import Told

Words = tuple[Prose, ...]


class Form(StrEnum):
    """The paper by which the council does it."""

    MOTIE = "motie"
    AMENDEMENT = "amendement"
    VRAGEN = "vragen"


class FindingSeverity(StrEnum):
    """How heavy a finding weighs: only `BLOKKEERT` keeps a paper from being ready."""

    BLOKKEERT = "blokkeert"
    WAARSCHUWING = "waarschuwing"
    TIP = "tip"


class Route(Content):
    """One body that can be asked, in which form, with an example.

    For the council itself the form says how it acts: by no request at all.
    """

    body: BodyName
    form: Form
    example: Prose


class Ready(Content):
    """A request that lies ready, worded so that it fits the body it is put to.

    `about` are demands: once those are met, or a repair of one lies ready itself, it asks
    for nothing new. With `when` it lies ready only where that surely holds.
    """

    id: Name
    to: BodyName
    decisions: Annotated[tuple[Name, ...], Field(min_length=1)]
    text: Prose
    about: tuple[DemandName, ...] = ()
    when: Condition | None = None


class Subject(Content):
    """One power: what it is about, who has it, whom to ask, on what ground.

    `about` are the words by which it is known, `who` the bodies that may do it
    themselves. A `remark` is told also where a request is in order, `limits` where who
    has the power is asked to use it. What is `broad` only counts where nothing else is
    known. A `place` counts wherever it is named: what is done there is for who governs
    it. What is used `per_case` hits one person or home at a time, so that who counts it
    by neighbourhood may point at one.
    """

    id: Name
    title: Prose
    about: Annotated[Words, Field(min_length=1)]
    who: Annotated[tuple[BodyName, ...], Field(min_length=1)]
    remark: Prose | None = None
    limits: Prose | None = None
    broad: Flag = False
    place: Flag = False
    per_case: Flag = False
    routes: Annotated[tuple[Route, ...], Field(min_length=1)]
    sources: Sources
    ready: tuple[Ready, ...] = ()


class Forbidden(Content):
    """What the law does not allow: words, what takes them back, what to write instead.

    With `about` it only counts where those words occur too; with `most` (in days) it
    counts where a longer time is named. The words of `perhaps` may be it: then nobody can
    tell without looking. Where it `bans`, a ban is what the law does not allow, so that
    *te verbieden* behind it takes nothing back. Where it `tells`, to send it to anybody is
    what the law does not allow. Where the law itself `denies`, as in *geen hinder*, *geen*
    takes nothing back. A `reading` of the law stops nothing. `only` is the one paper that
    it counts in.
    """

    id: Name
    words: Annotated[Words, Field(min_length=1)]
    unless: Words = ()
    about: Words = ()
    perhaps: Words = ()
    bans: Flag = False
    tells: Flag = False
    denies: Flag = False
    reading: Flag = False
    most: Whole | None = None
    only: Form | None = None
    title: Prose
    instead: Prose
    sources: Sources

    @property
    def lists(self) -> Mapping[str, Words]:
        """Give its lists by name."""
        names = ("words", "unless", "about", "perhaps")
        return {name: getattr(self, name) for name in names}


class PaperRule(Content):
    """One rule of the check: how heavy, what is said, and what to write instead.

    `words` are what it looks for, `when` where it looks at all; what stands under
    `unless` is none of it, and a line with it needs no source. `texts` are what it can
    say of what it found.
    """

    id: Annotated[str, Field(pattern=r"^L\d{1,2}$")]
    severity: FindingSeverity
    title: Prose
    message: Prose
    instead: Prose
    words: Words = ()
    when: Words = ()
    unless: Words = ()
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
        # A hole that nothing fills would be printed as it stands, in a finding.
        if not found <= HOLES:
            raise ValueError(f"onbekende invulling: {', '.join(sorted(found - HOLES))}")
        return self


# What a finding can fill in; a rule that names another is refused at load.
HOLES = {"gevonden", "onderwerp", "orgaan", "voorbeeld", "uitleg", "via"}


@dataclass(frozen=True)
class Competence:
    """The table of powers, the rules of the check, and how a paper speaks."""

    subjects: tuple[Subject, ...] = ()
    rules: Mapping[str, PaperRule] = field(default_factory=dict)
    words: Speech | None = None

    @property
    def speech(self) -> Speech:
        """Give the words by which a paper is read; a law without them reads none."""
        assert self.words is not None
        return self.words

    @cached_property
    def ready(self) -> Mapping[str, Ready]:
        """Find a ready request by id."""
        return {ready.id: ready for subject in self.subjects for ready in subject.ready}

    def ready_for(self, decision: str) -> tuple[Ready, ...]:
        """Give the ready requests of a decision, in the order of the table."""
        return tuple(one for one in self.ready.values() if decision in one.decisions)

    @cached_property
    def by_id(self) -> Mapping[str, Subject]:
        """Find a power by id."""
        return {subject.id: subject for subject in self.subjects}

    def mentions(self, text: str) -> list[Hit]:
        """Give where each power is named, by id; a longer name goes before a shorter."""
        return self._powers.longest(text)

    def limits(self, text: str) -> dict[str, list[Hit]]:
        """Give where words of what is forbidden stand, by `item/list`."""
        found: dict[str, list[Hit]] = {}
        for hit in self._limits.find(text):
            found.setdefault(hit.name, []).append(hit)
        return found

    @cached_property
    def _limits(self) -> Lexicon:
        # All lists in one lexicon: a line is looked through once, however many rules.
        items = [one for rule in self.rules.values() for one in rule.forbidden]
        lists = (
            (f"{one.id}/{name}", words)
            for one in items
            for name, words in one.lists.items()
        )
        return Lexicon({name: self._in_each_form(words) for name, words in lists})

    @cached_property
    def _powers(self) -> Lexicon:
        return Lexicon(
            {subject.id: self._in_each_form(subject.about) for subject in self.subjects}
        )

    def _in_each_form(self, words: Words) -> Words:
        """Give a list with the other forms of the deeds that it names."""
        if self.words is None:
            return words
        found = (
            form
            for phrase in words
            for each in of_each_kind(phrase, self.words.kinds)
            for form in forms_of(each, self.words.strong)
        )
        return tuple(dict.fromkeys(found))


def unknown_kinds(kinds: Collection[str], item: BaseModel) -> Told:
    """Tell the kinds of words that a list names and that no register has."""
    lists = item.about if isinstance(item, Subject) else ()
    if isinstance(item, PaperRule):
        lists = tuple(
            w for one in item.forbidden for ws in one.lists.values() for w in ws
        )
    named = {name for word in lists for name in KIND.findall(word)}
    for name in sorted(named - set(kinds)):
        guess = did_you_mean(name, kinds)
        yield (), f"soort woorden '{name}' staat niet in handelingen.yaml.{guess}"
