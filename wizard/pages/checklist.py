"""The checklists, as a page and as a paper; they are empty and stay so."""

from flask import Blueprint, abort, url_for
from werkzeug.wrappers import Response

from reports.checklist_paper import compose_checklist
from rules.content.checklist import CheckGroup, Checklist
from wizard.guarding.limits import spend
from wizard.pages.doors import known
from wizard.pages.paper import handed_out
from wizard.pages.walk import show
from wizard.screens.checklist import ChecklistScreen, CheckPart, CheckRow
from wizard.screens.parts import Link
from wizard.showing.citing import Notes
from wizard.work import Work

checklists = Blueprint("checklists", __name__)


@checklists.get("/<decision:name>/controleblad")
@known
def sheet(work: Work) -> str:
    """Show the checklist that stands beside a decision."""
    return show(_screen(work, _sheet_of(work)))


@checklists.get("/<decision:name>/controleblad.pdf")
@known
def paper(work: Work) -> Response:
    """Print the checklist; it is the same for everybody."""
    found = _sheet_of(work)
    spend(work.desk.papers)
    document = compose_checklist(found, work.desk.library, work.desk.version)
    back = url_for("checklists.sheet", name=work.decision.id)
    return handed_out(document, f"controleblad-{work.decision.id}.pdf", None, back)


def _screen(work: Work, found: Checklist) -> ChecklistScreen:
    notes = Notes(work.desk.library.sources)
    name = work.decision.id
    return ChecklistScreen(
        title=found.title,
        decision=f"Controleblad · {work.decision.header.title}",
        intro=found.intro,
        parts=tuple(_part(notes, group) for group in found.groups),
        pdf=Link("Controleblad als PDF", url_for("checklists.paper", name=name)),
        back=Link(
            f"Naar ‘{work.decision.header.title}’",
            url_for("pages.decision", name=name),
        ),
        sources=notes.listed(),
    )


def _part(notes: Notes, group: CheckGroup) -> CheckPart:
    rows = tuple(
        CheckRow(check.ref, notes.sentence(check.text, check.sources))
        for check in group.items
    )
    return CheckPart(group.title, rows)


def _sheet_of(work: Work) -> Checklist:
    found = work.desk.library.checklists.get(work.decision.id)
    if found is None:
        abort(404)
    return found
