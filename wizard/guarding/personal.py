"""Keep people out of a dossier: look for persons in each text before it is kept.

One function, `findings`, for every form, file, remark, title, place and paper. Its work
is linear: a text is looked at in pieces that overlap, and no pattern sees more.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from wizard.guarding.identifiers import identifiers
from wizard.guarding.person_words import person_words

LONGEST_TEXT = 280  # characters, as are these:
PIECE, OVERLAP = 280, 70
FIELD_HINT = "Noem geen namen, adressen of personen."
ONE_CASE = frozenset({"een_zaak", "huisnummer", "adres"})
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class PersonSeverity(StrEnum):
    """Whether a text is refused, or kept once the writer has thought again."""

    BLOCK = "blokkeer"
    WARN = "waarschuw"


@dataclass(frozen=True)
class Concern:
    """One stretch of text that may say who somebody is."""

    kind: str
    severity: PersonSeverity
    found: str
    message: str


@dataclass(frozen=True)
class Inspection:
    """What was found in a text, and how it could be written instead."""

    concerns: tuple[Concern, ...]
    proposal: str | None

    @property
    def blocks(self) -> bool:
        """Tell whether this text may not be stored at all."""
        return any(one.severity is PersonSeverity.BLOCK for one in self.concerns)


MESSAGES = {
    "bsn": "Dit lijkt een burgerservicenummer. Dat wijst één persoon aan. Haal het weg.",
    "iban": "Dit lijkt een rekeningnummer. Dat wijst één persoon aan. Haal het weg.",
    "email": "Dit lijkt een e-mailadres. Dat wijst één persoon aan. "
    "Noem de functie of de organisatie.",
    "telefoon": "Dit lijkt een telefoonnummer. Dat wijst één persoon aan. Haal het weg.",
    "account": "Dit lijkt een naam op sociale media. Die wijst één persoon aan. "
    "Haal hem weg.",
    "kenteken": "Dit lijkt een kenteken. Dat wijst één persoon aan. "
    "Schrijf bijvoorbeeld ‘een auto’.",
    "adres": "Dit lijkt een postcode met huisnummer. Dat wijst één woning aan. "
    "Noem alleen de straat of de buurt.",
    "huisnummer": "Een straat met een huisnummer wijst één woning aan. "
    "Noem alleen de straat of de buurt.",
    "naam": "Hier lijkt een naam te staan. Een dossier gaat over beleid, "
    "niet over personen. Schrijf bijvoorbeeld ‘een inwoner’.",
    "geboortedatum": "Een geboortedatum maakt iemand herkenbaar. "
    "Laat de datum weg, of noem een leeftijdsgroep.",
    "een_zaak": "Dit lijkt over één pand, bedrijf of persoon te gaan. "
    "Een dossier gaat over beleid.",
    "gezin": "Dit lijkt over één huishouden te gaan. Een dossier gaat over beleid. "
    "Schrijf bijvoorbeeld ‘huishoudens in deze buurt’.",
    "herkomst": "Iemands herkomst is een gevoelig gegeven. "
    "Voor dit besluit is het niet nodig. Laat het weg.",
    "gezondheid": "Iemands gezondheid is een gevoelig gegeven. "
    "Schrijf in het algemeen, bijvoorbeeld ‘mensen met een zorgvraag’.",
}


def findings(text: str) -> Inspection:
    """Look for people in a text; nothing of the text is kept or logged here."""
    plain = normalised(text)
    concerns: list[Concern] = []
    changes: list[tuple[int, int, str]] = []
    taken: list[tuple[int, int]] = []
    for start, piece in _pieces(plain):
        # What the piece before found in the overlap is not told twice; no more spans
        # than letters can matter.
        near = [span for span in taken[-len(piece) :] if span[1] > start]
        for concern, first, last, instead in _found_in(piece, start, near):
            taken.append((first, last))
            concerns.append(concern)
            if instead is not None:
                changes.append((first, last, instead))
    ranked = sorted(concerns, key=lambda one: one.severity is not PersonSeverity.BLOCK)
    found = Inspection(concerns=tuple(ranked), proposal=None)
    if found.blocks or not changes:
        return found
    return replace(found, proposal=_reworded(plain, changes) or None)


def people(text: str) -> list[tuple[str, str]]:
    """Give what was found with what we say of it, as the check on a paper asks it."""
    return [(one.found, one.message) for one in findings(text).concerns]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text where a word ends; what lies across a cut is in both pieces."""
    start = 0
    while True:
        end = start + PIECE
        yield start, text[start:end]
        if end >= len(text):
            return
        space = text.find(" ", end - OVERLAP, end)
        start = space + 1 if space >= 0 else end - OVERLAP


def _found_in(
    piece: str, start: int, near: list[tuple[int, int]]
) -> Iterator[tuple[Concern, int, int, str | None]]:
    """Give what is found in a piece and was not found before; the sharpest first."""
    taken = list(near)
    # Numbers before words: a postcode with a house number is refused, and the same
    # stretch as a street only draws a warning.
    for match in identifiers(piece):
        first, last = start + match.start, start + match.end
        if _is_free(first, last, taken):
            taken.append((first, last))
            said = piece[match.start : match.end]
            yield _concern(match.kind, PersonSeverity.BLOCK, said), first, last, None
    for word, found in person_words(piece):
        first, last = start + found.start(), start + found.end()
        if _is_free(first, last, taken):
            taken.append((first, last))
            told = _concern(word.kind, PersonSeverity.WARN, found.group())
            yield told, first, last, found.expand(word.instead)


def normalised(text: str) -> str:
    """Write look-alikes as what they are, so that none slips through."""
    # NFKC makes full-width and mathematical letters plain ones; what shows nothing
    # could otherwise stand in the middle of a name.
    visible = INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    dashes = re.sub("[\u2010-\u2015\u2212]", "-", visible)
    return re.sub(r"[^\S\n]+", " ", dashes)


def _concern(kind: str, severity: PersonSeverity, found: str) -> Concern:
    """Join what was found to what we say about it."""
    return Concern(kind, severity, found.strip(), MESSAGES[kind])


def _is_free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Tell whether nothing was found in this stretch yet."""
    return all(end <= first or last <= start for first, last in taken)


def _reworded(text: str, changes: list[tuple[int, int, str]]) -> str:
    """Put the proposals in place, from the back, and mend spaces and capital."""
    for start, end, instead in sorted(changes, reverse=True):
        text = text[:start] + instead + text[end:]
    text = re.sub(r" +([,.;:!?])", r"\1", re.sub(r" {2,}", " ", text)).strip()
    return text[:1].upper() + text[1:]
