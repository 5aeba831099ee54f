"""From the register of evidence to the pages on what works."""

from itertools import groupby

from reports.composing.research_part import remarks
from reports.composing.writer import cell
from reports.document import Table
from reports.dutch import capital
from rules.content.research import Certainty, Direction, ReadExtent, StudiedMeasure
from rules.judging.research_summary import EvidenceCell, cells
from rules.library import Library
from wizard.screen_parts import Shown
from wizard.showing.source_cards import note

Words = tuple[tuple[str, str], ...]  # each with its fixed meaning
Seen = tuple[
    tuple[EvidenceCell, tuple[str, ...]], ...
]  # each outcome, with what to mind

EXPLAINED = "onderzoek: "  # how the glossary files these words
READ = {
    ReadExtent.WHOLE: "Het stuk is heel gelezen.",
    ReadExtent.PART: "Een deel is gelezen.",
    ReadExtent.SUMMARY: "Alleen de samenvatting is gelezen.",
    ReadExtent.FRAGMENT: "Een fragment of een bericht is gelezen.",
}
NOTHING_SURE = "Geen oordeel"
NOTHING_TO_MIND = "Niets"


def works_screen(library: Library) -> Shown:
    """Show all measures, group by group; `unnamed` are those that no decision has."""
    groups = groupby(library.evidence.measures, key=lambda measure: measure.group)
    return Shown(
        "screens/wat_werkt.html",
        title="Wat werkt?",
        certainty=words(library, Certainty),
        direction=words(library, Direction),
        groups=tuple(
            (title, tuple((one, _seen(library, one)) for one in measures))
            for title, measures in groups
        ),
        unnamed=library.unnamed_measures,
    )


def measure_screen(library: Library, measure: StudiedMeasure) -> Shown:
    """Show one measure with a card for each study, or for a search that found nothing."""
    seen = _seen(library, measure)
    return Shown(
        "screens/wat_werkt_maatregel.html",
        title=f"Wat werkt? {measure.title}",
        table=_table(measure, seen),
        certainty=words(library, Certainty),
        direction=words(library, Direction),
        outcomes=[found for found, _ in seen],
        sources=library.sources,
        note=note,
        read=READ,
        elsewhere=library.say("bewijs_elders"),
    )


def words(library: Library, kind: type[Certainty | Direction]) -> Words:
    """Give words of the tables as the glossary explains them."""
    meanings = {term.term: term.meaning for term in library.terms}
    return tuple(
        (each.dutch, meanings.get(f"{EXPLAINED}{each.dutch}", "")) for each in kind
    )


def _seen(library: Library, measure: StudiedMeasure) -> Seen:
    found = cells(library.evidence, measure.id)
    return tuple((each, tuple(remarks(library.sentences, each))) for each in found)


def _table(measure: StudiedMeasure, seen: Seen) -> Table:
    rows = (
        (
            found.topic.title,
            capital(found.direction.dutch),
            capital(found.certainty.dutch) if found.certainty else NOTHING_SURE,
            " ".join(told) or NOTHING_TO_MIND,
        )
        for found, told in seen
    )
    return Table(
        f"{measure.title}: wat onderzoek zag",
        ("Uitkomst", "Wat onderzoek zag", "Hoe zeker", "Let op"),
        tuple(tuple(map(cell, row)) for row in rows),
        (25, 20, 15, 40),
    )
