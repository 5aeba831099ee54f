"""Three truth values, so that an unknown never becomes a no or a yes.

Strong Kleene logic (S. C. Kleene, *Introduction to Metamathematics*, 1952, §64):
*all of* is the minimum, *any of* the maximum, *not* the mirror.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import NoReturn


class Truth(IntEnum):
    """A verdict: NO < UNKNOWN < YES.

    >>> Truth.NO < Truth.UNKNOWN < Truth.YES
    True
    """

    NO = 0
    UNKNOWN = 1
    YES = 2

    def __bool__(self) -> NoReturn:
        """Refuse: an unknown has no bool, so nothing of ours has.

        Raises:
            TypeError: always.
        """
        raise TypeError(
            f"{self!r} is not a bool: an unknown is neither yes nor no. "
            "Compare with Truth.YES, Truth.NO or Truth.UNKNOWN."
        )

    def __invert__(self) -> "Truth":
        """Mirror the value: yes becomes no, unknown stays unknown.

        >>> ~Truth.UNKNOWN
        <Truth.UNKNOWN: 1>
        """
        return Truth(Truth.YES - self)

    @property
    def dutch(self) -> str:
        """Say the value as a rule file spells it: ja, nee or onbekend."""
        return ("nee", "onbekend", "ja")[self]


def truth_of(value: bool) -> Truth:  # noqa: FBT001 — the value itself, not a flag
    """Turn a settled bool into a verdict."""
    return Truth.YES if value else Truth.NO


def all_of(truths: Iterable[Truth]) -> Truth:
    """Tell whether everything holds; of nothing at all, yes.

    >>> all_of([Truth.YES, Truth.UNKNOWN]).dutch
    'onbekend'
    """
    return min(truths, default=Truth.YES)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Tell whether anything holds; of nothing at all, no.

    >>> any_of([Truth.NO, Truth.UNKNOWN]).dutch
    'onbekend'
    """
    return max(truths, default=Truth.NO)
