"""Choose a municipality; it fills in facts with a source, and never an answer."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from reports.dutch import capital, say_date, say_number
from rules.content.municipalities import Municipalities, Municipality
from rules.grammar.errors import InputError
from wizard.forms import typographic
from wizard.keeping.dossier import DossierNotFoundError, ReadOnlyError, StoredDossier
from wizard.keeping.keys import Access
from wizard.pages.walk import SEE_OTHER, UNPROCESSABLE, Page, show
from wizard.screens.dossier import PlaceScreen
from wizard.screens.parts import Fault, Link
from wizard.showing.standing import bar
from wizard.work import Desk, desk, work_on

places = Blueprint("places", __name__)
WRONG = "Fout: "
LONGEST = 60


@places.get("/gemeente")
def choose() -> Page:
    """Show the choice, and the facts of the municipality that was chosen."""
    dossier, register = _own(), _register()
    chosen = register.by_code.get(dossier.municipality or "")
    return show(_screen(dossier, register, chosen))


@places.post("/gemeente")
def keep() -> Page | Response:
    """Keep the choice; an empty field means none."""
    dossier, register = _own(), _register()
    typed = request.form.get("gemeente", "").strip()[:LONGEST]
    try:
        chosen = register.find(typed) if typed else None
    except InputError as error:
        fault = typographic(str(error))
        screen = _screen(dossier, register, None, typed=typed, fault=fault)
        return show(screen), UNPROCESSABLE
    desk().dossiers.amend(
        dossier,
        decisions=dossier.decisions,
        reference_date=dossier.reference_date,
        fingerprint=dossier.fingerprint,
        municipality=None if chosen is None else chosen.code,
    )
    return redirect(url_for("places.choose"), SEE_OTHER)


def _screen(
    dossier: StoredDossier,
    register: Municipalities,
    chosen: Municipality | None,
    *,
    typed: str | None = None,
    fault: str = "",
) -> PlaceScreen:
    here: Desk = desk()
    name = chosen.name if chosen else ""
    merger = register.merger_of(chosen.code) if chosen else None
    return PlaceScreen(
        title=(WRONG if fault else "") + "Uw gemeente",
        names=tuple(one.name for one in register.municipalities),
        listed=f"De lijst is die van {register.listed}.",
        typed=name if typed is None else typed,
        faults=(Fault(fault, "#gemeente"),) if fault else (),
        facts=_facts(register, chosen) if chosen else (),
        merger=merger.text if merger else "",
        sources=tuple(
            (here.library.sources[one].title, here.library.sources[one].url)
            for one in register.sources
        ),
        version=dossier.version,
        back=Link(
            "Terug naar de antwoorden",
            url_for("pages.overview", name=dossier.decisions[0]),
        ),
        bar=bar(work_on(dossier.decisions[0]), "place"),
    )


def _facts(
    register: Municipalities, chosen: Municipality
) -> tuple[tuple[str, str], ...]:
    counted = say_date(register.counted_on)
    return (
        ("Gemeente", chosen.name),
        ("Code", capital(chosen.code.upper())),
        ("Provincie", chosen.province),
        (f"Inwoners op {counted}", say_number(chosen.inhabitants)),
    )


def _register() -> Municipalities:
    found = desk().library.municipalities
    if found is None:
        raise DossierNotFoundError
    return found


def _own() -> StoredDossier:
    dossier = desk().open_dossier()
    if dossier is None:
        raise DossierNotFoundError
    if dossier.access is not Access.EDIT:
        raise ReadOnlyError
    return dossier
