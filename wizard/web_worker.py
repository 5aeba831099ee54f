"""A web process that reads a whole request before a thread takes it up.

gunicorn keeps the processes, waitress reads and writes: one loop waits for all slow
browsers at once, and who never ends a request takes a line and no thread.
"""

import os
import time
from typing import Any

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import create_server
from waitress.task import ErrorTask

from wizard.guarding.security import HEADERS

TICK = 0.5  # seconds between two looks at what else must be done
PATIENCE = 15.0  # seconds that a browser gets to send a request
IDLE = 75  # seconds that a line may lie open; longer than a proxy keeps it
LINES = 1_000  # that lie open at once
LONGEST_HEAD = 32_768  # bytes of headers
TOLD = {
    400: "Deze vraag aan ons klopt niet. Ga terug en probeer het opnieuw.",
    413: "Dit is te groot. Er is niets bewaard. Maak de tekst of het bestand kleiner.",
    431: "Dit is te groot. Wis de cookies van deze site en probeer het opnieuw.",
}
AGAIN = "Er ging iets mis bij ons. Probeer het opnieuw."


class EarlyRefusal(ErrorTask):  # type: ignore[misc]
    """What a request gets that is no request: our words, our headers."""

    def execute(self) -> None:
        """Say it in one line, and end the line."""
        error = self.request.error
        self.status = f"{error.code} {error.reason}"
        body = f"{TOLD.get(error.code, AGAIN)}\n".encode()
        plain = {"Content-Type": "text/plain; charset=utf-8"}
        self.response_headers.extend(
            (HEADERS | plain | {"Cache-Control": "no-store"}).items()
        )
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Connection(HTTPChannel):  # type: ignore[misc]
    """One browser; `since` is when it began to send the request that is not whole yet."""

    error_task_class = EarlyRefusal
    since: float | None = None

    def received(self, data: bytes) -> bool:
        """Take what came in, and keep the time while a request is under way."""
        going_on = bool(super().received(data))
        if self.request is None:
            self.since = None
        elif self.since is None:
            self.since = time.monotonic()
        return going_on

    def is_too_slow(self, now: float) -> bool:
        """Tell whether this browser takes longer than any that means it."""
        return self.since is not None and now - self.since > PATIENCE


class BufferingWorker(Worker):  # type: ignore[misc]
    """One web process of `raadwijzer serve`."""

    def run(self) -> None:
        """Serve until somebody says stop; then finish what is under way."""
        server = create_server(
            self.wsgi,
            sockets=[each.sock for each in self.sockets],
            threads=self.cfg.threads,
            ident="",
            channel_timeout=IDLE,
            connection_limit=LINES,
            max_request_header_size=LONGEST_HEAD,
            max_request_body_size=self.wsgi.config["MAX_CONTENT_LENGTH"],
            clear_untrusted_proxy_headers=False,  # the application judges them itself
            log_socket_errors=False,
        )
        server.channel_class = Connection
        while self.alive and self._has_parent():
            self._turn(server)
        server.accepting = False
        self._finish(server)
        server.task_dispatcher.shutdown(timeout=1)

    def _finish(self, server: Any) -> None:
        """Answer what is under way, and who came in just before we stopped.

        To close a line with a request in it that was not read yet breaks that request:
        so first nothing may have come for a while.
        """
        busy = began = time.monotonic()
        while busy - began < self.cfg.graceful_timeout:
            self._turn(server)
            now = time.monotonic()
            if _is_busy(server):
                busy = now
            elif now - busy > TICK:
                return

    def _turn(self, server: Any) -> None:
        """Read and write for a moment, tell that we live, and cut off who is too slow."""
        self.notify()
        wasyncore.loop(TICK, use_poll=True, map=server._map, count=1)  # noqa: SLF001
        now = time.monotonic()
        for line in tuple(server.active_channels.values()):
            if line.is_too_slow(now):
                line.handle_close()

    def _has_parent(self) -> bool:
        """Tell whether the process that keeps us is still there."""
        return bool(os.getppid() == self.ppid)


def _is_busy(server: Any) -> bool:
    """Tell whether a request comes in or is being answered, or an answer goes out."""
    return any(
        line.since or line.requests or line.total_outbufs_len
        for line in tuple(server.active_channels.values())
    )
