"""The pages of costs: everything together, and the amounts of one measure."""

from collections.abc import Mapping

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from rules.content.costs import Measure
from rules.grammar.errors import InputError
from rules.money.inputs import COUNCIL_PERIOD, PREFIX, PRICES, TERM
from wizard.forms import typographic
from wizard.keeping.dossier import ConflictError, ReadOnlyError, StoredDossier
from wizard.pages.walk import CONFLICT, SEE_OTHER, UNPROCESSABLE, Page, show
from wizard.showing.costing import (
    MUNICIPALITY,
    costs_screen,
    measure_screen,
    typed_in,
    wrong_in,
)
from wizard.work import Work, work_on

costs = Blueprint("costs", __name__)

CLASH = (
    "Iemand anders wijzigde dit terwijl u bezig was. Wat u typte, staat hieronder. "
    "Slaat u op, dan vervangt dat de andere wijziging."
)


@costs.get("/<name>/kosten")
def overview(name: str) -> Page:
    """Show what every measure costs."""
    work = _work(name)
    return show(costs_screen(work)) if work.dossier else _to_gate(work)


@costs.post("/<name>/kosten")
def choose(name: str) -> Page:
    """Keep the term, the municipality and the year of the prices."""
    work = _work(name)
    dossier = _to_change(work)
    if dossier is None:
        return _to_gate(work)
    names = (PREFIX + TERM, PREFIX + PRICES, MUNICIPALITY)
    sent = {each: request.form.get(each, "").strip() for each in names}
    typed = {key: text for key, text in sent.items() if key != MUNICIPALITY}
    wrong = wrong_in(work, typed)
    place, unknown = _municipality(work, sent[MUNICIPALITY])
    if unknown:
        wrong[MUNICIPALITY] = unknown
    if wrong:
        return show(costs_screen(work, sent=sent, wrong=wrong)), UNPROCESSABLE
    if typed[PREFIX + TERM] == str(COUNCIL_PERIOD):
        typed[PREFIX + TERM] = ""  # the start value is no choice to keep
    try:
        kept = _keep(work, dossier, typed)
    except ConflictError:
        work = _work(name)
        return show(costs_screen(work, sent=sent, clash=CLASH)), CONFLICT
    if place != kept.municipality:
        work.desk.dossiers.amend(
            kept,
            decisions=kept.decisions,
            reference_date=kept.reference_date,
            fingerprint=kept.fingerprint,
            municipality=place,
        )
    return redirect(url_for("costs.overview", name=name), SEE_OTHER)


@costs.get("/<name>/kosten/<slug>")
def amounts(name: str, slug: str) -> Page:
    """Show the fields of one measure."""
    work = _work(name)
    measure = _measure(work, slug)
    if work.dossier is None:
        return _to_gate(work)
    if not work.may_change:
        return redirect(url_for("costs.overview", name=name), SEE_OTHER)
    return show(measure_screen(work, measure))


@costs.post("/<name>/kosten/<slug>")
def fill_in(name: str, slug: str) -> Page:
    """Keep the amounts of one measure; what cannot be read stays in its field."""
    work = _work(name)
    measure = _measure(work, slug)
    dossier = _to_change(work)
    if dossier is None:
        return _to_gate(work)
    typed, sent = typed_in(work, measure, request.form), request.form.to_dict()
    wrong = wrong_in(work, typed)
    if wrong:
        screen = measure_screen(work, measure, sent=sent, wrong=wrong)
        return show(screen), UNPROCESSABLE
    try:
        _keep(work, dossier, typed)
    except ConflictError:
        work = _work(name)
        screen = measure_screen(work, measure, sent=sent, clash=CLASH)
        return show(screen), CONFLICT
    here = url_for("costs.overview", name=name, _anchor=f"maatregel-{slug}")
    return redirect(here, SEE_OTHER)


def _keep(
    work: Work, dossier: StoredDossier, typed: Mapping[str, str]
) -> StoredDossier:
    version = request.form.get("versie", type=int) or 0
    changes = {key: text or None for key, text in typed.items()}
    return work.desk.dossiers.save_answers(dossier, changes, expected_version=version)


def _municipality(work: Work, text: str) -> tuple[str | None, str]:
    """Find a municipality by name; give its code, or what is wrong."""
    listed = work.desk.library.municipalities
    if not text or listed is None:
        return None, ""
    try:
        return listed.find(text).code, ""
    except InputError as error:
        return None, typographic(str(error))


def _work(name: str) -> Work:
    work = work_on(name)
    if not work.decision.costs.measures:
        abort(404)
    dossier = work.dossier
    if dossier is not None and name not in dossier.decisions:
        return Work(work.desk, work.chart, None, work.casefile)
    return work


def _to_change(work: Work) -> StoredDossier | None:
    """Give the dossier to change, None without one; a reader may not."""
    if not work.may_change:
        raise ReadOnlyError
    return work.dossier


def _measure(work: Work, slug: str) -> Measure:
    found = work.decision.costs.measure_by_id.get(slug.replace("-", "_"))
    if found is None or "_" in slug:
        abort(404)
    return found


def _to_gate(work: Work) -> Response:
    return redirect(url_for("pages.gate", name=work.decision.id), SEE_OTHER)
