"""Which screen is next, and why the others are not: computed, never stored.

A question is worth asking while it applies and a demand that leans on it is not met
whatever else is answered. A no that can be repaired switches nothing off: only the
phase, the purpose and who acts may make chapters fall away.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rules.content.decision import Decision
from rules.content.decision_table import DemandsTest, RowTest
from rules.content.demands import Effect, Standing
from rules.content.questions import Question, Screen
from rules.grammar.answers import Answers
from rules.grammar.condition import Leaf, asked
from rules.grammar.truth import Truth
from rules.judging.demands import demands_of, phase_of
from rules.judging.evaluation import evaluate
from rules.judging.folded_decision import Chart
from rules.judging.recently_judged import kept, outcome_of, outcomes_left


class QuestionStanding(StrEnum):
    """Where a question stands in the walk."""

    ANSWERED = "beantwoord"
    OPEN = "open"
    IDLE = "niet van toepassing"
    SETTLED = "staat al vast"
    ENDED = "valt weg"


@dataclass(frozen=True, slots=True)
class Stop:
    """One question on the way, and where it stands."""

    question: Question
    standing: QuestionStanding


@dataclass(frozen=True, slots=True)
class Halt:
    """One screen on the way with its stops; `shown` are the rows that can apply here.

    A row that hangs on a row above it stays shown: without script nothing moves.
    """

    screen: Screen
    stops: tuple[Stop, ...]
    shown: tuple[Question, ...]

    @property
    def is_done(self) -> bool:
        """Whether it was saved: a row left empty stays open and is offered again."""
        return any(stop.standing is QuestionStanding.ANSWERED for stop in self.stops)

    @property
    def is_open(self) -> bool:
        """Whether it is worth asking and was not saved yet."""
        return not self.is_done and any(
            stop.standing is QuestionStanding.OPEN for stop in self.stops
        )

    @property
    def applies(self) -> bool:
        """Whether any of its rows can apply."""
        return bool(self.shown)


@dataclass(frozen=True)
class Journey:
    """All screens in order, with where they stand; the first picture comes first.

    `first_picture` are the screens after which there is something to show.
    """

    halts: tuple[Halt, ...]
    first_picture: tuple[str, ...]

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Give all questions in order, with where they stand."""
        return tuple(stop for halt in self.halts for stop in halt.stops)

    @property
    def todo(self) -> tuple[Screen, ...]:
        """Give the screens that are worth asking, the first picture first."""
        return tuple(halt.screen for halt in self.halts if halt.is_open)

    @property
    def next(self) -> Screen | None:
        """Give the screen to ask now."""
        return next(iter(self.todo), None)

    @property
    def ended(self) -> tuple[Screen, ...]:
        """Give the screens that fall away because the outcome ends the walk."""
        return tuple(
            halt.screen
            for halt in self.halts
            if halt.stops
            and all(s.standing is QuestionStanding.ENDED for s in halt.stops)
        )

    @property
    def has_first_picture(self) -> bool:
        """Whether nothing of the first picture is left to ask."""
        return not any(screen.id in self.first_picture for screen in self.todo)

    def halt(self, screen: str) -> Halt:
        """Find a screen by its id."""
        return next(halt for halt in self.halts if halt.screen.id == screen)

    def in_chapter(self, chapter: str) -> tuple[Halt, ...]:
        """Give the screens of one chapter."""
        return tuple(halt for halt in self.halts if halt.screen.chapter == chapter)


@kept
def applicability(chart: Chart, answers: Answers) -> Mapping[str, Truth]:
    """Tell for each question whether it applies."""
    found = evaluate(chart.applies, answers)
    return {
        question.id: found[question.id].truth if question.id in found else Truth.YES
        for question in chart.decision.questions
    }


@kept
def journey(chart: Chart, answers: Answers) -> Journey:
    """Lay out the walk for what is known."""
    return _laid_out(chart, answers, _ending(chart, answers))


@kept
def journey_to_the_end(chart: Chart, answers: Answers) -> Journey:
    """Lay it out with what falls away because the outcome ends the walk."""
    return _laid_out(chart, answers, frozenset())


def _laid_out(chart: Chart, answers: Answers, ending: frozenset[str]) -> Journey:
    decision = chart.decision
    applies = applicability(chart, answers)
    leaning = _leaning(chart, answers)
    phase = phase_of(decision, answers)
    first = decision.asked_first(phase)

    def standing(question: Question) -> QuestionStanding:
        if applies[question.id] is Truth.NO:
            return QuestionStanding.IDLE
        # An answer is never taken away: not by an outcome that ends the walk, nor by
        # what is certain already. Only its not applying puts it aside.
        if question.id in answers:
            return QuestionStanding.ANSWERED
        if ending and not _kept(question, applies[question.id], ending):
            return QuestionStanding.ENDED
        return (
            QuestionStanding.OPEN
            if question.id in leaning
            else QuestionStanding.SETTLED
        )

    def place(screen: Screen) -> int:
        return first.index(screen.id) if screen.id in first else len(first)

    halts = []
    # The sort keeps the order of the content behind the first picture.
    for screen in sorted(decision.screens, key=place):
        stops = tuple(Stop(row, standing(row)) for row in screen.rows)
        halts.append(Halt(screen, stops, _shown(chart, answers, applies, screen)))
    return Journey(tuple(halts), decision.first_picture(phase))


def _shown(
    chart: Chart, answers: Answers, applies: Mapping[str, Truth], screen: Screen
) -> tuple[Question, ...]:
    """Give the rows of a screen that can apply, whatever its own rows say.

    To know less never switches a row off. So only where one is off, and an answer of
    the same screen may do that, all is judged again without the answers of the screen.
    """
    own = {row.id for row in screen.rows}
    off = {name for name in own if applies[name] is Truth.NO}
    if len(own) > 1 and off and not own.isdisjoint(answers):
        alone = {name: said for name, said in answers.items() if name not in own}
        steps = (step for step in chart.applies if step.rule in off)
        found = evaluate(steps, alone)
        off = {name for name in off if found[name].truth is Truth.NO}
    return tuple(row for row in screen.rows if row.id not in off)


def _leaning(chart: Chart, answers: Answers) -> frozenset[str]:
    """Name the questions that a demand leans on which is not met already.

    With them what the table itself looks at (the phase, who acts), what leads to any of
    these, and what decides nothing and is told: an opinion, a number for the money.
    """
    decision = chart.decision
    judged = demands_of(chart, answers)
    leaned_on = {name for each in judged for name in decision.named_by(each.demand)}
    tells_apart = _tells_apart(decision)
    wanted = [
        name
        for each in judged
        if each.applies is not Truth.NO
        # `stands`, not `standing`: a demand for later is walked as if it were due.
        if each.stands is not Standing.VOLDAAN
        or (tells_apart and each.applies is Truth.UNKNOWN)
        for name in decision.named_by(each.demand)
    ]
    phase = () if decision.header.phase is None else (decision.header.phase,)
    wanted = list(dict.fromkeys((*wanted, *phase, *decision.at_the_table)))
    for name in wanted:  # what tells whether a question applies is wanted with it
        wanted += (gate for gate in decision.gates[name] if gate not in wanted)
    told = {q.id for q in decision.questions if q.id not in leaned_on}
    return frozenset((*wanted, *told))


def _tells_apart(decision: Decision) -> bool:
    """Tell whether the table looks at what does not apply, apart from what is met."""
    return any(
        # A test with both or neither of the two comes out the same, whichever it is;
        # only then is it no use to ask what makes a demand apply.
        (Standing.NVT in test.any_) is not (Standing.VOLDAAN in test.any_)
        for row in decision.header.table
        for test in row.when
        if isinstance(test, DemandsTest)
    )


def _ending(chart: Chart, answers: Answers) -> frozenset[str]:
    """Name the questions whose answers make an outcome certain that ends the walk."""
    decision = chart.decision
    left = outcomes_left(chart, answers)
    outcome = decision.outcome_by_id[outcome_of(chart, answers)]
    if not outcome.ends or left != {outcome.id}:
        return frozenset()
    return frozenset(
        name
        for row in decision.header.table
        if row.outcome == outcome.id
        for test in row.when
        for name in _looked_at(decision, test)
        # Most questions hang on the phase: with it among these none would fall away.
    ) - {decision.header.phase}


def _looked_at(decision: Decision, test: RowTest) -> Iterator[str]:
    """Name the questions that a test of the table looks at, one by one."""
    if isinstance(test, Leaf):
        yield test.question
    elif isinstance(test, DemandsTest) and not isinstance(test.demands, Effect):
        for name in test.demands:
            yield from decision.named_by(decision.demand_by_id[name])


def _kept(question: Question, applies: Truth, ending: frozenset[str]) -> bool:
    """Tell whether a question is still asked: one that the ending answer calls for."""
    gate = question.applies_when
    return applies is Truth.YES and bool(set(asked(gate)) & ending)
