"""Look at a PDF of a stranger: a program of its own, with little time and memory.

Run as `python -m reports.checking.pdf_sandbox`: the PDF comes in on standard input, what was
seen goes out as JSON. It judges nothing, and whoever started it trusts nothing of it.
Pages are drawn only when that is asked, and no more of them than was asked.
Two readers look: qpdf at how the file is built, pdfium at what a page says and shows.
"""

import base64
import html
import json
import math
import re
import resource
import signal
import sys
import zlib
from collections.abc import Iterator
from typing import Any

MEGABYTES = 640
SECONDS = 1.4  # of processor time, all in all
MOST_PAGES = 60
MOST_OBJECTS = 60_000
LARGEST_PAGE = 1_200  # points; A4 is 842 high
LARGEST_FILE = 200_000  # bytes, unpacked
MOST_TITLES = 2_000
MOST_TEXT = 30_000  # characters on a page
SCALE = 1.5  # pixels per point
# Acrobat wants the header within so many bytes and no sooner, and others follow it.
LEAD = 1_024  # bytes in which readers look for the beginning
EOF = b"%%EOF"
FREE = ("ModDate", "CreationDate", "Producer", "Creator", "Trapped")
CATALOGUE = frozenset(
    (
        *("/AF", "/Dests", "/Extensions", "/Lang", "/MarkInfo", "/Metadata", "/Names"),
        *("/Outlines", "/OutputIntents", "/PageLabels", "/PageLayout", "/PageMode"),
        *("/Pages", "/StructTreeRoot", "/Type", "/Version", "/ViewerPreferences"),
    )
)
NAMES = frozenset(("/Dests", "/EmbeddedFiles"))
XMP = re.compile(
    r"<(dc:title|dc:description|pdf:Keywords)\b[^>]*>(.*?)</\1>", re.DOTALL
)
TAG = re.compile(r"<[^>]*>")
END = re.compile(rb"startxref\s+\d+\s+%%EOF")


class TooMuchError(Exception):
    """The file is not a PDF that we would have made; the value says in which way."""


def inspect(whole: bytes, most_pixels: int = 0) -> dict[str, Any]:
    """Say what is in a PDF, what its pages say, and with pixels to spend what they show."""
    pdf, around = _cut_out(whole)
    return {**_pages(pdf, most_pixels), **_structure(pdf), "around": around}


def _cut_out(whole: bytes) -> tuple[bytes, list[str]]:
    """Find the PDF where a mail gateway put something before or behind it."""
    begin = whole[:LEAD].find(b"%PDF-")
    if begin < 0:
        raise TooMuchError("geen_pdf")
    end = whole.rfind(EOF)
    if end < begin:
        raise TooMuchError("kapot")
    end += len(EOF)
    around = ["voor"] if begin else []
    if whole[end:].strip():
        around.append("achter")
    return whole[begin:end] + b"\n", around


def _pages(pdf: bytes, most_pixels: int) -> dict[str, Any]:
    import pypdfium2

    try:
        paper = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        password = "password" in str(error).lower()
        raise TooMuchError("versleuteld" if password else "kapot") from error
    if not 0 < len(paper) <= MOST_PAGES:
        raise TooMuchError("te_veel_paginas")
    pages, drawn = [], 0
    for page in paper:
        if max(page.get_size()) > LARGEST_PAGE:
            raise TooMuchError("te_groot")
        words = page.get_textpage().get_text_range(errors="replace")
        if len(words) > MOST_TEXT:
            raise TooMuchError("te_groot")
        width, height = (math.ceil(SCALE * side) for side in page.get_size())
        shown = {"text": words, "size": (width, height), "picture": ""}
        if most_pixels:
            drawn += width * height
            if drawn > most_pixels:
                raise TooMuchError("te_groot")
            picture = page.render(scale=SCALE, grayscale=True).to_pil().convert("L")
            packed = zlib.compress(picture.tobytes(), 1)
            shown |= {"size": picture.size, "picture": _coded(packed)}
        pages.append(shown)
    return {"pages": pages}


def _structure(pdf: bytes) -> dict[str, Any]:
    from io import BytesIO

    import pikepdf

    try:
        # Not repaired: a file that qpdf mends is another than the reader sees.
        paper = pikepdf.open(BytesIO(pdf), attempt_recovery=False)
    except pikepdf.PasswordError as error:
        raise TooMuchError("versleuteld") from error
    except pikepdf.PdfError as error:
        raise TooMuchError("kapot") from error
    if paper.is_encrypted:
        raise TooMuchError("op_slot")
    if len(paper.objects) > MOST_OBJECTS:
        raise TooMuchError("te_ingewikkeld")
    try:
        return {
            "updates": _updates(pdf, paper),
            "files": list(_files(paper)),
            "file_objects": sum(_is_file(each) for each in paper.objects),
            "odd": sorted(_odd(paper)),
            "metadata": _metadata(paper),
            "links": [list(_annotations(page)) for page in paper.pages],
            "outline": _outline(paper),
            "tags": _tags(paper),
        }
    except (
        pikepdf.PdfError,
        zlib.error,
        ValueError,
        TypeError,
        AttributeError,
        KeyError,
    ) as error:
        raise TooMuchError("kapot") from error


def _updates(pdf: bytes, paper: Any) -> int:
    """Count what was written behind the end of the file."""
    ends = len(END.findall(pdf))
    if paper.is_linearized:
        # A file made for the web ends twice, and says in /L how long it was when it was
        # made (ISO 32000-1, annex F): longer by now means that something was added.
        length = re.search(rb"/L\s+(\d+)", pdf[:1024])
        whole = length is not None and int(length[1]) >= len(pdf.rstrip())
        return 0 if whole else max(1, ends - 2)
    return ends - 1


def _bounded(found: Any) -> bytes:
    """Read a file inside the PDF, and never unpack more of it than a memo can hold."""
    # What Flate packs is unpacked up to the bound; other filters are rare in a memo,
    # and are held by the bound on memory.
    if (
        str(found.obj.get("/Filter")) == "/FlateDecode"
        and "/DecodeParms" not in found.obj
    ):
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(found.obj.read_raw_bytes(), LARGEST_FILE + 1)
    else:
        data = found.read_bytes()
    if len(data) > LARGEST_FILE:
        raise TooMuchError("te_groot")
    return data


def _files(paper: Any) -> Iterator[dict[str, str]]:
    for name, file in paper.attachments.items():
        found = file.get_file()
        data = _bounded(found)
        relation = file.obj.get("/AFRelationship", "")
        # The name stands in three places, and readers do not agree on which they show.
        names = {name, file.filename, str(file.obj.get("/F", name))}
        yield {
            "name": name if len(names) == 1 else " / ".join(sorted(names)),
            "relation": str(relation).removeprefix("/"),
            "data": _coded(data),
        }


def _is_file(each: Any) -> bool:
    import pikepdf

    if not isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        return False
    return each.get("/Type") == "/Filespec" or "/EF" in each


def _odd(paper: Any) -> Iterator[str]:
    """Name the parts that a memo does not have."""
    yield from set(paper.Root.keys()) - CATALOGUE
    yield from {f"/Names{key}" for key in paper.Root.get("/Names", {})} - {
        f"/Names{key}" for key in NAMES
    }
    for page in paper.pages:
        yield from {"/AA", "/UserUnit", "/AF"} & set(page.keys())
        if int(page.get("/Rotate", 0)):
            yield "/Rotate"


def _annotations(page: Any) -> Iterator[list[str]]:
    """Say of each annotation what it is and where it leads."""
    for each in page.get("/Annots", []):
        action = each.get("/A", {})
        kind = str(action.get("/S", "")) if "/URI" not in action else "/URI"
        leads = str(action.get("/URI", ""))
        active = "/AA" in each or "/Next" in action
        inside = kind in ("", "/GoTo")
        what = "" if inside and not active else f"{kind}{'/AA' if active else ''}"
        yield [str(each.get("/Subtype", "")), what, leads]


def _metadata(paper: Any) -> dict[str, str]:
    info = {
        key.removeprefix("/"): " ".join(str(value).split())
        for key, value in paper.docinfo.items()
    }
    found = {f"Info {key}": value for key, value in info.items() if key not in FREE}
    # Another program writes its own hour when it saves; ours is the day of the memo.
    if info.get("Producer", "").startswith("WeasyPrint"):
        found["Info CreationDate"] = info.get("CreationDate", "")
        found["Info ModDate"] = info.get("ModDate", "")
    if "/Metadata" in paper.Root:
        packet = paper.Root.Metadata.read_bytes()[:LARGEST_FILE].decode(
            "utf-8", "replace"
        )
        for name, value in XMP.findall(packet):
            found[f"XMP {name}"] = " ".join(html.unescape(TAG.sub("", value)).split())
    return found


def _outline(paper: Any) -> list[str]:
    titles: list[str] = []
    ahead = [paper.Root.get("/Outlines", {}).get("/First")]
    # Bounded, since bookmarks of a stranger may lead round in a circle.
    while ahead and len(titles) < MOST_TITLES:
        node = ahead.pop()
        if node is not None:
            titles.append(str(node.get("/Title", "")))
            ahead += [node.get("/Next"), node.get("/First")]
    return titles


def _tags(paper: Any) -> list[list[str]]:
    """List the words that only a screen reader hears."""
    import pikepdf

    found = []
    for each in paper.objects:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            words = [str(each.get(key, "")) for key in ("/ActualText", "/Alt", "/E")]
            if any(words):
                found.append(words)
    return sorted(found)


def _coded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _confine() -> None:
    """Give up time, memory, files and other programs before the first byte is read."""
    limit = MEGABYTES * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # its default is to end the program
    signal.setitimer(signal.ITIMER_PROF, SECONDS)


def main() -> None:
    """Read, look, tell."""
    _confine()
    try:
        seen = inspect(sys.stdin.buffer.read(), int((*sys.argv, "0")[1]))
    except TooMuchError as refusal:
        seen = {"refused": str(refusal)}
    except MemoryError:
        seen = {"refused": "te_ingewikkeld"}
    json.dump(seen, sys.stdout)


if __name__ == "__main__":
    main()
