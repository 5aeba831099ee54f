"""The plain values of content, and the model that all content shares."""

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
# The number by which a jurist finds a ground: T01, D12, A-R03.
RefNumber = Annotated[str, Field(pattern=r"^[A-Z]{1,3}(-[A-Z]+)?\d{1,2}[a-z]?$")]


class Content(BaseModel):
    """What all content models share: frozen, and nothing unexpected in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
