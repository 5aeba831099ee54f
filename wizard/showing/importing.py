"""A dossier that comes back as a file: read as any, and refused as a form refuses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reports.composing.receipt import LONGEST
from rules.content.casefile import CaseFile
from rules.grammar.answers import refuse_future
from rules.grammar.errors import InputError, did_you_mean
from rules.judging.law_by_date import refuse_too_early
from rules.reading_casefile import read_dossier, stored_answers, values_of
from wizard.counter import Counter, can_judge
from wizard.guarding.personal import findings
from wizard.keeping.dossier import CAUSE, DOUBT, UNTOLD, text_key
from wizard.keeping.dossier_file import dossier_from_file
from wizard.keeping.remarks import (
    DAY,
    ITEM,
    NUMBER,
    PLACE,
    PROBLEM,
    SUBJECT,
    kept_about,
    kept_remarks,
)
from wizard.showing.draft_as_sent import choices_of, kept_names, longest

ABOUT = {
    text_key(SUBJECT): "het onderwerp",
    text_key(PLACE): "de plek",
    text_key(PROBLEM): "de aanleiding",
    text_key(DAY): "de raadsvergadering",
    text_key(ITEM): "het agendapunt",
    text_key(NUMBER): "het nummer",
}
IN_DOUBT = re.compile(rf"{DOUBT}[a-z0-9_]{{1,80}}")


@dataclass(frozen=True)
class Brought:
    """What a file says, in stored form and by the names of today."""

    decisions: tuple[str, ...]
    begin: str
    reference_date: date
    municipality: str | None
    values: Mapping[str, str]


def read_back(text: str, counter: Counter) -> Brought:
    """Read a dossier, YAML or JSON, by the id or the number of its questions.

    Raises:
        InputError: when the law, or a form of ours, would refuse something in it.
        DossierFileError: when it is no dossier.
    """
    if len(text) > LONGEST:
        raise InputError("Dit dossier is te lang.")
    whole = values_of(text)
    file = dossier_from_file(whole)
    by_name = {DOUBT + name for name in whole.get("doubtful", [])}  # or by number
    texts = {name: kept for name, kept in file.texts.items() if name not in by_name}
    casefiles = read_dossier(text, counter.library, today=counter.today())
    first = casefiles[0]
    _refuse_unknown_place(first.municipality, counter)
    for name, value in texts.items():
        if name == CAUSE:
            _refuse_unknown_problem(value, counter)
        elif not (IN_DOUBT.fullmatch(name) or name == UNTOLD) or value != "ja":
            _refuse_as_a_form(name, value, file.decisions)
    for each in casefiles:
        _refuse_days_to_come(each, counter)
    remarks = {name: text for each in casefiles for name, text in each.remarks.items()}
    about = {name: t for name, t in kept_about(first.about).items() if t}
    for name, value in about.items():
        _refuse_people(ABOUT[name], value)
    for name, value in remarks.items():
        _refuse_people(_remark_at(name, casefiles, counter), value)
    noted = {**about, **kept_remarks(remarks)}
    return Brought(
        decisions=file.decisions,
        begin=_first_judged(casefiles, counter),
        reference_date=first.reference_date,
        municipality=first.municipality,
        values={
            **_given(whole, casefiles, counter),
            **file.costs,
            **noted,
            **{text_key(name): kept for name, kept in texts.items() if kept},
            **{
                text_key(DOUBT + one): "ja"
                for each in casefiles
                for one in each.doubtful
            },
        },
    )


def _given(
    whole: Mapping[str, Any], casefiles: Iterable[CaseFile], counter: Counter
) -> Mapping[str, str]:
    """Give the answers by the id and in the words under which they were given.

    What they mean today is computed on reading, as for every dossier: so what counts no
    more, or clashes, is told after coming back as it was before.
    """
    decisions = [counter.library.decision(each.decision) for each in casefiles]
    return stored_answers(whole.get("answers", {}), decisions)


def _refuse_days_to_come(casefile: CaseFile, counter: Counter) -> None:
    """Stop at a day after today, where the form asks for one that has been."""
    asked = counter.library.decision(casefile.decision).question_by_id
    for name, answer in casefile.answers.items():
        try:
            refuse_future(asked[name].answer, answer, counter.today())
        except InputError as error:
            raise InputError(f"Bij de vraag ‘{asked[name].text}’: {error}") from None


def _remark_at(name: str, casefiles: Iterable[CaseFile], counter: Counter) -> str:
    """Name a remark by the question that it stands beside."""
    found = (counter.library.decision(each.decision) for each in casefiles)
    text = next(
        law.question_by_id[name].text for law in found if name in law.question_by_id
    )
    return f"de opmerking bij ‘{text}’"


def _first_judged(casefiles: tuple[CaseFile, ...], counter: Counter) -> str:
    """Give the first decision that can be judged at this date; else say why none can."""
    day = casefiles[0].reference_date
    for each in casefiles:
        if can_judge(counter, each.decision, day):
            return each.decision
    refuse_too_early(counter.library.decision(casefiles[0].decision), day)
    raise AssertionError


def _refuse_unknown_place(code: str | None, counter: Counter) -> None:
    places = counter.library.municipalities
    if code is not None and places is not None and code not in places.by_code:
        raise InputError(
            f"Gemeentecode ‘{code}’ staat niet in de lijst van {places.listed}. "
            "Laat de gemeente weg, en kies haar daarna op de site."
        )


def _refuse_unknown_problem(word: str, counter: Counter) -> None:
    signpost = counter.library.signpost
    known = [one.word for one in signpost.problems] if signpost is not None else []
    if word not in known:
        guess = did_you_mean(word, known)
        raise InputError(f"Aanleiding ‘{word[:60]}’ staat niet in de wegwijzer.{guess}")


def _refuse_as_a_form(name: str, text: str, decisions: Iterable[str]) -> None:
    """Stop at a text that no form of ours keeps, or that it would refuse."""
    words, choices = kept_names(decisions)
    if name in choices:
        lines = choices_of(name, text)
        if lines is None:
            raise InputError(f"De keuzes bij ‘{name}’ zijn niet te lezen.")
    elif name in words:
        lines = (text,)
    else:
        guess = did_you_mean(name, (*words, *choices))
        raise InputError(
            f"De tekst ‘{name}’ hoort bij geen stuk van dit dossier.{guess}"
        )
    for line in lines:
        if len(line) > (most := longest(name)):
            raise InputError(
                f"De tekst ‘{name}’ is te lang. Gebruik hooguit {most} tekens."
            )
        _refuse_people(f"de tekst ‘{name}’", line)


def _refuse_people(where: str, text: str) -> None:
    found = findings(text)
    if found.concerns:
        raise InputError(f"In {where}: {found.concerns[0].message}")
