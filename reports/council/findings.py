"""What is found in a paper, and the verdict that follows for a line and for the whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.council.paper import PaperLine
from rules.content.competence import FindingSeverity
from rules.grammar.content_model import Worded

UNJUDGED = "L13"


class LineVerdict(Worded):
    """What can be said of a line; a worse one stands later."""

    CAN = "kan", "kan"
    UNJUDGED = "niet_beoordeeld", "niet beoordeeld"
    CANNOT = "kan_niet", "kan niet"


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
        found = self.decisive
        if found is not None and found.severity is FindingSeverity.BLOKKEERT:
            return LineVerdict.CANNOT
        is_open = found is not None and found.rule == UNJUDGED
        return LineVerdict.UNJUDGED if is_open else LineVerdict.CAN

    @property
    def decisive(self) -> Finding | None:
        """Give the finding that makes the verdict, or the first remark."""

        def rank(one: Finding) -> tuple[bool, bool]:
            return one.severity is not FindingSeverity.BLOKKEERT, one.rule != UNJUDGED

        return min(self.findings, key=rank, default=None)


def worst(verdicts: Iterable[LineVerdict]) -> LineVerdict:
    """Give the verdict on a whole: that of its worst part; on nothing none is possible."""
    order = list(LineVerdict)
    return max(verdicts, key=order.index, default=LineVerdict.UNJUDGED)
