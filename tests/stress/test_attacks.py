"""What stopped the service once: long texts, slow senders, files that take memory.

The figures hold on two quiet cores. Each is printed; a machine that is busy shows it.
"""

import html
import io
import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing

import pikepdf
import pytest

from tests.server import PROGRAM, Server, Visitor, used_by

pytestmark = pytest.mark.stress

LONGEST = 1.0  # seconds in which a server that lives says so
DOWNLOADS = int(os.environ.get("STRESS_DOWNLOADS", "24"))
PER_PROCESS = 150  # megabytes, with its share of what is shared
LEFT_BEHIND = 60  # megabytes that a process may have grown, all counted
RESTARTS = 2


@pytest.fixture
def server(tmp_path):
    free = {"dossiers_per_hour": "0", "pdfs_per_hour": "0", "pdf_ahead": "0"}
    started = Server(f"sqlite:///{tmp_path / 'raad.sqlite'}", tmp_path, **free)
    started.start()
    yield started
    started.kill()


def slowest(server, while_true):
    """Ask whether it lives, over and over, and give the longest wait."""
    waits = []
    while True:
        began = time.monotonic()
        assert Visitor(server.port).ask("GET", "/gezond") == (200, "gezond\n")
        waits.append(time.monotonic() - began)
        if not while_true():
            return max(waits)
        time.sleep(0.05)


def at_once(jobs):
    """Do all of these at the same time; give a function that tells whether any goes on."""
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    return threads


def begun(server):
    visitor = Visitor(server.port)
    assert visitor.answer(visitor.begin()).status == 303
    visitor.ask("GET", "/delen")
    return visitor


def test_four_long_texts_stop_nobody(server):
    path = "/controleer-tekst"
    text = "Toelichting:\n" + "1" * 95_000
    visitors = [begun(server) for _ in range(4)]
    found = []
    threads = at_once(
        [
            lambda who=who: found.append(who.ask("POST", path, tekst=text)[0])
            for who in visitors
        ]
    )
    wait = slowest(server, lambda: any(one.is_alive() for one in threads))
    print(f"\nfour posts of 95 kB: {found}, /gezond at most {wait:.2f} s")

    assert set(found) == {413}
    assert wait < LONGEST


def test_twelve_slow_senders_stop_nobody(server):
    lines = []
    for _ in range(12):
        line = socket.create_connection(("127.0.0.1", server.port))
        line.sendall(
            b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n0123456789"
        )
        lines.append(line)
    until = time.monotonic() + 5
    wait = slowest(server, lambda: time.monotonic() < until)
    began = time.monotonic()
    for line in lines:
        line.settimeout(40)
        assert line.recv(1) == b""
        line.close()
    print(
        f"\ntwelve slow senders: /gezond at most {wait:.2f} s; cut off after "
        f"{5 + time.monotonic() - began:.0f} s"
    )

    assert wait < LONGEST


def workers_of(server):
    return [
        one for one, parent in server.family().items() if parent == server.process.pid
    ]


def most_used(server):
    """Give the most that any web process uses, as Pss and as Rss."""
    used = [used_by(one) for one in workers_of(server)]
    return max(one.pss for one in used), max(one.rss for one in used)


def hostile_pdf():
    target = io.BytesIO()
    paper = pikepdf.Pdf.new()
    for _ in range(60):
        paper.add_blank_page(page_size=(1_199, 1_199))
    paper.attachments["x.json"] = b"{}"
    paper.save(target)
    return target.getvalue()


def upload(server, data):
    visitor = Visitor(server.port)
    visitor.ask("GET", "/controleren")
    edge = b"--grens\r\n"
    fields = visitor.proof.items()
    body = b"".join(
        edge + f'Content-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode()
        for k, v in fields
    )
    body += (
        edge + b'Content-Disposition: form-data; name="bestand"; filename="a.pdf"\r\n'
    )
    body += b"Content-Type: application/pdf\r\n\r\n" + data + b"\r\n--grens--\r\n"
    head = (
        f"POST /controleren HTTP/1.1\r\nHost: x\r\nCookie: {visitor.cookie}\r\n"
        f"Content-Type: multipart/form-data; boundary=grens\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    with closing(socket.create_connection(("127.0.0.1", server.port), 60)) as line:
        line.sendall(head.encode() + body)
        return int(b"".join(iter(lambda: line.recv(65_536), b"")).split()[1])


def test_eight_hostile_uploads_leave_nothing_behind(server):
    data, found = hostile_pdf(), []
    before = most_used(server)
    threads = at_once([lambda: found.append(upload(server, data))] * 8)
    wait = slowest(server, lambda: any(one.is_alive() for one in threads))
    after = most_used(server)
    print(
        f"\neight uploads of {len(data)} bytes: {sorted(found)}, /gezond at most "
        f"{wait:.2f} s, a process (Pss, Rss) {before} → {after} MB"
    )

    assert set(found) <= {200, 422, 503}
    assert after[0] <= PER_PROCESS
    assert after[1] - before[1] <= LEFT_BEHIND


def memo(visitor):
    """Take the memo of one page."""
    return arrived(visitor, visitor.fetch("GET", "/cameratoezicht/memo.pdf"))


def dossier(visitor):
    """Take all that there is to print."""
    return arrived(visitor, visitor.fetch("GET", "/cameratoezicht/dossier.pdf"))


def motion(visitor):
    """Make a motie of one's own, look at its check, and take it as a PDF."""
    paper = "/cameratoezicht/stukken/motie"
    page = visitor.ask("GET", paper)[1]
    ready = re.search(
        r'<textarea[^>]*name="verzoek_1"[^>]*>(.*?)</textarea>'
        r'.*?name="aan_1".*?<option value="([^"]+)" selected',
        page,
        re.DOTALL,
    )
    own = {
        "titel": f"Motie van {visitor.code}",
        "verzoek_1": html.unescape(ready[1]).strip(),
        "aan_1": ready[2],
        "lokaal": "nee",
        "versie": re.search(r'name="versie" value="(\d+)"', page)[1],
    }
    answer = visitor.fetch("POST", paper, **own)
    checking = f"{paper}/controle"
    assert (answer.status, answer.headers.get("location")) == (303, checking)
    assert visitor.ask("GET", checking)[0] == 200
    return arrived(visitor, visitor.fetch("POST", checking, vorm="pdf", griffie="ja"))


def arrived(visitor, answer):
    """Wait as a browser does for what has a place in the row."""
    while answer.status in (202, 303):
        if answer.status == 303:
            pause, path = 0, answer.headers["location"]
        elif "refresh" in answer.headers:
            pause, path = answer.headers["refresh"].split("; url=")
        else:
            break
        time.sleep(float(pause))
        answer = visitor.fetch("GET", path)
    return answer.status, answer.headers["content-type"]


@pytest.mark.parametrize("paper", [memo, dossier, motion])
def test_a_council_that_downloads_together_is_served(server, paper):
    visitors = [begun(server) for _ in range(DOWNLOADS)]
    found, ends, began = [], [], time.monotonic()

    def take(who):
        found.append(paper(who))
        ends.append(time.monotonic() - began)

    threads = at_once([lambda who=who: take(who) for who in visitors])
    wait = slowest(server, lambda: any(one.is_alive() for one in threads))
    ends.sort()
    print(
        f"\n{DOWNLOADS} at once, {paper.__name__}: the first in {ends[0]:.1f} s, half in "
        f"{ends[DOWNLOADS // 2]:.1f} s, all in {ends[-1]:.1f} s, /gezond at most "
        f"{wait:.2f} s, load {os.getloadavg()[0]:.1f}"
    )

    assert found == [(200, "application/pdf")] * DOWNLOADS


HELD = """
import os, socket, sys
held = socket.socket(fileno=int(sys.argv[1]))
os.dup2(held.fileno(), 3)
os.set_inheritable(3, True)
os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))
os.execv(sys.argv[2], [sys.argv[2], "serve"])
"""


def test_a_restart_under_load_breaks_no_request(tmp_path):
    """The socket stays, as systemd holds it; the process behind it comes and goes."""
    with closing(socket.create_server(("127.0.0.1", 0), backlog=2_048)) as held:
        server = Server(f"sqlite:///{tmp_path / 'raad.sqlite'}", tmp_path)
        server.port = held.getsockname()[1]

        def started():
            with server.log.open("ab") as log:
                return subprocess.Popen(
                    [sys.executable, "-c", HELD, str(held.fileno()), str(PROGRAM)],
                    env=server.environment,
                    pass_fds=[held.fileno()],
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )

        process, stop, found, wrong = started(), threading.Event(), [], []
        visitor = begun(server)

        def ask():
            while not stop.is_set():
                began = time.monotonic()
                try:
                    status, _ = visitor.ask("GET", "/cameratoezicht/overzicht")
                    found.append(time.monotonic() - began)
                    wrong.extend([status] if status != 200 else [])
                except OSError as error:
                    wrong.append(repr(error))

        threads = at_once([ask] * 4)
        for _ in range(RESTARTS):
            time.sleep(2)
            answered = len(found)
            while len(found) < answered + 20:  # it is up, and at work
                time.sleep(0.1)
            process.terminate()
            assert process.wait(60) == 0
            process = started()
        time.sleep(5)
        stop.set()
        for thread in threads:
            thread.join()
        os.killpg(process.pid, 9)
        process.wait()
    print(
        f"\n{RESTARTS} restarts under load: {len(found)} requests, {len(wrong)} errors, "
        f"longest wait {max(found):.1f} s {json.dumps(wrong[:3])}"
    )

    assert wrong == []
