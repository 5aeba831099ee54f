"""The server as it is started in earnest: it says what happens, and stops with grace."""

import json
import os
import signal
import socket
import threading
import time

import pytest

from tests.server import Server, Visitor
from wizard.cli import main
from wizard.serving import AddressError, try_address

MEMO = "/cameratoezicht/dossier.pdf"


def running(folder):
    """Start a server in a folder, and kill it when its tests are done."""
    started = Server(f"sqlite:///{folder / 'raad.sqlite'}", folder, pdf_ahead="0")
    started.start()
    yield started
    started.kill()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One that goes on, whatever a visitor does to it."""
    yield from running(tmp_path_factory.mktemp("server"))


@pytest.fixture
def stopping(tmp_path):
    """One to stop."""
    yield from running(tmp_path)


def lines(server):
    """Read the log, without the one sentence for whoever starts it by hand."""
    told = server.log.read_text().splitlines()
    return [json.loads(line) for line in told if not line.startswith("Raadwijzer ")]


def until(condition):
    deadline = time.monotonic() + 30
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert condition()


def test_a_stop_finishes_what_was_asked_and_leaves_nothing_behind(stopping):
    server = stopping
    visitor = Visitor(server.port)
    question = visitor.begin()
    visitor.ask("GET", question)
    phase = {"fase-antwoord": "voorstel"}
    assert visitor.ask("POST", question, **phase, versie="0")[0] == 303
    found = []
    memo = threading.Thread(target=lambda: found.append(visitor.fetch("GET", MEMO)))
    memo.start()
    time.sleep(0.15)
    code = server.stop()
    memo.join()

    assert code == 0
    assert found[0].status == 200
    assert found[0].data.startswith(b"%PDF-")
    assert found[0].data.rstrip().endswith(b"%%EOF")
    until(lambda: not server.family())

    told = lines(server)
    assert {"INFO"} == {line["level"] for line in told}
    assert "request" in {line["event"] for line in told}
    assert {"/<decision:name>/dossier.<form>", "/<decision:name>/poort"} <= {
        line["route"] for line in told if line["event"] == "request"
    }
    assert visitor.cookie.partition("=")[2] not in server.log.read_text()


def test_who_never_ends_a_request_keeps_nobody_from_theirs(server):
    lines_held = []
    for _ in range(24):  # three times the threads that answer
        line = socket.create_connection(("127.0.0.1", server.port))
        line.sendall(
            b"POST /wissen HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nab"
        )
        lines_held.append(line)

    assert Visitor(server.port).ask("GET", "/gezond") == (200, "gezond\n")
    for line in lines_held:
        line.close()


def test_an_address_that_is_taken_is_told_at_once_with_what_to_do(
    environment, logging_as_it_was, capsys
):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as stopped:
            main(["serve", "--port", str(port)])

    told = capsys.readouterr()
    assert stopped.value.code == 2
    assert f"poort {port}: daar luistert al een programma" in told.err
    assert "raadwijzer serve --port" in told.err
    assert "draait op" not in told.out


@pytest.mark.parametrize("address", [("127.0.0.1", 80_000), ("192.0.2.1", 8_000)])
def test_an_address_that_is_not_here_is_told(address):
    with pytest.raises(AddressError, match="dat adres is er hier niet"):
        try_address(*address)


def test_what_is_no_request_is_refused_in_our_words(server):
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: veel\r\n\r\n")
        told = b"".join(iter(lambda: line.recv(65_536), b"")).decode()

    assert told.startswith("HTTP/1.1 400")
    assert "Ga terug en probeer het opnieuw" in told
    assert "default-src 'none'" in told
    assert "waitress" not in told.lower()


def test_the_database_is_for_its_owner_alone(server):
    files = list(server.log.parent.glob("raad.sqlite*"))

    assert files
    assert [file for file in files if file.stat().st_mode & 0o077] == []


def test_a_worker_that_was_killed_is_replaced_and_takes_its_printer_along(server):
    visitor = Visitor(server.port)
    assert visitor.ask("GET", "/gereed")[0] == 200
    before = server.family()
    worker = next(one for one, parent in before.items() if parent == server.process.pid)
    its_own = {worker} | {one for one, parent in before.items() if parent == worker}
    assert len(its_own) >= 2
    os.kill(worker, signal.SIGKILL)

    def replaced():
        after = server.family()
        workers = [one for one, parent in after.items() if parent == server.process.pid]
        return len(workers) == 2 and not its_own & set(after)

    until(replaced)
    assert [visitor.ask("GET", "/gereed")[0] for _ in range(4)] == [200] * 4
