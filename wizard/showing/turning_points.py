"""“Wat moet er veranderen, en wie kan dat?”: the smallest changes, by who can make them."""

from reports.dutch import capital, enumerate_words, say_answer
from rules.judging.turning import Turn
from wizard.screens.result import Change, ChangesBy
from wizard.showing.standing import counted
from wizard.work import Work

MOST_SHOWN = 3


def changes_by_body(work: Work) -> tuple[ChangesBy, ...]:
    """Group the smallest changes by the bodies that together can bring them about."""
    grouped: dict[tuple[str, ...], list[Turn]] = {}
    for turn in work.advice.turns:
        grouped.setdefault(turn.who, []).append(turn)
    return tuple(_by(work, who, turns) for who, turns in grouped.items())


def _by(work: Work, who: tuple[str, ...], turns: list[Turn]) -> ChangesBy:
    bodies = work.desk.library.bodies
    names = [bodies[name].name for name in who]
    together = " samen" if len(names) > 1 else ""
    told = _one_of_each(turns)
    rest = [turn for turn in turns if turn not in told]
    return ChangesBy(
        body=f"{capital(enumerate_words(names))}{together}",
        changes=tuple(_change(work, turn) for turn in told),
        more=_left(len(rest)),
    )


def _left(number: int) -> str:
    told = counted(number, "andere manier", "andere manieren")
    return f"En nog {told}." if number else ""


def _one_of_each(turns: list[Turn]) -> list[Turn]:
    """Give the smallest turn to each outcome first, up to what one can take in."""
    first: dict[str, Turn] = {}
    for turn in turns:
        first.setdefault(turn.outcome, turn)
    others = [turn for turn in turns if turn not in first.values()]
    return [*first.values(), *others][:MOST_SHOWN]


def _change(work: Work, turn: Turn) -> Change:
    questions = work.decision.question_by_id
    facts = tuple(
        f"{questions[name].text} {capital(say_answer(questions[name], answer))}."
        for name, answer in turn.facts
    )
    return Change(facts, work.decision.outcome_by_id[turn.outcome].title)
