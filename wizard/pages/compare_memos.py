"""Two memos beside each other, or a memo beside one’s own dossier; nothing is stored."""

import json

from flask import Blueprint

from reports.checking.verify_memo import read_memo
from reports.composing.receipt import Receipt
from rules.content.casefile import CaseFile
from rules.grammar.errors import InputError
from rules.reading_casefile import read_dossier
from wizard.counter import counter, judged_works
from wizard.guarding.limits import spend
from wizard.guarding.uploads import is_sent, sent
from wizard.pages.page_access import UNPROCESSABLE, Page, anyone
from wizard.screen_parts import FieldFault, Shown
from wizard.showing.memo_differences import Between, between

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
        return _screen(fault=FieldFault(str(error), f"#{field}")), UNPROCESSABLE
    return _screen(found)


def _between(first: Side, second: Side) -> tuple[Between, ...]:
    """Lay every decision that both are about beside each other."""
    shared = [name for name in first if name in second]
    if not shared:
        raise InputError(NOTHING_SHARED)
    return tuple(between(first[name], second[name]) for name in shared)


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


def _screen(
    found: tuple[Between, ...] = (), *, fault: FieldFault | None = None
) -> Shown:
    return Shown(
        "screens/verschil.html",
        title="Vergelijk twee memo’s",
        faults=() if fault is None else (fault,),
        has_dossier=bool(_own()),
        between=found,
    )
