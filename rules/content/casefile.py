"""What somebody knows about one case: a decision, its answers and a date."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from rules.grammar.answers import Answer


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The answers by question id; what is absent was not answered.

    `reference_date` is the date whose law applies; `municipality` a TOOI code
    such as gm0851. `costs` is what was typed in about money, as plain text by key
    (`rules.money.inputs`); `doubtful` the questions whose answer the user is not sure of.
    """

    decision: str
    reference_date: date
    answers: Mapping[str, Answer] = field(default_factory=dict)
    municipality: str | None = None
    costs: Mapping[str, str] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Keep the answers as they are: nobody changes them behind our back."""
        for name in ("answers", "costs"):
            frozen = MappingProxyType(dict(getattr(self, name)))
            object.__setattr__(self, name, frozen)

    def with_answer(self, question: str, answer: Answer) -> "CaseFile":
        """Give a case file in which this question has this answer."""
        return replace(self, answers={**self.answers, question: answer})
