"""Tell whoever watches the server whether it lives, and whether it can work.

Plain text, never kept by a cache, and nothing about any dossier.
"""

from datetime import timedelta

from flask import Blueprint, Response, abort, current_app

from wizard.counter import Counter, counter, forget_what_is_old
from wizard.keeping.dossier import StorageUnavailableError
from wizard.metrics import as_prometheus
from wizard.pages.page_access import anyone, or_404

health = Blueprint("health", __name__)

UNAVAILABLE = 503
VALID_DAYS = 180  # that a reporter may trust the address
PLAIN = "text/plain; charset=utf-8"


@health.get("/gezond")
@anyone
def alive() -> Response:
    """Say that this process lives; ask nothing of anything else."""
    return _plain("gezond")


@health.get("/gereed")
@anyone
def ready() -> Response:
    """Say whether the database answers and takes an answer, and the printer works."""
    here = counter()
    forget_what_is_old()
    database = _has_database(here)
    lines = {
        "database": database,
        "schrijven": database and here.dossiers.can_write(),
        "pers": here.print_ahead.is_ready(),
    }
    told = "".join(
        f"{name}: {'in orde' if ok else 'werkt niet'}\n" for name, ok in lines.items()
    )
    if all(lines.values()):
        return _plain(f"gereed\n{told}")
    return _plain(f"niet gereed\n{told}", UNAVAILABLE)


@health.get("/metrics")
@anyone
def metrics() -> Response:
    """Give the counts for a graph, where the operator asked for that; no visitor is in it."""
    here = counter()
    counted = or_404(here.metrics)
    purged = here.dossiers.last_purge()
    gauges = [("dossiers", float(here.dossiers.count()))]
    if purged is not None:
        gauges.append(("last_purge_timestamp_seconds", purged.timestamp()))
    text = as_prometheus(current_app, counted, gauges)
    return Response(text, content_type="text/plain; version=0.0.4; charset=utf-8")


@health.get("/.well-known/security.txt")
@anyone
def security_txt() -> Response:
    """Say where to report a weakness, in the form of RFC 9116."""
    here = counter()
    if not here.security_contact:
        abort(404)
    until = here.today() + timedelta(days=VALID_DAYS)
    lines = (
        f"Contact: {here.security_contact}",
        f"Expires: {until.isoformat()}T00:00:00Z",
        "Preferred-Languages: nl, en",
    )
    return _plain("\n".join(lines))


def _has_database(here: Counter) -> bool:
    try:
        return here.dossiers.is_ready()
    except StorageUnavailableError:
        return False


def _plain(text: str, status: int = 200) -> Response:
    response = Response(f"{text.strip()}\n", status, content_type=PLAIN)
    if status == UNAVAILABLE:
        response.headers["Retry-After"] = "10"
    return response
