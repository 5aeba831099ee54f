"""Check the privacy side of a decision: what protects is asked, what is asked protects."""

from collections.abc import Iterable, Iterator
from functools import partial

from pydantic import BaseModel

from rules.content.decision import Decision
from rules.content.intrusions import Duty, Safeguard
from rules.grammar.errors import Fault
from rules.grammar.validation import Part, Told, faults_of


def privacy_faults(decision: Decision, found: Iterable[Part]) -> Iterator[Fault]:
    """List what does not fit together in the privacy of a decision."""
    return faults_of(found, partial(_misfits, decision))


def _misfits(decision: Decision, item: BaseModel) -> Told:
    match item:
        case Safeguard():
            intrusions = decision.privacy.intrusions
            if not any(item.id in intrusion.answered_by for intrusion in intrusions):
                message = f"geen inbreuk wordt beantwoord door waarborg '{item.id}'."
                yield ("id",), message
            question = decision.question_by_id.get(item.question)
            if question is not None and not question.judges:
                message = f"vraag '{question.id}' zegt niet wanneer zij in orde is."
                yield ("question",), message
        case Duty():
            for index, name in enumerate(item.questions):
                question = decision.question_by_id.get(name)
                if question is not None and item.day not in (question.help or ""):
                    message = f"de uitleg van vraag '{name}' noemt {item.day} niet."
                    yield ("questions", index), message
        case _:
            return
