"""Exercise dossiers: look around in one, or go on with a copy of your own."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from reports.composing.reasons import reasons
from rules.content.casefile import CaseFile
from rules.exercises import Exercise
from rules.grammar.answers import stored
from wizard import session
from wizard.counter import Work, counter, law_of
from wizard.guarding.limits import spend
from wizard.keeping.keys import Access
from wizard.pages.page_access import SEE_OTHER, anyone, findable, or_404
from wizard.screen_parts import Shown
from wizard.showing.demands_tab import asks
from wizard.showing.navigation import firmness
from wizard.showing.source_cards import SourceCards, note
from wizard.showing.start_and_signpost import by_group

examples = Blueprint("examples", __name__)
MOST_REASONS = 6


@examples.get("/voorbeelden")
@findable
def index() -> Shown:
    """List the exercises, by the group of their decision."""
    here = counter()
    decisions = here.library.decisions
    found = [(decisions[one.file.decision].header, one.file) for one in here.exercises]
    groups = by_group(here, ((header.group, (header, file)) for header, file in found))
    return Shown("screens/voorbeelden.html", title="Oefendossiers", groups=[*groups])


@examples.get("/voorbeelden/<example>")
@findable
def look(example: str) -> Shown:
    """Show an exercise; nothing is stored."""
    return _screen(_found(example))


@examples.post("/voorbeelden/<example>")
@anyone
def copy(example: str) -> Response:
    """Make a dossier of one’s own with these facts."""
    here, found = counter(), _found(example)
    spend(here.new_dossiers)
    made = here.dossiers.create(
        (found.file.decision,),
        reference_date=here.today(),
        fingerprint=here.library.fingerprint,
        municipality=found.file.municipality,
        values={name: stored(answer) for name, answer in found.answers.items()},
    )
    session.remember(made.dossier.code, made.edit_key, Access.EDIT)
    session.pass_gate(found.file.decision)
    return redirect(url_for("pages.overview", name=found.file.decision), SEE_OTHER)


def _screen(found: Exercise) -> Shown:
    here, file = counter(), found.file
    chart = law_of(here.library.chart(file.decision), here.today())
    casefile = CaseFile(file.decision, here.today(), found.answers, file.municipality)
    work = Work(here, chart, None, casefile)
    advice = work.advice
    return Shown(
        "screens/voorbeeld.html",
        title=file.title,
        decision=work.decision.header.title,
        town=work.town,
        file=file,
        headline=advice.headline,
        firmness=firmness(work).text,
        reasons=reasons(advice)[:MOST_REASONS],
        facts=tuple(
            (
                one,
                found.answers[one.id],
                found.told.get(one.id),
                one.id in found.derived,
            )
            for one in work.decision.questions
            if one.id in found.answers
        ),
        asks=asks(work),
        papers=tuple(note(here.library.sources[one]) for one in file.sources),
        cards=SourceCards(here.library.sources),
    )


def _found(example: str) -> Exercise:
    found = (one for one in counter().exercises if one.file.id == example)
    return or_404(next(found, None))
