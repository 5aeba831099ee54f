"""The municipalities: code, name and inhabitants, with the day they were counted."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated
from unicodedata import combining, normalize

from pydantic import Field, model_validator

from rules.grammar.errors import InputError, did_you_mean
from rules.grammar.sources import SourceId
from rules.grammar.terms import Content, Prose

Code = Annotated[str, Field(pattern=r"^gm\d{4}$", strict=True)]


class Municipality(Content):
    """One municipality; `inhabitants` on the day that the register counts from.

    `also` are names that people use beside the official one.
    """

    code: Code
    name: Prose
    also: tuple[Prose, ...] = ()
    province: Prose
    inhabitants: Annotated[int, Field(gt=0, strict=True)]


class Merger(Content):
    """Municipalities that become one, and from which day."""

    day: date
    codes: Annotated[tuple[Code, ...], Field(min_length=2)]
    text: Prose


class Municipalities(Content):
    """The register: whose list it is, when it was counted, and what will change."""

    listed: Annotated[int, Field(strict=True)]
    counted_on: date
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    mergers: tuple[Merger, ...]
    municipalities: Annotated[tuple[Municipality, ...], Field(min_length=1)]

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
