"""What is found in a paper, and the verdict that follows for a line and for the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reports.council.paper import PaperLine
from rules.content.competence import FindingSeverity

UNJUDGED = "L13"


class LineVerdict(StrEnum):
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
    severity: FindingSeverity
    place: str
    message: str
    suggestion: str
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line with its verdict, and what was found: what decides comes first."""

    line: PaperLine
    place: str
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> LineVerdict:
        """Give the worst that was found; nothing found means that it can be."""
        if any(one.severity is FindingSeverity.BLOKKEERT for one in self.findings):
            return LineVerdict.CANNOT
        if any(one.rule == UNJUDGED for one in self.findings):
            return LineVerdict.UNJUDGED
        return LineVerdict.CAN

    @property
    def decisive(self) -> Finding | None:
        """Give the finding that makes the verdict, or the first remark."""
        order = (
            [one for one in self.findings if one.severity is FindingSeverity.BLOKKEERT]
            or [one for one in self.findings if one.rule == UNJUDGED]
            or list(self.findings)
        )
        return order[0] if order else None


def worst(verdicts: Iterable[LineVerdict]) -> LineVerdict:
    """Give the verdict on a whole: that of its worst part; on nothing none is possible."""
    order = list(LineVerdict)
    return max(verdicts, key=order.index, default=LineVerdict.UNJUDGED)
