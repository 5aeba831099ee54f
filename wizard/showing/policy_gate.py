"""The gate: this is about a place and a rule, and never about one person."""

from collections.abc import Iterator

from flask import url_for

from wizard.counter import Work
from wizard.forms import QuestionForm
from wizard.screen_parts import FieldFault, Link, Shown, Tap
from wizard.showing.several_decisions import checklist
from wizard.showing.source_cards import SourceCards


def gate_screen(work: Work, form: QuestionForm) -> Shown:
    """Show the question that comes before anything is stored."""
    gate = work.decision.gate
    wrong = tuple(map(str, form.antwoord.errors))
    return Shown(
        "screens/poort.html",
        title=gate.text,
        is_wrong=bool(wrong),
        header=work.decision.header,
        gate=gate,
        cards=SourceCards(work.counter.library.sources),
        field=form.antwoord,
        taps=(Tap("ja", "Ja", ""), Tap("nee", "Nee", "")),
        faults=tuple(FieldFault(text, "#antwoord-0") for text in wrong),
    )


def refer_screen(work: Work) -> Shown:
    """Show where a question about one household can go.

    `beside` is a line that ends in `ways`: decisions that may fit.
    """
    ways = tuple(_ways(work))
    beside = work.counter.library.beside_gate
    return Shown(
        "screens/doorverwijzing.html",
        title="Hiermee kan Raadwijzer niet helpen",
        lines=work.decision.gate.refer,
        checklist=checklist(work),
        beside=beside.text if beside is not None and ways else "",
        ways=ways,
    )


def _ways(work: Work) -> Iterator[Link]:
    """Lead to the decisions that the gate names, other than the one at hand."""
    library = work.counter.library
    named = library.beside_gate.decisions if library.beside_gate is not None else ()
    for name in named:
        if name != work.decision.id:
            title = library.decision(name).header.title
            yield Link(title, url_for("pages.decision", name=name))
