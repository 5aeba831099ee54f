"""How a fault is told: where it is, what is wrong, what was probably meant.

Content editors and councillors read Dutch; programmers read English.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

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

    >>> did_you_mean("overlegd", ["overleg", "aantal"])
    " Bedoelde u 'overleg'?"
    """
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.55)
    return f" Bedoelde u '{near[0]}'?" if near else ""


def in_dutch(day: date) -> str:
    """Say a date in a message.

    >>> in_dutch(date(2016, 7, 1))
    '1 juli 2016'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
