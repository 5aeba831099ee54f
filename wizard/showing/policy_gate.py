"""The gate: this is about a place and a rule, and never about one person."""

from wizard.counter import Work
from wizard.screen_parts import Link, Shown, Tap
from wizard.showing.source_cards import SourceCards


def gate_screen(work: Work, fault: str = "") -> Shown:
    """Show the question that comes before anything is stored."""
    gate = work.decision.gate
    return Shown(
        "screens/poort.html",
        title=gate.text,
        header=work.decision.header,
        gate=gate,
        cards=SourceCards(work.library.sources),
        taps=(Tap("ja", "Ja", ""), Tap("nee", "Nee", "")),
        faults=(Link(fault, "#antwoord-0"),) if fault else (),
    )


def refer_screen(work: Work) -> Shown:
    """Show where a question about one household can go.

    `beside` is a line that ends in `ways`: decisions that may fit, other than this one.
    """
    library, name = work.library, work.decision.id
    beside = library.beside_gate
    named = beside.decisions if beside is not None else ()
    return Shown(
        "screens/doorverwijzing.html",
        title="Hiermee kan Raadwijzer niet helpen",
        lines=work.decision.gate.refer,
        checklist=name if name in library.checklists else "",
        beside=beside,
        ways=[library.decision(one) for one in named if one != name],
    )
