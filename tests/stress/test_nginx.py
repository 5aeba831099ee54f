"""The example for nginx, in front of the real server, as Debian would load it."""

import http.client
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.server import Server, Visitor
from wizard.guarding.security import HEADERS
from wizard.web_worker import TOLD

pytestmark = pytest.mark.stress

ROOT = Path(__file__).resolve().parents[2]
NAME = "raadwijzer.example.nl"
SLOW, LONGEST = 12, 1.0
DEBIAN = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
    gzip on;
    access_log {folder}/access.log;
    {temporary}
    include {folder}/site.conf;
}}
"""
PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def free_port():
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module")
def proxy(tmp_path_factory):
    """nginx with our file, on ports and a certificate of this test."""
    program = shutil.which("nginx")
    if program is None:
        pytest.skip("nginx is not installed here")
    folder = tmp_path_factory.mktemp("nginx")
    server = Server(
        f"sqlite:///{folder / 'raad.sqlite'}",
        folder,
        tls="true",
        trusted_proxies="1",
        hosts=NAME,
        dossiers_per_hour="0",
        pdfs_per_hour="0",
        pdf_ahead="0",
    )
    server.start()
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", f"/CN={NAME}", "-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    tls, plain = free_port(), free_port()
    site = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    for given, here in (
        ("listen 443 ssl;", f"listen 127.0.0.1:{tls} ssl;"),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("    listen [::]:443 ssl;\n", ""),
        ("    listen [::]:80;\n", ""),
        ("server 127.0.0.1:8000;", f"server 127.0.0.1:{server.port};"),
        ("/etc/ssl/raadwijzer/fullchain.pem", str(certificate)),
        ("/etc/ssl/raadwijzer/privkey.pem", str(key)),
        ("/var/log/nginx/", f"{folder}/"),
    ):
        assert site.count(given) == 1, given
        site = site.replace(given, here)
    (folder / "site.conf").write_text(site)
    temporary = " ".join(f"{one}_temp_path {folder}/{one};" for one in PATHS)
    config = folder / "nginx.conf"
    config.write_text(DEBIAN.format(folder=folder, temporary=temporary))
    subprocess.run([program, "-t", "-c", str(config)], check=True, capture_output=True)
    process = subprocess.Popen([program, "-c", str(config)])
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if ask(tls, "/gezond").status == 200:
                break
        except OSError:
            time.sleep(0.05)
    yield tls, plain, folder, server
    process.terminate()
    process.wait()
    server.kill()


def line_to(port):
    """Open a line as a browser that does not mind who made the certificate."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    return trusting.wrap_socket(
        socket.create_connection(("127.0.0.1", port), 60), server_hostname=NAME
    )


def ask(port, path, **headers):
    """Ask for one page, and give the answer with its body in `data`."""
    sent = {"Host": NAME, "Connection": "close", "Accept-Encoding": "gzip"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
    with line_to(port) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\n{head}\r\n".encode())
        answer: Any = http.client.HTTPResponse(line)
        answer.begin()
        answer.data = answer.read()
    return answer


def test_a_page_with_a_form_is_not_packed_and_a_sheet_is(proxy):
    page = ask(proxy[0], "/cameratoezicht/poort")
    sheet = ask(proxy[0], "/static/css/raadwijzer.css")

    assert page.status == sheet.status == 200
    assert b'name="csrf_token"' in page.data
    assert page.headers["Content-Encoding"] is None
    assert sheet.headers["Content-Encoding"] == "gzip"


def test_the_cookie_and_the_promise_of_https_come_through(proxy):
    page = ask(proxy[0], "/cameratoezicht/poort")

    assert page.headers["Set-Cookie"].startswith("__Host-raadwijzer=")
    assert "Secure" in page.headers["Set-Cookie"]
    assert page.headers["Strict-Transport-Security"]
    assert page.headers["Server"].startswith("nginx")
    assert ask(proxy[0], "/", Host="evil.example").status == 400


def test_what_is_too_large_is_told_in_our_words_with_our_headers(proxy):
    with line_to(proxy[0]) as line:
        head = f"POST /controleren HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n"
        line.sendall(f"{head}Content-Length: 3000000\r\n\r\n".encode())
        answer = http.client.HTTPResponse(line)
        answer.begin()
        told = answer.read().decode()

    assert answer.status == 413
    assert told == f"{TOLD[413]}\n"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["Strict-Transport-Security"]


def test_who_comes_without_https_is_sent_there(proxy):
    with closing(http.client.HTTPConnection("127.0.0.1", proxy[1], 10)) as plain:
        plain.request("GET", "/d/geheim", headers={"Host": NAME})
        answer = plain.getresponse()

    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{NAME}/d/geheim"


def test_what_is_for_the_watch_is_not_for_the_world(proxy):
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    elsewhere = http.client.HTTPSConnection(
        "127.0.0.1", proxy[0], context=trusting, source_address=("127.0.0.2", 0)
    )
    statuses = []
    for path in ("/gereed", "/metrics", "/gezond"):
        elsewhere.request("GET", path, headers={"Host": NAME})
        answer = elsewhere.getresponse()
        answer.read()
        statuses.append(answer.status)
    elsewhere.close()

    assert statuses == [403, 403, 200]
    assert ask(proxy[0], "/gereed").status == 200


def test_twelve_slow_senders_stop_nobody(proxy):
    tls, _, _, server = proxy
    lines = []
    for _ in range(SLOW):
        line = line_to(tls)
        line.sendall(f"POST / HTTP/1.1\r\nHost: {NAME}\r\n".encode())
        line.sendall(b"Content-Length: 5000\r\n\r\n0123456789")
        lines.append(line)
    waits, until = [], time.monotonic() + 5
    while time.monotonic() < until:
        began = time.monotonic()
        assert ask(tls, "/gezond").status == 200
        waits.append(time.monotonic() - began)
        time.sleep(0.05)
    began = time.monotonic()
    for line in lines:
        line.settimeout(40)
        with closing(line), suppress(OSError):
            line.recv(1)
    print(
        f"\n{SLOW} slow senders before nginx: /gezond at most {max(waits):.2f} s; cut off "
        f"after {5 + time.monotonic() - began:.0f} s"
    )

    assert max(waits) < LONGEST
    assert time.monotonic() - began < 20
    assert Visitor(server.port).ask("GET", "/gezond")[0] == 200


def test_no_key_and_no_address_stands_in_any_log(proxy):
    tls, _, folder, server = proxy
    key = "zx9qgeheimesleutel"
    assert ask(tls, f"/d/{key}", X_Forwarded_For="203.0.113.9").status == 404
    assert ask(tls, f"/l/{key}").status == 404
    written = [
        one.read_text(errors="replace")
        for one in (*folder.glob("*.log"), server.log)
        if one.exists()
    ]

    assert len(written) >= 3
    assert not any(
        word in text for text in written for word in (key, "203.0.113.9", "127.0.0.1 -")
    )
