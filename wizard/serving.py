"""Serve the wizard: a production server by default, with a few workers.

gunicorn with two threaded workers won the measurements (docs/adr/0020); a system
without fork, such as Windows, gets waitress.
"""

import errno
import gc
import os
import socket
import sys
from collections.abc import Iterator, Mapping
from logging.config import dictConfig
from typing import Any

import click
from flask import Flask

from rules.grammar.errors import InputError
from rules.library import Library
from rules.loading import load
from wizard.app import create_app
from wizard.counter import EXTENSION, Counter
from wizard.finished_papers import FinishedPapers
from wizard.keeping.database import open_engine, upgrade
from wizard.logs import logging_setup
from wizard.metrics import Metrics
from wizard.settings import Settings, load_settings

LOOPBACK = ("127.0.0.1", "::1", "localhost")
RUNS = "Raadwijzer draait op http://{host}:{port} – stop met Ctrl+C."
PORTS, OTHER = 65_536, 8_001
NOT_HERE = "dat adres is er hier niet"
WHY_NOT = {
    errno.EADDRINUSE: "daar luistert al een programma, misschien Raadwijzer zelf",
    errno.EACCES: "die poort is voor de beheerder van deze computer",
}
GRACE = 30  # seconds that a worker may take to finish what it is doing
PATIENCE = 120  # seconds without a sign of life before a worker is replaced


def serve(*, host: str, port: int) -> None:
    """Serve until somebody stops it; then finish what was asked, and stop.

    Raises:
        SettingsError: when a setting cannot be used; the message is Dutch.
        AddressError: when nobody can be received at this address; idem.
        StorageUnavailableError: when there is no database to begin with.
    """
    # Whatever is made from here on is for its owner alone: database, secret and
    # back-up.
    os.umask(0o077)
    settings = load_settings()
    dictConfig(logging_setup(settings.log_level))
    for warning in warnings_of(settings, host):
        click.echo(warning, err=True)
    try_address(host, port)
    settings.make_room()
    upgrade(open_engine(settings.database))
    if sys.platform == "win32":
        serve_with_waitress(settings, host, port)
    else:
        serve_with_gunicorn(settings, host, port)


class AddressError(InputError):
    """Nobody can be received at this address; the message is Dutch and says what to do."""


def try_address(host: str, port: int) -> None:
    """See whether visitors can be received here, before the law is read.

    Raises:
        AddressError: when another program listens there already, or nobody may.
    """
    why = _why_not(host, port)
    if why:
        raise AddressError(
            f"Raadwijzer kan niet beginnen op {host}, poort {port}: {why}. "
            f"Kies een andere poort, zoals: raadwijzer serve --port {OTHER}."
        )


def _why_not(host: str, port: int) -> str:
    """Say in Dutch why nobody can be received here; empty where it can be done."""
    if port >= PORTS:
        return NOT_HERE
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        return WHY_NOT.get(error.errno or 0, NOT_HERE)
    return ""


def warnings_of(settings: Settings, host: str) -> Iterator[str]:
    """Say what is probably not meant, to whoever starts the server."""
    if host not in LOOPBACK and not settings.trusted_proxies:
        yield (
            f"Let op: Raadwijzer luistert op {host}, en er is geen proxy ingesteld. "
            "Zet er een proxy met een certificaat voor, en zet "
            "RAADWIJZER_TRUSTED_PROXIES. Zie docs/beheer.md."
        )
    if host not in LOOPBACK and not settings.tls:
        yield "Let op: RAADWIJZER_TLS staat uit. Cookies gaan dan onbeschermd over het net."


def serve_with_gunicorn(settings: Settings, host: str, port: int) -> None:
    """Serve with processes that share the law and the finished papers."""
    from gunicorn.app.base import BaseApplication

    library, finished, metrics = _law(), FinishedPapers(), Metrics()
    runs = RUNS.format(host=host, port=port)

    class Server(BaseApplication):  # type: ignore[misc]
        """gunicorn, told by us and by no file of its own."""

        def load_config(self) -> None:
            """Take our options."""
            for name, value in _options(settings, f"{host}:{port}").items():
                self.cfg.set(name, value)
            self.cfg.set("child_exit", lambda _, worker: metrics.end(worker.pid))
            self.cfg.set("when_ready", lambda _: click.echo(runs))

        def load(self) -> Flask:
            """Make the application inside a worker, and start its printer."""
            return _opened(create_app(settings, library, finished, metrics))

    Server().run()


def serve_with_waitress(settings: Settings, host: str, port: int) -> None:
    """Serve with one process and its threads."""
    import waitress

    app = _opened(create_app(settings, _law(), FinishedPapers(), Metrics()))
    try:
        click.echo(RUNS.format(host=host, port=port))
        waitress.serve(app, host=host, port=port, threads=settings.threads)
    finally:
        _counter(app).print_ahead.close()


def _options(settings: Settings, address: str) -> Mapping[str, Any]:
    """Tell gunicorn how; what stands here is argued in docs/adr/0020."""
    return {
        "bind": address,
        "workers": settings.workers,
        "threads": settings.threads,
        "worker_class": "wizard.web_worker.BufferingWorker",
        "graceful_timeout": GRACE,
        "timeout": PATIENCE,
        "accesslog": None,  # the application logs, without addresses
        "loglevel": settings.log_level.lower(),
        "logconfig_dict": logging_setup(settings.log_level),
        "proc_name": "raadwijzer",
        "control_socket_disable": True,
        "worker_exit": _close,
    }


def _law() -> Library:
    """Read and fold the law once, in memory that every worker then shares."""
    library = load()
    for name in library.decisions:
        library.chart(name)
    gc.collect()
    # What is frozen the collector never touches, so that its memory stays shared:
    # without this each process soon has a law of its own.
    gc.freeze()
    return library


def _opened(app: Flask) -> Flask:
    """Do now what would else be done at a first visit."""
    counter = _counter(app)
    counter.print_ahead.printer.warm()
    for _ in (counter.cases, counter.exercises):
        pass  # judged and read once, and kept at the counter
    return app


def _close(_: object, worker: Any) -> None:
    """Close what a worker opened, if it came so far."""
    if isinstance(getattr(worker, "wsgi", None), Flask):
        _counter(worker.wsgi).print_ahead.close()


def _counter(app: Flask) -> Counter:
    counter = app.extensions[EXTENSION]
    assert isinstance(counter, Counter)
    return counter
