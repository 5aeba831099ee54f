"""Serve the wizard: a production server by default, with a few workers.

gunicorn with two threaded workers won the measurements (docs/adr/0020); a system
without fork, such as Windows, gets waitress.
"""

import gc
import sys
from collections.abc import Mapping
from logging.config import dictConfig
from typing import Any

import click
from flask import Flask

from rules.library import Library
from rules.loading import load
from wizard.app import create_app
from wizard.keeping.database import open_engine, upgrade
from wizard.logs import logging_setup
from wizard.settings import Settings, load_settings
from wizard.tray import Tray
from wizard.work import SHELF, Desk

GRACE = 30  # seconds that a worker may take to finish what it is doing
PATIENCE = 120  # seconds without a sign of life before a worker is replaced


def serve(*, host: str, port: int) -> None:
    """Serve until somebody stops it; then finish what was asked, and stop.

    Raises:
        SettingsError: when a setting cannot be used; the message is Dutch.
        StorageUnavailableError: when there is no database to begin with.
    """
    settings = load_settings()
    dictConfig(logging_setup(settings.log_level))
    settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    upgrade(open_engine(settings.database))
    click.echo(f"Raadwijzer draait op http://{host}:{port} – stop met Ctrl+C.")
    if sys.platform == "win32":
        serve_with_waitress(settings, host, port)
    else:
        serve_with_gunicorn(settings, host, port)


def serve_with_gunicorn(settings: Settings, host: str, port: int) -> None:
    """Serve with processes that share the law and the tray of finished papers."""
    from gunicorn.app.base import BaseApplication

    library, tray = _law(), Tray()

    class Server(BaseApplication):  # type: ignore[misc]
        """gunicorn, told by us and by no file of its own."""

        def load_config(self) -> None:
            """Take our options."""
            for name, value in _options(settings, f"{host}:{port}").items():
                self.cfg.set(name, value)

        def load(self) -> Flask:
            """Make the application inside a worker, and start its printer."""
            return _opened(create_app(settings, library, tray))

    Server().run()


def serve_with_waitress(settings: Settings, host: str, port: int) -> None:
    """Serve with one process and its threads."""
    import waitress

    app = _opened(create_app(settings, _law(), Tray()))
    try:
        waitress.serve(app, host=host, port=port, threads=settings.threads)
    finally:
        _desk(app).print_room.close()


def _options(settings: Settings, address: str) -> Mapping[str, Any]:
    """Tell gunicorn how; what stands here is argued in docs/adr/0020."""
    return {
        "bind": address,
        "workers": settings.workers,
        "threads": settings.threads,
        "worker_class": "gthread",
        "graceful_timeout": GRACE,
        "timeout": PATIENCE,
        "keepalive": 5,
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
    gc.freeze()
    return library


def _opened(app: Flask) -> Flask:
    """Start the printer now, so that the first reader need not wait."""
    _desk(app).print_room.printer.warm()
    return app


def _close(_: object, worker: Any) -> None:
    """Close what a worker opened, if it came so far."""
    if isinstance(getattr(worker, "wsgi", None), Flask):
        _desk(worker.wsgi).print_room.close()


def _desk(app: Flask) -> Desk:
    desk = app.extensions[SHELF]
    assert isinstance(desk, Desk)
    return desk
