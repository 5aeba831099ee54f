"""Check the privacy side of a decision: what protects is asked, what is asked protects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from rules.content.decision import Decision
from rules.content.intrusions import Duty, Safeguard
from rules.grammar.errors import Fault
from rules.grammar.references import Loc
from rules.grammar.strict_yaml import ReadFile

Part = tuple[BaseModel, ReadFile, Loc]


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
        if isinstance(item, Safeguard):
            yield from self._safeguard(item)
        if isinstance(item, Duty):
            yield from self._duty(item)

    def _safeguard(self, item: Safeguard) -> Iterator[tuple[Loc, str]]:
        intrusions = self.decision.privacy.intrusions
        if not any(item.id in intrusion.answered_by for intrusion in intrusions):
            yield ("id",), f"geen inbreuk wordt beantwoord door waarborg '{item.id}'."
        question = self.decision.question_by_id.get(item.question)
        if question is not None and not question.judges:
            message = f"vraag '{question.id}' zegt niet wanneer zij in orde is."
            yield ("question",), message

    def _duty(self, item: Duty) -> Iterator[tuple[Loc, str]]:
        for index, name in enumerate(item.questions):
            question = self.decision.question_by_id.get(name)
            if question is not None and item.day not in (question.help or ""):
                message = f"de uitleg van vraag '{name}' noemt {item.day} niet."
                yield ("questions", index), message
