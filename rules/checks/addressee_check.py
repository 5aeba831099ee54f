"""Look for words to the wrong body: who is asked is not always who is meant.

A paper of the council asks the college about a corporatie, and the burgemeester about the
police. There ‘u’ is the college, and not the corporatie that it was written for. And what
a body can do is told behind its name, which its own words then need not say again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from pydantic import BaseModel

from rules.content.briefing import BodyQuestion
from rules.content.decision import Decision, Header
from rules.content.decision_table import Outcome, Title
from rules.content.demands import Demand
from rules.content.questions import Question
from rules.grammar.errors import Fault
from rules.grammar.glossary import Body
from rules.grammar.references import Loc
from rules.grammar.validation import Part, Told, faults_of

_YOU = re.compile(r"(?i)\b(?:u|uw|uzelf)\b")


def address_faults(
    decision: Decision, found: Iterable[Part], bodies: Mapping[str, Body]
) -> Iterator[Fault]:
    """Find ‘u’ in what another body is asked, and a repair that names its own body."""
    return faults_of(found, partial(_misaddressed, decision, bodies))


def _misaddressed(
    decision: Decision, bodies: Mapping[str, Body], item: BaseModel
) -> Told:
    for to, text, where in _asked(decision, item):
        body = bodies.get(to)
        through = (body and (body.put_to or body.via)) or ""
        if body is not None and through in bodies and _YOU.search(text):
            message = (
                f"in een stuk van de raad gaat deze vraag naar {bodies[through].name}, "
                f"dus ‘u’ is daar niet {body.name}: noem die."
            )
            yield where, message
    if isinstance(item, Demand):
        yield from _names_itself(item, bodies)


def _asked(decision: Decision, item: BaseModel) -> Iterator[tuple[str, str, Loc]]:
    """Give what is asked in an item: of whom, in which words, and where they stand."""
    match item:
        case BodyQuestion():
            yield item.to, item.text, ("text",)
        case Question():
            yield from ((item.who, text, (key,)) for key, text in item.asks.items())
        case Demand(ask=str(ask)):
            # Without a body of its own it is asked of who knows one of its facts.
            names = decision.named_by(item)
            known = (decision.question_by_id[name].who for name in names)
            for to in dict.fromkeys((item.to,) if item.to else known):
                yield to, ask, ("ask",)
        case Header():
            for place, outcome in enumerate(item.outcomes):
                own: Loc = ("outcomes", place)
                yield from _tonight(outcome, own)
                for index, title in enumerate(outcome.titles):
                    yield from _tonight(title, (*own, "titles", index))
        case _:
            return


def _tonight(told: Outcome | Title, loc: Loc) -> Iterator[tuple[str, str, Loc]]:
    for index, each in enumerate(told.tonight):
        yield each.to, each.text, (*loc, "tonight", index, "text")


def _names_itself(demand: Demand, bodies: Mapping[str, Body]) -> Told:
    """Find a repair that lets its own body do it: ‘De politie: Laat de politie …’."""
    for index, repair in enumerate(demand.repair):
        body = bodies.get(repair.who)
        if body is None:
            continue
        names = {body.name, f"{body.name.split()[0]} {body.short}"}
        if any(repair.text.startswith(f"Laat {name} ") for name in names):
            message = f"{body.name} doet dit zelf: begin niet met ‘Laat {body.name}’."
            yield ("repair", index, "text"), message
        if any(repair.request.startswith(f"{name} te laten ") for name in names):
            message = f"{body.name} doet dit zelf: laat ‘{body.name} te laten’ weg."
            yield ("repair", index, "request"), message
