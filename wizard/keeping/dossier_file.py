"""A dossier as a file: take it along, bring it back, or give it to the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rules.grammar.errors import InputError, did_you_mean
from rules.grammar.numerals import parse_date
from rules.money.inputs import PREFIX as COSTS_PREFIX
from rules.reading_casefile import written_about
from wizard.guarding.personal import LONGEST_TEXT
from wizard.keeping.dossier import CAUSE, DOUBT, UNTOLD, StoredDossier
from wizard.keeping.remarks import REMARK, about_of, is_noted

FORM = 2
READ = (1, FORM)
MOST_ANSWERS = 1_000
LONGEST_NAME = 100  # characters, as the others here
LONGEST_ANSWER = 200
LONGEST_CHOICES = 2_000  # what was chosen for a paper, as one text of ids
MOST_BITS = 64
NO_QUESTION = "In dit bestand heeft een vraag geen goede naam."
SINGLE, SEVERAL, PROBLEM = "decision", "decisions", "problem"
TEXTS, DRAFTS = "texts", "drafts"  # the same papers, under two names
KNOWN = {
    *("format", "dossier", SINGLE, SEVERAL, "reference_date", "municipality"),
    *("fingerprint", "answers", TEXTS, DRAFTS, "costs", "doubtful"),
    *("subject", "place", PROBLEM, "meeting", "remarks"),
}


class DossierFileError(Exception):
    """A file cannot be read as a dossier; the message is Dutch, for the visitor."""


@dataclass(frozen=True)
class DossierFile:
    """What a file says; whether the questions exist is for the law to judge."""

    decisions: tuple[str, ...]
    reference_date: date | None
    municipality: str | None
    fingerprint: str | None
    answers: Mapping[str, str]
    texts: Mapping[str, str]
    costs: Mapping[str, str]


def dossier_as_file(dossier: StoredDossier) -> dict[str, object]:
    """Write a dossier as plain data; keys and history stay behind.

    With one decision it is a file that `raadwijzer assess` takes as it is.
    """
    about: dict[str, object] = (
        {SINGLE: dossier.decisions[0]}
        if len(dossier.decisions) == 1
        else {SEVERAL: list(dossier.decisions)}
    )
    extra: dict[str, object] = {}
    if dossier.municipality:
        extra["municipality"] = dossier.municipality
    extra |= written_about(about_of(dossier.texts))
    texts = {
        name: text
        for name, text in dossier.texts.items()
        if not is_noted(name) or (name == CAUSE and UNTOLD in dossier.texts)
    }
    if texts:
        extra["texts"] = texts
    if dossier.costs:
        extra["costs"] = dict(dossier.costs)
    return {
        "format": FORM,
        "dossier": dossier.code,
        **about,
        "reference_date": dossier.reference_date.isoformat(),
        **extra,
        "fingerprint": dossier.fingerprint,
        "answers": dict(dossier.answers),
        **_remarks(dossier.texts),
    }


def _remarks(texts: Mapping[str, str]) -> dict[str, object]:
    """Write what was noted beside answers, by question; nothing where there is none."""
    found = {
        name.removeprefix(REMARK): text
        for name, text in texts.items()
        if name.startswith(REMARK)
    }
    return {"remarks": found} if found else {}


def dossier_from_file(content: object) -> DossierFile:
    """Read plain data as a dossier.

    Raises:
        DossierFileError: when it is none; one Dutch sentence says what is wrong.
    """
    if not isinstance(content, dict):
        raise DossierFileError("Dit bestand is geen dossier van Raadwijzer.")
    unknown = sorted(str(key)[:LONGEST_NAME] for key in content if key not in KNOWN)
    if unknown:
        guess = did_you_mean(unknown[0], KNOWN)
        raise DossierFileError(f"Dit onderdeel kennen wij niet: ‘{unknown[0]}’.{guess}")
    if content.get("format", FORM) not in READ:
        raise DossierFileError(
            "Dit bestand komt uit een andere versie van Raadwijzer. "
            "Wij kunnen het niet lezen."
        )
    problem = _optional(content, PROBLEM)
    return DossierFile(
        decisions=_decisions(content),
        reference_date=_date(content),
        municipality=_optional(content, "municipality"),
        fingerprint=_optional(content, "fingerprint"),
        answers=_answers(content.get("answers", {})),
        texts=_texts(content.get(TEXTS, {}))
        | _texts(content.get(DRAFTS, {}))
        | _doubts(content.get("doubtful", []))
        | ({CAUSE: problem} if problem else {}),
        costs=_costs(content.get("costs", {})),
    )


def _decisions(content: Mapping[str, object]) -> tuple[str, ...]:
    """Read which decisions it is about: one, or a list."""
    found = content.get(SEVERAL, [content[SINGLE]] if SINGLE in content else [])
    if (
        isinstance(found, list)
        and found
        and len(found) == len({str(one) for one in found}) <= LONGEST_NAME
        and all(isinstance(one, str) and _is_short(one) for one in found)
    ):
        return tuple(found)
    raise DossierFileError(
        "In dit bestand staat niet over welk besluit het gaat. "
        "Zet bovenaan ‘decision:’ met de naam van het besluit."
    )


def _date(content: Mapping[str, object]) -> date | None:
    """Read the reference date as people write one."""
    found = content.get("reference_date")
    if found is None:
        return None
    try:
        return parse_date(str(found))
    except InputError as error:
        raise DossierFileError(f"De peildatum in dit bestand: {error}") from None


def _optional(content: Mapping[str, object], name: str) -> str | None:
    """Read a short text that may be absent."""
    found = content.get(name)
    if found is None or (isinstance(found, str) and _is_short(found)):
        return found
    raise DossierFileError(f"Het onderdeel ‘{name}’ in dit bestand klopt niet.")


def _named(found: object, what: str, of_one: str) -> dict[str, Any]:
    """Read what stands under names, a plausible number of plausible ones."""
    if not isinstance(found, dict) or len(found) > MOST_ANSWERS:
        raise DossierFileError(f"{what} in dit bestand zijn niet te lezen.")
    if not all(isinstance(key, str) and _is_short(key) for key in found):
        raise DossierFileError(of_one)
    return found


def _answers(found: object) -> dict[str, str]:
    """Read the answers by question; a number and ticks are written as text."""
    given = _named(found, "De antwoorden", NO_QUESTION)
    hint = " Schrijf ja, nee, onbekend of een getal."
    return {
        key: _typed(f"Het antwoord op ‘{key}’", said, LONGEST_ANSWER, hint)
        for key, said in given.items()
    }


def _costs(found: object) -> dict[str, str]:
    """Read what was typed in about costs; whether it is an amount is for the law."""
    unnamed = "In dit bestand heeft een bedrag geen goede naam."
    given = _named(found, "De kosten", unnamed)
    if not all(key.startswith(COSTS_PREFIX) for key in given):
        raise DossierFileError(unnamed)
    return {
        key: _typed(f"Het bedrag bij ‘{key}’", typed, LONGEST_NAME)
        for key, typed in given.items()
    }


def _typed(what: str, given: object, longest: int, hint: str = "") -> str:
    """Read what was typed in, as text: a number as its digits, ticks side by side."""
    several = isinstance(given, list) and all(isinstance(one, str) for one in given)
    value = ", ".join(given) if isinstance(given, list) and several else given
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise DossierFileError(f"{what} is niet te lezen.{hint}")
    # Before it is written out, which for very many digits is slow (CVE-2020-10735).
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise DossierFileError(f"{what} is te groot.")
    text = str(value)
    _refuse_what_is_no_text(what, text)
    if len(text) > longest:
        raise DossierFileError(f"{what} is te lang.")
    return text


def _texts(found: object) -> dict[str, str]:
    """Read the free texts; what a form would refuse of them is for the page."""
    unreadable = "Een tekst in dit bestand is niet te lezen."
    texts = _named(found, "De teksten", unreadable)
    for key, value in texts.items():
        if not isinstance(value, str):
            raise DossierFileError(unreadable)
        _refuse_what_is_no_text(f"De tekst ‘{key}’", value)
        if len(value) > LONGEST_CHOICES:
            raise DossierFileError(
                f"De tekst ‘{key}’ is te lang. Gebruik hooguit {LONGEST_TEXT} tekens."
            )
    return texts


def _doubts(found: object) -> dict[str, str]:
    """Read which answers are in doubt, as the texts that a dossier keeps of them."""
    if not isinstance(found, list) or len(found) > MOST_ANSWERS:
        raise DossierFileError("De twijfel in dit bestand is niet te lezen.")
    if not all(isinstance(name, str) and _is_short(name) for name in found):
        raise DossierFileError(NO_QUESTION)
    return {f"{DOUBT}{name}": "ja" for name in found}


def _is_short(text: str) -> bool:
    """Tell whether a name is a plausible one."""
    return 0 < len(text) <= LONGEST_NAME and text.isprintable()


def _refuse_what_is_no_text(what: str, text: str) -> None:
    """Stop at characters that cannot be kept or shown, such as a half one."""
    if not all(one.isprintable() or one in "\r\n\t" for one in text):
        raise DossierFileError(
            f"{what} bevat een teken dat geen tekst is. Haal het weg."
        )
