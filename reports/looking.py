"""What was seen in a PDF, by an inspector that works apart and is not trusted."""

import base64
import json
import subprocess
import sys
import zlib
from dataclasses import dataclass
from typing import Any

from rules.grammar.errors import InputError

LARGEST = 1_000_000
PATIENCE = 15.0  # seconds; the inspector stops itself after 1.4 of processor time
INSPECTOR = (sys.executable, "-I", "-m", "reports.inspection")
BOMB = 4_000_000
REFUSALS = {
    "geen_pdf": "Dit is geen PDF. Kies het memo dat u als PDF kreeg.",
    "versleuteld": "Deze PDF is versleuteld. Kies een bestand zonder wachtwoord.",
    "kapot": "Deze PDF is beschadigd. Vraag de afzender om het bestand opnieuw.",
    "te_veel_paginas": "Deze PDF heeft veel meer bladzijden dan een memo.",
    "te_groot": "Deze PDF is groter dan een memo kan zijn.",
    "te_ingewikkeld": "Deze PDF is te ingewikkeld om veilig te lezen. "
    "Zo maakt Raadwijzer geen memo.",
}


class UnreadablePdfError(InputError):
    """A file that is not looked at any further; the message is for the reader."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one page says, and how it looks in shades of grey, row by row."""

    text: str
    size: tuple[int, int]
    picture: bytes


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """One file inside the PDF, and how it says that it belongs there."""

    name: str
    relation: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that was seen.

    `updates` counts what was written behind the end; `odd` names the parts that a memo
    does not have; `links` are the annotations of each page: kind, action and address;
    `tags` are the words that only a screen reader hears.
    """

    pages: tuple[Page, ...]
    files: tuple[AttachedFile, ...]
    file_objects: int
    updates: int
    odd: tuple[str, ...]
    metadata: dict[str, str]
    links: tuple[tuple[tuple[str, ...], ...], ...]
    outline: tuple[str, ...]
    tags: tuple[tuple[str, ...], ...]


def look(pdf: bytes) -> Look:
    """Have a PDF inspected by a program of its own.

    Raises:
        UnreadablePdfError: when it is not a PDF that could be a memo.
    """
    if len(pdf) > LARGEST:
        raise UnreadablePdfError("Deze PDF is groter dan 1 MB. Een memo is kleiner.")
    try:
        done = subprocess.run(  # noqa: S603 — our own program, no shell, no names
            INSPECTOR, input=pdf, capture_output=True, timeout=PATIENCE, check=False
        )
        seen = json.loads(done.stdout) if done.returncode == 0 else {}
        if "refused" not in seen:
            return _look(seen)
        refusal = REFUSALS[seen["refused"]]
    except (subprocess.TimeoutExpired, ValueError, KeyError, TypeError, zlib.error):
        refusal = REFUSALS["te_ingewikkeld"]
    raise UnreadablePdfError(refusal)


def _look(seen: dict[str, Any]) -> Look:
    return Look(
        pages=tuple(_page(**page) for page in seen["pages"]),
        files=tuple(
            AttachedFile(
                str(file["name"]), str(file["relation"]), _decoded(file["data"])
            )
            for file in seen["files"]
        ),
        file_objects=int(seen["file_objects"]),
        updates=int(seen["updates"]),
        odd=tuple(map(str, seen["odd"])),
        metadata={str(key): str(value) for key, value in seen["metadata"].items()},
        links=tuple(
            tuple(tuple(map(str, each)) for each in page) for page in seen["links"]
        ),
        outline=tuple(map(str, seen["outline"])),
        tags=tuple(tuple(map(str, each)) for each in seen["tags"]),
    )


def _page(text: str, size: list[int], picture: str) -> Page:
    width, height = map(int, size)
    pixels = zlib.decompressobj().decompress(_decoded(picture), BOMB)
    if len(pixels) != width * height:
        raise ValueError("a picture of another size")
    return Page(str(text), (width, height), pixels)


def _decoded(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
