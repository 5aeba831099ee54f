"""The memo, in the form that somebody asks for; and where one waits for any PDF."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from flask import (
    Blueprint,
    Response,
    abort,
    after_this_request,
    current_app,
    redirect,
    request,
    url_for,
)
from itsdangerous import BadData
from werkzeug.wrappers import Response as AnyResponse

from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition
from reports.council.griffie import slug
from reports.document import Document
from reports.dutch import counted
from reports.formats.by_file_name import print_document
from reports.formats.print_pool import PrinterError
from wizard.counter import Work, counter
from wizard.finished_papers import LIFE
from wizard.guarding.limits import spend
from wizard.guarding.sealing import Sealed, sealed_by
from wizard.keeping.dossier import DossierNotFoundError, StoredDossier
from wizard.pages.page_access import MOVED, SEE_OTHER, Page, anyone, begun, known
from wizard.printing_ahead import LostPaperError, StillPrintingError
from wizard.screen_parts import Shown
from wizard.showing.navigation import page, subject_and_place

papers = Blueprint("papers", __name__)

OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {
    "pdf": "application/pdf",
    "docx": OFFICE,
    "odt": "application/vnd.oasis.opendocument.text",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
OTHER_KINDS = {"ics": "text/calendar; charset=utf-8", "json": "application/json"}
ANSWERS, LEFT_OUT = "antwoorden", "nee"  # in an address: no list of answers in the PDF
READ_HERE = ("txt",)
LONGEST_SUBJECT, LONGEST_TOWN = 40, 25
ACCEPTED = 202
PAUSE, MOST_TIMES, WAITED = 2, 150, "wacht"  # seconds, and how often: five minutes
ASKED = tuple(str(times) for times in range(1, MOST_TIMES + 1))


class Slip(NamedTuple):
    """What a visitor holds whose PDF waits for its turn, sealed in an address.

    `code` is that of the dossier that the paper is about, if it is about one; `back` is
    the page that it was asked from.
    """

    key: bytes
    name: str
    code: str
    back: str


@papers.get("/<decision:name>/memo.<form>")
@begun
def memo(work: Work, form: str) -> AnyResponse:
    """Print the memo of one page, from the same advice as the page."""
    return _printed(work, form, Edition.BRIEF)


@papers.get("/<decision:name>/dossier.<form>")
@begun
def whole(work: Work, form: str) -> AnyResponse:
    """Print the whole dossier."""
    return _printed(work, form, Edition.WHOLE)


@papers.get("/<decision:name>/advies/memo.<form>")
@known
def moved(work: Work, form: str) -> AnyResponse:
    """Lead the address of earlier releases to the paper that it gave."""
    return redirect(url_for("papers.whole", name=work.decision.id, form=form), MOVED)


def _printed(work: Work, form: str, edition: Edition) -> AnyResponse:
    if form not in KINDS:
        abort(404)
    assert work.dossier is not None
    return printed((work,), work.dossier, form, edition, page(work, "papers"))


def printed(
    works: Sequence[Work],
    dossier: StoredDossier,
    form: str,
    edition: Edition,
    back: str,
) -> AnyResponse:
    """Print the memo of one decision of a dossier, or of several.

    Only the PDF of one page holds the list of answers inside, unless that is left out.
    """
    spend(counter().papers)
    bare = form == "pdf" and request.args.get(ANSWERS) == LEFT_OUT
    with_answers = not (edition is Edition.BRIEF and bare)
    name = f"{name_of(works, edition, with_answers=with_answers)}.{form}"
    document = composed(works, dossier, edition, with_answers=with_answers)
    return handed_out(document, name, dossier, back, here=form in READ_HERE)


@papers.get("/klaar/<slip>")
@anyone
def wait(slip: str) -> Page:
    """Give a PDF that waited for its turn, or show how many go before it."""
    held = _read(slip)
    try:
        return as_file(counter().print_ahead.find(held.key), held.name)
    except StillPrintingError as still:
        return _in_the_row(slip, held, still.before)
    except PrinterError:
        raise LostPaperError(held.back) from None


def handed_out(
    document: Document,
    name: str,
    dossier: StoredDossier | None,
    back: str,
    *,
    here: bool = False,
) -> AnyResponse:
    """Print here what is quick; the PDF goes to the press beside us, or in its row.

    `here`: it is read in the browser, and needs no name.
    """
    form = name.rpartition(".")[2]
    if form != "pdf":
        printed = print_document(document, f".{form}")
        return (
            Response(printed, content_type=KINDS[form])
            if here
            else as_file(printed, name)
        )
    try:
        return as_file(counter().print_ahead.pdf(document), name)
    except StillPrintingError as still:
        code = "" if dossier is None else dossier.code
        slip = _seal().dumps(list(Slip(still.key, name, code, back)))
        return redirect(url_for("papers.wait", slip=slip), SEE_OTHER)


def as_file(content: str | bytes, name: str) -> Response:
    """Give something to keep as a file; how its name ends tells its kind."""
    kinds = KINDS | OTHER_KINDS
    response = Response(content, content_type=kinds[name.rpartition(".")[2]])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _in_the_row(slip: str, held: Slip, before: int) -> Page:
    """Let the page ask again by itself; no thread waits, and nothing is asked twice."""
    asked = request.args.get(WAITED, "")
    times = int(asked) if asked in ASKED else 0
    args: dict[str, Any] = {"slip": slip, WAITED: str(min(times + 1, MOST_TIMES))}
    again = url_for("papers.wait", **args)
    goes_on = times < MOST_TIMES
    screen = Shown(
        "screens/wachten.html",
        title="Uw PDF wordt gemaakt",
        before=counted(before, "ander stuk gaat", "andere stukken gaan")
        if before
        else "",
        goes_on=goes_on,
        again=again,
        back=held.back,
    )
    headers = {"Refresh": f"{PAUSE}; url={again}"} if goes_on else {}
    return screen, ACCEPTED, headers


def _read(slip: str) -> Slip:
    """Read a slip of ours; to who has another dossier open it opens nothing."""
    try:
        held = Slip(*_seal().loads(slip, max_age=int(LIFE)))
    except BadData:
        raise DossierNotFoundError from None
    if held.code:
        opened = counter().open_dossier()
        if opened is None or opened.code != held.code:
            raise DossierNotFoundError
    return held


def _seal() -> Sealed:
    secret = current_app.secret_key
    assert isinstance(secret, str)
    return sealed_by(secret, "paper")


def name_of(
    works: Sequence[Work],
    edition: Edition = Edition.BRIEF,
    *,
    with_answers: bool = True,
) -> str:
    """Name the file of a memo: what it is about and where, the municipality, and the date."""
    first = works[0]
    about, town = first.casefile.about, first.town
    ids = [] if about.subject else [work.decision.id for work in works]
    names = subject_and_place(about)
    words = [*ids, *(slug(name, LONGEST_SUBJECT) for name in names)]
    words += [slug(town.name, LONGEST_TOWN)] if town else []
    kind = "memo" if edition is Edition.BRIEF else "dossier"
    words += [str(first.casefile.reference_date)]
    return "-".join([kind, *words, *(() if with_answers else ("zonder-antwoorden",))])


def composed(
    works: Sequence[Work],
    dossier: StoredDossier,
    edition: Edition = Edition.BRIEF,
    *,
    with_answers: bool = True,
) -> Document:
    """Compose the memo of one decision of a dossier, or of several."""
    counter = works[0].counter
    cover = Cover(
        dossier.code,
        dossier.municipality,
        counter.version,
        counter.letterhead,
        with_answers,
    )
    return compose([work.advice for work in works], counter.library, cover, edition)


def print_ahead(work: Work) -> None:
    """Once this page is sent, have the memo printed that may be asked for next."""
    dossier = work.dossier
    if dossier is None:
        return
    room = work.counter.print_ahead

    @after_this_request
    def then(response: Response) -> Response:
        response.call_on_close(lambda: room.ahead(composed((work,), dossier)))
        return response
