"""The tally while somebody fills in: the same sum as after saving, and nothing kept."""

from dataclasses import dataclass, replace
from typing import ClassVar

from flask import Blueprint, abort, request

from wizard.counter import Work
from wizard.forms import readable_in, row_forms
from wizard.pages.page_access import admitted
from wizard.pages.walk import show
from wizard.screen_parts import TallyBar
from wizard.showing.navigation import tally


@dataclass(frozen=True)
class TallyScreen:
    """The tally alone, as if an answer was kept that is not kept yet."""

    template: ClassVar[str] = "screens/telling.html"
    tally: TallyBar


live = Blueprint("live", __name__)
IF = "Als u dit bewaart:"


@live.post("/<decision:name>/vraag/<slug>/stand")
@admitted
def preview(work: Work, slug: str) -> str:
    """Show how the demands would stand with these answers; a fragment of a page."""
    screen = work.screen(slug)
    if screen is None:
        abort(404)
    casefile = work.casefile
    for question, answer in readable_in(row_forms(screen.rows, request.form, {})):
        casefile = casefile.with_answer(question.id, answer)
    before = IF if casefile.answers != work.casefile.answers else ""
    advice = replace(work, casefile=casefile).advice
    return show(TallyScreen(tally(advice, before=before)))
