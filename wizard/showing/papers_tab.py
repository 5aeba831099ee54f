"""Stukken: what can be taken along, what is shared and kept, and how to wipe it."""

from reports.dutch import say_date
from wizard.clock import local_day
from wizard.counter import Work
from wizard.screen_parts import Shown
from wizard.showing.draft_as_sent import SORTS
from wizard.showing.navigation import bar
from wizard.showing.several_decisions import bundle, cause, checklist


def papers_screen(work: Work) -> Shown:
    """Show the papers of this dossier; who reads along sees only what may be read."""
    name, dossier, mine = work.decision.id, work.dossier, work.may_change
    assert dossier is not None
    until = say_date(local_day(dossier.expires))
    return Shown(
        "screens/meenemen.html",
        title="Stukken",
        cause=cause(work),
        name=name,
        drafts=SORTS if mine else (),
        sheet=checklist(work),
        bundle=bundle(work),
        mine=mine,
        compares=name if work.decision.costs.measures else "",
        kept=f"Dossier {dossier.code}, bewaard tot en met {until}.",
        bar=bar(work, "papers"),
    )
