"""Read a dossier file, YAML or JSON with the same keys, into a case file.

This is format 2. Files of format 1, by id or by number (T01, D12, A-R03), are read as
well: what became of an old question stands in the content.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from rules.content.casefile import About, CaseFile, Meeting
from rules.content.decision import Decision
from rules.content.earlier_release import OldQuestion
from rules.content.questions import Question
from rules.earlier_answers import read_stored
from rules.grammar.answers import Answer, Answers, Ticks, TicksKind, parse, stored
from rules.grammar.errors import ContentError, InputError, did_you_mean
from rules.grammar.numerals import parse_date
from rules.grammar.strict_yaml import LONGEST, read
from rules.library import Library
from rules.money.inputs import keys, of_these, read_inputs

FORMAT = 2
LONGEST_REMARK = 140  # characters
LONGEST_WORDS = 80  # characters
_ABOUT = ("subject", "place", "problem")
_MEETING = ("date", "item", "number")
_READ = (
    *("decision", "decisions", "reference_date", "municipality", *_ABOUT, "meeting"),
    *("answers", "remarks", "costs", "doubtful"),
)
# what the wizard adds when it hands out a dossier, and the engine does not need
_ADDED = ("format", "dossier", "fingerprint", "texts", "drafts")
KEYS = frozenset((*_READ, *_ADDED))
BYTE_ORDER_MARK = "\ufeff"
# The code of a municipality in TOOI, as on standaarden.overheid.nl.
_MUNICIPALITY = re.compile(r"gm\d{4}")

Stored = dict[str, str]


def read_dossier(text: str, library: Library, *, today: date) -> tuple[CaseFile, ...]:
    """Read one dossier: a case file for each decision it names.

    `today` is its date when it names none.

    Raises:
        InputError: when something in it cannot be used; nothing is guessed.
    """
    whole = _mapping(values_of(text), "het dossier")
    for key in whole:
        if key not in KEYS:
            guess = did_you_mean(key, KEYS)
            raise InputError(f"'{key[:60]}' kennen wij niet in een dossier.{guess}")
    _format(whole.get("format"))
    decisions = tuple(library.decision(name) for name in _decisions(whole))
    answers = stored_answers(whole.get("answers", {}), decisions)
    reference_date = _date(whole.get("reference_date"), today)
    costs = _costs(_mapping(whole.get("costs", {}), "costs"), decisions)
    municipality = _municipality(whole.get("municipality"))
    doubts = _doubts(whole.get("doubtful", []), decisions)
    remarks = _remarks(whole.get("remarks", {}), decisions)
    about = _about(whole)
    return tuple(
        read_stored(decision, answers).within(
            CaseFile(
                decision.id,
                reference_date,
                municipality=municipality,
                costs=_of_costs(costs, decision),
                doubtful=frozenset(doubts).intersection(decision.question_by_id),
                remarks={
                    name: text
                    for name, text in remarks.items()
                    if name in decision.question_by_id
                },
                about=about,
            )
        )
        for decision in decisions
    )


def _format(value: Any) -> None:
    if value is not None and value not in range(1, FORMAT + 1):
        raise InputError(
            f"Dit dossier heeft format {str(value)[:20]}. "
            f"Raadwijzer leest format 1 tot en met {FORMAT}."
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


def stored_answers(raw: Any, decisions: Sequence[Decision]) -> Stored:
    """Read answers by id or by old number into their stored form, by question id.

    An old number can stand for several old questions. What fits a question of today is
    checked; what an old question would have taken is left to the translation.

    Raises:
        InputError: for an unknown question, a value of the wrong kind, or two answers
            for one question.
    """
    answers: Stored = {}
    named: dict[str, str] = {}
    for name, value in _mapping(raw, "answers").items():
        for one in _named(name, decisions):
            found = _still_asked(one, decisions)
            text = _said(name, found, value)
            # The same answer by id and by number is no quarrel: our files have both.
            if answers.get(found.id, text) != text:
                raise InputError(
                    f"Vraag '{found.id}' heeft twee antwoorden: "
                    f"bij '{named[found.id]}' en bij '{name}'. Laat er één staan."
                )
            answers[found.id], named[found.id] = text, name
    return answers


def _named(
    name: str, decisions: Sequence[Decision]
) -> tuple[Question | OldQuestion, ...]:
    """Find the question that an id or an old number stands for, now or before.

    Raises:
        InputError: when there is none; the message guesses what was meant.
    """
    # A question of today goes before an old one that had the same name.
    for decision in decisions:
        if name in decision.question_by_id:
            return (decision.question_by_id[name],)
    old = [each for decision in decisions for each in decision.old]
    found = [each for each in old if each.id == name] or [
        each for each in old if name in each.refs
    ]
    if not found:
        known = [name for each in decisions for name in each.question_by_id]
        known += [ref for each in old for ref in each.refs]
        guess, first = did_you_mean(name, known), decisions[0].id
        raise InputError(f"Vraag '{name[:60]}' bestaat niet in {first}.{guess}")
    return tuple({each.id: each for each in found}.values())


def _still_asked(
    found: Question | OldQuestion, decisions: Iterable[Decision]
) -> Question | OldQuestion:
    """Give the question of today where an old one kept its id: its bounds count."""
    if isinstance(found, OldQuestion):
        for decision in decisions:
            if decision.id == found.decision:
                return decision.question_by_id.get(found.id, found)
    return found


def _said(name: str, found: Question | OldQuestion, value: Any) -> str:
    """Give an answer in the form in which a dossier keeps it.

    Raises:
        InputError: when it is no answer to this question.
    """
    text = value
    if isinstance(found, Question) and isinstance(found.answer, TicksKind):
        text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
    yes_no = (
        found.is_yes_no
        if isinstance(found, Question)
        else found.kind in ("yes_no", "weighing")
    )
    if isinstance(text, bool) and not yes_no:
        raise InputError(f"Bij '{name}' hoort één antwoord, geen true of false.")
    if not isinstance(text, str | int):
        raise InputError(f"Bij '{name}' hoort één antwoord, geen lijst of kommagetal.")
    try:
        if isinstance(found, Question):
            return stored(parse(found.answer, text))
        return stored(found.parse(text))
    except InputError as error:
        raise InputError(f"Vraag '{name}': {error}") from None


def read_answers(raw: Mapping[str, Any], decision: Decision) -> Answers:
    """Read answers of a file of ours, by question id, or by number of a release.

    Raises:
        InputError: for an unknown question, or a value of the wrong kind.
    """
    texts = stored_answers(dict(raw), (decision,))
    return read_stored(decision, texts).answers


def write_dossier(casefile: CaseFile) -> dict[str, Any]:
    """Give a case file as a dossier file of format 2, to be written as JSON or YAML.

    Answers to questions of an earlier release are written as they were given.
    """
    whole: dict[str, Any] = {
        "format": FORMAT,
        "decision": casefile.decision,
        "reference_date": casefile.reference_date.isoformat(),
    }
    if casefile.municipality is not None:
        whole["municipality"] = casefile.municipality
    whole |= written_about(casefile.about)
    if casefile.costs:
        whole["costs"] = dict(sorted(casefile.costs.items()))
    if casefile.doubtful:
        whole["doubtful"] = sorted(casefile.doubtful)
    if casefile.remarks:
        whole["remarks"] = dict(sorted(casefile.remarks.items()))
    answers: dict[str, str | list[str]] = dict(casefile.given)
    for question, answer in casefile.answers.items():
        # Written as it was given: another release may read it better.
        if question in casefile.given or not casefile.given:
            answers[question] = written(answer)
    whole["answers"] = dict(sorted(answers.items()))
    return whole


def written(answer: Answer) -> str | list[str]:
    """Give an answer as a dossier file writes it: ticks as a list."""
    return list(answer.value) if isinstance(answer, Ticks) else stored(answer)


def written_about(about: About) -> dict[str, Any]:
    """Give what a dossier is about as its file writes it; what is empty is left out."""
    meeting, day = about.meeting, about.meeting.day
    when = {
        "date": "" if day is None else day.isoformat(),
        "item": meeting.item,
        "number": meeting.number,
    }
    whole: dict[str, Any] = {key: getattr(about, key) for key in _ABOUT}
    whole["meeting"] = {key: text for key, text in when.items() if text}
    return {key: found for key, found in whole.items() if found}


def _doubts(raw: Any, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Read which answers are in doubt: a list of question ids or old numbers."""
    if not isinstance(raw, list) or not all(isinstance(name, str) for name in raw):
        raise InputError("Bij 'doubtful' hoort een lijst van vragen.")
    return tuple(name for given in raw for name in _today(given, decisions))


def _remarks(raw: Any, decisions: Sequence[Decision]) -> Stored:
    """Read what was noted beside answers, by question."""
    found: Stored = {}
    for given, text in _mapping(raw, "remarks").items():
        words = _words(f"remarks: {given}", text, LONGEST_REMARK)
        found |= dict.fromkeys(_today(given, decisions), words)
    return found


def _today(name: str, decisions: Sequence[Decision]) -> Iterator[str]:
    """Name the questions of today that a question, now or before, lives on in."""
    for found in _named(name, decisions):
        if isinstance(found, Question):
            yield found.id
        else:
            yield from (
                question.id
                for decision in decisions
                if decision.id == found.decision
                for question in decision.questions
                if set(found.refs) & set(question.refs)
            )


def _about(whole: Mapping[str, Any]) -> About:
    """Read what the dossier is about, and for which meeting."""
    words = {
        key: _words(key, whole[key], LONGEST_WORDS) for key in _ABOUT if key in whole
    }
    meeting = _mapping(whole.get("meeting", {}), "meeting")
    for key in meeting:
        if key not in _MEETING:
            guess = did_you_mean(key, _MEETING)
            raise InputError(f"'{key[:60]}' kennen wij niet bij meeting.{guess}")
    day = meeting.get("date")
    return About(
        **words,
        meeting=Meeting(
            day=None if day is None else _date(day, date.min),
            item=_words("meeting: item", meeting.get("item", ""), LONGEST_WORDS),
            number=_words("meeting: number", meeting.get("number", ""), LONGEST_WORDS),
        ),
    )


def _words(key: str, value: Any, most: int) -> str:
    """Read a few words of the user, of at most so many characters."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f"Bij '{key[:60]}' horen een paar woorden.")
    text = " ".join(str(value).split())
    if not text.isprintable():
        raise InputError(f"Bij '{key[:60]}' staat een teken dat geen tekst is.")
    if len(text) > most:
        raise InputError(
            f"Bij '{key[:60]}' staan {len(text)} tekens. Maak er ten hoogste {most} van."
        )
    return text


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


def values_of(text: str) -> Any:
    """Read the text of a dossier file as plain data: YAML, or JSON when it begins so.

    Raises:
        InputError: when it cannot be read; the message names the line.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    # Before anything reads it: the work on a stranger’s file is bounded.
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
        # A lone half of a pair, “\ud800”, is JSON and cannot be written as UTF-8.
        json.dumps(whole, ensure_ascii=False).encode()
    except InputError:
        raise
    except (ValueError, RecursionError) as error:  # a number can be too long to read
        line = getattr(error, "lineno", 1)
        raise InputError(f"Het dossier is geen leesbare JSON (regel {line}).") from None
    return whole


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for key, value in pairs:
        # RFC 8259 §4 leaves open which of two equal names counts; we refuse to choose.
        if key in whole:
            raise InputError(f"'{key[:60]}' staat twee keer in het dossier.")
        whole[key] = value
    return whole


def _no_constant(name: str) -> None:
    # NaN and Infinity: Python reads them, JSON does not have them (RFC 8259 §6).
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
