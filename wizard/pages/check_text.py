"""Check a text that somebody brings: each line gets a verdict, and nothing is kept."""

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from reports.council.findings import LineVerdict
from reports.council.lint import CheckedPaper, check_text
from reports.council.lint_results import (
    KINDS,
    LIMITS,
    WHOLE,
    compose_check,
    told_of,
)
from reports.council.paper import PaperPart
from reports.council.paper_text import LONGEST, TOO_LONG
from reports.document import PaperKind
from reports.dutch import enumerate_words
from rules.grammar.errors import InputError
from wizard.counter import Counter, counter
from wizard.guarding.limits import spend
from wizard.guarding.personal import people
from wizard.pages.downloads import handed_out
from wizard.pages.page_access import UNPROCESSABLE, Page, anyone, findable
from wizard.screen_parts import Link, Shown

checking = Blueprint("checking", __name__)

TITLE = "Een motie controleren"
FIELD, KIND, PRINT = "tekst", "soort", "pdf"
EMPTY = "Plak eerst de tekst van een motie, een amendement of vragen."
READ_AS = {each: f"een {word}" for each, word in KINDS.items()}
READ_AS[PaperKind.QUESTIONS] = "een set vragen"
COLOURS = {
    LineVerdict.CAN: "ok",
    LineVerdict.CANNOT: "error",
    LineVerdict.UNJUDGED: "warning",
}


@checking.get("/controleer-tekst")
@findable
def ask() -> Shown:
    """Ask for a text."""
    return _screen("", "")


@checking.post("/controleer-tekst")
@anyone
def check() -> Page:
    """Judge the text line by line, on the page or as a PDF."""
    here = counter()
    text, kind = request.form.get(FIELD, ""), request.form.get(KIND, "")
    if len(text) > LONGEST:
        return _screen(text, kind, fault=TOO_LONG), UNPROCESSABLE
    # What is too long is refused without work, and takes nothing from the bound.
    spend(here.papers)
    if not text.strip():
        return _screen(text, kind, fault=EMPTY), UNPROCESSABLE
    try:
        found = _judged(here, text, kind)
    except InputError as error:
        return _screen(text, kind, fault=str(error)), UNPROCESSABLE
    if request.form.get("vorm") == PRINT:
        return _printed(here, found)
    return _screen(text, kind, found)


def _judged(here: Counter, text: str, kind: str) -> CheckedPaper:
    known = {word: each for each, word in KINDS.items()}
    return check_text(
        text,
        here.library.competence,
        bodies=here.library.bodies,
        people=people,
        kind=known.get(kind),
    )


def _printed(here: Counter, found: CheckedPaper) -> Response:
    day = here.today()
    document = compose_check(found, day=day, version=here.version)
    name = f"controle-{day.isoformat()}.pdf"
    return handed_out(document, name, None, url_for("checking.ask"))


def _screen(
    text: str, kind: str, found: CheckedPaper | None = None, *, fault: str = ""
) -> Shown:
    return Shown(
        "screens/controleer_tekst.html",
        title=TITLE,
        limits=LIMITS,
        faults=(Link(fault, f"#{FIELD}"),) if fault else (),
        text=text[:LONGEST],
        longest=LONGEST,
        kind=kind,
        found=found,
        colours=COLOURS,
        whole=WHOLE,
        counted="" if found is None else _counted(found),
        read_as="" if found is None else READ_AS[found.paper.kind],
        frame=PaperPart.FRAME,
        told_of=told_of,
        remarks=() if found is None else tuple(_remarks(found)),
    )


def _remarks(found: CheckedPaper) -> dict[str, None]:
    """Give what was found in the whole text, each once."""
    return dict.fromkeys(
        f"{one.message} {one.suggestion}"
        for one in found.findings
        if not any(one in judged.findings for judged in found.lines)
    )


def _counted(found: CheckedPaper) -> str:
    """Say how many lines got each verdict, the worst first."""
    asked = [one for one in found.lines if one.line.part is not PaperPart.FRAME]
    told = [
        f"{sum(one.verdict is verdict for one in asked)} {verdict.dutch}"
        for verdict in reversed(LineVerdict)
    ]
    return f"Van de {len(asked)} regels: {enumerate_words(told)}."
