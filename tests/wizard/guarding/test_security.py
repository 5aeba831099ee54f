"""Headers, cookies, forged forms, and input that is no text."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask, abort, render_template_string, request
from werkzeug.exceptions import HTTPException

from wizard.guarding.security import (
    FORM_BYTES,
    HEADERS,
    HSTS_SECONDS,
    Protection,
    protect,
    show_to_search_engines,
    typed_fields,
)
from wizard.logs import log_requests
from wizard.refusals import refusal_of
from wizard.web_worker import TOLD

EXAMPLE = Path(__file__).resolve().parents[3] / "deploy/nginx.conf"
PLAIN = Protection(
    secret="x" * 32,
    tls=False,
    trusted_proxies=0,
    trusted_hosts=(),
    request_bytes=1_000_000,
    session_life=timedelta(days=30),
)


def counter(protection=PLAIN):
    """A counter with one form, and what it says when it refuses."""
    app = Flask("counter", static_folder=None)
    log_requests(app)
    protect(app, protection)

    @app.get("/")
    def start():
        show_to_search_engines()
        return "begin"

    @app.get("/formulier")
    def form():
        return render_template_string("{{ csrf_token() }}")

    @app.post("/formulier")
    def post():
        return f"kept {request.form.get('answer')}"

    @app.get("/fout/<int:status>")
    def fault(status):
        show_to_search_engines()
        abort(status)

    @app.get("/wie")
    def who():
        return f"{request.remote_addr} {request.scheme}"

    @app.errorhandler(HTTPException)
    def refuse(error):
        refusal = refusal_of(error)
        typed = dict(typed_fields()) if refusal.may_send_again else {}
        return f"{refusal.title}|{typed}", refusal.status

    return app


@pytest.fixture
def visitor():
    return counter().test_client()


def token(client, **kwargs):
    return client.get("/formulier", **kwargs).text


@pytest.mark.parametrize("path", ["/", "/formulier", "/bestaat-niet", "/fout/503"])
def test_every_answer_carries_the_headers(visitor, path):
    headers = visitor.get(path).headers

    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
    assert policy.startswith("default-src 'none';")
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert len(headers["X-Request-ID"]) == 16
    assert "Strict-Transport-Security" not in headers


def test_only_a_public_page_may_be_found(visitor):
    assert "X-Robots-Tag" not in visitor.get("/").headers
    for path in ("/formulier", "/bestaat-niet", "/fout/500"):
        assert visitor.get(path).headers["X-Robots-Tag"] == "noindex, nofollow"


def test_behind_tls_cookies_are_secure_and_the_browser_remembers():
    client = counter(replace(PLAIN, tls=True)).test_client()
    answer = client.get("/formulier", base_url="https://raad.example")

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-raadwijzer=")
    for flag in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert flag in cookie
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_without_tls_a_cookie_still_hides_from_scripts(visitor):
    cookie = visitor.get("/formulier").headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_a_cookie_is_signed_with_sha_256(visitor):
    cookie = visitor.get("/formulier").headers["Set-Cookie"].split(";")[0]

    assert len(cookie.rpartition(".")[2]) == 43


@pytest.mark.parametrize("tls", [False, True])
def test_a_form_of_our_own_comes_through_without_referrer(tls):
    client = counter(replace(PLAIN, tls=tls)).test_client()
    base = "https://raad.example" if tls else "http://raad.example"
    answer = client.post(
        "/formulier",
        data={"answer": "ja", "csrf_token": token(client, base_url=base)},
        base_url=base,
        headers={"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    )

    assert (answer.status_code, answer.text) == (200, "kept ja")


@pytest.mark.parametrize("forged", [None, "", "x", "é", "a.b.c", "\u2603" * 50])
def test_a_form_without_a_true_token_is_refused_and_its_input_kept(visitor, forged):
    token(visitor)
    data = {"answer": "ja"} | ({} if forged is None else {"csrf_token": forged})
    answer = visitor.post("/formulier", data=data)

    assert answer.status_code == 400
    assert answer.text == "Het formulier is verlopen|{'answer': 'ja'}"


def test_a_token_of_somebody_else_is_refused(visitor):
    other = visitor.application.test_client()
    token(visitor)
    answer = visitor.post("/formulier", data={"csrf_token": token(other)})

    assert answer.status_code == 400


@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
def test_a_form_from_elsewhere_is_refused_even_with_a_token(visitor, site):
    answer = visitor.post(
        "/formulier",
        data={"answer": "ja", "csrf_token": token(visitor)},
        headers={"Sec-Fetch-Site": site},
    )

    assert answer.status_code == 403
    assert answer.text == "Dit formulier komt van een andere website|{}"


@pytest.mark.parametrize(
    "body",
    [b"answer=%ff", b"answer=\xff\xfe", b"answer=%00", b"%c3%28=ja", b"a=%ED%A0%80"],
)
def test_broken_text_in_a_form_is_told(visitor, body):
    answer = visitor.post(
        "/formulier",
        data=body + b"&csrf_token=" + token(visitor).encode(),
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 400
    assert answer.text.startswith("Deze invoer is niet te lezen")


@pytest.mark.parametrize("address", ["/%ff", "/formulier?a=%fe", "/%00", "/?%e2%28=1"])
def test_broken_text_in_an_address_is_told(visitor, address):
    answer = visitor.get(address)

    assert answer.status_code == 400
    assert answer.text.startswith("Deze invoer is niet te lezen")


def test_broken_text_in_an_upload_is_told(visitor):
    boundary = b"--grens\r\n"
    body = (
        boundary
        + b'Content-Disposition: form-data; name="answer"\r\n\r\n\xff\xfe\r\n--grens--'
    )
    answer = visitor.post(
        "/formulier", data=body, content_type="multipart/form-data; boundary=grens"
    )

    assert answer.status_code == 400
    assert answer.text.startswith("Deze invoer is niet te lezen")


def test_text_with_lines_and_all_languages_comes_through(visitor):
    text = "één\r\ntwee\t“drie” – 日本語 🙂"
    answer = visitor.post(
        "/formulier", data={"answer": text, "csrf_token": token(visitor)}
    )

    assert answer.text == f"kept {text}"


def test_what_is_too_large_is_told(visitor):
    long = visitor.post("/formulier", data={"answer": "x" * (FORM_BYTES + 1)})
    huge = visitor.post(
        "/formulier",
        data=b"x" * 10_000_000,
        content_type="multipart/form-data; boundary=grens",
    )

    assert (long.status_code, huge.status_code) == (413, 413)
    assert long.text.startswith("Dit is te groot")


def test_what_is_no_form_is_told(visitor):
    answer = visitor.post("/formulier", json={"answer": "ja"})

    assert answer.status_code == 415


def test_a_thousand_parts_are_too_many(visitor):
    data = {f"deel_{number}": "x" for number in range(1000)}
    answer = visitor.post("/formulier", data=data, content_type="multipart/form-data")

    assert answer.status_code == 413


def test_a_proxy_is_believed_only_when_it_was_told():
    forwarded = {"X-Forwarded-For": "192.0.2.9", "X-Forwarded-Proto": "https"}
    straight = counter().test_client().get("/wie", headers=forwarded)
    behind = counter(replace(PLAIN, trusted_proxies=1)).test_client()

    assert straight.text == "127.0.0.1 http"
    assert behind.get("/wie", headers=forwarded).text == "192.0.2.9 https"
    forged = {"X-Forwarded-For": "203.0.113.5, 192.0.2.9"}
    assert behind.get("/wie", headers=forged).text == "192.0.2.9 http"


def test_what_the_proxy_refuses_it_tells_in_our_words_with_our_headers():
    """`tests/stress/test_nginx.py` asks nginx itself."""
    example = EXAMPLE.read_text(encoding="utf-8")
    given = dict(re.findall(r'add_header (\S+) "([^"]*)" always;', example))

    assert given == HEADERS | {
        "Strict-Transport-Security": f"max-age={HSTS_SECONDS}",
        "Cache-Control": "no-store",
    }
    assert f'return 413 "{TOLD[413]}\\n";' in example
    assert "error_page 413 @te_groot;" in example


def test_https_in_front_that_we_were_not_told_of_is_noticed_once(caplog):
    behind, told = {"X-Forwarded-Proto": "https"}, "https seems to be in front"
    plain = counter().test_client()
    plain.get("/wie")
    assert told not in caplog.text
    for _ in range(3):
        plain.get("/wie", headers=behind)
    assert caplog.text.count(told) == 1

    counter(replace(PLAIN, tls=True)).test_client().get("/wie", headers=behind)
    assert caplog.text.count(told) == 1


def test_another_host_name_is_refused_when_the_names_are_set():
    client = counter(replace(PLAIN, trusted_hosts=("raad.example",))).test_client()

    assert client.get("/", base_url="http://raad.example").status_code == 200
    assert client.get("/", base_url="http://127.0.0.1:8000").status_code == 200
    assert client.get("/", base_url="http://kwaad.example").status_code == 400


@pytest.mark.parametrize("cookie", ["x", "é", "a.b.c", "\x01", "e30.x.y" * 100])
def test_a_tampered_cookie_is_no_cookie(visitor, cookie):
    visitor.set_cookie("raadwijzer", cookie)

    assert visitor.get("/formulier").status_code == 200
