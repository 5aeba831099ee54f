"""What all studies of one outcome of one measure say together, without adding up.

The surest entries decide; where they differ, the cell is mixed and one step less sure.
A study that could not tell contradicts nobody. Other means and the reverse never decide:
they stand beside the answer, with what was looked at.
"""

from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from rules.content.decision import Decision
from rules.content.research import (
    Certainty,
    Direction,
    EvidenceEntry,
    EvidenceRegister,
    Fit,
    Topic,
)

MEASURES = 256  # more than the register has


@dataclass(frozen=True)
class EvidenceCell:
    """The answer to one question: what happened to this outcome, and how sure is it.

    `differs`: studies that count and saw something else. `looked_at`: what the others
    studied, where each of them says so; `similar` where none is about the measure
    itself. `deciding`: the studies that give the answer, the surest there are.
    `beside`: studies of another means or of the reverse. `missing`: what was searched
    for and not found.
    """

    topic: Topic
    entries: tuple[EvidenceEntry, ...]
    direction: Direction
    certainty: Certainty | None
    differs: tuple[EvidenceEntry, ...]
    looked_at: tuple[str, ...]
    similar: bool
    deciding: tuple[EvidenceEntry, ...]
    beside: tuple[EvidenceEntry, ...]
    missing: tuple[EvidenceEntry, ...]


@lru_cache(maxsize=MEASURES)
def cells(register: EvidenceRegister, measure: str) -> tuple[EvidenceCell, ...]:
    """Give the cells of a measure, one for each outcome, in reading order."""
    return tuple(
        weigh(topic, entries) for topic, entries in register.topics(measure).items()
    )


def cells_of(
    register: EvidenceRegister, decision: Decision
) -> dict[str, dict[Topic, EvidenceCell]]:
    """Give the cells of the measures of a decision, by their name in the register.

    Only the outcomes that the decision names: what matters elsewhere stands elsewhere.
    """
    outcomes = decision.header.evidence
    return {
        name: {
            each.topic: each
            for each in cells(register, name)
            if each.topic.name in outcomes
        }
        for name in dict.fromkeys(m.studied_as for m in decision.costs.measures)
    }


def weigh(topic: Topic, entries: tuple[EvidenceEntry, ...]) -> EvidenceCell:
    """Lay the entries on one outcome of one measure together."""
    counting = [entry for entry in entries if entry.counts]
    speaking = [e for e in entries if e.fit is not None and e.fit.counts]
    direction, certainty = _together(counting)
    unstudied = any(each.direction is Direction.NOT_STUDIED for each in speaking)
    if unstudied and not counting:
        direction = Direction.NOT_STUDIED
    differs = tuple(e for e in counting if _differs(e, direction, certainty))
    agreeing = [entry for entry in speaking if entry not in differs]
    levels = [entry.certainty for entry in counting if entry.certainty]
    surest = min(levels, key=attrgetter("level"), default=None)
    told = [entry.looked_at for entry in agreeing if entry.looked_at]
    return EvidenceCell(
        topic,
        entries,
        direction,
        certainty,
        differs,
        # Told only where every study was of something else: one that looked at the
        # measure itself carries the answer.
        tuple(dict.fromkeys(told)) if len(told) == len(agreeing) else (),
        all(entry.fit is Fit.SIMILAR for entry in speaking),
        tuple(e for e in speaking if e not in differs and e.certainty is surest),
        tuple(e for e in entries if e.fit is not None and not e.fit.counts),
        tuple(e for e in entries if e.direction is Direction.NOT_FOUND),
    )


def _together(counting: list[EvidenceEntry]) -> tuple[Direction, Certainty | None]:
    """Give what the surest entries say; where they differ, that is one step less sure."""
    levels = [entry.certainty for entry in counting if entry.certainty is not None]
    if not levels:
        return Direction.NOT_FOUND, None
    surest = min(levels, key=attrgetter("level"))
    deciding = {entry.direction for entry in counting if entry.certainty is surest}
    answers = {direction for direction in deciding if direction.is_answer}
    if len(answers) > 1:
        return Direction.MIXED, surest.lowered(1)
    # Without an answer among the surest they all could not tell: of what counts and has
    # a level only that direction is no answer.
    (direction,) = answers or deciding
    return direction, surest


def _differs(
    entry: EvidenceEntry, direction: Direction, certainty: Certainty | None
) -> bool:
    """Tell whether a study saw something else; where the cell is mixed, that says it all.

    A less sure study that could not tell contradicts nobody.
    """
    if direction in (entry.direction, Direction.MIXED):
        return False
    return entry.direction.is_answer or entry.certainty is certainty
