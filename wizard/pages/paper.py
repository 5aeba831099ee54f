"""The memo, in the form that somebody asks for."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, after_this_request

from reports.document import Document
from reports.memo import Cover, compose
from reports.printing import print_document
from wizard.guarding.limits import spend
from wizard.keeping.dossier import DossierNotFoundError, StoredDossier
from wizard.work import Work, work_on

papers = Blueprint("papers", __name__)

OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {
    "pdf": "application/pdf",
    "docx": OFFICE,
    "odt": "application/vnd.oasis.opendocument.text",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
READ_HERE = ("txt",)


@papers.get("/<name>/advies/memo.<form>")
def memo(name: str, form: str) -> Response:
    """Print the memo; the paper is made from the same advice as the page."""
    work = work_on(name)
    if form not in KINDS:
        abort(404)
    if work.dossier is None:
        raise DossierNotFoundError
    spend(work.desk.papers)
    file = f"memo-{name}-{work.casefile.reference_date}"
    return handed_out(work, composed((work,), work.dossier), form, file)


def handed_out(work: Work, document: Document, form: str, file: str) -> Response:
    """Print here what is quick; the PDF goes to the press beside us."""
    printed = (
        work.desk.print_room.pdf(document)
        if form == "pdf"
        else print_document(document, f".{form}")
    )
    response = Response(printed, content_type=KINDS[form])
    if form not in READ_HERE:
        name = f"{file}.{form}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def composed(works: Sequence[Work], dossier: StoredDossier) -> Document:
    """Compose the memo of one decision of a dossier, or of several."""
    desk = works[0].desk
    cover = Cover(dossier.code, dossier.municipality, desk.version)
    return compose([work.advice for work in works], desk.library, cover)


def print_ahead(work: Work) -> None:
    """Once this page is sent, have the memo printed that may be asked for next."""
    dossier = work.dossier
    if dossier is None:
        return
    room = work.desk.print_room

    @after_this_request
    def then(response: Response) -> Response:
        response.call_on_close(lambda: room.ahead(composed((work,), dossier)))
        return response
