"""The demands on paper: what is not met or open in tables, what is met in a sentence.

Then what weighs, and what comes later. A paper has to be short: what is met asks nothing
of anybody, so it is named with its ground, and read in full on the page.
"""

from collections.abc import Iterable, Iterator

from reports.composing.demands import BASES, Demands, ToldDemand, demands, quoted
from reports.composing.writer import Writer, paragraph
from reports.document import Block, Cell, Listing, Paragraph, Span, Table
from reports.dutch import capital
from rules.content.demands import Basis, DemandWeight, Standing
from rules.judging.advice import Advice

HEAD = ("Eis", "Stand", "Grond", "Wat te doen of te vragen, en van wie")
WEIGHING_HEAD = ("Punt", "Stand", "Grond en gewicht", HEAD[-1])
WIDTHS = (35, 10, 20, 35)


def demand_tables(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Compose the part with the demands."""
    found = demands(advice, writer.library)
    deciding = tuple(row for chapter in found.deciding for row in chapter.rows)
    yield from _told(writer, writer.say("wat_beslist"), HEAD, deciding)
    yield from _weighing(writer, advice, found)
    yield from _later(writer, found.later)
    yield from _left_out(writer, found)


def _left_out(writer: Writer, found: Demands) -> Iterator[Block]:
    """Name what is not counted: what may yet apply, and what does not."""
    if found.hanging:
        yield paragraph(
            writer.say_left(
                len(found.hanging),
                one="een_punt_hangt_af",
                more="meer_punten_hangen_af",
            )
        )
    if found.idle:
        yield paragraph(writer.say("niet_van_toepassing", punten=quoted(found.idle)))


def _weighing(writer: Writer, advice: Advice, found: Demands) -> Iterator[Block]:
    """Tell what weighs, and of what is open the heavy points that somebody spoke about."""
    rows = [row for chapter in found.weighing for row in chapter.rows]
    left = [row for row in rows if _is_left(advice, row)]
    told = tuple(row for row in rows if row not in left)
    yield from _told(writer, writer.say("wat_meeweegt"), WEIGHING_HEAD, told)
    if left:
        many = writer.say_left(len(left), one="een_punt_open", more="meer_punten_open")
        yield paragraph(many)


def _is_left(advice: Advice, row: ToldDemand) -> bool:
    """Tell whether an open point rests on no answer at all, or is not heavy."""
    names = advice.decision.named_by(row.demand)
    is_light = row.demand.weight in (DemandWeight.LICHT, DemandWeight.GEWOON)
    return row.standing is Standing.ONBEKEND and (
        is_light or not any(name in advice.answers for name in names)
    )


def _told(
    writer: Writer, caption: str, head: tuple[str, ...], rows: tuple[ToldDemand, ...]
) -> Iterator[Block]:
    """Lay out what asks for something; name what is met, with its ground."""
    unmet = [row for row in rows if row.standing is not Standing.VOLDAAN]
    met = [row for row in rows if row.standing is Standing.VOLDAAN]
    if unmet:
        yield _table(writer, caption, head, unmet)
    if met:
        yield Paragraph(tuple(_named_in_a_row(writer, caption, met)))


def _named_in_a_row(
    writer: Writer, caption: str, rows: list[ToldDemand]
) -> Iterator[Span]:
    """Name what is met, each with its readings; the plain law goes without saying."""
    yield Span(f"{caption}, voldaan.", strong=True)
    for row in rows:
        ground = "" if row.ground == BASES[Basis.WET] else row.ground
        about = ", ".join(filter(None, (ground, row.weight)))
        title = f"{row.demand.title} ({about})." if about else f"{row.demand.title}."
        yield writer.cited(f" {title}", row.sources)
        for text in row.demand.readings:
            yield Span(f" {text}")


def _table(
    writer: Writer,
    caption: str,
    head: tuple[str, ...],
    rows: Iterable[ToldDemand],
) -> Table:
    cells = tuple(
        (
            Cell(tuple(_named(writer, row))),
            Cell((), row.status),
            Cell((_grounded(writer, row),)),
            Cell(tuple(_to_do(writer, row))),
        )
        for row in rows
    )
    return Table(caption, head, cells, WIDTHS)


def _named(writer: Writer, row: ToldDemand) -> Iterator[Span]:
    """Name the demand, with what the answers say, and what belongs beside it.

    A reading always stands beside it. A later lid does so where the demand is not met:
    there it may be the way out.
    """
    yield Span(f"{row.demand.title}.", strong=True)
    for text in filter(None, (row.said, *row.demand.readings)):
        yield Span(f" {text}")
    if row.standing is Standing.NIET_VOLDAAN:
        yield from _exceptions(writer, row)


def _exceptions(writer: Writer, row: ToldDemand) -> Iterator[Span]:
    for each in row.demand.exceptions:
        yield writer.cited(f" {each.text}", each.sources)


def _grounded(writer: Writer, row: ToldDemand) -> Span:
    parts = filter(None, (row.ground, row.articles, row.weight))
    return writer.cited(", ".join(parts), row.sources)


def _to_do(writer: Writer, row: ToldDemand) -> Iterator[Span]:
    for index, step in enumerate(row.steps):
        space = " " if index else ""
        yield Span(f"{space}{capital(writer.addressee(step.who))}: ", strong=True)
        yield Span(step.text)


def _later(writer: Writer, rows: tuple[ToldDemand, ...]) -> Iterator[Block]:
    """List what comes later, each with why it will count."""
    if not rows:
        return
    yield paragraph(writer.say("straks_uitleg"))
    yield Listing(tuple(tuple(_line(writer, row)) for row in rows))


def _line(writer: Writer, row: ToldDemand) -> Iterator[Span]:
    plan = f" ({row.plan})" if row.plan else ""
    yield Span(row.demand.title, strong=True)
    yield writer.cited(f"{plan}, want {row.demand.why}.", row.sources)
    if row.steps:
        yield Span(" ")
        yield from _to_do(writer, row)
    for text in row.demand.readings:
        yield Span(f" {text}")
    yield from _exceptions(writer, row)
