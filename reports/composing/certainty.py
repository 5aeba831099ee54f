"""How sure an outcome is, in two halves: the answers, and the law.

The answers can still change it or not. The law says it itself, a judge said it, or it
hangs on a reading; these are different doubts, and neither stands in for the other.
"""

from enum import StrEnum

from reports.composing.demands import COUNTED, STATUS
from reports.composing.reasons import reasons
from reports.dutch import capital, say_date
from rules.content.demands import Basis
from rules.judging.advice import Advice
from rules.judging.demands import Tally, tally
from rules.judging.headline import PAIR
from rules.library import Library


class LawGround(StrEnum):
    """On what the law half rests; each has its sentence."""

    TEXT = "recht_wet"
    RULING = "recht_uitspraak"
    READING = "recht_lezing"
    WEIGHED = "recht_weegt"
    NONE = "recht_geen"


def answers_half(library: Library, advice: Advice) -> str:
    """Say whether the answers can still change the outcome, and which does so first."""
    if advice.firm:
        return library.say("antwoorden_vast")
    if advice.clashes:
        return library.say("antwoorden_botsen")
    if advice.decision.phases and advice.phase is None:
        return library.say("antwoorden_fase")
    if advice.ask_first:
        return library.say("antwoorden_open", vraag=advice.ask_first[0].alone)
    return library.say("antwoorden_keuze")


def law_of(library: Library, advice: Advice) -> LawGround:
    """Tell on what the outcome rests in the law.

    A title that says that demands are met rests on those, also where what only weighs
    is named beside it. Where a plain answer decides, the sources of its question tell.
    """
    # A reading goes first: others read that part otherwise, whatever carries the rest.
    if advice.headline.reading:
        return LawGround.READING
    found = reasons(advice)
    counted = advice.table.counting(advice.outcome).in_title
    if advice.outcome.met and any(
        each.demand.decides and each.demand.basis is Basis.WET for each in counted
    ):
        return LawGround.TEXT
    bases = {
        advice.demand(each.demand).demand.basis
        for each in found
        if each.demand is not None
    }
    if Basis.RECHTSPRAAK in bases:
        return LawGround.RULING
    if Basis.WET in bases:
        return LawGround.TEXT
    cited = (library.sources[name] for each in found for name in each.sources)
    # Where a demand speaks its basis tells; only a plain answer leans on its sources.
    is_law = not bases and any(source.is_law for source in cited)
    if is_law:
        return LawGround.TEXT
    judged = any(each.is_due for each in advice.table.deciding)
    return LawGround.WEIGHED if judged else LawGround.NONE


def law_half(library: Library, advice: Advice) -> str:
    """Say whether the law says it, a judge, or somebody who reads the law so."""
    told = library.say(law_of(library, advice))
    reading = advice.headline.reading
    return f"{told} {reading}" if reading else told


def tally_words(library: Library, counted: Tally) -> str:
    """Count in words what there is: “11 voldaan, 12 onbekend; 3 later”, “alle 9 …”."""
    there = [one for one in COUNTED if counted.of(one)]
    told = ", ".join(f"{counted.of(one)} {STATUS[one]}" for one in there)
    if len(there) == 1 and counted.due == PAIR:
        told = library.say("telling_beide", stand=STATUS[there[0]])
    elif len(there) == 1 and counted.due > 1:
        told = library.say("telling_alle", telling=told)
    later = str(counted.straks)
    if not counted.straks:
        return told or library.say("telling_niets")
    if not told:
        return library.say("telling_later", later=later)
    return library.say("telling_straks", telling=told, later=later)


def weighing_tally(advice: Advice) -> Tally:
    """Count what weighs."""
    return tally(advice.table.weighing)


def phase_words(advice: Advice) -> str:
    """Say how far the plan is; nothing where a decision has no phases."""
    if not advice.decision.phases:
        return ""
    named = (each.name for each in advice.decision.phases if each.id == advice.phase)
    return capital(next(named, "niet ingevuld"))


def too_late(library: Library, advice: Advice) -> str:
    """Warn that the reference date lies after the day on which the law was checked."""
    checked, day = advice.decision.header.checked_on, advice.casefile.reference_date
    if day <= checked:
        return ""
    return library.say(
        "peildatum_later", peildatum=say_date(day), nagekeken=say_date(checked)
    )
