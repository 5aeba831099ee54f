"""The signpost: from a problem to the instruments that may fit, from light to heavy.

It knows no winner. What somebody answers afterwards only orders what weighs the same,
and it is judged with the same conditions, in the same three values, as a decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rules.content.signpost import (
    PREFIX,
    Boundary,
    Fitting,
    InstrumentWeight,
    Means,
    Problem,
    SignpostHeader,
)
from rules.grammar.answers import Answers
from rules.grammar.truth import Truth
from rules.judging.evaluation import judge_of

_ORDER = tuple(InstrumentWeight)


@dataclass(frozen=True)
class FittingInstrument:
    """An instrument at a problem; `fits` is unknown as long as nothing was answered."""

    means: Means
    fitting: Fitting
    fits: Truth


@dataclass(frozen=True)
class Signpost:
    """The whole signpost, cross-checked."""

    header: SignpostHeader
    problems: tuple[Problem, ...]
    means: tuple[Means, ...]
    boundaries: tuple[Boundary, ...]

    @cached_property
    def problem_by_id(self) -> Mapping[str, Problem]:
        """Find a problem by id."""
        return {problem.id: problem for problem in self.problems}

    @cached_property
    def means_by_id(self) -> Mapping[str, Means]:
        """Find an instrument by id."""
        return {means.id: means for means in self.means}

    @cached_property
    def boundary_by_id(self) -> Mapping[str, Boundary]:
        """Find by id what the council cannot do."""
        return {boundary.id: boundary for boundary in self.boundaries}

    @cached_property
    def group_title(self) -> Mapping[str, str]:
        """Name a group."""
        return {group.id: group.title for group in self.header.groups}

    @cached_property
    def wanted(self) -> tuple[Means, ...]:
        """Give the instruments that people ask for by name."""
        return tuple(means for means in self.means if means.wanted)

    def named(self, word: str) -> Problem | None:
        """Find the problem that a dossier came from, by the word that it keeps."""
        found = self.problem_by_id.get(word.removeprefix(PREFIX))
        return found if found is not None and found.word == word else None

    def of_group(self, group: str) -> tuple[Problem, ...]:
        """Give the problems of a group, as they were written."""
        return tuple(one for one in self.problems if one.group == group)

    def where(self, means: Means) -> tuple[Problem, ...]:
        """Give the problems at which an instrument stands."""
        return tuple(
            problem
            for problem in self.problems
            if any(fitting.means == means.id for fitting in problem.means)
        )

    def options(
        self, problem: Problem, answers: Answers
    ) -> tuple[FittingInstrument, ...]:
        """Give what may fit from light to heavy, and among equals what fits first."""
        found = [
            FittingInstrument(self.means_by_id[one.means], one, _fits(one, answers))
            for one in problem.means
        ]
        # Weight goes first: an answer never lifts a heavy means over a light one.
        found.sort(key=lambda one: (_ORDER.index(one.means.weight), -one.fits))
        return tuple(found)

    def limits(self, problem: Problem) -> tuple[Boundary, ...]:
        """Give what the council cannot do about a problem."""
        return tuple(self.boundary_by_id[name] for name in problem.limits)


def _fits(fitting: Fitting, answers: Answers) -> Truth:
    if fitting.first_when is None:
        return Truth.UNKNOWN
    return judge_of(fitting.first_when)(answers, {}).truth
