"""The letterhead of a municipality: read at the start, with each fault named in Dutch.

It is the one thing on a paper that we did not draw. So it is held to what our papers
promise: words for who cannot see it (PDF/UA), nothing fetched and nothing see-through
(PDF/A), and headings that can be read on white.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Annotated
from xml.etree import ElementTree as ET

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reports.document import Letterhead, Logo
from rules.grammar.errors import ContentError, InputError
from rules.grammar.strict_yaml import read_file

LEAST_CONTRAST = 4.5  # to 1, on white: WCAG 2.2, success criterion 1.4.3
MOST_BYTES, MOST_PIXELS = 100_000, 3_000  # of the file, and of each side of a PNG
LONGEST_NAME, LONGEST_ALT = 60, 120
PNG, SVG = b"\x89PNG\r\n\x1a\n", "{http://www.w3.org/2000/svg}"
SHAPES = {
    *("svg", "g", "defs", "use", "symbol", "clipPath", "title", "desc", "metadata"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "style"),
    *("linearGradient", "radialGradient", "stop"),
}
LAYERS = {"opacity", "fill-opacity", "stroke-opacity", "stop-opacity"}
WHOLE = re.compile(r"\s*(1(\.0*)?|100%)\s*(!important\s*)?")
DECLARED = re.compile(r"([a-z-]+)\s*:\s*([^;{}]+)")
OUTSIDE = re.compile(r"@import|url\(\s*['\"]?(?!\s*['\"]?#)")
SEE_THROUGH = re.compile(
    r"rgba|hsla|\btransparent\b|rgb[^)]*/|#([0-9a-f]{4}|[0-9a-f]{8})\b", re.IGNORECASE
)
EXPECTED = {
    "name": f"moet de naam zijn, van 1 tot en met {LONGEST_NAME} tekens",
    "logo": "moet de naam zijn van een PNG of SVG in dezelfde map",
    "alt": f"moet in hooguit {LONGEST_ALT} tekens zeggen wat het logo is",
    "colour": 'moet een kleur zijn met aanhalingstekens eromheen, zoals "#083e49"',
}
UNKNOWN = "kennen wij niet. Kies uit name, logo, alt en colour"


class LetterheadError(InputError):
    """A letterhead cannot be used; each line of the message is one fault."""


class _LetterheadFile(BaseModel):
    """What the file says, before anything in it is looked at."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    logo: Annotated[str, Field(pattern=r"^[^/\\]+$")] | None = None
    alt: Annotated[str, Field(max_length=LONGEST_ALT)] = ""
    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] | None = None


def read_letterhead(path: Path) -> Letterhead:
    """Read a letterhead with the logo beside it.

    Raises:
        LetterheadError: when something is wrong with it; all faults at once.
    """
    try:
        found = _LetterheadFile.model_validate(read_file(path, path.parent).value)
    except ContentError as error:
        raise LetterheadError(str(error)) from error
    except ValidationError as error:
        wrong = dict.fromkeys(_fault(path, one["loc"]) for one in error.errors())
        raise LetterheadError("\n".join(wrong)) from None
    data, faults = _looked_at(path, found)
    if faults:
        raise LetterheadError("\n".join(f"{path.name} — {each}" for each in faults))
    media_type = "image/png" if data.startswith(PNG) else "image/svg+xml"
    logo = Logo(data, media_type, found.alt.strip()) if found.logo else None
    return Letterhead(found.name.strip(), logo, found.colour)


def _fault(path: Path, location: tuple[int | str, ...]) -> str:
    """Say which word of the file is wrong, and what it should be."""
    if not location:
        return f"{path.name} — hier moet ten minste ‘name’ in staan."
    key = str(location[0])
    return f"{path.name} — {key}: {EXPECTED.get(key, UNKNOWN)}."


def _looked_at(path: Path, found: _LetterheadFile) -> tuple[bytes, tuple[str, ...]]:
    """Give the logo, and what is wrong with it, its words, or the colour."""
    faults = [] if found.name.strip() else [f"name: {EXPECTED['name']}."]
    data = b""
    if found.logo is not None:
        if not found.alt.strip():
            faults.append(
                "alt: ontbreekt. Zeg in een paar woorden wat het logo is, voor wie het "
                "niet ziet."
            )
        try:
            data = (path.parent / found.logo).read_bytes()
        except OSError:
            faults.append(f"logo: {found.logo} is niet te lezen.")
        else:
            faults += [f"logo: {found.logo} {each}" for each in _picture(data)]
    if found.colour is not None:
        faults += _colour(found.colour)
    return data, tuple(faults)


def _colour(colour: str) -> Iterator[str]:
    ratio = contrast_on_white(colour)
    if ratio < LEAST_CONTRAST:
        told = f"{int(ratio * 10) / 10:.1f}".replace(".", ",")
        yield (
            f"colour: {colour} heeft op wit een contrast van {told} op 1. Dat moet "
            "minstens 4,5 op 1 zijn. Kies een donkerder kleur."
        )


def contrast_on_white(colour: str) -> float:
    """Give the contrast of `#rrggbb` on white, from 1 to 21 (WCAG 2.2).

    >>> round(contrast_on_white("#767676"), 2), contrast_on_white("#ffffff")
    (4.54, 1.0)
    """
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 — sRGB, IEC 61966-2-1
        for each in channels
    )
    shares = (0.2126, 0.7152, 0.0722)
    light = sum(s * each for s, each in zip(shares, linear, strict=True))
    return 1.05 / (light + 0.05)


def _picture(data: bytes) -> Iterator[str]:
    """Tell what is wrong with a logo."""
    if len(data) > MOST_BYTES:
        yield f"is groter dan {MOST_BYTES // 1000} kB. Maak het kleiner."
    elif data.startswith(PNG):
        yield from _png(data)
    elif b"<svg" in data:
        yield from _svg(data)
    else:
        yield "is geen PNG en geen SVG."


def _png(data: bytes) -> Iterator[str]:
    """Tell what is wrong with a PNG; what is see-through is no PDF/A that all can read."""
    from PIL import Image  # noqa: PLC0415 — only who has a PNG waits for it

    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as picture:
            # Its size stands in its head: what is too large is never unpacked (a small
            # file may hold a picture that fills the memory).
            if max(picture.size) > MOST_PIXELS:
                yield f"is breder of hoger dan {MOST_PIXELS} pixels. Maak het kleiner."
                return
            picture.load()
            is_see_through = picture.has_transparency_data
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        yield "is geen leesbare PNG."
        return
    if is_see_through:
        yield "is doorzichtig. Bewaar het met een witte achtergrond."


def _svg(data: bytes) -> Iterator[str]:
    """Tell what is wrong with an SVG: it draws shapes, whole ones, and asks for nothing."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<?xml-stylesheet" in data:
        yield "verwijst naar buiten. Haal de regel met DOCTYPE of stylesheet weg."
        return
    try:
        root = ET.fromstring(data)  # noqa: S314 — without entities, by the line above
    except (ET.ParseError, ValueError):
        yield "is geen leesbare SVG."
        return
    if root.tag != f"{SVG}svg" or "viewBox" not in root.keys():  # noqa: SIM118 — no mapping
        yield "heeft geen viewBox. Bewaar het opnieuw als SVG."
    drawn = [each for each in root.iter() if str(each.tag).startswith(SVG)]
    kinds = {str(each.tag).removeprefix(SVG) for each in drawn}
    if {"text", "image"} & kinds:
        yield "bevat tekst of een foto. Zet alles om in vormen (paden)."
    others = sorted(kinds - SHAPES - {"text", "image"})
    if others:
        yield f"bevat iets dat wij niet afdrukken: {', '.join(others)}."
    said = [pair for each in drawn for pair in _declared(each)]
    if any(_leads_outside(name, value) for name, value in said):
        yield "verwijst naar buiten. Alles moet in het bestand zelf staan."
    if any(_is_see_through(name, value) for name, value in said):
        yield "heeft doorzichtige delen. Maak alles dekkend."


def _declared(element: ET.Element) -> Iterator[tuple[str, str]]:
    """Give what an element says of itself, in attributes and in style."""
    for key, value in element.items():
        name = key.rpartition("}")[2]
        yield from DECLARED.findall(value) if name == "style" else ((name, value),)
        if name == "style":
            yield "style", value
    if element.tag == f"{SVG}style" and element.text:
        yield "style", element.text
        yield from DECLARED.findall(element.text)


def _leads_outside(name: str, value: str) -> bool:
    if name in ("href", "src"):
        return not value.startswith("#")
    return OUTSIDE.search(value) is not None


def _is_see_through(name: str, value: str) -> bool:
    if name in LAYERS:
        return WHOLE.fullmatch(value) is None
    if name in ("filter", "mask", "mix-blend-mode"):
        return value.strip() not in ("none", "normal")
    paints = ("fill", "stroke", "stop-color", "color")
    return name in paints and SEE_THROUGH.search(value) is not None
