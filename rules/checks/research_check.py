"""Check the register of evidence; what decisions cite from it is `citation_check`.

Certainty follows from design and steps; a percentage stands only where the study was
read whole or its words are quoted; nothing is silently missing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial

from rules.content.research import (
    Direction,
    EvidenceEntry,
    Fit,
    MeasuredOutcome,
    ReadExtent,
    Search,
    StudiedMeasure,
)
from rules.grammar.errors import Fault, did_you_mean
from rules.grammar.sources import SeenExtent, Source
from rules.grammar.validation import Found, Told, faults_of

_PERCENTAGES = re.compile(
    r"(?:(?P<low>\d+(?:,\d+)?)\s?%?\s(?:tot|en)\s)?(?P<high>\d+(?:,\d+)?)\s?(?:%|procent)"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def evidence_faults(
    measures: Iterable[Found[StudiedMeasure]],
    entries: Iterable[Found[EvidenceEntry]],
    sources: Mapping[str, Source],
) -> Iterator[Fault]:
    """List everything that does not hang together in the register."""
    read, listed = tuple(entries), {found[0].id: found for found in measures}
    known = {name: measure for name, (measure, _, _) in listed.items()}
    topics = {(entry.measure, entry.topic.name) for entry, _, _ in read}
    seen: dict[tuple[object, ...], str] = {}

    def check(entry: EvidenceEntry) -> Told:
        for key, message in _entry(entry, sources):
            yield key, f"onderzoek '{entry.id}': {message}"
        yield from _named(entry, known)
        first = seen.setdefault((entry.measure, *entry.topic, entry.cited), entry.id)
        if first != entry.id:
            message = (
                f"onderzoek '{entry.id}' zegt hetzelfde als '{first}': "
                "dezelfde maatregel, uitkomst en bron."
            )
            yield (), message

    yield from faults_of(read, check)
    yield from faults_of(listed.values(), partial(_listed, topics))


def _listed(topics: AbstractSet[tuple[str, str]], measure: StudiedMeasure) -> Told:
    """Check the outcomes that a measure lists, and those that it is not about."""
    for index, name in enumerate(measure.outcomes):
        if (measure.id, name) not in topics:
            message = (
                f"maatregel '{measure.id}' heeft over '{name}' geen onderzoek. "
                "Zet er in registers/bewijs een, of schrijf ‘niet gevonden’."
            )
            yield ("outcomes", index), message
    known = {name for _, name in topics}
    for index, name in enumerate(measure.not_about):
        told = ""
        if name in measure.outcomes:
            told = f"maatregel '{measure.id}' heeft '{name}' ook bij outcomes: kies er een."
        elif name not in known:
            guess = did_you_mean(name, known)
            told = (
                f"niemand onderzocht '{name}', dus zeg niet dat het niet past.{guess}"
            )
        if told:
            yield ("not_about", index), told


def _named(entry: EvidenceEntry, known: Mapping[str, StudiedMeasure]) -> Told:
    """Check that the measure is known, and that this outcome matters for it."""
    if entry.measure not in known:
        guess = did_you_mean(entry.measure, known)
        message = (
            f"onderzoek '{entry.id}' hoort bij maatregel '{entry.measure}', maar die "
            f"staat niet in registers/maatregelen.yaml.{guess}"
        )
        yield ("maatregel",), message
        return
    outcomes = known[entry.measure].outcomes
    if entry.topic.name not in outcomes:
        guess = did_you_mean(entry.topic.name, outcomes)
        message = (
            f"onderzoek '{entry.id}' gaat over '{entry.topic.name}', maar dat staat "
            f"niet bij outcomes van '{entry.measure}'.{guess}"
        )
        yield ("onderwerp" if entry.subject else "uitkomst",), message


def _entry(entry: EvidenceEntry, sources: Mapping[str, Source]) -> Told:
    """Check one entry: the keys that belong together, its source, its certainty."""
    if (entry.outcome is MeasuredOutcome.ANDERS) != (entry.subject is not None):
        yield ("uitkomst",), "onderwerp hoort bij ‘anders’, en alleen daarbij."
    if entry.direction is Direction.NOT_FOUND:
        yield from _not_found(entry)
        return
    if isinstance(entry.source, Search):
        yield (
            ("bron",),
            "een onderzoek heeft een bron; ‘gezocht’ is voor ‘niet gevonden’.",
        )
    elif entry.source not in sources:
        guess = did_you_mean(entry.source, sources)
        yield (
            ("bron",),
            f"bron '{entry.source}' staat niet in registers/bronnen.{guess}",
        )
    else:
        yield from _read(entry, sources[entry.source])
    needed = {
        "past": entry.fit,
        "opzet": entry.design,
        "land": entry.country,
        "gelezen": entry.read,
        "zekerheid": entry.grading,
    }
    for key, value in needed.items():
        if value is None:
            yield (), f"'{key}' ontbreekt."
    if entry.fit not in (None, Fit.SAME) and entry.looked_at is None:
        yield (
            ("past",),
            f"past is ‘{entry.fit}’; zeg bij 'bekeken' waar naar is gekeken.",
        )
    yield from _graded(entry)


def _not_found(entry: EvidenceEntry) -> Told:
    if isinstance(entry.source, str):
        yield (
            ("bron",),
            "‘niet gevonden’ heeft geen bron; schrijf {gezocht: waarmee u zocht}.",
        )
    if entry.year is None:
        yield (), "'jaar' ontbreekt: in welk jaar is er gezocht?"
    for key, value in {"zekerheid": entry.grading, "opzet": entry.design}.items():
        if value is not None:
            yield (key,), f"wat niet is gevonden, heeft geen {key}."


def _graded(entry: EvidenceEntry) -> Told:
    """Hold the certainty that is written against what design and steps give."""
    if entry.grading is None or entry.design is None:
        return
    written, counted = entry.grading.verdict, entry.certainty
    if written == counted:
        return
    key = ("zekerheid",) if written is None else ("zekerheid", "oordeel")
    steps = ", ".join(entry.grading.steps) or "geen"
    message = (
        f"oordeel is ‘{written or 'leeg'}’, maar opzet ‘{entry.design}’ en stappen "
        f"({steps}) geven ‘{counted}’."
    )
    if counted is None:
        message = f"wat niet is onderzocht, heeft geen oordeel; hier staat ‘{written}’."
    yield key, message


def _read(entry: EvidenceEntry, source: Source) -> Told:
    """Check what was read: whole is whole, and no percentage comes from elsewhere."""
    whole = entry.read is ReadExtent.WHOLE
    if whole and source.seen is not SeenExtent.TEKST:
        yield (
            ("gelezen",),
            f"gelezen is ‘heel’, maar van bron '{source.id}' is alleen een deel gezien.",
        )
    for key, text in _texts(entry):
        for figure in unread_percentages(text, whole=whole, sources=(source,)):
            message = (
                f"{figure}% staat er zonder dat het onderzoek heel is gelezen. Laat het "
                f"weg, of zet de woorden van het onderzoek bij quote van '{source.id}'."
            )
            yield key, message


def _texts(entry: EvidenceEntry) -> Told:
    for name, info in EvidenceEntry.model_fields.items():
        value = getattr(entry, name)
        key = str(info.alias or name)
        if isinstance(value, str) and name not in ("id", "source"):
            yield (key,), value
        elif isinstance(value, tuple):
            for each in value:
                yield (key,), str(each)
    if entry.grading is not None:
        yield ("zekerheid", "waarom"), entry.grading.because


def unread_percentages(
    text: str, *, whole: bool, sources: Iterable[Source]
) -> Iterator[str]:
    """Give the percentages of a text that stand in no quotation of its sources."""
    quoted = {
        # A quotation may be English: its 3.5 is our 3,5.
        number.replace(".", ",")
        for source in sources
        for number in _NUMBER.findall(source.quote or "")
    }
    for found in _PERCENTAGES.finditer(text) if not whole else ():
        for figure in (found["low"], found["high"]):
            if figure is not None and figure not in quoted:
                yield figure
