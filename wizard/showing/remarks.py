"""How what somebody notes is read, and shown where it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from reports.dutch import enumerate_words, say_date
from reports.formats.glyphs import without_letter
from rules.content.municipalities import Municipalities
from rules.content.questions import Question
from rules.grammar.errors import InputError
from rules.grammar.numerals import parse_date
from rules.reading_casefile import LONGEST_REMARK, LONGEST_WORDS
from wizard.counter import Counter
from wizard.forms import typographic
from wizard.guarding.personal import ONE_CASE, findings
from wizard.keeping.dossier import StoredDossier, text_key
from wizard.keeping.remarks import (
    DAY,
    ITEM,
    NUMBER,
    PLACE,
    REMARK,
    SUBJECT,
    about_of,
)
from wizard.screen_parts import Link, Shown, TextField
from wizard.showing.navigation import dossier_bar

REMARK_FIELD = "opmerking"
REMARK_HELP = (
    f"Ten hoogste {LONGEST_REMARK} tekens, bijvoorbeeld "
    "‘bron: raadsbrief 12 maart, blz. 3’. Wie dit dossier meeleest, ziet dit ook."
)
TOWN = "gemeente"
MAIN = {
    "onderwerp": ("Onderwerp", "Bijvoorbeeld: camera’s Stationsplein."),
    "plek": ("Plek", "Een straat, plein of buurt, zonder huisnummer."),
    TOWN: ("Gemeente", ""),
}
CLERK = {
    "vergadering": ("Raadsvergadering", "Een datum, zoals 10-12-2026."),
    "agendapunt": ("Agendapunt", ""),
    "nummer": ("Nummer van het stuk", ""),
}
FIELDS = (*MAIN, *CLERK)
TEXTS = {
    "onderwerp": SUBJECT,
    "plek": PLACE,
    "vergadering": DAY,
    "agendapunt": ITEM,
    "nummer": NUMBER,
}
LABELS = {kept: {**MAIN, **CLERK}[key][0] for key, kept in TEXTS.items()}
Sent = Mapping[str, str]
Texts = dict[str, str | None]


@dataclass(frozen=True)
class ReadAbout:
    """What was filled in, in stored form; or what is wrong, by field."""

    texts: Texts
    municipality: str | None
    wrong: Mapping[str, str]


@dataclass(frozen=True)
class ReadRemark:
    """A remark that is being written beside an answer, or what is wrong with it."""

    question: str
    typed: str
    fault: str = ""
    texts: Texts = field(default_factory=dict)


def read_about(counter: Counter, dossier: StoredDossier, sent: Sent) -> ReadAbout:
    """Read what was sent; what cannot be kept is told by field."""
    texts: Texts = {}
    wrong: dict[str, str] = {}
    code = dossier.municipality
    for key, typed in sent.items():
        text = " ".join(typed.split())
        try:
            if key == TOWN:
                code = _register(counter).find(text).code if text else None
            elif key == "vergadering":
                texts[text_key(DAY)] = parse_date(text).isoformat() if text else None
            else:
                refer = _refer(counter, dossier)
                kept = _checked(text, LONGEST_WORDS, refer=refer)
                texts[text_key(TEXTS[key])] = kept or None
        except InputError as error:
            wrong[key] = typographic(str(error))
    return ReadAbout(texts, code, wrong)


def read_remark(question: Question, typed: str) -> ReadRemark:
    """Read a remark; what cannot be kept stays in its field."""
    text = " ".join(typed.split())
    try:
        kept = _checked(text, LONGEST_REMARK)
    except InputError as error:
        return ReadRemark(question.id, text, str(error))
    key = text_key(REMARK + question.id)
    return ReadRemark(question.id, text, texts={key: kept or None})


def _refer(counter: Counter, dossier: StoredDossier) -> str:
    """Say where somebody with one case can go: what the gate of the decision says first."""
    laws = counter.library.decisions
    lines = (laws[name].gate.refer[0] for name in dossier.decisions if name in laws)
    return next(lines, "")


def _checked(text: str, longest: int, *, refer: str = "") -> str:
    """Refuse what is too long, or may say who somebody is.

    `refer` says where to go with one case.

    Raises:
        InputError: with what to do about it.
    """
    if not text.isprintable():
        raise InputError("Hier staat een teken dat geen tekst is. Haal het weg.")
    if len(text) > longest:
        raise InputError(
            f"Dit zijn {len(text)} tekens. Maak er ten hoogste {longest} van."
        )
    found = findings(text)
    if found.concerns:
        first = found.concerns[0]
        goes = refer if first.kind in ONE_CASE else ""
        raise InputError(f"{first.message} {goes}".strip())
    return text


def about_screen(
    counter: Counter,
    dossier: StoredDossier,
    sent: Sent | None = None,
    wrong: Mapping[str, str] | None = None,
) -> Shown:
    """Ask what the dossier is about, with what is known of the municipality."""
    faults = wrong or {}
    register = counter.library.municipalities
    chosen = counter.library.town(dossier.municipality)
    people, merger = None, None
    cited: tuple[str, ...] = ()
    if register and chosen:
        people = register.count(chosen.code, dossier.reference_date)
        merger = register.merger_of(chosen.code)
        counted = register.inhabitants
        cited = (*register.sources, *(counted.sources if counted else ()))
    return Shown(
        "screens/waarover.html",
        title="Waar gaat het over?",
        entries=entries(counter, MAIN),
        for_clerk=entries(counter, CLERK),
        values=typed(counter, dossier) | dict(sent or {}),
        wrong=faults,
        longest=LONGEST_WORDS,
        unprinted=partial(unprinted, counter),
        towns=towns(counter),
        faults=tuple(Link(text, f"#{key}") for key, text in faults.items()),
        town=chosen,
        people=people,
        merger=merger,
        sources=[counter.library.sources[one] for one in cited],
        first=dossier.decisions[0],
        bar=dossier_bar(dossier, "about"),
    )


def entries(
    counter: Counter, fields: Mapping[str, tuple[str, str]]
) -> tuple[TextField, ...]:
    """Give the lines to type; that of the municipality where there is a list of them."""
    register = counter.library.municipalities
    listed = f"Typ de naam. De lijst is die van {register.listed}." if register else ""
    return tuple(
        TextField(key, key, label, listed if key == TOWN else about)
        for key, (label, about) in fields.items()
        if key != TOWN or listed
    )


def unprinted(counter: Counter, text: str) -> str:
    """Tell which signs of a text a PDF cannot show, or nothing."""
    lacking, rule = without_letter(text), counter.library.competence.rules.get("L14")
    if not lacking or rule is None:
        return ""
    message = rule.message.format(gevonden=enumerate_words(lacking))
    return f"{message} {rule.instead}"


def typed(counter: Counter, dossier: StoredDossier) -> dict[str, str]:
    """Give what is kept, as somebody would type it."""
    about, town = about_of(dossier.texts), counter.library.town(dossier.municipality)
    day = about.meeting.day
    return {
        "onderwerp": about.subject,
        "plek": about.place,
        TOWN: "" if town is None else town.name,
        "vergadering": "" if day is None else say_date(day),
        "agendapunt": about.meeting.item,
        "nummer": about.meeting.number,
    }


def towns(counter: Counter) -> tuple[str, ...]:
    """Name every municipality to choose from."""
    register = counter.library.municipalities
    return tuple(one.name for one in register.municipalities) if register else ()


def _register(counter: Counter) -> Municipalities:
    found = counter.library.municipalities
    if found is None:
        raise InputError("Hier is geen lijst van gemeenten.")
    return found
