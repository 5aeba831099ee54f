"""Whole numbers and dates as people write them: the one place where they are read.

Understood, or refused in words: never a guess, and never more work than a glance.
"""

import re
from collections.abc import Mapping
from datetime import date

from rules.grammar.errors import MONTHS, InputError

LONGEST = 60  # characters; no number or date that anybody means is longer
FIRST_YEAR, LAST_YEAR = 1851, 2100  # the first Gemeentewet, and as far as a plan goes
DAYS_IN_WEEK = 7
THOUSAND = 1_000
MOST_SPELLED = 12

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_DIGITS = r"-?(?:[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]{1,18})"
_WHOLE = re.compile(rf"(?P<digits>{_DIGITS})(?P<times> ?duizend)?(?: ?(?P<unit>\D+))?")
_IN_WORDS = re.compile(r"(?P<word>[a-zéë]+)(?: (?P<unit>\D+))?")
_ABOUT = re.compile(
    r"(?:meer|minder) dan|ten minste|minstens|hooguit|ten hoogste|maximaal|minimaal"
    r"|ongeveer|circa|ca\.?|bijna|ruim|±|[<>≤≥~]|\d+ ?(?:-|à|tot) ?\d+"
)
_LONGER = {"maand", "maanden", "jaar", "jaren", "kwartaal", "kwartalen"}

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DUTCH = re.compile(r"([0-9]{1,2})([-/. ]) ?([0-9]{1,2})\2 ?([0-9]{4}|[0-9]{2})")
_NAMED = re.compile(r"(?:[a-z]+dag,? )?([0-9]{1,2})e? ?([a-z]{3,9})\.? ?([0-9]{4})")
_SHORT = {"mrt": 3, "mar": 3, "sept": 9, "okt": 10}


def whole(text: str, unit: str = "") -> int | None:
    """Read a whole number, with its unit or without; `None` when it is no number.

    >>> [whole(t, "dagen") for t in ("28", "28 dag", "4 weken", "vier weken", "35 000")]
    [28, 28, 28, 28, 35000]

    Raises:
        InputError: when it can be seen what was meant and why that will not do.
    """
    word = _plain(text).lower()
    found = _WHOLE.fullmatch(word)
    if found:
        value = int(re.sub("[. ]", "", found["digits"]))
        value *= THOUSAND if found["times"] else 1
        return value * _times(found["unit"], unit, value)
    if _ABOUT.match(word):
        raise InputError(
            f"'{text.strip()[:40]}' is geen precies getal. Vul het getal in dat u "
            "kent, of kies ‘Weet ik niet’."
        )
    spoken = _IN_WORDS.fullmatch(word)
    if spoken and spoken["word"] in IN_WORDS:
        value = IN_WORDS[spoken["word"]]
        return value * _times(spoken["unit"], unit, value)
    return None


def year(text: str, first: int, last: int) -> int | None:
    """Read a year of four digits within bounds; `None` when it is none.

    >>> year("2026", 2000, 2100), year("²", 2000, 2100), year("9" * 5000, 2000, 2100)
    (2026, None, None)
    """
    word = text.strip()
    if not re.fullmatch("[0-9]{4}", word) or not first <= int(word) <= last:
        return None
    return int(word)


def parse_date(text: str) -> date:
    """Read a date: 2026-11-21, 21-11-2026, 21.11.2026 or 21 november 2026.

    Raises:
        InputError: when it is no date, or one that cannot be meant.
    """
    word = _plain(text).lower()
    found = _parts(word)
    if found is None:
        raise _no_date(text)
    number, month, day_of_month = found
    try:
        read = date(number, month, day_of_month)
    except ValueError:
        raise _no_date(text) from None
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise InputError(
            f"'{text.strip()[:40]}' kan niet kloppen. "
            f"Vul een jaar in van {FIRST_YEAR} tot en met {LAST_YEAR}."
        )
    return read


def _parts(word: str) -> tuple[int, int, int] | None:
    """Find year, month and day, in whichever order they stand."""
    if iso := _ISO.fullmatch(word):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if dutch := _DUTCH.fullmatch(word):
        if len(dutch[4]) == 2:  # noqa: PLR2004 — a century was left out
            full = f"{dutch[1]}-{dutch[3]}-20{dutch[4]}"
            raise InputError(
                f"'{word}' heeft een jaar van twee cijfers. Bedoelde u {full}?"
            )
        return int(dutch[4]), int(dutch[3]), int(dutch[1])
    if (named := _NAMED.fullmatch(word)) and (month := _month(named[2])):
        return int(named[3]), month, int(named[1])
    return None


def _month(word: str) -> int | None:
    """Give the number of a month, by its name or its first letters."""
    if word in _SHORT:
        return _SHORT[word]
    for number, name in enumerate(MONTHS, start=1):
        if word in (name, name[:3]):
            return number
    return None


def _no_date(text: str) -> InputError:
    return InputError(
        f"'{text.strip()[:40]}' is geen datum. Schrijf bijvoorbeeld 21-11-2026."
    )


def _plain(text: str) -> str:
    """Bound the length first; then write it plainly."""
    if len(text) > LONGEST:
        raise InputError(
            f"Dit is te lang voor een getal of een datum: {len(text)} tekens. "
            "Vul alleen het getal of de datum in."
        )
    return written_plainly(text)


def written_plainly(text: str) -> str:
    """Write each space and each dash in one way: word processors know a dozen."""
    return _SPACES.sub(" ", text.translate(_DASHES)).strip()


def _times(said: str | None, unit: str, value: int) -> int:
    """Turn what stands behind a number into a factor.

    Raises:
        InputError: when it is another unit than is asked for.
    """
    word = (said or "").strip(" .").replace("'", "’")
    wanted = unit.lower()
    if not word or word == wanted or _is_one_of(word, wanted):
        return 1
    if wanted == "dagen" and word in ("week", "weken", "wk"):
        return DAYS_IN_WEEK
    if wanted == "dagen" and word in _LONGER:
        raise InputError("Een maand of jaar is niet altijd even lang. Vul dagen in.")
    raise InputError(f"Hier gaat het om {unit or 'een getal'}. Bedoelde u {value}?")


def _is_one_of(word: str, unit: str) -> bool:
    """Tell whether a word is the singular of a unit, or its first word.

    >>> [_is_one_of(*each) for each in (("dag", "dagen"), ("uur", "uur per week"))]
    [True, True]
    """
    plural = unit.split(" ", 1)[0]
    return word in (plural, *(plural.removesuffix(end) for end in ("en", "s", "’s")))


def spelled(number: int) -> str:
    """Write a small number as a word; a larger one in figures.

    >>> spelled(1), spelled(3), spelled(13)
    ('één', 'drie', '13')
    """
    words = {value: word for word, value in IN_WORDS.items() if value <= MOST_SPELLED}
    return words.get(number, str(number))


def _words() -> dict[str, int]:
    """Spell every number up to a hundred, as Dutch joins them."""
    few = (
        *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"),
        *("negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien"),
        *("zestien", "zeventien", "achttien", "negentien"),
    )
    tens = ("twin", "der", "veer", "vijf", "zes", "zeven", "tach", "negen")
    found = {word: number for number, word in enumerate(few)} | {"één": 1}
    for number, stem in enumerate(tens, start=2):
        found[f"{stem}tig"] = 10 * number
        for one in range(1, 10):
            link = "ën" if few[one].endswith("e") else "en"
            found[f"{few[one]}{link}{stem}tig"] = 10 * number + one
    return found | {"honderd": 100}


IN_WORDS: Mapping[str, int] = _words()
