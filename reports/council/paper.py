"""A paper of the council as plain data: what was chosen, its lines, and where they stand.

A `Draft` holds choices. A `Paper` holds lines, each with its place and whom it is put
to; it is what the check reads, what can be edited as text, and what is printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from itertools import groupby

from reports.document import Note, PaperKind
from rules.content.casefile import About

FOREIGN = "vreemd"


class PaperPart(StrEnum):
    """Where a line stands in the paper."""

    FACT = "constatering"
    WEIGHING = "overweging"
    REQUEST = "verzoek"
    DECLARATION = "uitspraak"
    DECISION = "besluit"
    QUESTION = "vraag"
    OLD = "bestaande tekst"
    NEW = "nieuwe tekst"
    CAUSE = "aanleiding"
    REASON = "toelichting"
    FRAME = "kop of slot"
    UNREAD = "niet gelezen"


# What something is asked, decided or declared by.
ASKING = (
    PaperPart.REQUEST,
    PaperPart.QUESTION,
    PaperPart.NEW,
    PaperPart.DECISION,
    PaperPart.DECLARATION,
)
OTHER = "Overige tekst"


RUNNING = (PaperPart.REASON, PaperPart.CAUSE, PaperPart.FRAME, PaperPart.UNREAD)


@dataclass(frozen=True, slots=True)
class PutLine:
    """What is put to one body: a request or a question."""

    to: str
    text: str

    @property
    def mark(self) -> str:
        """Give a short name for a text that has none."""
        return sha256(self.text.encode()).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class FactOrigin:
    """Who counted, and when, in the words of who writes the paper; empty where not told."""

    who: str = ""
    when: str = ""


@dataclass(frozen=True)
class Draft:
    """What the user chose for one paper.

    `facts` are ids of answered questions, `points` ids of arguments; `origins` says of
    a counted fact where it comes from. `entries` are the requests of a motie, or the
    written questions. `by` is when they are to be done or answered. `local` tells
    whether the council agreed on something before: ja, nee, onbekend, or nothing when
    it was not asked yet. `agenda` is vreemd when a motie belongs to no point of it. An
    amendement changes the text that stands `where`, an article or a point, of `proposal`.
    """

    kind: PaperKind
    title: str = ""
    meeting: date | None = None
    parties: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    origins: Mapping[str, FactOrigin] = field(default_factory=dict)
    points: tuple[str, ...] = ()
    entries: tuple[PutLine, ...] = ()
    by: date | None = None
    place: str = ""
    reason: str = ""
    proposal: str = ""
    where: str = ""
    old: str = ""
    new: str = ""
    article: str = ""
    local: str | None = None
    agenda: str | None = None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line; `heading` stands above it, `to` is the body it is put to.

    `to` is empty where the heading names a body that we do not know. `span` is where
    it stood in the text that was read.
    """

    part: PaperPart
    heading: str
    text: str
    notes: tuple[int, ...] = ()
    to: str | None = None
    span: tuple[int, int] = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Paper:
    """The lines of a paper, between its opening and its close."""

    kind: PaperKind
    title: str
    lines: tuple[PaperLine, ...]
    opening: str = ""
    close: str = ""
    signed: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    local: str | None = None

    def of(self, *parts: PaperPart) -> tuple[PaperLine, ...]:
        """Give the lines of some parts."""
        return tuple(line for line in self.lines if line.part in parts)

    @property
    def groups(self) -> list[tuple[str, list[PaperLine]]]:
        """Give the lines under their headings."""
        found = groupby(self.lines, key=lambda line: line.heading)
        return [(heading, list(lines)) for heading, lines in found]


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands on a paper beside its lines; `code` names the dossier.

    `day` is the reference date, `checked` the day on which the law was checked, and
    `about` what the user said that the dossier is about.
    """

    code: str
    municipality: str | None
    edition: str
    day: date
    checked: date
    about: About = field(default_factory=About)
