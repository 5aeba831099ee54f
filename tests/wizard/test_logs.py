"""A log line says what happened, and never who or what was answered."""

import json
import logging
import logging.config

import pytest
from flask import Flask, g

from wizard.logs import JsonLines, log_requests, logging_setup


def lines(caplog):
    return [json.loads(JsonLines().format(one)) for one in caplog.records]


@pytest.fixture
def visitor(caplog):
    caplog.set_level(logging.INFO)
    app = Flask("counter", static_folder=None)
    log_requests(app)

    @app.get("/open/<key>")
    def page(key):
        return g.request_id

    @app.get("/stuk/<key>")
    def broken(key):
        raise ValueError(f"geheim antwoord {key}")

    return app.test_client()


def test_a_page_is_one_line_with_its_pattern(visitor, caplog):
    answer = visitor.get(
        "/open/mijnsleutel?antwoord=ja", headers={"User-Agent": "browser"}
    )

    (line,) = lines(caplog)
    assert line["route"] == "/open/<key>"
    assert line["status"] == 200
    assert line["request_id"] == answer.text == answer.headers["X-Request-ID"]
    written = json.dumps(line)
    for secret in ("mijnsleutel", "antwoord", "127.0.0.1", "browser"):
        assert secret not in written


def test_a_page_that_does_not_exist_leaves_no_path(visitor, caplog):
    visitor.get("/open/mijnsleutel/en/meer")

    (line,) = lines(caplog)
    assert (line["route"], line["status"]) == ("-", 404)


def test_an_unexpected_error_tells_its_place_and_not_its_words(visitor, caplog):
    answer = visitor.get("/stuk/mijnsleutel")

    assert answer.status_code == 500
    error, request = lines(caplog)
    assert error["error"] == ["ValueError"]
    assert error["where"][-1].endswith(" broken")
    assert error["request_id"] == request["request_id"]
    assert request["level"] == "ERROR"
    for secret in ("mijnsleutel", "geheim"):
        assert secret not in json.dumps([error, request])


def test_what_another_library_says_is_not_filled_in():
    record = logging.LogRecord(
        "sqlalchemy", logging.WARNING, "x", 1, "row %s", ("geheim",), None
    )

    assert json.loads(JsonLines().format(record))["event"] == "row %s"


@pytest.mark.parametrize(
    ("level", "message", "filling"),
    [
        (logging.DEBUG, "%s %s", ("GET", "/d/mijnsleutel")),
        (logging.WARNING, "Invalid request from ip=192.0.2.1: /d/mijnsleutel", ()),
        (logging.ERROR, "Error handling request %s", ("/d/mijnsleutel",)),
    ],
)
def test_what_gunicorn_says_holds_no_address_and_no_path(level, message, filling):
    record = logging.LogRecord("gunicorn.error", level, "x", 1, message, filling, None)
    event = json.loads(JsonLines().format(record))["event"]

    assert event
    assert "192.0.2.1" not in event
    assert "mijnsleutel" not in event


def test_the_set_up_is_accepted_and_keeps_addresses_out(capsys):
    before = logging.root.handlers[:], logging.root.level
    try:
        logging.config.dictConfig(logging_setup("INFO"))
        logging.getLogger("werkzeug").info("127.0.0.1 GET /open/mijnsleutel")
        logging.getLogger("gunicorn.access").info("127.0.0.1 GET /open/mijnsleutel")
        logging.getLogger("raadwijzer.purge").info("purged")
        written = capsys.readouterr().err
    finally:
        logging.root.handlers[:], logging.root.level = before
        for name in ("raadwijzer", "gunicorn.error", "gunicorn.access", "werkzeug"):
            logging.getLogger(name).setLevel(logging.NOTSET)
            logging.getLogger(name).propagate = True

    assert "mijnsleutel" not in written
    assert json.loads(written)["event"] == "purged"
