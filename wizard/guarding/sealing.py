"""The seal on the cookie: nobody reads in it, and nobody writes in it.

Signed by itsdangerous, as Flask does. Under the signature what is said is covered with a
keystream: SHAKE-256 over a key and sixteen bytes that are never used twice. So a stolen
disk, a proxy or a browser extension that sees the cookie learns no key to a dossier.
"""

import hashlib
import secrets
from typing import Any

from flask.json.tag import TaggedJSONSerializer
from itsdangerous import BadPayload, URLSafeTimedSerializer
from itsdangerous.encoding import base64_decode, base64_encode

SALT = "cookie-session"  # as Flask has it, so that a cookie of before is still read
MARK = b"v2-"  # what stands before a cover; no cookie of before begins so
ONCE = 16  # bytes


class Sealed(URLSafeTimedSerializer):
    """Write and read what the cookie says, under a cover and a signature."""

    cover: bytes

    def dump_payload(self, obj: Any) -> bytes:
        """Cover what is said."""
        # Anew for each cookie: two texts under one keystream would uncover each other.
        once = secrets.token_bytes(ONCE)
        plain = super().dump_payload(obj)
        return MARK + base64_encode(once + _covered(plain, self.cover, once))

    def load_payload(self, payload: bytes, *args: Any, **kwargs: Any) -> Any:
        """Read under the cover; a cookie of the release before has none.

        Raises:
            BadPayload: when it is neither.
        """
        if payload.startswith(MARK):
            whole = base64_decode(payload.removeprefix(MARK))
            if len(whole) < ONCE:
                raise BadPayload("no cookie of ours")
            payload = _covered(whole[ONCE:], self.cover, whole[:ONCE])
        return super().load_payload(payload, *args, **kwargs)


def sealed_by(secret: str, salt: str = SALT) -> Sealed:
    """Give the serializer of this installation; what one salt sealed, no other opens."""
    made = Sealed(
        secret,
        salt=salt,
        serializer=TaggedJSONSerializer(),
        signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
    )
    # Another key than that of the signature, which itsdangerous derives from the same
    # secret: nothing that is signed is also keystream.
    made.cover = hashlib.sha3_256(b"raadwijzer cookie\0" + secret.encode()).digest()
    return made


def _covered(text: bytes, key: bytes, once: bytes) -> bytes:
    """Lay the keystream over a text, or take it off again."""
    stream = hashlib.shake_256(key + once).digest(len(text))
    covered = int.from_bytes(text) ^ int.from_bytes(stream)
    return covered.to_bytes(len(text))
