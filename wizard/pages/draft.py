"""Motie, amendement and written questions: weigh, compose, check, take along."""

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from reports.clerk import Filing, as_json
from reports.draft import Draft, Paper
from reports.edited import LONGEST, as_text, read_text
from reports.lint import lint
from reports.printing import print_document
from wizard.guarding.limits import spend
from wizard.keeping.dossier import ConflictError, ReadOnlyError
from wizard.pages.paper import KINDS
from wizard.pages.walk import CONFLICT, SEE_OTHER, UNPROCESSABLE, show
from wizard.showing.composing import (
    Checked,
    check_screen,
    compose_screen,
    papers_screen,
    weighing_screen,
)
from wizard.showing.drafting import (
    NONE,
    SORTS,
    Sort,
    Values,
    changes_of,
    fits,
    kept_values,
    names_of,
    paper_of,
    people,
    printed,
    read_draft,
    trusted_of,
    weighing_change,
    weighing_of,
)
from wizard.work import Work, work_on

drafts = Blueprint("drafts", __name__)
Page = str | AnyResponse | tuple[str, int]

CLASH = (
    "Iemand anders wijzigde dit stuk terwijl u bezig was. Uw invoer staat hieronder."
)
TOO_MUCH = "Dit is te veel voor één stuk. Kies minder punten of maak uw tekst korter."
CHOOSE = "Kies ten minste één punt, of kies ‘Ik neem geen punten over’."
NOT_BOTH = "U koos punten en ook ‘Ik neem geen punten over’. Kies één van beide."
TICK = "U hebt de tekst aangepast. Lees het voorbeeld na en vink aan dat de tekst zo in het stuk mag."
TOO_LONG = f"Deze tekst is langer dan {LONGEST} tekens. Maak hem korter."


@drafts.get("/<name>/stukken")
def papers(name: str) -> Page:
    """Show which papers can be composed."""
    return show(papers_screen(_work(name)))


@drafts.get("/<name>/stukken/overwegingen")
def weighing(name: str) -> Page:
    """Show both sides to take considerations from."""
    work = _work(name)
    return show(weighing_screen(work, weighing_of(work.dossier, work)))


@drafts.post("/<name>/stukken/overwegingen")
def weigh(name: str) -> Page:
    """Keep which considerations were taken, or that none were."""
    work = _work(name)
    points, none = request.form.getlist("punt"), request.form.get("geen") == "ja"
    if bool(points) == none:
        fault = NOT_BOTH if points else CHOOSE
        screen = weighing_screen(work, points or None, fault)
        return show(screen), UNPROCESSABLE
    known = [one for one in points if one != NONE]
    try:
        _keep(work, weighing_change(work, known))
    except ConflictError:
        return show(weighing_screen(_work(name), points, CLASH)), CONFLICT
    return redirect(url_for("drafts.papers", name=name), SEE_OTHER)


@drafts.get("/<name>/stukken/<slug>")
def compose(name: str, slug: str) -> Page:
    """Show the form of a paper."""
    work, sort = _work(name), _sort(slug)
    return show(compose_screen(work, sort, kept_values(work, sort), {}))


@drafts.post("/<name>/stukken/<slug>")
def composed(name: str, slug: str) -> Page:
    """Keep what was chosen; what cannot be read stays in its field."""
    work, sort = _work(name), _sort(slug)
    values: Values = MultiDict(request.form)
    wrong = read_draft(work, sort, values).wrong
    changes = changes_of(work, sort, values)
    if not wrong and not fits(changes):
        wrong["titel"] = TOO_MUCH
    if wrong:
        return show(compose_screen(work, sort, values, wrong)), UNPROCESSABLE
    try:
        _keep(work, changes)
    except ConflictError:
        screen = compose_screen(_work(name), sort, values, {"titel": CLASH})
        return show(screen), CONFLICT
    return redirect(url_for("drafts.check", name=name, slug=slug), SEE_OTHER)


@drafts.get("/<name>/stukken/<slug>/controle")
def check(name: str, slug: str) -> Page:
    """Show the paper as text, with what the check found."""
    work, sort = _work(name), _sort(slug)
    return _checked(work, sort, None)


@drafts.post("/<name>/stukken/<slug>/controle")
def recheck(name: str, slug: str) -> Page:
    """Check the text as it was edited, or give it as a file; nothing of it is kept."""
    work, sort = _work(name), _sort(slug)
    return _checked(work, sort, request.form.get("tekst", ""))


@drafts.get("/<name>/stukken/<slug>/griffie.json")
def record(name: str, slug: str) -> Response:
    """Give the fields of the griffie as a file for a computer."""
    work, sort = _work(name), _sort(slug)
    draft = read_draft(work, sort, kept_values(work, sort)).draft
    filing = _filing(work, paper_of(work, draft), draft)
    response = Response(as_json(filing), content_type="application/json")
    file = filing.file_name("pdf").removesuffix("pdf") + "json"
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def _checked(work: Work, sort: Sort, sent: str | None) -> Page:
    draft = read_draft(work, sort, kept_values(work, sort)).draft
    own = paper_of(work, draft)
    whole = as_text(own)
    text = whole if sent is None else sent.replace("\r\n", "\n")
    edited = text.strip() != whole.strip()
    library = work.desk.library
    paper = read_text(text, own, names_of(library)) if edited else own
    findings = lint(
        paper,
        library.competence,
        bodies={body.id: body.name for body in library.bodies.values()},
        people=people,
        trusted=trusted_of(work),
    )
    form, taken = request.form.get("vorm", ""), request.form.get("zo") == "ja"
    checked = Checked(
        paper=paper,
        document=printed(work, own),
        draft=draft,
        findings=findings,
        filing=_filing(work, own, draft),
        text=text,
        edited=edited,
        taken=taken,
        fault=_fault(form, text, edited=edited, taken=taken),
    )
    if form and checked.is_ready and not checked.fault:
        return _file(work, paper, draft, form)
    page = show(check_screen(work, sort, checked))
    return (page, UNPROCESSABLE) if form or checked.fault else page


def _fault(form: str, text: str, *, edited: bool, taken: bool) -> str:
    if len(text) > LONGEST:
        return TOO_LONG
    return TICK if form and edited and not taken else ""


def _file(work: Work, paper: Paper, draft: Draft, form: str) -> Response:
    if form not in KINDS:
        abort(404)
    spend(work.desk.papers)
    document = printed(work, paper)
    printed_now = (
        work.desk.print_room.pdf(document)
        if form == "pdf"
        else print_document(document, f".{form}")
    )
    response = Response(printed_now, content_type=KINDS[form])
    name = _filing(work, paper, draft).file_name(form)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _filing(work: Work, paper: Paper, draft: Draft) -> Filing:
    listed, code = work.desk.library.municipalities, work.casefile.municipality
    place = None if listed is None or code is None else listed.by_code.get(code)
    return Filing(
        document=printed(work, paper),
        topic=work.decision.header.title,
        code="" if work.dossier is None else work.dossier.code.lower(),
        municipality=place,
        meeting=draft.meeting,
        parties=draft.parties,
        deadline=draft.answer_by,
    )


def _keep(work: Work, changes: dict[str, str | None]) -> None:
    assert work.dossier is not None
    version = request.form.get("versie", type=int) or 0
    work.desk.dossiers.save_answers(work.dossier, changes, expected_version=version)


def _work(name: str) -> Work:
    """Lay out the visitor’s own dossier on this decision; else first the gate."""
    work = work_on(name)
    if work.dossier is None or name not in work.dossier.decisions:
        abort(redirect(url_for("pages.gate", name=name), SEE_OTHER))
    if not work.may_change:
        raise ReadOnlyError
    return work


def _sort(slug: str) -> Sort:
    found = next((sort for sort in SORTS if sort.slug == slug), None)
    if found is None:
        abort(404)
    return found
