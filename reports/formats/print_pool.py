"""Keep a press running beside the counter, so that a page never waits for a memo.

WeasyPrint holds the interpreter while it works: in a thread it would make every
visitor wait. So it gets processes of its own, with bounds on time, memory and queue,
and a folder for its typefaces that goes when they go: WeasyPrint would leave its own.
"""

import multiprocessing
import os
import resource
import signal
import tempfile
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from shutil import rmtree
from threading import BoundedSemaphore, Lock, Thread
from types import FrameType
from typing import ParamSpec, Self, TypeVar

from reports.document import Document, SpoiledError

P = ParamSpec("P")
T = TypeVar("T")
MEGABYTE = 2**20
AGAIN = 1.0  # seconds: a picture that is being set would swallow the first alarm
MARGIN = 2.0  # seconds to start a process, beside the time a paper may take
POLITENESS = 5  # a page goes before a paper when the processor is busy


class PrinterError(Exception):
    """The base of what a reader can be told when a paper does not come."""

    message = "Het stuk kon niet worden gemaakt. Probeer het later nog eens."

    def __str__(self) -> str:
        """Say it as the reader may read it."""
        return self.message


class PrinterBusyError(PrinterError):
    """Raised when the queue is full."""

    message = "Er worden nu veel stukken gemaakt. Probeer het over een minuut nog eens."


class PrinterTimeoutError(PrinterError):
    """Raised when a paper takes longer than it may."""

    message = "Het maken van dit stuk duurt te lang. Download het als tekst of Word."


class PrinterMemoryError(PrinterError):
    """Raised when a paper needs more memory than it may have."""

    message = (
        "Dit stuk is te groot om als PDF te maken. Download het als tekst of Word."
    )


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the printer may use: processes, waiting papers, seconds and megabytes.

    After so many papers the processes are replaced by fresh ones.
    """

    workers: int = 1
    queue: int = 8
    seconds: float = 20.0
    megabytes: int = 512
    papers: int = 200


class Printer:
    """Prints PDFs in processes of its own; one per web process, closed with it."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._places = BoundedSemaphore(bounds.workers + bounds.queue)
        self._lock = Lock()
        self._press: _Press | None = None
        self._left = bounds.papers
        self._orders: set[Future[bytes]] = set()

    def __enter__(self) -> Self:
        """Start warm, so that the first reader need not wait."""
        self.warm()
        return self

    def __exit__(self, *_: object) -> None:
        """Close with the house."""
        self.close()

    def warm(self) -> None:
        """Start a process now, without waiting for it."""
        with self._lock:
            self._open().submit(_idle)

    def close(self) -> None:
        """Finish what is being printed, drop what waits, and stop."""
        with self._lock:
            press, self._press = self._press, None
        if press is not None:
            press.finish(cancel=True)

    def is_ready(self, seconds: float = 5.0) -> bool:
        """Tell whether a printer stands there: one at work, or one that answers."""
        # A worker that prints does not answer a question meanwhile, and is not broken.
        if self._orders:
            return True
        try:
            with self._lock:
                answer = self._revived(_idle)
            answer.result(seconds)
        except (RuntimeError, CancelledError, TimeoutError, OSError):
            return bool(self._orders)
        return True

    def submit(self, document: Document) -> "Future[bytes]":
        """Have a paper printed ahead.

        Raises:
            PrinterBusyError: when too many are waiting; nothing was begun.
        """
        # Before anything is made: a full queue costs whoever comes next nothing at all.
        if not self._places.acquire(blocking=False):
            raise PrinterBusyError
        try:
            future = self._enqueue(document)
        except BaseException:
            self._places.release()
            raise
        self._orders.add(future)
        future.add_done_callback(self._delivered)
        return future

    def collect(self, future: "Future[bytes]") -> bytes:
        """Wait for a paper that was submitted, no longer than one paper may take.

        Raises:
            PrinterError: of its kinds the one that says why; the text is for the reader.
        """
        try:
            return future.result(self._bounds.seconds + MARGIN)
        except TimeoutError as late:
            # What had not even begun was only waiting behind others.
            if future.cancel():
                raise PrinterBusyError from late
            raise PrinterTimeoutError from late
        except MemoryError as full:
            raise PrinterMemoryError from full
        except (BrokenProcessPool, CancelledError, SpoiledError) as broken:
            raise PrinterError from broken

    def _delivered(self, future: "Future[bytes]") -> None:
        """Strike an order off, without a lock: a pool that breaks holds its own here."""
        self._orders.discard(future)
        self._places.release()

    def _enqueue(self, document: Document) -> "Future[bytes]":
        with self._lock:
            future = self._revived(_render, document, self._bounds.seconds)
            self._left -= 1
            if self._left == 0:
                self._retire()
        return future

    def _revived(
        self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> "Future[T]":
        """Give work to the processes, or to fresh ones where these broke."""
        try:
            return self._open().submit(work, *args, **kwargs)
        except BrokenProcessPool:
            self._retire()
            return self._open().submit(work, *args, **kwargs)

    def _open(self) -> ProcessPoolExecutor:
        if self._press is None:
            self._press, self._left = _press(self._bounds), self._bounds.papers
        return self._press.processes

    def _retire(self) -> None:
        """Let these processes finish and go; the next paper finds fresh ones.

        The pool could do this by itself, but in Python 3.11 it then stands still
        when papers are waiting.
        """
        if self._press is not None:
            Thread(target=self._press.finish).start()
            self._press = None


@dataclass(frozen=True, slots=True)
class _Press:
    """The processes that print, and the folder where they lay out their typefaces."""

    processes: ProcessPoolExecutor
    folder: str

    def finish(self, *, cancel: bool = False) -> None:
        """Wait for what is being printed, and leave nothing on the disk."""
        self.processes.shutdown(cancel_futures=cancel)
        rmtree(self.folder, ignore_errors=True)


def _press(bounds: Bounds) -> _Press:
    folder = tempfile.mkdtemp(prefix="raadwijzer-pers-")
    # A plain fork would copy the locks that threads of the web hold, and stand still on
    # one; a server without threads forks instead, and loads WeasyPrint once for all.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["reports.formats.press"])
    processes = ProcessPoolExecutor(
        bounds.workers,
        mp_context=context,
        initializer=_start,
        initargs=(bounds.megabytes, folder),
    )
    return _Press(processes, folder)


def _start(megabytes: int, folder: str) -> None:
    """Set up a worker: bound its memory, leave Ctrl-C to the house, load the type."""
    tempfile.tempdir = folder
    limit = megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    # Ctrl-C goes to the whole group; the house closes us once it is done itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(POLITENESS)
    Thread(target=_follow_the_house, args=(folder,), daemon=True).start()
    from reports.formats import press  # noqa: PLC0415 — only a worker loads WeasyPrint

    press.warm()


def _follow_the_house(folder: str) -> None:
    """Stop when the web process is gone, also when it was killed."""
    house = multiprocessing.parent_process()
    if house is not None:
        wait([house.sentinel])
        rmtree(folder, ignore_errors=True)
        # At once: nobody waits for a paper any more, and one may hang in C.
        os._exit(0)


def _idle() -> None:
    """Do nothing, in a worker that is thereby ready."""


def _render(document: Document, seconds: float) -> bytes:
    from reports.formats import press  # noqa: PLC0415 — only a worker loads WeasyPrint

    signal.signal(signal.SIGALRM, _too_late)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        return press.render(document)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _too_late(signum: int, frame: FrameType | None) -> None:
    del signum, frame
    raise TimeoutError
