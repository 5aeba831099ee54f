"""Say what differs between two memos, and which part of it explains the outcome."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.composing.difference_part import said, what
from reports.composing.receipt import Receipt
from reports.dutch import capital
from rules.content.casefile import CaseFile
from rules.content.decision import Decision
from rules.judging.difference import Difference, Differing, difference
from wizard.counter import counter

DifferenceRow = tuple[str, str, str, str]  # its kind, what it is, and what each says


@dataclass(frozen=True)
class Between:
    """Two memos on one decision: the outcomes, what explains them, and all the rest."""

    decision: str
    first: str
    second: str
    told: str
    explanations: tuple[tuple[DifferenceRow, ...], ...]
    rows: tuple[DifferenceRow, ...]
    rules: tuple[str, ...]


def between(
    first: tuple[CaseFile, Receipt | None], second: tuple[CaseFile, Receipt | None]
) -> Between:
    """Lay two case files of one decision beside each other."""
    library = counter().library
    chart = library.chart(first[0].decision)
    found = difference(chart, first[0], second[0])
    law = chart.decision
    outcomes = tuple(capital(law.outcome_by_id[name].label) for name in found.outcomes)
    return Between(
        decision=law.header.title,
        first=outcomes[0],
        second=outcomes[1],
        told=_told(found),
        explanations=tuple(
            tuple(_row(law, each) for each in explanation)
            for explanation in found.smallest
        ),
        rows=tuple(_row(law, each) for each in found.differing),
        rules=tuple(_rules(law, found, (first[1], second[1]))),
    )


def _told(found: Difference) -> str:
    if not found.differing:
        return "Beide memo’s rusten op dezelfde antwoorden."
    if found.is_same:
        return "De antwoorden verschillen. De uitkomst is gelijk."
    if len(found.smallest) == 1:
        return "Dit is het kleinste verschil dat de andere uitkomst verklaart."
    return "Elk van deze verschillen verklaart op zichzelf de andere uitkomst."


def _rules(
    law: Decision, found: Difference, receipts: tuple[Receipt | None, Receipt | None]
) -> Iterator[str]:
    """Tell where a memo was made with other rules, and what its outcome was then."""
    for which, receipt, now in zip(
        ("eerste", "tweede"), receipts, found.outcomes, strict=True
    ):
        if receipt is None or receipt.rules.get(law.id) == law.fingerprint:
            continue
        then = receipt.outcomes.get(law.id, "")
        if then == now:
            yield f"Het {which} memo is met andere regels gemaakt. De uitkomst is gelijk."
        elif then in law.outcome_by_id:
            was = law.outcome_by_id[then].label
            yield f"Het {which} memo is met andere regels gemaakt. Toen stond er: {was}."


def _row(law: Decision, each: Differing) -> DifferenceRow:
    first, second = (said(law, each, value) for value in (each.first, each.second))
    return capital(each.kind), what(law, each), first, second
