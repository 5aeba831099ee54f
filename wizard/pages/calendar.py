"""A calendar file as a reminder: a dossier expires, the council meets, a term ends."""

from datetime import date, datetime, timedelta

from flask import Blueprint, Response, abort, request

from reports.dutch import say_date
from rules.grammar.errors import InputError
from rules.grammar.numerals import parse_date
from wizard.clock import local_day
from wizard.counter import Work
from wizard.keeping.dossier import StoredDossier
from wizard.pages.downloads import as_file
from wizard.pages.page_access import begun

reminders = Blueprint("reminders", __name__)
UNREADABLE = 400
BEFORE = "-P3D"
LINE = 75  # bytes; the calendar standard folds longer lines


@reminders.get("/delen/bewaartermijn.ics")
@begun
def expiry(dossier: StoredDossier) -> Response:
    """Remind of the last day that the dossier is kept."""
    day = local_day(dossier.expires)
    return _file(
        dossier, "bewaartermijn", day, "Dossier van Raadwijzer verloopt vandaag"
    )


@reminders.get("/delen/raadsvergadering.ics")
@begun
def council(dossier: StoredDossier) -> Response:
    """Remind of the meeting on a day that the visitor names; it is not kept."""
    try:
        day = parse_date(request.args.get("datum", "").strip())
    except InputError as error:
        said = f"{error} Ga terug en vul een datum in, bijvoorbeeld 1-2-2027."
        return Response(said, UNREADABLE, content_type="text/plain; charset=utf-8")
    return _file(dossier, "raadsvergadering", day, "Raadsvergadering: memo meenemen")


@reminders.get("/<decision:name>/termijnen.ics")
@begun
def terms(work: Work) -> Response:
    """Remind of every term that runs in a decision; 404 where none does."""
    dossier, found = work.dossier, work.advice.running_on
    if dossier is None or not found:
        abort(404)
    about = work.decision.header.title
    events = [
        event(
            f"{dossier.code}-{work.decision.id}-{each.deadline.id}@raadwijzer",
            dossier.changed,
            each.day,
            f"{each.deadline.title} {say_date(each.day)}",
            f"{about}. {each.deadline.text} Gerekend vanaf {say_date(each.since)}.",
        )
        for each in found
    ]
    return as_file(calendar(*events), "termijnen.ics")


def _file(dossier: StoredDossier, name: str, day: date, title: str) -> Response:
    about = (
        f"Dossiercode {dossier.code}. Open het dossier met uw eigen link; "
        "die staat niet in deze herinnering."
    )
    uid = f"{dossier.code}-{name}@raadwijzer"
    reminder = event(uid, dossier.changed, day, title, about)
    return as_file(calendar(reminder), f"{name}.ics")


def calendar(*events: tuple[str, ...]) -> str:
    """Write a calendar of these events, as RFC 5545 asks."""
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Raadwijzer//NL"),
        *(line for each in events for line in each),
        "END:VCALENDAR",
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def event(
    uid: str, made: datetime, day: date, title: str, about: str
) -> tuple[str, ...]:
    """Give the lines of one event of a whole day, with an alarm three days before."""
    return (
        *("BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}"),
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        *(f"SUMMARY:{_escaped(title)}", f"DESCRIPTION:{_escaped(about)}"),
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{BEFORE}"),
        *(f"DESCRIPTION:{_escaped(title)}", "END:VALARM"),
        "END:VEVENT",
    )


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text


def _folded(line: str) -> tuple[str, ...]:
    """Fold a line that is too long; our texts have one byte for nearly each character."""
    most = LINE - 5
    pieces = [line[i : i + most] for i in range(0, len(line), most)]
    return (pieces[0], *(f" {piece}" for piece in pieces[1:]))
