"""The price index: what an amount of one year would be in the prices of another."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from rules.content.briefing import Sources
from rules.grammar.content_model import Content, Prose
from rules.grammar.errors import InputError
from rules.grammar.numerals import year as read_year

Year = Annotated[int, Field(ge=1800, le=2100, strict=True)]


class YearIndex(Content):
    """The index of one year, in hundredths: 13456 stands for 134.56."""

    year: Year
    index: Annotated[int, Field(gt=0, strict=True)]


class PriceIndex(Content):
    """A series of year figures with its source; `note` says what it does not measure."""

    title: Prose
    base: Prose
    sources: Sources
    note: Prose
    years: Annotated[tuple[YearIndex, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_each_year_once(self) -> "PriceIndex":
        if len(self.by_year) != len(self.years):
            raise ValueError("een jaar staat twee keer in de prijsindex")
        return self

    @cached_property
    def by_year(self) -> Mapping[int, int]:
        """Find the index of a year, in hundredths."""
        return {each.year: each.index for each in self.years}

    @property
    def last(self) -> int:
        """The last year that has a figure."""
        return max(self.by_year)

    def rate(self, year: int | None, to: int | None) -> Fraction | None:
        """Give what an amount of one year is multiplied by for the prices of another.

        None without a figure for one of them: then an amount stays as it is.
        """
        if year is None or to is None or not {year, to} <= self.by_year.keys():
            return None
        return Fraction(self.by_year[to], self.by_year[year])

    def parse_year(self, text: str) -> int:
        """Read the year to whose prices amounts are converted.

        Raises:
            InputError: when there is no figure for it.
        """
        found = read_year(text, min(self.by_year), self.last)
        if found is not None:
            return found
        raise InputError(
            f"Voor '{text.strip()[:20]}' is er geen prijsindex. "
            f"Kies een jaar van {min(self.by_year)} tot en met {self.last}."
        )
