"""What somebody knows about one case: a decision, its answers and a date."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from rules.grammar.answers import Answer, Answers


@dataclass(frozen=True, slots=True)
class GivenBefore:
    """An answer of an earlier release: its number, its question and answer in old words."""

    ref: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Clashing:
    """Answers of one dossier that cannot both be true; `ask` is the question to ask again.

    A `hint` is told and changes nothing. Where answers of an earlier release clash, they
    are in `before`, and `questions` names what they became.
    """

    questions: tuple[str, ...]
    text: str
    ask: str
    hint: bool = False
    before: tuple[GivenBefore, ...] = ()


@dataclass(frozen=True, slots=True)
class Untranslated(GivenBefore):
    """An answer of an earlier release that counts no more, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Translated:
    """A new answer that was read from old ones, with what to say of it, if anything."""

    question: str
    refs: tuple[str, ...]
    told: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that a paper is for, as the griffie files it."""

    day: date | None = None
    item: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a dossier is about, in a few words of the user: all of it optional.

    `problem` is the one word from which somebody came: `problem:<id>` of the signpost.
    """

    subject: str = ""
    place: str = ""
    problem: str = ""
    meeting: Meeting = field(default_factory=Meeting)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The answers by question id; what is absent was not answered.

    `reference_date` is the date whose law applies; `municipality` a TOOI code such as
    gm0851. `costs` is what was typed in about money, as plain text by key
    (`rules.money.inputs`); `doubtful` the questions whose answer the user is not sure
    of; `remarks` what was noted beside an answer. What was read from an older release
    is told in `translated`, `untranslated` and `clashes`; `given` are then the answers as
    they were given, so that whoever reads them again is told the same.
    """

    decision: str
    reference_date: date
    answers: Answers = field(default_factory=dict)
    municipality: str | None = None
    costs: Mapping[str, str] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    remarks: Mapping[str, str] = field(default_factory=dict)
    about: About = field(default_factory=About)
    translated: tuple[Translated, ...] = ()
    untranslated: tuple[Untranslated, ...] = ()
    clashes: tuple[Clashing, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep the answers as they are: nobody changes them behind our back."""
        for name in ("answers", "costs", "remarks", "given"):
            frozen = MappingProxyType(dict(getattr(self, name)))
            object.__setattr__(self, name, frozen)

    @property
    def inferred(self) -> frozenset[str]:
        """Name the questions whose answer we read from old ones, and nobody confirmed.

        What only got other words says nothing new, and has nothing told of it.
        """
        return frozenset(each.question for each in self.translated if each.told)

    def with_answer(self, question: str, answer: Answer) -> "CaseFile":
        """Give a case file in which this question has this answer."""
        return replace(self, answers={**self.answers, question: answer})
