"""Print a memo while its reader is still at the result, so that a click finds it ready.

A paper is kept under a fingerprint of everything that it says: an answer that changed
gives another fingerprint, so what lies ready is never stale. Who clicks while many do
gets a place in a row, which moves on without them; a place in the row is kept.
"""

import hashlib
import logging
import time
from collections import OrderedDict
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Event, RLock, Thread
from typing import NamedTuple

from reports.document import Document
from reports.formats.print_pool import Printer, PrinterBusyError, PrinterError
from wizard.finished_papers import FinishedPapers

printing_log = logging.getLogger("raadwijzer.printing")
MOMENT = 0.2  # seconds until the printer is asked again when it had no place
LAYING_DOWN = 5.0  # seconds in which a printed paper certainly is kept


def fingerprint(document: Document) -> bytes:
    """Sum up everything that a paper says, so that equal papers are told by it."""
    # A representation leaves out what is attached.
    attached = [file.data for file in document.attachments]
    return hashlib.sha256(repr((document, attached)).encode()).digest()


class StillPrintingError(PrinterError):
    """A paper has a place in the row; ask `find` for it by its key."""

    message = PrinterBusyError.message

    def __init__(self, key: bytes, before: int) -> None:
        """Keep which paper, and how many go before it."""
        super().__init__()
        self.key, self.before = key, before


class LostPaperError(PrinterError):
    """Raised when a paper that waited is not coming: it can be asked for again."""

    def __init__(self, back: str) -> None:
        """Keep where."""
        super().__init__()
        self.back = back


class Order(NamedTuple):
    """A paper at the printer, and whether all that follows from it was done."""

    future: "Future[bytes]"
    settled: Event


@dataclass
class PrintAhead:
    """The printer of this web process, and the finished papers that all of them share.

    `seats` is how many visitors may wait here at once: fewer than the threads that
    answer, so that somebody who wants a page never waits for somebody's paper.
    `most_ahead` is how many papers nobody asked for may wait; the oldest makes room.
    `most_wanted` is how long the row may be of what somebody asked for, that nobody
    holds a thread for.
    """

    printer: Printer
    finished: FinishedPapers
    seats: int
    most_ahead: int
    most_wanted: int = 24
    _under_way: dict[bytes, Order] = field(default_factory=dict)
    _ahead: OrderedDict[bytes, Document] = field(default_factory=OrderedDict)
    _wanted: OrderedDict[bytes, Document] = field(default_factory=OrderedDict)
    _working: bool = False
    # Taken again by the same thread where a paper is done before its callback is hung.
    _lock: RLock = field(default_factory=RLock)

    def __post_init__(self) -> None:
        """Put the seats out."""
        self._seats = BoundedSemaphore(self.seats)

    def ahead(self, document: Document) -> None:
        """Have a paper printed in its turn, one at a time; nobody waits for it."""
        key = fingerprint(document)
        with self._lock:
            if key in self._under_way or self.finished.get(key) is not None:
                return
            self._ahead[key] = document
            if len(self._ahead) > self.most_ahead:
                # Who asked longest ago has probably left the page.
                self._ahead.popitem(last=False)
            self._set_to_work()

    def pdf(self, document: Document) -> bytes:
        """Give a paper that lies ready, or print it now, before all that is ahead.

        Raises:
            StillPrintingError: when others were first; it is printed in its turn.
            PrinterError: when it does not come; the message is for the reader.
        """
        key = fingerprint(document)
        kept = self.finished.get(key)
        if kept is not None:
            return kept
        # Never waiting for a seat: a thread that waits here answers nobody’s page.
        if self._is_promised(key) or not self._seats.acquire(blocking=False):
            raise self._want(key, document)
        try:
            order = self._order(key, document)
            with suppress(PrinterBusyError):  # it only waited behind others
                return self.printer.collect(order.future)
        finally:
            self._seats.release()
        raise self._want(key, document)

    def find(self, key: bytes) -> bytes:
        """Give a paper that had a place in the row, here or at another process.

        Raises:
            StillPrintingError: when others go before it.
            PrinterError: when it is not coming any more.
        """
        # The row is read before the shelf. The other way round a paper that is laid
        # down in between stands on neither, and seems lost.
        before = self.finished.before(key)
        kept = self.finished.get(key)
        if kept is not None:
            return kept
        if before is None:
            raise PrinterError
        raise StillPrintingError(key, before)

    def _is_promised(self, key: bytes) -> bool:
        """Tell whether this paper has a place, or others have one here: nobody jumps."""
        return bool(self._wanted) or self.finished.before(key) is not None

    def _want(self, key: bytes, document: Document) -> StillPrintingError:
        """Give a paper a place in the row, before all that nobody asked for."""
        with self._lock:
            before = self.finished.before(key)
            if before is None:
                if len(self._wanted) >= self.most_wanted:
                    raise PrinterBusyError
                self._ahead.pop(key, None)
                before = len(self._wanted)
                self._wanted[key] = document
                self.finished.expect(tuple(self._wanted))
                self._set_to_work()
        return StillPrintingError(key, before)

    def _set_to_work(self) -> None:
        """Start the one who prints what waits, unless somebody does already."""
        if (self._wanted or self._ahead) and not self._working:
            self._working = True
            Thread(target=self._work_off, name="printing-ahead", daemon=True).start()

    def waiting(self) -> int:
        """Tell how many papers are asked for and not done yet."""
        with self._lock:
            asked = self._under_way.keys() | self._wanted.keys() | self._ahead.keys()
            return len(asked)

    def is_ready(self) -> bool:
        """Tell whether the printer works; who asks also lets old papers be wiped."""
        self.finished.wipe()
        return self.printer.is_ready()

    def close(self) -> None:
        """Drop what was only ahead, finish what is being printed, and stop."""
        with self._lock:
            self._ahead.clear()
            self._wanted.clear()
            self.finished.expect(())
        self.printer.close()

    def _order(self, key: bytes, document: Document) -> Order:
        """Send a paper to the printer, unless it is there already."""
        with self._lock:
            self._ahead.pop(key, None)
            found = self._under_way.get(key)
            if found is not None:
                return found
            future = self.printer.submit(document)
            order = self._under_way[key] = Order(future, Event())
        future.add_done_callback(lambda done: self._lay_down(key, done, order))
        return order

    def _lay_down(self, key: bytes, done: "Future[bytes]", order: Order) -> None:
        """Keep what was printed, without a lock: a pool that breaks holds its own here."""
        if not done.cancelled() and done.exception() is None:
            self.finished.put(key, done.result())
        self._under_way.pop(key, None)
        order.settled.set()

    def _work_off(self) -> None:
        """Print what is wanted and then what is ahead, one by one, until nothing is left."""
        while True:
            with self._lock:
                waiting = self._wanted or self._ahead
                if not waiting:
                    self._working = False
                    return
                key, document = next(iter(waiting.items()))
            try:
                order = self._order(key, document)
                self.printer.collect(order.future)
                # Struck off only once it lies ready: in between it would be nowhere.
                order.settled.wait(LAYING_DOWN)
            except PrinterBusyError:
                time.sleep(MOMENT)  # others have the printer; its turn still comes
                continue
            except PrinterError as error:
                kind = type(error).__name__
                printing_log.warning("not printed ahead", extra={"reason": kind})
            self._strike_off(key)

    def _strike_off(self, key: bytes) -> None:
        """Take a paper out of the row once it lies ready, or is not coming."""
        with self._lock:
            self._ahead.pop(key, None)
            if self._wanted.pop(key, None) is not None:
                self.finished.expect(tuple(self._wanted))
