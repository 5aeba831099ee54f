"""A paper under way: what the user chose, and the lines that follow from it.

A `Draft` holds choices. A `Paper` holds lines, each with its place and whom it is put
to; it is what the check reads, what can be edited as text, and what is printed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from itertools import groupby

from reports.demands import ALREADY, in_plan
from reports.desk import Desk, cause_of, cell, paragraph
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
from reports.dutch import enumerate_words, say_answer, say_date
from reports.reasons import said
from rules.content.briefing import Argument
from rules.content.casefile import About
from rules.content.demands import Repair, Standing
from rules.content.questions import Question, Sensitivity
from rules.grammar.answers import Answer, Number, TicksKind
from rules.judging.advice import Advice, Assessed, Status
from rules.judging.asking import sources_of
from rules.judging.demands import Judged, in_asking_order
from rules.judging.meaning import meaning

MOST_REQUESTS = 4
MOST_FACTS, READY_FACTS = 10, 5
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
    "bestuur_veiligheidsregio": "burgemeester",
}


class Part(StrEnum):
    """Where a line stands in the paper."""

    FACT = "constatering"
    WEIGHING = "overweging"
    REQUEST = "verzoek"
    DECLARATION = "uitspraak"
    DECISION = "besluit"
    QUESTION = "vraag"
    OLD = "bestaande tekst"
    NEW = "nieuwe tekst"
    CAUSE = "aanleiding"
    REASON = "toelichting"
    FRAME = "kop of slot"
    UNREAD = "niet gelezen"


OTHER = "Overige tekst"
RUNNING = (Part.REASON, Part.CAUSE, Part.FRAME, Part.UNREAD)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is put to one body: a request or a question."""

    to: str
    text: str

    @property
    def mark(self) -> str:
        """Give a short name for a text that has none."""
        return sha256(self.text.encode()).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Origin:
    """Who counted, and when, in the words of who writes the paper; empty where not told."""

    who: str = ""
    when: str = ""


@dataclass(frozen=True)
class Draft:
    """What the user chose for one paper.

    `facts` are ids of answered questions, `points` ids of arguments; `origins` says of
    a counted fact where it comes from. `entries` are the requests of a motie, or the
    written questions. `by` is when they are to be done or answered. `local` tells
    whether the council agreed on something before: ja, nee, onbekend, or nothing when
    it was not asked yet. `agenda` is vreemd when a motie belongs to no point of it.
    """

    kind: Kind
    title: str = ""
    meeting: date | None = None
    parties: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)
    points: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    by: date | None = None
    place: str = ""
    reason: str = ""
    proposal: str = ""
    old: str = ""
    new: str = ""
    article: str = ""
    local: str | None = None
    agenda: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `heading` stands above it, `to` is the body it is put to.

    `to` is empty where the heading names a body that we do not know. `span` is where
    it stood in the text that was read.
    """

    part: Part
    heading: str
    text: str
    notes: tuple[int, ...] = ()
    to: str | None = None
    span: tuple[int, int] = field(default=(0, 0), compare=False)


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
    """What stands on a paper beside its lines; `code` names the dossier.

    `day` is the reference date, `checked` the day on which the law was checked, and
    `about` what the user said that the dossier is about.
    """

    code: str
    municipality: str | None
    edition: str
    day: date
    checked: date
    about: About = field(default_factory=About)


def offered_facts(advice: Advice) -> tuple[Assessed, ...]:
    """Give the answered facts that can be told: no judgement, and only the public.

    What the content has no sentence for is no fact of a paper, and neither is the phase.
    """
    told = (Status.VOLDAAN, Status.NIET_VOLDAAN, Status.INFO)
    return tuple(
        each
        for each in advice.assessed
        if each.answer is not None
        and each.status in told
        and each.question.id != advice.decision.header.phase
        and not each.question.is_judgement
        and each.question.sensitivity is Sensitivity.OPENBAAR
        and (each.question.fact or meaning(each.question, each.answer))
    )


def ready_facts(advice: Advice) -> tuple[str, ...]:
    """Give the few facts that say the most, in the order of the decision.

    First what stands in the way, then what was counted, then what is in order.
    """
    in_the_way = {
        name
        for judged in advice.improve
        for name in advice.decision.named_by(judged.demand)
    }

    def rank(each: Assessed) -> int:
        if each.question.id in in_the_way:
            return 0
        return 1 if each.question.fact else 2 + (each.status is not Status.VOLDAAN)

    best = sorted(offered_facts(advice), key=rank)[:READY_FACTS]
    chosen = {each.question.id for each in best}
    return tuple(q.id for q in advice.decision.questions if q.id in chosen)


def fact_text(
    desk: Desk, advice: Advice, each: Assessed, origin: Origin | None = None
) -> str:
    """Say an answered fact; of what was counted, also who says so, and of when it is.

    Nobody but who fills in the paper vouches for a number, until an origin is given.
    """
    question = each.question
    if question.fact is not None:
        origin = origin or Origin()
        day = say_date(advice.casefile.reference_date)
        return desk.say(
            "stuk_volgens",
            wie=origin.who or desk.say("stuk_opsteller"),
            feit=_counted(question, each.answer),
            wanneer=origin.when or desk.say("stuk_stand", datum=day),
        )
    told = said(question, each.answer)
    return told if isinstance(question.answer, TicksKind) else first_sentence(told)


def _counted(question: Question, answer: Answer | None) -> str:
    """Say what was counted; one is said in a sentence of its own."""
    one = isinstance(answer, Number) and answer.value == 1
    told = question.fact_one if one and question.fact_one else question.fact or ""
    return told.format(waarde=say_answer(question, answer))


def ready_requests(desk: Desk, advice: Advice) -> tuple[Entry, ...]:
    """Give what repairs the demands, to whom the council can ask it.

    A repair is offered of what is not met now, and of what decides later and is not in
    the plan yet. The body that has the power comes first.
    """
    found = [
        entry
        for judged in _to_repair(advice)
        for repair in judged.demand.repair
        for entry in asked_for(desk, repair)
    ]
    return tuple(sorted(dict.fromkeys(found), key=_by_power(advice)))


def offered_requests(desk: Desk, advice: Advice) -> tuple[Entry, ...]:
    """Give every request that lies ready: repairs first, then those of the table."""
    repairs = ready_requests(desk, advice)
    table = desk.library.competence.ready_for(advice.decision.id)
    others = [Entry(one.to, one.text) for one in table]
    return tuple(dict.fromkeys((*repairs, *sorted(others, key=_by_power(advice)))))


def _by_power(advice: Advice) -> Callable[[Entry], bool]:
    """Sort the body that decides before the others; else the order stays."""
    return lambda entry: entry.to != advice.decision.header.body


def _to_repair(advice: Advice) -> tuple[Judged, ...]:
    later = (
        each
        for each in advice.judged
        if each.standing is Standing.STRAKS
        and each.demand.decides
        and in_plan(advice, each) != ALREADY
    )
    return (*advice.improve, *in_asking_order(advice.decision, later))


def asked_for(desk: Desk, repair: Repair) -> Iterator[Entry]:
    """Put a repair to whom the council can ask; what nobody can be asked is left out."""
    if repair.who in ASKABLE:
        yield Entry(repair.who, repair.request)
    elif repair.who == "raad":
        yield Entry("college", repair.request)
    elif repair.who in VIA:
        body = desk.body(repair.who)
        text = desk.say("stuk_bevorderen", orgaan=body, verzoek=repair.request)
        yield Entry(VIA[repair.who], text)


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
        text = fact_text(desk, advice, each, draft.origins.get(each.question.id))
        laws = desk.laws(_sources(advice, each))
        yield Line(Part.FACT, heading, text, desk.notes.cite(laws))


def _sources(advice: Advice, each: Assessed) -> tuple[str, ...]:
    """Give the grounds of a fact: of its question, or of the demand that leans on it."""
    decision, question = advice.decision, each.question
    if question.sources:
        return question.sources
    leaning = (d for d in decision.demands if question.id in decision.named_by(d))
    first = next(leaning, None)
    return () if first is None else sources_of(decision, first)


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
    for entry in by_body(draft.entries):
        heading = desk.say("stuk_verzoekt", orgaan=desk.body(entry.to))
        parts = [entry.text.strip().rstrip(".;,")]
        if draft.by is not None:
            parts.append(desk.say("stuk_termijn", datum=say_date(draft.by)))
        yield Line(Part.REQUEST, heading, _stopped(", ".join(parts)), to=entry.to)


def by_body(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Lay what is put to one body together; the body that is named first comes first."""
    found = tuple(entries)
    order = list(dict.fromkeys(entry.to for entry in found))
    return tuple(sorted(found, key=lambda entry: order.index(entry.to)))


def reason_lines(
    desk: Desk, advice: Advice, draft: Draft, setting: Setting
) -> Iterator[Line]:
    """Give the explanation: own words, an earlier agreement, where the facts come from."""
    heading = desk.say("stuk_toelichting")
    if draft.reason:
        yield Line(Part.REASON, heading, _stopped(draft.reason))
    if draft.local == "ja":
        yield Line(Part.REASON, heading, desk.say("stuk_lokaal_ja"))
    if any(_chosen(advice, draft)) and draft.kind is not Kind.AMENDMENT:
        day = say_date(advice.casefile.reference_date)
        text = desk.say("stuk_herkomst", code=setting.code, datum=day)
        yield Line(Part.REASON, heading, text)


def signature(desk: Desk, draft: Draft) -> str:
    """Name the parties; nobody signs here."""
    told = enumerate_words(draft.parties) if draft.parties else desk.say("stuk_leeg")
    return desk.say("stuk_ondertekening", fracties=told)


def title_of(advice: Advice, draft: Draft, setting: Setting) -> str:
    """Give the heading of a paper: as typed, else what the dossier is about."""
    return draft.title or setting.about.subject or advice.decision.header.title


def identifiers_of(
    desk: Desk, draft: Draft, setting: Setting
) -> tuple[tuple[str, str], ...]:
    """Give what stands above the paper; what is the griffie’s to fill in stays open.

    What the dossier is about comes last, where it was filled in.
    """
    empty, clerk = desk.say("stuk_leeg"), desk.say("stuk_griffie")
    about = setting.about
    item = about.meeting.item or clerk
    told = ", ".join(filter(None, (about.subject, about.place)))
    meeting = empty if draft.meeting is None else say_date(draft.meeting)
    parties = enumerate_words(draft.parties) if draft.parties else empty
    return (
        ("Nummer", about.meeting.number or clerk),
        ("Agendapunt", desk.say("stuk_vreemd") if draft.agenda == FOREIGN else item),
        ("Raadsvergadering", meeting),
        ("Ingediend door", parties),
        ("Portefeuillehouder", clerk),
        *((("Onderwerp", told),) if told else ()),
        *cause_of(about.problem, desk.library),
    )


def place_of(setting: Setting) -> str:
    """Name the municipality as it stands in an opening."""
    return f"de gemeente {setting.municipality or '…'}"


def meeting_of(draft: Draft) -> str:
    """Name the day of the meeting as it stands in an opening."""
    return "…" if draft.meeting is None else say_date(draft.meeting)


def document_of(desk: Desk, paper: Paper, setting: Setting) -> Document:
    """Print the lines of a paper as a document, ready for every format."""
    return Document(
        kind=paper.kind,
        title=paper.title,
        subject=desk.say("stuk_concept"),
        language="nl-NL",
        date=setting.day,
        header_line=desk.say("kopregel", datum=say_date(setting.checked)),
        footer_line=desk.say("voetregel", code=setting.code, versie=setting.edition),
        identifiers=paper.identifiers,
        sections=tuple(_sections(paper)),
        notes=paper.notes,
    )


def _sections(paper: Paper) -> Iterator[Section]:
    if paper.opening:
        yield Section("aanhef", "", (paragraph(paper.opening),))
    tail = (Part.REASON,)
    lines = [line for line in paper.lines if line.part not in tail]
    yield from _grouped(lines, start=1)
    if paper.close or paper.signed:
        told = filter(None, (paper.close, paper.signed))
        yield Section("slot", "", tuple(map(paragraph, told)))
    rest = [line for line in paper.lines if line.part in tail]
    yield from _grouped(rest, start=50)


def _grouped(lines: Iterable[Line], *, start: int) -> Iterator[Section]:
    for number, (heading, found) in enumerate(
        groupby(lines, key=lambda line: line.heading), start
    ):
        blocks = [
            block
            for _, several in groupby(found, key=_looks)
            for block in _blocks(tuple(several))
        ]
        yield Section(f"deel-{number}", heading or OTHER, tuple(blocks))


def _looks(line: Line) -> str:
    """Tell how a line is printed, so that none is lost among others."""
    if line.part in (Part.OLD, Part.NEW):
        return "tabel"
    return "tekst" if line.part in RUNNING else "lijst"


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
    elif first in RUNNING:
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
