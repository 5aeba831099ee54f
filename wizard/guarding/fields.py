"""Every field that a form of ours has: how much it may hold, and of what kind.

Judged before anything else looks at it, in whichever form it was sent. A page may ask
for less, and then says so with the field; what is refused here, nobody typed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from flask import request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from reports.formats.glyphs import unturned


class FieldKind(StrEnum):
    """What a field holds: one line, or lines."""

    LINE = "regel"
    TEXT = "tekst"


@dataclass(frozen=True)
class Bound:
    """How many characters a field may hold, and whether lines may end in it."""

    characters: int
    kind: FieldKind = FieldKind.LINE


WORD, LINE, LONG = Bound(60), Bound(400), Bound(2_000)
OTHER = Bound(400, FieldKind.TEXT)  # a field that no form of ours has
FIELDS = {
    # what every form carries
    "csrf_token": LINE,
    **dict.fromkeys(("hoort_bij", "terug_naar", "code", "versie", "bevestigd"), WORD),
    # the signpost: only the beginning of a word is looked at
    "woord": Bound(20_000, FieldKind.TEXT),
    # the walk
    "antwoord": Bound(2_000, FieldKind.TEXT),
    **dict.fromkeys(("onbekend", "terug", "poort", "opnieuw", "wacht"), WORD),
    "twijfel": Bound(120),
    # around the dossier
    **dict.fromkeys(("gemeente", "kosten.gemeente"), Bound(120)),
    **dict.fromkeys(("onderwerp", "plek", "agendapunt", "nummer", "opmerking"), LINE),
    "leeslink": Bound(4_000),
    "datum": LONG,
    **dict.fromkeys(("kies", "naast", "antwoorden"), Bound(120)),
    **dict.fromkeys(("eigen", "zo"), WORD),
    "besluit": Bound(120),
    # the papers
    **dict.fromkeys(
        ("plaats", "bestaand", "nieuw", "toelichting"), Bound(2_000, FieldKind.TEXT)
    ),
    **dict.fromkeys(("titel", "fracties", "voorstel", "waar", "artikel"), LONG),
    **dict.fromkeys(("vergadering", "voor", "lokaal", "agenda", "vorm"), Bound(120)),
    **dict.fromkeys(("feit", "punt", "erbij", "weg", "griffie", "soort"), Bound(120)),
    "tekst": Bound(95_000, FieldKind.TEXT),
    # a dossier that comes back
    "dossier": Bound(100_000, FieldKind.TEXT),
}
FAMILIES = (
    (re.compile(r"kosten\.[a-z0-9_]{1,80}(\.[a-z]{1,20})?"), LONG),
    (re.compile(r"(vraag|verzoek)_\d"), Bound(2_000, FieldKind.TEXT)),
    (re.compile(r"aan_\d"), WORD),
    (re.compile(r"(wie|wanneer)_[a-z0-9_]{1,80}"), Bound(120)),
)
LONGEST_NAME = 120
MOST_FIELDS = 500
LINE_ENDS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


class FieldTooLongError(RequestEntityTooLarge):
    """A field holds more than it can; the page names it."""

    def __init__(self, name: str, bound: Bound, length: int) -> None:
        """Keep which field, what it may hold, and what it held."""
        super().__init__()
        self.field, self.bound, self.length = name, bound, length


class FieldUnreadableError(BadRequest):
    """A field that is one line holds more lines, or has a name that is none."""


def bound_of(name: str) -> Bound:
    """Give what a field may hold."""
    if name in FIELDS:
        return FIELDS[name]
    return next((bound for form, bound in FAMILIES if form.fullmatch(name)), OTHER)


def judge_fields() -> None:
    """Judge every field of this request, before anything is done with it.

    A mark that turns the direction of text is left out: nobody typed it to be read.

    Raises:
        FieldTooLongError: when one holds more than it can.
        FieldUnreadableError: when one is of another kind.
    """
    _judge(request.args.items(multi=True))
    _judge(request.form.items(multi=True))
    request.args = _read_straight(request.args)
    request.form = _read_straight(request.form)


def _read_straight(fields: MultiDict[str, str]) -> ImmutableMultiDict[str, str]:
    return ImmutableMultiDict(
        (name, unturned(value)) for name, value in fields.items(multi=True)
    )


def _judge(fields: Iterable[tuple[str, str]]) -> None:
    # Counted and measured before any pattern runs over a value.
    for number, (name, value) in enumerate(fields):
        if number >= MOST_FIELDS:
            raise RequestEntityTooLarge
        if len(name) > LONGEST_NAME:
            raise FieldUnreadableError
        bound = bound_of(name)
        if len(value) > bound.characters:
            raise FieldTooLongError(name, bound, len(value))
        if bound.kind is FieldKind.LINE and LINE_ENDS.search(value):
            raise FieldUnreadableError
