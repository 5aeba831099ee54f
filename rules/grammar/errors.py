"""How a fault is told: where it is, what is wrong, what was probably meant.

Content editors and councillors read Dutch; programmers read English.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher, get_close_matches
from itertools import takewhile

NEAR, ABOUT, GUESSES = 0.55, 0.1, 8  # likeness from 0 to 1
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One thing that is wrong in a content file.

    `line` counts from 1; 0 means the file as a whole.
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Tell the fault as `bestand:regel — wat er mis is`."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where} — {self.message}"


class ContentError(Exception):
    """The content has faults; all of them are told at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order of file, line and message."""
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


class InputError(ValueError):
    """What somebody typed or sent cannot be used; the message is Dutch and says why."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Guess what was meant, as a Dutch sentence with a leading space, or nothing.

    Of names that are about as near, the one that begins alike is meant: an article
    beside the one that was typed, and not another with fewer letters.

    >>> did_you_mean("overlegd", ["overleg", "aantal"])
    " Bedoelde u 'overleg'?"
    >>> did_you_mean("opiumwet-13c", ["opiumwet-3", "opiumwet-13b-1"])
    " Bedoelde u 'opiumwet-13b-1'?"
    """
    near = get_close_matches(word, sorted(known), n=GUESSES, cutoff=NEAR)
    if not near:
        return ""

    def likeness(name: str) -> float:
        return SequenceMatcher(None, name, word).ratio()

    best = likeness(near[0])
    alike = sorted(name for name in near if best - likeness(name) <= ABOUT)
    meant = max(alike, key=lambda name: _shared_start(name, word))
    return f" Bedoelde u '{meant}'?"


def _shared_start(one: str, other: str) -> int:
    """Count the letters with which two words begin alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def in_dutch(day: date) -> str:
    """Say a date in a message.

    >>> in_dutch(date(2016, 7, 1))
    '1 juli 2016'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
