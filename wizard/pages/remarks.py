"""What somebody notes: what the dossier is about, and a remark beside an answer.

All of it is optional and looked at for persons; none of it changes an answer.
"""

from dataclasses import replace

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from reports.formats.glyphs import without_letter
from wizard.counter import Work, counter, id_of
from wizard.keeping.dossier import StoredDossier
from wizard.pages.page_access import SEE_OTHER, UNPROCESSABLE, Page, changing, own
from wizard.showing.answer_overview import overview_screen, row_anchor
from wizard.showing.navigation import page
from wizard.showing.remarks import (
    FIELDS,
    REMARK_FIELD,
    about_screen,
    read_about,
    read_remark,
)

noting = Blueprint("noting", __name__)


@noting.get("/waarover")
@own
def about(dossier: StoredDossier) -> Page:
    """Ask what the dossier is about; show the facts of the municipality that was chosen."""
    return about_screen(counter(), dossier)


@noting.get("/gemeente")
@own
def municipality(dossier: StoredDossier) -> Response:
    """Lead the address of an earlier release to where a municipality is chosen now."""
    del dossier
    return redirect(url_for("noting.about"), SEE_OTHER)


@noting.post("/waarover")
@changing
def keep_about(dossier: StoredDossier) -> Page:
    """Keep what was filled in; a field that was not sent stays as it was."""
    here = counter()
    sent = {key: request.form[key] for key in FIELDS if key in request.form}
    read = read_about(here, dossier, sent)
    if read.wrong:
        return about_screen(here, dossier, sent, read.wrong), UNPROCESSABLE
    kept = here.dossiers.save_answers(dossier, read.texts, expected_version=None)
    if read.municipality != kept.municipality:
        here.dossiers.amend(replace(kept, municipality=read.municipality))
    noted = filter(None, read.texts.values())
    unprinted = any(map(without_letter, noted))
    back = url_for("noting.about") if unprinted else _back(dossier)
    return redirect(back, SEE_OTHER)


@noting.post("/<decision:name>/opmerking/<slug>")
@changing
def keep_remark(work: Work, slug: str) -> Page:
    """Keep what was noted beside an answer; an empty field takes it away."""
    assert work.dossier is not None
    question = work.decision.question_by_id.get(id_of(slug))
    if question is None or work.said(question) is None:
        abort(404)
    read = read_remark(question, request.form.get(REMARK_FIELD, ""))
    if read.fault:
        return overview_screen(work, read), UNPROCESSABLE
    dossiers = work.counter.dossiers
    dossiers.save_answers(work.dossier, read.texts, expected_version=None)
    return redirect(f"{page(work, 'overview')}#{row_anchor(question)}", SEE_OTHER)


def _back(dossier: StoredDossier) -> str:
    """Give the page that asked: the first picture of a decision, or this one."""
    name = request.form.get("terug", "")
    if name in dossier.decisions:
        return url_for("pages.picture", name=name)
    return url_for("noting.about")
