"""Every number in a text carries its year: find the texts where it does not.

The year is written in the text itself, or the text says that it is not known. What
names a place in the law (“artikel 151c”, “lid 3”) or a number to call is no figure.
An example of an amount has its price year beside it, or is shown as of unknown year.
"""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from rules.content.briefing import Arguments, Fact, Statement
from rules.content.costs import CostItem, Measure, Quantity
from rules.grammar.references import Loc, within

_PLACES = re.compile(
    r"(?i)\b(?:artikel(?:en)?|art\.|lid|leden|bijlage|hoofdstuk|paragraaf|boek|§)\s*"
    r"[0-9]+[a-z]?(?:[:.][0-9]+[a-z]?)*(?:,?\s*(?:en|of|tot en met)\s*[0-9]+[a-z]?)*"
    r"|\b(?:bel|telefoon)\b[^.]*\b112\b"
)
_YEAR = re.compile(r"\b(?:18|19|20)[0-9]{2}\b")
_NO_YEAR = "jaar onbekend"


def undated_figures(item: BaseModel) -> Iterator[tuple[Loc, str]]:
    """Give the texts of an item that have a number and no year, with their places."""
    for loc, text in _texts(item):
        rest = _PLACES.sub("", text)
        has_year = _YEAR.search(rest) is not None or _NO_YEAR in rest
        if re.search(r"[0-9]", rest) and not has_year:
            yield loc, text


def _texts(item: BaseModel) -> Iterator[tuple[Loc, str]]:
    match item:
        case Arguments() | Measure() | Fact():
            for loc, said in within(item):
                if isinstance(said, Statement):
                    yield (*loc, "text"), said.text
        case CostItem() | Quantity():
            yield ("help",), item.help
            yield ("ask",), item.ask
        case _:
            return
