"""Privacy on paper and on its page: what residents give up, what answers it, what is lighter."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reports.composing.writer import Writer, cell, paragraph
from reports.document import Block, Cell, Listing, Paragraph, Span, Table
from reports.dutch import capital, enumerate_words, in_sentence, say_answer
from rules.grammar.answers import DONT_KNOW
from rules.grammar.truth import Truth
from rules.judging.advice import Advice
from rules.judging.privacy import (
    Balance,
    Guard,
    IntrusionStanding,
    OwnJudgement,
    Weighed,
    balance,
)

PERHAPS = "onbekend of dit hier voorkomt"
LEAVE_OUT = "alleen dit weglaten helpt"
LIGHTER = 3
ANSWERED = 3
OPEN = 5


def privacy(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Compose the part on privacy."""
    found = balance_of(advice)
    yield from which_law(writer, advice, found)
    yield from _intrusions(writer, found)
    yield from what_is_lighter(writer, found)
    yield from _judgements(writer, found)


def which_law(writer: Writer, advice: Advice, found: Balance) -> Iterator[Block]:
    """Say which law holds, in the words of the decision where it has them.

    Those words are of this road; where the outcome leads to another, that one’s law holds.
    """
    told = () if advice.outcome.ends else tuple(writer.passages(advice, "privacy"))
    yield from told or tuple(_regimes(writer, found))


def balance_of(advice: Advice) -> Balance:
    """Lay out the privacy of a measure; of one on another road only which law holds."""
    found = balance(advice.decision, advice.answers)
    ends = advice.outcome.ends
    return replace(found, weighed=(), rooms=(), judgements=()) if ends else found


def what_is_open(writer: Writer, found: Balance) -> Iterator[Block]:
    """List what nothing answers yet, and tell a reader of the page where the rest is."""
    if found.open:
        yield Listing(tuple(_open(writer, each) for each in found.open[:OPEN]))
    yield from _rest(
        writer, found, one="nog_een_inbreuk_hieronder", more="meer_inbreuken_hieronder"
    )


def _open(writer: Writer, each: Weighed) -> tuple[Span, ...]:
    guards = _guards(writer, each)
    told = replace(guards, text=f"{capital(guards.text)}.")
    return (Span(f"{each.intrusion.title}. ", strong=True), told)


def _regimes(writer: Writer, found: Balance) -> Iterator[Paragraph]:
    for each in found.regimes:
        if each.applies is Truth.YES:
            regime = each.regime
            told = f"{regime.situation} {regime.text}"
            yield Paragraph((writer.cited(told, regime.sources),))


def _intrusions(writer: Writer, found: Balance) -> Iterator[Block]:
    rows = tuple(
        (cell(e.intrusion.title), cell(e.standing.value), Cell((_guards(writer, e),)))
        for e in (*found.open[:OPEN], *found.answered[:ANSWERED])
    )
    if rows:
        head = ("Wat mensen merken", "Stand", "Wat hen beschermt")
        yield Table("Wat mensen opgeven", head, rows, (35, 15, 50))
    yield from _rest(writer, found, one="nog_een_inbreuk", more="meer_inbreuken")


def _rest(writer: Writer, found: Balance, *, one: str, more: str) -> Iterator[Block]:
    """Tell how many stand open beyond those that are named."""
    hidden = len(found.open) - OPEN
    if hidden > 0:
        yield paragraph(writer.say_left(hidden, one=one, more=more))


def _guards(writer: Writer, each: Weighed) -> Span:
    """Name what answers an intrusion, or what would."""
    if each.standing is IntrusionStanding.ANSWERED:
        told = capital(_named(each.guards))
    elif not each.guards:
        # We list no safeguard for it, and then it matters first whether it occurs at all.
        told = PERHAPS if each.present is Truth.UNKNOWN else LEAVE_OUT
    else:
        parts = (("ontbreekt", each.missing), ("onbekend", each.unknown))
        told = "; ".join(f"{how}: {_named(some)}" for how, some in parts if some)
    return writer.cited(told, each.intrusion.sources)


def _named(guards: Iterable[Guard]) -> str:
    """Name safeguards one after the other, as they stand in a sentence."""
    return enumerate_words(in_sentence(each.safeguard.title) for each in guards)


def what_is_lighter(writer: Writer, found: Balance) -> Iterator[Block]:
    """Name what could be lighter, surest first."""
    rooms = (*found.lighter, *found.perhaps_lighter)[:LIGHTER]
    if rooms:
        yield paragraph(writer.say("lichter_kan"))
        told = (writer.cited(e.lighter.text, e.lighter.sources) for e in rooms)
        yield Listing(tuple((span,) for span in told))


def _judgements(writer: Writer, found: Balance) -> Iterator[Block]:
    """Print the user’s own judgement as theirs."""
    for each in found.judgements:
        if each.answer is not None:
            yield Paragraph(
                (Span(f"{each.question.text} ", strong=True), Span(_own(writer, each)))
            )


def _own(writer: Writer, each: OwnJudgement) -> str:
    if each.answer == DONT_KNOW:
        return writer.say("eigen_oordeel_open")
    said = say_answer(each.question, each.answer)
    return writer.say("eigen_oordeel", antwoord=said)
