"""A paper under way: what the user chose, and the lines that follow from it.

A `Draft` holds choices. A `Paper` holds lines, each with its place and whom it is put
to; it is what the check reads, what can be edited as text, and what is printed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from reports.desk import Desk, cell, paragraph
from reports.document import (
    Block,
    Document,
    Kind,
    Listing,
    Note,
    Paragraph,
    Section,
    Span,
    Table,
)
from reports.dutch import enumerate_words, say_cents, say_date
from reports.reasons import sentence
from rules.content.briefing import Argument
from rules.content.questions import Sensitivity
from rules.judging.advice import Advice, Assessed, Status

MOST_REQUESTS = 4
MOST_FACTS = 10
COVERS = ("begroting", "kadernota", "reserve")
FOREIGN = "vreemd"
ASKABLE = ("burgemeester", "college")
# Whom to ask in writing for what another body knows; `organen.yaml` tells why.
VIA = {
    "burgemeester": "burgemeester",
    "politie": "burgemeester",
    "officier_van_justitie": "burgemeester",
    "korpschef": "burgemeester",
    "college": "college",
    "corporatie": "college",
    "uitvoerder": "college",
    "leverancier": "college",
    "fg": "college",
}


class Part(StrEnum):
    """Where a line stands in the paper."""

    FACT = "constatering"
    WEIGHING = "overweging"
    REQUEST = "verzoek"
    QUESTION = "vraag"
    OLD = "bestaande tekst"
    NEW = "nieuwe tekst"
    CAUSE = "aanleiding"
    REASON = "toelichting"


@dataclass(frozen=True, slots=True)
class Request:
    """What the council asks of one body, by when, and with what money."""

    to: str
    text: str
    by: date | None = None
    cents: int | None = None
    year: int | None = None
    cover: str | None = None


@dataclass(frozen=True)
class Draft:
    """What the user chose for one paper.

    `facts` are ids of answered questions, `points` ids of arguments. `weighed` is true
    once both sides were looked at, also when no point was taken. The own texts are
    those that the user wants in the paper. `local` tells whether the council agreed on
    something before: ja, nee, onbekend, or nothing when it was not asked yet. `agenda`
    is vreemd when a motie belongs to no point of the agenda.
    """

    kind: Kind
    title: str = ""
    meeting: date | None = None
    parties: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    weighed: bool = False
    requests: tuple[Request, ...] = ()
    questions: tuple[str, ...] = ()
    to: str = "burgemeester"
    place: str = ""
    reason: str = ""
    proposal: str = ""
    old: str = ""
    new: str = ""
    article: str = ""
    answer_by: date | None = None
    local: str | None = None
    agenda: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `heading` stands above it, `to` is the body it is put to.

    `to` is empty where the heading names a body that we do not know.
    """

    part: Part
    heading: str
    text: str
    notes: tuple[int, ...] = ()
    to: str | None = None


@dataclass(frozen=True)
class Paper:
    """The lines of a paper, between its opening and its close."""

    kind: Kind
    title: str
    lines: tuple[Line, ...]
    opening: str = ""
    close: str = ""
    signed: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    weighed: bool = False
    local: str | None = None

    def of(self, *parts: Part) -> tuple[Line, ...]:
        """Give the lines of some parts."""
        return tuple(line for line in self.lines if line.part in parts)

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """Give the lines under their headings."""
        found = groupby(self.lines, key=lambda line: line.heading)
        return [(heading, list(lines)) for heading, lines in found]


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands on a paper beside its lines; `code` names the dossier."""

    code: str
    municipality: str | None
    edition: str


def offered_facts(advice: Advice) -> tuple[Assessed, ...]:
    """Give the answered facts that can be told: no judgement, no wish, only the public."""
    told = (Status.VOLDAAN, Status.NIET_VOLDAAN, Status.INFO, Status.ROUTE)
    return tuple(
        each
        for each in advice.assessed
        if each.answer is not None
        and each.status in told
        and not each.question.is_judgement
        and each.question.own_choice is None
        and each.question.sensitivity is Sensitivity.OPENBAAR
    )


def fact_text(desk: Desk, advice: Advice, each: Assessed) -> str:
    """Say an answered fact, and its date where the answer is a value."""
    told = first_sentence(sentence(each.question, each.answer))
    if each.question.is_yes_no:
        return told
    day = say_date(advice.casefile.reference_date)
    return f"{told} {desk.say('stuk_stand', datum=day)}"


def first_sentence(text: str) -> str:
    """Keep the fact and leave what could be done about it.

    >>> first_sentence("Er is geen plan. Het college kan dat maken.")
    'Er is geen plan.'
    """
    return re.split(r"(?<=[.!?]) (?=[A-ZÀ-Ý‘“])", text, maxsplit=1)[0]


def points_of(advice: Advice) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    """Give the points for and against, equally many."""
    arguments = advice.decision.arguments
    return arguments.for_, arguments.against


def fact_lines(desk: Desk, advice: Advice, draft: Draft) -> Iterator[Line]:
    """Give the facts that were chosen, each with its legal ground.

    What is no law says nothing of this municipality, and is not cited for it.
    """
    heading = desk.say("stuk_constaterende")
    if draft.place:
        text = desk.say("stuk_plaats", tekst=draft.place)
        yield Line(Part.FACT, heading, _stopped(text))
    for each in _chosen(advice, draft):
        text = fact_text(desk, advice, each)
        laws = desk.laws(each.question.sources)
        yield Line(Part.FACT, heading, text, desk.notes.cite(laws))


def weighing_lines(desk: Desk, advice: Advice, draft: Draft) -> Iterator[Line]:
    """Give the considerations that were chosen, from either side."""
    heading = desk.say("stuk_overwegende")
    for side in points_of(advice):
        for point in side:
            if point.id in draft.points:
                notes = desk.notes.cite(point.sources)
                yield Line(Part.WEIGHING, heading, point.text, notes)


def request_lines(desk: Desk, draft: Draft) -> Iterator[Line]:
    """Give the requests, those to one body together."""
    order = list(dict.fromkeys(request.to for request in draft.requests))
    for request in sorted(draft.requests, key=lambda one: order.index(one.to)):
        heading = desk.say("stuk_verzoekt", orgaan=desk.body(request.to))
        text = _request_text(desk, request)
        yield Line(Part.REQUEST, heading, text, to=request.to)


def _request_text(desk: Desk, request: Request) -> str:
    parts = [request.text.strip().rstrip(".;,")]
    if request.by is not None:
        parts.append(desk.say("stuk_termijn", datum=say_date(request.by)))
    told = ", ".join(parts)
    if request.cents is not None and request.year is not None:
        amount = say_cents(request.cents)
        told += "; " + desk.say("stuk_bedrag", bedrag=amount, jaar=str(request.year))
    if request.cover in COVERS:
        told += "; " + desk.say(f"stuk_dekking_{request.cover}")
    return _stopped(told)


def reason_lines(
    desk: Desk, advice: Advice, draft: Draft, setting: Setting
) -> Iterator[Line]:
    """Give the explanation: own words, an earlier agreement, where the facts come from."""
    heading = desk.say("stuk_toelichting")
    if draft.reason:
        yield Line(Part.REASON, heading, _stopped(draft.reason))
    if draft.local == "ja":
        yield Line(Part.REASON, heading, desk.say("stuk_lokaal_ja"))
    refs = [each.question.ref for each in _chosen(advice, draft)]
    if refs and draft.kind is not Kind.AMENDMENT:
        day = say_date(advice.casefile.reference_date)
        told = enumerate_words(dict.fromkeys(refs))
        text = desk.say("stuk_herkomst", code=setting.code, datum=day, vragen=told)
        yield Line(Part.REASON, heading, text)


def signature(desk: Desk, draft: Draft) -> str:
    """Name the parties; nobody signs here."""
    told = enumerate_words(draft.parties) if draft.parties else desk.say("stuk_leeg")
    return desk.say("stuk_ondertekening", fracties=told)


def identifiers_of(desk: Desk, draft: Draft) -> tuple[tuple[str, str], ...]:
    """Give what stands above the paper; what is the griffie’s to fill in stays open."""
    empty, clerk = desk.say("stuk_leeg"), desk.say("stuk_griffie")
    meeting = empty if draft.meeting is None else say_date(draft.meeting)
    parties = enumerate_words(draft.parties) if draft.parties else empty
    return (
        ("Nummer", clerk),
        ("Agendapunt", desk.say("stuk_vreemd") if draft.agenda == FOREIGN else clerk),
        ("Raadsvergadering", meeting),
        ("Ingediend door", parties),
        ("Portefeuillehouder", clerk),
    )


def place_of(setting: Setting) -> str:
    """Name the municipality as it stands in an opening."""
    return f"de gemeente {setting.municipality or '…'}"


def meeting_of(draft: Draft) -> str:
    """Name the day of the meeting as it stands in an opening."""
    return "…" if draft.meeting is None else say_date(draft.meeting)


def document_of(
    desk: Desk, paper: Paper, *, day: date, edition: str, code: str
) -> Document:
    """Print the lines of a paper as a document, ready for every format."""
    return Document(
        kind=paper.kind,
        title=paper.title,
        subject=desk.say("stuk_concept"),
        language="nl-NL",
        date=day,
        header_line=desk.say("kopregel", datum=say_date(day)),
        footer_line=desk.say("voetregel", code=code, versie=edition),
        identifiers=paper.identifiers,
        sections=tuple(_sections(paper)),
        notes=paper.notes,
    )


def _sections(paper: Paper) -> Iterator[Section]:
    if paper.opening:
        yield Section("aanhef", "Aanhef", (paragraph(paper.opening),))
    tail = (Part.REASON,)
    lines = [line for line in paper.lines if line.part not in tail]
    yield from _grouped(lines, start=1)
    if paper.close or paper.signed:
        told = filter(None, (paper.close, paper.signed))
        yield Section("slot", "Slot", tuple(map(paragraph, told)))
    rest = [line for line in paper.lines if line.part in tail]
    yield from _grouped(rest, start=50)


def _grouped(lines: Iterable[Line], *, start: int) -> Iterator[Section]:
    for number, (heading, found) in enumerate(
        groupby(lines, key=lambda line: line.heading), start
    ):
        title = heading.rstrip(":")
        yield Section(f"deel-{number}", title, tuple(_blocks(tuple(found))))


def _blocks(lines: tuple[Line, ...]) -> Iterator[Block]:
    first = lines[0].part
    if first in (Part.OLD, Part.NEW):
        old = "\n".join(line.text for line in lines if line.part is Part.OLD)
        new = "\n".join(line.text for line in lines if line.part is Part.NEW)
        yield Table(
            caption="De wijziging, tekst naast tekst",
            head=("Bestaande tekst", "Nieuwe tekst"),
            rows=((cell(old), cell(new)),),
            widths=(50, 50),
            row_heads=False,
        )
    elif first in (Part.REASON, Part.CAUSE):
        for line in lines:
            yield Paragraph((Span(line.text, line.notes),))
    else:
        items = tuple((Span(line.text, line.notes),) for line in lines)
        yield Listing(items, ordered=True)


def _chosen(advice: Advice, draft: Draft) -> Iterator[Assessed]:
    for each in offered_facts(advice):
        if each.question.id in draft.facts:
            yield each


def _stopped(text: str) -> str:
    clean = text.strip()
    return clean if clean.endswith((".", "?", "!", "…")) else f"{clean}."
