"""The result: outcome, reasons, what is open and for whom, both sides, sources."""

from reports.dutch import say_date
from reports.reasons import Reason, reasons
from rules.grammar.truth import Truth
from wizard.screens.parts import Link, Sentence
from wizard.screens.result import AdviceScreen, Misreading
from wizard.showing.citing import Notes
from wizard.showing.deciding import what_it_can_do
from wizard.showing.doubts import firmness_in_doubt
from wizard.showing.overviews import asked
from wizard.showing.result_parts import (
    all_arguments,
    as_text,
    asks,
    downloads,
    powers,
    skipped,
    statements,
    strongest_case,
    tables,
)
from wizard.showing.standing import bar, counted, firmness
from wizard.showing.together import bundle
from wizard.showing.turning_points import changes_by_body
from wizard.showing.weighing import cards, ways
from wizard.work import Work, stale_law

MOST_REASONS = 6
FIRM = "Deze antwoorden veranderen de uitkomst niet meer. Zij vullen het memo aan."
OPEN = "Wat de uitkomst nog kan veranderen, staat vooraan."
PARTS = (
    ("waarom", "Waarom deze uitkomst"),
    ("vragen", "Nog uit te zoeken, en bij wie"),
    ("anders", "Wat moet er veranderen, en wie kan dat?"),
    ("twijfel", "Hoe stevig staat dit?"),
    ("toets", "De toets per voorwaarde"),
    ("voor-en-tegen", "Punten voor en tegen"),
    ("wegen", "Kosten, privacy en andere maatregelen"),
    ("wie-beslist", "Wie beslist wat"),
    ("goed-om-te-weten", "Goed om te weten"),
    ("meenemen", "Meenemen"),
    ("bronnen", "Bronnen"),
)


def advice_screen(work: Work) -> AdviceScreen:
    """Show everything that follows from what is known."""
    advice, decision = work.advice, work.decision
    notes = Notes(work.desk.library.sources)
    told = [_reason(notes, reason) for reason in reasons(advice)]
    questions, changes = asks(work), changes_by_body(work)
    doubts = firmness_in_doubt(work)
    shown = {
        "vragen": questions,
        "anders": changes,
        "twijfel": doubts.says or doubts.mark,
        "wegen": bool(ways(work)),
    }
    return AdviceScreen(
        title=advice.outcome.title,
        decision=f"Uitkomst · {decision.header.title}",
        outcome=advice.outcome.title,
        meaning=advice.outcome.meaning,
        next_step=advice.outcome.next_step,
        firmness=firmness(work),
        possible=() if advice.firm else tuple(one.title for one in advice.possible),
        basis=_basis(work),
        warnings=_warnings(work),
        parts=tuple(
            Link(text, f"#{name}") for name, text in PARTS if shown.get(name, True)
        ),
        reasons=tuple(told[:MOST_REASONS]),
        more_reasons=tuple(told[MOST_REASONS:]),
        more_title=f"Nog {counted(len(told[MOST_REASONS:]), 'reden', 'redenen')}",
        ask_first=next(iter(asked(work, advice.ask_first[:1])), None),
        ask_why=_why_first(work),
        asks=questions,
        asks_intro=FIRM if advice.firm else OPEN,
        asks_text=as_text(questions),
        changes=changes,
        robust=doubts,
        skipped=skipped(work),
        tables=tables(work, notes),
        case=strongest_case(work, notes),
        sides=all_arguments(work, notes),
        powers=powers(work, notes),
        misreadings=tuple(
            Misreading(one.heard, notes.sentence(one.instead, one.sources))
            for one in decision.corrections
        ),
        facts=statements(notes, decision.facts),
        sources=notes.listed(),
        weighing=cards(work),
        downloads=downloads(work),
        bundle=bundle(work),
        bar=bar(work, "advice"),
    )


def _why_first(work: Work) -> tuple[str, ...]:
    """Tell what the first thing to ask decides; nothing where nothing can change."""
    first = next(iter(work.advice.ask_first), None)
    return () if first is None or work.is_firm else what_it_can_do(work, first)


def _basis(work: Work) -> str:
    checked = say_date(work.decision.header.checked_on)
    told = counted(work.answered, "antwoord", "antwoorden")
    return f"Dit rust op {told}, en op regels met stand {checked}."


def _warnings(work: Work) -> tuple[str, ...]:
    found = []
    dossier = work.dossier
    if dossier is not None and dossier.fingerprint != work.desk.library.fingerprint:
        found.append(
            "De regels zijn gewijzigd sinds u met dit dossier begon. "
            "Deze uitkomst volgt de regels van nu."
        )
    old = stale_law(work.chart, work.desk.today())
    if old is not None:
        found.append(old.warning)
    return tuple(found)


def _reason(notes: Notes, reason: Reason) -> Sentence:
    is_open = reason.truth is Truth.UNKNOWN
    return notes.sentence(reason.text, reason.sources, is_open=is_open)
