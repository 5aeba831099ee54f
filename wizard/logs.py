"""Log as JSON lines: what happened and where, never who, and never an answer."""

import json
import logging
import re
import secrets
import sys
import time
import traceback
from datetime import UTC, datetime
from types import TracebackType

from flask import Flask, Response, g, request

REQUEST_ID = "X-Request-ID"
SERVER_FAULT = 500
PROBES = ("/gezond", "/gereed", "/metrics")
SIGNAL = re.compile(r"SIG[A-Z0-9]{2,8}!?")
ADDRESS = re.compile(r" from ip=.*", re.DOTALL)
FIELDS = ("request_id", "method", "route", "status", "milliseconds", "reason")
requests_log = logging.getLogger("raadwijzer.requests")

Failure = tuple[type[BaseException], BaseException, TracebackType | None]


class JsonLines(logging.Formatter):
    """One JSON object a line.

    Of an error only its kind and place are kept: its message could quote an
    answer. Of another library's record likewise only the unfilled text.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Turn a record into a line."""
        moment = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, object] = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": _event(record),
        }
        line |= {name: record.__dict__[name] for name in FIELDS if name in vars(record)}
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = _kinds(record.exc_info[1])
            line["where"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(line, ensure_ascii=False)


def _event(record: logging.LogRecord) -> str:
    """Give the text of a record; filled in only where we know what fills it.

    gunicorn puts a path in its debug lines and an address in its warnings.
    """
    starts_or_stops = record.name == "gunicorn.error" and record.levelno == logging.INFO
    if starts_or_stops or record.name.startswith("raadwijzer"):
        return record.getMessage()
    args = record.args if isinstance(record.args, tuple) else ()
    if args and all(isinstance(one, int) or SIGNAL.fullmatch(str(one)) for one in args):
        return record.getMessage()  # a number of a process, the name of a signal
    return ADDRESS.sub("", str(record.msg))


def _kinds(error: BaseException | None) -> list[str]:
    """Name an error and what it came from, by kind alone."""
    kinds = []
    while error is not None:
        kinds.append(type(error).__qualname__)
        error = error.__cause__ or error.__context__
    return kinds


def logging_setup(level: str) -> dict[str, object]:
    """Give the configuration for `logging.config` and for gunicorn alike."""
    quiet = {"level": "CRITICAL", "propagate": False, "handlers": []}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "handlers": {
            "errors": {
                "class": "logging.StreamHandler",
                "formatter": "json",
                "stream": sys.stderr,
            }
        },
        "root": {"level": "WARNING", "handlers": ["errors"]},
        "loggers": {
            "raadwijzer": {"level": level},
            "gunicorn.error": {"level": level, "propagate": True, "handlers": []},
            # These write addresses and paths, and a path may hold a key.
            "gunicorn.access": quiet,
            "werkzeug": quiet,
            "waitress.queue": {"level": "ERROR"},
        },
    }


def log_requests(app: Flask) -> None:
    """Give each request a number, and write one line when it is done."""

    @app.before_request
    def begin() -> None:
        g.request_id = secrets.token_hex(8)
        g.request_began = time.perf_counter()

    @app.after_request
    def end(response: Response) -> Response:
        number = request_id()
        response.headers[REQUEST_ID] = number
        began = g.get("request_began", time.perf_counter())
        milliseconds = round((time.perf_counter() - began) * 1000, 1)
        requests_log.log(
            _level(response),
            "request",
            extra={
                "request_id": number,
                "method": request.method,
                "route": route(),
                "status": response.status_code,
                "milliseconds": milliseconds,
            },
        )
        return response

    app.log_exception = log_exception  # type: ignore[method-assign,assignment]


def _level(response: Response) -> int:
    """Say how loud a request is told; a probe that succeeds is hardly worth a line."""
    if response.status_code >= SERVER_FAULT:
        return logging.ERROR
    return logging.DEBUG if route() in PROBES else logging.INFO


def log_exception(
    failure: Failure | tuple[None, None, None],
) -> None:
    """Write an unexpected error with its number; Flask would write the path."""
    requests_log.error(
        "unexpected error",
        exc_info=failure,
        extra={"request_id": request_id(), "route": route(), "method": request.method},
    )


def request_id() -> str:
    """Give the number of this request, to show on an error page."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(8)
    return str(g.request_id)


def route() -> str:
    """Name the kind of page, as its pattern: a path may hold a key."""
    return request.url_rule.rule if request.url_rule else "-"
