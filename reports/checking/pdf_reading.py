"""What was seen in a PDF, by an inspector that works apart and is not trusted."""

import json
import subprocess
import sys
import zlib
from threading import BoundedSemaphore

from pydantic import Base64Bytes, BaseModel, ConfigDict

from rules.grammar.errors import InputError

LARGEST = 1_000_000  # bytes of a file
PATIENCE = 15.0  # seconds; the inspector stops itself after 1.4 of processor time
# `-I`: no paths or settings of whoever started us reach the inspector.
INSPECTOR = (sys.executable, "-I", "-m", "reports.checking.pdf_sandbox")
BOMB = 4_000_000  # pixels of one page, unpacked
SEATS = BoundedSemaphore(1)  # an inspector takes a processor; pages go before files
WAIT = 3.0  # seconds that a reader waits for a seat
BUSY = "Er worden nu veel bestanden gecontroleerd. Probeer het over een minuut opnieuw."
REFUSALS = {
    "geen_pdf": "Dit is geen PDF. Kies het memo dat u als PDF kreeg.",
    "versleuteld": "Deze PDF is versleuteld. Kies een bestand zonder wachtwoord.",
    "op_slot": "Deze PDF is op slot gezet tegen wijzigen. U kunt haar lezen, maar wij "
    "kunnen haar niet narekenen. Vraag het bestand zoals Raadwijzer het maakte.",
    "kapot": "Deze PDF is beschadigd. Vraag de afzender om het bestand opnieuw.",
    "te_veel_paginas": "Deze PDF heeft veel meer bladzijden dan een memo.",
    "te_groot": "Deze PDF is groter dan een memo kan zijn.",
    "te_ingewikkeld": "Deze PDF is te ingewikkeld om veilig te lezen. "
    "Zo maakt Raadwijzer geen memo.",
}


class UnreadablePdfError(InputError):
    """A file that is not looked at any further; the message is for the reader."""


class Seen(BaseModel):
    """What the inspector says is input: held against its form before anybody reads it."""

    model_config = ConfigDict(frozen=True)


class Page(Seen):
    """What one page says and, once it was drawn, how it looks.

    `picture` holds shades of grey, row by row, and stays packed until it is compared.
    """

    text: str
    size: tuple[int, int]
    picture: Base64Bytes

    @property
    def pixels(self) -> bytes:
        """Unpack the picture, a byte for each pixel.

        Raises:
            UnreadablePdfError: when what was packed is not of the size of the page.
        """
        width, height = self.size
        try:
            # A picture that unpacks without end is cut off.
            found = zlib.decompressobj().decompress(self.picture, BOMB)
        except zlib.error:
            found = b""
        if len(found) != width * height:
            raise UnreadablePdfError(REFUSALS["te_ingewikkeld"])
        return found


class AttachedFile(Seen):
    """One file inside the PDF, and how it says that it belongs there."""

    name: str
    relation: str
    data: Base64Bytes


class Look(Seen):
    """Everything that was seen.

    `around` says on which sides of the PDF the file goes on; `updates` counts what was
    written behind the end; `odd` names the parts that a memo does not have; `links` are
    the annotations of each page: kind, action and address; `tags` are the words that
    only a screen reader hears.
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
    around: tuple[str, ...]


class LookingBusyError(Exception):
    """Too many files are being looked at; the message is for the reader."""


def look(pdf: bytes, most_pixels: int = 0) -> Look:
    """Have a PDF inspected by a program of its own; with pixels its pages are drawn too.

    Raises:
        UnreadablePdfError: when it is not a PDF that could be a memo.
        LookingBusyError: when no seat came free; the file was not looked at.
    """
    if len(pdf) > LARGEST:
        raise UnreadablePdfError("Deze PDF is groter dan 1 MB. Een memo is kleiner.")
    if not SEATS.acquire(timeout=WAIT):
        raise LookingBusyError(BUSY)
    try:
        done = subprocess.run(  # noqa: S603 — our own program, no shell, no names
            (*INSPECTOR, str(most_pixels)),
            input=pdf,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        seen = json.loads(done.stdout) if done.returncode == 0 else {}
        if "refused" not in seen:
            return Look.model_validate(seen)
        refusal = REFUSALS[seen["refused"]]
    except (subprocess.TimeoutExpired, ValueError, KeyError, TypeError):
        refusal = REFUSALS["te_ingewikkeld"]
    finally:
        SEATS.release()
    raise UnreadablePdfError(refusal)
