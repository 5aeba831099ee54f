"""Case law as a living test: what was decided, and what our rules say of the same facts.

The cases ship with the product, so that a page and a table can show them. Where our
rules come out otherwise, or leave open what was decided, the case must say why.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import Field

from rules.content.casefile import CaseFile
from rules.content.decision import Decision
from rules.content.demands import Basis, Standing
from rules.grammar.content_model import Content, Name, Prose
from rules.grammar.errors import ContentError, Fault, InputError
from rules.grammar.sources import SeenExtent
from rules.grammar.validation import Told, faults_of
from rules.judging.advice import Advice, advise
from rules.library import Library
from rules.loading import CONTENT
from rules.reading_casefile import read_answers
from rules.reading_content import ContentReader

TOO_EARLY = "te_vroeg"

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class CaseSort(StrEnum):
    """What kind of document the case is."""

    RECHTSPRAAK = "rechtspraak"
    TOEZICHT = "toezicht"
    BESLUIT = "besluit"
    BELEID = "beleid"
    RAAD = "raad"
    EVALUATIE = "evaluatie"
    ADVIES = "advies"
    PRAKTIJK = "praktijk"


class Ruling(StrEnum):
    """Whether the measure held before a court or an inspector."""

    IN_STAND = "in_stand"
    NIET_IN_STAND = "niet_in_stand"
    NIET_GETOETST = "niet_getoetst"


class Agreement(StrEnum):
    """How our rules relate to what was decided."""

    GELIJK = "gelijk"
    OPEN = "laat open"
    ANDERS = "anders"
    NIET_GETOETST = "niet getoetst"


class Case(Content):
    """One case. `facts` are answers by question; `told` is what has no question.

    `other_ground` says on what it was decided, where that is not the law of our
    decision: such a case never counts as ours. `date` can be a day, a month or a year. `expected` pins the outcome of our rules,
    `te_vroeg` where they do not reach that date. `falls_on` names the demands that are
    not met: a measure that did not hold must fall on what the court gave as reason.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    kind: CaseSort
    title: Prose
    day: Annotated[
        str | None, Field(alias="date", pattern=r"^\d{4}(-\d\d)?(-\d\d)?$")
    ] = None
    place: Prose | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    seen: SeenExtent
    about: Prose
    facts: Mapping[str, str | int | tuple[str, ...]]
    falls_on: tuple[Name, ...] = ()
    told: tuple[Prose, ...] = ()
    other_ground: Prose | None = None
    held: Prose
    ruling: Ruling
    expected: Name
    verklaring: Prose | None = None

    @property
    def beside(self) -> tuple[str, ...]:
        """Give what is told beside the answers: another ground first."""
        return tuple(filter(None, (self.other_ground, *self.told)))

    def on(self, otherwise: date) -> date:
        """Give the day whose law is applied: the first of a month or a year."""
        found = _DAY.fullmatch(self.day or "")
        if found is None:
            return otherwise
        year, month, day = found.groups(default="1")
        return date(int(year), int(month), int(day))


@dataclass(frozen=True, slots=True)
class JudgedCase:
    """A case beside what our rules say of it; no advice where they do not reach."""

    decision: str
    case: Case
    advice: Advice | None
    refusal: str | None
    agreement: Agreement

    @property
    def outcome(self) -> str:
        """Give the outcome of our rules by id."""
        return TOO_EARLY if self.advice is None else self.advice.outcome.id

    @property
    def says(self) -> str:
        """Say what our rules make of the facts."""
        if self.advice is None:
            return self.refusal or ""
        return self.advice.headline.title


def judged_cases(library: Library, root: Path = CONTENT) -> tuple[JudgedCase, ...]:
    """Judge every case by our rules, on its own date.

    Raises:
        ContentError: for a case that does not fit, or that differs and does not say why.
    """
    reader, folder = ContentReader(root), root / "rechtspraak"
    found: list[JudgedCase] = []
    for name in sorted(path.stem for path in folder.glob("*.yaml")):
        for case, reading, loc in reader.list(folder, name, Case):
            try:
                found.append(judge(library, name, case))
            except InputError as error:
                reader.faults.append(reading.fault(loc, str(error)))
            else:
                wrong = partial(_faults, library.decision(name), found[-1])
                reader.faults += faults_of([(case, reading, loc)], wrong)
    reader.faults += _doubles(found)
    if reader.faults:
        raise ContentError(reader.faults)
    return tuple(found)


def judge(library: Library, decision: str, case: Case) -> JudgedCase:
    """Judge one case by the law of its date.

    Raises:
        InputError: when its facts are no answers to our questions.
    """
    law = library.decision(decision)
    casefile = CaseFile(
        decision, case.on(law.header.checked_on), read_answers(case.facts, law)
    )
    try:
        advice = advise(library.chart(decision), casefile)
    except InputError as refusal:
        untested = case.ruling is Ruling.NIET_GETOETST
        agreement = Agreement.NIET_GETOETST if untested else Agreement.OPEN
        return JudgedCase(decision, case, None, str(refusal), agreement)
    return JudgedCase(decision, case, advice, None, _agreement(case, advice))


def _agreement(case: Case, advice: Advice) -> Agreement:
    if case.ruling is Ruling.NIET_GETOETST:
        return Agreement.NIET_GETOETST
    fell = bool(_unmet(advice))
    # One demand that is not met settles it for a court; to hold, all must be known.
    open_ = advice.outcome.ends or not (fell or advice.firm)
    # What fell on another law neither agrees with our rules nor differs from them.
    if open_ or case.other_ground is not None:
        return Agreement.OPEN
    held = case.ruling is Ruling.IN_STAND
    return Agreement.ANDERS if fell is held else Agreement.GELIJK


def _unmet(advice: Advice) -> set[str]:
    """Name the demands that decide and are not met."""
    unmet = (e for e in advice.judged if e.standing is Standing.NIET_VOLDAAN)
    return {each.demand.id for each in unmet if each.demand.decides}


def _faults(decision: Decision, judged: JudgedCase, case: Case) -> Told:
    """Tell where our rules come out otherwise, and demands that rest on another ground."""
    if judged.outcome != case.expected:
        message = (
            f"zaak '{case.id}': onze regels geven '{judged.outcome}', "
            f"niet '{case.expected}'. Lees de zaak opnieuw."
        )
        yield ("expected",), message
    if judged.advice is not None and set(case.falls_on) != _unmet(judged.advice):
        found = ", ".join(sorted(_unmet(judged.advice))) or "niets"
        message = (
            f"zaak '{case.id}': onze regels laten het stuklopen op {found}. "
            "Zet bij falls_on waarop de rechter het liet stuklopen."
        )
        yield (), message
    unlike = judged.agreement in (Agreement.ANDERS, Agreement.OPEN)
    if unlike and case.verklaring is None:
        message = (
            f"zaak '{case.id}': onze regels komen anders uit of laten het open; "
            "zeg met verklaring waarom."
        )
        yield (), message
    for demand in decision.demands if case.other_ground else ():
        rests = Basis.RECHTSPRAAK in (demand.basis, demand.also)
        if rests and case.id in demand.sources:
            message = (
                f"zaak '{case.id}' is op een andere grond beslist, en eis '{demand.id}' "
                "steunt erop als rechtspraak."
            )
            yield ("other_ground",), message


def _doubles(found: Iterable[JudgedCase]) -> Iterator[Fault]:
    named = Counter((judged.decision, judged.case.id) for judged in found)
    for (decision, case), times in named.items():
        if times > 1:
            file = f"rechtspraak/{decision}.yaml"
            yield Fault(file, 0, f"zaak '{case}' staat twee keer.")


def as_data(judged: JudgedCase) -> dict[str, object]:
    """Give a case as plain data, for JSON and for a page."""
    return {
        "decision": judged.decision,
        **judged.case.model_dump(mode="json", by_alias=True, exclude={"expected"}),
        "outcome": judged.outcome,
        "says": judged.says,
        "agreement": judged.agreement.value,
    }


def as_text(found: Iterable[JudgedCase]) -> str:
    """Give cases as a table for a terminal: what was decided, what our rules say."""
    lines: list[str] = []
    for judged in found:
        case = judged.case
        lines += [
            f"{case.title}",
            f"  feiten    {case.about} {_listed(case.facts)}".rstrip(),
            f"  beslist   {case.held} ({case.ruling.value.replace('_', ' ')})",
            f"  regels    {judged.says}",
            f"  verschil  {judged.agreement.value}"
            + (f": {case.verklaring}" if case.verklaring else ""),
            "",
        ]
    return "\n".join(lines).rstrip()


def _listed(facts: Mapping[str, str | int | tuple[str, ...]]) -> str:
    return ", ".join(
        f"{name} {' en '.join(said) if isinstance(said, tuple) else said}"
        for name, said in facts.items()
    )
