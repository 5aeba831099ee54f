"""Pages go out compressed for who can read that, and never beside a secret."""

import gzip

import pytest
from flask import Flask

from wizard.compression import FORM, LEAST, pack_pages

LONG = "<p>artikel 151c, eerste lid</p>" * 100
SECRET = f"<input {FORM.decode()} value='geheim'>"
ASKED = {"Accept-Encoding": "gzip"}


@pytest.fixture
def client():
    app = Flask("proef")
    pack_pages(app)
    app.add_url_rule("/lang", "lang", lambda: LONG)
    app.add_url_rule("/kort", "kort", lambda: "x" * (LEAST - 1))
    app.add_url_rule("/formulier", "formulier", lambda: LONG + SECRET)
    app.add_url_rule("/tekst", "tekst", lambda: (LONG, {"Content-Type": "text/plain"}))
    return app.test_client()


def test_a_long_page_goes_out_compressed(client):
    answer = client.get("/lang", headers=ASKED)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data).decode() == LONG
    assert int(answer.headers["Content-Length"]) == len(answer.data) < len(LONG) / 7


@pytest.mark.parametrize("path", ["/kort", "/formulier", "/tekst"])
def test_what_is_short_or_secret_or_no_page_goes_out_as_it_is(client, path):
    assert "Content-Encoding" not in client.get(path, headers=ASKED).headers


@pytest.mark.parametrize("accepts", [{}, {"Accept-Encoding": "gzip;q=0, br"}])
def test_who_cannot_read_it_gets_the_page_itself(client, accepts):
    answer = client.get("/lang", headers=accepts)

    assert answer.text == LONG
    assert answer.headers["Vary"] == "Accept-Encoding"
