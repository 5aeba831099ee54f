"""Check the signpost as a whole: every name exists, and everything leads somewhere."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pydantic import BaseModel

from rules.checks.condition_check import misfit
from rules.content.signpost import (
    Boundary,
    InstrumentWeight,
    Means,
    Problem,
    SignpostHeader,
)
from rules.grammar.condition import InOrder, Leaf, asked, parts
from rules.grammar.errors import Fault
from rules.grammar.glossary import Body
from rules.grammar.references import Loc
from rules.grammar.validation import REGISTERS, Part, unknown_names
from rules.judging.signpost import Signpost

_WHERE = {
    **REGISTERS,
    "vraag": "bij narrowing van dit probleem",
    "besluit": "in besluiten",
    "middel": "in wegwijzer/middelen",
    "grens": "in wegwijzer/grenzen.yaml",
    "groep": "bij groups in wegwijzer.yaml",
    "probleem": "in wegwijzer/problemen",
    "regel": "in de wegwijzer: die kent geen regels, schrijf het uit",
}
_KINDS = {Problem: "probleem", Means: "middel", Boundary: "grens"}


def signpost_faults(
    signpost: Signpost,
    found: Iterable[Part],
    *,
    decisions: AbstractSet[str],
    sources: AbstractSet[str],
    bodies: Mapping[str, Body],
) -> list[Fault]:
    """List everything that does not fit together in the signpost."""
    known: dict[str, AbstractSet[str]] = {
        "bron": sources,
        "orgaan": bodies.keys(),
        "besluit": decisions,
        "middel": signpost.means_by_id.keys(),
        "grens": signpost.boundary_by_id.keys(),
        "groep": signpost.group_title.keys(),
        "probleem": signpost.problem_by_id.keys(),
        "regel": frozenset(),
    }
    check = _Check(signpost, tuple(found), known, bodies)
    faults = [*check.names(), *check.doubles()]
    return faults or [*check.problems(), *check.deciders(), *check.idle()]


@dataclass(frozen=True)
class _Check:
    signpost: Signpost
    found: tuple[Part, ...]
    known: Mapping[str, AbstractSet[str]]
    bodies: Mapping[str, Body]

    def names(self) -> Iterator[Fault]:
        """Check every name that an item uses; a problem asks its own questions."""
        for item, reading, loc in self.found:
            known = {**self.known, "vraag": _questions(item)}
            yield from unknown_names([(item, reading, loc)], known, _WHERE)

    def doubles(self) -> Iterator[Fault]:
        """Find an id that stands twice among things of its kind."""
        seen: set[tuple[type, str]] = set()
        for item, reading, loc in self.found:
            key = (type(item), str(getattr(item, "id", "")))
            if key in seen:
                kind = _KINDS[key[0]]
                message = f"{kind} '{key[1]}' staat twee keer in de wegwijzer."
                yield reading.fault(loc, message)
            seen.add(key)

    def problems(self) -> Iterator[Fault]:
        """Check that a problem goes from light to heavy, and asks what it looks at."""
        for item, reading, loc in self.found:
            if isinstance(item, Problem):
                for message in (*self._weights(item), *_idle_questions(item)):
                    yield reading.fault(loc, message)
                for where, message in _misfits(item):
                    yield reading.fault((*loc, *where), message)

    def _weights(self, problem: Problem) -> Iterator[str]:
        order = tuple(InstrumentWeight)
        names = [fitting.means for fitting in problem.means]
        weights = [self.signpost.means_by_id[name].weight for name in names]
        if len(set(names)) < len(names):
            yield f"probleem '{problem.id}' noemt een middel twee keer."
        for weight in (InstrumentWeight.LICHT, InstrumentWeight.ZWAAR):
            if weight not in weights:
                yield f"probleem '{problem.id}' heeft geen middel dat {weight} is."
        if weights != sorted(weights, key=order.index):
            yield f"probleem '{problem.id}': zet de middelen van licht naar zwaar."

    def deciders(self) -> Iterator[Fault]:
        """Check that the sentence about who decides names each body beside the title."""
        for item, reading, loc in self.found:
            if not isinstance(item, Means):
                continue
            for name in item.bodies:
                short = self.bodies[name].short
                if short.lower() not in item.who.lower():
                    message = f"who noemt '{short}' niet, maar bodies wel."
                    yield reading.fault((*loc, "who"), message)

    def idle(self) -> Iterator[Fault]:
        """Find what nobody can come to."""
        problems = self.signpost.problems
        shown = {fitting.means for one in problems for fitting in one.means}
        limits = {name for one in problems for name in one.limits}
        groups = {one.group for one in problems}
        for item, reading, loc in self.found:
            message = ""
            match item:
                case Means(wanted=None) if item.id not in shown:
                    message = f"middel '{item.id}' staat bij geen probleem."
                case Boundary() if item.id not in limits:
                    message = f"grens '{item.id}' staat bij geen probleem."
                case SignpostHeader() if (
                    empty := {one.id for one in item.groups} - groups
                ):
                    message = f"groep '{min(empty)}' heeft geen problemen."
            if message:
                yield reading.fault(loc, message)


def _questions(item: BaseModel) -> frozenset[str]:
    asks = item.narrowing if isinstance(item, Problem) else ()
    return frozenset(each.id for each in asks)


def _idle_questions(problem: Problem) -> Iterator[str]:
    looked_at = {name for _, test in problem.conditions() for name in asked(test)}
    for question in problem.narrowing:
        if question.id not in looked_at:
            yield f"vraag '{question.id}' ordent niets: gebruik haar in first_when."


def _misfits(problem: Problem) -> Iterator[tuple[Loc, str]]:
    by_id = {question.id: question for question in problem.narrowing}
    for place, condition in problem.conditions():
        for path, test in parts(condition):
            if isinstance(test, Leaf) and (fault := misfit(by_id[test.question], test)):
                yield ("means", place, "first_when", *path), fault
            elif isinstance(test, InOrder):
                message = "schrijf het antwoord erbij, met is: ja of is: nee."
                yield ("means", place, "first_when", *path), message
