"""Two memos beside each other, or a memo beside one’s own dossier; nothing is stored."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint

from reports.checking.verify_memo import read_memo
from reports.composing.difference_part import said, what
from reports.composing.receipt import Receipt
from reports.dutch import capital
from rules.content.casefile import CaseFile
from rules.content.decision import Decision
from rules.grammar.errors import InputError
from rules.judging.difference import Difference, Differing, difference
from rules.reading_casefile import read_dossier
from wizard.counter import counter, judged_works
from wizard.guarding.limits import spend
from wizard.guarding.uploads import is_sent, sent
from wizard.pages.page_access import UNPROCESSABLE, Page, anyone
from wizard.screen_parts import Link, Shown

DifferenceRow = tuple[str, str, str, str]  # its kind, what it is, and what each says


@dataclass(frozen=True)
class Between:
    """Two memos on one decision: the outcomes, what explains them, and all the rest."""

    decision: str
    first: str
    second: str
    told: str
    explanations: tuple[tuple[DifferenceRow, ...], ...]
    rows: tuple[DifferenceRow, ...]
    rules: tuple[str, ...]


differing = Blueprint("differing", __name__)

FIRST, SECOND = "eerste", "tweede"
NOTHING_SHARED = "Deze twee gaan niet over hetzelfde besluit. Kies een ander memo."
Side = dict[str, tuple[CaseFile, Receipt | None]]


@differing.get("/verschil")
@anyone
def ask() -> Shown:
    """Ask for two files, or for one beside the dossier."""
    return _screen()


@differing.post("/verschil")
@anyone
def tell() -> Page:
    """Say which difference explains the outcome."""
    spend(counter().papers)
    field = FIRST
    try:
        first = {} if is_sent(FIRST) else _own()
        first = first or _of(read_memo(sent(FIRST)))
        field = SECOND
        second = _of(read_memo(sent(SECOND)))
        found = _between(first, second)
    except InputError as error:
        return _screen(fault=Link(str(error), f"#{field}")), UNPROCESSABLE
    return _screen(found)


def _between(first: Side, second: Side) -> tuple[Between, ...]:
    """Lay every decision that both are about beside each other."""
    shared = [name for name in first if name in second]
    if not shared:
        raise InputError(NOTHING_SHARED)
    return tuple(_of_both(first[name], second[name]) for name in shared)


def _own() -> Side:
    """Give the case files of the visitor’s own dossier."""
    here = counter()
    dossier = here.open_dossier()
    if dossier is None:
        return {}
    works = judged_works(here, dossier)
    return {work.decision.id: (work.casefile, None) for work in works}


def _of(receipt: Receipt) -> Side:
    """Give the case files that a memo rests on."""
    here = counter()
    text = json.dumps(receipt.dossier)
    casefiles = read_dossier(text, here.library, today=here.today())
    return {each.decision: (each, receipt) for each in casefiles}


def _screen(found: tuple[Between, ...] = (), *, fault: Link | None = None) -> Shown:
    return Shown(
        "screens/verschil.html",
        title="Vergelijk twee memo’s",
        faults=() if fault is None else (fault,),
        has_dossier=bool(_own()),
        between=found,
    )


def _of_both(
    first: tuple[CaseFile, Receipt | None], second: tuple[CaseFile, Receipt | None]
) -> Between:
    """Lay two case files of one decision beside each other."""
    library = counter().library
    chart = library.chart(first[0].decision)
    found = difference(chart, first[0], second[0])
    law = chart.decision
    outcomes = tuple(capital(law.outcome_by_id[name].label) for name in found.outcomes)
    return Between(
        decision=law.header.title,
        first=outcomes[0],
        second=outcomes[1],
        told=_explained(found),
        explanations=tuple(
            tuple(_difference(law, each) for each in explanation)
            for explanation in found.smallest
        ),
        rows=tuple(_difference(law, each) for each in found.differing),
        rules=tuple(_rules(law, found, (first[1], second[1]))),
    )


def _explained(found: Difference) -> str:
    if not found.differing:
        return "Beide memo’s rusten op dezelfde antwoorden."
    if found.is_same:
        return "De antwoorden verschillen. De uitkomst is gelijk."
    if len(found.smallest) == 1:
        return "Dit is het kleinste verschil dat de andere uitkomst verklaart."
    return "Elk van deze verschillen verklaart op zichzelf de andere uitkomst."


def _rules(
    law: Decision, found: Difference, receipts: tuple[Receipt | None, Receipt | None]
) -> Iterator[str]:
    """Tell where a memo was made with other rules, and what its outcome was then."""
    for which, receipt, now in zip(
        ("eerste", "tweede"), receipts, found.outcomes, strict=True
    ):
        if receipt is None or receipt.rules.get(law.id) == law.fingerprint:
            continue
        then = receipt.outcomes.get(law.id, "")
        if then == now:
            yield f"Het {which} memo is met andere regels gemaakt. De uitkomst is gelijk."
        elif then in law.outcome_by_id:
            was = law.outcome_by_id[then].label
            yield f"Het {which} memo is met andere regels gemaakt. Toen stond er: {was}."


def _difference(law: Decision, each: Differing) -> DifferenceRow:
    first, second = (said(law, each, value) for value in (each.first, each.second))
    return capital(each.kind), what(law, each), first, second
