"""One memo over one decision of a dossier or several: choose, and take it along."""

from flask import Blueprint, request, url_for

from reports.composing.receipt import Edition
from wizard.counter import Work, counter, judged_works, work_on
from wizard.keeping.dossier import StoredDossier
from wizard.pages.downloads import KINDS, printed
from wizard.pages.page_access import UNPROCESSABLE, Page, begun
from wizard.screen_parts import Shown
from wizard.showing.navigation import bar, result

memos = Blueprint("memos", __name__)

NOTHING = "Kies ten minste één besluit."


@memos.get("/memo")
@begun
def choose(dossier: StoredDossier) -> Shown:
    """Show the decisions of the dossier, and the forms that a memo can have."""
    works = _works(dossier)
    every = {work.decision.id for work in works}
    return _screen(works, every, "pdf", Edition.BRIEF)


@memos.get("/memo/bestand")
@begun
def memo(dossier: StoredDossier) -> Page:
    """Print one memo over what was chosen, in the order of the dossier."""
    works = _works(dossier)
    wanted = set(request.args.getlist("besluit"))
    form = request.args.get("vorm", "pdf")
    sent = request.args.get("editie", Edition.BRIEF)
    edition = Edition(sent) if sent in set(Edition) else Edition.BRIEF
    chosen = [work for work in works if work.decision.id in wanted]
    if not chosen or form not in KINDS:
        return _screen(works, wanted, form, edition, NOTHING), UNPROCESSABLE
    return printed(chosen, dossier, form, edition, url_for("memos.choose"))


def _screen(
    works: tuple[Work, ...],
    wanted: set[str],
    form: str,
    edition: Edition,
    fault: str = "",
) -> Shown:
    return Shown(
        "screens/memo_kiezen.html",
        title="Memo over uw besluiten",
        works=works,
        wanted=wanted,
        edition=edition,
        form=form,
        fault=fault,
        back=result(works[0]),
        bar=bar(works[0]),
    )


def _works(dossier: StoredDossier) -> tuple[Work, ...]:
    """Lay out what can be judged; where nothing can, the first decision says why."""
    return judged_works(counter(), dossier) or (work_on(dossier.decisions[0]),)
