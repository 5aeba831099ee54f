"""Builds small pieces of law, so that a test says only what it is about."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from rules.content.briefing import Arguments
from rules.content.decision import Decision, Gate, Header
from rules.content.demands import Demand
from rules.content.questions import Question, Screen
from rules.grammar.answers import (
    DONT_KNOW,
    NO,
    YES,
    Answer,
    Choice,
    Day,
    Number,
    Ticks,
)
from rules.grammar.condition import Condition, Rule

WORDS = "Zo staat het er."
REPAIR = {"who": "college", "text": "Doe het zo.", "request": "het zo te doen"}
GATE = Gate(text="Is het beleid?", help=WORDS, refer=(WORDS,))


def question(name: str, **changes: Any) -> Question:
    """A yes/no question; `changes` replaces any of its fields.

    Of another kind of answer nothing is to judge, unless it is said.
    """
    kind_of = changes.get("answer", {}).get("kind", "yes_no")
    order = "ja" if kind_of in ("yes_no", "weighing") else "geen"
    told = {"if_yes": f"Ja: {name}.", "if_no": f"Nee: {name}."}
    return Question.model_validate(
        {
            "id": name,
            "chapter": "een",
            "text": f"Is {name} zo?",
            "sources": ["wet-1"],
            "who": "college",
            "changes": "raad",
            "in_order": order,
            **({} if kind_of in ("weighing", "ticks") else told),
            **changes,
        }
    )


def choice(name: str, *options: str, **changes: Any) -> Question:
    """A choice between these options."""
    return question(name, answer=kind("choice", options), **changes)


def ticks(name: str, *options: str, alone: Iterable[str] = (), **changes: Any) -> Any:
    """A question with ticks; of `alone` none goes with another."""
    return question(name, answer=kind("ticks", options, alone), **changes)


def kind(name: str, options: Iterable[str], alone: Iterable[str] = ()) -> Any:
    lonely = set(alone)
    listed = [
        {"id": each, "label": each.title(), "says": f"Het is {each}."}
        | ({"alone": True} if each in lonely else {})
        for each in options
    ]
    return {"kind": name, "options": listed}


def card(name: str, *rows: Question, **changes: Any) -> Screen:
    """A card with these rows."""
    return Screen.model_validate(
        {
            "id": name,
            "chapter": rows[0].chapter,
            "title": name.title(),
            "rows": [row.model_copy(update={"card": name}) for row in rows],
            **changes,
        }
    )


def rule(name: str, when: Any) -> Rule:
    """A condition with a name, written as in a rule file."""
    return Rule.model_validate({"id": name, "when": when})


def condition(written: Any) -> Condition:
    """A condition, written as in a rule file."""
    return rule("r", written).when


def demand(name: str, when: Any, **changes: Any) -> Demand:
    """A demand of the law that decides; `changes` replaces any of its fields."""
    return Demand.model_validate(
        {
            "id": name,
            "title": f"{name.title()} is op orde",
            "short": name,
            "basis": "wet",
            "effect": "beslist",
            "when": when,
            "sources": ["wet-1"],
            "why": f"{name} hoort erbij",
            "repair": [REPAIR],
            **changes,
        }
    )


def weighing(name: str, when: Any, **changes: Any) -> Demand:
    """A demand of good practice that weighs."""
    return demand(name, when, **{"basis": "goed_bestuur", "effect": "weegt", **changes})


def outcome(name: str, **changes: Any) -> dict[str, Any]:
    return {"id": name, "label": name, "titles": [{"text": WORDS}], **changes}


def row(name: str, *tests: Any) -> dict[str, Any]:
    """A row of the table: `row("nee", stands("beslist", "niet_voldaan"))`."""
    return {"outcome": name, "when": list(tests)}


def stands(demands: Any, *standings: str) -> dict[str, Any]:
    """The test that one of these demands, due and applying, stands so."""
    return {"demands": demands, "any": list(standings)}


def ruled(name: str, *words: str) -> dict[str, Any]:
    """The test that a rule has one of these values."""
    return {"rule": name, "is": list(words)}


CLASH = {"clash": "ja"}
UNMET, OPEN = stands("beslist", "niet_voldaan"), stands("beslist", "onbekend")
TABLE = (row("nee", UNMET), row("open", CLASH), row("open", OPEN), row("ja"))


def decision(  # noqa: PLR0913 — each is a part of a decision
    screens: Iterable[Question | Screen],
    demands: Iterable[Demand],
    table: Any = TABLE,
    *,
    rules: Iterable[Rule] = (),
    clashes: Sequence[Any] = (),
    met: Iterable[str] = ("ja",),
    outcomes: Any = None,
    **changes: Any,
) -> Decision:
    """A decision of these parts; `met` are the outcomes that say so."""
    flattering = set(met)
    asked = tuple(each if isinstance(each, Screen) else alone(each) for each in screens)
    if not clashes:
        table = [each for each in table if CLASH not in each["when"]]
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
            "chapters": [{"id": "een", "title": "Een"}],
            "first_picture": {"altijd": [asked[0].id]},
            "table": table,
            "outcomes": outcomes
            or [outcome(name, met=name in flattering) for name in names],
            "clashes": clashes,
            **changes,
        }
    )
    return Decision(
        header=header,
        screens=asked,
        demands=tuple(demands),
        rules=tuple(rules),
        arguments=Arguments.model_validate(
            {
                side: [{"id": side, "text": WORDS, "sources": ["wet-1"]}]
                for side in ("for", "against")
            }
        ),
        fingerprint="sha256:0",
        gate=GATE,
    )


def alone(asked: Question) -> Screen:
    """The screen of a question on its own."""
    return Screen(id=asked.id, chapter=asked.chapter, title=asked.text, rows=(asked,))


PHASES = ("idee", "voorstel", "besluit")


def phased(
    screens: Iterable[Question | Screen], demands: Iterable[Demand], **changes: Any
) -> Decision:
    """A decision of a plan in three phases; it is open while the phase is unknown."""
    asked = [choice("fase", *PHASES, in_order="geen"), *screens]
    pictures = {phase: [asked[-1].id] for phase in PHASES}
    table = (row("open", {"phase": ["onbekend"]}), *TABLE)
    return decision(
        asked,
        demands,
        **{"phase": "fase", "first_picture": pictures, "table": table, **changes},
    )


def answers(**given: Any) -> dict[str, Answer]:
    """Answers as a test writes them: True, 7, "geweld", a list of ticks, None."""
    return {name: answer(value) for name, value in given.items()}


def answer(value: Any) -> Answer:
    match value:
        case None:
            return DONT_KNOW
        case bool():
            return YES if value else NO
        case int():
            return Number(value)
        case date():
            return Day(value)
        case list():
            return Ticks(tuple(value))
        case str():
            return Choice(value)
    raise TypeError(value)


def yes(name: str) -> dict[str, str]:
    """Write the condition that the answer is ja."""
    return {"question": name, "is": "ja"}


def no(name: str) -> dict[str, str]:
    """Write the condition that the answer is nee."""
    return {"question": name, "is": "nee"}


def good(name: str) -> dict[str, str]:
    """Write the condition that the answer is in order."""
    return {"question": name}


def all_of(*parts: Any) -> dict[str, Any]:
    return {"all_of": list(parts)}


def any_of(*parts: Any) -> dict[str, Any]:
    return {"any_of": list(parts)}
