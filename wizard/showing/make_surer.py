"""How to make an outcome surer: what is open, by where the answer can be found."""

from collections.abc import Iterator
from functools import partial

from reports.dutch import capital, counted
from rules.content.questions import LookUp, Question
from rules.grammar.answers import DontKnow
from rules.grammar.condition import asked as asked_by
from wizard.counter import Work
from wizard.screen_parts import Link, Shown
from wizard.showing.navigation import SURER, address, bar, result

# Questions whose answer is found in one place, or known by one body: its title, what to
# know of it, its address, and the questions.
OpenGroup = tuple[str, str, Link | None, list[Question]]

GRIFFIE = "griffie"
PLACES = {
    LookUp.RAADSINFORMATIE: (
        "In het raadsinformatiesysteem van uw gemeente",
        "Daar staan de stukken en besluiten van de raad.",
        None,
    ),
    LookUp.LOKALE_REGELGEVING: (
        "In de verordeningen van uw gemeente",
        "",
        Link("lokaleregelgeving.overheid.nl", "https://lokaleregelgeving.overheid.nl"),
    ),
    LookUp.BEKENDMAKINGEN: (
        "In de officiële bekendmakingen",
        "",
        Link("officielebekendmakingen.nl", "https://www.officielebekendmakingen.nl"),
    ),
}
Questions = tuple[Question, ...]


def surer_screen(work: Work) -> Shown:
    """Sort what is open into what one can look up, what the griffie knows, and the rest.

    Each part is one way to find answers, first what decides; `more` is what only weighs,
    behind a fold.
    """
    asked, decides = tuple(_askable(work)), _deciding(work)
    first = tuple(one for one in asked if one.id in decides)
    rest = tuple(one for one in asked if one.id not in decides)
    return Shown(
        "screens/zekerder.html",
        title="Maak dit zekerder",
        decision=work.decision.header.title,
        intro=_intro(work, first, rest),
        parts=tuple(_parts(work, first or rest)),
        more=tuple(_parts(work, rest)) if first else (),
        more_title=f"Wat alleen meeweegt: {counted(len(rest), 'vraag', 'vragen')}",
        stop=result(work),
        address=partial(address, work, returns=SURER) if work.may_change else None,
        bar=bar(work, "surer"),
    )


def _askable(work: Work) -> Iterator[Question]:
    """Leave out what hangs on a question that is open itself: that one comes first."""
    found = work.advice.ask_first
    open_ones = (one for one in found if isinstance(work.said(one), DontKnow | None))
    names = {one.id for one in open_ones}
    for one in found:
        gate = one.applies_when
        if gate is None or not names & set(asked_by(gate)):
            yield one


def _deciding(work: Work) -> set[str]:
    """Name the open questions that do more than weigh."""
    table = work.advice.table
    weighs, decides = (
        {name for each in some if each.is_open for name in each.carried_by}
        for some in (table.weighing, table.deciding)
    )
    return {one.id for one in work.advice.ask_first} - (weighs - decides)


def _intro(work: Work, first: Questions, rest: Questions) -> str:
    if not (first or rest):
        return "Er is nu niets meer uit te zoeken dat meetelt."
    if not first:
        return "Geen van deze vragen verandert de uitkomst. Zij wegen wel mee."
    subject = counted(len(first), "vraag", "vragen")
    verb = "bepaalt" if len(first) == 1 else "bepalen"
    if work.advice.firm and not work.advice.phase_is_guessed:
        return f"{subject} {verb} nog de telling, maar niet de uitkomst."
    return f"{subject} {verb} hoe zeker deze uitkomst is. Bij elke vraag staat waar u het antwoord vindt."


def _parts(
    work: Work, questions: Questions
) -> Iterator[tuple[str, tuple[OpenGroup, ...]]]:
    """Give the parts that have questions, from the nearest source to the furthest."""
    found = [one for one in questions if one.look_up in PLACES]
    rest = [one for one in questions if one.look_up not in PLACES]
    clerk = [one for one in rest if GRIFFIE in (one.look_up, one.who)]
    asked = [one for one in rest if GRIFFIE not in (one.look_up, one.who)]
    parts = (
        ("Zelf op te zoeken", tuple(_looked_up(found))),
        ("Weet de griffie", tuple(_known_by(work, clerk))),
        ("Alleen te vragen", tuple(_known_by(work, asked))),
    )
    yield from (part for part in parts if part[1])


def _looked_up(found: list[Question]) -> Iterator[OpenGroup]:
    for place, (title, about, link) in PLACES.items():
        rows = [one for one in found if one.look_up is place]
        if rows:
            yield title, about, link, rows


def _known_by(work: Work, asked: list[Question]) -> Iterator[OpenGroup]:
    bodies = work.library.bodies
    order = list(dict.fromkeys(one.who for one in asked))
    for name in order:
        body = bodies[name]
        rows = [one for one in asked if one.who == name]
        via = f"Via {bodies[body.via].name}." if body.via else ""
        yield capital(body.name), via, None, rows
