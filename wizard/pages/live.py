"""‘Stand nu’ while somebody fills in: the same sum as after saving, and nothing kept."""

from dataclasses import replace

from flask import Blueprint, request

from wizard.forms import answer_in, form_for, is_sent
from wizard.pages.walk import show
from wizard.screens.dossier import StandScreen
from wizard.screens.parts import Stand
from wizard.showing.standing import stand
from wizard.work import work_on

live = Blueprint("live", __name__)
IF = "Als u dit opslaat:"


@live.post("/<name>/vraag/<slug>/stand")
def preview(name: str, slug: str) -> str:
    """Show what the outcome would be with this answer; a fragment of a page."""
    work = work_on(name)
    question = work.question(slug)
    form = form_for(question, request.form, None)
    found = stand(work)
    if is_sent(form, question):
        casefile = work.casefile.with_answer(question.id, answer_in(form, question))
        found = _not_kept(stand(replace(work, casefile=casefile)))
    return show(StandScreen("Stand nu", found))


def _not_kept(found: Stand) -> Stand:
    return replace(found, before=IF)
