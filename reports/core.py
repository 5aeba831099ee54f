"""The core of a memo, on one page: the outcome, how firm, why, and what to ask first."""

from collections.abc import Iterator

from reports.desk import Desk, cell, paragraph
from reports.document import Block, Callout, Cell, KeyValues, Listing, Span, Tone
from reports.dutch import capital, enumerate_words, say_date
from reports.reasons import reasons
from rules.content.decision import Decision
from rules.grammar.answers import DONT_KNOW
from rules.judging.advice import Advice
from rules.judging.robustness import Robustness, robustness
from rules.library import Library

REASONS = 4
QUESTIONS = 3


def core(desk: Desk, advice: Advice) -> Iterator[Block]:
    """Compose the first part."""
    outcome = advice.outcome
    yield paragraph(outcome.title, tone=Tone.LEAD)
    yield paragraph(outcome.meaning)
    yield KeyValues("De uitkomst in het kort", tuple(_in_short(desk, advice)))
    yield from _why(desk, advice)
    yield from _ask_first(desk, advice)
    yield paragraph(outcome.next_step)
    day = say_date(advice.decision.header.checked_on)
    disclaimer = desk.say("disclaimer", datum=day)
    yield Callout(desk.say("disclaimer_titel"), (paragraph(disclaimer),))


def _in_short(desk: Desk, advice: Advice) -> Iterator[tuple[str, Cell]]:
    header = advice.decision.header
    yield "Vraag", cell(header.question)
    body = desk.cited(desk.body(header.body), header.legal_basis[:1])
    yield "Wie beslist", Cell((body,))
    yield "Zekerheid", cell(certainty(desk, advice))
    if advice.casefile.doubtful:
        yield "Twijfel", cell(_in_doubt(desk, advice))
    yield "Antwoorden", cell(_tally(desk, advice))


def certainty(desk: Desk, advice: Advice) -> str:
    """Say in words whether open points can still change the outcome."""
    if advice.firm:
        return desk.say("zekerheid_vast")
    others = [o for o in advice.possible if o.id != advice.outcome.id]
    labels = enumerate_words([f"‘{other.label}’" for other in others], "of")
    return desk.say("zekerheid_voorlopig", uitkomsten=labels)


def _in_doubt(desk: Desk, advice: Advice) -> str:
    found = robustness(advice.chart, advice.answers, advice.casefile.doubtful)
    return say_doubts(desk.library, advice.decision, found)


def say_doubts(library: Library, decision: Decision, found: Robustness) -> str:
    """Say which doubtful answers decide the outcome, and which change nothing."""
    deciding, steady = (
        enumerate_words([decision.question_by_id[name].ref for name in names])
        if names
        else ""
        for names in (found.deciding, found.steady)
    )
    if not deciding:
        return library.say("twijfel_blijft", vragen=steady)
    which = "twijfel_beslist" if len(found.deciding) == 1 else "twijfel_beslissen"
    told = library.say(which, vragen=deciding)
    rest = f" {library.say('twijfel_rest', vragen=steady)}" if steady else ""
    return f"{told}{rest}"


def _tally(desk: Desk, advice: Advice) -> str:
    given = [each.answer for each in advice.assessed if each.answer is not None]
    unsure = given.count(DONT_KNOW)
    empty = sum(each.is_open and each.answer is None for each in advice.assessed)
    return desk.say(
        "geantwoord",
        beantwoord=str(len(given) - unsure),
        onbekend=str(unsure),
        leeg=str(empty),
    )


def _why(desk: Desk, advice: Advice) -> Iterator[Block]:
    found = reasons(advice)
    if not found:
        return
    yield paragraph(desk.say("waarom_deze_uitkomst"))
    yield Listing(
        tuple(
            (
                Span(f"{reason.title}: {reason.truth.dutch}. ", strong=True),
                desk.cited(reason.text, reason.sources),
            )
            for reason in found[:REASONS]
        ),
        ordered=True,
    )
    if len(found) > REASONS:
        more = len(found) - REASONS
        yield paragraph(desk.say_left(more, one="nog_een_punt", more="meer_punten"))


def _ask_first(desk: Desk, advice: Advice) -> Iterator[Block]:
    if not advice.ask_first:
        yield paragraph(desk.say("niets_open"))
        return
    yield paragraph(desk.say("eerst_weten"))
    yield Listing(
        tuple(
            (
                Span(f"{capital(desk.addressee(question.who))}: ", strong=True),
                Span(question.ask),
            )
            for question in advice.ask_first[:QUESTIONS]
        ),
        ordered=True,
    )
