"""Check a text that somebody brings: each line gets a verdict, and nothing is kept."""

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from reports.checked_paper import KINDS, LIMITS, TOLD, WHOLE, compose_check, told_of
from reports.document import Kind
from reports.draft import Part
from reports.dutch import enumerate_words
from reports.edited import LONGEST, TOO_LONG
from reports.findings import Judged, Verdict
from reports.lint import Checked, check_text
from rules.grammar.errors import InputError
from wizard.guarding.limits import spend
from wizard.guarding.personal import people
from wizard.guarding.security import show_to_search_engines
from wizard.pages.doors import anyone
from wizard.pages.paper import handed_out
from wizard.pages.walk import UNPROCESSABLE, Page, show
from wizard.screens.checking import Brought, CheckedLine, CheckTextScreen
from wizard.screens.parts import Fault, Link
from wizard.work import Desk, desk

checking = Blueprint("checking", __name__)

TITLE = "Controleer een tekst"
FIELD, KIND, PRINT = "tekst", "soort", "pdf"
EMPTY = "Plak eerst de tekst van een motie, een amendement of vragen."
CHOICES = (
    ("", "Dat ziet Raadwijzer zelf"),
    ("motie", "Motie"),
    ("amendement", "Amendement"),
    ("vragen", "Schriftelijke vragen"),
)
FRAMED = "kop"
COLOURS = {Verdict.CAN: "ok", Verdict.CANNOT: "error", Verdict.UNJUDGED: "warning"}


@checking.get("/controleer-tekst")
@anyone
def ask() -> str:
    """Ask for a text."""
    show_to_search_engines()
    return show(_screen("", ""))


@checking.post("/controleer-tekst")
@anyone
def check() -> Page:
    """Judge the text line by line, on the page or as a PDF."""
    here = desk()
    text, kind = request.form.get(FIELD, ""), request.form.get(KIND, "")
    if len(text) > LONGEST:
        return show(_screen(text, kind, fault=TOO_LONG)), UNPROCESSABLE
    spend(here.papers)
    if not text.strip():
        return show(_screen(text, kind, fault=EMPTY)), UNPROCESSABLE
    try:
        found = _judged(here, text, kind)
    except InputError as error:
        return show(_screen(text, kind, fault=str(error))), UNPROCESSABLE
    if request.form.get("vorm") == PRINT:
        return _printed(here, found)
    return show(_screen(text, kind, found))


def _judged(here: Desk, text: str, kind: str) -> Checked:
    known = {word: each for each, word in KINDS.items()}
    return check_text(
        text,
        here.library.competence,
        bodies={body.id: body.name for body in here.library.bodies.values()},
        people=people,
        kind=known.get(kind),
    )


def _printed(here: Desk, found: Checked) -> Response:
    day = here.today()
    document = compose_check(found, day=day, version=here.version)
    name = f"controle-{day.isoformat()}.pdf"
    return handed_out(document, name, None, url_for("checking.ask"))


def _screen(
    text: str, kind: str, found: Checked | None = None, *, fault: str = ""
) -> CheckTextScreen:
    return CheckTextScreen(
        title=f"{'Fout: ' if fault else ''}{TITLE}",
        faults=(Fault(fault, f"#{FIELD}"),) if fault else (),
        text=text[:LONGEST],
        longest=LONGEST,
        kind=kind,
        kinds=CHOICES,
        brought=None if found is None else _brought(found),
        memo=Link("Een memo controleren", url_for("verifying.ask")),
    )


def _brought(found: Checked) -> Brought:
    read_as = {Kind.QUESTIONS: "een set vragen"}
    kind = found.paper.kind
    return Brought(
        kind=COLOURS[found.verdict],
        verdict=TOLD[found.verdict].capitalize(),
        told=WHOLE[found.verdict],
        counted=_counted(found),
        read_as=read_as.get(kind, f"een {KINDS[kind]}"),
        limits=LIMITS,
        lines=tuple(map(_line, found.lines)),
        remarks=tuple(
            dict.fromkeys(
                f"{one.message} {one.suggestion}"
                for one in found.findings
                if not any(one in judged.findings for judged in found.lines)
            )
        ),
    )


def _counted(found: Checked) -> str:
    """Say how many lines got each verdict, the worst first."""
    asked = [one for one in found.lines if one.line.part is not Part.FRAME]
    told = [
        f"{sum(one.verdict is verdict for one in asked)} {TOLD[verdict]}"
        for verdict in reversed(Verdict)
    ]
    return f"Van de {len(asked)} regels: {enumerate_words(told)}."


def _line(judged: Judged) -> CheckedLine:
    framed = judged.line.part is Part.FRAME and judged.verdict is Verdict.CAN
    return CheckedLine(
        kind=FRAMED if framed else COLOURS[judged.verdict],
        verdict=str(judged.line.part if framed else TOLD[judged.verdict]).capitalize(),
        heading=judged.line.heading,
        text=judged.line.text,
        told=tuple(told_of(judged)),
    )
