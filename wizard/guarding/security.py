"""Guard the counter: headers, cookies, forged forms and unreadable input."""

import logging
import re
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import unquote_to_bytes

from flask import Flask, Response, current_app, g, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_wtf.csrf import CSRFProtect
from itsdangerous import URLSafeTimedSerializer
from werkzeug.exceptions import (
    BadRequest,
    Forbidden,
    RequestEntityTooLarge,
    SecurityError,
    UnsupportedMediaType,
)
from werkzeug.middleware.proxy_fix import ProxyFix

from wizard.guarding.fields import judge_fields
from wizard.guarding.sealing import sealed_by

security_log = logging.getLogger("raadwijzer.security")

TOLD = "raadwijzer-told"
FORM_BYTES = 100_000  # of a form without a file
FORM_PARTS = 500
HSTS_SECONDS = 31_536_000
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
CHANGING = ("POST", "PUT", "PATCH", "DELETE")
UNREADABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ud800-\udfff]")
FAULT = 400
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), "
    "microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# What is no page and no picture can frame, run or ask nothing: the rest would be sent
# seven times, for nothing, before a first page on a slow line.
OF_A_PART = ("Cross-Origin-Resource-Policy", "X-Content-Type-Options")
PARTS = ("text/css", "text/javascript", "font/woff2")


class SealedSessions(SecureCookieSessionInterface):
    """Sign the cookie with SHA-256, and cover what it says: it holds keys."""

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Give what writes the cookie and reads it back."""
        secret = app.secret_key
        if not secret:
            return None
        return sealed_by(secret if isinstance(secret, str) else secret.decode())

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        """Leave no cookie behind where a page promises that; prolong it with a change.

        A dossier is kept so long after its last change, and so are the keys to it: to
        read a page prolongs neither, and needs no new seal.
        """
        if g.get("leaves_no_cookie"):
            return False
        is_prolonged = session.permanent and request.method == "POST"
        return is_prolonged or super().should_set_cookie(app, session)


class UnreadableInputError(BadRequest):
    """The browser sent characters that are no text."""


class ForeignFormError(Forbidden):
    """The form was sent from another website."""


@dataclass(frozen=True)
class Protection:
    """What the guards must know of this installation."""

    secret: str
    tls: bool
    trusted_proxies: int
    trusted_hosts: tuple[str, ...]
    request_bytes: int
    session_life: timedelta


def protect(app: Flask, protection: Protection) -> None:
    """Put every guard in place; call it before any page is registered."""
    tls, proxies = protection.tls, protection.trusted_proxies
    app.config.update(
        SECRET_KEY=protection.secret,
        MAX_CONTENT_LENGTH=protection.request_bytes,
        MAX_FORM_MEMORY_SIZE=FORM_BYTES,
        MAX_FORM_PARTS=FORM_PARTS,
        PERMANENT_SESSION_LIFETIME=protection.session_life,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_NAME="__Host-raadwijzer" if tls else "raadwijzer",
        SESSION_COOKIE_PATH="/",
        # Not Strict: a councillor comes in by a link in a mail.
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=tls,
        SESSION_REFRESH_EACH_REQUEST=False,  # `should_set_cookie` says when
        TRUSTED_HOSTS=_trusted(protection.trusted_hosts),
        # A page may lie open for hours; the token holds as long as the session.
        WTF_CSRF_TIME_LIMIT=None,
        # We send no referrer, so it cannot be asked for; `_refuse_foreign_forms`
        # looks at what the browser says itself.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.session_interface = SealedSessions()
    if proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=0
        )
    # The order matters: a name, then a length, then whether it is text, and then what
    # each field may hold. So no guard works on what another would have refused.
    app.before_request(_refuse_foreign_names)
    app.before_request(_bound_forms)
    app.before_request(_refuse_unreadable_input)
    app.before_request(judge_fields)
    app.before_request(_refuse_foreign_forms)
    CSRFProtect(app)

    if not tls:
        app.before_request(_notice_tls_in_front)

    @app.after_request
    def set_headers(response: Response) -> Response:
        is_part = request.endpoint == "static" and response.mimetype in PARTS
        names = OF_A_PART if is_part else HEADERS
        response.headers.update({name: HEADERS[name] for name in names})
        if tls:
            response.headers["Strict-Transport-Security"] = f"max-age={HSTS_SECONDS}"
        failed = response.status_code >= FAULT
        if failed or request.endpoint != "static":
            response.headers["Cache-Control"] = "no-store"
            # A page with a dossier in it is kept by nobody, and found by nobody.
            if failed or not g.get("is_public", False):
                response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


def _notice_tls_in_front() -> None:
    """Warn once when a proxy says that it speaks https, and we were not told."""
    told = current_app.extensions.setdefault(TOLD, set())
    if not told and request.headers.get("X-Forwarded-Proto") == "https":
        told.add(request.scheme)
        security_log.warning("https seems to be in front, but RAADWIJZER_TLS is off")


def _trusted(hosts: tuple[str, ...]) -> list[str] | None:
    """Answer to these names, and to the health check of the machine itself."""
    return [*hosts, "127.0.0.1", "localhost"] if hosts else None


def show_to_search_engines() -> None:
    """Mark this page as the same for everybody: no dossier, so findable."""
    g.is_public = True


def leave_no_cookie() -> None:
    """Let this page set no cookie, not even to keep one alive."""
    g.leaves_no_cookie = True


def typed_fields() -> tuple[tuple[str, str], ...]:
    """Give what the visitor had typed, to offer it again on an error page."""
    return tuple(
        (name, value)
        for name, value in request.form.items(multi=True)
        if name != "csrf_token" and not UNREADABLE.search(name + value)
    )[:FORM_PARTS]


def _refuse_foreign_names() -> None:
    """Refuse a name that is not ours before anything else: no page can be made for it."""
    if isinstance(request.routing_exception, SecurityError):
        raise request.routing_exception


def _bound_forms() -> None:
    """Let only an upload be large, and only forms come in."""
    if request.method not in CHANGING:
        return
    if request.mimetype == FORM_TYPES[0]:
        # A form without a file is never as large as a PDF may be.
        request.max_content_length = FORM_BYTES
    elif request.mimetype not in FORM_TYPES and (request.content_length or 0) > 0:
        raise UnsupportedMediaType
    if (request.content_length or 0) > (request.max_content_length or 0):
        raise RequestEntityTooLarge


def _refuse_unreadable_input() -> None:
    """Refuse what is no UTF-8 or holds control characters, before it is used."""
    parts = [request.query_string]
    if request.mimetype == FORM_TYPES[0]:
        parts.append(request.get_data(cache=True))
    try:
        texts = [unquote_to_bytes(part).decode("utf-8") for part in parts]
    except UnicodeDecodeError:
        raise UnreadableInputError from None
    # Werkzeug decoded the path, and put U+FFFD where that failed; `UNREADABLE` knows
    # it.
    texts.append(request.path)
    if request.mimetype == FORM_TYPES[1]:
        if None in request.form or None in request.files:  # a part without a name
            raise UnreadableInputError
        texts += [name + value for name, value in request.form.items(multi=True)]
        texts += [file.filename or "" for file in request.files.values()]
    if any(UNREADABLE.search(text) for text in texts):
        raise UnreadableInputError


def _refuse_foreign_forms() -> None:
    """Refuse a form that the browser says comes from elsewhere.

    An old browser says nothing; then the token alone decides.
    """
    origin = request.headers.get("Sec-Fetch-Site", "same-origin")
    if request.method in CHANGING and origin not in ("same-origin", "none"):
        raise ForeignFormError
