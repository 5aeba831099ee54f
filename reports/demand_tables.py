"""The demands on paper: what is not met or open in tables, what is met in a sentence.

Then what weighs, and what comes later. A paper has to be short: what is met asks nothing
of anybody, so it is named with its ground, and read in full on the page.
"""

from collections.abc import Iterable, Iterator

from reports.demands import BASES, Demands, Row, demands, quoted
from reports.desk import Desk, paragraph
from reports.document import Block, Cell, Listing, Paragraph, Span, Table
from reports.dutch import capital
from rules.content.demands import Basis, Standing, Weight
from rules.judging.advice import Advice

HEAD = ("Eis", "Stand", "Grond", "Wat te doen of te vragen, en van wie")
WEIGHING_HEAD = ("Punt", "Stand", "Grond en gewicht", HEAD[-1])
WIDTHS = (35, 10, 20, 35)


def demand_tables(desk: Desk, advice: Advice) -> Iterator[Block]:
    """Compose the part with the demands."""
    found = demands(advice, desk.library)
    deciding = tuple(row for chapter in found.deciding for row in chapter.rows)
    yield from _told(desk, desk.say("wat_beslist"), HEAD, deciding)
    yield from _weighing(desk, advice, found)
    yield from _later(desk, found.later)
    yield from _left_out(desk, found)


def _left_out(desk: Desk, found: Demands) -> Iterator[Block]:
    """Name what is not counted: what may yet apply, and what does not."""
    if found.hanging:
        yield paragraph(
            desk.say_left(
                len(found.hanging),
                one="een_punt_hangt_af",
                more="meer_punten_hangen_af",
            )
        )
    if found.idle:
        yield paragraph(desk.say("niet_van_toepassing", punten=quoted(found.idle)))


def _weighing(desk: Desk, advice: Advice, found: Demands) -> Iterator[Block]:
    """Tell what weighs, and of what is open the heavy points that somebody spoke about."""
    rows = [row for chapter in found.weighing for row in chapter.rows]
    left = [row for row in rows if _is_left(advice, row)]
    told = tuple(row for row in rows if row not in left)
    yield from _told(desk, desk.say("wat_meeweegt"), WEIGHING_HEAD, told)
    if left:
        many = desk.say_left(len(left), one="een_punt_open", more="meer_punten_open")
        yield paragraph(many)


def _is_left(advice: Advice, row: Row) -> bool:
    """Tell whether an open point rests on no answer at all, or is not heavy."""
    names = advice.decision.named_by(row.demand)
    is_light = row.demand.weight in (Weight.LICHT, Weight.GEWOON)
    return row.standing is Standing.ONBEKEND and (
        is_light or not any(name in advice.answers for name in names)
    )


def _told(
    desk: Desk, caption: str, head: tuple[str, ...], rows: tuple[Row, ...]
) -> Iterator[Block]:
    """Lay out what asks for something; name what is met, with its ground."""
    unmet = [row for row in rows if row.standing is not Standing.VOLDAAN]
    met = [row for row in rows if row.standing is Standing.VOLDAAN]
    if unmet:
        yield _table(desk, caption, head, unmet)
    if met:
        yield Paragraph(tuple(_named_in_a_row(desk, caption, met)))


def _named_in_a_row(desk: Desk, caption: str, rows: list[Row]) -> Iterator[Span]:
    """Name what is met, each with its readings; the plain law goes without saying."""
    yield Span(f"{caption}, voldaan.", strong=True)
    for row in rows:
        ground = "" if row.ground == BASES[Basis.WET] else row.ground
        about = ", ".join(filter(None, (ground, row.weight)))
        title = f"{row.demand.title} ({about})." if about else f"{row.demand.title}."
        yield desk.cited(f" {title}", row.sources)
        for text in row.demand.readings:
            yield Span(f" {text}")


def _table(
    desk: Desk,
    caption: str,
    head: tuple[str, ...],
    rows: Iterable[Row],
) -> Table:
    cells = tuple(
        (
            Cell(tuple(_named(desk, row))),
            Cell((), row.status),
            Cell((_grounded(desk, row),)),
            Cell(tuple(_to_do(desk, row))),
        )
        for row in rows
    )
    return Table(caption, head, cells, WIDTHS)


def _named(desk: Desk, row: Row) -> Iterator[Span]:
    """Name the demand, with what the answers say, and what belongs beside it.

    A reading always stands beside it. A later lid does so where the demand is not met:
    there it may be the way out.
    """
    yield Span(f"{row.demand.title}.", strong=True)
    for text in filter(None, (row.said, *row.demand.readings)):
        yield Span(f" {text}")
    if row.standing is Standing.NIET_VOLDAAN:
        yield from _exceptions(desk, row)


def _exceptions(desk: Desk, row: Row) -> Iterator[Span]:
    for each in row.demand.exceptions:
        yield desk.cited(f" {each.text}", each.sources)


def _grounded(desk: Desk, row: Row) -> Span:
    parts = filter(None, (row.ground, row.articles, row.weight))
    return desk.cited(", ".join(parts), row.sources)


def _to_do(desk: Desk, row: Row) -> Iterator[Span]:
    for index, step in enumerate(row.steps):
        space = " " if index else ""
        yield Span(f"{space}{capital(desk.addressee(step.who))}: ", strong=True)
        yield Span(step.text)


def _later(desk: Desk, rows: tuple[Row, ...]) -> Iterator[Block]:
    """List what comes later, each with why it will count."""
    if not rows:
        return
    yield paragraph(desk.say("straks_uitleg"))
    yield Listing(tuple(tuple(_line(desk, row)) for row in rows))


def _line(desk: Desk, row: Row) -> Iterator[Span]:
    plan = f" ({row.plan})" if row.plan else ""
    yield Span(row.demand.title, strong=True)
    yield desk.cited(f"{plan}, want {row.demand.why}.", row.sources)
    if row.steps:
        yield Span(" ")
        yield from _to_do(desk, row)
    for text in row.demand.readings:
        yield Span(f" {text}")
    yield from _exceptions(desk, row)
