"""The page where answers are marked as doubtful."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from wizard.counter import Work
from wizard.pages.page_access import SEE_OTHER, changing, own
from wizard.screen_parts import Shown
from wizard.showing.doubts import can_be_doubted, changes_to, doubtful
from wizard.showing.navigation import bar, page

doubts = Blueprint("doubts", __name__)
FIELD = "twijfel"


@doubts.get("/<decision:name>/twijfel")
@own
def mark(work: Work) -> Shown:
    """Show the answers that can be doubted, with the marks of before."""
    marked = doubtful(work)
    return Shown(
        "screens/twijfel.html",
        title="Waarover twijfelt u?",
        decision=work.decision.header.title,
        rows=tuple(
            (one, work.said(one), one.id in marked) for one in can_be_doubted(work)
        ),
        back=page(work, "demands"),
        bar=bar(work, "demands"),
    )


@doubts.post("/<decision:name>/twijfel")
@changing
def keep(work: Work) -> Response:
    """Keep the marks, and show what they do; the last to save wins."""
    assert work.dossier is not None
    changes = changes_to(work, request.form.getlist(FIELD))
    dossiers = work.counter.dossiers
    dossiers.save_answers(work.dossier, changes, expected_version=None)
    return redirect(f"{page(work, 'demands')}#zeker", SEE_OTHER)
