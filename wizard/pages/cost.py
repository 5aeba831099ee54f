"""The pages of costs: everything together, and the amounts of one measure."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from rules.content.briefing import TabSubject
from rules.content.costs import Measure
from rules.grammar.errors import InputError
from rules.money.inputs import COUNCIL_PERIOD, PREFIX, PRICES, TERM
from wizard.counter import Work, id_of, work_on
from wizard.forms import typographic
from wizard.keeping.dossier import ConflictError, StoredDossier
from wizard.pages.page_access import (
    CONFLICT,
    MOVED,
    SEE_OTHER,
    UNPROCESSABLE,
    Page,
    begun,
    changing,
    known,
    or_404,
    sent_version,
)
from wizard.screen_parts import Shown
from wizard.showing.amounts_form import Plain, measure_screen, typed_in, wrong_in
from wizard.showing.money_tab import MUNICIPALITY, costs_screen
from wizard.showing.navigation import tells
from wizard.showing.own_amounts import OWN, typed_at_once
from wizard.showing.tab_without_sums import told_screen

costs = Blueprint("costs", __name__)

CLASH = (
    "Iemand anders wijzigde dit terwijl u bezig was. Wat u typte, staat hieronder. "
    "Slaat u op, dan vervangt dat de andere wijziging."
)


@costs.get("/<decision:name>/geld")
@begun
def overview(work: Work) -> Page:
    """Show what every measure costs; without measures what is known, and what to ask."""
    if not work.decision.costs.measures and tells(work, TabSubject.GELD):
        return told_screen(work, TabSubject.GELD)
    refuse_without_measures(work)
    return costs_screen(work)


@costs.post("/<decision:name>/geld")
@changing
def choose(work: Work) -> Page:
    """Keep the own amounts, or the municipality and the year of the prices."""
    refuse_without_measures(work)
    if OWN in request.form:
        return _own_amounts(work)
    names = (PREFIX + TERM, PREFIX + PRICES, MUNICIPALITY)
    sent = {each: request.form[each].strip() for each in names if each in request.form}
    typed = {key: text for key, text in sent.items() if key != MUNICIPALITY}
    wrong = wrong_in(work, typed)
    place, unknown = _municipality(work, sent.get(MUNICIPALITY, ""))
    if unknown:
        wrong[MUNICIPALITY] = unknown
    if wrong:
        return costs_screen(work, sent=sent, wrong=wrong), UNPROCESSABLE
    try:
        kept = _keep(work, typed)
    except ConflictError:
        work = work_on(work.decision.id)
        return costs_screen(work, sent=sent, clash=CLASH), CONFLICT
    if place != kept.municipality:
        work.counter.dossiers.amend(replace(kept, municipality=place))
    return redirect(url_for("costs.overview", name=work.decision.id), SEE_OTHER)


@costs.get("/<decision:name>/geld/<slug>")
@begun
def amounts(work: Work, slug: str) -> Page:
    """Show the fields of one measure."""
    measure = _measure(work, slug)
    if not work.may_change:
        where = url_for("costs.overview", name=work.decision.id)
        return redirect(where, SEE_OTHER)
    return measure_screen(work, measure)


@costs.post("/<decision:name>/geld/<slug>")
@changing
def fill_in(work: Work, slug: str) -> Page:
    """Keep the amounts of one measure; what cannot be read stays in its field."""
    measure = _measure(work, slug)
    typed, sent = typed_in(work, measure, request.form), request.form.to_dict()
    screen = partial(measure_screen, measure=measure)
    return _kept(work, typed, sent, screen, f"maatregel-{slug}")


def _own_amounts(work: Work) -> Page:
    """Keep the few amounts of the decision’s own measures, and the term."""
    typed = typed_at_once(work, request.form)
    sent = {**typed, **request.form.to_dict()}
    return _kept(work, typed, sent, costs_screen, "eigen-bedragen")


def _kept(
    work: Work, typed: Plain, sent: Plain, screen: Callable[..., Shown], anchor: str
) -> Page:
    """Keep what was typed in; what cannot be read, or clashes, stays in its field."""
    if wrong := wrong_in(work, typed):
        return screen(work, sent=sent, wrong=wrong), UNPROCESSABLE
    try:
        _keep(work, typed)
    except ConflictError:
        work = work_on(work.decision.id)
        return screen(work, sent=sent, clash=CLASH), CONFLICT
    where = url_for("costs.overview", name=work.decision.id, _anchor=anchor)
    return redirect(where, SEE_OTHER)


def _keep(work: Work, typed: Plain) -> StoredDossier:
    assert work.dossier is not None
    if typed.get(PREFIX + TERM) == str(COUNCIL_PERIOD):
        typed = {**typed, PREFIX + TERM: ""}  # the start value is no choice to keep
    changes = {key: text or None for key, text in typed.items()}
    return work.counter.dossiers.save_answers(
        work.dossier, changes, expected_version=sent_version()
    )


def _municipality(work: Work, text: str) -> tuple[str | None, str]:
    """Find a municipality by name; give its code, or what is wrong."""
    listed = work.library.municipalities
    if not text or listed is None:
        return None, ""
    try:
        return listed.find(text).code, ""
    except InputError as error:
        return None, typographic(str(error))


@costs.get("/<decision:name>/kosten")
@costs.get("/<decision:name>/kosten/<slug>")
@known
def moved(work: Work, slug: str = "") -> AnyResponse:
    """Lead the address of earlier releases to the page on money."""
    name = work.decision.id
    if slug:
        return redirect(url_for("costs.amounts", name=name, slug=slug), MOVED)
    return redirect(url_for("costs.overview", name=name), MOVED)


def refuse_without_measures(work: Work) -> None:
    """Answer 404 where a decision has no measures to reckon or compare."""
    if not work.decision.costs.measures:
        abort(404)


def _measure(work: Work, slug: str) -> Measure:
    return or_404(work.decision.costs.measure_by_id.get(id_of(slug)))
