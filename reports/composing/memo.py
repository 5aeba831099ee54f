"""Compose the advice memo: from advices to one document, before any format.

There are two editions: one page that is complete by itself, and the whole dossier. The
order of the whole is fixed: core, who decides, the test, for and against, costs, privacy,
what is unknown, account, answers. A part with nothing to say is left out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from reports.composing.demand_tables import demand_tables, title_of_test
from reports.composing.memo_core import core
from reports.composing.money_part import costs
from reports.composing.one_page import brief
from reports.composing.privacy_part import privacy
from reports.composing.questions_by_body import unknown
from reports.composing.receipt import Edition, with_receipt
from reports.composing.research_part import research
from reports.composing.roles_and_account import account, answers, roles, weighing
from reports.composing.source_notes import Notes
from reports.composing.writer import Writer, cause_of, paragraph
from reports.document import Block, Document, Letterhead, Section
from reports.dutch import enumerate_words, say_date
from rules.judging.advice import Advice, Refused
from rules.library import Library

ANSWERS = "Lijst van antwoorden"
Write = Callable[[Writer, Advice], Iterable[Block]]
TitleOf = Callable[[Advice], str]
PartsOf = Callable[[Writer, Advice, str], Iterable[Section]]

PARTS: tuple[tuple[str, str | TitleOf, Write], ...] = (
    ("kern", "Kern", core),
    ("wie-beslist", "Wie beslist wat", roles),
    ("toets", title_of_test, demand_tables),
    ("afweging", "Voor en tegen", weighing),
    ("onderzoek", "Werkt het?", research),
    ("kosten", "Kosten", costs),
    ("privacy", "Privacy", privacy),
    ("open", "Wat nog onbekend is", unknown),
    ("verantwoording", "Verantwoording", account),
    ("antwoorden", "Alle antwoorden", answers),
)
# What has nothing to say where the outcome ends the walk: then another rule holds, and the
# demands of this one are neither judged nor asked about.
ONLY_OF_THIS_ROAD = ("toets", "open")


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the paper beside the advice.

    `code` names the dossier and is no key; `municipality` is a TOOI code such as gm0851.
    The letterhead is of who keeps the site, and need not be that municipality.
    `with_answers`: the list of answers travels inside; else the paper says that it does
    not, and nobody can make it again from the file alone.
    """

    code: str
    municipality: str | None
    version: str
    letterhead: Letterhead | None = None
    with_answers: bool = True


def compose(
    advices: Iterable[Advice],
    library: Library,
    cover: Cover,
    edition: Edition = Edition.WHOLE,
    refused: Iterable[Refused] = (),
) -> Document:
    """Compose one memo of one decision or several; what cannot be judged says why."""
    found = tuple(advices)
    headers = [advice.decision.header for advice in found]
    notes = Notes(library.sources, in_short=edition is Edition.BRIEF)
    writer = Writer(library, notes, cover.version)
    body = list(_body(writer, found, _WRITTEN[edition]))
    left_out = tuple(refused)
    for each in left_out:
        why = (paragraph(each.why),)
        body.append(Section(each.decision.id, each.decision.header.title, why))
    name = name_of(cover.municipality, library)
    about = found[0].casefile.about
    titles = enumerate_words([header.title for header in headers])
    # Of more decisions the oldest check counts: a paper vouches for no more than all.
    checked = say_date(min(header.checked_on for header in headers))
    paper = Document(
        kind=edition.kind,
        title=", ".join(filter(None, (about.subject or titles, about.place, name))),
        subject=" ".join(header.question for header in headers),
        date=found[0].casefile.reference_date,
        header_line=writer.say("kopregel", datum=checked),
        footer_line=writer.say("voetregel", code=cover.code, versie=edition_of(found)),
        identifiers=tuple(_identifiers(library, cover, found, titles)),
        sections=tuple(body),
        notes=writer.notes.all(),
        letterhead=cover.letterhead,
    )
    if not cover.with_answers:
        return paper
    judged: tuple[Advice | Refused, ...] = (*found, *left_out)
    return with_receipt(paper, judged, cover.code, cover.municipality, cover.version)


def _identifiers(
    library: Library, cover: Cover, advices: tuple[Advice, ...], titles: str
) -> Iterator[tuple[str, str]]:
    """Give what a paper is known and filed by, as far as it was filled in."""
    casefile = advices[0].casefile
    about, meeting = casefile.about, casefile.about.meeting
    yield "Dossier", cover.code
    if about.subject:
        yield "Besluit", titles
    yield "Gemeente", name_of(cover.municipality, library) or "niet ingevuld"
    if meeting.day is not None:
        yield "Raadsvergadering", say_date(meeting.day)
    if meeting.item:
        yield "Agendapunt", meeting.item
    if meeting.number:
        yield "Nummer", meeting.number
    yield "Peildatum", say_date(casefile.reference_date)
    yield "Regelversie", edition_of(advices)
    yield from cause_of(about.problem, library)
    if not cover.with_answers:
        yield ANSWERS, library.say("zonder_antwoorden")


def name_of(code: str | None, library: Library) -> str | None:
    """Give the name of a municipality; a code that the list does not know stays."""
    town = library.town(code)
    return town.name if town is not None else code


def edition_of(advices: Iterable[Advice]) -> str:
    """Give the start of the fingerprint: enough to tell editions of the rules apart."""
    return edition_named([advice.decision.fingerprint for advice in advices])


def edition_named(fingerprints: Iterable[str]) -> str:
    """Name the rules of a memo, which may be of several decisions, in 12 letters."""
    prints = list(fingerprints)
    if len(prints) == 1:
        return prints[0].removeprefix("sha256:")[:12]
    return sha256("".join(prints).encode()).hexdigest()[:12]


def _body(
    writer: Writer, advices: tuple[Advice, ...], parts_of: PartsOf
) -> Iterator[Section]:
    if len(advices) == 1:
        yield from parts_of(writer, advices[0], "")
        return
    for advice in advices:
        name = advice.decision.id
        parts = tuple(parts_of(writer, advice, f"{name}-"))
        yield Section(name, advice.decision.header.title, (), parts)


def _parts(writer: Writer, advice: Advice, prefix: str) -> Iterator[Section]:
    """Write the parts that have something to say, numbered in their order."""
    left_out = ONLY_OF_THIS_ROAD if advice.outcome.ends else ()
    parts = [each for each in PARTS if each[0] not in left_out]
    written = ((each, tuple(each[2](writer, advice))) for each in parts)
    found = [(name, title, blocks) for (name, title, _), blocks in written if blocks]
    for number, (name, title, blocks) in enumerate(found, start=1):
        told = title if isinstance(title, str) else title(advice)
        yield Section(f"{prefix}{name}", f"{number}. {told}", blocks)


_WRITTEN: dict[Edition, PartsOf] = {Edition.BRIEF: brief, Edition.WHOLE: _parts}
