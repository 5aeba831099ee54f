"""Stukken: what can be taken along, what is shared and kept, and how to wipe it."""

from reports.dutch import say_date
from wizard.clock import local_day
from wizard.counter import Work
from wizard.keeping.dossier import CAUSE, UNTOLD
from wizard.screen_parts import Shown
from wizard.showing.draft_as_sent import SORTS
from wizard.showing.navigation import bar
from wizard.showing.several_decisions import bundle, problem_called


def papers_screen(work: Work) -> Shown:
    """Show the papers of this dossier; who reads along sees only what may be read.

    `problem` is what the dossier came from; papers name it, unless `untold`.
    """
    dossier, decision = work.dossier, work.decision
    assert dossier is not None
    until = say_date(local_day(dossier.expires))
    return Shown(
        "screens/meenemen.html",
        title="Stukken",
        problem=problem_called(work.counter, dossier.texts.get(CAUSE, "")),
        untold=UNTOLD in dossier.texts,
        decision=decision,
        drafts=SORTS,
        has_checklist=decision.id in work.library.checklists,
        bundle=bundle(work),
        mine=work.may_change,
        kept=f"Dossier {dossier.code}, bewaard tot en met {until}.",
        bar=bar(work, "papers"),
    )
