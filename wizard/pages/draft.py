"""Motie, amendement and written questions: ready, to edit, to check, to take along."""

from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from reports.council.findings import LineVerdict
from reports.council.griffie import Filing, as_json
from reports.council.lint import CheckedPaper, check, is_ready
from reports.council.paper import Draft, Paper, PaperLine, PaperPart, PutLine
from reports.dutch import enumerate_words
from wizard import session
from wizard.counter import Work, work_on
from wizard.guarding.limits import spend
from wizard.guarding.personal import people
from wizard.keeping.dossier import ConflictError
from wizard.pages.downloads import KINDS, as_file, handed_out
from wizard.pages.page_access import (
    CONFLICT,
    MOVED,
    SEE_OTHER,
    UNPROCESSABLE,
    Page,
    changing,
    or_404,
    own,
    sent_version,
)
from wizard.showing.draft_as_sent import (
    SORTS,
    PaperSort,
    Values,
    changes_of,
    fits,
    kept_values,
    offered_entries,
    paper_of,
    printed,
    read_draft,
    tidied,
    trusted_of,
)
from wizard.showing.draft_screen import compose_screen
from wizard.showing.navigation import subject_and_place, topic_of
from wizard.showing.paper_check import Composed, check_screen, places_of, whole_text

drafts = Blueprint("drafts", __name__)

COPY = "kopie"
EARLIER = ("vragen-burgemeester", "vragen-college")
CLASH = (
    "Iemand anders wijzigde dit stuk terwijl u bezig was. Uw invoer staat hieronder."
)
TOO_MUCH = "Dit is te veel voor één stuk. Kies minder punten of maak uw tekst korter."
TICK = "Eén of meer regels zijn niet beoordeeld. Vink aan dat u die aan de griffie voorlegt."


@drafts.get("/<decision:name>/stukken/overwegingen")
@own
def weighing(work: Work) -> Page:
    """Send who knew the page of considerations to the part of the motie that they are."""
    return redirect(_address(work, "compose", "motie", "punt"), MOVED)


@drafts.get("/<decision:name>/stukken/<slug>")
@own
def compose(work: Work, slug: str) -> Page:
    """Show a paper, ready and to be edited."""
    if slug in EARLIER:
        return redirect(_address(work, "compose", "vragen"), MOVED)
    sort = _sort(slug)
    return compose_screen(work, sort, _composed(work, sort, kept_values(work, sort)))


@drafts.post("/<decision:name>/stukken/<slug>")
@changing
def composed(work: Work, slug: str) -> Page:
    """Keep what was written, and do what was asked; what cannot be read stays there."""
    sort = _sort(slug)
    spend(
        work.counter.papers
    )  # to check a paper is work too, whatever is asked with it
    form = request.form.get("vorm", "")
    values = _sent(work, sort)
    found = _composed(work, sort, values)
    changes = changes_of(work, sort, values)
    wrong = dict(found.wrong)
    if not wrong and not fits(changes):
        wrong["titel"] = TOO_MUCH
    if wrong:
        screen = compose_screen(work, sort, replace(found, wrong=wrong))
        return screen, UNPROCESSABLE
    if form == COPY:
        return Response(whole_text(found.checked.paper), content_type="text/plain")
    try:
        # Kept before it is printed: what somebody takes along stands in the dossier
        # too.
        _keep(work, sort, changes)
    except ConflictError:
        again = replace(found, wrong={"titel": CLASH})
        return compose_screen(work_on(work.decision.id), sort, again), CONFLICT
    if {"erbij", "weg"} & {*request.form}:
        return redirect(_address(work, "compose", slug, sort.part), SEE_OTHER)
    if form and _is_whole(found.checked):
        return _file(work, sort, found.checked.paper, found.draft, form)
    return redirect(_address(work, "look_over", slug), SEE_OTHER)


@drafts.get("/<decision:name>/stukken/<slug>/controle")
@own
def look_over(work: Work, slug: str) -> Page:
    """Show the whole paper, with what the check says of each line."""
    sort = _sort(slug)
    found = _composed(work, sort, kept_values(work, sort))
    filing = _filing(work, found.checked.paper, found.draft)
    return check_screen(work, sort, found, filing)


@drafts.post("/<decision:name>/stukken/<slug>/controle")
@changing
def take_along(work: Work, slug: str) -> Page:
    """Give the paper as a file; what could not be judged goes to the griffie, and says so."""
    sort = _sort(slug)
    spend(work.counter.papers)
    found = _composed(work, sort, kept_values(work, sort))
    checked, draft = found.checked, found.draft
    ready, whole = is_ready(checked.paper, checked.findings), _is_whole(checked)
    if ready and (whole or request.form.get("griffie") == "ja"):
        paper = checked.paper if whole else _with_unjudged(work, checked)
        return _file(work, sort, paper, draft, request.form.get("vorm", ""))
    fault = TICK if ready else ""
    filing = _filing(work, checked.paper, draft)
    return check_screen(work, sort, found, filing, fault=fault), UNPROCESSABLE


@drafts.get("/<decision:name>/stukken/<slug>/griffie.json")
@own
def record(work: Work, slug: str) -> Response:
    """Give the fields of the griffie as a file for a computer."""
    sort = _sort(slug)
    draft = read_draft(work, sort, kept_values(work, sort)).draft
    filing = _filing(work, paper_of(work, draft), draft)
    name = filing.file_name("pdf").removesuffix("pdf") + "json"
    return as_file(as_json(filing), name)


def _sent(work: Work, sort: PaperSort) -> Values:
    """Read a form, with the entry that was taken in or taken out by a button of it."""
    values: Values = MultiDict(request.form)
    if gone := request.form.get("weg", ""):
        values[f"{sort.entry}_{gone}"] = ""
    return tidied(sort, values, more=_taken(work, sort))


def _taken(work: Work, sort: PaperSort) -> PutLine | None:
    mark = request.form.get("erbij")
    offered = offered_entries(work, sort) if mark else ()
    return next((entry for entry in offered if entry.mark == mark), None)


def _composed(work: Work, sort: PaperSort, values: Values) -> Composed:
    """Read the values of a form, write the paper, and check it."""
    reading = read_draft(work, sort, values)
    library = work.library
    checked = check(
        paper_of(work, reading.draft),
        library.competence,
        bodies=library.bodies,
        people=people,
        trusted=trusted_of(work, reading.draft),
    )
    return Composed(values, reading.wrong, reading.draft, checked)


def _is_whole(checked: CheckedPaper) -> bool:
    """Tell whether every line can be: nothing blocks, and nothing is left to judge."""
    whole = checked.verdict is LineVerdict.CAN
    return whole and is_ready(checked.paper, checked.findings)


def _with_unjudged(work: Work, checked: CheckedPaper) -> Paper:
    """Let the paper say which lines were not judged."""
    writer = work.writer()
    lines = enumerate_words(places_of(checked, LineVerdict.UNJUDGED))
    told = writer.say("stuk_niet_beoordeeld", regels=lines)
    line = PaperLine(PaperPart.REASON, writer.say("stuk_toelichting"), told)
    return replace(checked.paper, lines=(*checked.paper.lines, line))


def _file(
    work: Work, sort: PaperSort, paper: Paper, draft: Draft, form: str
) -> AnyResponse:
    if form not in KINDS:
        abort(404)
    name = _filing(work, paper, draft).file_name(form)
    back = _address(work, "look_over", sort.slug)
    return handed_out(printed(work, paper), name, work.dossier, back)


def _filing(work: Work, paper: Paper, draft: Draft) -> Filing:
    meeting = work.casefile.about.meeting
    return Filing(
        document=printed(work, paper),
        topic=_topic(work),
        code="" if work.dossier is None else work.dossier.code.lower(),
        municipality=work.town,
        meeting=draft.meeting,
        parties=draft.parties,
        deadline=draft.by,
        number=meeting.number,
        item=meeting.item,
    )


def _topic(work: Work) -> str:
    """Name the subject and the place, or the decision and the place, for a file."""
    topic, about = topic_of(work), work.casefile.about
    return " ".join(subject_and_place(replace(about, subject=topic)))


def _keep(work: Work, sort: PaperSort, changes: dict[str, str | None]) -> None:
    assert work.dossier is not None
    shown = sent_version()
    page = f"{work.dossier.code}/{work.decision.id}/{sort.slug}"
    kept = work.counter.dossiers.save_answers(
        work.dossier, changes, expected_version=session.version_of(page, shown)
    )
    session.went_on(page, shown, kept.version)


def _address(work: Work, endpoint: str, slug: str, anchor: str | None = None) -> str:
    return url_for(
        f"drafts.{endpoint}", name=work.decision.id, slug=slug, _anchor=anchor
    )


def _sort(slug: str) -> PaperSort:
    return or_404(next((sort for sort in SORTS if sort.slug == slug), None))
