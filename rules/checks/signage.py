"""Check the signpost as a whole: every name exists, every answer leads somewhere."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pydantic import BaseModel

from rules.checks.fitting import misfit
from rules.content.briefing import Statement
from rules.grammar.answers import ChoiceKind
from rules.grammar.condition import Condition, Leaf, OneOf, RuleRef, parts
from rules.grammar.condition import Path as Loc
from rules.grammar.errors import Fault, did_you_mean
from rules.grammar.reading import Reading
from rules.judging.signpost import (
    Boundary,
    Means,
    Signpost,
    SignpostHeader,
    SignpostQuestion,
)

Part = tuple[BaseModel, Reading, Loc]
Mention = tuple[Loc, str, str]
_WHERE = {
    "bron": "in registers/bronnen",
    "orgaan": "in registers/organen.yaml",
    "vraag": "in wegwijzer/vragen.yaml",
    "besluit": "in besluiten",
}


def signpost_faults(
    signpost: Signpost,
    found: Iterable[Part],
    *,
    decisions: AbstractSet[str],
    sources: AbstractSet[str],
    bodies: AbstractSet[str],
) -> list[Fault]:
    """List everything that does not fit together in the signpost."""
    known = {
        "bron": sources,
        "orgaan": bodies,
        "vraag": signpost.question_by_id.keys(),
        "besluit": decisions,
    }
    check = _Check(signpost, tuple(found), known)
    faults = [*check.names(), *check.doubles()]
    return faults or [*check.fits(), *check.tiers(), *check.dead_ends()]


@dataclass(frozen=True)
class _Check:
    signpost: Signpost
    found: tuple[Part, ...]
    known: dict[str, AbstractSet[str]]

    def names(self) -> Iterator[Fault]:
        """Check every name that an item uses."""
        for item, reading, loc in self.found:
            for where, kind, name in _mentions(item):
                if name not in self.known[kind]:
                    guess = did_you_mean(name, self.known[kind])
                    message = f"{kind} '{name}' staat niet {_WHERE[kind]}.{guess}"
                    yield reading.fault((*loc, *where), message)
            for where, condition in _conditions(item):
                if any(isinstance(one, RuleRef) for _, one in parts(condition)):
                    message = "de wegwijzer kent geen regels: schrijf het uit."
                    yield reading.fault((*loc, *where), message)

    def doubles(self) -> Iterator[Fault]:
        """Find an id that stands twice."""
        seen: set[str] = set()
        for item, reading, loc in self.found:
            name = str(getattr(item, "id", ""))
            if name and name in seen:
                yield reading.fault(loc, f"'{name}' staat twee keer in de wegwijzer.")
            seen.add(name)

    def fits(self) -> Iterator[Fault]:
        """Check that each test can be made on the question that it looks at."""
        questions = self.signpost.question_by_id
        for item, reading, loc in self.found:
            for where, condition in _conditions(item):
                for path, test in parts(condition):
                    if not isinstance(test, Leaf):
                        continue
                    fault = misfit(questions[test.question], test)
                    if fault is not None:
                        yield reading.fault((*loc, *where, *path), fault)

    def tiers(self) -> Iterator[Fault]:
        """Check that each instrument stands on a step that there is."""
        for item, reading, loc in self.found:
            if isinstance(item, Means) and item.tier not in self.signpost.tier_by_id:
                message = f"trede '{item.tier}' staat niet bij tiers in wegwijzer.yaml."
                yield reading.fault((*loc, "tier"), message)

    def dead_ends(self) -> Iterator[Fault]:
        """Find a question that nothing looks at, and a choice that leads nowhere."""
        tests = [
            test
            for item, _, _ in self.found
            for _, condition in _conditions(item)
            for _, test in parts(condition)
            if isinstance(test, Leaf)
        ]
        looked_at = {test.question for test in tests} | {self.signpost.header.gate}
        led = {
            (test.question, name)
            for test in tests
            if isinstance(test, OneOf)
            for name in test.one_of
        }
        for item, reading, loc in self.found:
            if not isinstance(item, SignpostQuestion):
                continue
            if item.id not in looked_at:
                message = f"vraag '{item.id}' wordt nergens gebruikt."
                yield reading.fault(loc, message)
            elif isinstance(item.answer, ChoiceKind):
                for option in item.answer.options:
                    if (item.id, option.id) not in led:
                        message = f"bij keuze '{option.id}' past geen enkel middel."
                        yield reading.fault((*loc, "answer"), message)


def _mentions(item: BaseModel) -> Iterator[Mention]:
    """Give every name that an item uses: where, what kind of thing, which."""
    for where, statement in _statements(item):
        for index, name in enumerate(statement.sources):
            yield (*where, "sources", index), "bron", name
    for where, condition in _conditions(item):
        for path, test in parts(condition):
            if isinstance(test, Leaf):
                yield (*where, *path, "question"), "vraag", test.question
    if isinstance(item, SignpostHeader):
        yield ("gate",), "vraag", item.gate
    if isinstance(item, Means):
        yield from _deciders(item)


def _deciders(means: Means) -> Iterator[Mention]:
    for index, decider in enumerate(means.decides):
        yield ("decides", index, "body"), "orgaan", decider.body
    if means.decision is not None:
        yield ("decision",), "besluit", means.decision


def _statements(item: BaseModel) -> Iterator[tuple[Loc, Statement]]:
    match item:
        case SignpostHeader():
            yield ("order",), item.order
            for index, rule in enumerate(item.thumb_rules):
                yield ("thumb_rules", index), rule
        case Means():
            yield ("council",), item.council
            yield ("ground",), item.ground
            if item.lighter is not None:
                yield ("lighter",), item.lighter
        case Boundary():
            yield (), item
        case _:
            return


def _conditions(item: BaseModel) -> Iterator[tuple[Loc, Condition]]:
    match item:
        case SignpostHeader():
            for index, tier in enumerate(item.tiers):
                if tier.after is not None:
                    yield ("tiers", index, "after"), tier.after
        case SignpostQuestion(applies_when=condition) if condition is not None:
            yield ("applies_when",), condition
        case Means():
            yield ("suits",), item.suits
        case Boundary():
            yield ("when",), item.when
        case _:
            return
