"""Voor en tegen: both cases, what research saw, what one often hears, and who decides."""

from collections.abc import Iterable, Iterator

from reports.composing.research_part import evidence, measures_of, seen_in_short
from reports.composing.writer import Writer
from reports.document import Block, Paragraph
from reports.dutch import capital, in_sentence
from rules.content.briefing import Correction
from rules.judging.misreadings import touched
from rules.judging.two_sides import two_sides
from wizard.counter import Work
from wizard.screen_parts import Link, NotedSentence, Part, Shown
from wizard.showing.navigation import bar
from wizard.showing.source_cards import SourceCards
from wizard.showing.what_works import measure_path

Noted = tuple[NotedSentence, ...]


TOLD = ("afweging", "alternatieven")


def sides_screen(work: Work) -> Shown:
    """Show equally many points on each side, and what is known of the effect.

    `seen` is what research saw in one line, the same as on In het kort. `misreadings`
    touch what this dossier answers; the others wait behind a fold.
    """
    decision, writer = work.decision, work.writer()
    notes = SourceCards(work.counter.library.sources)
    touching = touched(work.advice)
    return Shown(
        "screens/voor_en_tegen.html",
        title="Voor en tegen",
        about=capital(decision.arguments.about or ""),
        case=_case(work, notes),
        sides=_all_arguments(work, notes),
        told=tuple(b for part in TOLD for b in writer.passages(work.advice, part)),
        seen=tuple(_seen(work, writer)),
        evidence=tuple(evidence(writer, decision)),
        studied=_studied(work),
        misreadings=_misreadings(notes, touching),
        other_misreadings=_misreadings(
            notes, (one for one in decision.corrections if one not in touching)
        ),
        facts=notes.statements(decision.facts),
        powers=_powers(work, notes),
        notes=writer.notes.all(),
        compares=decision.id if decision.costs.measures else "",
        bar=bar(work, "sides"),
    )


def _seen(work: Work, writer: Writer) -> Iterator[Block]:
    """Say what research saw before anybody opens a fold."""
    spans = tuple(seen_in_short(writer, work.decision))
    if spans:
        yield Paragraph(spans)


def _studied(work: Work) -> tuple[Link, ...]:
    """Lead to the cards of the studies, measure by measure."""
    found = measures_of(work.decision, work.counter.library.evidence)
    return tuple(
        Link(f"De onderzoeken naar {in_sentence(each.title)}", measure_path(each.id))
        for each in found
    )


def _misreadings(
    notes: SourceCards, found: Iterable[Correction]
) -> tuple[tuple[str, NotedSentence], ...]:
    """Tell what is often said, with what holds instead."""
    return tuple((one.heard, notes.sentence(one.instead, one.sources)) for one in found)


def _case(work: Work, notes: SourceCards) -> tuple[Part[NotedSentence], ...]:
    """Show the strongest case for and against, equally many points."""
    both = two_sides(work.advice)
    for_, against = notes.statements(both.for_), notes.statements(both.against)
    return (
        Part("Het sterkste vóór", for_, "sterkst-voor"),
        Part("Het sterkste tegen", against, "sterkst-tegen"),
    )


def _all_arguments(work: Work, notes: SourceCards) -> tuple[Part[NotedSentence], ...]:
    """Show every argument that the decision knows, as many on each side."""
    bank = work.decision.arguments
    return (
        Part("Voor", notes.statements(bank.for_), "alle-voor"),
        Part("Tegen", notes.statements(bank.against), "alle-tegen"),
    )


def _powers(work: Work, notes: SourceCards) -> tuple[tuple[str, Noted, Noted], ...]:
    """Show what each body can and cannot do."""
    bodies = work.counter.library.bodies
    return tuple(
        (
            bodies[role.body].name,
            notes.statements(role.can),
            notes.statements(role.cannot),
        )
        for role in work.decision.roles
    )
