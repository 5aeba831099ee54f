"""What a visitor sees when something cannot be done; the words are in refusals."""

import logging

from flask import Flask, current_app, redirect, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, NotFound, SecurityError
from werkzeug.wrappers import Response

from reports.checking.pdf_reading import LookingBusyError
from reports.formats.print_pool import PrinterError
from wizard import session
from wizard.counter import CannotJudgeError, counter
from wizard.forms import typographic
from wizard.guarding.security import typed_fields
from wizard.keeping.dossier import (
    DossierNotFoundError,
    ReadOnlyError,
    StorageUnavailableError,
)
from wizard.keeping.keys import Access
from wizard.logs import log_exception, request_id
from wizard.pages.page_access import (
    BACK_TO,
    CONFLICT,
    GATE,
    SEE_OTHER,
    SHOWN_FOR,
    UNPROCESSABLE,
    VERSION,
    GateFirstError,
    OtherDossierError,
    show,
)
from wizard.printing_ahead import LostPaperError, StillPrintingError
from wizard.refusals import EXPIRED_FORM, NO_COOKIES, UNEXPECTED, Refusal, refusal_of
from wizard.screen_parts import Link, Shown
from wizard.showing.navigation import called, dossier_bar

printing_log = logging.getLogger("raadwijzer.printing")

Answered = tuple[str, int, dict[str, str]]
BAD_REQUEST, UNAVAILABLE = 400, 503
AGAIN = "opnieuw"
EARLIER_ANSWERS = (
    "Had u hier al antwoorden gegeven? Die staan onder uw eigen link. "
    "Open die link om daarmee verder te gaan."
)
UNKNOWN_NAME = "Op dit adres staat geen Raadwijzer. Controleer het adres of de link.\n"
SOON = 60  # seconds until it is worth trying again
OURS = (DossierNotFoundError, ReadOnlyError, StorageUnavailableError, HTTPException)


def explain_errors(app: Flask) -> None:
    """Give every error a page of its own; never a traceback."""
    app.register_error_handler(OtherDossierError, _other_dossier)
    app.register_error_handler(GateFirstError, _gate_first)
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(CannotJudgeError, _not_judged)
    app.register_error_handler(SecurityError, _unknown_name)
    for kind in OURS:
        app.register_error_handler(kind, _known)
    app.register_error_handler(PrinterError, _unprinted)
    for busy in (LookingBusyError, StillPrintingError):
        app.register_error_handler(busy, _not_looked_at)
    app.register_error_handler(Exception, _unknown)


def _known(error: Exception) -> Answered | Response:
    refusal = refusal_of(error)
    if isinstance(error, NotFound) and (meant := _meant()):
        return redirect(meant, SEE_OTHER)
    after = getattr(error, "retry_after", None)
    if after is None and refusal.status == UNAVAILABLE:
        after = SOON
    return _page(refusal, {"Retry-After": str(after)} if after else {})


def _other_dossier(error: OtherDossierError) -> Answered:
    """Offer to send the form to the dossier it was shown for, or to the open one.

    `theirs` is the code of the dossier of the form, `mine` of the open one; `fields` is
    what was typed, and `here` the code under which it can be kept now.
    """
    theirs, found = error.shown_for, error.dossier
    mine = found.code if found else ""
    within_reach = {one.code for one in session.within_reach()}
    fields = _carried(without=(SHOWN_FOR, BACK_TO))
    typed = any(name != VERSION for name, _ in fields)
    reads = found is not None and found.access is not Access.EDIT
    here = mine or session.shown_for()
    screen = Shown(
        "screens/ander_dossier.html",
        title="Dit formulier hoort bij een ander dossier",
        theirs=theirs,
        mine=mine,
        fields=fields,
        here=here if typed and not reads else None,
        goes_back=theirs in within_reach,
    )
    return show(screen), CONFLICT, {}


def _unknown_name(_: Exception) -> Answered:
    """Refuse a name that is not ours, in words alone: no page of ours can be linked."""
    return UNKNOWN_NAME, BAD_REQUEST, {"Content-Type": "text/plain; charset=utf-8"}


def _gate_first(error: GateFirstError) -> Answered:
    """Ask whether it is about policy, and carry the answer through the gate."""
    gate = counter().library.decision(error.name).gate
    screen = Shown(
        "screens/poort_eerst.html",
        title="Eerst nog één vraag",
        question=gate.text,
        help=gate.help,
        fields=_carried(without=(SHOWN_FOR, GATE)),
    )
    return show(screen), UNPROCESSABLE, {}


def _expired(_: Exception) -> Answered:
    """Offer what was typed again; the second time say what is probably the matter."""
    refusal = NO_COOKIES if request.form.get(AGAIN) else EXPIRED_FORM
    opened = session.own() or session.reads()
    # Without its cookie no dossier lies open: a form that still names one would be
    # refused again, and for good.
    fields = _carried(without=(AGAIN,) if opened else (AGAIN, SHOWN_FOR))
    lines = (refusal.message, EARLIER_ANSWERS, refusal.next_step)
    return _page(refusal, lines=lines, again=(*fields, (AGAIN, "ja")))


def _carried(*, without: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(each for each in typed_fields() if each[0] not in without)


def _not_judged(error: CannotJudgeError) -> Answered:
    """Say why, and keep the ways out: to take along, to delete, to leave."""
    dossier = error.dossier
    screen = Shown(
        "screens/niet_te_beoordelen.html",
        title="Dit dossier kan Raadwijzer zo niet beoordelen",
        why=typographic(error.why),
        called=called(counter(), dossier),
        mine=dossier.access is Access.EDIT,
        bar=dossier_bar(dossier),
    )
    return show(screen), UNPROCESSABLE, {}


def _meant() -> str:
    """Give the page that a slash or a capital too many was meant for, if there is one."""
    path = request.path.rstrip("/").lower()
    # ‘//elders.nl’ would lead to another host (RFC 3986 §4.2).
    if request.method != "GET" or path in ("", request.path) or "//" in path:
        return ""
    adapter = current_app.create_url_adapter(request)
    if adapter is None or not adapter.test(path):
        return ""
    endpoint, held = adapter.match(path)
    name = held.get("name")
    if name is not None and name not in counter().library.decisions:
        return ""
    # built anew, since a path as it came may hold a line break, which no header may
    return adapter.build(endpoint, held)


def _unprinted(error: Exception) -> Answered:
    """Say that a paper does not come, with a way to it and with what was typed."""
    why = {"reason": type(error).__name__, "request_id": request_id()}
    printing_log.warning("not printed", extra=why)
    kept = "Er is niets verloren: wat u invulde, is er nog."
    refusal = Refusal(
        UNAVAILABLE, "Uw PDF is nu niet klaar", str(error), kept, may_send_again=True
    )
    way = Link("Terug", error.back) if isinstance(error, LostPaperError) else None
    return _page(refusal, {"Retry-After": str(SOON)}, way)


def _not_looked_at(error: Exception) -> Answered:
    """Say that a file was not checked: its turn, or that of our own print, did not come."""
    kept = "Uw bestand is niet bewaard. Kies het straks opnieuw."
    refusal = Refusal(UNAVAILABLE, "Even wachten met controleren", str(error), kept)
    return _page(refusal, {"Retry-After": str(SOON)})


def _unknown(error: Exception) -> Answered:
    log_exception((type(error), error, error.__traceback__))
    return _page(UNEXPECTED)


def _page(
    refusal: Refusal,
    headers: dict[str, str] | None = None,
    way: Link | None = None,
    *,
    lines: tuple[str, ...] = (),
    again: tuple[tuple[str, str], ...] = (),
) -> Answered:
    """Say what cannot be done; what was typed is offered once more where that can help."""
    sends_again = request.method == "POST" and refusal.may_send_again
    screen = Shown(
        "screens/fout.html",
        title=refusal.title,
        lines=lines or (refusal.message, refusal.next_step),
        number=request_id() if refusal is UNEXPECTED else "",
        again=again or (typed_fields() if sends_again else ()),
        way=way or Link("Naar de startpagina", url_for("pages.start")),
    )
    return show(screen), refusal.status, headers or {}
