"""The memo, in the form that somebody asks for."""

from flask import Blueprint, Response, abort

from reports.memo import compose
from reports.printing import print_document
from wizard.dossier import DossierNotFoundError
from wizard.limits import spend
from wizard.work import work_on

papers = Blueprint("papers", __name__)

MIME = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


@papers.get("/<name>/advies/memo.<form>")
def memo(name: str, form: str) -> Response:
    """Print the memo; the paper is made from the same advice as the page."""
    work = work_on(name)
    if form not in MIME:
        abort(404)
    if work.dossier is None:
        raise DossierNotFoundError
    spend(work.desk.papers)
    document = compose((work.advice,), work.desk.library)
    response = Response(print_document(document, f".{form}"), content_type=MIME[form])
    if form == "pdf":
        file = f"memo-{name}-{work.casefile.reference_date}.pdf"
        response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response
