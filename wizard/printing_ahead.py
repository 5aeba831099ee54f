"""Print a memo while its reader is still at the result, so that a click finds it ready.

A paper is kept under a fingerprint of everything that it says: an answer that changed
gives another fingerprint, so what lies ready is never stale.
"""

import hashlib
import logging
from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import BoundedSemaphore, RLock, Thread

from reports.document import Document
from reports.printer import Printer, PrinterBusyError, PrinterError
from wizard.tray import Tray

printing_log = logging.getLogger("raadwijzer.printing")


def fingerprint(document: Document) -> bytes:
    """Sum up everything that a paper says, so that equal papers are told by it."""
    # A representation leaves out what is attached.
    attached = [file.data for file in document.attachments]
    return hashlib.sha256(repr((document, attached)).encode()).digest()


@dataclass
class PrintRoom:
    """The printer of this web process, and the tray that all of them share.

    `seats` is how many visitors may wait here at once: fewer than the threads that
    answer, so that somebody who wants a page never waits for somebody's paper.
    `most_ahead` is how many papers nobody asked for may wait; the oldest makes room.
    """

    printer: Printer
    tray: Tray
    seats: int
    most_ahead: int
    _under_way: dict[bytes, "Future[bytes]"] = field(default_factory=dict)
    _ahead: OrderedDict[bytes, Document] = field(default_factory=OrderedDict)
    _working: bool = False
    _lock: RLock = field(default_factory=RLock)

    def __post_init__(self) -> None:
        """Put the seats out."""
        self._seats = BoundedSemaphore(self.seats)

    def ahead(self, document: Document) -> None:
        """Have a paper printed in its turn, one at a time; nobody waits for it."""
        key = fingerprint(document)
        with self._lock:
            if key in self._under_way or self.tray.get(key) is not None:
                return
            self._ahead[key] = document
            if len(self._ahead) > self.most_ahead:
                self._ahead.popitem(last=False)
            if self._ahead and not self._working:
                self._working = True
                Thread(
                    target=self._work_off, name="printing-ahead", daemon=True
                ).start()

    def pdf(self, document: Document) -> bytes:
        """Give a paper that lies ready, or print it now, before all that is ahead.

        Raises:
            PrinterError: when it does not come; the message is for the reader.
        """
        key = fingerprint(document)
        kept = self.tray.get(key)
        if kept is not None:
            return kept
        if not self._seats.acquire(blocking=False):
            raise PrinterBusyError
        try:
            return self.printer.collect(self._order(key, document))
        finally:
            self._seats.release()

    def is_ready(self) -> bool:
        """Tell whether the printer works; who asks also lets old papers be wiped."""
        self.tray.wipe()
        return self.printer.is_ready()

    def close(self) -> None:
        """Drop what was only ahead, finish what is being printed, and stop."""
        with self._lock:
            self._ahead.clear()
        self.printer.close()

    def _order(self, key: bytes, document: Document) -> "Future[bytes]":
        """Send a paper to the printer, unless it is there already."""
        with self._lock:
            self._ahead.pop(key, None)
            found = self._under_way.get(key)
            if found is not None:
                return found
            future = self._under_way[key] = self.printer.submit(document)
        future.add_done_callback(lambda done: self._lay_down(key, done))
        return future

    def _lay_down(self, key: bytes, done: "Future[bytes]") -> None:
        """Keep what was printed, without a lock: a pool that breaks holds its own here."""
        if not done.cancelled() and done.exception() is None:
            self.tray.put(key, done.result())
        self._under_way.pop(key, None)

    def _work_off(self) -> None:
        """Print what is ahead, one by one, until nothing is left."""
        while True:
            with self._lock:
                if not self._ahead:
                    self._working = False
                    return
                key, document = self._ahead.popitem(last=False)
            try:
                self.printer.collect(self._order(key, document))
            except PrinterError as error:
                kind = type(error).__name__
                printing_log.warning("not printed ahead", extra={"reason": kind})
