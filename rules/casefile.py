"""What somebody knows about one case: a decision, its answers and a date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from rules.answers import Answer


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The answers by question id; what is absent was not answered.

    `reference_date` is the date whose law applies; `municipality` a TOOI code
    such as gm0851.
    """

    decision: str
    reference_date: date
    answers: Mapping[str, Answer] = field(default_factory=dict)
    municipality: str | None = None

    def __post_init__(self) -> None:
        """Keep the answers as they are: nobody changes them behind our back."""
        frozen = MappingProxyType(dict(self.answers))
        object.__setattr__(self, "answers", frozen)

    def with_answer(self, question: str, answer: Answer) -> "CaseFile":
        """Give a case file in which this question has this answer."""
        answers = {**self.answers, question: answer}
        return CaseFile(self.decision, self.reference_date, answers, self.municipality)
