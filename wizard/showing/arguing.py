"""Voor en tegen: both cases, what research saw, what one often hears, and who decides."""

from collections.abc import Iterable

from flask import url_for

from reports.dutch import capital
from reports.evidence import evidence, measures_of
from rules.content.briefing import Argument, Statement
from rules.judging.two_sides import Point, two_sides
from wizard.screens.parts import Link, Sentence
from wizard.screens.result import Misreading, Powers, Side, SidesScreen
from wizard.showing.citing import Notes
from wizard.showing.standing import bar
from wizard.showing.summing_up import papers_desk
from wizard.work import Work

TOLD = ("afweging", "alternatieven")


def sides_screen(work: Work) -> SidesScreen:
    """Show equally many points on each side, and what is known of the effect."""
    decision, desk = work.decision, papers_desk(work)
    notes = Notes(work.desk.library.sources)
    has_measures = bool(decision.costs.measures)
    compare = url_for("compare.measures", name=decision.id)
    return SidesScreen(
        title="Voor en tegen",
        about=capital(decision.arguments.about or ""),
        case=_case(work, notes),
        sides=_all_arguments(work, notes),
        told=tuple(b for part in TOLD for b in desk.passages(work.advice, part)),
        evidence=tuple(evidence(desk, decision)),
        studied=_studied(work),
        misreadings=tuple(
            Misreading(one.heard, notes.sentence(one.instead, one.sources))
            for one in decision.corrections
        ),
        facts=_statements(notes, decision.facts),
        powers=_powers(work, notes),
        notes=desk.notes.all(),
        compare=Link("Maatregelen naast elkaar", compare) if has_measures else None,
        bar=bar(work, "sides"),
    )


def _studied(work: Work) -> tuple[Link, ...]:
    """Lead to the cards of the studies, measure by measure."""
    found = measures_of(work.decision, work.desk.library.evidence)
    return tuple(
        Link(
            f"De onderzoeken naar {each.title.lower()}",
            url_for("evidence.measure", measure=each.id.replace("_", "-")),
        )
        for each in found
    )


def _statements(notes: Notes, found: Iterable[Statement]) -> tuple[Sentence, ...]:
    return tuple(notes.sentence(one.text, one.sources) for one in found)


def _case(work: Work, notes: Notes) -> tuple[Side, ...]:
    """Show the strongest case for and against, equally many points."""
    both = two_sides(work.advice)
    return (
        _strongest(notes, "sterkst-voor", "Het sterkste vóór", both.for_),
        _strongest(notes, "sterkst-tegen", "Het sterkste tegen", both.against),
    )


def _strongest(notes: Notes, name: str, title: str, points: Iterable[Point]) -> Side:
    return Side(
        name, title, tuple(notes.sentence(one.text, one.sources) for one in points)
    )


def _all_arguments(work: Work, notes: Notes) -> tuple[Side, ...]:
    """Show every argument that the decision knows, as many on each side."""
    bank = work.decision.arguments
    return (
        _side(notes, "alle-voor", "Voor", bank.for_),
        _side(notes, "alle-tegen", "Tegen", bank.against),
    )


def _side(notes: Notes, name: str, title: str, found: tuple[Argument, ...]) -> Side:
    return Side(name, title, _statements(notes, found))


def _powers(work: Work, notes: Notes) -> tuple[Powers, ...]:
    """Show what each body can and cannot do."""
    bodies = work.desk.library.bodies
    return tuple(
        Powers(
            capital(bodies[role.body].name),
            _statements(notes, role.can),
            _statements(notes, role.cannot),
        )
        for role in work.decision.roles
    )
