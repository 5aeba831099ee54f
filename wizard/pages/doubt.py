"""The page where answers are marked as doubtful."""

from dataclasses import dataclass

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from reports.dutch import capital, say_answer
from rules.content.questions import Question
from wizard.counter import Work
from wizard.pages.page_access import changing, own
from wizard.pages.walk import SEE_OTHER, show
from wizard.screen_parts import Link, Shown
from wizard.showing.doubts import can_be_doubted, changes_to, doubtful
from wizard.showing.navigation import bar, page


@dataclass(frozen=True)
class DoubtRow:
    """One answer that can be marked."""

    id: str
    question: str
    answer: str
    marked: bool


doubts = Blueprint("doubts", __name__)
FIELD = "twijfel"


@doubts.get("/<decision:name>/twijfel")
@own
def mark(work: Work) -> str:
    """Show the answers that can be doubted, with the marks of before."""
    marked = doubtful(work)
    return show(
        Shown(
            "screens/twijfel.html",
            title="Waarover twijfelt u?",
            decision=work.decision.header.title,
            rows=tuple(
                _row(work, question, question.id in marked)
                for question in can_be_doubted(work)
            ),
            back=Link("Terug naar de uitkomst", page(work, "demands")),
            bar=bar(work, "demands"),
        )
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


def _row(work: Work, question: Question, marked: bool) -> DoubtRow:  # noqa: FBT001
    said = capital(say_answer(question, work.said(question)))
    return DoubtRow(question.id, question.text, said, marked)
