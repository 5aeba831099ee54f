"""From what a visitor sends to the draft of a paper, and back to what is kept of it.

A paper lies ready before anybody chose: the facts, requests or questions that say the
most. What somebody changes in it is kept: choices as one short text of ids, and each own
text under a key of its own, so that each can be removed for good. What is as it lay
ready is not kept, so that it goes on following the answers.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from string import digits

from pydantic import TypeAdapter, ValidationError
from werkzeug.datastructures import MultiDict

from reports.composing.memo import edition_of, name_of
from reports.composing.writer import Writer
from reports.council.draft import (
    ASKABLE,
    MOST_FACTS,
    MOST_REQUESTS,
    fact_text,
    offered_facts,
    offered_requests,
    origin_of,
    points_of,
    ready_facts,
    ready_requests,
)
from reports.council.motion import amendment, motion
from reports.council.paper import Draft, FactOrigin, Paper, PaperPart, PutLine, Setting
from reports.council.paper_document import document_of
from reports.council.written_questions import (
    offered_questions,
    ready_questions,
    written_questions,
)
from reports.document import Document, PaperKind
from rules.grammar.answers import DateKind, Day, parse
from rules.grammar.errors import InputError
from rules.judging.advice import Advice, Assessed
from rules.library import Library
from wizard.counter import Work
from wizard.forms import typographic
from wizard.guarding.personal import LONGEST_TEXT, ONE_CASE, findings
from wizard.keeping.dossier import text_key
from wizard.keeping.history import LONGEST_VALUE
from wizard.showing.old_draft_format import (
    EARLIER_CHOICES,
    EARLIER_TEXTS,
    WEIGHED,
    earlier_values,
)

LONGEST_TITLE, LONGEST_LINE, LONGEST_ORIGIN = 80, 120, 60
LONGEST_CHANGE = 1_500  # an article of a by-law is longer than a sentence
MOST_QUESTIONS, MOST_POINTS = 8, 4
READY_REQUESTS = 3
IDS = re.compile(r"[a-z0-9_,]{0,2000}")
CHOICES = TypeAdapter(dict[str, list[str]])
LINES = ("titel", "fracties", "voorstel", "waar", "artikel")
SINGLE = (*LINES, "vergadering", "voor", "lokaal", "agenda")
LISTS = ("feit", "punt")
ORIGINS = ("wie_", "wanneer_")
TO = "aan_"
LONG_TEXTS = ("bestaand", "nieuw", "toelichting")
ARTICLES = ("De ", "Het ", "Een ")
ISO_LENGTH = 10
Values = MultiDict[str, str]


Entries = Callable[[Writer, Advice], Iterable[PutLine]]


@dataclass(frozen=True)
class PaperSort:
    """One paper that can be composed: its name in the address, its words, who writes it.

    `entry` is the field of what is put to a body, `part` all of them together, `most`
    how many of them there can be; some lie `ready`, more are `offered`.
    """

    slug: str
    kind: PaperKind
    title: str
    about: str
    write: Callable[[Advice, Library, Draft, Setting, str], Paper]
    entry: str = ""
    part: str = ""
    most: int = 0
    ready: Entries = lambda _, __: ()
    offered: Entries = lambda _, __: ()

    @property
    def key(self) -> str:
        """Give the name under which its choices are kept."""
        return f"{self.slug}_keuze"

    @property
    def texts(self) -> tuple[str, ...]:
        """Name the own texts that it has."""
        entries = tuple(f"{self.entry}_{n}" for n in range(1, self.most + 1))
        changed = ("bestaand", "nieuw") if self.kind is PaperKind.AMENDMENT else ()
        return ("plaats", *entries, *changed, "toelichting")

    def kept(self, name: str) -> str:
        """Give the name under which one of its own texts is kept."""
        return f"{self.slug}_{name}"


SORTS = (
    PaperSort(
        "vragen",
        PaperKind.QUESTIONS,
        "Raadsvragen",
        "Schriftelijke vragen aan de burgemeester of het college. Drie liggen klaar.",
        written_questions,
        "vraag",
        "vragen",
        MOST_QUESTIONS,
        ready=lambda *of: (PutLine(one.to, one.text) for one in ready_questions(*of)),
        offered=lambda *of: (
            PutLine(to, text)
            for to, texts in offered_questions(*of).items()
            for text in texts
        ),
    ),
    PaperSort(
        "motie",
        PaperKind.MOTION,
        "Motie",
        "De raad vraagt de burgemeester of het college iets te doen.",
        motion,
        "verzoek",
        "verzoeken",
        MOST_REQUESTS,
        ready=lambda *of: ready_requests(*of)[:READY_REQUESTS],
        offered=offered_requests,
    ),
    PaperSort(
        "amendement",
        PaperKind.AMENDMENT,
        "Amendement",
        "De raad wijzigt de tekst van een voorstel op de agenda.",
        amendment,
    ),
)


@dataclass
class ReadForm:
    """What was read of a form: the draft, and what is wrong by field."""

    draft: Draft
    wrong: dict[str, str] = field(default_factory=dict)


def ready_values(work: Work, sort: PaperSort) -> Values:
    """Give a paper as it lies ready, before anybody chose anything."""
    values: Values = MultiDict()
    if sort.kind is not PaperKind.QUESTIONS:
        values.setlist("feit", list(ready_facts(work.writer(), work.advice)))
    _lay(values, sort, sort.ready(work.writer(), work.advice))
    return values


def offered_entries(work: Work, sort: PaperSort) -> tuple[PutLine, ...]:
    """Give every question or request that can be taken into a paper."""
    return tuple(sort.offered(work.writer(), work.advice))


def kept_values(work: Work, sort: PaperSort) -> Values:
    """Give a paper as the dossier keeps it, or else as it lies ready."""
    kept = {} if work.dossier is None else work.dossier.texts
    found = kept.get(_name(work, sort.key))
    if found is None:
        before = earlier_values(work, sort.slug, sort.entry, sort.most)
        return before or ready_values(work, sort)
    values: Values = MultiDict()
    for key, several in json.loads(found).items():
        values.setlist(key, several)
    for key in sort.texts:
        values[key] = kept.get(_name(work, sort.kept(key)), "")
    return values


def changes_of(work: Work, sort: PaperSort, values: Values) -> dict[str, str | None]:
    """Give what is to be kept of a form: ids together, each own text apart."""
    chosen, texts = _choices(sort, values), _texts(sort, values)
    ready = ready_values(work, sort)
    if (chosen, texts) == (_choices(sort, ready), _texts(sort, ready)):
        chosen, texts = None, dict.fromkeys(texts)
    changes = {text_key(_name(work, sort.key)): chosen}
    changes |= {
        text_key(_name(work, sort.kept(key))): text for key, text in texts.items()
    }
    if chosen is None and work.dossier is not None:
        changes |= {
            text_key(name): None
            for name in (_name(work, one) for one in EARLIER_CHOICES[sort.slug])
            if name in work.dossier.texts
        }
    return changes


def _choices(sort: PaperSort, values: Values) -> str | None:
    single = (*SINGLE, *(f"{TO}{n}" for n in range(1, sort.most + 1)))
    sent = {key: values.getlist(key) for key in LISTS if values.getlist(key)}
    sent |= {
        key: [values[key].strip()]
        for key in sorted(values)
        if (key in single or key.startswith(ORIGINS)) and values[key].strip()
    }
    return json.dumps(sent, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _texts(sort: PaperSort, values: Values) -> dict[str, str | None]:
    return {key: values.get(key, "").strip() or None for key in sort.texts}


def fits(changes: Mapping[str, str | None]) -> bool:
    """Tell whether the storage takes these."""
    return all(len(value or "") <= LONGEST_VALUE for value in changes.values())


def tidied(sort: PaperSort, values: Values, *, more: PutLine | None = None) -> Values:
    """Close the gaps between the entries; `more` comes behind them."""
    found = [
        PutLine(values.get(f"{TO}{number}", ""), values[key].strip())
        for number, key in _slots(sort)
        if values.get(key, "").strip()
    ]
    if more is not None:
        found.append(more)
    if sort.entry:
        _lay(values, sort, found[: sort.most])
    return values


def _lay(values: Values, sort: PaperSort, entries: Iterable[PutLine]) -> None:
    """Put entries in the fields of a form, one in each."""
    laid = tuple(entries)
    for number, key in _slots(sort):
        entry = laid[number - 1] if number <= len(laid) else None
        values[key] = entry.text if entry else ""
        values[f"{TO}{number}"] = entry.to if entry else ""


def _slots(sort: PaperSort) -> Iterator[tuple[int, str]]:
    return ((n, f"{sort.entry}_{n}") for n in range(1, sort.most + 1))


def read_draft(work: Work, sort: PaperSort, values: Values) -> ReadForm:
    """Read what was chosen; what cannot be read is told by field."""
    reader = _Reader(work, sort, values)
    own = {key: reader.own(key) for key in sort.texts}
    draft = Draft(
        kind=sort.kind,
        title=reader.line("titel", LONGEST_TITLE),
        meeting=reader.day("vergadering") or work.casefile.about.meeting.day,
        parties=reader.parties(),
        facts=reader.facts(),
        origins=reader.origins(),
        points=reader.points(),
        entries=reader.entries(own),
        by=reader.day("voor"),
        place=own["plaats"],
        reason=own["toelichting"],
        proposal=reader.line("voorstel", LONGEST_LINE),
        where=reader.line("waar", LONGEST_LINE),
        old=own.get("bestaand", ""),
        new=own.get("nieuw", ""),
        article=reader.article(),
        local=values.get("lokaal") or None,
        agenda=values.get("agenda") or None,
    )
    return ReadForm(draft, reader.wrong)


def paper_of(work: Work, draft: Draft) -> Paper:
    """Write the lines of a draft."""
    sort = next(one for one in SORTS if one.kind is draft.kind)
    setting, version = setting_of(work), work.counter.version
    return sort.write(work.advice, work.library, draft, setting, version)


def printed(work: Work, paper: Paper) -> Document:
    """Make the document of a paper."""
    return document_of(work.writer(), paper, setting_of(work))


def setting_of(work: Work) -> Setting:
    """Give what stands on a paper beside its lines."""
    return Setting(
        code="" if work.dossier is None else work.dossier.code,
        municipality=name_of(work.casefile.municipality, work.library),
        edition=edition_of((work.advice,)),
        day=work.casefile.reference_date,
        checked=work.decision.header.checked_on,
        about=work.casefile.about,
    )


def trusted_of(work: Work, draft: Draft) -> frozenset[str]:
    """Give the sentences of our own content; what is put to a body, with that body."""
    writer = work.writer()
    sentences = {point.text for side in points_of(work.advice) for point in side}
    sentences.add(origin_of(writer, work.advice, setting_of(work)))
    for each in offered_facts(work.advice):
        sentences.add(fact_text(writer, work.advice, each))
    sort = next(one for one in SORTS if one.kind is draft.kind)
    offered = set(map(_as_asked, offered_entries(work, sort)))
    entries = tuple(one for one in draft.entries if _as_asked(one) in offered)
    # Only what is asked is looked at, so nothing else is written.
    bare = replace(draft, entries=entries, facts=(), points=())
    asked = paper_of(work, bare).of(PaperPart.REQUEST, PaperPart.QUESTION)
    sentences.update(f"{one.heading.rstrip(':')} {one.text}" for one in asked)
    return frozenset(sentences)


def _as_asked(entry: PutLine) -> tuple[str, str]:
    return entry.to, entry.text.strip().rstrip(".;,")


def kept_names(decisions: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Name the texts that these decisions can have: own words, and choices."""
    names = tuple(decisions)
    words = (*EARLIER_TEXTS, *(sort.kept(key) for sort in SORTS for key in sort.texts))
    choices = {one for several in EARLIER_CHOICES.values() for one in several}
    choices |= {sort.key for sort in SORTS}
    return (
        frozenset(f"{name}_{key}" for name in names for key in words),
        frozenset(f"{name}_{key}" for name in names for key in choices),
    )


def longest(name: str) -> int:
    """Give how long an own text may be."""
    return LONGEST_CHANGE if name.endswith(LONG_TEXTS) else LONGEST_TEXT


def choices_of(name: str, text: str) -> tuple[str, ...] | None:
    """Give the lines that somebody typed among kept choices; `None` when unreadable."""
    if not text or name.endswith(f"_{WEIGHED}"):
        return () if IDS.fullmatch(text) else None
    try:
        found = CHOICES.validate_json(text, strict=True)
    except ValidationError:
        return None
    return tuple(
        line
        for key, several in found.items()
        if key in LINES or key.startswith(ORIGINS)
        for line in several
    )


def choices_kept_under(work: Work, name: str) -> str | None:
    """Name the choices that are kept under this name, for who reads what changed."""
    labels = {
        _name(work, key): f"{sort.title}: de keuzes"
        for sort in SORTS
        for key in (sort.key, *EARLIER_CHOICES[sort.slug])
    }
    return labels.get(name)


def _name(work: Work, key: str) -> str:
    return f"{work.decision.id}_{key}"


@dataclass
class _Reader:
    work: Work
    sort: PaperSort
    values: Values
    wrong: dict[str, str] = field(default_factory=dict)

    @cached_property
    def offered(self) -> tuple[Assessed, ...]:
        return offered_facts(self.work.advice)

    def line(self, key: str, most: int) -> str:
        text = " ".join(self.values.get(key, "").split())
        return self._inspected(key, text, most)

    def own(self, key: str) -> str:
        """Read an own text; only in a change of a text the rows stay."""
        rows = [" ".join(row.split()) for row in self.values.get(key, "").splitlines()]
        changes = key in ("bestaand", "nieuw")
        text = ("\n" if changes else " ").join(filter(None, rows))
        return self._inspected(key, text, longest(key))

    def day(self, key: str) -> date | None:
        text = self.values.get(key, "").strip()
        if not text:
            return None
        try:
            answer = parse(DateKind(kind="date"), text)
        except InputError as error:
            self.wrong[key] = typographic(str(error))
            return None
        return answer.value if isinstance(answer, Day) else None

    def parties(self) -> tuple[str, ...]:
        text = self.line("fracties", LONGEST_LINE)
        return tuple(filter(None, (one.strip() for one in text.split(","))))

    def article(self) -> str:
        text = self.values.get("artikel", "").strip()
        if text and not (len(text) <= ISO_LENGTH and text[0] in digits):
            self.wrong["artikel"] = "Vul alleen een nummer in, of laat het leeg."
        return text

    def facts(self) -> tuple[str, ...]:
        chosen = set(self.values.getlist("feit"))
        found = tuple(
            each.question.id for each in self.offered if each.question.id in chosen
        )
        if len(found) > MOST_FACTS:
            self.wrong["feit"] = f"Kies ten hoogste {MOST_FACTS} feiten."
        return found

    def origins(self) -> dict[str, FactOrigin]:
        """Read who counted, and when, of each fact that is a value."""
        return {
            name: FactOrigin(
                self._within(f"wie_{name}"), self._within(f"wanneer_{name}")
            )
            for name in (
                each.question.id for each in self.offered if each.question.fact
            )
        }

    def _within(self, key: str) -> str:
        """Read a few words that stand inside a sentence."""
        text = self.line(key, LONGEST_ORIGIN).rstrip(".")
        return text[:1].lower() + text[1:] if text.startswith(ARTICLES) else text

    def points(self) -> tuple[str, ...]:
        chosen = set(self.values.getlist("punt"))
        sides = points_of(self.work.advice)
        found = tuple(p.id for side in sides for p in side if p.id in chosen)
        if len(found) > MOST_POINTS:
            self.wrong["punt"] = f"Kies ten hoogste {MOST_POINTS} overwegingen."
        return found

    def entries(self, own: Mapping[str, str]) -> tuple[PutLine, ...]:
        found = []
        for number, key in _slots(self.sort):
            to, text = self.values.get(f"{TO}{number}", ""), own[key]
            if text and to not in ASKABLE:
                self.wrong[f"{TO}{number}"] = "Kies aan wie u dit richt."
            if text:
                found.append(PutLine(to if to in ASKABLE else ASKABLE[0], text))
        return tuple(found)

    def _inspected(self, key: str, text: str, most: int) -> str:
        """Give a text that may be used; one that is too long is told and goes nowhere."""
        if len(text) > most:
            self.wrong[key] = (
                f"Deze tekst heeft {len(text)} tekens. Maak hem korter: "
                f"ten hoogste {most}."
            )
            return ""
        found = findings(text)
        if found.concerns:
            first = found.concerns[0]
            refer = self.work.decision.gate.refer[0]
            goes = f" {refer}" if first.kind in ONE_CASE else ""
            proposal = f" Voorstel: “{found.proposal}”" if found.proposal else ""
            self.wrong[key] = f"{first.message}{goes}{proposal}"
        return text
