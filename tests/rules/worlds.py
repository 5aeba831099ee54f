"""Random law and random dossiers, and what brute force says of them.

Nothing here uses the engine: conditions are judged on whole sets of answers by a few
plain lines, and a partial dossier by trying every way to complete it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import combinations, product
from typing import Any, TypeVar

from hypothesis import strategies as st
from pydantic import TypeAdapter

from rules.content.decision import Decision
from rules.content.decision_table import ClashTest, DemandsTest, PhaseTest, RuleTest
from rules.content.demands import Demand, Effect, Standing
from rules.content.questions import AnswerLimit, Question
from rules.grammar.answers import (
    DONT_KNOW,
    NO,
    YES,
    Amount,
    AmountKind,
    Answer,
    Choice,
    ChoiceKind,
    DateKind,
    Day,
    Known,
    Number,
    NumberKind,
    Ticks,
    TicksKind,
)
from rules.grammar.condition import (
    ALWAYS,
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Before,
    Condition,
    Includes,
    InOrder,
    Is,
    Leaf,
    Not,
    OneOf,
    Rule,
    RuleRef,
    SomeOf,
)
from rules.grammar.truth import Truth
from tests.rules.build import (
    PHASES,
    choice,
    decision,
    demand,
    kind,
    question,
    row,
    rule,
    ruled,
    stands,
    weighing,
)

T = TypeVar("T")
Answers = Mapping[str, Answer]

LONG_AGO = date(2020, 1, 1)
OPTIONS = ("rood", "wit", "blauw")
SINGLE = kind("choice", OPTIONS)
SEVERAL = kind("ticks", OPTIONS)
ONE_ALONE = kind("ticks", OPTIONS, ["blauw"])
COLOURS = (["rood", "wit"], ["blauw"], "geen")
KINDS: tuple[tuple[Any, tuple[Any, ...]], ...] = (
    ({"kind": "yes_no"}, ("ja", "nee", "geen")),
    ({"kind": "weighing"}, ("ja",)),
    (
        {"kind": "number", "unit": "dagen", "min": 0, "max": 4},
        ({"at_most": 2}, {"at_least": 2}, "geen"),
    ),
    ({"kind": "amount", "max_cents": 3}, ({"at_most": 1}, {"at_least": 3}, "geen")),
    (SINGLE, COLOURS),
    (SEVERAL, COLOURS),
    (ONE_ALONE, COLOURS),
    ({"kind": "date"}, ("geen",)),
)


# --- random law --------------------------------------------------------------

_BELOW = cache(lambda size: st.integers(0, size - 1))


class Dice:
    """Draws choices with as few strategies as can be: random law is made often."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def below(self, size: int) -> int:
        return self.draw(_BELOW(size))

    def one(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def some(self, options: Sequence[T]) -> list[T]:
        kept = [option for option in options if self.below(2)]
        return kept or [self.one(options)]

    def once_in(self, times: int) -> bool:
        return self.below(times) == times - 1


def any_test(dice: Dice, asked: Question) -> dict[str, Any]:
    """Any test that fits the kind of this question."""
    test: dict[str, Any] = {}
    match asked.answer:
        case _ if asked.judges and dice.once_in(2):
            pass
        case NumberKind() | AmountKind():
            test = {dice.one(["at_most", "at_least"]): dice.below(7) - 1}
        case ChoiceKind(options=options):
            test = {"one_of": dice.some([each.id for each in options])}
        case TicksKind(options=options):
            test = {"includes": dice.some([each.id for each in options])}
        case DateKind():
            test = {"before": (LONG_AGO + timedelta(days=dice.below(3))).isoformat()}
        case _:
            test = {"is": dice.one(["ja", "ja", "ja", "nee"])}
    return {"question": asked.id, **test}


def any_condition(
    dice: Dice, asked: Sequence[Question], named: list[str], depth: int = 2
) -> dict[str, Any]:
    """Any condition over these questions and rules."""
    shape = dice.below(8) if depth else 0
    if shape < 2:
        if named and dice.once_in(2):
            return {"rule": dice.one(named)}
        return any_test(dice, dice.one(asked))
    if shape == 2:
        return {"not": any_condition(dice, asked, named, depth - 1)}
    parts = [
        any_condition(dice, asked, named, depth - 1) for _ in range(1 + dice.below(3))
    ]
    if shape == 7 and len(parts) > 1:
        return {"at_least": 1 + dice.below(len(parts)), "of": parts}
    return {"all_of" if shape in (3, 5) else "any_of": parts}


def any_questions(dice: Dice, most: int) -> list[Question]:
    """A few questions; each may apply only when earlier answers say so."""
    made: list[Question] = []
    for index in range(2 + dice.below(most - 1)):
        answer, orders = KINDS[0] if index > 3 else dice.one([KINDS[0], *KINDS])
        changes: dict[str, Any] = {"answer": answer, "in_order": dice.one(orders)}
        if made and dice.once_in(4):
            changes["applies_when"] = any_condition(dice, made, [], depth=1)
        if dice.once_in(5):
            changes["changes"] = "niemand"
        made.append(question(f"v{index}", **changes))
    return made


def any_rules(dice: Dice, asked: list[Question]) -> list[Rule]:
    """Rules that lean on the ones before them."""
    made: list[Rule] = []
    for index in range(dice.below(3)):
        named = [each.id for each in made]
        made.append(rule(f"r{index}", any_condition(dice, asked, named)))
    return made


def any_demands(
    dice: Dice, asked: list[Question], named: list[str], phases: Sequence[str]
) -> list[Demand]:
    """Demands that decide or weigh; some have room between met and not met."""
    made = []
    for index in range(1 + dice.below(4)):
        when = any_condition(dice, asked, named)
        changes: dict[str, Any] = {}
        if dice.once_in(4):
            room = any_condition(dice, asked, named, depth=1)
            changes["not_met"] = {"all_of": [{"not": when}, room]}
        if dice.once_in(4):
            changes["applies_when"] = any_condition(dice, asked, named, depth=1)
        if phases and dice.once_in(2):
            changes["due"] = dice.one(phases)
        kind_of = demand if dice.below(3) else weighing
        made.append(kind_of(f"e{index}", when, **changes))
    return made


def any_clashes(dice: Dice, asked: list[Question]) -> list[dict[str, Any]]:
    """At most one pair of answers that cannot both be true."""
    if not dice.once_in(3):
        return []
    one, other = asked[:2]
    pair = [{"question": each.id, **(leaf_of(dice, each))} for each in (one, other)]
    if any(map(says_nothing, pair, (one, other))):
        return []  # what every answer does is no answer that clashes
    return [{"id": "b0", "pair": pair, "text": "Dat kan niet.", "ask": one.id}]


def says_nothing(test: dict[str, Any], asked: Question) -> bool:
    """Tell whether every answer to a question passes a test."""
    leaf: Any = TypeAdapter(Condition).validate_python(test)
    return all(map(leaf.holds, answers_to(asked)))


def leaf_of(dice: Dice, asked: Question) -> dict[str, Any]:
    """A test on an answer itself, and never whether it is in order."""
    found = any_test(dice, asked.model_copy(update={"in_order": "geen"}))
    return {key: value for key, value in found.items() if key != "question"}


def any_table(
    dice: Dice,
    asked: list[Question],
    rules: Sequence[str],
    demands: Sequence[str],
    phases: Sequence[str],
) -> list[dict[str, Any]]:
    """A table whose last row takes the rest."""

    def test() -> dict[str, Any]:
        shape = dice.below(6)
        if shape == 0 and rules:
            return ruled(dice.one(rules), *dice.some(["ja", "nee", "onbekend"]))
        if shape == 1 and phases:
            return {"phase": dice.some([*phases, "onbekend"])}
        if shape == 2:
            one = dice.one(asked)
            return {"question": one.id, **leaf_of(dice, one)}
        if shape == 3:
            return {"clash": "ja"}
        named = dice.one(["beslist", "weegt", dice.some(demands)])
        return stands(named, *dice.some(list(Standing)))

    rows = [
        row(dice.one("abc"), *(test() for _ in range(1 + dice.below(2))))
        for _ in range(dice.below(5))
    ]
    return [*rows, row(dice.one("abcd"))]


@st.composite
def decisions(draw: st.DrawFn, most: int = 4) -> Decision:
    """A decision with demands, rules that lean on each other, and a table."""
    dice = Dice(draw)
    phases = PHASES[: 2 + dice.below(2)] if dice.once_in(2) else ()
    asked = any_questions(dice, most)
    changes: dict[str, Any] = {}
    if phases:
        asked = [choice("fase", *phases, in_order="geen"), *asked]
        changes = {
            "phase": "fase",
            "first_picture": {phase: [asked[-1].id] for phase in phases},
        }
    rules = any_rules(dice, asked)
    named = [each.id for each in rules]
    demands = any_demands(dice, asked, named, phases)
    table = any_table(dice, asked, named, [each.id for each in demands], phases)
    return decision(
        asked,
        demands,
        table,
        rules=rules,
        clashes=any_clashes(dice, asked),
        met=(),
        **changes,
    )


@st.composite
def dossiers(draw: st.DrawFn, law: Decision) -> dict[str, Answer]:
    """A dossier in which some facts are known, some unknown, some never asked."""
    dice = Dice(draw)
    given: dict[str, Answer] = {}
    for asked in law.questions:
        kind_of = dice.below(5)
        if kind_of < 3:
            given[asked.id] = dice.one(answers_to(asked))
        elif kind_of == 3:
            given[asked.id] = DONT_KNOW
    return given


@st.composite
def cases(draw: st.DrawFn, most: int = 4) -> tuple[Decision, dict[str, Answer]]:
    """A random decision with a random dossier for it."""
    law = draw(decisions(most))
    return law, draw(dossiers(law))


# --- brute force -------------------------------------------------------------


def answers_to(asked: Question) -> tuple[Known, ...]:
    """Every answer to a question, or as many as can make a difference."""
    match asked.answer:
        case NumberKind(min=low, max=high):
            return tuple(Number(value) for value in range(low, high + 1))
        case AmountKind(max_cents=high):
            return tuple(Amount(value) for value in range(high + 1))
        case ChoiceKind(options=options):
            return tuple(Choice(option.id) for option in options)
        case TicksKind(options=options):
            alone = {option.id for option in options if option.alone}
            names = [option.id for option in options]
            return tuple(
                Ticks(some)
                for size in range(1, len(names) + 1)
                for some in combinations(names, size)
                if size == 1 or not alone & set(some)
            )
        case DateKind():
            return tuple(Day(LONG_AGO + timedelta(days=n)) for n in range(-1, 4))
        case _:
            return (YES, NO)


def is_known(answer: Answer | None) -> bool:
    return answer is not None and answer != DONT_KNOW


@dataclass(frozen=True)
class Brute:
    """What every way to complete a dossier says, together."""

    law: Decision
    answers: Answers

    @cached_property
    def completions(self) -> tuple[dict[str, Answer], ...]:
        return tuple(self.complete())

    def complete(self) -> Iterator[dict[str, Answer]]:
        ways = [
            (self.answers[asked.id],)
            if is_known(self.answers.get(asked.id))
            else answers_to(asked)
            for asked in self.law.questions
        ]
        names = [asked.id for asked in self.law.questions]
        for way in product(*ways):
            yield dict(zip(names, way, strict=True))

    @cached_property
    def possible(self) -> set[str]:
        return {whole_outcome(self.law, whole) for whole in self.completions}

    def truth(self, condition: Condition) -> Truth:
        """The exact verdict on a condition: what all completions agree on."""
        return truth_of_all(holds(self.law, condition, w) for w in self.completions)

    @property
    def phase(self) -> str | None:
        return phase_of(self.law, self.answers)

    def agreed(self, each: Demand) -> Standing:
        """How a demand stands were it due: what all completions agree on."""
        applies = truth_of_all(counts(self.law, each, w) for w in self.completions)
        if applies is Truth.NO:
            return Standing.NVT
        found = {verdict(self.law, each, whole) for whole in self.completions}
        return found.pop() if len(found) == 1 else Standing.ONBEKEND

    def stands(self, each: Demand) -> Standing:
        """The same; while the phase is unknown, as if its own phase had come.

        Unless the demand looks at the phase itself, or applies in some phases only.
        """
        phase = self.law.header.phase
        if phase is None or self.phase is not None:
            return self.agreed(each)
        if phase in self.law.asked_by(each.applies_when or ALWAYS):
            return Standing.NVT
        own = [each.when, each.not_met or ALWAYS]
        if any(phase in self.law.asked_by(part) for part in own):
            return self.agreed(each)
        options = self.law.question_by_id[phase].answer.options
        taken = Choice(each.due or options[0].id)
        return Brute(self.law, {**self.answers, phase: taken}).agreed(each)

    def standing(self, each: Demand) -> Standing:
        """How a demand stands: straks where it applies and is not due yet."""
        stood = self.stands(each)
        later = self.phase is not None and self.phase not in due_in(self.law, each)
        return Standing.STRAKS if later and stood is not Standing.NVT else stood

    def clashes(self) -> bool:
        """Whether two answers surely cannot both be true."""
        return any(
            truth_of_all(clash(self.law, each, w) for w in self.completions)
            is Truth.YES
            for each in self.law.header.clashes
        )

    @cached_property
    def by_table(self) -> str:
        """The outcome of the first row that hits for what is known."""
        return next(
            each.outcome
            for each in self.law.header.table
            if all(map(self._hits, each.when))
        )

    def _hits(self, test: Any) -> bool:
        match test:
            case DemandsTest():
                some = named(self.law, test)
                return any(self.standing(each) in test.any_ for each in some)
            case PhaseTest(phase=names):
                return (self.phase or "onbekend") in names
            case ClashTest():
                return self.clashes()
            case RuleTest():
                return self.truth(RuleRef(rule=test.rule)).dutch in test.is_
            case _:
                return self.truth(test) is Truth.YES

    @cached_property
    def shown(self) -> str:
        """The outcome that is shown: the only one left, once the phase is known."""
        adrift = self.law.header.phase is not None and self.phase is None
        if len(self.possible) == 1 and not adrift:
            return next(iter(self.possible))
        return self.by_table

    def can_flip(self, name: str) -> bool:
        """Whether in some completion another answer to this question changes it all."""
        brought: dict[tuple[Answer, ...], str] = {}
        for whole in self.completions:
            rest = tuple(value for key, value in whole.items() if key != name)
            outcome = whole_outcome(self.law, whole)
            if brought.setdefault(rest, outcome) != outcome:
                return True
        return False


def truth_of_all(some: Any) -> Truth:
    found = set(some)
    if len(found) == 2:
        return Truth.UNKNOWN
    return Truth.YES if found == {True} else Truth.NO


def phase_of(law: Decision, known: Answers) -> str | None:
    said = known.get(law.header.phase or "")
    return said.value if isinstance(said, Choice) else None


def due_in(law: Decision, each: Demand) -> set[str]:
    names = [
        option.id for option in law.question_by_id[law.header.phase].answer.options
    ]
    return set(names[names.index(each.due) if each.due else 0 :])


def named(law: Decision, test: DemandsTest) -> Iterator[Demand]:
    for each in law.demands:
        by_effect = isinstance(test.demands, Effect)
        if each.effect is test.demands if by_effect else each.id in test.demands:
            yield each


def counts(law: Decision, each: Demand, whole: Answers) -> bool:
    return each.applies_when is None or holds(law, each.applies_when, whole)


def verdict(law: Decision, each: Demand, whole: Answers) -> Standing:
    """How a demand stands for a whole set of answers; what does not apply is met."""
    if not counts(law, each, whole) or holds(law, each.when, whole):
        return Standing.VOLDAAN
    if each.not_met is None or holds(law, each.not_met, whole):
        return Standing.NIET_VOLDAAN
    return Standing.ONBEKEND


def clash(law: Decision, each: Any, whole: Answers) -> bool:
    """Whether both answers of a pair are given, to questions that apply."""
    return not each.hint and all(
        is_asked(law, test.question, whole) and passes(test, whole[test.question])
        for test in each.pair
    )


def whole_outcome(law: Decision, whole: Answers) -> str:
    """The outcome of a whole set of answers: the table on nothing unknown."""
    return Brute(law, whole).by_table


def is_asked(law: Decision, name: str, whole: Answers) -> bool:
    asked = law.question_by_id[name]
    return asked.applies_when is None or holds(law, asked.applies_when, whole)


def holds(law: Decision, condition: Condition, whole: Answers) -> bool:
    """Judge a condition on a whole set of answers."""
    match condition:
        case AllOf(all_of=parts):
            found = all(holds(law, part, whole) for part in parts)
        case AnyOf(any_of=parts):
            found = any(holds(law, part, whole) for part in parts)
        case SomeOf(at_least=count, of=parts):
            found = sum(holds(law, part, whole) for part in parts) >= count
        case Not(not_=part):
            found = not holds(law, part, whole)
        case RuleRef(rule=name):
            found = holds(law, law.rule_by_id[name].when, whole)
        case _:
            found = _leaf_holds(law, condition, whole)
    return found


def _leaf_holds(law: Decision, condition: Any, whole: Answers) -> bool:
    asked = law.question_by_id[condition.question]
    idle = not is_asked(law, asked.id, whole)
    if isinstance(condition, InOrder):
        return asked.judges if idle else is_good(asked, whole[asked.id])
    if idle:
        return every_good_answer_passes(asked, condition)
    return passes(condition, whole[asked.id])


def is_good(asked: Question, answer: Any) -> bool:
    """Whether an answer is in order; of ticks, whether each one is."""
    order = asked.in_order
    match order:
        case _ if not asked.judges:
            return False
        case AnswerLimit(at_most=limit) if limit is not None:
            return answer.value <= limit
        case AnswerLimit(at_least=limit):
            return answer.value >= limit
        case tuple() if isinstance(answer, Ticks):
            return set(answer.value) <= set(order)
        case tuple():
            return answer.value in order
        case _:
            return answer == (NO if order == "nee" else YES)


def every_good_answer_passes(asked: Question, test: Leaf) -> bool:
    """A question that does not apply counts as answered in order, in every way.

    Of a limit all that lies within it; of ticks each good option on its own.
    """
    order = asked.in_order
    match order:
        case _ if not asked.judges:
            return False
        case AnswerLimit():
            good = (each for each in answers_to(asked) if is_good(asked, each))
            return all(passes(test, each) for each in good)
        case tuple() if isinstance(asked.answer, TicksKind):
            return all(passes(test, Ticks((name,))) for name in order)
        case tuple():
            return all(passes(test, Choice(name)) for name in order)
        case _:
            return passes(test, NO if order == "nee" else YES)


def passes(test: Leaf, answer: Any) -> bool:
    match test:
        case Is(is_=word):
            return answer == (YES if word == "ja" else NO)
        case OneOf(one_of=names):
            return answer.value in names
        case Includes(includes=names):
            return bool(set(names) & set(answer.value))
        case AtMost(at_most=limit):
            return answer.value <= limit
        case AtLeast(at_least=limit):
            return answer.value >= limit
        case Before(before=day):
            return answer.value < day
        case _:
            raise AssertionError(test)
