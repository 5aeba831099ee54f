"""Make and check the keys that open a dossier; only their hashes are ever kept."""

import base64
import hashlib
import hmac
import secrets
from enum import StrEnum

KEY_BYTES = 20
CODE_LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ"
CODE_GROUP = 4


class Access(StrEnum):
    """What a key allows: change the dossier, or only read it."""

    EDIT = "edit"
    READ = "read"


def new_key() -> str:
    """Make a key of 160 random bits that survives mail, chat and typing over."""
    return base64.b32encode(secrets.token_bytes(KEY_BYTES)).decode("ascii").lower()


def key_hash(key: str, access: Access) -> str:
    """Give what is stored of a key; the kind of access is part of it.

    A plain SHA-256 is enough: the input is 160 random bits, not a password,
    so there is nothing to guess that a slow hash would protect.
    """
    # The kind is hashed along: a key to read never opens as a key to edit.
    text = f"raadwijzer:{access}:{key.strip().lower()}"
    # An address can hold half a character: it opens nothing, and may not break
    # anything.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def same_hash(one: str, other: str) -> bool:
    """Compare two hashes in constant time."""
    return hmac.compare_digest(one.encode("ascii"), other.encode("ascii"))


def new_code() -> str:
    """Make a dossiercode: a name to mention aloud, which opens nothing.

    No vowels, so that no words arise; no 0, 1, I and O, which look alike.
    """
    letters = [secrets.choice(CODE_LETTERS) for _ in range(2 * CODE_GROUP)]
    return "".join(letters[:CODE_GROUP]) + "-" + "".join(letters[CODE_GROUP:])
