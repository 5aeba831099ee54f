"""A part of a memo that says why another dossier has another outcome."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from reports.composing.receipt import NAME, receipt_of, text_hash
from reports.composing.writer import cell, paragraph
from reports.document import Block, Cell, Document, Listing, Section, Span, Table
from reports.dutch import capital, say_answer, say_date
from rules.content.decision import Decision
from rules.grammar.answers import Answer
from rules.judging.advice import Advice
from rules.judging.difference import Difference, DifferenceKind, Differing, difference
from rules.library import Library
from rules.reading_casefile import read_dossier

EMPTY = "niet ingevuld"
TITLE = "Vergelijking met een ander dossier"


def with_difference(
    document: Document,
    library: Library,
    advices: Iterable[Advice],
    beside: Mapping[str, Any],
) -> Document:
    """Add the comparison with another dossier; the receipt then holds both.

    Raises:
        InputError: when the other dossier cannot be read.
    """
    others = {
        each.decision: each
        for each in read_dossier(json.dumps(beside), library, today=document.date)
    }
    blocks: list[Block] = []
    for advice in advices:
        law, casefile = advice.decision, advice.casefile
        if law.id in others:
            found = difference(library.chart(law.id), casefile, others[law.id])
            blocks += _blocks(law, found)
    section = Section("verschil", TITLE, tuple(blocks))
    whole = replace(document, sections=(*document.sections, section))
    old = receipt_of(document)
    # The receipt of before sealed a paper without this part: text and seal anew.
    new = replace(old, text=text_hash(whole), beside=dict(beside)).sealed()
    files = (
        replace(file, data=new.data) if file.name == NAME else file
        for file in document.attachments
    )
    return replace(whole, attachments=tuple(files))


def _blocks(law: Decision, found: Difference) -> Iterator[Block]:
    outcomes = [law.outcome_by_id[name].label for name in found.outcomes]
    yield paragraph(f"De uitkomst van dit dossier: {outcomes[0]}.")
    yield paragraph(f"De uitkomst van het andere dossier: {outcomes[1]}.")
    yield paragraph(_told(found))
    for explanation in found.smallest:
        yield Listing(tuple((Span(_sentence(law, each)),) for each in explanation))
    if found.differing:
        rows = tuple(_row(law, each) for each in found.differing)
        head = ("Soort", "Wat", "Dit dossier", "Ander dossier")
        yield Table("Alle verschillen", head, rows, (15, 45, 20, 20))


def _told(found: Difference) -> str:
    if not found.differing:
        return "Beide rusten op dezelfde antwoorden."
    if found.is_same:
        return "De antwoorden verschillen, de uitkomst is gelijk."
    if len(found.smallest) == 1:
        return "Dit is het kleinste verschil dat de andere uitkomst verklaart:"
    return "Elk van deze lijsten verklaart op zichzelf de andere uitkomst:"


def _sentence(law: Decision, each: Differing) -> str:
    first, second = (said(law, each, value) for value in (each.first, each.second))
    return f"{what(law, each)} Dit dossier: {first}. Ander dossier: {second}."


def _row(law: Decision, each: Differing) -> tuple[Cell, ...]:
    both = (said(law, each, value) for value in (each.first, each.second))
    return tuple(map(cell, (capital(each.kind), what(law, each), *both)))


def what(law: Decision, each: Differing) -> str:
    """Name what differs: a question, an item of the costs, or the date."""
    match each.kind:
        case DifferenceKind.DATE:
            return "De peildatum."
        case DifferenceKind.AMOUNT:
            titles = {item.id: item.title for item in law.costs.items}
            titles |= {item.id: item.title for item in law.costs.quantities}
            parts = each.name.split(".")
            return next((titles[one] for one in parts if one in titles), each.name)
        case DifferenceKind.FACT | DifferenceKind.JUDGEMENT:
            return law.question_by_id[each.name].text


def said(law: Decision, each: Differing, value: Answer | date | str | None) -> str:
    """Say one side of a difference in words."""
    if isinstance(value, date):
        return say_date(value)
    if isinstance(value, str):
        return value
    question = law.question_by_id.get(each.name)
    return EMPTY if question is None else say_answer(question, value)
