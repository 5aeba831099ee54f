"""A dossier as a file: take it along, bring it back, or give it to the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rules.money.inputs import PREFIX as COSTS_PREFIX
from wizard.guarding.personal_data import LONGEST_TEXT, inspect_text
from wizard.keeping.dossier import DOUBT, StoredDossier

FORM = 1
MOST_ANSWERS = 1_000
LONGEST_NAME = 100
LONGEST_ANSWER = 200
MOST_BITS = 64
SINGLE, SEVERAL = "decision", "decisions"
KNOWN = {
    *("format", "dossier", SINGLE, SEVERAL, "reference_date", "municipality"),
    *("fingerprint", "answers", "texts", "costs", "doubtful"),
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
    if dossier.texts:
        extra["texts"] = dict(dossier.texts)
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
    }


def dossier_from_file(content: object) -> DossierFile:
    """Read plain data as a dossier, or say in one sentence what is wrong."""
    if not isinstance(content, dict):
        raise DossierFileError("Dit bestand is geen dossier van Raadwijzer.")
    unknown = sorted(str(key)[:LONGEST_NAME] for key in content if key not in KNOWN)
    if unknown:
        raise DossierFileError(f"Dit onderdeel kennen wij niet: ‘{unknown[0]}’.")
    if content.get("format", FORM) != FORM:
        raise DossierFileError(
            "Dit bestand komt uit een andere versie van Raadwijzer. "
            "Wij kunnen het niet lezen."
        )
    return DossierFile(
        decisions=_decisions(content),
        reference_date=_date(content),
        municipality=_optional(content, "municipality"),
        fingerprint=_optional(content, "fingerprint"),
        answers=_answers(content.get("answers", {})),
        texts=_texts(content.get("texts", {})) | _doubts(content.get("doubtful", [])),
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
        "Zet bijvoorbeeld bovenaan: decision: cameratoezicht."
    )


def _date(content: Mapping[str, object]) -> date | None:
    """Read the reference date, written as year-month-day."""
    found = content.get("reference_date")
    if found is None:
        return None
    try:
        return date.fromisoformat(str(found))
    except ValueError:
        raise DossierFileError(
            "De peildatum in dit bestand klopt niet. "
            "Schrijf die als jaar-maand-dag, bijvoorbeeld 2026-11-21."
        ) from None


def _optional(content: Mapping[str, object], name: str) -> str | None:
    """Read a short text that may be absent."""
    found = content.get(name)
    if found is None or (isinstance(found, str) and _is_short(found)):
        return found
    raise DossierFileError(f"Het onderdeel ‘{name}’ in dit bestand klopt niet.")


def _answers(found: object) -> dict[str, str]:
    """Read the answers by question; a number is written as text."""
    if not isinstance(found, dict) or len(found) > MOST_ANSWERS:
        raise DossierFileError("De antwoorden in dit bestand zijn niet te lezen.")
    answers = {}
    for key, value in found.items():
        if not isinstance(key, str) or not _is_short(key):
            raise DossierFileError("In dit bestand heeft een vraag geen goede naam.")
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise DossierFileError(
                f"Het antwoord op ‘{key}’ is niet te lezen. "
                "Schrijf ja, nee, onbekend of een getal."
            )
        if isinstance(value, int) and value.bit_length() > MOST_BITS:
            raise DossierFileError(f"Het getal bij ‘{key}’ is te groot.")
        answers[key] = str(value)
        if len(answers[key]) > LONGEST_ANSWER or not _is_text(answers[key]):
            raise DossierFileError(f"Het antwoord op ‘{key}’ is te lang.")
    return answers


def _costs(found: object) -> dict[str, str]:
    """Read what was typed in about costs; whether it is an amount is for the law."""
    if not isinstance(found, dict) or len(found) > MOST_ANSWERS:
        raise DossierFileError("De kosten in dit bestand zijn niet te lezen.")
    costs = {}
    for key, value in found.items():
        if (
            not isinstance(key, str)
            or not _is_short(key)
            or not key.startswith(COSTS_PREFIX)
        ):
            raise DossierFileError("In dit bestand heeft een bedrag geen goede naam.")
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise DossierFileError(f"Het bedrag bij ‘{key}’ is niet te lezen.")
        if isinstance(value, int) and value.bit_length() > MOST_BITS:
            raise DossierFileError(f"Het bedrag bij ‘{key}’ is te groot.")
        costs[key] = str(value)
        if len(costs[key]) > LONGEST_NAME or not costs[key].isprintable():
            raise DossierFileError(f"Het bedrag bij ‘{key}’ is te lang.")
    return costs


def _texts(found: object) -> dict[str, str]:
    """Read the free texts, with the same refusal as the form has."""
    if not isinstance(found, dict) or len(found) > MOST_ANSWERS:
        raise DossierFileError("De teksten in dit bestand zijn niet te lezen.")
    for key, value in found.items():
        if not (isinstance(key, str) and _is_short(key) and isinstance(value, str)):
            raise DossierFileError("Een tekst in dit bestand is niet te lezen.")
        if len(value) > LONGEST_TEXT or not _is_text(value):
            raise DossierFileError(
                f"De tekst ‘{key}’ is te lang. Gebruik hooguit {LONGEST_TEXT} tekens."
            )
        inspection = inspect_text(value)
        if inspection.blocks:
            raise DossierFileError(
                f"In de tekst ‘{key}’: {inspection.concerns[0].message}"
            )
    return dict(found)


def _doubts(found: object) -> dict[str, str]:
    """Read which answers are in doubt, as the texts that a dossier keeps of them."""
    if not isinstance(found, list) or len(found) > MOST_ANSWERS:
        raise DossierFileError("De twijfel in dit bestand is niet te lezen.")
    if not all(isinstance(name, str) and _is_short(name) for name in found):
        raise DossierFileError("In dit bestand heeft een vraag geen goede naam.")
    return {f"{DOUBT}{name}": "ja" for name in found}


def _is_short(text: str) -> bool:
    """Tell whether a name is a plausible one."""
    return 0 < len(text) <= LONGEST_NAME and text.isprintable()


def _is_text(text: str) -> bool:
    """Tell whether a text has only characters that can be kept and shown."""
    return all(one.isprintable() or one in "\r\n\t" for one in text)
