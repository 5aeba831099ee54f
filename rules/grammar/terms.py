"""The glossary: what a word of the law means, in plain Dutch."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _iso(value: object) -> object:
    """Read a date as a content file writes it; anything else is told in Dutch."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(f"'{value}' is geen datum, zoals \"2016-07-01\"") from None


Prose = Annotated[str, Field(min_length=1, strict=True)]
Whole = Annotated[int, Field(strict=True)]
Flag = Annotated[bool, Field(strict=True)]
Date = Annotated[date, Field(strict=True), BeforeValidator(_iso)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", strict=True)]


class Content(BaseModel):
    """What all content models share: frozen, and nothing unexpected in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Term(Content):
    """One word and its meaning; `english` is its name in the code."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")] = ""
    term: Prose
    meaning: Prose
    sources: tuple[str, ...] = ()
    english: str = ""


class Body(Content):
    """Somebody who decides, knows or can be asked: burgemeester, raad, politie and so on.

    `how` tells how the council reaches this body; `via` names the body through which
    it must be asked, where the council cannot address it.
    """

    id: Name
    name: Prose
    short: Prose
    how: Prose
    via: Name | None = None
    sources: tuple[str, ...] = ()
