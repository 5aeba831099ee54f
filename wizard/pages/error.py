"""What a visitor sees when something cannot be done; the words are in refusals."""

import logging

from flask import Flask, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from reports.printer import PrinterError
from wizard.guarding.security import typed_fields
from wizard.keeping.dossier import (
    DossierNotFoundError,
    ReadOnlyError,
    StorageUnavailableError,
)
from wizard.logs import log_exception, request_id
from wizard.refusals import UNEXPECTED, Refusal, refusal_of
from wizard.screens.parts import ErrorScreen, Link

printing_log = logging.getLogger("raadwijzer.printing")

Answered = tuple[str, int, dict[str, str]]
UNAVAILABLE = 503
SOON = 60  # seconds until it is worth trying again
OURS = (DossierNotFoundError, ReadOnlyError, StorageUnavailableError, HTTPException)


def explain_errors(app: Flask) -> None:
    """Give every error a page of its own; never a traceback."""
    for kind in OURS:
        app.register_error_handler(kind, _known)
    app.register_error_handler(PrinterError, _unprinted)
    app.register_error_handler(Exception, _unknown)


def _known(error: Exception) -> Answered:
    refusal = refusal_of(error)
    after = getattr(error, "retry_after", None)
    if after is None and refusal.status == UNAVAILABLE:
        after = SOON
    return _page(refusal, {"Retry-After": str(after)} if after else {})


def _unprinted(error: Exception) -> Answered:
    why = {"reason": type(error).__name__, "request_id": request_id()}
    printing_log.warning("not printed", extra=why)
    kept = "Uw antwoorden zijn bewaard. U kunt de uitkomst op de site lezen."
    refusal = Refusal(UNAVAILABLE, "Het memo is nu niet klaar", str(error), kept)
    return _page(refusal, {"Retry-After": str(SOON)})


def _unknown(error: Exception) -> Answered:
    log_exception((type(error), error, error.__traceback__))
    return _page(UNEXPECTED, {})


def _page(refusal: Refusal, headers: dict[str, str]) -> Answered:
    screen = ErrorScreen(
        title=refusal.title,
        lines=(refusal.message, refusal.next_step),
        number=request_id() if refusal is UNEXPECTED else "",
        again=_again(refusal),
        links=(Link("Naar de startpagina", url_for("pages.start")),),
    )
    return render_template(screen.template, screen=screen), refusal.status, headers


def _again(refusal: Refusal) -> tuple[tuple[str, str], ...]:
    """Offer what was typed once more, where sending again can help."""
    if request.method != "POST" or not refusal.may_send_again:
        return ()
    return typed_fields()
