"""Voor en tegen: both cases, what research saw, what one often hears, and who decides."""

from reports.composing.research_part import evidence, measures_of, seen_in_short
from reports.document import Paragraph
from reports.dutch import capital
from rules.judging.misreadings import touched
from rules.judging.two_sides import two_sides
from wizard.counter import Work
from wizard.screen_parts import Shown
from wizard.showing.navigation import bar
from wizard.showing.source_cards import SourceCards

TOLD = ("afweging", "alternatieven")


def sides_screen(work: Work) -> Shown:
    """Show equally many points on each side, and what is known of the effect.

    `seen` is what research saw in one line, the same as on In het kort. `misreadings`
    touch what this dossier answers; the others wait behind a fold.
    """
    decision, library, writer = work.decision, work.library, work.writer()
    both, bank, touching = (
        two_sides(work.advice),
        decision.arguments,
        touched(work.advice),
    )
    seen = tuple(seen_in_short(writer, decision))
    return Shown(
        "screens/voor_en_tegen.html",
        title="Voor en tegen",
        about=capital(bank.about or ""),
        case=(
            ("Het sterkste vóór", "sterkst-voor", both.for_),
            ("Het sterkste tegen", "sterkst-tegen", both.against),
        ),
        sides=(("Voor", "alle-voor", bank.for_), ("Tegen", "alle-tegen", bank.against)),
        told=tuple(b for part in TOLD for b in writer.passages(work.advice, part)),
        seen=(Paragraph(seen),) if seen else (),
        evidence=tuple(evidence(writer, decision)),
        studied=measures_of(decision, library.evidence),
        misreadings=touching,
        others=tuple(one for one in decision.corrections if one not in touching),
        decision=decision,
        bodies=library.bodies,
        cards=SourceCards(library.sources),
        notes=writer.notes.all(),
        bar=bar(work, "sides"),
    )
