"""The signpost as content: problems, and the instruments that may fit them.

An instrument is written once and shown at many problems, with one weight. What the
council cannot do is written once too.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from rules.content.briefing import Sources, Statement
from rules.grammar.answers import YesNoKind
from rules.grammar.condition import Condition
from rules.grammar.content_model import Content, Date, Flag, Name, Prose
from rules.grammar.references import BodyName, Ref, SourceId

MeansName = Annotated[Name, Ref("middel")]
ProblemName = Annotated[Name, Ref("probleem")]
BoundaryName = Annotated[Name, Ref("grens")]
GroupName = Annotated[Name, Ref("groep")]
DecisionName = Annotated[Name, Ref("besluit")]
Words = tuple[Prose, ...]

TONIGHT, MOST_NARROWING = 3, 3
PREFIX = "probleem:"  # before the one word that a dossier keeps of where it came from


class InstrumentWeight(StrEnum):
    """How much an instrument takes of people: the only order there is."""

    LICHT = "licht"
    MIDDEL = "middel"
    ZWAAR = "zwaar"


class LawMark(StrEnum):
    """How the law stands here, where that is not plain."""

    NIEUW = "nieuw"
    NOG_GEEN_WET = "nog_geen_wet"
    NIET_NAGEGAAN = "niet_nagegaan"


class LawState(Statement):
    """How the law stands; what is new says since when."""

    mark: LawMark
    since: Date | None = None

    @model_validator(mode="after")
    def _says_since_when(self) -> "LawState":
        if (self.mark is LawMark.NIEUW) is (self.since is None):
            raise ValueError("since hoort bij wat nieuw is, en nergens anders")
        return self


class Means(Content):
    """An instrument: what it is, who decides, and on what ground.

    `bodies` are the words beside its title, and `who` says the same in a sentence.
    `ground` is what gives the power; `sources` carry the rest of what is said.
    `reading` is ours and never stands as law. `wanted` is how somebody who wants this
    very instrument names it, and `words` are what they search for. `decision` judges it,
    where we have one.
    """

    id: Name
    weight: InstrumentWeight
    title: Prose
    what: Prose
    bodies: Annotated[tuple[BodyName, ...], Field(min_length=1)]
    who: Prose
    ground: Sources
    can: Prose
    cannot: Prose | None = None
    mind: Prose | None = None
    reading: Prose | None = None
    sources: tuple[SourceId, ...] = ()
    decision: DecisionName | None = None
    wanted: Prose | None = None
    words: Words = ()


class Fitting(Content):
    """An instrument at one problem: what to say of it here, and when it comes first."""

    means: MeansName
    note: Prose | None = None
    sources: tuple[SourceId, ...] = ()
    first_when: Condition | None = None


class SignpostTonight(Content):
    """One question to put to a body."""

    to: BodyName
    text: Prose


class Narrowing(Content):
    """A question after the result: nobody needs to answer it, and it only orders."""

    id: Name
    text: Prose

    @property
    def answer(self) -> YesNoKind:
        """Every one is answered with ja or nee."""
        return YesNoKind(kind="yes_no")


class Problem(Content):
    """What somebody comes with, and what may be done about it.

    `lead` says who decides and what the council can do. `mind` holds for every
    instrument here. `about_people`: a paper names this problem only when asked to.
    """

    id: Name
    group: GroupName
    title: Prose
    words: Words
    lead: Prose
    means: Annotated[tuple[Fitting, ...], Field(min_length=2)]
    limits: Annotated[tuple[BoundaryName, ...], Field(min_length=1)]
    questions: Annotated[
        tuple[SignpostTonight, ...], Field(min_length=TONIGHT, max_length=TONIGHT)
    ]
    narrowing: Annotated[tuple[Narrowing, ...], Field(max_length=MOST_NARROWING)] = ()
    state: LawState | None = None
    mind: Statement | None = None
    about_people: Flag = False

    @property
    def word(self) -> str:
        """The one word that a dossier keeps of this problem."""
        return PREFIX + self.id

    def conditions(self) -> Iterator[tuple[int, Condition]]:
        """Give what lets an instrument come first, with its place in `means`."""
        for place, fitting in enumerate(self.means):
            if fitting.first_when is not None:
                yield place, fitting.first_when


class Boundary(Statement):
    """What is no power of the council, where a problem makes one think so.

    `short` goes on after ‘Niet aan de raad:’.
    """

    id: Name
    short: Prose


class ProblemGroup(Content):
    """Problems that belong together; decisions name their group too."""

    id: Name
    title: Prose


class Beginning(Content):
    """A problem to begin with, by the word that people use."""

    problem: ProblemName
    label: Prose


class ThumbRule(Statement):
    """A rule of thumb that holds for every instrument."""

    id: Name


class SignpostHeader(Content):
    """The fixed texts: the groups, the order, and where a single case can go.

    `small_words` count for nothing in a search where anything else was typed.
    `look_alikes` look like a word of ours and mean something else: they find nothing.
    """

    title: Prose
    intro: Prose
    groups: Annotated[tuple[ProblemGroup, ...], Field(min_length=1)]
    begin_with: Annotated[tuple[Beginning, ...], Field(min_length=1)]
    refer: Annotated[tuple[Prose, ...], Field(min_length=1)]
    order: Statement
    weights: Mapping[InstrumentWeight, Prose]
    thumb_rules: Annotated[tuple[ThumbRule, ...], Field(min_length=1)]
    checked_on: Date
    small_words: Words = ()
    look_alikes: Words = ()

    @model_validator(mode="after")
    def _explains_each_weight(self) -> "SignpostHeader":
        if set(self.weights) != set(InstrumentWeight):
            raise ValueError("weights legt licht, middel en zwaar uit")
        return self
