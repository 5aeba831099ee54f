"""The page of privacy of a measure: nothing is typed here; each answer is a question."""

from flask import Blueprint, abort, redirect, url_for

from wizard.pages.walk import SEE_OTHER, Page, show
from wizard.showing.balancing import balance_screen
from wizard.work import work_on

privacy_balance = Blueprint("privacy_balance", __name__)


@privacy_balance.get("/<name>/privacy")
def balance_of(name: str) -> Page:
    """Show what people give up, what answers it, and what could be lighter."""
    work = work_on(name)
    if not work.decision.privacy.intrusions:
        abort(404)
    if work.dossier is None or name not in work.dossier.decisions:
        return redirect(url_for("pages.gate", name=name), SEE_OTHER)
    return show(balance_screen(work))
