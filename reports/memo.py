"""Compose the advice memo: from advices to one document, before any format.

The order is fixed, also where a part is empty: core, who decides, the test, for and
against, costs, privacy, what is unknown, account, answers.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from reports.asking import unknown
from reports.conditions import conditions
from reports.core import core
from reports.desk import Desk
from reports.document import Block, Document, Kind, Section
from reports.dutch import enumerate_words, say_date
from reports.money import costs
from reports.notes import Notes
from reports.receipt import with_receipt
from reports.residents import privacy
from reports.sections import account, answers, roles, weighing
from rules.judging.advice import Advice
from rules.library import Library

Write = Callable[[Desk, Advice], Iterable[Block]]

PARTS: tuple[tuple[str, str, Write], ...] = (
    ("kern", "Kern", core),
    ("wie-beslist", "Wie beslist wat", roles),
    ("toets", "Toets per voorwaarde", conditions),
    ("afweging", "Voor en tegen", weighing),
    ("kosten", "Kosten", costs),
    ("privacy", "Privacy", privacy),
    ("open", "Wat nog onbekend is", unknown),
    ("verantwoording", "Verantwoording", account),
    ("antwoorden", "Alle antwoorden", answers),
)


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the paper beside the advice.

    `code` names the dossier and is no key; `municipality` is a TOOI code such as gm0851.
    """

    code: str
    municipality: str | None
    version: str


def compose(advices: Iterable[Advice], library: Library, cover: Cover) -> Document:
    """Compose one memo of one decision or several."""
    found = tuple(advices)
    headers = [advice.decision.header for advice in found]
    desk = Desk(library, Notes(library.sources), cover.version)
    body = tuple(_body(desk, found))
    name = name_of(cover.municipality, library)
    place = f", {name}" if name else ""
    reference_date = found[0].casefile.reference_date
    day = say_date(reference_date)
    edition = edition_of(found)
    paper = Document(
        kind=Kind.MEMO,
        title=enumerate_words([header.title for header in headers]) + place,
        subject=" ".join(header.question for header in headers),
        language="nl-NL",
        date=reference_date,
        header_line=desk.say("kopregel", datum=day),
        footer_line=desk.say("voetregel", code=cover.code, versie=edition),
        identifiers=(
            ("Dossier", cover.code),
            ("Gemeente", name or "niet ingevuld"),
            ("Peildatum", day),
            ("Regelversie", edition),
        ),
        sections=body,
        notes=desk.notes.all(),
    )
    return with_receipt(paper, found, cover.code, cover.municipality, cover.version)


def name_of(code: str | None, library: Library) -> str | None:
    """Give the name of a municipality; a code that the list does not know stays."""
    listed = library.municipalities
    found = listed.by_code.get(code) if listed is not None and code else None
    return found.name if found is not None else code


def edition_of(advices: Iterable[Advice]) -> str:
    """Give the start of the fingerprint: enough to tell editions of the rules apart."""
    prints = [advice.decision.fingerprint for advice in advices]
    if len(prints) == 1:
        return prints[0].removeprefix("sha256:")[:12]
    return sha256("".join(prints).encode()).hexdigest()[:12]


def _body(desk: Desk, advices: tuple[Advice, ...]) -> Iterator[Section]:
    if len(advices) == 1:
        yield from _parts(desk, advices[0], prefix="")
        return
    for advice in advices:
        name = advice.decision.id
        parts = tuple(_parts(desk, advice, prefix=f"{name}-"))
        yield Section(name, advice.decision.header.title, (), parts)


def _parts(desk: Desk, advice: Advice, *, prefix: str) -> Iterator[Section]:
    for number, (name, title, write) in enumerate(PARTS, start=1):
        blocks = tuple(write(desk, advice))
        yield Section(f"{prefix}{name}", f"{number}. {title}", blocks)
