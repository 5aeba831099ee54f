"""The demands on paper, in a table for each chapter.

What is not met or open comes first. A paper has to be short: what is met asks nothing of
anybody, so it is one short row with its ground. Then what comes later.
"""

from collections.abc import Iterator

from reports.composing.demands import DemandChapter, Demands, ToldDemand, demands
from reports.composing.reasons import IN_ORDER
from reports.composing.writer import Writer, paragraph
from reports.document import Block, Cell, Listing, Span, Table
from reports.dutch import capital, in_sentence
from rules.content.demands import DemandWeight, Standing
from rules.judging.advice import Advice

HEAD = ("Eis", "Stand", "Grond en gewicht", "Wat te doen of te vragen, en van wie")
WIDTHS = (35, 15, 20, 30)
SHORT, SHORT_WIDTHS = 3, (65, 15, 20)
# Where nothing decides now, nothing is demanded: then each row is a point that weighs.
POINT = ("Punt", *HEAD[1:])
PER_DEMAND, PER_POINT = "Toets per eis", "Toets per punt"


def demand_tables(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Compose the part with the demands."""
    found = demands(advice, writer.library)
    left = [row for row in _rows(found.weighing) if _is_left(advice, row)]
    yield from _by_chapter(writer, advice, found, left)
    if left:
        many = writer.say_left(len(left), one="een_punt_open", more="meer_punten_open")
        yield paragraph(many)
    yield from _later(writer, found.later)
    yield from _left_out(writer, found)


def title_of_test(advice: Advice) -> str:
    """Name the part: demands where one of them decides now, or else points."""
    return PER_DEMAND if _decides(advice) else PER_POINT


def _decides(advice: Advice) -> bool:
    return any(each.is_due for each in advice.table.deciding)


def _by_chapter(
    writer: Writer, advice: Advice, found: Demands, left: list[ToldDemand]
) -> Iterator[Block]:
    due = (*found.deciding, *found.weighing)
    decides = _decides(advice)
    head = HEAD if decides else POINT
    tables = [
        _table(writer, chapter.title, head, rows)
        for chapter in advice.decision.header.chapters
        if (rows := [row for row in _rows(due, chapter.id) if row not in left])
    ]
    if tables:
        yield paragraph(writer.say("toets_uitleg" if decides else "toets_weegt_alleen"))
        yield from tables


def _rows(
    chapters: tuple[DemandChapter, ...], name: str | None = None
) -> list[ToldDemand]:
    """Give the demands of one chapter or of all, as they stand: what is met comes last."""
    rows = [row for one in chapters if name in (None, one.id) for row in one.rows]
    return sorted(rows, key=lambda row: IN_ORDER.index(row.standing))


def _left_out(writer: Writer, found: Demands) -> Iterator[Block]:
    """Name what is not counted: what may yet apply, and what does not."""
    if found.hanging:
        one, more = "een_punt_hangt_af", "meer_punten_hangen_af"
        yield paragraph(writer.say_left(len(found.hanging), one=one, more=more))
    if found.idle:
        yield paragraph(writer.say("niet_van_toepassing"))
        yield Listing(tuple((Span(title),) for title in found.idle))


def _is_left(advice: Advice, row: ToldDemand) -> bool:
    """Tell whether an open point rests on no answer at all, or is not heavy."""
    names = advice.decision.named_by(row.demand)
    is_light = row.demand.weight in (DemandWeight.LICHT, DemandWeight.GEWOON)
    return row.standing is Standing.ONBEKEND and (
        is_light or not any(name in advice.answers for name in names)
    )


def _table(
    writer: Writer, caption: str, head: tuple[str, ...], rows: list[ToldDemand]
) -> Table:
    """Lay out one chapter; where all is met nothing is to be done."""
    if all(map(_is_met, rows)):
        cells = tuple(_short(writer, row)[:SHORT] for row in rows)
        return Table(caption, head[:SHORT], cells, SHORT_WIDTHS)
    cells = tuple(
        _short(writer, row) if _is_met(row) else _long(writer, row) for row in rows
    )
    return Table(caption, head, cells, WIDTHS)


def _is_met(row: ToldDemand) -> bool:
    return row.standing is Standing.VOLDAAN


def _short(writer: Writer, row: ToldDemand) -> tuple[Cell, ...]:
    """Name what is met with its readings and its ground; nothing is to be done."""
    ground = ", ".join(filter(None, (row.ground, row.weight)))
    said = " ".join((f"{row.demand.title}.", *row.demand.readings))
    return (
        Cell((Span(said),)),
        Cell((), row.status),
        Cell((writer.cited(ground, row.sources),)),
        Cell(),
    )


def _long(writer: Writer, row: ToldDemand) -> tuple[Cell, ...]:
    ground = ", ".join(filter(None, (row.ground, row.articles, row.weight)))
    return (
        Cell(tuple(_named(writer, row))),
        Cell((), row.status),
        Cell((writer.cited(ground, row.sources),)),
        Cell(tuple(_to_do(writer, row))),
    )


def _named(writer: Writer, row: ToldDemand) -> Iterator[Span]:
    """Name the demand, with what the answers say, and what belongs beside it.

    A reading always stands beside it. A later lid does so where the demand is not met:
    there it may be the way out.
    """
    yield Span(f"{row.demand.title}.", strong=True)
    if row.said:
        # The title says what is asked, so what is must not stand bare beside it.
        told = writer.say("eis_niet_voldaan", gezegd=in_sentence(row.said))
        yield Span(f" {told}")
    for text in row.demand.readings:
        yield Span(f" {text}")
    if row.standing is Standing.NIET_VOLDAAN:
        yield from _exceptions(writer, row)


def _exceptions(writer: Writer, row: ToldDemand) -> Iterator[Span]:
    for each in row.demand.exceptions:
        yield writer.cited(f" {each.text}", each.sources)


def _to_do(writer: Writer, row: ToldDemand) -> Iterator[Span]:
    for index, step in enumerate(row.steps):
        space, who = " " if index else "", writer.library.addressee(step.who)
        yield Span(f"{space}{capital(who)}: ", strong=True)
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
    # Not ‘, want’: behind a title that reads as why it is so, where it is not so yet.
    yield writer.cited(f"{plan}. {capital(row.demand.why)}.", row.sources)
    if row.steps:
        yield Span(" ")
        yield from _to_do(writer, row)
    for text in row.demand.readings:
        yield Span(f" {text}")
    yield from _exceptions(writer, row)
