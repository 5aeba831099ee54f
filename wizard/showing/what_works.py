"""From the register of evidence to the pages on what works."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reports.composing.research_part import remarks
from reports.composing.writer import cell
from reports.document import Table
from reports.dutch import capital
from rules.content.research import (
    Certainty,
    Direction,
    EvidenceEntry,
    ReadExtent,
    Search,
    StudiedMeasure,
)
from rules.grammar.sources import Source
from rules.judging.research_summary import EvidenceCell, cells
from rules.library import Library
from wizard.counter import slug_of
from wizard.screen_parts import Part, Shown, SourceNote
from wizard.showing.source_cards import note


@dataclass(frozen=True)
class SeenOutcome:
    """One outcome of a measure: what was seen, how sure, and what to mind."""

    cell: EvidenceCell
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class MeasureRow:
    """One measure with all its outcomes; `unnamed`, no decision has it."""

    measure: StudiedMeasure
    unnamed: bool
    seen: tuple[SeenOutcome, ...]


Words = tuple[tuple[str, str], ...]  # each with its fixed meaning


@dataclass(frozen=True)
class StudyCard:
    """One outcome of one study, or that nothing was found; more lines make a list."""

    id: str
    title: str
    aspects: tuple[Part[str], ...]
    quote: str = ""
    quote_in: str = ""
    source: SourceNote | None = None


EXPLAINED = "onderzoek: "  # how the glossary files these words
READ = {
    ReadExtent.WHOLE: "Het stuk is heel gelezen.",
    ReadExtent.PART: "Een deel is gelezen.",
    ReadExtent.SUMMARY: "Alleen de samenvatting is gelezen.",
    ReadExtent.FRAGMENT: "Een fragment of een bericht is gelezen.",
}
NOTHING_SURE = "Geen oordeel"
NOTHING_TO_MIND = "Niets"
NO_INTEREST = "Wie het betaalde, lazen wij niet."


def works_screen(library: Library) -> Shown:
    """Show all measures, group by group."""
    groups = groupby(library.evidence.measures, key=lambda measure: measure.group)
    return Shown(
        "screens/wat_werkt.html",
        title="Wat werkt?",
        certainty=words(library, Certainty),
        direction=words(library, Direction),
        groups=tuple(
            Part(
                title,
                tuple(_row(library, measure) for measure in measures),
                f"groep-{number}",
            )
            for number, (title, measures) in enumerate(groups, 1)
        ),
    )


def measure_screen(library: Library, measure: StudiedMeasure) -> Shown:
    """Show one measure with a card for each study."""
    seen = _seen(library, measure)
    return Shown(
        "screens/wat_werkt_maatregel.html",
        title=f"Wat werkt? {measure.title}",
        table=_table(measure, seen),
        certainty=words(library, Certainty),
        direction=words(library, Direction),
        outcomes=tuple(
            (one, tuple(_card(library, entry) for entry in one.cell.entries))
            for one in seen
        ),
    )


def words(library: Library, kind: type[Certainty | Direction]) -> Words:
    """Give words of the tables as the glossary explains them."""
    meanings = {term.term: term.meaning for term in library.terms}
    return tuple(
        (each.dutch, meanings.get(f"{EXPLAINED}{each.dutch}", "")) for each in kind
    )


def _row(library: Library, measure: StudiedMeasure) -> MeasureRow:
    return MeasureRow(
        measure, measure.id in library.unnamed_measures, _seen(library, measure)
    )


def _seen(library: Library, measure: StudiedMeasure) -> tuple[SeenOutcome, ...]:
    return tuple(
        SeenOutcome(each, tuple(remarks(library.sentences, each)))
        for each in cells(library.evidence, measure.id)
    )


def _table(measure: StudiedMeasure, seen: tuple[SeenOutcome, ...]) -> Table:
    return Table(
        f"{measure.title}: wat onderzoek zag",
        ("Uitkomst", "Wat onderzoek zag", "Hoe zeker", "Let op"),
        tuple(
            (
                cell(one.cell.topic.title),
                cell(capital(one.cell.direction.dutch)),
                cell(_sure(one.cell)),
                cell(" ".join(one.remarks) or NOTHING_TO_MIND),
            )
            for one in seen
        ),
        (25, 20, 15, 40),
    )


def _sure(found: EvidenceCell) -> str:
    return capital(found.certainty.dutch) if found.certainty else NOTHING_SURE


def _card(library: Library, entry: EvidenceEntry) -> StudyCard:
    """Show one entry; a search that found nothing has a card of its own."""
    if isinstance(entry.source, Search):
        title = f"Niet gevonden, {entry.year}"
        return StudyCard(_slug(entry.id), title, tuple(_searched(entry, entry.source)))
    source = library.sources[entry.source]
    made = capital(entry.design.dutch) if entry.design else ""
    told = [made, entry.country or "", str(entry.year or "zonder jaar")]
    return StudyCard(
        id=_slug(entry.id),
        title=", ".join(filter(None, told)),
        aspects=tuple(_aspects(library, entry, source)),
        quote=source.quote or "",
        quote_in=source.quote_in,
        source=note(source, 0),
    )


def _searched(entry: EvidenceEntry, search: Search) -> Iterator[Part[str]]:
    yield Part("Waar naar is gezocht", (capital(f"{entry.measured}."),))
    yield Part("Gezocht met", (f"{search.query}.",))
    if search.trail:
        yield Part("Wel bekend", (search.trail,))


def _aspects(
    library: Library, entry: EvidenceEntry, source: Source
) -> Iterator[Part[str]]:
    """Tell what was seen, how sure, and the five questions of each measure."""

    def phrases(text: str | None) -> tuple[str, ...]:
        return () if text is None else (capital(f"{text}."),)

    sure = entry.certainty
    because = entry.grading.because if entry.grading else ""
    told = f"{capital(sure.dutch)}. {because}" if sure else because
    yield from _some(
        ("Waar naar is gekeken", phrases(entry.looked_at)),
        ("Wat is gemeten", phrases(entry.measured)),
        ("Wat men zag", (f"{capital(entry.direction.dutch)}.",)),
        ("Hoeveel", phrases(entry.size)),
        ("Hoe zeker is dit?", (told,)),
        ("Hoe groot was het onderzoek?", phrases(entry.number)),
        ("Hoe kan dat komen?", _said(entry.mechanism)),
        ("Verplaatst het?", _said(entry.displacement)),
        ("Waar wel", tuple(map(capital, entry.works_when or ()))),
        ("Waar niet", tuple(map(capital, entry.fails_when or ()))),
        ("Wat is ervoor nodig?", _said(entry.delivery)),
        ("Wat kost het?", _said(entry.costs)),
        ("Wie heeft er belang bij?", (_interest(source),)),
        ("Wat is gelezen?", (_read(library, entry, source),)),
    )


def _some(*aspects: tuple[str, tuple[str, ...]]) -> Iterator[Part[str]]:
    """Leave out what the study does not tell."""
    for name, lines in aspects:
        if lines:
            yield Part(name, lines)


def _said(text: str | None) -> tuple[str, ...]:
    return () if text is None else (text,)


def _interest(source: Source) -> str:
    return capital(f"{source.interest}.") if source.interest else NO_INTEREST


def _read(library: Library, entry: EvidenceEntry, source: Source) -> str:
    told = READ[entry.read] if entry.read else ""
    return f"{told} {library.say('bewijs_elders')}" if source.seen_at else told


def _slug(name: str) -> str:
    return slug_of(name).replace(" ", "-")
