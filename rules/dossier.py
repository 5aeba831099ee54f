"""Read a dossier file, YAML or JSON with the same keys, into a case file."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rules.content.casefile import CaseFile
from rules.content.decision import Decision
from rules.grammar.answers import Answer, parse, parse_date, stored
from rules.grammar.errors import ContentError, InputError, did_you_mean
from rules.grammar.reading import LONGEST, read
from rules.library import Library
from rules.money.inputs import keys, of_these, read_inputs

_READ = (
    "decision",
    "decisions",
    "reference_date",
    "municipality",
    "answers",
    "costs",
    "doubtful",
)
# what the wizard adds when it hands out a dossier, and the engine does not need
_ADDED = ("format", "dossier", "fingerprint", "texts")
KEYS = frozenset((*_READ, *_ADDED))
_MUNICIPALITY = re.compile(r"gm\d{4}")


def read_dossier(text: str, library: Library, *, today: date) -> tuple[CaseFile, ...]:
    """Read one dossier: a case file for each decision it names.

    `today` is its date when it names none.

    Raises:
        InputError: when something in it cannot be used; nothing is guessed.
    """
    whole = _mapping(_values(text), "het dossier")
    for key in whole:
        if key not in KEYS:
            guess = did_you_mean(key, KEYS)
            raise InputError(f"'{key[:60]}' kennen wij niet in een dossier.{guess}")
    decisions = tuple(library.decision(name) for name in _decisions(whole))
    answers = _mapping(whole.get("answers", {}), "answers")
    _refuse_strangers(answers, decisions)
    reference_date = _date(whole.get("reference_date"), today)
    costs = _costs(_mapping(whole.get("costs", {}), "costs"), decisions)
    municipality = _municipality(whole.get("municipality"))
    doubts = _doubts(whole.get("doubtful", []), decisions)
    return tuple(
        CaseFile(
            decision=decision.id,
            reference_date=reference_date,
            answers=read_answers(_of(answers, decision), decision),
            municipality=municipality,
            costs=_of_costs(costs, decision),
            doubtful=frozenset(
                question.id
                for name in doubts
                if decision.knows(name)
                for question in decision.find(name)
            ),
        )
        for decision in decisions
    )


def _decisions(whole: Mapping[str, Any]) -> tuple[str, ...]:
    if "decision" in whole and "decisions" in whole:
        raise InputError("Noem 'decision' of 'decisions', niet allebei.")
    if "decision" in whole:
        return (str(whole["decision"]),)
    several = whole.get("decisions")
    if not isinstance(several, list) or not several:
        raise InputError(
            "In het dossier ontbreekt 'decision': over welk besluit gaat het?"
        )
    return tuple(dict.fromkeys(map(str, several)))


def _refuse_strangers(
    answers: Mapping[str, Any], decisions: Iterable[Decision]
) -> None:
    """Stop at an answer to a question that none of the decisions asks."""
    first, *others = decisions
    for name in answers:
        if not any(other.knows(name) for other in others):
            first.find(name)


def _of(answers: Mapping[str, Any], decision: Decision) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if decision.knows(name)}


def read_answers(raw: Mapping[str, Any], decision: Decision) -> dict[str, Answer]:
    """Read answers by question id or by number.

    Raises:
        InputError: for an unknown question, a value of the wrong kind, or two answers
            for one question.
    """
    answers: dict[str, Answer] = {}
    named: dict[str, str] = {}
    for name, value in raw.items():
        for question in decision.find(name):
            if question.id in answers:
                raise InputError(
                    f"Vraag '{question.id}' heeft twee antwoorden: "
                    f"bij '{named[question.id]}' en bij '{name}'. Laat er één staan."
                )
            if not isinstance(value, str | int):
                raise InputError(
                    f"Bij '{name}' hoort één antwoord, geen lijst of kommagetal."
                )
            try:
                answers[question.id] = parse(question.answer, value)
            except InputError as error:
                raise InputError(f"Vraag '{name}': {error}") from None
            named[question.id] = name
    return answers


def write_dossier(casefile: CaseFile) -> dict[str, Any]:
    """Give a case file as a dossier file, to be written as JSON or YAML."""
    whole: dict[str, Any] = {
        "decision": casefile.decision,
        "reference_date": casefile.reference_date.isoformat(),
    }
    if casefile.municipality is not None:
        whole["municipality"] = casefile.municipality
    answers = sorted(casefile.answers.items())
    if casefile.costs:
        whole["costs"] = dict(sorted(casefile.costs.items()))
    if casefile.doubtful:
        whole["doubtful"] = sorted(casefile.doubtful)
    whole["answers"] = {question: stored(answer) for question, answer in answers}
    return whole


def _doubts(raw: Any, decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Read which answers are in doubt: a list of question ids or numbers."""
    if not isinstance(raw, list) or not all(isinstance(name, str) for name in raw):
        raise InputError("Bij 'doubtful' hoort een lijst van vragen, zoals [D12, D23].")
    _refuse_strangers(dict.fromkeys(raw), decisions)
    return tuple(raw)


def _costs(raw: Mapping[str, Any], decisions: Iterable[Decision]) -> dict[str, str]:
    """Read what was typed in about money; every key is known to some decision."""
    known = {key for decision in decisions for key in keys(decision.costs)}
    for name, value in raw.items():
        if name not in known:
            raise InputError(
                f"'{name[:60]}' is geen kostenpost.{did_you_mean(name, known)}"
            )
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise InputError(f"Bij '{name}' hoort een bedrag, aantal of keuze.")
    return {name: str(value) for name, value in raw.items()}


def _of_costs(costs: Mapping[str, str], decision: Decision) -> dict[str, str]:
    own = of_these(costs, decision.costs)
    read_inputs(own, decision.costs)
    return own


def _values(text: str) -> Any:
    if len(text) > LONGEST:
        raise InputError(f"Het dossier is groter dan {LONGEST // 1000} kB.")
    if not text.lstrip().startswith("{"):
        try:
            return read(text, "dossier").value
        except ContentError as error:
            raise InputError(
                f"Het dossier is niet te lezen. {error.faults[0]}"
            ) from None
    try:
        whole = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
        json.dumps(whole, ensure_ascii=False).encode()  # half a character has no place
    except InputError:
        raise
    except (ValueError, RecursionError) as error:  # a number can be too long to read
        line = getattr(error, "lineno", 1)
        raise InputError(f"Het dossier is geen leesbare JSON (regel {line}).") from None
    return whole


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for key, value in pairs:
        if key in whole:
            raise InputError(f"'{key[:60]}' staat twee keer in het dossier.")
        whole[key] = value
    return whole


def _no_constant(name: str) -> None:
    raise InputError(f"'{name}' is geen antwoord.")


def _mapping(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(f"Bij {where} horen regels als 'naam: waarde' te staan.")
    return value


def _date(value: Any, today: date) -> date:
    if value is None:
        return today
    if not isinstance(value, str):
        raise InputError('Zet de datum tussen aanhalingstekens: "2026-11-21".')
    return parse_date(value)


def _municipality(value: Any) -> str | None:
    if value is None:
        return None
    code = str(value).lower()
    if not _MUNICIPALITY.fullmatch(code):
        raise InputError(
            f"'{str(value)[:20]}' is geen gemeentecode. Schrijf bijvoorbeeld gm0851."
        )
    return code
