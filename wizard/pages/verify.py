"""Check a memo that comes back as a PDF; nothing of it is stored unless asked."""

import json

from flask import Blueprint, redirect, request, url_for

from reports.checking.verify_memo import NO_SIGNATURE, TOLD, Verification, verify
from reports.composing.memo import name_of
from rules.grammar.errors import InputError
from wizard import session
from wizard.counter import counter
from wizard.forms import typographic
from wizard.guarding.limits import spend
from wizard.guarding.uploads import sent
from wizard.keeping.dossier_file import DossierFileError
from wizard.keeping.keys import Access
from wizard.pages.page_access import SEE_OTHER, UNPROCESSABLE, Page, anyone
from wizard.screen_parts import Link, Shown
from wizard.showing.importing import read_back

verifying = Blueprint("verifying", __name__)

FILE, DOSSIER = "bestand", "dossier"


@verifying.get("/controleren")
@anyone
def ask() -> Shown:
    """Ask for a file."""
    return _screen()


@verifying.post("/controleren")
@anyone
def check() -> Page:
    """Make the memo again, and tell whether the file is the same."""
    here = counter()
    # Before the file is opened: to read a PDF is the work that the bound is for.
    spend(here.papers)
    try:
        found = verify(sent(FILE), here.library, here.print_ahead.pdf, here.letterhead)
    except InputError as error:
        return _screen(fault=str(error)), UNPROCESSABLE
    return _screen(found)


@verifying.post("/controleren/openen")
@anyone
def reopen() -> Page:
    """Make a new dossier from the answers of a memo."""
    here = counter()
    try:
        brought = read_back(request.form.get(DOSSIER) or _sent_text(), here)
    except (InputError, DossierFileError) as error:
        return _screen(fault=typographic(str(error))), UNPROCESSABLE
    # After it was read: a file that is none of ours makes no dossier, and costs none.
    spend(here.new_dossiers)
    made = here.dossiers.create(
        brought.decisions,
        reference_date=brought.reference_date,
        fingerprint=here.library.fingerprint,
        municipality=brought.municipality,
        values=brought.values,
    )
    session.remember(made.dossier.code, made.edit_key, Access.EDIT)
    for decision in brought.decisions:
        session.pass_gate(decision)
    return redirect(url_for("pages.overview", name=brought.begin), SEE_OTHER)


def _sent_text() -> str:
    """Give the dossier file that was sent in, as text."""
    try:
        return sent(FILE, "Kies eerst het dossier dat u als bestand kreeg.").decode()
    except UnicodeDecodeError:
        raise InputError("Dit bestand is geen dossier van Raadwijzer.") from None


def _screen(found: Verification | None = None, *, fault: str = "") -> Shown:
    receipt, library = found.receipt if found else None, counter().library
    dossier = ""
    if found and found.advices and receipt:
        dossier = json.dumps(receipt.dossier, ensure_ascii=False)
    return Shown(
        "screens/controleren.html",
        title="Controleer een memo",
        faults=(Link(fault, f"#{FILE}"),) if fault else (),
        checked=found,
        told=TOLD,
        no_signature=NO_SIGNATURE,
        receipt=receipt,
        decisions=library.decisions,
        place=name_of(receipt.place, library) if receipt else None,
        dossier=dossier,
    )
