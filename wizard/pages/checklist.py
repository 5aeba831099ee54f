"""The checklists, as a page and as a paper; they are empty and stay so."""

from flask import Blueprint, url_for
from werkzeug.wrappers import Response

from reports.composing.checklist_paper import compose_checklist
from rules.content.checklist import Checklist
from wizard.counter import Work
from wizard.guarding.limits import spend
from wizard.pages.downloads import handed_out
from wizard.pages.page_access import known, or_404
from wizard.screen_parts import Shown
from wizard.showing.source_cards import SourceCards

checklists = Blueprint("checklists", __name__)


@checklists.get("/<decision:name>/controleblad")
@known
def sheet(work: Work) -> Shown:
    """Show the checklist that stands beside a decision."""
    return _screen(work, _sheet_of(work))


@checklists.get("/<decision:name>/controleblad.pdf")
@known
def paper(work: Work) -> Response:
    """Print the checklist; it is the same for everybody."""
    found = _sheet_of(work)
    spend(work.counter.papers)
    document = compose_checklist(found, work.library, work.counter.version)
    back = url_for("checklists.sheet", name=work.decision.id)
    return handed_out(document, f"controleblad-{work.decision.id}.pdf", None, back)


def _screen(work: Work, found: Checklist) -> Shown:
    return Shown(
        "screens/controleblad.html",
        title=found.title,
        decision=work.decision,
        sheet=found,
        cards=SourceCards(work.library.sources),
    )


def _sheet_of(work: Work) -> Checklist:
    return or_404(work.library.checklists.get(work.decision.id))
