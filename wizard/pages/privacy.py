"""The page of privacy of a measure: nothing is typed here; each answer is a question."""

from flask import Blueprint, abort

from rules.content.briefing import TabSubject
from wizard.counter import Work
from wizard.pages.page_access import begun
from wizard.pages.walk import Page, show
from wizard.showing.navigation import tells
from wizard.showing.privacy_tab import balance_screen
from wizard.showing.tab_in_words import told_screen

privacy_balance = Blueprint("privacy_balance", __name__)


@privacy_balance.get("/<decision:name>/privacy")
@begun
def balance_of(work: Work) -> Page:
    """Show what people give up, what answers it, and what could be lighter."""
    if not work.decision.privacy.intrusions:
        if not tells(work, TabSubject.PRIVACY):
            abort(404)
        return show(told_screen(work, TabSubject.PRIVACY))
    return show(balance_screen(work))
