"""What studies saw of a measure: per outcome one entry, with how sure that is.

The Dutch keys are those of the researchers’ file, so that the two can be laid side by
side; the code speaks English. How sure an entry is follows from its design and its
steps, after the four levels of GRADE; nobody chooses it (ADR 0025).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Annotated, NamedTuple, Self

from pydantic import Discriminator, Field, Tag

from rules.grammar.content_model import Content, Name, Prose, Whole, Worded
from rules.grammar.references import SourceId

EntryId = Annotated[
    str, Field(pattern=r"^[a-z0-9_]+(-[a-z0-9_]+)*$", strict=True, max_length=80)
]
Phrases = Annotated[tuple[Prose, ...], Field(min_length=1)]


class MeasuredOutcome(Worded):
    """What was measured; `ANDERS` names its own subject."""

    OVERLAST = "overlast", "Overlast"
    GEWELD = "geweld", "Geweld"
    VERMOGEN = "vermogen", "Diefstal en inbraak"
    GEVOEL = "gevoel", "Gevoel van veiligheid"
    OPSPORING = "opsporing", "Misdrijven opgespoord"
    CONFLICT = "conflict opgelost", "Ruzie opgelost"
    RECIDIVE = "recidive", "Opnieuw een misdrijf (recidive)"
    ANDERS = "anders", "Iets anders"


class Direction(Worded):
    """Which way the outcome itself went; never whether that is good or bad."""

    LESS = "daalt", "minder"
    MORE = "stijgt", "meer"
    NO_DIFFERENCE = "geen verschil", "geen verschil gezien"
    MIXED = "gemengd", "wisselend"
    UNCLEAR = "onduidelijk", "niet te zeggen"
    NOT_STUDIED = "niet onderzocht", "niet onderzocht"
    NOT_FOUND = "niet gevonden", "niet gevonden"

    @property
    def is_answer(self) -> bool:
        """Whether the study answers the question at all."""
        return self not in (self.UNCLEAR, self.NOT_STUDIED, self.NOT_FOUND)

    @property
    def is_graded(self) -> bool:
        """Whether there is something to be more or less sure of."""
        return self not in (self.NOT_STUDIED, self.NOT_FOUND)


class Certainty(Worded):
    """How sure it is, from the surest down, in the words that the glossary explains."""

    HIGH = "hoog", "zeker"
    FAIR = "redelijk", "redelijk zeker"
    LOW = "laag", "onzeker"
    VERY_LOW = "zeer laag", "heel onzeker"

    @property
    def level(self) -> int:
        """Count down from the surest, which is 0."""
        return tuple(Certainty).index(self)

    def lowered(self, steps: int) -> "Certainty":
        """Go down this many steps, and no further than the lowest."""
        levels = tuple(Certainty)
        return levels[min(self.level + steps, len(levels) - 1)]


class Design(StrEnum):
    """How a study was made, in words, with the certainty that it starts from."""

    dutch: str
    start: Certainty

    def __new__(cls, value: str, dutch: str, start: Certainty) -> Self:
        """Keep its words, and its certainty before any step down."""
        member = str.__new__(cls, value)
        member._value_, member.dutch, member.start = value, dutch, start
        return member

    REVIEW = "overzichtsstudie", "overzicht van studies", Certainty.HIGH
    TRIAL = "gerandomiseerd", "experiment met loting", Certainty.HIGH
    COMPARED = "vergelijking", "vergelijking, zonder loting", Certainty.FAIR
    BEFORE_AFTER = "voor-na", "meting voor en na", Certainty.LOW
    CASES = "casus", "beschrijving van gevallen", Certainty.VERY_LOW
    OPINION = "mening", "oordeel van betrokkenen", Certainty.VERY_LOW


class DoubtStep(StrEnum):
    """A reason to be one step less sure."""

    ELSEWHERE = "andere plek"
    OTHER_MEANS = "ander middel"
    LITTLE = "weinig"
    WEAK = "zwak onderzoek"
    VARYING = "wisselend"
    INTEREST = "belang"
    SECOND_HAND = "via een ander"


class Fit(StrEnum):
    """How near what was studied is to the measure itself."""

    SAME = "zelfde"
    SIMILAR = "lijkt erop"
    OTHER = "ander middel"
    REVERSE = "omgekeerd"

    @property
    def counts(self) -> bool:
        """Whether the study speaks of the measure; the rest only stands beside it."""
        return self in (self.SAME, self.SIMILAR)


class ReadExtent(StrEnum):
    """How much of the study was read."""

    WHOLE = "heel"
    PART = "deels"
    SUMMARY = "samenvatting"
    FRAGMENT = "fragment"


class Grading(Content):
    """Why an entry is as sure as it is; `verdict` must be what the steps give."""

    verdict: Annotated[Certainty | None, Field(alias="oordeel")] = None
    steps: Annotated[tuple[DoubtStep, ...], Field(alias="stappen")] = ()
    because: Annotated[Prose, Field(alias="waarom")]


class Search(Content):
    """What was searched for and not found, and what may still be read."""

    query: Annotated[Prose, Field(alias="gezocht")]
    trail: Annotated[Prose | None, Field(alias="spoor")] = None


def _kind_of_source(value: object) -> str:
    return "gezocht" if isinstance(value, dict | Search) else "bron"


class EvidenceEntry(Content):
    """One outcome of one study of a measure, or that nothing was found.

    `looked_at`: what was studied, where that is not the measure itself; `in_short`: the
    same in a few words, after ‘bekeken:’, for a page with room for one line. `size` and the
    other texts hold a percentage only where the study was read whole or its words are
    quoted. Of what was not found, `source` is the search.
    """

    id: EntryId
    measure: Annotated[Name, Field(alias="maatregel")]
    outcome: Annotated[MeasuredOutcome, Field(alias="uitkomst")]
    subject: Annotated[Prose | None, Field(alias="onderwerp")] = None
    fit: Annotated[Fit | None, Field(alias="past")] = None
    looked_at: Annotated[Prose | None, Field(alias="bekeken")] = None
    in_short: Annotated[
        Annotated[str, Field(max_length=45)] | None, Field(alias="bekeken_kort")
    ] = None
    measured: Annotated[Prose, Field(alias="gemeten")]
    direction: Annotated[Direction, Field(alias="richting")]
    design: Annotated[Design | None, Field(alias="opzet")] = None
    country: Annotated[Prose | None, Field(alias="land")] = None
    year: Annotated[Whole | None, Field(alias="jaar")] = None
    number: Annotated[Prose | None, Field(alias="aantal")] = None
    size: Annotated[Prose | None, Field(alias="omvang")] = None
    mechanism: Annotated[Prose | None, Field(alias="mechanisme")] = None
    displacement: Annotated[Prose | None, Field(alias="verplaatsing")] = None
    works_when: Annotated[Phrases | None, Field(alias="werkt_als")] = None
    fails_when: Annotated[Phrases | None, Field(alias="werkt_niet_als")] = None
    delivery: Annotated[Prose | None, Field(alias="uitvoering")] = None
    costs: Annotated[Prose | None, Field(alias="kosten")] = None
    read: Annotated[ReadExtent | None, Field(alias="gelezen")] = None
    grading: Annotated[Grading | None, Field(alias="zekerheid")] = None
    source: Annotated[
        Annotated[SourceId, Tag("bron")] | Annotated[Search, Tag("gezocht")],
        Field(alias="bron"),
        Discriminator(_kind_of_source),
    ]

    @property
    def briefly(self) -> str | None:
        """Say what was looked at in the fewest words; None where that is the measure."""
        return self.in_short or self.looked_at

    @property
    def topic(self) -> "Topic":
        """What it is about: the row of the table that it belongs to."""
        return Topic(self.outcome, self.subject)

    @property
    def certainty(self) -> Certainty | None:
        """Count how sure it is; None where there is nothing to be sure of.

        What was not read whole is at most fairly sure.
        """
        if not self.direction.is_graded or self.design is None or self.grading is None:
            return None
        found = self.design.start.lowered(len(self.grading.steps))
        if self.read is ReadExtent.WHOLE:
            return found
        # Levels count down from the surest: the larger is the less sure.
        return max(found, Certainty.FAIR, key=lambda each: each.level)

    @property
    def counts(self) -> bool:
        """Whether it decides what is said of the measure."""
        return self.fit is not None and self.fit.counts and self.certainty is not None

    @property
    def cited(self) -> tuple[str, ...]:
        """Give its source; what was not found has none."""
        return (self.source,) if isinstance(self.source, str) else ()


class Topic(NamedTuple):
    """An outcome, with the subject of what is called otherwise."""

    outcome: MeasuredOutcome
    subject: str | None

    @property
    def name(self) -> str:
        """Give the word by which a measure lists it."""
        return self.subject or self.outcome.value

    @property
    def place(self) -> int:
        """Give its place in the order of reading."""
        return tuple(MeasuredOutcome).index(self.outcome)

    @property
    def title(self) -> str:
        """Say it as a heading."""
        if self.subject is None:
            return self.outcome.dutch
        return f"{self.subject[0].upper()}{self.subject[1:]}"


class StudiedMeasure(Content):
    """A measure as research knows it; `outcomes` are the ones that matter for it.

    `not_about` are outcomes that it cannot have: of those nobody has to search, also where
    a decision names them.
    """

    id: Name
    title: Prose
    group: Prose
    outcomes: Annotated[tuple[Prose, ...], Field(min_length=1)]
    not_about: tuple[Prose, ...] = ()


class Withheld(Content):
    """Figures that go round and that we do not show.

    A text that names one of the `words` (or stands at such an id or source) has none of
    the `figures`, unless it also says one of `unless`.
    """

    id: Name
    words: Annotated[tuple[Prose, ...], Field(min_length=1)]
    figures: Annotated[tuple[Prose, ...], Field(min_length=1)]
    unless: tuple[Prose, ...] = ()
    because: Prose


@dataclass(frozen=True)
class EvidenceRegister:
    """All that was found and not found, by measure."""

    measures: tuple[StudiedMeasure, ...] = ()
    entries: Mapping[str, EvidenceEntry] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Tell registers apart by their size: there is one."""
        return hash((len(self.measures), len(self.entries)))

    @cached_property
    def measure_by_id(self) -> Mapping[str, StudiedMeasure]:
        """Find a measure by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def cited(self) -> frozenset[str]:
        """Give the sources of all studies in it."""
        return frozenset(name for e in self.entries.values() for name in e.cited)

    @cached_property
    def topic_names(self) -> frozenset[str]:
        """Give the outcomes that somebody looked up, as measures list them."""
        return frozenset(entry.topic.name for entry in self.entries.values())

    def topics(self, measure: str) -> Mapping[Topic, tuple[EvidenceEntry, ...]]:
        """Give the entries of a measure by what they are about, in reading order."""
        found: dict[Topic, list[EvidenceEntry]] = {}
        for entry in self.entries.values():
            if entry.measure == measure:
                found.setdefault(entry.topic, []).append(entry)
        return {
            topic: tuple(found[topic])
            for topic in sorted(found, key=lambda each: (each.place, each.name))
        }
