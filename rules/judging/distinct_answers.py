"""Which answers to a question make a difference: the cells of its domain.

A number that is only compared with 28 has two cells: up to 28, and above. All that a
decision looks at, cut so, are the axes of its diagrams.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rules.content.acceptable_answers import in_order
from rules.content.decision import Decision
from rules.content.intrusions import Intrusion, Lighter, Regime
from rules.content.questions import Question
from rules.grammar.answers import (
    NO,
    YES,
    Amount,
    AmountKind,
    Answer,
    Answers,
    Choice,
    ChoiceKind,
    DateKind,
    Day,
    DontKnow,
    Known,
    Number,
    NumberKind,
    Ticks,
    TicksKind,
    WeighingKind,
    YesNo,
    YesNoKind,
)
from rules.grammar.condition import AtLeast, AtMost, Before, Condition, Leaf, leaves
from rules.judging.folded_demand import written_out

_CALLED = {Regime: "regime", Intrusion: "inbreuk", Lighter: "lichtere variant"}


@dataclass(frozen=True, slots=True)
class Domain:
    """The cells of one question; each cell has an answer that stands for all of it.

    Of ticks each `option` has a domain of its own: ticked, or not. `cuts` are the values
    where a next cell starts, for numbers, amounts (in eurocents) and dates (as ordinals).
    """

    question: str
    examples: tuple[Known, ...]
    cuts: tuple[int, ...] = ()
    option: str | None = None

    @property
    def name(self) -> str:
        """Name the domain: the question, or one option of its ticks."""
        return (
            self.question if self.option is None else f"{self.question}.{self.option}"
        )

    def cell(self, answer: Answer | None) -> int | None:
        """Tell in which cell an answer lies; None while it is unknown."""
        match answer:
            case YesNo():
                return 0 if answer.value else 1
            case Ticks(value):
                return 0 if self.option in value else 1
            case None | DontKnow():
                return None
            case Number(value) | Amount(value):
                return bisect_right(self.cuts, value)
            case Day(value):
                return bisect_right(self.cuts, value.toordinal())
            case _:
                return self.examples.index(answer)

    def reader(self) -> Callable[[Answers], int]:
        """Compile what tells the cell of a dossier; the last one, -1, while unknown."""
        question, cell = self.question, self.cell

        def read(answers: Answers) -> int:
            answer = answers.get(question)
            if answer.__class__ is YesNo:  # most are, and this is asked at every level
                return 0 if answer.value else 1
            if answer is None:
                return -1
            found = cell(answer)
            return -1 if found is None else found

        return read


def domains_of(question: Question, tests: Iterable[Leaf]) -> tuple[Domain, ...]:
    """Cut a question’s answers into cells by all tests that look at it.

    Ticks give a domain for each option: a tick is one variable.
    """
    match question.answer:
        case YesNoKind() | WeighingKind():
            return (Domain(question.id, (YES, NO)),)
        case ChoiceKind(options=options):
            return (Domain(question.id, tuple(Choice(each.id) for each in options)),)
        case TicksKind(options=options):
            return tuple(
                Domain(question.id, (Ticks((each.id,)), Ticks(())), option=each.id)
                for each in options
            )
        case NumberKind(min=low, max=high):
            return (_cut(question, tests, low, high),)
        case AmountKind(max_cents=high):
            return (_cut(question, tests, 0, high),)
        case DateKind():  # pragma: no branch — proved
            low, high = date(1, 1, 2).toordinal(), date(9999, 1, 1).toordinal()
            return (_cut(question, tests, low, high),)


def _cut_of(test: Leaf) -> tuple[int, ...]:
    match test:
        case AtMost(at_most=limit):
            # “At most 28” holds for 28 itself: the next cell starts at 29.
            return (limit + 1,)
        case AtLeast(at_least=limit):
            return (limit,)
        case Before(before=day):
            return (day.toordinal(),)
        case _:
            return ()


def _cut(question: Question, tests: Iterable[Leaf], low: int, high: int) -> Domain:
    order = in_order(question)
    own = () if order is None else leaves(order)
    cuts = {cut for test in (*tests, *own) for cut in _cut_of(test)}
    # A cut at the lowest value, or above the highest, would make a cell that no form
    # can fill, and a proof would find dossiers there.
    inside = tuple(sorted(cut for cut in cuts if low < cut <= high))
    examples = tuple(_known(question, start) for start in (low, *inside))
    return Domain(question.id, examples, inside)


def _known(question: Question, value: int) -> Known:
    match question.answer:
        case AmountKind():
            return Amount(value)
        case DateKind():
            return Day(date.min + timedelta(days=value - 1))
        case _:
            return Number(value)


def decision_domains(decision: Decision) -> Iterable[Domain]:
    """Cut all answers into cells, in the order of the walk: the phase comes first."""
    tests: dict[str, list[Leaf]] = {}
    conditions = [
        *(decision.in_force(rule.when) for rule in decision.rules),
        *map(decision.applies, decision.questions),
        *(
            condition
            for demand in decision.demands
            for condition in written_out(decision, demand).values()
        ),
        *(decision.in_force(condition) for _, condition in told_under(decision)),
    ]
    written = (test for each in conditions if each is not None for test in leaves(each))
    for test in (*written, *_tests_of_the_table(decision)):
        tests.setdefault(test.question, []).append(test)
    for question in decision.questions:
        yield from domains_of(question, tests.get(question.id, ()))


def told_under(decision: Decision) -> Iterator[tuple[str, Condition]]:
    """Give each condition under which a text is told, with the name of that text."""
    privacy = decision.privacy
    for number, passage in enumerate(decision.passages, 1):
        if passage.when is not None:
            yield f"alinea {number} ({passage.section})", passage.when
    told: tuple[Regime | Intrusion | Lighter, ...] = (
        *privacy.regimes,
        *privacy.intrusions,
        *privacy.lighter,
    )
    for each in told:
        for key in ("when", "greater_when", "smaller_when"):
            condition = getattr(each, key, None)
            if condition is not None:
                yield f"{_CALLED[type(each)]} '{each.id}' ({key})", condition


def _tests_of_the_table(decision: Decision) -> Iterator[Leaf]:
    for row in decision.header.table:
        yield from (test for test in row.when if isinstance(test, Leaf))
    for clash in decision.header.clashes:
        yield from clash.pair
