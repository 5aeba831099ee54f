"""Which names a piece of content uses, and where: the reader’s cross-references."""

from collections.abc import Iterator

from pydantic import BaseModel

from rules.content.briefing import (
    Arguments,
    BodyQuestion,
    Instrument,
    Passage,
    Role,
    Statement,
)
from rules.content.costs import CostItem, Measure, Quantity
from rules.content.decision import Header
from rules.content.fulfilment import fulfilment_of
from rules.content.intrusions import Duty, Guide, Intrusion, Lighter, Regime, Safeguard
from rules.content.questions import Question
from rules.grammar.answers import ChoiceKind
from rules.grammar.condition import Condition, Leaf, Rule, RuleRef, parts
from rules.grammar.condition import Path as Loc

_CONDITIONS = ("when", "greater_when", "smaller_when")


def mentions(item: BaseModel) -> Iterator[tuple[Loc, str, str]]:
    """Give every name that an item uses: where, what kind of thing, which."""
    yield from _sources(item, ())
    yield from _cost_mentions(item)
    match item:
        case Header():
            yield from _header_mentions(item)
        case Question():
            yield ("chapter",), "hoofdstuk", item.chapter
            yield ("who",), "orgaan", item.who
            yield ("changes",), "orgaan", item.changes
            yield from _in_condition(item.applies_when, ("applies_when",))
        case Rule():
            yield ("who",), "orgaan", item.who
            yield from _in_condition(item.when, ("when",))
            yield from _in_condition(item.applies_when, ("applies_when",))
        case Role():
            yield ("body",), "orgaan", item.body
        case BodyQuestion():
            yield ("to",), "orgaan", item.to
            for index, name in enumerate(item.about):
                yield ("about", index), "vraag of nummer", name
        case Passage():
            yield from _in_condition(item.when, ("when",))
        case _:
            yield from _privacy_mentions(item)


def _cost_mentions(item: BaseModel) -> Iterator[tuple[Loc, str, str]]:
    match item:
        case Measure():
            for index, name in enumerate(item.items):
                yield ("items", index), "kostenpost", name
            for place, decider in enumerate(item.decides):
                yield ("decides", place, "body"), "orgaan", decider.body
            named = [("lever", "aantal", item.lever), ("scale", "aantal", item.scale)]
        case CostItem():
            yield ("who",), "orgaan", item.who
            for index, name in enumerate(item.examples):
                yield ("examples", index), "voorbeeld", name
            named = [
                ("question", "vraag", item.question),
                ("quantity", "aantal", item.quantity),
            ]
        case Quantity():
            yield ("who",), "orgaan", item.who
            named = [("question", "vraag", item.question)]
        case _:
            return
    yield from (((key,), kind, name) for key, kind, name in named if name is not None)


def _privacy_mentions(item: BaseModel) -> Iterator[tuple[Loc, str, str]]:
    if not isinstance(item, Regime | Safeguard | Intrusion | Lighter | Duty | Guide):
        return
    for key, kind in (
        ("question", "vraag"),
        ("eases", "inbreuk"),
        ("to", "orgaan"),
        ("body", "orgaan"),
    ):
        name = getattr(item, key, None)
        if name is not None:
            yield (key,), kind, name
    for key, kind in (("questions", "vraag"), ("answered_by", "waarborg")):
        for index, name in enumerate(getattr(item, key, ())):
            yield (key, index), kind, name
    for key in _CONDITIONS:
        yield from _in_condition(getattr(item, key, None), (key,))


def _header_mentions(header: Header) -> Iterator[tuple[Loc, str, str]]:
    yield ("body",), "orgaan", header.body
    for index, name in enumerate(header.first_picture):
        yield ("first_picture", index), "vraag", name
    for index, row in enumerate(header.table):
        yield ("table", index, "outcome"), "uitkomst", row.outcome
        for place, test in enumerate(row.when):
            yield ("table", index, "when", place, "rule"), "regel", test.rule
    for index, source in enumerate(header.legal_basis):
        yield ("legal_basis", index), "bron", source


def _in_condition(
    condition: Condition | None, start: Loc
) -> Iterator[tuple[Loc, str, str]]:
    for loc, part in parts(condition) if condition is not None else ():
        if isinstance(part, RuleRef):
            yield (*start, *loc, "rule"), "regel", part.rule
        elif isinstance(part, Leaf):
            yield (*start, *loc, "question"), "vraag", part.question


def _sources(item: BaseModel, loc: Loc) -> Iterator[tuple[Loc, str, str]]:
    """Give every source id in an item and in the statements inside it."""
    for name, field in type(item).model_fields.items():
        key = field.alias or name
        value = getattr(item, name)
        if name == "sources":
            for index, source in enumerate(value):
                yield (*loc, key, index), "bron", source
        elif isinstance(value, Statement):
            yield from _sources(value, (*loc, key))
        elif isinstance(value, tuple) and isinstance(
            item, Arguments | Role | Instrument | Measure | Guide
        ):
            for index, inner in enumerate(value):
                if isinstance(inner, BaseModel):
                    yield from _sources(inner, (*loc, key, index))


def inner_names(item: BaseModel) -> Iterator[tuple[str, list[str]]]:
    """Give the ids of the things inside an item, by the key that they stand under."""
    match item:
        case Header():
            yield "chapters", [chapter.id for chapter in item.chapters]
            yield "outcomes", [outcome.id for outcome in item.outcomes]
            yield "first_picture", list(item.first_picture)
        case Question(answer=ChoiceKind(options=options)):
            yield "answer", [option.id for option in options]
        case Arguments():
            yield "for", [each.id for each in (*item.for_, *item.against)]
        case _:
            return


def tests(item: BaseModel) -> Iterator[tuple[Loc, Leaf]]:
    """Give the tests on single answers in an item, with their places."""
    for key in (*_CONDITIONS, "applies_when"):
        condition = getattr(item, key, None)
        if condition is None or isinstance(condition, tuple):
            continue
        for loc, part in parts(condition):
            if isinstance(part, Leaf):
                yield (key, *loc), part
    if isinstance(item, Question) and item.fulfilled is not None:
        whole = fulfilment_of(item)
        assert whole is not None
        yield ("fulfilled",), whole
