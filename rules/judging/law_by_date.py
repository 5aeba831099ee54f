"""The law of a date: which questions, rules and sources held on it, and which not.

A decision as it is read is the law of now. Given an earlier day it leaves out what the
law did not know then, cites the text that held then, and refuses a day before the
first that its rules can judge.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from rules.content.briefing import Correction, Passage, Statement
from rules.content.decision import Decision
from rules.content.demands import Demand
from rules.content.questions import Question
from rules.grammar.content_model import Content
from rules.grammar.errors import InputError, in_dutch
from rules.grammar.references import references
from rules.grammar.sources import Source
from rules.grammar.truth import Truth

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# A year of 366 days: no source is called old a day too soon in a leap year.
DAY, YEAR = timedelta(days=1), timedelta(days=366)

Sources = tuple[str, ...]
Cite = Callable[[Sources], Sources]
Whole = TypeVar("Whole", bound="DataclassInstance")

_CITING = ("sources", "legal_basis")
_STATEMENTS = (Statement, Passage, Correction)
_DROPPED = object()


def refuse_too_early(decision: Decision, day: date) -> None:
    """Stop at a day that the rules cannot judge.

    Raises:
        InputError: the message names the article and the first day that they can.
    """
    why = refusal(decision, day)
    if why is not None:
        raise InputError(why)


def refusal(decision: Decision, day: date) -> str | None:
    """Say why the rules cannot judge a day; None where they can."""
    first = decision.header.valid_from
    if day >= first:
        return None
    return (
        f"De peildatum {in_dutch(day)} is te vroeg voor ‘{decision.header.title}’. "
        f"{_earlier(decision)} "
        f"De eerste peildatum die Raadwijzer kan beoordelen, is {in_dutch(first)}."
    )


def _earlier(decision: Decision) -> str:
    header = decision.header
    if header.before is not None:
        return header.before
    source = decision.sources.get(header.legal_basis[0])
    title = source.title if source is not None else header.legal_basis[0]
    return f"Onze toets van {title} begint later."


def eras(decision: Decision) -> tuple[date, ...]:
    """List the days on which the law of this decision changed, the first day included."""
    first = decision.header.valid_from
    sources = cited_sources(decision)
    days = {first}
    for items in (decision.questions, decision.demands, sources):
        days |= {item.valid_from for item in items if item.valid_from}
        # `valid_until` is the last day on which it held: the next day has another law.
        days |= {item.valid_until + DAY for item in items if item.valid_until}
    days |= {change.day for demand in decision.demands for change in demand.from_}
    return tuple(sorted(day for day in days if day >= first))


def dated_at(decision: Decision, day: date) -> Decision:
    """Give the decision under the law of a day; itself where nothing differs."""
    idle = {q.id for q in decision.questions if not _holds(q, day)}
    for demand in decision.demands:
        own = decision.own_questions(demand)
        # asked nothing, it would come out as met: so the law of the day does not know it
        if not _holds(demand, day) or (own and own <= idle):
            idle.add(demand.id)
    cite = _citing(decision.sources, day)
    dated = _redone(decision, cite)
    demands = tuple(_as_of(demand, day) for demand in dated.demands)
    dated = replace(dated, idle=frozenset(idle), demands=demands)
    # The same object where nothing differs: by that a chart sees that it fits already.
    return decision if dated == decision else dated


def _as_of(demand: Demand, day: date) -> Demand:
    """Give a demand with the ground and the effect that it has on a day."""
    held = [change for change in demand.from_ if change.day <= day]
    if not held:
        return demand
    last = max(held, key=lambda change: change.day)
    return demand.model_copy(update={"basis": last.basis, "effect": last.effect})


def _holds(item: Question | Demand, day: date) -> bool:
    begun = item.valid_from is None or item.valid_from <= day
    return begun and (item.valid_until is None or day <= item.valid_until)


def _citing(register: Mapping[str, Source], day: date) -> Cite:
    """Make the function that swaps each source for the text that held on a day."""
    # The register leads forward, from a text to what replaced it; a date leads back.
    older = {s.replaced_by: name for name, s in register.items() if s.replaced_by}

    def on_day(name: str) -> str | None:
        source = register.get(name)
        # A text that began we do not know when stays: unknown is no reason to drop it.
        if source is None or source.in_force(day) is not Truth.NO:
            return name
        # The one before may be too young as well: back until a text held on that day.
        return on_day(older[name]) if name in older else None

    def cite(names: Sources) -> Sources:
        held = (on_day(name) for name in names)
        return tuple(dict.fromkeys(name for name in held if name is not None))

    return cite


def _redone(whole: Whole, cite: Cite) -> Whole:
    """Give a decision, or a part of it, in which all content cites the sources of the day."""
    changes = {
        each.name: _recited(getattr(whole, each.name), cite)
        for each in fields(whole)
        if each.name != "sources"
    }
    return replace(whole, **changes)


def _recited(value: object, cite: Cite) -> object:
    if isinstance(value, Content):
        return _cited(value, cite)
    if isinstance(value, tuple):
        return tuple(
            now for each in value if (now := _recited(each, cite)) is not _DROPPED
        )
    if is_dataclass(value) and not isinstance(value, type):
        return _redone(value, cite)
    return value


def _cited(item: Content, cite: Cite) -> object:
    """Give an item with the sources of the day; itself where they are the same.

    A statement of which no source held that day is left out. What the rules need
    stays: a question or a rule is idle then.
    """
    changes: dict[str, object] = {}
    for name in type(item).model_fields:
        value = getattr(item, name)
        citing = name in _CITING
        new = cite(value) if citing else _recited(value, cite)
        if citing and value and not new and isinstance(item, _STATEMENTS):
            return _DROPPED
        if new != value:
            changes[name] = new
    return item.model_copy(update=changes) if changes else item


def why_idle(decision: Decision, question: Question) -> str | None:
    """Say why the law of the date does not ask a question; None where it does."""
    if question.id not in decision.idle:
        return None
    if question.valid_from is not None and question.valid_until is None:
        return f"De wet vraagt dit pas vanaf {in_dutch(question.valid_from)}."
    if question.valid_until is not None:
        return f"De wet vroeg dit tot en met {in_dutch(question.valid_until)}."
    return None


def cited_sources(decision: Decision) -> tuple[Source, ...]:
    """List every source that the decision cites, each once."""
    register = decision.sources
    cited = (each.name for each in references(decision) if each.kind == "bron")
    return tuple(register[name] for name in dict.fromkeys(cited) if name in register)


def stale(decision: Decision, today: date) -> str | None:
    """Warn that something a decision rests on was last checked over a year ago."""
    checks = (source.checked_on for source in cited_sources(decision))
    oldest = min(decision.header.checked_on, *checks)
    if today - oldest <= YEAR:
        return None
    return (
        f"Let op: de bronnen van dit besluit zijn voor het laatst nagekeken "
        f"op {in_dutch(oldest)}. De wet kan sindsdien zijn veranderd."
    )
