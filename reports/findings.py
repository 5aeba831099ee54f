"""What is found in a paper, and the verdict that follows for a line and for the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reports.draft import Line
from rules.content.competence import Severity

UNJUDGED = "L13"


class Verdict(StrEnum):
    """What can be said of a line; a worse one stands later."""

    CAN = "kan"
    UNJUDGED = "niet_beoordeeld"
    CANNOT = "kan_niet"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: which rule, where, what is the matter, what to write.

    `bodies` are those who may do it, by id.
    """

    rule: str
    severity: Severity
    title: str
    place: str
    message: str
    suggestion: str
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with its verdict, and what was found: what decides comes first."""

    line: Line
    place: str
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """Give the worst that was found; nothing found means that it can be."""
        if any(one.severity is Severity.BLOKKEERT for one in self.findings):
            return Verdict.CANNOT
        if any(one.rule == UNJUDGED for one in self.findings):
            return Verdict.UNJUDGED
        return Verdict.CAN

    @property
    def decisive(self) -> Finding | None:
        """Give the finding that makes the verdict, or the first remark."""
        order = (
            [one for one in self.findings if one.severity is Severity.BLOKKEERT]
            or [one for one in self.findings if one.rule == UNJUDGED]
            or list(self.findings)
        )
        return order[0] if order else None


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Give the verdict on a whole: that of its worst part; on nothing none is possible."""
    order = list(Verdict)
    return max(verdicts, key=order.index, default=Verdict.UNJUDGED)
