"""The engine’s results as plain data for JSON: a contract that others call."""

from typing import Any

from reports.reasons import reasons
from rules.content.decision import Decision
from rules.content.questions import Question
from rules.grammar.answers import ChoiceKind, stored
from rules.judging.advice import Advice, Assessed


def assessment(advice: Advice) -> dict[str, Any]:
    """Give an advice as plain data; questions are named by their number."""
    decision = advice.decision
    ref = {question.id: question.ref for question in decision.questions}
    return {
        "decision": decision.id,
        "reference_date": advice.casefile.reference_date.isoformat(),
        "municipality": advice.casefile.municipality,
        "fingerprint": decision.fingerprint,
        "outcome": {
            "id": advice.outcome.id,
            "title": advice.outcome.title,
            "firm": advice.firm,
        },
        "questions": [_assessed(each) for each in advice.assessed],
        "reasons": [reason.text for reason in reasons(advice)],
        "open": [each.question.ref for each in advice.open],
        "ask_first": [question.ref for question in advice.ask_first],
        "possible_outcomes": [outcome.id for outcome in advice.possible],
        "what_would_change": [
            {
                "set": {ref[name]: stored(answer) for name, answer in turn.facts},
                "outcome": turn.outcome,
                "who": list(turn.who),
            }
            for turn in advice.turns
        ],
    }


def _assessed(each: Assessed) -> dict[str, Any]:
    question = each.question
    return {
        "id": question.id,
        "ref": question.ref,
        "refs": list(question.refs),
        "answer": None if each.answer is None else stored(each.answer),
        "status": each.status.value,
        "kind": question.kind.value,
        "sources": list(question.sources),
        "who": question.who,
    }


def catalogue(decision: Decision) -> list[dict[str, Any]]:
    """Give all questions of a decision as plain data."""
    return [_catalogued(question) for question in decision.questions]


def _catalogued(question: Question) -> dict[str, Any]:
    kind = question.answer
    options = kind.options if isinstance(kind, ChoiceKind) else ()
    limits = {
        name: getattr(kind, name)
        for name in ("unit", "min", "max", "max_cents")
        if hasattr(kind, name)
    }
    return {
        "id": question.id,
        "ref": question.ref,
        "refs": list(question.refs),
        "chapter": question.chapter,
        "text": question.text,
        "kind": question.kind.value,
        "answer": kind.kind,
        "choices": [{"id": option.id, "label": option.label} for option in options],
        **limits,
        "sources": list(question.sources),
        "if_no": question.if_no.model_dump(mode="json", exclude_none=True),
        "if_unknown": question.if_unknown.text,
        "who": question.who,
        "changes": question.changes,
        "certainty": question.certainty.value,
        "informs": question.informs,
    }
