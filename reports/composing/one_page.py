"""The answer on one page: what it comes down to, what to ask tonight, and who decides.

The page *In het kort* and the memo of one page say the same sentences in the same order;
each leaves out what the other has elsewhere.
"""

from collections.abc import Iterator
from itertools import islice

from reports.composing.certainty import answers_half, law_half, too_late
from reports.composing.demands import COUNTED, STATUS
from reports.composing.memo_core import old_lines, term
from reports.composing.reasons import reasons
from reports.composing.research_part import seen_in_short
from reports.composing.writer import Writer, cell, paragraph
from reports.document import (
    Block,
    Cell,
    Counts,
    KeyValues,
    Listing,
    Paragraph,
    Section,
    Span,
    Spans,
    Table,
    Tone,
)
from reports.dutch import capital
from rules.content.briefing import TextSection
from rules.content.demands import Standing
from rules.judging.advice import Advice
from rules.judging.answer_meaning import first_sentence, sentences
from rules.judging.robustness import robustness
from rules.judging.two_sides import Point, two_sides
from rules.judging.what_to_ask import TonightQuestion

REASONS, POINTS, REPAIRS = 3, 2, 1
OUTCOME, WHY, TONIGHT, SIDES, KNOW = (
    "uitkomst",
    "waarom",
    "vanavond",
    "voor-en-tegen",
    "goed-om-te-weten",
)
MONEY, PRIVACY, COUNCIL = "Geld", "Privacy", "raad"


def brief(writer: Writer, advice: Advice, prefix: str = "") -> Iterator[Section]:
    """Give the parts of the memo of one page; one with nothing to say is left out."""
    parts = (
        (
            OUTCOME,
            advice.headline.title,
            (*outcome(writer, advice), sure(writer, advice)),
        ),
        (WHY, writer.say("kort_waarom"), why(writer, advice)),
        (TONIGHT, writer.say("kort_vanavond"), tonight(writer, advice)),
        (SIDES, writer.sides_title(advice), sides(writer, advice)),
        (KNOW, writer.say("kort_goed_om_te_weten"), know(writer, advice)),
    )
    for name, title, blocks in parts:
        found = tuple(blocks)
        if found:
            yield Section(f"{prefix}{name}", title, found)


def outcome(
    writer: Writer, advice: Advice, *, in_short: bool = False
) -> Iterator[Block]:
    """Say how the demands stand, and what can be better; or what the title means.

    `in_short`: of that one sentence beside a tally, two without.
    """
    if advice.clashes:
        yield paragraph(writer.say("antwoorden_botsen"))
    counted = counts(advice)
    if counted is not None:
        yield counted
    if advice.headline.meaning and not (counted and advice.table.deciding):
        meant = sentences(advice.headline.meaning)
        most = (1 if counted else 2) if in_short else None
        yield paragraph(" ".join(meant[:most]))
    yield from repair(writer, advice)


def counts(advice: Advice) -> Counts | None:
    """Count what the title counts, each number that there is.

    Nothing where another road was taken, or where none is due.
    """
    tally = advice.table.counting(advice.outcome).counts()
    if advice.outcome.ends or not tally.due:
        return None
    told = (*COUNTED, Standing.STRAKS)
    return Counts(tuple((STATUS[one], tally.of(one)) for one in told if tally.of(one)))


def repair(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Say of what the title counts the first that can be better, and who can do it.

    What carries the outcome goes before, in the order in which it is told: a title about
    the votes is not followed by what is wrong with the money. Of another road nothing
    here is to be repaired.
    """
    if advice.outcome.ends:
        return
    order = {each.demand: place for place, each in enumerate(reasons(advice))}
    counted = sorted(
        advice.table.counting(advice.outcome).in_title,
        key=lambda judged: order.get(judged.demand.id, len(order)),
    )
    found = (
        each
        for judged in counted
        if judged.standing is Standing.NIET_VOLDAAN
        for each in judged.repair
    )
    for each in islice(found, REPAIRS):
        can = writer.say("kort_dat_kan", orgaan=writer.library.bodies[each.who].briefly)
        label = Span(f"{writer.say('kort_te_herstellen')} ", strong=True)
        yield Paragraph((label, Span(f"{each.text} "), Span(can, soft=True)))


def sure(writer: Writer, advice: Advice) -> Block:
    """Say how sure it is, in both halves; that answers clash was said above."""
    asks_on = advice.ask_first and not advice.firm
    told = writer.say("kort_open") if asks_on else answers_half(writer.library, advice)
    answers = () if advice.clashes else (told,)
    halves = (*answers, law_half(writer.library, advice))
    return Paragraph(
        (Span(f"{writer.say('kort_hoe_zeker')} ", strong=True), Span(" ".join(halves))),
        Tone.SMALL,
    )


def why(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Give the reasons that carry the outcome, at most three."""
    found = reasons(advice)[:REASONS]
    if found:
        yield Listing(tuple((writer.cited(each.text, each.sources),) for each in found))


def tonight(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Give the three questions, each with whom to ask."""
    if advice.tonight:
        items = tuple(_asked(writer, each) for each in advice.tonight)
        yield Listing(items, ordered=True)


def _asked(writer: Writer, each: TonightQuestion) -> Spans:
    to = writer.say("kort_aan", orgaan=writer.in_a_word(each.to))
    return writer.cited(each.text, each.sources), Span(f" {to}", soft=True)


def sides(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Put two points on each side, each in one sentence."""
    if advice.outcome.ends:
        return
    both = two_sides(advice, POINTS)
    rows = tuple(
        (_point(writer, advice, one), _point(writer, advice, other))
        for one, other in zip(both.for_, both.against, strict=True)
    )
    head = ("Voor", "Tegen")
    yield Table(writer.say("kort_twee_kanten"), head, rows, (50, 50), row_heads=False)


def _point(writer: Writer, advice: Advice, point: Point) -> Cell:
    bank = advice.decision.arguments
    shorts = {each.id: each.short for each in (*bank.for_, *bank.against)}
    short = shorts.get(point.argument or "")
    return Cell((writer.cited(short or first_sentence(point.text), point.sources),))


def know(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Say who decides, whether it works, money, privacy, and what this does not say."""
    said = (*decides(writer, advice), *beside(writer, advice), *_mind(writer, advice))
    unsaid = ("Niet in dit memo", cell(writer.say("kort_niet")))
    yield KeyValues(writer.say("kort_wat_er_speelt"), (*said, unsaid))


def decides(writer: Writer, advice: Advice) -> Iterator[tuple[str, Cell]]:
    """Say who decides, and what the council does; not where another rule holds."""
    if advice.outcome.ends:
        return
    header = advice.decision.header
    said = _fixed(writer, advice, TextSection.DECIDES) or (
        writer.cited(writer.say("kort_beslist"), header.legal_basis[:1]),
    )
    yield capital(writer.in_a_word(header.body)), Cell(said)
    council = _fixed(writer, advice, TextSection.COUNCIL)
    if council and header.body != COUNCIL:  # else the first line is about the council
        yield capital(writer.in_a_word(COUNCIL)), Cell(council)


def beside(writer: Writer, advice: Advice) -> Iterator[tuple[str, Cell]]:
    """Say in a line each: terms that run, whether it works, money, and what privacy asks."""
    if advice.outcome.ends:
        return
    for each in advice.running:
        yield writer.say("termijn_kop"), Cell(term(writer, advice, each))
    works = tuple(seen_in_short(writer, advice.decision))
    if works:
        yield "Werkt het?", Cell(works)
    for name, part in (
        (MONEY, TextSection.MONEY),
        (PRIVACY, TextSection.PRIVACY_IN_SHORT),
    ):
        said = _fixed(writer, advice, part)
        if said:
            yield name, Cell(said)


def _mind(writer: Writer, advice: Advice) -> Iterator[tuple[str, Cell]]:
    """Say what a reader must not miss: the date, answers in doubt, answers of before."""
    late, lost = too_late(writer.library, advice), advice.casefile.untranslated
    told = [late] if late else []
    if advice.casefile.doubtful:
        found = robustness(advice.chart, advice.answers, advice.casefile.doubtful)
        decides_too = (
            "kort_twijfel_beslist" if found.deciding else "kort_twijfel_blijft"
        )
        told.append(writer.say(decides_too))
    if lost:
        told.append(writer.say_left(len(lost), one="kort_oud", more="kort_ouder"))
    elif old_lines(advice):
        told.append(writer.say("kort_vroeger"))
    if told:
        yield "Let op", cell(" ".join(told))


def _fixed(writer: Writer, advice: Advice, part: TextSection) -> Spans:
    """Give the first fixed sentence of a part that holds for this dossier."""
    found = writer.passages(advice, part, most=1)
    return tuple(span for passage in found for span in passage.spans)
