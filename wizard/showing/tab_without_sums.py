"""A page on money or privacy where there is nothing to reckon: what is known, what to ask."""

from collections.abc import Iterator

from reports.dutch import capital
from rules.content.briefing import TabSubject
from wizard.counter import Work
from wizard.screen_parts import Asked, AskedOf, Shown
from wizard.showing.navigation import SECTION_OF, bar

HEADING = {
    TabSubject.GELD: "Wat kost het?",
    TabSubject.PRIVACY: "Wat betekent het voor privacy?",
}
HERE = {TabSubject.GELD: "costs", TabSubject.PRIVACY: "privacy"}


def told_screen(work: Work, subject: TabSubject) -> Shown:
    """Tell what is known, and what to ask whom."""
    writer = work.writer()
    return Shown(
        "screens/verteld.html",
        title=HEADING[subject],
        told=tuple(writer.passages(work.advice, SECTION_OF[subject])),
        notes=writer.notes.all(),
        asks=tuple(_asks(work, subject)),
        bar=bar(work, HERE[subject]),
    )


def _asks(work: Work, subject: TabSubject) -> Iterator[AskedOf]:
    bodies = work.library.bodies
    found = [each for each in work.decision.body_questions if each.tab is subject]
    for name in dict.fromkeys(each.to for each in found):
        texts = tuple(Asked(each.text, "") for each in found if each.to == name)
        yield AskedOf(capital(bodies[name].name), bodies[name].how, texts)
