"""Whoever watches the server is told the truth, in plain text, and nothing more."""

import logging
from concurrent.futures.process import BrokenProcessPool

import pytest
from sqlalchemy import event, text


@pytest.fixture
def counter(app):
    return app.extensions["raadwijzer"]


def test_a_living_process_says_so_and_asks_nothing(client, counter, monkeypatch):
    counter.dossiers.engine.dispose()
    monkeypatch.setattr(counter.print_ahead, "is_ready", None)
    response = client.get("/gezond")

    assert (response.status_code, response.text) == (200, "gezond\n")


@pytest.mark.parametrize("path", ["/gezond", "/gereed"])
def test_a_probe_is_plain_uncached_and_sets_no_cookie(client, path):
    response = client.get(path)

    assert response.content_type == "text/plain; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in response.headers


def test_it_is_ready_when_database_and_printer_answer(client):
    response = client.get("/gereed")

    assert response.status_code == 200
    assert (
        response.text
        == "gereed\ndatabase: in orde\nschrijven: in orde\npers: in orde\n"
    )


def test_tables_of_another_form_are_not_ready(client, counter):
    with counter.dossiers.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'oud'"))
    response = client.get("/gereed")

    assert response.status_code == 503
    assert "database: werkt niet" in response.text


def test_where_nothing_can_be_written_it_is_not_ready(client, counter):
    """As on a full disk: what is there can be read, and no answer can be kept."""
    engine = counter.dossiers.engine

    def only_read(connection, *_):
        connection.execute("PRAGMA query_only = ON")

    event.listen(engine, "checkout", only_read)
    response = client.get("/gereed")

    assert response.status_code == 503
    assert "database: in orde" in response.text
    assert "schrijven: werkt niet" in response.text


def test_without_a_database_it_is_not_ready(client, counter, monkeypatch, tmp_path):
    engine = counter.dossiers.engine
    engine.dispose()
    file = engine.url.database
    counter.dossiers.engine.dispose()
    with open(file, "r+b") as damaged:  # noqa: PTH123
        damaged.write(b"geen database" * 100)
    response = client.get("/gereed")

    assert response.status_code == 503
    assert "database: werkt niet" in response.text


def test_a_printer_that_breaks_is_told_and_then_replaced(client, counter, monkeypatch):
    printer = counter.print_ahead.printer
    whole = printer._revived  # noqa: SLF001 — break it on purpose

    def broken(*_):
        raise BrokenProcessPool

    monkeypatch.setattr(printer, "_revived", broken)
    response = client.get("/gereed")
    assert response.status_code == 503
    assert "pers: werkt niet" in response.text

    monkeypatch.setattr(printer, "_revived", whole)
    assert client.get("/gereed").status_code == 200


def test_a_probe_that_succeeds_is_not_worth_a_line(client, caplog):
    with caplog.at_level(logging.INFO, "raadwijzer.requests"):
        client.get("/gezond")
        client.get("/gereed")
        assert caplog.records == []
        client.get("/")
        assert len(caplog.records) == 1
