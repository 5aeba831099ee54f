"""Recognise what points straight at one person: numbers, addresses, plates."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# How long an IBAN is, by its country (ISO 13616): no other length can be one.
_LENGTHS = """
    AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GR27 HR21
    HU28 IE22 IT27 LT20 LU20 LV21 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24
    TR26
"""
IBAN_LENGTHS = {each[:2]: int(each[2:]) for each in _LENGTHS.split()}

BSN = re.compile(r"(?<![\w€.,-])(?<!€ )\d(?:[ .-]?\d){8}(?![\w]|[.,-]\d)")
BSN_NAMED = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b\D{0,12}(\d(?:[ .-]?\d){7,8})(?!\d)",
    re.IGNORECASE,
)
IBAN_START = re.compile(
    r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?=[ .-]?[A-Z0-9]{4})", re.IGNORECASE
)
AT = r"(?:@|\(at\)|\[at\]|\(apenstaartje\)|\bapenstaartje\b|\bat\b)"
DOT = r"(?:\.|\s(?:punt|dot)\s)"
EMAIL = re.compile(
    rf"(?<![\w.+-])[\w+-]{{1,64}}(?:{DOT}[\w+-]{{1,64}}){{0,4}}\s?{AT}\s?"
    rf"[\w-]{{1,64}}(?:{DOT}[\w-]{{1,64}}){{1,4}}",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z_][\w.]{2,29}")
PHONE = re.compile(
    r"(?<![\w.,/-])"
    r"(?:(?:\+|00)31[ .-]?(?:\(0\))?[ .-]?|\(?0)[ .()-]{0,3}[1-9](?:[ .()-]{0,3}\d){8}(?!\d)"
    r"|(?<![\w+])\+(?!31)\d{1,3}(?:[ .-]?\d){7,12}(?!\d)"
)
# The forms that the RDW gave out since 1951, L for a letter.
PLATE_FORMS = (
    *("LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL"),
    *("99-LLL-9", "9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL"),
    *("9-LL-999", "999-LL-9"),
)


def _plates(separator: str) -> str:
    """Write every form of plate as a pattern, with this between its groups."""
    return "|".join(
        form.replace("-", separator).replace("L", "[A-Z]").replace("9", r"\d")
        for form in PLATE_FORMS
    )


PLATE = re.compile(rf"(?<![\w-])(?:{_plates('-')})(?![\w-])")
# Digits that are said as words or one by one, as a number to call often is.
SAID = (
    r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien"
    r"|veertien|vijftien|zestien|zeventien|achttien|negentien"
    r"|(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))"
)
SAID_NUMBER = re.compile(
    rf"(?<![\w-])(?:{SAID}|\d{{1,3}})(?:[ ,-]{{1,2}}(?:{SAID}|\d{{1,3}})){{4,12}}(?![\w-])",
    re.IGNORECASE,
)
LONG_NUMBER = 8
PLATE_NAMED = re.compile(
    rf"\b(?:kenteken\w{{0,20}}|nummerplaat|plaat)\b\W{{0,3}}(?:\w{{1,30}}\W{{1,2}}){{0,2}}?"
    rf"({_plates('')}|{_plates(' ')}|{_plates('-')})(?!\w)",
    re.IGNORECASE,
)
# No postcode ends in SA, SD or SS.
POSTCODE = r"[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|[a-z]{2})"
POSTCODE_THEN_NUMBER = re.compile(
    rf"(?<![\w.:/]){POSTCODE}(?:,? (?:nr\.? ?|nummer |huisnummer )?|, ?|-)"
    r"\d{1,5}(?! ?%)(?:[ -]?[a-zA-Z])?(?![\w:.,]\d|\w)"
)
NUMBER_THEN_POSTCODE = re.compile(
    r"(?<![\w:/.])(?<!(?i:postbus) )(?<!(?i:artikel) )(?<!(?i:art\.) )"
    rf"\d{{1,4}}(?:[ -]?[a-zA-Z])?(?:, ?| ){POSTCODE}(?!\w)"
)


@dataclass(frozen=True)
class Match:
    """A stretch of text and the kind of thing it is."""

    kind: str
    start: int
    end: int


def identifiers(text: str) -> Iterator[Match]:
    """Find what may never be kept; the sharpest kinds come first."""
    yield from _ibans(text)
    yield from _all("email", EMAIL, text)
    yield from _all("adres", POSTCODE_THEN_NUMBER, text)
    yield from _all("adres", NUMBER_THEN_POSTCODE, text)
    yield from _all("telefoon", PHONE, text)
    yield from _named("bsn", BSN_NAMED, text)
    yield from _all("bsn", BSN, text, holds=passes_eleven_test)
    yield from _all("telefoon", SAID_NUMBER, text, holds=_is_said)
    yield from _all("account", HANDLE, text)
    yield from _all("kenteken", PLATE, text)
    yield from _named("kenteken", PLATE_NAMED, text)


def passes_eleven_test(text: str) -> bool:
    """Tell whether nine digits can be a citizen service number."""
    digits = [int(one) for one in text if one.isdigit()]
    # The eleven-test of a BSN; of nine digits by chance one in eleven passes.
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(digits) != len(weights) or not any(digits):
        return False
    total = sum(weight * one for weight, one in zip(weights, digits, strict=True))
    return total % 11 == 0


def passes_mod_97(iban: str) -> bool:
    """Tell whether letters and digits form a valid IBAN (ISO 13616)."""
    turned = iban[4:] + iban[:4]
    # ISO 7064: letters count from 10 for A, which is what base 36 does.
    return int("".join(str(int(one, 36)) for one in turned)) % 97 == 1


def _is_said(text: str) -> bool:
    """Tell whether words and figures together make a number to call."""
    words = re.findall(r"\w+", text)
    digits = sum(len(word) if word.isdigit() else _digits(word) for word in words)
    said = any(not word.isdigit() for word in words)
    return said and digits >= LONG_NUMBER


def _digits(word: str) -> int:
    """Count the digits of a number that is written out."""
    small = ("nul", "een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven")
    return 1 if word.casefold() in (*small, "acht", "negen") else 2


def _ibans(text: str) -> Iterator[Match]:
    """Read on from each possible start for as long as that country's IBAN is."""
    for start in IBAN_START.finditer(text):
        length = IBAN_LENGTHS.get(start.group()[:2].upper())
        if length is None:
            continue
        collected, at = "", start.start()
        while at < len(text) and len(collected) < length:
            one = text[at]
            if one.isascii() and one.isalnum():
                collected += one.upper()
            elif one not in " .-":
                break
            at += 1
        # What goes on behind its length is another number, even if the beginning
        # passes.
        ends = at == len(text) or not text[at].isalnum()
        if len(collected) == length and ends and passes_mod_97(collected):
            yield Match("iban", start.start(), at)


def _all(
    kind: str,
    pattern: re.Pattern[str],
    text: str,
    *,
    holds: Callable[[str], bool] = bool,
) -> Iterator[Match]:
    """Give each place where the pattern fits and the check holds."""
    for found in pattern.finditer(text):
        if holds(found.group()):
            yield Match(kind, found.start(), found.end())


def _named(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Match]:
    """Give what follows the word that says what it is."""
    for found in pattern.finditer(text):
        yield Match(kind, found.start(1), found.end(1))
