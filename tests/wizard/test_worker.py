"""Slow browsers are cut off, and the operator is told what is probably not meant."""

import time

import pytest

from wizard.logs import JsonLines
from wizard.serving import warnings_of
from wizard.settings import Settings, SettingsError, load_settings
from wizard.web_worker import PATIENCE, Connection


@pytest.fixture
def line(monkeypatch):
    monkeypatch.setattr(Connection, "__init__", lambda _: None)
    monkeypatch.setattr("wizard.web_worker.HTTPChannel.received", lambda *_: True)
    return Connection()


def test_who_takes_too_long_over_one_request_is_cut_off(line):
    line.request = object()
    line.received(b"POST / HT")
    began = line.since
    line.received(b"TP/1.1")

    assert line.since == began
    assert not line.is_too_slow(time.monotonic())
    assert line.is_too_slow(began + PATIENCE + 1)


def test_who_ends_a_request_is_not(line):
    line.request = object()
    line.received(b"GET / HTTP")
    line.request = None
    line.received(b"/1.1\r\n\r\n")

    assert not line.is_too_slow(time.monotonic() + 10 * PATIENCE)


@pytest.mark.parametrize(
    ("host", "settings", "told"),
    [
        ("127.0.0.1", {}, ()),
        ("0.0.0.0", {"trusted_proxies": 1, "tls": True}, ()),
        ("0.0.0.0", {"tls": True}, ("geen proxy",)),
        ("192.0.2.1", {}, ("geen proxy", "RAADWIJZER_TLS staat uit")),
    ],
)
def test_an_open_door_is_told(host, settings, told):
    found = tuple(warnings_of(Settings(**settings), host))

    assert len(found) == len(told)
    assert all(words in warning for words, warning in zip(told, found, strict=True))


def test_behind_tls_the_names_are_required(environment):
    environment.setenv("RAADWIJZER_TLS", "true")
    with pytest.raises(SettingsError, match="RAADWIJZER_HOSTS: is nodig"):
        load_settings()
    environment.setenv("RAADWIJZER_HOSTS", "raad.example")

    assert load_settings().tls


def test_a_line_of_the_server_is_readable_and_says_no_more_than_it_may():
    import logging  # noqa: PLC0415

    def written(message, *args):
        record = logging.LogRecord("gunicorn.error", 40, "x", 1, message, args, None)
        return JsonLines().format(record)

    assert "Worker (pid:12) was sent SIGKILL!" in written(
        "Worker (pid:%s) was sent %s! Perhaps out of memory?", 12, "SIGKILL"
    )
    assert "mijnsleutel" not in written("Error handling %s", "/d/mijnsleutel")
    assert "mijnsleutel" not in written("Error handling %s", "mijnsleutel")
