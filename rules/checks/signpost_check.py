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
from rules.grammar.validation import REGISTERS, Part, Told, faults_of, unknown_names
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
    return faults or [*faults_of(check.found, check.leads_somewhere)]


@dataclass(frozen=True)
class _Check:
    signpost: Signpost
    found: tuple[Part, ...]
    known: Mapping[str, AbstractSet[str]]
    bodies: Mapping[str, Body]

    def names(self) -> Iterator[Fault]:
        """Check every name that an item uses; a problem asks its own questions."""
        for item, reading, loc in self.found:
            asks = item.narrowing if isinstance(item, Problem) else ()
            known = {**self.known, "vraag": {each.id for each in asks}}
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

    def leads_somewhere(self, item: BaseModel) -> Told:
        """Check that a problem asks what it looks at, and that all can be come to."""
        problems = self.signpost.problems
        match item:
            case Problem():
                for message in (*self._weights(item), *_idle_questions(item)):
                    yield (), message
                yield from _misfits(item)
            case Means():
                yield from self._deciders(item)
                shown = {fitting.means for one in problems for fitting in one.means}
                if item.wanted is None and item.id not in shown:
                    yield (), f"middel '{item.id}' staat bij geen probleem."
            case Boundary() if all(item.id not in one.limits for one in problems):
                yield (), f"grens '{item.id}' staat bij geen probleem."
            case SignpostHeader():
                empty = {one.id for one in item.groups} - {
                    one.group for one in problems
                }
                if empty:
                    yield (), f"groep '{min(empty)}' heeft geen problemen."
            case _:
                return

    def _weights(self, problem: Problem) -> Iterator[str]:
        """Check that a problem goes from light to heavy."""
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

    def _deciders(self, means: Means) -> Told:
        """Check that the sentence about who decides names each body beside the title."""
        for name in means.bodies:
            short = self.bodies[name].short
            if short.lower() not in means.who.lower():
                yield ("who",), f"who noemt '{short}' niet, maar bodies wel."


def _idle_questions(problem: Problem) -> Iterator[str]:
    looked_at = {name for _, test in problem.conditions() for name in asked(test)}
    for question in problem.narrowing:
        if question.id not in looked_at:
            yield f"vraag '{question.id}' ordent niets: gebruik haar in first_when."


def _misfits(problem: Problem) -> Told:
    by_id = {question.id: question for question in problem.narrowing}
    for place, condition in problem.conditions():
        for path, test in parts(condition):
            if isinstance(test, Leaf) and (fault := misfit(by_id[test.question], test)):
                yield ("means", place, "first_when", *path), fault
            elif isinstance(test, InOrder):
                message = "schrijf het antwoord erbij, met is: ja of is: nee."
                yield ("means", place, "first_when", *path), message
