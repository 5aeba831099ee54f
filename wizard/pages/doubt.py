"""The page where answers are marked as doubtful."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from reports.dutch import capital, say_answer
from rules.content.questions import Question
from wizard.keeping.dossier import ConflictError, DossierNotFoundError, ReadOnlyError
from wizard.pages.walk import SEE_OTHER, show
from wizard.screens.dossier import DoubtRow, DoubtScreen
from wizard.screens.parts import Link
from wizard.showing.doubts import can_be_doubted, changes_to, doubtful
from wizard.showing.standing import bar, page
from wizard.work import Work, work_on

doubts = Blueprint("doubts", __name__)
FIELD = "twijfel"


@doubts.get("/<name>/twijfel")
def mark(name: str) -> str:
    """Show the answers that can be doubted, with the marks of before."""
    work = _own(name)
    assert work.dossier is not None
    marked = doubtful(work)
    return show(
        DoubtScreen(
            title="Waarover twijfelt u?",
            decision=work.decision.header.title,
            rows=tuple(
                _row(work, question, question.id in marked)
                for question in can_be_doubted(work)
            ),
            version=work.dossier.version,
            back=Link("Terug naar de uitkomst", page(work, "advice")),
            bar=bar(work, "advice"),
        )
    )


@doubts.post("/<name>/twijfel")
def keep(name: str) -> Response:
    """Keep the marks, and show what they do; the last to save wins."""
    work = _own(name)
    assert work.dossier is not None
    changes = changes_to(work, request.form.getlist(FIELD))
    dossiers = work.desk.dossiers
    version = request.form.get("versie", type=int) or 0
    try:
        dossiers.save_answers(work.dossier, changes, expected_version=version)
    except ConflictError as clash:
        dossiers.save_answers(work.dossier, changes, expected_version=clash.version)
    return redirect(f"{page(work, 'advice')}#{FIELD}", SEE_OTHER)


def _row(work: Work, question: Question, marked: bool) -> DoubtRow:  # noqa: FBT001
    said = capital(say_answer(question, work.said(question)))
    return DoubtRow(question.id, question.text, said, marked)


def _own(name: str) -> Work:
    work = work_on(name)
    if work.dossier is None:
        raise DossierNotFoundError
    if not work.may_change:
        raise ReadOnlyError
    return work
