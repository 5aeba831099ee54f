"""Check the privacy side of a decision: what protects is asked, what is asked protects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from rules.content.decision import Decision
from rules.content.fulfilment import fulfilment_of
from rules.content.intrusions import (
    Duty,
    Intrusion,
    Lighter,
    Privacy,
    Regime,
    Safeguard,
)
from rules.grammar.condition import Path as Loc
from rules.grammar.condition import RuleRef, parts
from rules.grammar.errors import Fault
from rules.grammar.reading import Reading

Part = tuple[BaseModel, Reading, Loc]

_CONDITIONS = ("when", "greater_when", "smaller_when")


def privacy_faults(decision: Decision, found: Iterable[Part]) -> Iterator[Fault]:
    """List what does not fit together in the privacy of a decision."""
    check = _Check(decision)
    for item, reading, loc in found:
        for where, message in check.of(item):
            yield reading.fault((*loc, *where), message)


@dataclass(frozen=True)
class _Check:
    decision: Decision

    def of(self, item: BaseModel) -> Iterator[tuple[Loc, str]]:
        if isinstance(item, Intrusion | Lighter | Regime):
            yield from _rules_named(item)
        if isinstance(item, Safeguard):
            yield from self._safeguard(item)
        if isinstance(item, Duty):
            yield from self._duty(item)
        if isinstance(item, Privacy):
            yield from self._chapters(item)

    def _chapters(self, item: Privacy) -> Iterator[tuple[Loc, str]]:
        known = {chapter.id for chapter in self.decision.header.chapters}
        for index, name in enumerate(item.chapters):
            if name not in known:
                message = f"hoofdstuk '{name}' staat niet bij chapters in besluit.yaml."
                yield ("chapters", index), message

    def _safeguard(self, item: Safeguard) -> Iterator[tuple[Loc, str]]:
        intrusions = self.decision.privacy.intrusions
        if not any(item.id in intrusion.answered_by for intrusion in intrusions):
            yield ("id",), f"geen inbreuk wordt beantwoord door waarborg '{item.id}'."
        question = self.decision.question_by_id.get(item.question)
        if question is not None and fulfilment_of(question) is None:
            message = f"vraag '{question.id}' zegt niet wanneer zij in orde is."
            yield ("question",), message

    def _duty(self, item: Duty) -> Iterator[tuple[Loc, str]]:
        for index, name in enumerate(item.questions):
            question = self.decision.question_by_id.get(name)
            if question is not None and item.day not in question.help:
                message = f"de uitleg van vraag '{name}' noemt {item.day} niet."
                yield ("questions", index), message


def _rules_named(item: Intrusion | Lighter | Regime) -> Iterator[tuple[Loc, str]]:
    for key in _CONDITIONS:
        condition = getattr(item, key, None)
        for path, part in parts(condition) if condition is not None else ():
            if isinstance(part, RuleRef):
                message = f"'{item.id}' kijkt naar vragen, niet naar regels."
                yield (key, *path), message
