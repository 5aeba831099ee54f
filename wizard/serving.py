"""Serve the wizard: a production server by default, with a few workers.

gunicorn with two threaded workers won the measurements (`make bench`); a system
without fork, such as Windows, gets waitress.
"""

import sys
from collections.abc import Mapping
from typing import Any

import click
from flask import Flask

from rules.library import load
from wizard.app import create_app
from wizard.database import open_engine, upgrade
from wizard.settings import Settings, load_settings

GRACE = 30  # seconds that a worker may take to finish what it is doing
PATIENCE = 120  # seconds without a sign of life before a worker is replaced


def serve(*, host: str, port: int) -> None:
    """Serve until somebody stops it.

    Raises:
        SettingsError: when a setting cannot be used; the message is Dutch.
    """
    settings = load_settings()
    settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    upgrade(open_engine(settings.database))
    click.echo(f"Raadwijzer draait op http://{host}:{port} – stop met Ctrl+C.")
    if sys.platform == "win32":
        _serve_with_waitress(settings, host, port)
    else:
        _serve_with_gunicorn(settings, host, port)


def application(settings: Settings) -> Flask:
    """Make the application for one worker."""
    return create_app(settings, load())


def _serve_with_gunicorn(settings: Settings, host: str, port: int) -> None:
    from gunicorn.app.base import BaseApplication

    options: Mapping[str, Any] = {
        "bind": f"{host}:{port}",
        "workers": settings.workers,
        "threads": settings.threads,
        "worker_class": "gthread",
        "graceful_timeout": GRACE,
        "timeout": PATIENCE,
        "keepalive": 5,
        "accesslog": None,  # the application logs, without addresses
        "loglevel": settings.log_level.lower(),
        "proc_name": "raadwijzer",
        "control_socket_disable": True,
    }

    class Server(BaseApplication):  # type: ignore[misc]
        """gunicorn, told by us and by no file of its own."""

        def load_config(self) -> None:
            """Take our options."""
            for name, value in options.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            """Make the application inside a worker."""
            return application(settings)

    Server().run()


def _serve_with_waitress(settings: Settings, host: str, port: int) -> None:
    import waitress

    waitress.serve(
        application(settings), host=host, port=port, threads=settings.threads
    )


