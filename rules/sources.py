"""The register of sources: every source stands in it once, with date and place."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from rules.terms import Content, Date, Prose, Whole

SourceId = Annotated[str, Field(pattern=r"^[a-z0-9]+([-:.][a-z0-9]+)*$", strict=True)]


class Kind(StrEnum):
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


class Seen(StrEnum):
    """How much of the source its reader saw."""

    TEKST = "tekst"
    FRAGMENT = "fragment"
    SAMENVATTING = "samenvatting"


class Source(Content):
    """One source.

    A statute has `bwb` (or `celex` for the EU), `article`, a `paragraph` (lid) where
    there is one, the date its text is valid from and a link that carries a date.
    Other sources have a `date` or a `year`.
    """

    id: SourceId
    kind: Kind
    title: Prose
    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    checked_on: Date
    seen: Seen
    bwb: Annotated[str, Field(pattern=r"^BWBR\d{7}$")] | None = None
    celex: Annotated[str, Field(pattern=r"^3\d{4}[A-Z]\d{4}$")] | None = None
    article: str | None = None
    paragraph: str | None = None
    version: Date | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None
    day: Annotated[Date | None, Field(alias="date")] = None
    year: Annotated[Whole, Field(ge=1800, le=2100)] | None = None
    place: str | None = None
    interest: str | None = None
    quote: Annotated[str, Field(max_length=200)] | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _is_dated(self) -> "Source":
        if self.kind is Kind.WET:
            if self.valid_from is None or self.article is None:
                raise ValueError(
                    "een wet heeft article en valid_from nodig (sinds wanneer geldt dit?)"
                )
            if self.bwb is None and self.celex is None:
                raise ValueError("een wet heeft een bwb- of celex-nummer nodig")
        elif self.day is None and self.year is None:
            raise ValueError("een bron heeft een date of een year nodig")
        return self

    @property
    def is_law(self) -> bool:
        """Whether this is the text of a statute, and not somebody's reading of it."""
        return self.kind is Kind.WET
