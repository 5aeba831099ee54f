"""Tell whoever watches the server whether it lives, and whether it can work.

Plain text, never kept by a cache, and nothing about any dossier.
"""

from flask import Blueprint, Response

from wizard.keeping.dossier import StorageUnavailableError
from wizard.work import Desk, desk

health = Blueprint("health", __name__)

UNAVAILABLE = 503
PLAIN = "text/plain; charset=utf-8"


@health.get("/gezond")
def alive() -> Response:
    """Say that this process lives; ask nothing of anything else."""
    return _plain("gezond")


@health.get("/gereed")
def ready() -> Response:
    """Say whether the database answers in the right form and the printer works."""
    here = desk()
    lines = {"database": _has_database(here), "pers": here.print_room.is_ready()}
    told = "".join(
        f"{name}: {'in orde' if ok else 'werkt niet'}\n" for name, ok in lines.items()
    )
    if all(lines.values()):
        return _plain(f"gereed\n{told}")
    return _plain(f"niet gereed\n{told}", UNAVAILABLE)


def _has_database(here: Desk) -> bool:
    try:
        return here.dossiers.is_ready()
    except StorageUnavailableError:
        return False


def _plain(text: str, status: int = 200) -> Response:
    response = Response(f"{text.strip()}\n", status, content_type=PLAIN)
    if status == UNAVAILABLE:
        response.headers["Retry-After"] = "10"
    return response
