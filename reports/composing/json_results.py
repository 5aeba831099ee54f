"""The engine’s results as plain data for JSON: a contract that others call."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from reports.composing.certainty import too_late
from reports.composing.reasons import reasons
from rules.content.acceptable_answers import good_answers
from rules.content.casefile import Clashing
from rules.content.decision import Decision
from rules.content.demands import Repair
from rules.content.questions import Question
from rules.grammar.answers import ChoiceKind, TicksKind
from rules.judging.advice import Advice, Assessed, Refused
from rules.judging.demands import JudgedDemand
from rules.judging.what_to_ask import TonightQuestion, sources_of
from rules.library import Library
from rules.reading_casefile import written, written_about


def assessment(advice: Advice, library: Library) -> dict[str, Any]:
    """Give an advice as plain data; demands in reading order, questions by id.

    `checked_on` is the day on which the law was checked; `date_warning` is the sentence
    for a reference date after it, else None.
    """
    decision, told = advice.decision, advice.headline
    return {
        "decision": decision.id,
        "reference_date": advice.casefile.reference_date.isoformat(),
        "checked_on": decision.header.checked_on.isoformat(),
        "date_warning": too_late(library, advice) or None,
        "municipality": advice.casefile.municipality,
        **written_about(advice.casefile.about),
        "fingerprint": decision.fingerprint,
        "phase": advice.phase,
        "outcome": {
            "id": advice.outcome.id,
            "title": told.title,
            "firm": advice.firm,
            "law": "reading" if told.reading else "text",
        },
        "tally": {"due": advice.tally.due, **asdict(advice.tally)},
        "demands": [_demand(decision, each) for each in _in_reading_order(advice)],
        "questions": [_assessed(advice, each) for each in advice.assessed],
        "ask_first": [question.id for question in advice.ask_first],
        "questions_tonight": [_tonight(each, library) for each in advice.tonight],
        "clashes": [_clash(each) for each in advice.clashes],
        "hints": [_clash(each) for each in advice.notices if each.hint],
        "translated": [
            {"question": each.question, "refs": list(each.refs), "told": each.told}
            for each in advice.casefile.translated
        ],
        "untranslated": [asdict(each) for each in advice.casefile.untranslated],
        "reasons": [reason.text for reason in reasons(advice)],
        "possible_outcomes": [outcome.id for outcome in advice.possible],
        "improve": [
            {"demand": each.demand.id, "repair": [_repair(one) for one in each.repair]}
            for each in advice.improve
        ],
    }


def refused(found: Refused) -> dict[str, Any]:
    """Give a decision that cannot be judged on its date as plain data, with why."""
    return {
        "decision": found.decision.id,
        "reference_date": found.reference_date.isoformat(),
        "refused": found.why,
    }


def _in_reading_order(advice: Advice) -> list[JudgedDemand]:
    """Give the demands chapter by chapter, as a reader meets them."""
    decision = advice.decision
    order = [chapter.id for chapter in decision.header.chapters]
    return sorted(
        advice.judged, key=lambda each: order.index(decision.chapter_of(each.demand))
    )


def _demand(decision: Decision, each: JudgedDemand) -> dict[str, Any]:
    demand = each.demand
    whole: dict[str, Any] = {
        "id": demand.id,
        "title": demand.title,
        "chapter": decision.chapter_of(demand),
        "basis": demand.basis.value,
        "effect": demand.effect.value,
        "weight": None if demand.decides else demand.weight.value,
        "due": demand.due or next((phase.id for phase in decision.phases), None),
        "standing": each.standing.value,
        "sources": list(sources_of(decision, demand)),
        "repair": [_repair(one) for one in each.repair],
        "questions": list(decision.named_by(demand)),
    }
    if demand.reading is not None:
        whole["reading"] = demand.reading
    return whole


def _repair(repair: Repair) -> dict[str, str]:
    return {"who": repair.who, "text": repair.text, "request": repair.request}


def _tonight(each: TonightQuestion, library: Library) -> dict[str, Any]:
    whole: dict[str, Any] = {"text": each.text, "to": each.to}
    via = library.bodies[each.to].via
    if via is not None:
        whole["via"] = via
    return {**whole, "because": each.because, "sources": list(each.sources)}


def _clash(each: Clashing) -> dict[str, Any]:
    before = [asdict(one) for one in each.before]
    whole = {"questions": list(each.questions), "text": each.text}
    return {**whole, "before": before} if before else whole


def _assessed(advice: Advice, each: Assessed) -> dict[str, Any]:
    question = each.question
    remark = advice.casefile.remarks.get(question.id)
    return {
        "id": question.id,
        "ref": question.number,
        "answer": None if each.answer is None else written(each.answer),
        "status": each.status.value,
        "who": question.who,
        **({} if remark is None else {"remark": remark}),
    }


def catalogue(decision: Decision) -> list[dict[str, Any]]:
    """Give all questions of a decision as plain data, in the order of the walk.

    `refs` has every number of every old question that a question comes from;
    `inferred_from` those from which we only guess an answer, and which became another.
    """
    return [_catalogued(decision, question) for question in decision.questions]


def _catalogued(decision: Decision, question: Question) -> dict[str, Any]:
    kind, inferred = question.answer, question.inferred_from
    own = (ref for ref in question.refs if ref not in inferred)
    options = kind.options if isinstance(kind, ChoiceKind | TicksKind) else ()
    limits = {
        name: getattr(kind, name)
        for name in ("unit", "min", "max", "max_cents")
        if hasattr(kind, name)
    }
    return {
        "id": question.id,
        "ref": question.number,
        "refs": [question.number, *_all(own, decision)],
        "inferred_from": _all(inferred, decision),
        "text": question.text,
        "help": question.help,
        "card": question.card,
        "chapter": question.chapter,
        "kind": "oordeel" if question.is_judgement else "vraag",
        "answer": kind.kind,
        "choices": [
            {
                "id": option.id,
                "label": option.label,
                "refs": _all((r for one in option.earlier for r in one.refs), decision),
            }
            for option in options
        ],
        **limits,
        "due": _first_due(decision, question),
        "in_order": _in_order(question),
        "sources": list(question.sources),
        "who": question.who,
        "changes": question.changes,
    }


def _all(refs: Iterable[str], decision: Decision) -> list[str]:
    """Give numbers with all other numbers of the same old questions, each once."""
    old = decision.old_by_ref
    found = (each for ref in refs for each in (old[ref].refs if ref in old else (ref,)))
    return list(dict.fromkeys(found))


def _first_due(decision: Decision, question: Question) -> str | None:
    """Give the first phase in which a demand that rests on a question is due.

    How far the plan is counts from the first phase: without it no demand is due.
    """
    phases = [phase.id for phase in decision.phases]
    if question.id == decision.header.phase:
        return phases[0]
    due = [
        phases.index(demand.due) if demand.due else 0
        for demand in decision.demands
        if question.id in decision.named_by(demand)
    ]
    return phases[min(due)] if phases and due else None


def _in_order(question: Question) -> Any:
    """Give a value that is in order and can be used as an answer; None: no judgement."""
    good = good_answers(question)
    if not good:
        return None
    return list(good) if isinstance(question.answer, TicksKind) else good[0]


def decisions(library: Library) -> list[dict[str, Any]]:
    """Give the decisions as plain data."""
    return [
        {
            "id": each.id,
            "title": each.header.title,
            "question": each.header.question,
            "group": each.header.group,
        }
        for each in library.decisions.values()
    ]
