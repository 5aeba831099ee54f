"""Which signs our faces have a letter for, and what stands in print for the others.

A sign without a letter makes a PDF that says less than it shows: no reader can copy or
speak it (ISO 14289-1, 7.21.8; ISO 19005-3, 6.2.11.8). A mark that turns the direction of
text shows other words than it holds, so it falls away in every format.
"""

import unicodedata
from functools import cache

from reports.formats import typefaces

PLACEHOLDER = "▯"  # both faces have it
# The marks of UAX 9: Arabic letter mark, left and right, embeddings, overrides, isolates.
TURNS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
WITHOUT_TURNS = dict.fromkeys(TURNS)
# What shows nothing by itself: joiners, and what chooses the look of an emoji.
UNSEEN = frozenset(map(chr, (*range(0x2060, 0x2065), *range(0xFE00, 0xFE10), 0xFEFF)))
UNSEEN_KINDS = ("Cc", "Cf")
TWINS = {"\u2011": "-", "\u202f": "\u00a0"}


def unturned(text: str) -> str:
    """Leave out the marks that turn the direction of text."""
    return text.translate(WITHOUT_TURNS)


def without_letter(text: str) -> tuple[str, ...]:
    """Name the signs that print as a placeholder, each once, in the order of the text."""
    signs = dict.fromkeys(text)
    return tuple(sign for sign in signs if _stand_in(sign) == PLACEHOLDER)


def drawable(text: str) -> str:
    """Give a text in which each sign has a letter, or a placeholder that shows it."""
    strange = set(text) - _letters()
    return text.translate({ord(sign): _stand_in(sign) for sign in strange})


def _stand_in(sign: str) -> str:
    """Give what stands in print for one sign: itself where it has a letter."""
    if sign in _letters():
        return sign
    if sign in UNSEEN or unicodedata.category(sign) in UNSEEN_KINDS:
        return ""
    if unicodedata.category(sign) == "Zs":
        return TWINS.get(sign, " ")
    return TWINS.get(sign, PLACEHOLDER)


@cache
def _letters() -> frozenset[str]:
    """List the signs that every face of ours has, and the end of a line."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 — a tenth of a second

    shared: list[frozenset[str]] = []
    for path in typefaces.files():
        with TTFont(path, lazy=True) as face:
            shared.append(frozenset(map(chr, face.getBestCmap())))
    return frozenset.intersection(*shared) | frozenset("\n\r\t")
