"""In het kort: what it comes down to, what to ask tonight, and what to take along."""

from collections.abc import Iterable, Iterator

from flask import request

from reports.composing.certainty import LawGround, law_of, too_late
from reports.composing.memo_core import old_lines
from reports.composing.one_page import (
    MONEY,
    PRIVACY,
    beside,
    counts,
    decides,
    outcome,
    sides,
    tonight,
)
from reports.document import Block, Cell, Counts, lines
from reports.dutch import say_date
from wizard.counter import Counter, Work, judged_works, stale_law
from wizard.keeping.dossier import StoredDossier
from wizard.screen_parts import Shown
from wizard.showing.answer_notices import notices
from wizard.showing.navigation import (
    RESULT,
    bar,
    called,
    costs_page,
    name_of,
    page,
    privacy_page,
    read_link,
    squares,
)

NOT_JUDGED = " Raadwijzer kan het niet beoordelen, want de peildatum is te vroeg."
MOST_SQUARES = 28  # above that many the words say it better
LONGEST = 1_500  # characters of what can be copied whole


def brief_screen(work: Work) -> Shown:
    """Show the result in short, in the words of the memo of one page.

    `ways` gives by the name of a line the page that says more.
    """
    advice, library, writer = work.advice, work.library, work.writer()
    reads = law_of(library, advice)
    return Shown(
        "screens/kort.html",
        title=advice.headline.title,
        notices=notices(work),
        squares=_squares(work),
        outcome=tuple(outcome(writer, advice, in_short=True)),
        reading=library.say(LawGround.READING) if reads is LawGround.READING else "",
        certain=page(work, "demands"),
        decides=tuple(decides(writer, advice)),
        tonight_title=writer.say("kort_vanavond"),
        tonight=tuple(tonight(writer, advice)),
        tonight_text=tonight_as_text(work),
        sides_title=writer.sides_title(advice),
        sides=tuple(sides(writer, advice)),
        beside=tuple(beside(writer, advice)),
        ways=_ways(work),
        memo=writer.say("kort_memo"),
        mine=work.may_change,
        decision=work.decision.id,
        surer=len(advice.ask_first) if work.may_change else 0,
        calendar=writer.say("termijn_agenda") if advice.running_on else "",
        warnings=_warnings(work),
        # Of nearly every dossier of today, so it waits below what she asks tonight.
        checked=too_late(library, advice),
        old_title=library.say("oude_antwoorden"),
        old=old_lines(advice),
        bar=bar(work, RESULT),
    )


def reading_screen(counter: Counter, dossier: StoredDossier) -> Shown:
    """Show what follows from somebody else’s answers."""
    works = judged_works(counter, dossier)
    return Shown(
        "screens/meelezen.html",
        title="U leest mee",
        about=f"Dit is {called(counter, dossier)}.{'' if works else NOT_JUDGED}",
        parts=tuple((name_of(work), brief_screen(work)) for work in works),
        whole=f"{request.path}/dossier",
    )


def tonight_as_text(work: Work) -> str:
    """Write the questions for tonight out, to copy."""
    writer = work.writer()
    return "\n\n".join(
        f"{number}. {writer.say('aan', orgaan=writer.library.addressee(one.to))}: {one.text}"
        for number, one in enumerate(work.advice.tonight, 1)
    )


def as_text(work: Work) -> str:
    """Write all of it out in at most 1,500 characters; what does not fit is left out.

    The link to read along closes it, where there is one.
    """
    writer, advice = work.writer(), work.advice
    day = say_date(work.casefile.reference_date)
    parts = [
        f"{name_of(work)}, {day}",
        advice.headline.title,
        *_spoken(outcome(writer, advice)),
        f"{writer.say('kort_vanavond')}:",
        *tonight_as_text(work).split("\n\n"),
        *(f"{name}: {_said(cell)}" for name, cell in decides(writer, advice)),
        *(f"{name}: {_said(cell)}" for name, cell in beside(writer, advice)),
    ]
    mine = work.dossier if work.may_change else None
    link = read_link(mine) if mine is not None else ""
    told, end = "", f"Meelezen: {link}\n" if link else ""
    for part in parts:
        longer = f"{told}{part}\n"
        if len(longer + end) > LONGEST:
            break
        told = longer
    return told + end


def _spoken(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Counts):
            yield f"{block.words}."
        for spans in lines(block):
            yield "".join(span.text for span in spans)


def _said(cell: Cell) -> str:
    return "".join(span.text for span in cell.spans)


def _squares(work: Work) -> tuple[str, ...]:
    """Draw what the title counts, where that is few enough to be seen at once."""
    advice = work.advice
    if counts(advice) is None:
        return ()
    drawn = squares(advice.table.counting(advice.outcome).counts().of)
    return drawn if len(drawn) <= MOST_SQUARES else ()


def _ways(work: Work) -> dict[str, str]:
    """Give the page that says more, by the name of a line."""
    found = ((MONEY, costs_page(work)), (PRIVACY, privacy_page(work)))
    return {name: href for name, href in found if href}


def _warnings(work: Work) -> tuple[str, ...]:
    found = []
    dossier = work.dossier
    if dossier is not None and dossier.fingerprint != work.library.fingerprint:
        found.append(
            "De regels zijn gewijzigd sinds dit dossier begon. "
            "Deze uitkomst volgt de regels van nu."
        )
    old = stale_law(work.chart, work.counter.today())
    if old is not None:
        found.append(old)
    return tuple(found)
