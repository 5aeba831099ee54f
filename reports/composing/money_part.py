"""The part of a memo on costs: what is known, what it buys, what is missing."""

from collections.abc import Iterator
from itertools import combinations

from reports.composing.amounts import (
    pairing_lines,
    price_notes,
    same_money_lines,
    say_example,
    tornado_lines,
)
from reports.composing.cost_tables import questions_to_ask, totals_table
from reports.composing.pictures import costs_over_time, tornado_picture
from reports.composing.writer import Writer, paragraph
from reports.document import Block, Listing, Span
from rules.judging.advice import Advice
from rules.money.casefile_costs import reckon
from rules.money.comparison import Comparison, compare, tornado
from rules.money.estimates import CostPicture

EXAMPLES = 2
QUESTIONS = 2


def costs(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Compose the part on money."""
    yield from writer.passages(advice, "kosten")
    picture = reckon(advice, writer.library.municipalities)
    if picture.begun:
        yield from _known(writer, picture)
    else:
        yield from elsewhere(writer, picture)
    yield from _missing(writer, picture)


def _known(writer: Writer, picture: CostPicture) -> Iterator[Block]:
    sentences = writer.library.sentences
    comparison = compare(picture)
    yield totals_table(sentences, comparison)
    figure = costs_over_time(sentences, picture, picture.begun)
    if figure is not None:
        yield figure
    yield from map(paragraph, price_notes(sentences, picture))
    yield from _side_by_side(writer, comparison)
    for each in picture.own:
        found = tornado(picture, each)
        drawn = tornado_picture(sentences, found, each.measure.title)
        if drawn is not None:
            yield drawn
        else:
            yield from map(paragraph, tornado_lines(sentences, found))


def _side_by_side(writer: Writer, comparison: Comparison) -> Iterator[Block]:
    """Say what the same money buys, and where the order turns."""
    sentences = writer.library.sentences
    ordered = [each.measure.id for each in comparison.measures if each.is_begun]
    begun = set(ordered)
    lines: list[str] = []
    for same in comparison.same_money:
        if {same.money_of, same.buys_of} <= begun:
            lines += same_money_lines(sentences, comparison, same)
    for one, other in combinations(ordered, 2):
        pair = comparison.pairing(one, other)
        if pair is not None:
            lines += pairing_lines(sentences, comparison, pair)
    if lines:
        yield Listing(tuple((Span(line),) for line in lines))


def elsewhere(writer: Writer, picture: CostPicture) -> Iterator[Block]:
    """Show amounts of elsewhere: examples with year and place, never norms."""
    found = dict.fromkeys(
        example
        for each in picture.own
        for line in each.lines
        for example in picture.costs.examples_of(line.item)
    )
    if found:
        sentences = writer.library.sentences
        yield paragraph(writer.say("voorbeeld_uitleg"))
        some = tuple(found)[:EXAMPLES]
        told = (writer.cited(say_example(sentences, e), e.sources) for e in some)
        yield Listing(tuple((span,) for span in told))


def _missing(writer: Writer, picture: CostPicture) -> Iterator[Block]:
    """List what is not known yet, with the question to put."""
    asked = questions_to_ask(picture.begun or picture.own)
    if not asked:
        return
    yield paragraph(writer.say("kosten_ontbreken"))
    yield writer.per_body(
        (body, (each.ask for each in missing[:QUESTIONS])) for body, missing in asked
    )
