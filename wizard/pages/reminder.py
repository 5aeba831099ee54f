"""A calendar file as a reminder: the day a dossier expires, or the day the council meets."""

from datetime import date, datetime, timedelta

from flask import Blueprint, Response, request

from rules.grammar.answers import parse_date
from rules.grammar.errors import InputError
from wizard.clock import local_day
from wizard.keeping.dossier import DossierNotFoundError, StoredDossier
from wizard.work import desk

reminders = Blueprint("reminders", __name__)
UNREADABLE = 400
BEFORE = "-P3D"
LINE = 75  # bytes; the calendar standard folds longer lines


@reminders.get("/delen/bewaartermijn.ics")
def expiry() -> Response:
    """Remind of the last day that the dossier is kept."""
    dossier = _opened()
    day = local_day(dossier.expires)
    return _file(
        dossier, "bewaartermijn", day, "Dossier van Raadwijzer verloopt vandaag"
    )


@reminders.get("/delen/raadsvergadering.ics")
def council() -> Response:
    """Remind of the meeting on a day that the visitor names; it is not kept."""
    dossier = _opened()
    try:
        day = parse_date(request.args.get("datum", "").strip())
    except InputError as error:
        said = f"{error} Ga terug en vul een datum in, bijvoorbeeld 1-2-2027."
        return Response(said, UNREADABLE, content_type="text/plain; charset=utf-8")
    return _file(dossier, "raadsvergadering", day, "Raadsvergadering: memo meenemen")


def _opened() -> StoredDossier:
    dossier = desk().open_dossier()
    if dossier is None:
        raise DossierNotFoundError
    return dossier


def _file(dossier: StoredDossier, name: str, day: date, title: str) -> Response:
    about = (
        f"Dossiercode {dossier.code}. Open het dossier met uw eigen link; "
        "die staat niet in deze herinnering."
    )
    text = calendar(
        f"{dossier.code}-{name}@raadwijzer", dossier.changed, day, title, about
    )
    response = Response(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


def calendar(uid: str, made: datetime, day: date, title: str, about: str) -> str:
    """Write one event of a whole day, with an alarm three days before."""
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Raadwijzer//NL"),
        *("BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}"),
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        *(f"SUMMARY:{_escaped(title)}", f"DESCRIPTION:{_escaped(about)}"),
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{BEFORE}"),
        *(f"DESCRIPTION:{_escaped(title)}", "END:VALARM"),
        *("END:VEVENT", "END:VCALENDAR"),
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text


def _folded(line: str) -> tuple[str, ...]:
    """Fold a line that is too long; our texts have one byte for nearly each character."""
    most = LINE - 5
    pieces = [line[i : i + most] for i in range(0, len(line), most)]
    return (pieces[0], *(f" {piece}" for piece in pieces[1:]))
