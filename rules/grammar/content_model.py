"""The plain values of content, and the model that all content shares."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

_AMOUNT = re.compile(r"€ (?=\d)")
_UNBROKEN = re.compile("€\N{NO-BREAK SPACE}(?=\\d)")


class Worded(StrEnum):
    """A word of the content, with how the reader sees it: `dutch`."""

    dutch: str

    def __new__(cls, value: str, dutch: str) -> Self:
        """Keep both words; the first is the value."""
        member = str.__new__(cls, value)
        member._value_, member.dutch = value, dutch
        return member


def _iso(value: object) -> object:
    """Read a date as a content file writes it; anything else is told in Dutch."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(f"'{value}' is geen datum, zoals \"2016-07-01\"") from None


def unbroken(text: str) -> str:
    r"""Tie each euro sign to its amount, so that no line ends between the two.

    >>> unbroken("Dat kost € 5.000.")
    'Dat kost €\xa05.000.'
    """
    return _AMOUNT.sub("€\N{NO-BREAK SPACE}", text) if "€" in text else text


def as_written(text: str) -> str:
    """Give the text with plain spaces behind its euro signs, as content files have it."""
    return _UNBROKEN.sub("€ ", text)


Prose = Annotated[str, Field(min_length=1, strict=True), AfterValidator(unbroken)]
Whole = Annotated[int, Field(strict=True)]
Flag = Annotated[bool, Field(strict=True)]
Date = Annotated[date, Field(strict=True), BeforeValidator(_iso)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", strict=True)]
# The number by which a jurist finds a ground: T01, D12, A-R03.
RefNumber = Annotated[str, Field(pattern=r"^[A-Z]{1,3}(-[A-Z]+)?\d{1,2}[a-z]?$")]


class Content(BaseModel):
    """What all content models share: frozen, and nothing unexpected in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
