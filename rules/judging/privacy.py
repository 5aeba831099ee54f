"""The privacy of a measure: each intrusion answered, open or not present, and no score.

Computed from the answers, in three values: an unknown is never taken as an answer.
What could be lighter is a list with grounds; weighing it is up to the reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from rules.content.acceptable_answers import in_order
from rules.content.decision import Decision
from rules.content.intrusions import (
    Aspect,
    Duty,
    Gap,
    Guide,
    Intrusion,
    Lighter,
    Regime,
    Safeguard,
)
from rules.content.questions import Question
from rules.grammar.answers import Answer, Answers, Choice
from rules.grammar.condition import Condition
from rules.grammar.truth import Truth, all_of
from rules.judging.demands import phase_of
from rules.judging.evaluation import Judge, judge_of

CONDITIONS = 1_024  # more than all decisions have about privacy


class IntrusionStanding(StrEnum):
    """How an intrusion stands."""

    ANSWERED = "beantwoord"
    OPEN = "open"
    ABSENT = "komt niet voor"


class PrivacySide(StrEnum):
    """In which column of the weighing the answers put an intrusion."""

    GREATER = "groter"
    SMALLER = "kleiner"


@dataclass(frozen=True, slots=True)
class Guard:
    """A safeguard, whether it applies here, and whether it is in place."""

    safeguard: Safeguard
    question: Question
    applies: Truth
    in_place: Truth


@dataclass(frozen=True, slots=True)
class Weighed:
    """One intrusion with its safeguards; `side` is None while the answers do not tell."""

    intrusion: Intrusion
    present: Truth
    guards: tuple[Guard, ...]
    standing: IntrusionStanding
    side: PrivacySide | None

    @property
    def missing(self) -> tuple[Guard, ...]:
        """Give the safeguards that are not in place."""
        return tuple(guard for guard in self.guards if guard.in_place is Truth.NO)

    @property
    def unknown(self) -> tuple[Guard, ...]:
        """Give the safeguards of which nobody said yet."""
        return tuple(guard for guard in self.guards if guard.in_place is Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Room:
    """A lighter variant, and whether there is room for it."""

    lighter: Lighter
    there: Truth


@dataclass(frozen=True, slots=True)
class Applied:
    """A body of law and whether its situation occurs here."""

    regime: Regime
    applies: Truth


@dataclass(frozen=True, slots=True)
class OwnJudgement:
    """The user’s own judgement on an open norm, with what helps to form it."""

    guide: Guide
    question: Question
    answer: Answer | None


@dataclass(frozen=True)
class Balance:
    """What is given up in privacy, what answers it, and what could be lighter."""

    weighed: tuple[Weighed, ...]
    rooms: tuple[Room, ...]
    regimes: tuple[Applied, ...]
    judgements: tuple[OwnJudgement, ...]
    duties: tuple[Duty, ...]
    gaps: tuple[Gap, ...]

    @cached_property
    def open(self) -> tuple[Weighed, ...]:
        """Name the intrusions that nothing answers yet."""
        return self._standing(IntrusionStanding.OPEN)

    @cached_property
    def answered(self) -> tuple[Weighed, ...]:
        """Name the intrusions that are answered."""
        return self._standing(IntrusionStanding.ANSWERED)

    @cached_property
    def absent(self) -> tuple[Weighed, ...]:
        """Name the intrusions that do not occur here."""
        return self._standing(IntrusionStanding.ABSENT)

    @cached_property
    def lighter(self) -> tuple[Room, ...]:
        """Name what could be lighter and still serve the goal."""
        return tuple(room for room in self.rooms if room.there is Truth.YES)

    @cached_property
    def perhaps_lighter(self) -> tuple[Room, ...]:
        """Name what could be lighter, as far as nobody said otherwise."""
        return tuple(room for room in self.rooms if room.there is Truth.UNKNOWN)

    def about(self, aspect: Aspect) -> tuple[Weighed, ...]:
        """Give the intrusions of one aspect."""
        return tuple(each for each in self.weighed if each.intrusion.aspect is aspect)

    def _standing(self, standing: IntrusionStanding) -> tuple[Weighed, ...]:
        return tuple(each for each in self.weighed if each.standing is standing)


def balance(decision: Decision, answers: Answers) -> Balance:
    """Lay out the privacy of a measure, as far as the answers tell."""
    scales = _Scales(decision, answers)
    privacy = decision.privacy
    return Balance(
        weighed=tuple(map(scales.weigh, privacy.intrusions)),
        rooms=tuple(Room(one, scales.truth(one.when)) for one in privacy.lighter),
        regimes=tuple(Applied(r, scales.truth(r.when)) for r in privacy.regimes),
        judgements=tuple(
            OwnJudgement(
                g, decision.question_by_id[g.question], answers.get(g.question)
            )
            for g in privacy.guides
        ),
        duties=privacy.duties,
        gaps=privacy.gaps,
    )


@lru_cache(maxsize=CONDITIONS)
def _judge(decision: Decision, condition: Condition) -> Judge:
    """Compile a condition once: it is content, and bound to no dossier."""
    return judge_of(decision.without_rules(condition))


class _Scales:
    def __init__(self, decision: Decision, answers: Answers) -> None:
        self.decision = decision
        self.answers = answers
        self.phases = tuple(_now_and_later(decision, answers))

    def truth(self, condition: Condition | None) -> Truth:
        """Judge a condition; where there is none, it always holds.

        What a later phase can still bring is unknown: a question that is not asked yet
        would count as in order, and nobody said so.
        """
        if condition is None:
            return Truth.YES
        judge = _judge(self.decision, condition)
        # A set: one truth in it means that every phase agrees.
        first, *others = {judge(answers, {}).truth for answers in self.phases}
        return Truth.UNKNOWN if others else first

    def weigh(self, intrusion: Intrusion) -> Weighed:
        present = self.truth(intrusion.when)
        by_id = self.decision.privacy.safeguard_by_id
        side = self.side(intrusion)
        guards = tuple(self.guard(by_id[name]) for name in intrusion.answered_by)
        called_for = tuple(one for one in guards if one.applies is not Truth.NO)
        if guards and not called_for and side is not PrivacySide.SMALLER:
            # What a nee took away leaves nothing to guard against: nobody measured, so
            # no figure points at anyone. Smaller by an answer is not gone.
            present = Truth.NO
        return Weighed(intrusion, present, called_for, _standing(present, guards), side)

    def guard(self, safeguard: Safeguard) -> Guard:
        question = self.decision.question_by_id[safeguard.question]
        test = in_order(question)
        applies = self.truth(question.applies_when)
        in_place = Truth.UNKNOWN if test is None else self.truth(test)
        return Guard(safeguard, question, applies, in_place)

    def side(self, intrusion: Intrusion) -> PrivacySide | None:
        # Should both hold, the greater is told: rather warned too much than too little.
        greater, smaller = intrusion.greater_when, intrusion.smaller_when
        if greater is not None and self.truth(greater) is Truth.YES:
            return PrivacySide.GREATER
        if smaller is not None and self.truth(smaller) is Truth.YES:
            return PrivacySide.SMALLER if self.is_asked(smaller) else None
        return None

    def is_asked(self, condition: Condition) -> bool:
        """Tell whether all that it looks at is asked: what is not counts as in order."""
        by_id = self.decision.question_by_id
        names = self.decision.asked_by(condition)
        return all(self.truth(by_id[each].applies_when) is Truth.YES for each in names)


def _now_and_later(decision: Decision, answers: Answers) -> Iterator[Answers]:
    """Give the answers as they are, and as if the plan were in each later phase."""
    yield answers
    name, names = decision.header.phase, [phase.id for phase in decision.phases]
    now = phase_of(decision, answers)
    if name is not None and now is not None:
        for later in names[names.index(now) + 1 :]:
            yield {**answers, name: Choice(later)}


def _standing(present: Truth, guards: tuple[Guard, ...]) -> IntrusionStanding:
    if present is Truth.NO:
        return IntrusionStanding.ABSENT
    # `all_of` nothing is yes: without safeguards an intrusion would count as answered.
    answered = guards and all_of(guard.in_place for guard in guards) is Truth.YES
    return IntrusionStanding.ANSWERED if answered else IntrusionStanding.OPEN
