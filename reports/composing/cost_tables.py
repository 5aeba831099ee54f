"""Costs as tables: the items of one measure, and all measures by the same measure."""

from collections.abc import Iterable, Iterator

from reports.composing.amounts import Sentences, say_estimate, say_interval, say_range
from reports.composing.writer import cell
from reports.document import Cell, Table
from reports.dutch import capital, say_number
from rules.money.comparison import Comparison
from rules.money.estimates import CostLine, CostQuestion, Estimate, MeasureCosts


def items_table(sentences: Sentences, costs: MeasureCosts) -> Table:
    """Lay out the items of a measure: what one costs, how many, what it comes to."""
    rows = tuple(_row(*_told(sentences, line)) for line in costs.lines)
    head = ("Post", "Bedrag", "Aantal", "Komt op", "Herkomst en jaar")
    caption = f"Kostenposten van ‘{costs.measure.title}’"
    return Table(caption, head, rows, (25, 20, 15, 20, 20), amounts=(3,))


def totals_table(sentences: Sentences, comparison: Comparison) -> Table:
    """Lay all measures side by side by the same measures; unknown stays unknown."""
    term = comparison.picture.choices.term
    place = comparison.picture.choices.municipality
    totals = (f"Over {term} jaar", "Per inwoner per jaar")
    head = ("Maatregel", "Eenmalig", "Per jaar", *totals)
    rows = tuple(_row(*_totals(sentences, each)) for each in comparison.measures)
    counted = comparison.picture.choices.inhabitants
    people = (
        f" ({say_number(counted.people)} inwoners op 1 januari {counted.year})"
        if counted
        else ""
    )
    where = f", {place.name}{people}" if place else ""
    caption = f"Kosten over {term} jaar{where}"
    return Table(caption, head, rows, (25, 20, 20, 20, 15), amounts=(1, 2, 3, 4))


def _told(sentences: Sentences, line: CostLine) -> Iterator[str]:
    yield line.item.title
    yield _each(sentences, line)
    yield _quantity(sentences, line)
    total = say_estimate(sentences, line.estimate)
    yield total if line.estimate.known is None else f"{total} {line.item.rhythm.dutch}"
    yield say_origin(line)


def _totals(sentences: Sentences, costs: MeasureCosts) -> Iterator[str]:
    shared = costs.per_inhabitant
    yield costs.measure.title
    yield _total(sentences, costs, costs.once, "eenmalig")
    yield _total(sentences, costs, costs.yearly, "per_jaar")
    yield say_estimate(sentences, costs.over_term)
    yield say_estimate(sentences, shared) if shared else "geen gemeente"


def _total(
    sentences: Sentences, costs: MeasureCosts, found: Estimate, rhythm: str
) -> str:
    """Say a total; where a measure has no such item, say so and not zero."""
    has_items = any(line.item.rhythm == rhythm for line in costs.lines)
    return say_estimate(sentences, found) if has_items else "geen post"


def questions_to_ask(
    measures: Iterable[MeasureCosts],
) -> tuple[tuple[str, tuple[CostQuestion, ...]], ...]:
    """Give what is missing by the body that knows it, each question once."""
    found = dict.fromkeys(
        missing
        for each in measures
        for missing in (*each.over_term.missing, *each.partners.missing)
    )
    bodies = dict.fromkeys(missing.who for missing in found)
    return tuple(
        (body, tuple(missing for missing in found if missing.who == body))
        for body in bodies
    )


def say_origin(line: CostLine) -> str:
    """Say where an amount comes from and of which year it is."""
    given = line.given
    if given is None:
        return "niet ingevuld"
    words = given.origin.dutch
    if given.example is not None:
        words += f" uit {given.example.place}"
    if given.converted_from is not None:
        return f"{words}, {given.converted_from}, prijzen van {given.price_year}"
    year = given.price_year
    return f"{words}, {year}" if year is not None else f"{words}, jaar onbekend"


def _each(sentences: Sentences, line: CostLine) -> str:
    if line.given is None:
        return say_estimate(sentences, Estimate(None, ()))
    if line.given.whole and line.item.quantity is not None:
        return f"{say_range(sentences, line.given.amount)} samen"
    amount = line.each if line.each is not None else line.given.amount
    return f"{say_range(sentences, amount)} {line.item.per}"


def _quantity(sentences: Sentences, line: CostLine) -> str:
    if line.item.quantity is None:
        return "–"
    if line.quantity is None:
        return say_estimate(sentences, Estimate(None, ()))
    return say_interval(sentences, line.quantity)


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(cell(capital(text)) for text in texts)
