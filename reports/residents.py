"""The part of a memo on privacy: what residents give up, what answers it, what is lighter."""

from collections.abc import Iterator

from reports.desk import Desk, cell, paragraph
from reports.document import Block, Cell, Listing, Paragraph, Span, Table
from reports.dutch import enumerate_words, say_answer
from rules.grammar.truth import Truth
from rules.judging.advice import Advice
from rules.judging.privacy import Balance, Standing, Weighed, balance

LIGHTER = 3
ANSWERED = 3
OPEN = 5


def privacy(desk: Desk, advice: Advice) -> Iterator[Block]:
    """Compose the part on privacy."""
    found = balance(advice.decision, advice.answers)
    told = tuple(desk.passages(advice, "privacy"))
    yield from told or tuple(_regimes(desk, found))
    yield from _intrusions(desk, found)
    yield from _lighter(desk, found)
    yield from _judgements(desk, found)


def _regimes(desk: Desk, found: Balance) -> Iterator[Block]:
    for each in found.regimes:
        if each.applies is Truth.YES:
            regime = each.regime
            told = f"{regime.situation} {regime.text}"
            yield Paragraph((desk.cited(told, regime.sources),))


def _intrusions(desk: Desk, found: Balance) -> Iterator[Block]:
    rows = tuple(
        (
            cell(each.intrusion.title),
            cell(each.standing.value),
            Cell(tuple(_guards(desk, each))),
        )
        for each in (*found.open[:OPEN], *found.answered[:ANSWERED])
    )
    if rows:
        head = ("Inbreuk", "Stand", "Waarborg")
        yield Table("Wat mensen opgeven", head, rows, (35, 15, 50))
    hidden = len(found.open) - OPEN
    if hidden > 0:
        told = desk.say_left(hidden, one="nog_een_inbreuk", more="meer_inbreuken")
        yield paragraph(told)


def _guards(desk: Desk, each: Weighed) -> Iterator[Span]:
    """Name what answers an intrusion, or what would."""
    if each.standing is Standing.ANSWERED:
        there = [g for g in each.guards if g.in_place is Truth.YES]
        told = enumerate_words([g.safeguard.title for g in there]) if there else ""
        yield desk.cited(told, each.intrusion.sources)
        return
    missing = [g.safeguard.title for g in each.missing]
    unknown = [g.safeguard.title for g in each.unknown]
    parts = []
    if missing:
        parts.append(f"ontbreekt: {enumerate_words(missing)}")
    if unknown:
        parts.append(f"onbekend: {enumerate_words(unknown)}")
    yield desk.cited("; ".join(parts) or "geen waarborg", each.intrusion.sources)


def _lighter(desk: Desk, found: Balance) -> Iterator[Block]:
    rooms = (*found.lighter, *found.perhaps_lighter)[:LIGHTER]
    if rooms:
        yield paragraph(desk.say("lichter_kan"))
        yield Listing(
            tuple(
                (desk.cited(room.lighter.text, room.lighter.sources),) for room in rooms
            )
        )


def _judgements(desk: Desk, found: Balance) -> Iterator[Block]:
    """Print the user’s own judgement as theirs."""
    for each in found.judgements:
        if each.answer is not None:
            said = say_answer(each.question, each.answer)
            yield Paragraph(
                (
                    Span(f"{each.question.text} ", strong=True),
                    Span(f"{desk.say('eigen_oordeel', antwoord=said)}"),
                )
            )
