"""Keep people out of a dossier: check each free text before it is stored."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from wizard.guarding.identifiers import identifiers
from wizard.guarding.person_words import person_words

LONGEST_TEXT = 280
FIELD_HINT = "Noem geen namen, adressen of personen."
SHARE_WARNING = (
    "Iedereen met deze link kan uw dossier lezen. "
    "Brengt u het in bij de raad? Dan is het openbaar."
)
FEWER_THAN = 5
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class Severity(StrEnum):
    """Whether a text is refused, or kept once the writer has thought again."""

    BLOCK = "blokkeer"
    WARN = "waarschuw"


@dataclass(frozen=True)
class Concern:
    """One stretch of text that may say who somebody is."""

    kind: str
    severity: Severity
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
        return any(one.severity is Severity.BLOCK for one in self.concerns)

    @property
    def warns(self) -> bool:
        """Tell whether the writer should look again before it is stored."""
        return bool(self.concerns) and not self.blocks


MESSAGES = {
    "bsn": "Dit lijkt een burgerservicenummer. Dat wijst één persoon aan. Haal het weg.",
    "iban": "Dit lijkt een rekeningnummer. Dat wijst één persoon aan. Haal het weg.",
    "email": "Dit lijkt een e-mailadres. Dat wijst één persoon aan. "
    "Noem de functie of de organisatie.",
    "telefoon": "Dit lijkt een telefoonnummer. Dat wijst één persoon aan. Haal het weg.",
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
    "gezin": "Dit lijkt over één huishouden te gaan. Een dossier gaat over beleid. "
    "Schrijf bijvoorbeeld ‘huishoudens in deze buurt’.",
    "herkomst": "Iemands herkomst is een gevoelig gegeven. "
    "Voor dit besluit is het niet nodig. Laat het weg.",
    "gezondheid": "Iemands gezondheid is een gevoelig gegeven. "
    "Schrijf in het algemeen, bijvoorbeeld ‘mensen met een zorgvraag’.",
}


def inspect_text(text: str) -> Inspection:
    """Look for people in a text; nothing of the text is kept or logged here."""
    plain = normalised(text)
    concerns: list[Concern] = []
    taken: list[tuple[int, int]] = []
    for match in identifiers(plain):
        if _is_free(match.start, match.end, taken):
            taken.append((match.start, match.end))
            found = plain[match.start : match.end]
            concerns.append(_concern(match.kind, Severity.BLOCK, found))
    proposal: list[tuple[int, int, str]] = []
    for word, found_word in person_words(plain):
        start, end = found_word.span()
        if _is_free(start, end, taken):
            taken.append((start, end))
            concerns.append(_concern(word.kind, Severity.WARN, found_word.group()))
            proposal.append((start, end, found_word.expand(word.instead)))
    found_all = Inspection(concerns=tuple(concerns), proposal=None)
    if found_all.blocks or not proposal:
        return found_all
    return replace(found_all, proposal=_reworded(plain, proposal) or None)


def normalised(text: str) -> str:
    """Write look-alikes as what they are, so that none slips through."""
    visible = INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    dashes = re.sub("[\u2010-\u2015\u2212]", "-", visible)
    return re.sub(r"[^\S\n]+", " ", dashes)


def shared_count(number: int | None) -> str:
    """Say a number of households or cases in something that will be shared.

    A handful could be recognised; a figure that is absent is never nought.
    """
    if number is None:
        return "niet gepubliceerd"
    return f"minder dan {FEWER_THAN}" if 0 < number < FEWER_THAN else str(number)


def _concern(kind: str, severity: Severity, found: str) -> Concern:
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
