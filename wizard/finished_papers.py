"""Finished papers in memory that every process of the server can reach.

A result may be read at one process and its paper asked of another. So the papers lie in
memory that they share: bounded, never on disk, and wiped after a while. Beside them lies
what is still to come: of each process a list, so that no other prints the same again.
"""

import hashlib
import hmac
import mmap
import os
import struct
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

PLACES = 64
PLACE_BYTES = 512 * 1024
LIFE = 1_800.0  # seconds; who reads longer waits for a new print
WAYS = (
    4  # a paper may lie in so many places, so that a chance meeting pushes nobody out
)
HEAD = struct.Struct("<32s32sQd")
EMPTY = bytes(HEAD.size)
LISTS, LONGEST = 64, 64  # processes, and papers that one of them can name
LIST = struct.Struct(f"<QQ{LONGEST * 32}s")


class PaperLabel(NamedTuple):
    """What stands on a paper: its key, a checksum, its length and when it came."""

    key: bytes
    checksum: bytes
    length: int
    at: float


class FinishedPapers:
    """Places of equal size in shared memory, made before the server forks.

    There is no lock that a killed process could keep. Two processes may write in one
    place at once; the checksum then no longer fits, and the paper counts as absent.
    """

    def __init__(
        self,
        places: int = PLACES,
        place_bytes: int = PLACE_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._places, self._size, self._clock = places, place_bytes, clock
        # The memory is taken from the system only where a paper was laid down.
        self._memory = mmap.mmap(-1, places * place_bytes)
        self._lists = mmap.mmap(-1, LISTS * LIST.size)

    def expect(self, keys: Sequence[bytes]) -> None:
        """Tell every process what this one still prints for somebody, in its order."""
        mine = os.getpid()
        # Its own list, or that of a process that is gone: so lists never run out.
        owners = [owner for owner, _ in self._expected()]
        place = next(
            (at for at, owner in enumerate(owners) if owner == mine),
            next((at for at, owner in enumerate(owners) if not _lives(owner)), 0),
        )
        named = b"".join(keys[:LONGEST])
        LIST.pack_into(self._lists, place * LIST.size, mine, len(named) // 32, named)

    def before(self, key: bytes) -> int | None:
        """Count the papers that go before this one, or give None when it is not coming.

        What a process promised that is gone is not coming either.
        """
        for owner, keys in self._expected():
            if key in keys and _lives(owner):
                return keys.index(key)
        return None

    def _expected(self) -> Iterator[tuple[int, list[bytes]]]:
        for owner, many, named in LIST.iter_unpack(self._lists):
            # Another process may be writing here: a count that makes no sense is cut
            # off.
            ends = range(0, 32 * min(many, LONGEST), 32)
            yield owner, [named[at : at + 32] for at in ends]

    def get(self, key: bytes) -> bytes | None:
        """Give the paper of this key, if it lies here whole and is not too old."""
        for start in self._starts(key):
            label = self._label(start)
            if label.key == key and self._is_fresh(label):
                paper = self._body(start, label.length)
                if hmac.compare_digest(_checksum(key, paper), label.checksum):
                    return paper
        return None

    def put(self, key: bytes, paper: bytes) -> None:
        """Lay a paper down in the place of the oldest; one too large is left out."""
        self.wipe()
        if len(paper) > self._size - HEAD.size:
            return
        start = min(self._starts(key), key=lambda one: self._rank(one, key))
        # The label goes off first and comes on last: who reads in between finds no
        # paper.
        self._memory[start : start + HEAD.size] = EMPTY
        body = start + HEAD.size
        self._memory[body : body + len(paper)] = paper
        label = PaperLabel(key, _checksum(key, paper), len(paper), self._clock())
        self._memory[start : start + HEAD.size] = HEAD.pack(*label)

    def wipe(self) -> None:
        """Overwrite what lies here too long."""
        for start in range(0, self._places * self._size, self._size):
            label = self._label(start)
            if label.length and not self._is_fresh(label):
                end = start + min(self._size, HEAD.size + label.length)
                self._memory[start:end] = bytes(end - start)

    def _rank(self, start: int, key: bytes) -> float:
        """Prefer the place that has this paper already, then an empty one, then age."""
        label = self._label(start)
        return -1.0 if label.key == key else label.at

    def _starts(self, key: bytes) -> Iterator[int]:
        first = int.from_bytes(key[:8], "little")
        for way in range(min(WAYS, self._places)):
            yield (first + way) % self._places * self._size

    def _body(self, start: int, length: int) -> bytes:
        body = start + HEAD.size
        return self._memory[body : min(body + length, start + self._size)]

    def _label(self, start: int) -> PaperLabel:
        return PaperLabel(*HEAD.unpack_from(self._memory, start))

    def _is_fresh(self, label: PaperLabel) -> bool:
        return bool(label.length) and 0 <= self._clock() - label.at < LIFE


def _lives(process: int) -> bool:
    """Tell whether a process of ours is still there; 0 is nobody."""
    if process in (0, os.getpid()):
        return process != 0
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


def _checksum(key: bytes, paper: bytes) -> bytes:
    return hashlib.sha256(key + paper).digest()
