"""A checklist: questions about how a municipality works, to print and to talk about.

It is about a way of working and never about one household, so there is nothing to fill
in: the boxes are ink.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Annotated

from pydantic import Field

from rules.content.briefing import Statement
from rules.grammar.content_model import Content, Name, Prose, RefNumber
from rules.grammar.errors import Fault, did_you_mean
from rules.grammar.validation import Found, Told, faults_of, unknown_names


class CheckPoint(Statement):
    """One thing that a municipality could show; `ref` is how a jurist finds its ground."""

    ref: RefNumber


class CheckGroup(Content):
    """Checks that belong together, under one heading."""

    title: Prose
    items: Annotated[tuple[CheckPoint, ...], Field(min_length=1)]


class Checklist(Content):
    """One sheet, beside the decision that sends its readers there."""

    id: Name
    title: Prose
    intro: Annotated[tuple[Prose, ...], Field(min_length=1)]
    decision: Name
    groups: Annotated[tuple[CheckGroup, ...], Field(min_length=1)]


def checklist_faults(
    found: Iterable[Found[Checklist]],
    *,
    decisions: AbstractSet[str],
    sources: AbstractSet[str],
) -> list[Fault]:
    """Find what a sheet names that is not there, or names twice."""
    sheets, taken = tuple(found), set[str]()

    def check(sheet: Checklist) -> Told:
        if sheet.decision not in decisions:
            guess = did_you_mean(sheet.decision, decisions)
            yield ("decision",), f"besluit '{sheet.decision}' bestaat niet.{guess}"
        if sheet.decision in taken:
            yield ("decision",), f"'{sheet.decision}' heeft al een controleblad."
        taken.add(sheet.decision)
        for place, group in enumerate(sheet.groups):
            for index, point in enumerate(group.items):
                if point.ref in taken:
                    message = f"'{point.ref}' staat twee keer op een controleblad."
                    yield ("groups", place, "items", index), message
                taken.add(point.ref)

    return [*unknown_names(sheets, {"bron": sources}), *faults_of(sheets, check)]
