"""The gate: this is about a place and a rule, and never about one person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from flask import url_for
from wtforms import Field

from wizard.counter import Work
from wizard.forms import QuestionForm
from wizard.screen_parts import FieldFault, Link, NotedSentence, Tap
from wizard.showing.question_screens import WRONG
from wizard.showing.several_decisions import checklist
from wizard.showing.source_cards import SourceCards

GROUND = "De vragen hierna rusten op deze wetsartikelen."


@dataclass(frozen=True)
class GateScreen:
    """The question that comes before anything is stored."""

    template: ClassVar[str] = "screens/poort.html"
    title: str
    heading: str
    decision: str
    question: str
    about: str
    help: str
    ground: NotedSentence
    field: Field
    taps: tuple[Tap, ...]
    faults: tuple[FieldFault, ...]


@dataclass(frozen=True)
class ReferScreen:
    """Where somebody with a question about one household can go.

    `beside` is a line that ends in `ways`: decisions that may fit.
    """

    template: ClassVar[str] = "screens/doorverwijzing.html"
    title: str
    lines: tuple[str, ...]
    back: Link
    checklist: Link | None = None
    beside: str = ""
    ways: tuple[Link, ...] = ()


def gate_screen(work: Work, form: QuestionForm) -> GateScreen:
    """Show the question that comes before anything is stored."""
    header, gate = work.decision.header, work.decision.gate
    wrong = tuple(map(str, form.antwoord.errors))
    return GateScreen(
        title=(WRONG if wrong else "") + gate.text,
        heading=gate.text,
        decision=header.title,
        question=header.question,
        about=header.summary,
        help=gate.help,
        ground=SourceCards(work.counter.library.sources).sentence(GROUND, gate.sources),
        field=form.antwoord,
        taps=(Tap("ja", "Ja", ""), Tap("nee", "Nee", "")),
        faults=tuple(FieldFault(text, "#antwoord-0") for text in wrong),
    )


def refer_screen(work: Work) -> ReferScreen:
    """Show where a question about one household can go."""
    ways = tuple(_ways(work))
    beside = work.counter.library.beside_gate
    return ReferScreen(
        "Hiermee kan Raadwijzer niet helpen",
        work.decision.gate.refer,
        Link("Terug naar het begin", url_for("pages.start")),
        checklist(work),
        beside.text if beside is not None and ways else "",
        ways,
    )


def _ways(work: Work) -> Iterator[Link]:
    """Lead to the decisions that the gate names, other than the one at hand."""
    library = work.counter.library
    named = library.beside_gate.decisions if library.beside_gate is not None else ()
    for name in named:
        if name != work.decision.id:
            title = library.decision(name).header.title
            yield Link(title, url_for("pages.decision", name=name))
