"""The municipalities: code and name, and how many people lived there in which year."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, NamedTuple
from unicodedata import combining, normalize

from pydantic import BeforeValidator, Field, model_validator

from rules.content.briefing import Sources
from rules.grammar.content_model import Content, Prose
from rules.grammar.errors import InputError, did_you_mean

Code = Annotated[str, Field(pattern=r"^gm\d{4}$", strict=True)]


ABSENT = "-"


def _counted(value: object) -> object:
    """Read a row of counts: whole numbers with a space between, `-` where there is none."""
    if not isinstance(value, str):
        return value
    words = value.split()
    if not all(word == ABSENT or word.isdecimal() for word in words):
        raise ValueError(
            f"'{value[:40]}' is geen rij getallen, zoals \"11721 11642 -\""
        )
    return tuple(None if word == ABSENT else int(word) for word in words)


Row = Annotated[tuple[int | None, ...], BeforeValidator(_counted)]


class PopulationCount(NamedTuple):
    """How many people lived in a municipality on 1 January of a year."""

    year: int
    people: int


class Inhabitants(Content):
    """Inhabitants on 1 January, per municipality and per year; all together the country.

    A municipality that did not exist in a year has none; those that are gone by now are
    counted too, so that each year adds up to its `total`.
    """

    years: Annotated[tuple[int, ...], Field(min_length=1)]
    total: Row
    sources: Sources
    counts: Mapping[Code, Row]

    @model_validator(mode="after")
    def _adds_up(self) -> "Inhabitants":
        for code, row in self.counts.items():
            if len(row) != len(self.years):
                raise ValueError(
                    f"{code} heeft {len(row)} getallen, geen {len(self.years)}"
                )
        columns = zip(*self.counts.values(), strict=True)
        for year, column, total in zip(self.years, columns, self.total, strict=True):
            found = sum(people or 0 for people in column)
            if found != total:
                raise ValueError(
                    f"de gemeenten tellen in {year} op tot {found}, niet tot {total}"
                )
        return self

    def on(self, code: str, day: date) -> PopulationCount | None:
        """Count a municipality in the year of a day, or in the nearest year that is there."""
        pairs = zip(self.years, self.counts.get(code, ()), strict=False)
        known = [
            PopulationCount(year, people)
            for year, people in pairs
            if people is not None
        ]
        return min(known, key=lambda each: abs(each.year - day.year), default=None)


class Municipality(Content):
    """One municipality; `also` are names that people use beside the official one."""

    code: Code
    name: Prose
    also: tuple[Prose, ...] = ()
    province: Prose


class Merger(Content):
    """Municipalities that become one, and from which day."""

    day: date
    codes: Annotated[tuple[Code, ...], Field(min_length=2)]
    text: Prose


class Municipalities(Content):
    """The register: of which year the list is, and what will change."""

    listed: Annotated[int, Field(strict=True)]
    sources: Sources
    mergers: tuple[Merger, ...]
    municipalities: Annotated[tuple[Municipality, ...], Field(min_length=1)]
    inhabitants: Inhabitants | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> "Municipalities":
        if len(self.by_code) != len(self.municipalities):
            raise ValueError("een gemeentecode staat twee keer in de lijst")
        strange = {code for merger in self.mergers for code in merger.codes}
        if not strange <= self.by_code.keys():
            raise ValueError(f"samenvoeging van onbekende gemeente: {sorted(strange)}")
        return self

    @cached_property
    def by_code(self) -> Mapping[str, Municipality]:
        """Find a municipality by its TOOI code."""
        return {each.code: each for each in self.municipalities}

    @cached_property
    def _by_name(self) -> Mapping[str, Municipality]:
        return {
            plain(name): each
            for each in self.municipalities
            for name in (each.name, *each.also)
        }

    def find(self, text: str) -> Municipality:
        """Find a municipality by code or by name, however it is capitalised.

        Raises:
            InputError: when there is none; the message guesses what was meant.
        """
        word = plain(text.strip().removeprefix("gemeente "))
        found = self.by_code.get(word) or self._by_name.get(word)
        if found is None:
            guess = did_you_mean(word, self._by_name)
            if guess:
                near = guess.split("'")[1]
                guess = f" Bedoelde u '{self._by_name[near].name}'?"
            raise InputError(
                f"Gemeente '{text[:60]}' staat niet in de lijst van {self.listed}.{guess}"
            )
        return found

    def count(self, code: str, day: date) -> PopulationCount | None:
        """Count the people of a municipality in the year of a day, where that is known."""
        return self.inhabitants.on(code, day) if self.inhabitants is not None else None

    def merger_of(self, code: str) -> Merger | None:
        """Give the merger that this municipality is part of, if one is known."""
        return next((each for each in self.mergers if code in each.codes), None)


def plain(name: str) -> str:
    """Write a name without capitals and accents, to look it up.

    >>> plain("Súdwest-Fryslân")
    'sudwest-fryslan'
    """
    letters = normalize("NFD", name.replace("’", "'").casefold())
    return "".join(letter for letter in letters if not combining(letter))
