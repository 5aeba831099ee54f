"""The questions of an earlier release, in their own words.

So an old answer can still be named as it was asked, also where no question of today
follows from it.
"""

from typing import Literal

from rules.grammar.answers import (
    AmountKind,
    Answer,
    AnswerKind,
    ChoiceKind,
    DateKind,
    NumberKind,
    Option,
    YesNoKind,
    parse,
)
from rules.grammar.content_model import Content, Name, Prose, RefNumber

_MOST = 10**15


class OldQuestion(Content):
    """One question of an earlier release: its id, its numbers, its words."""

    decision: Name
    id: Name
    refs: tuple[RefNumber, ...]
    text: Prose
    kind: Literal["yes_no", "weighing", "number", "amount", "date", "choice"]
    options: tuple[Option, ...] = ()
    unit: Prose | None = None

    @property
    def ref(self) -> str:
        """Give the main number, by which `earlier` names it."""
        return self.refs[0]

    def parse(self, raw: str | int) -> Answer:
        """Read an answer as this question took it.

        Raises:
            InputError: when it is no answer of its kind.
        """
        return parse(self._answer, raw)

    @property
    def _answer(self) -> AnswerKind:
        match self.kind:
            case "number":
                unit = self.unit or "stuks"
                return NumberKind(kind="number", unit=unit, min=0, max=_MOST)
            case "amount":
                return AmountKind(kind="amount", max_cents=_MOST)
            case "date":
                return DateKind(kind="date")
            case "choice":
                return ChoiceKind(kind="choice", options=self.options)
            case _:
                return YesNoKind(kind="yes_no")

    def says(self, answer: str) -> str:
        """Say an old answer, as it was kept, in its own words."""
        labels = {option.id: option.label for option in self.options}
        if self.kind == "number" and answer.lstrip("-").isdecimal():
            return f"{answer} {self.unit}" if self.unit else answer
        return labels.get(answer, answer)
