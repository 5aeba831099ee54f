"""Builds small pieces of law, so that a test says only what it is about."""

from datetime import date
from typing import Any

from rules.content.briefing import Arguments
from rules.content.decision import Decision, Header
from rules.content.questions import Question
from rules.grammar.answers import DONT_KNOW, NO, YES, Answer, Choice, Day, Number
from rules.grammar.condition import Rule

WORDS = "Zo staat het er."


def question(name: str, **changes: Any) -> Question:
    """A yes/no question; `changes` replaces any of its fields."""
    return Question.model_validate(
        {
            "id": name,
            "refs": ["D01"],
            "chapter": "een",
            "kind": "dwingend",
            "text": "Is het zo?",
            "help": WORDS,
            "answer": {"kind": "yes_no"},
            "sources": ["wet-1"],
            "who": "college",
            "changes": "raad",
            "ask": "Is het zo?",
            "if_yes": WORDS,
            "if_no": {"effect": "stop", "text": WORDS},
            "if_unknown": {"text": WORDS},
            "certainty": "vast",
            "sensitivity": "openbaar",
            **changes,
        }
    )


def rule(name: str, when: Any, **changes: Any) -> Rule:
    """A rule with this condition, written as in a rule file."""
    return Rule.model_validate(
        {
            "id": name,
            "title": WORDS,
            "when": when,
            "because": WORDS,
            "otherwise": WORDS,
            "open": WORDS,
            "sources": ["wet-1"],
            "who": "raad",
            **changes,
        }
    )


def outcome(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "label": name,
        "title": WORDS,
        "meaning": WORDS,
        "next_step": WORDS,
        "favourable": False,
    }


def row(name: str, **tests: str | list[str]) -> dict[str, Any]:
    """A row of the table: `row("stop", bevoegd="nee", zorgvuldig=["nee"])`."""
    when = [
        {"rule": rule, "is": [words] if isinstance(words, str) else words}
        for rule, words in tests.items()
    ]
    return {"outcome": name, "when": when}


TABLE = (row("nee", goed="nee"), row("open", goed="onbekend"), row("ja"))


def decision(
    questions: list[Question],
    rules: list[Rule],
    table: Any = TABLE,
    **changes: Any,
) -> Decision:
    """A decision of these parts; by default it turns on the rule `goed`."""
    names = dict.fromkeys(each["outcome"] for each in table)
    header = Header.model_validate(
        {
            "id": "proef",
            "title": "Proef",
            "question": "Mag het?",
            "summary": WORDS,
            "body": "raad",
            "legal_basis": ["wet-1"],
            "valid_from": "2020-01-01",
            "checked_on": "2026-11-21",
            "gate": {"text": "Is het beleid?", "help": WORDS, "refer": [WORDS]},
            "chapters": [{"id": "een", "title": "Een", "intro": WORDS}],
            "first_picture": [questions[0].id],
            "table": table,
            "outcomes": [outcome(name) for name in names],
            **changes,
        }
    )
    return Decision(
        header=header,
        questions=tuple(questions),
        rules=tuple(rules),
        arguments=Arguments.model_validate({"for": [], "against": []}),
        roles=(),
        instruments=(),
        body_questions=(),
        corrections=(),
        facts=(),
        passages=(),
        fingerprint="sha256:0",
    )


def answers(**given: int | date | str | None) -> dict[str, Answer]:
    """Answers as a test writes them: True, 7, "geweld", a date, None for don’t know."""
    return {name: answer(value) for name, value in given.items()}


def answer(value: int | date | str | None) -> Answer:
    match value:
        case None:
            return DONT_KNOW
        case bool():
            return YES if value else NO
        case int():
            return Number(value)
        case date():
            return Day(value)
        case str():
            return Choice(value)


def yes(name: str) -> dict[str, str]:
    """Write the condition that the answer is ja."""
    return {"question": name, "is": "ja"}


def no(name: str) -> dict[str, str]:
    """Write the condition that the answer is nee."""
    return {"question": name, "is": "nee"}
