"""In het kort: what it comes down to, what to ask tonight, and what to take along."""

from collections.abc import Iterable, Iterator

from flask import url_for

from reports.brief import (
    MONEY,
    PRIVACY,
    SIDES,
    TONIGHT,
    beside,
    counts,
    decides,
    outcome,
    sides,
    tonight,
)
from reports.certainty import Law, law_of, too_late
from reports.core import old_lines
from reports.desk import Desk as Papers
from reports.document import Block, Cell, Counts, KeyValues, Section, lines
from reports.dutch import say_date
from reports.notes import Notes
from wizard.screens.parts import Link
from wizard.screens.result import BriefScreen
from wizard.showing.noticing import notices
from wizard.showing.standing import (
    RESULT,
    bar,
    costs_page,
    counted,
    name_of,
    page,
    privacy_page,
    read_link,
    squares,
)
from wizard.work import Work, stale_law

MOST_SQUARES = 28  # above that many the words say it better
LONGEST = 1_500  # characters of what can be copied whole


def papers_desk(work: Work) -> Papers:
    """Give what a writer of papers has at hand, to write the parts of a page."""
    library = work.desk.library
    return Papers(library, Notes(library.sources), work.desk.version)


def brief_screen(work: Work) -> BriefScreen:
    """Show the result in short, in the words of the memo of one page."""
    advice, library, desk = work.advice, work.desk.library, papers_desk(work)
    name, reads = work.decision.id, law_of(work.desk.library, work.advice)
    memo = url_for("papers.memo", name=name, form="pdf")
    return BriefScreen(
        title=advice.headline.title,
        notices=notices(work),
        squares=_squares(work),
        outcome=tuple(outcome(desk, advice, in_short=True)),
        reading=library.say(Law.READING) if reads is Law.READING else "",
        certain=page(work, "demands"),
        decides=_facts(desk.say("kort_wat_er_speelt"), decides(desk, advice)),
        tonight=_section(TONIGHT, desk.say("kort_vanavond"), tonight(desk, advice)),
        tonight_text=tonight_as_text(work),
        sides=_section(SIDES, desk.sides_title(advice), sides(desk, advice)),
        beside=_facts(desk.say("kort_goed_om_te_weten"), beside(desk, advice)),
        ways=_ways(work),
        memo=Link(desk.say("kort_memo"), memo),
        papers=_papers(work),
        as_text=Link("Als tekst", url_for("pages.in_short_as_text", name=name)),
        surer=_surer(work),
        answers=Link("Antwoorden", page(work, "overview")),
        calendar=_calendar(work),
        warnings=_warnings(work),
        old_title=library.say("oude_antwoorden"),
        old=old_lines(advice),
        bar=bar(work, RESULT),
    )


def _calendar(work: Work) -> Link | None:
    if not work.advice.running:
        return None
    name = work.decision.id
    return Link(
        work.desk.library.say("termijn_agenda"), url_for("reminders.terms", name=name)
    )


def tonight_as_text(work: Work) -> str:
    """Write the questions for tonight out, to copy."""
    desk = papers_desk(work)
    return "\n\n".join(
        f"{number}. Aan {desk.addressee(one.to)}: {one.text}"
        for number, one in enumerate(work.advice.tonight, 1)
    )


def as_text(work: Work) -> str:
    """Write all of it out in at most 1,500 characters; what does not fit is left out.

    The link to read along closes it, where there is one.
    """
    desk, advice = papers_desk(work), work.advice
    day = say_date(work.casefile.reference_date)
    parts = [
        f"{name_of(work)}, {day}",
        advice.headline.title,
        *_spoken(outcome(desk, advice)),
        f"{desk.say('kort_vanavond')}:",
        *tonight_as_text(work).split("\n\n"),
        *(f"{name}: {_said(cell)}" for name, cell in decides(desk, advice)),
        *(f"{name}: {_said(cell)}" for name, cell in beside(desk, advice)),
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


def _section(name: str, title: str, blocks: Iterable[Block]) -> Section | None:
    found = tuple(blocks)
    return Section(name, title, found) if found else None


def _facts(caption: str, pairs: Iterable[tuple[str, Cell]]) -> tuple[Block, ...]:
    found = tuple(pairs)
    return (KeyValues(caption, found),) if found else ()


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


def _papers(work: Work) -> tuple[Link, ...]:
    """Lead to the papers that a council member writes; who reads along has the dossier."""
    name = work.decision.id
    if not work.may_change:
        whole = url_for("papers.whole", name=name, form="pdf")
        return (Link("Volledig dossier", whole),)
    return tuple(
        Link(text, url_for("drafts.compose", name=name, slug=slug))
        for text, slug in (("Raadsvragen", "vragen"), ("Motie", "motie"))
    )


def _surer(work: Work) -> Link | None:
    """Lead to the questions that make it surer, where there are."""
    if not work.may_change or not work.advice.ask_first:
        return None
    count = counted(len(work.advice.ask_first), "vraag", "vragen")
    return Link(f"Maak dit zekerder: {count}", page(work, "surer"))


def _warnings(work: Work) -> tuple[str, ...]:
    found = []
    dossier = work.dossier
    if dossier is not None and dossier.fingerprint != work.desk.library.fingerprint:
        found.append(
            "De regels zijn gewijzigd sinds dit dossier begon. "
            "Deze uitkomst volgt de regels van nu."
        )
    old = stale_law(work.chart, work.desk.today())
    if old is not None:
        found.append(old.warning)
    late = too_late(work.desk.library, work.advice)
    if late:
        found.append(late)
    return tuple(found)
