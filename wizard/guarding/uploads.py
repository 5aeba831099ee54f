"""A file that a visitor sends in: read once, and kept nowhere."""

from flask import request

from reports.checking.pdf_reading import LARGEST
from rules.grammar.errors import InputError

NO_FILE = "Kies eerst het memo dat u als PDF kreeg."


def is_sent(field: str) -> bool:
    """Tell whether the visitor chose a file in this field."""
    file = request.files.get(field)
    return file is not None and bool(file.filename)


def sent(field: str, absent: str = NO_FILE) -> bytes:
    """Give the file that was sent in a field; `absent` says what to do without one.

    Raises:
        InputError: when there is none.
    """
    file = request.files.get(field)
    data = file.read(LARGEST + 1) if file is not None else b""
    if not data:
        raise InputError(absent)
    return data
