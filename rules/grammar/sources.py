"""The register of sources: every source stands in it once, with date and place."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from rules.grammar.content_model import Content, Date, Flag, Name, Prose, Whole
from rules.grammar.references import Key, SourceId
from rules.grammar.truth import Truth


class SourceKind(StrEnum):
    """What sort of source it is; `WET` is a statute in force."""

    WET = "wet"
    VERORDENING = "verordening"
    RECHTSPRAAK = "rechtspraak"
    TOEZICHT = "toezicht"
    BELEID = "beleid"
    BESLUIT = "besluit"
    KAMERSTUK = "kamerstuk"
    ONDERZOEK = "onderzoek"
    RAADSSTUK = "raadsstuk"
    PERS = "pers"
    HANDREIKING = "handreiking"
    CIJFERS = "cijfers"


class SeenExtent(StrEnum):
    """How much of the source its reader saw."""

    TEKST = "tekst"
    FRAGMENT = "fragment"
    SAMENVATTING = "samenvatting"


class Source(Content):
    """One source.

    A statute has `bwb` (or `celex` for the EU), `article`, a `paragraph` (lid) where
    there is one, the date its text is valid from and a link that carries a date.
    Other sources have a `date` or a `year`.

    `traced`: the history of the text was read, so that nothing like it held before
    `valid_from`. `unchanged_since`: an older text was compared and is the same, word
    for word. An older text that we hold stands in the register itself, and says by
    which it was `replaced_by`. `limits` are the numbers that the text sets, by unit.
    `short_law` is the usual abbreviation of the law, from a register of its own.
    `undated`: no date stands on what was read. `seen_at`: where a summary was read, if
    that is elsewhere. `quote` is in the language `quote_in`.
    """

    id: Key
    kind: SourceKind
    title: Prose
    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    checked_on: Date
    seen: SeenExtent
    bwb: Annotated[str, Field(pattern=r"^BWBR\d{7}$")] | None = None
    celex: Annotated[str, Field(pattern=r"^3\d{4}[A-Z]\d{4}$")] | None = None
    article: str | None = None
    paragraph: str | None = None
    version: Date | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None
    unchanged_since: Date | None = None
    traced: Flag = False
    replaced_by: SourceId | None = None
    limits: Mapping[Name, Whole] | None = None
    day: Annotated[Date | None, Field(alias="date")] = None
    year: Annotated[Whole, Field(ge=1800, le=2100)] | None = None
    place: str | None = None
    interest: str | None = None
    quote: Annotated[str, Field(max_length=400)] | None = None
    quote_in: Literal["en", "nl"] = "en"
    seen_at: tuple[Annotated[str, Field(pattern=r"^https?://\S+$")], ...] = ()
    undated: Flag = False
    note: str | None = None
    short_law: str | None = None

    @model_validator(mode="after")
    def _is_dated(self) -> "Source":
        if self.kind is SourceKind.WET:
            if self.valid_from is None or self.article is None:
                raise ValueError(
                    "een wet heeft article en valid_from nodig (sinds wanneer geldt dit?)"
                )
            if self.bwb is None and self.celex is None:
                raise ValueError("een wet heeft een bwb- of celex-nummer nodig")
        elif self.day is None and self.year is None and not self.undated:
            raise ValueError(
                "een bron heeft een date of een year nodig, of undated: true"
            )
        return self

    @property
    def is_law(self) -> bool:
        """Whether this is the text of a statute, and not somebody's reading of it."""
        return self.kind is SourceKind.WET

    @property
    def law(self) -> str:
        """Name the law of a statute: “Gemeentewet”."""
        return self.title.partition(", artikel")[0]

    def in_force(self, day: date) -> Truth:
        """Tell whether this text held on a day.

        What explains the law has no validity and can be cited at any date; of a
        statute whose history was not traced, an earlier text is unknown.
        """
        if not self.is_law or self.valid_from is None:
            return Truth.YES
        if self.valid_until is not None and day > self.valid_until:
            return Truth.NO
        # An older text, the same word for word, asks the same, and is cited as well.
        if day >= min(self.valid_from, self.unchanged_since or self.valid_from):
            return Truth.YES
        return Truth.NO if self.traced else Truth.UNKNOWN


class LawName(Content):
    """The usual abbreviation of a law; `law` begins the titles of its sources."""

    law: Prose
    short: Annotated[str, Field(max_length=20)]


class History(Content):
    """How far the past of an article was traced; see the same fields of a source.

    `article` is the beginning of the ids that it speaks of; the longest one counts.
    """

    article: Key
    valid_from: Date | None = None
    unchanged_since: Date | None = None
    traced: Flag = False
    limits: Mapping[Name, Whole] | None = None


def with_history(
    sources: Mapping[str, Source], histories: Iterable[History]
) -> dict[str, Source]:
    """Give the register with what is known of the past of its statutes.

    An older text that stands in the register itself keeps what it says of itself.
    """
    by_article = {history.article: history for history in histories}

    def of(source: Source) -> Source:
        # With the dash behind it, or article 15 would speak for article 151.
        names = [n for n in by_article if f"{source.id}-".startswith(f"{n}-")]
        if not names or source.replaced_by is not None:
            return source
        found = by_article[max(names, key=len)]
        known = found.model_dump(exclude_unset=True, exclude={"article"})
        return source.model_copy(update=known)

    return {name: of(source) for name, source in sources.items()}


def with_names(
    sources: Mapping[str, Source], names: Iterable[LawName]
) -> dict[str, Source]:
    """Give the register with the abbreviation of each law that has one."""
    short = {each.law: each.short for each in names}

    def of(source: Source) -> Source:
        found = short.get(source.law) if source.is_law else None
        return source.model_copy(update={"short_law": found}) if found else source

    return {name: of(source) for name, source in sources.items()}
