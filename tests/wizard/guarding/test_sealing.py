"""The cookie says nothing to who looks at it, and takes nothing from who writes in it."""

import hashlib

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import BadSignature
from itsdangerous.encoding import base64_decode

from wizard.guarding.sealing import MARK, sealed_by

SECRET = "een geheim dat alleen in de tests bestaat"
KEY = "abcdefghijklmnopqrstuvwxyz234567"


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.booleans()))
def test_what_was_sealed_is_read_back(contents):
    seal = sealed_by(SECRET)

    assert seal.loads(seal.dumps(contents)) == contents


def test_no_key_can_be_read_in_it_and_no_two_are_alike():
    seal = sealed_by(SECRET)
    one, two = (seal.dumps({"dossier": ["BCDF-2345", KEY]}) for _ in range(2))

    for cookie in (one, two):
        covered = cookie.encode().removeprefix(MARK).split(b".")[0]
        assert KEY.encode() not in base64_decode(covered)
        assert KEY not in cookie
    assert one != two


def test_another_secret_opens_nothing():
    with pytest.raises(BadSignature):
        sealed_by(SECRET * 2).loads(sealed_by(SECRET).dumps({"a": 1}))


@pytest.mark.parametrize("place", [5, 40, -1])
def test_one_changed_letter_breaks_it(place):
    cookie = list(sealed_by(SECRET).dumps({"dossier": ["BCDF-2345", KEY]}))
    # of the last letter two bits say nothing: a to d are one to who reads them
    cookie[place] = "A" if cookie[place] not in "ABCD" else "Q"

    with pytest.raises(BadSignature):
        sealed_by(SECRET).loads("".join(cookie))


def test_a_cookie_of_the_release_before_is_still_read():
    app = Flask("oud")
    app.secret_key = SECRET
    before = SecureCookieSessionInterface()
    before.digest_method = hashlib.sha256
    cookie = before.get_signing_serializer(app).dumps({"sleutel": KEY})

    assert sealed_by(SECRET).loads(cookie) == {"sleutel": KEY}
