"""From what a visitor sends to the draft of a paper, and back to what is kept of it.

Choices are kept as one short text of ids; own texts, at most four for a decision, each
under a key of its own, so that each can be removed for good.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from werkzeug.datastructures import MultiDict

from reports.amendment import amendment
from reports.desk import Desk as WritingDesk
from reports.document import Document, Kind
from reports.draft import (
    COVERS,
    MOST_FACTS,
    MOST_REQUESTS,
    Draft,
    Paper,
    Request,
    Setting,
    document_of,
    fact_text,
    offered_facts,
    points_of,
)
from reports.memo import edition_of
from reports.motion import motion
from reports.notes import Notes
from reports.written_questions import offered_questions, written_questions
from rules.grammar.answers import Amount, AmountKind, DateKind, Day, parse
from rules.grammar.errors import InputError
from rules.judging.advice import Advice
from rules.library import Library
from wizard.forms import typographic
from wizard.guarding.personal_data import LONGEST_TEXT, inspect_text
from wizard.keeping.dossier import StoredDossier, text_key
from wizard.keeping.history import LONGEST_VALUE
from wizard.work import Work

LONGEST_TITLE, LONGEST_LINE = 80, 120
MOST_QUESTIONS = 12
NONE = "geen"
# An own text stands here once for a decision, whichever paper it is used in.
OWN_TEXTS = ("plaats", "eigen", "bestaand", "toelichting")
LINES = ("titel", "fracties", "voorstel", "artikel")
SINGLE = (
    *LINES,
    "vergadering",
    "antwoord_voor",
    "bedrag",
    "jaar",
    "dekking",
    "eigen_aan",
    "eigen_datum",
    "lokaal",
    "agenda",
)
LISTS = ("feit", "verzoek", "vraag", "mee")
ISO_LENGTH = 10
Values = MultiDict[str, str]


@dataclass(frozen=True)
class Sort:
    """One paper that can be composed: its name in the address and its words."""

    slug: str
    kind: Kind
    title: str
    about: str
    to: str = ""

    @property
    def key(self) -> str:
        """Give the name under which its choices are kept."""
        return self.slug.replace("-", "_")


SORTS = (
    Sort(
        "motie",
        Kind.MOTION,
        "Motie",
        "De raad vraagt de burgemeester of het college iets te doen.",
    ),
    Sort(
        "amendement",
        Kind.AMENDMENT,
        "Amendement",
        "De raad wijzigt de tekst van een voorstel op de agenda.",
    ),
    Sort(
        "vragen-burgemeester",
        Kind.QUESTIONS,
        "Vragen aan de burgemeester",
        "Schriftelijke vragen over het besluit, het nut en de duur.",
        "burgemeester",
    ),
    Sort(
        "vragen-college",
        Kind.QUESTIONS,
        "Vragen aan het college",
        "Schriftelijke vragen over geld en voorzieningen.",
        "college",
    ),
)
WRITE: Mapping[Kind, Callable[[Advice, Library, Draft, Setting, str], Paper]] = {
    Kind.MOTION: motion,
    Kind.AMENDMENT: amendment,
    Kind.QUESTIONS: written_questions,
}


@dataclass
class Reading:
    """What was read of a form: the draft, and what is wrong by field."""

    draft: Draft
    wrong: dict[str, str] = field(default_factory=dict)


def kept_values(work: Work, sort: Sort) -> Values:
    """Give the choices and own texts that the dossier keeps for a paper."""
    values: Values = MultiDict()
    dossier = work.dossier
    if dossier is None:
        return values
    found = dossier.texts.get(_name(work, sort.key))
    for key, several in (json.loads(found) if found else {}).items():
        values.setlist(key, several)
    for key in OWN_TEXTS:
        values[key] = dossier.texts.get(_name(work, key), "")
    return values


def changes_of(work: Work, sort: Sort, values: Values) -> dict[str, str | None]:
    """Give what is to be kept of a form: ids together, each own text apart."""
    sent = {key: values.getlist(key) for key in LISTS if values.getlist(key)}
    sent |= {
        key: [values[key].strip()] for key in SINGLE if values.get(key, "").strip()
    }
    sent |= {
        key: [values[key].strip()]
        for key in values
        if key.startswith("datum_") and values[key].strip()
    }
    changes: dict[str, str | None] = {}
    changes[text_key(_name(work, sort.key))] = json.dumps(
        sent, ensure_ascii=False, separators=(",", ":")
    )
    for key in own_texts_of(sort):
        text = values.get(key, "").strip()
        changes[text_key(_name(work, key))] = text or None
    return changes


def fits(changes: Mapping[str, str | None]) -> bool:
    """Tell whether the cupboard takes these."""
    return all(len(value or "") <= LONGEST_VALUE for value in changes.values())


def own_texts_of(sort: Sort) -> tuple[str, ...]:
    """Name the own texts that a paper has."""
    if sort.kind is Kind.AMENDMENT:
        return ("bestaand", "eigen", "toelichting")
    return ("plaats", "eigen", "toelichting")


def weighing_of(dossier: StoredDossier | None, work: Work) -> tuple[str, ...] | None:
    """Give the considerations that were taken; nothing before both sides were seen."""
    if dossier is None:
        return None
    found = dossier.texts.get(_name(work, "afweging"))
    if not found:
        return None
    known = {point.id for side in points_of(work.advice) for point in side}
    return tuple(name for name in found.split(",") if name in known)


def weighing_change(work: Work, points: list[str]) -> dict[str, str | None]:
    """Give what is to be kept of the weighing."""
    return {text_key(_name(work, "afweging")): ",".join(points) or NONE}


def read_draft(work: Work, sort: Sort, values: Values) -> Reading:
    """Read what was chosen; what cannot be read is told by field."""
    reader = _Reader(work, sort, values)
    taken = set(values.getlist("mee"))
    points = weighing_of(work.dossier, work)
    own = {
        key: reader.own(key) if key in taken else (reader.own(key) and "")
        for key in own_texts_of(sort)
    }
    draft = Draft(
        kind=sort.kind,
        title=reader.line("titel", LONGEST_TITLE),
        meeting=reader.day("vergadering"),
        parties=reader.parties(),
        facts=reader.facts(),
        points=points or (),
        weighed=points is not None,
        requests=reader.requests(own["eigen"]) if sort.kind is Kind.MOTION else (),
        questions=reader.questions(own["eigen"]),
        to=sort.to or "burgemeester",
        place=own.get("plaats", ""),
        reason=own["toelichting"],
        proposal=reader.line("voorstel", LONGEST_LINE),
        old=own.get("bestaand", ""),
        new=own["eigen"] if sort.kind is Kind.AMENDMENT else "",
        article=reader.article(),
        answer_by=reader.day("antwoord_voor"),
        local=values.get("lokaal") or None,
        agenda=values.get("agenda") or None,
    )
    return Reading(draft, reader.wrong)


def paper_of(work: Work, draft: Draft) -> Paper:
    """Write the lines of a draft."""
    write = WRITE[draft.kind]
    return write(
        work.advice, work.desk.library, draft, setting_of(work), work.desk.version
    )


def printed(work: Work, paper: Paper) -> Document:
    """Make the document of a paper."""
    setting = setting_of(work)
    return document_of(
        writing_desk(work),
        paper,
        day=work.casefile.reference_date,
        edition=setting.edition,
        code=setting.code,
    )


def setting_of(work: Work) -> Setting:
    """Give what stands on a paper beside its lines."""
    dossier = work.dossier
    place = municipality_name(work)
    edition = edition_of((work.advice,))
    return Setting("" if dossier is None else dossier.code, place, edition)


def municipality_name(work: Work) -> str | None:
    """Name the municipality of the dossier; a code is told by its name."""
    found, code = work.desk.library.municipalities, work.casefile.municipality
    if found is None or code is None:
        return code
    return found.by_code[code].name if code in found.by_code else code


def names_of(library: Library) -> dict[str, str]:
    """Give the names by which a paper can address a body, with its id."""
    names = {}
    for body in library.bodies.values():
        names[body.name] = body.id
        names[f"{body.name.split(' ')[0]} {body.short}"] = body.id
    return names | {"het college van B&W": "college", "de raad": "raad"}


def people(text: str) -> list[tuple[str, str]]:
    """Find persons and addresses, as the check on a paper asks it."""
    return [(one.found, one.message) for one in inspect_text(text).concerns]


def trusted_of(work: Work) -> frozenset[str]:
    """Give the sentences of our own content, in which nobody is named."""
    desk = writing_desk(work)
    sentences = {point.text for side in points_of(work.advice) for point in side}
    for each in offered_facts(work.advice):
        sentences.add(fact_text(desk, work.advice, each))
    for questions in offered_questions(work.advice).values():
        sentences.update(questions)
    return frozenset(sentences)


def writing_desk(work: Work) -> WritingDesk:
    """Give a desk with fresh notes."""
    library = work.desk.library
    return WritingDesk(library, Notes(library.sources), work.desk.version)


def choices_kept_under(work: Work, name: str) -> str | None:
    """Name the choices that are kept under this name, for who reads what changed."""
    labels = {_name(work, sort.key): f"{sort.title}: de keuzes" for sort in SORTS}
    labels[_name(work, "afweging")] = "De overwegingen voor een stuk"
    return labels.get(name)


def mark(text: str) -> str:
    """Give a short name for a question that has none."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _name(work: Work, key: str) -> str:
    return f"{work.decision.id}_{key}"


@dataclass
class _Reader:
    work: Work
    sort: Sort
    values: Values
    wrong: dict[str, str] = field(default_factory=dict)

    def line(self, key: str, longest: int) -> str:
        text = " ".join(self.values.get(key, "").split())
        self._inspect(key, text, longest)
        return text

    def own(self, key: str) -> str:
        text = " ".join(self.values.get(key, "").split())
        self._inspect(key, text, LONGEST_TEXT)
        return text

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
        if text and not (len(text) <= ISO_LENGTH and text[0].isdigit()):
            self.wrong["artikel"] = "Vul alleen een nummer in, of laat het leeg."
        return text

    def facts(self) -> tuple[str, ...]:
        chosen = set(self.values.getlist("feit"))
        found = tuple(
            each.question.id
            for each in offered_facts(self.work.advice)
            if each.question.id in chosen
        )
        if len(found) > MOST_FACTS:
            self.wrong["feit"] = f"Kies ten hoogste {MOST_FACTS} constateringen."
        return found

    def requests(self, own: str) -> tuple[Request, ...]:
        chosen = set(self.values.getlist("verzoek"))
        competence = self.work.desk.library.competence
        found = [
            Request(
                ready.to,
                ready.text,
                self.day(f"datum_{ready.id}"),
                *self._money(ready.money),
            )
            for ready in competence.ready_for(self.work.decision.id)
            if ready.id in chosen
        ]
        if own:
            to = self.values.get("eigen_aan", "")
            if to not in ("burgemeester", "college"):
                self.wrong["eigen_aan"] = "Kies aan wie u dit verzoek richt."
            money = not any(one.cents for one in found) and bool(
                self.values.get("bedrag")
            )
            asked = Request(
                to or "college", own, self.day("eigen_datum"), *self._money(money)
            )
            found.append(asked)
        if len(found) > MOST_REQUESTS:
            self.wrong["verzoek"] = f"Kies ten hoogste {MOST_REQUESTS} verzoeken."
        return tuple(found)

    def questions(self, own: str) -> tuple[str, ...]:
        if self.sort.kind is not Kind.QUESTIONS:
            return ()
        chosen = set(self.values.getlist("vraag"))
        offered = offered_questions(self.work.advice)[self.sort.to]
        found = [text for text in offered if mark(text) in chosen]
        if own:
            found.append(own if own.endswith("?") else f"{own.rstrip('.')}?")
        if len(found) > MOST_QUESTIONS:
            self.wrong["vraag"] = f"Kies ten hoogste {MOST_QUESTIONS} vragen."
        return tuple(found)

    def _money(
        self,
        asked: bool,  # noqa: FBT001 — a request asks for money or not
    ) -> tuple[int | None, int | None, str | None]:
        if not asked:
            return None, None, None
        cents, text = None, self.values.get("bedrag", "").strip()
        if text:
            try:
                answer = parse(AmountKind(kind="amount", max_cents=10**12), text)
                cents = answer.value if isinstance(answer, Amount) else None
            except InputError as error:
                self.wrong["bedrag"] = typographic(str(error))
        cover = self.values.get("dekking")
        return cents, self._year(), cover if cover in COVERS else None

    def _year(self) -> int | None:
        text = self.values.get("jaar", "").strip()
        if not text:
            if self.values.get("bedrag", "").strip():
                self.wrong["jaar"] = "Vul het jaar van dit bedrag in."
            return None
        if not (text.isdigit() and 2000 <= int(text) <= 2100):  # noqa: PLR2004
            self.wrong["jaar"] = "Vul een jaar in, bijvoorbeeld 2027."
            return None
        return int(text)

    def _inspect(self, key: str, text: str, longest: int) -> None:
        if len(text) > longest:
            self.wrong[key] = (
                f"Deze tekst heeft {len(text)} tekens. Maak hem korter: "
                f"ten hoogste {longest}."
            )
            return
        found = inspect_text(text)
        if found.concerns:
            proposal = f" Voorstel: “{found.proposal}”" if found.proposal else ""
            self.wrong[key] = f"{found.concerns[0].message}{proposal}"
