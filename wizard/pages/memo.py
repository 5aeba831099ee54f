"""One memo over one decision of a dossier or several: choose, and take it along."""

from flask import Blueprint, Response, request

from wizard.guarding.limits import spend
from wizard.keeping.dossier import DossierNotFoundError
from wizard.pages.paper import KINDS, composed, handed_out
from wizard.pages.walk import UNPROCESSABLE, Page, show
from wizard.screens.memo import MemoScreen, Tick
from wizard.screens.parts import Link
from wizard.showing.standing import bar, page
from wizard.showing.together import works_of
from wizard.work import Work, desk, work_on

memos = Blueprint("memos", __name__)

FORMS = {
    "pdf": ("PDF", "Toegankelijk, om te delen of te printen"),
    "docx": ("Word", "Om zelf te bewerken"),
    "odt": ("LibreOffice", "Om zelf te bewerken"),
    "html": ("Webpagina", "Een bestand om te publiceren"),
    "txt": ("Tekst", "Om te kopiëren"),
}
NOTHING = "Kies ten minste één besluit."


@memos.get("/memo")
def choose() -> str:
    """Show the decisions of the dossier, and the forms that a memo can have."""
    works = _works()
    every = {work.decision.id for work in works}
    return show(_screen(works, every, "pdf"))


@memos.get("/memo/bestand")
def memo() -> Response | Page:
    """Print one memo over what was chosen, in the order of the dossier."""
    works = _works()
    wanted = set(request.args.getlist("besluit"))
    form = request.args.get("vorm", "pdf")
    chosen = [work for work in works if work.decision.id in wanted]
    if not chosen or form not in KINDS:
        return show(_screen(works, wanted, form, fault=NOTHING)), UNPROCESSABLE
    first = chosen[0]
    assert first.dossier is not None
    spend(first.desk.papers)
    names = "-".join(work.decision.id for work in chosen)
    file = f"memo-{names}-{first.casefile.reference_date}"
    return handed_out(first, composed(chosen, first.dossier), form, file)


def _screen(
    works: tuple[Work, ...], wanted: set[str], form: str, *, fault: str = ""
) -> MemoScreen:
    last = works[0]
    return MemoScreen(
        title="Memo over uw besluiten",
        decisions=tuple(
            Tick(
                work.decision.id,
                work.decision.header.title,
                work.outcome.title,
                work.decision.id in wanted,
            )
            for work in works
        ),
        forms=tuple(
            Tick(name, text, about, name == form)
            for name, (text, about) in FORMS.items()
        ),
        fault=fault,
        back=Link("Terug naar de uitkomst", page(last, "advice")),
        bar=bar(last),
    )


def _works() -> tuple[Work, ...]:
    dossier = desk().open_dossier()
    works = works_of(work_on(dossier.decisions[0])) if dossier is not None else ()
    if not works:
        raise DossierNotFoundError
    return works
