"""The core of a memo: the outcome, how sure, why, what to ask, and what can be better."""

from collections.abc import Iterator

from reports.composing.certainty import (
    answers_half,
    law_half,
    phase_words,
    tally_words,
    too_late,
    weighing_tally,
)
from reports.composing.demands import STATUS
from reports.composing.reasons import Reason, clash_words, reasons
from reports.composing.writer import Writer, cell, paragraph
from reports.document import Block, Callout, Cell, KeyValues, Listing, Span, Spans, Tone
from reports.dutch import capital, enumerate_words, say_date
from rules.content.decision import Decision
from rules.content.demands import Repair, Standing
from rules.grammar.answers import DONT_KNOW
from rules.grammar.earlier_questions import WANT
from rules.judging.advice import Advice
from rules.judging.answer_meaning import UNKNOWN
from rules.judging.robustness import Robustness, robustness
from rules.judging.running_terms import Running
from rules.judging.what_to_ask import TonightQuestion
from rules.library import Library

REASONS = 3


def core(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Compose the first part."""
    told = advice.headline
    yield from _clashes(writer, advice)
    yield paragraph(told.title, tone=Tone.LEAD)
    if told.meaning:
        yield paragraph(told.meaning)
    yield KeyValues("De uitkomst in het kort", tuple(_in_short(writer, advice)))
    yield from _old(writer, advice)
    yield from _why(writer, advice)
    yield from _tonight(writer, advice)
    yield from _improve(writer, advice)
    if told.next_step:
        yield paragraph(told.next_step)
    day = say_date(advice.decision.header.checked_on)
    about = [paragraph(writer.say("disclaimer", datum=day))]
    late = too_late(writer.library, advice)
    if late:
        about.append(paragraph(late))
    yield Callout(writer.say("disclaimer_titel"), tuple(about))


def _clashes(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Tell first what cannot both be true; a hint goes without the heading."""
    questions = advice.decision.question_by_id
    if advice.clashes:
        lines = tuple(
            (Span(clash_words(each)), Span(f" {questions[each.ask].text}", strong=True))
            for each in advice.clashes
        )
        yield Callout(writer.say("antwoorden_botsen"), (Listing(lines),))
    for each in advice.notices:
        if each.hint:
            yield paragraph(each.text, tone=Tone.SMALL)


def _in_short(writer: Writer, advice: Advice) -> Iterator[tuple[str, Cell]]:
    library = writer.library
    phase = phase_words(advice)
    if phase:
        yield "Waar het nu staat", cell(phase)
    # Where another rule holds, this body decides nothing, and its demands count nothing.
    if not advice.outcome.ends:
        yield from _decided(writer, advice)
    yield "De antwoorden", cell(answers_half(library, advice))
    yield "Het recht", cell(law_half(library, advice))
    for each in advice.running:
        told = *term(writer, advice, each), Span(f" {writer.say('termijn_gerekend')}")
        yield writer.say("termijn_kop"), Cell(told)
    if advice.casefile.doubtful:
        found = robustness(advice.chart, advice.answers, advice.casefile.doubtful)
        yield "Twijfel", cell(say_doubts(library, advice.decision, found))
    yield "Ingevuld", cell(_given(writer, advice))


def _decided(writer: Writer, advice: Advice) -> Iterator[tuple[str, Cell]]:
    """Say who decides, and how many demands stand in each way."""
    header, library = advice.decision.header, writer.library
    decides = advice.headline.body
    basis = header.legal_basis[:1] if decides == header.body else ()
    body = writer.cited(writer.body(decides), basis)
    yield "Wie beslist", Cell((body,))
    if advice.table.deciding:
        yield "Eisen die beslissen", cell(tally_words(library, advice.tally))
    if advice.table.weighing:
        yield "Punten die meewegen", cell(tally_words(library, weighing_tally(advice)))


def term(writer: Writer, advice: Advice, found: Running) -> Spans:
    """Say on what day a term ends, what the article asks, and from when it is counted."""
    deadline = found.deadline
    day = writer.say("termijn", wat=deadline.title, dag=say_date(found.day))
    counted = writer.say("termijn_vanaf", vanaf=say_date(found.since))
    over = found.day < advice.casefile.reference_date
    rest = f"{counted} {writer.say('termijn_voorbij')}" if over else counted
    return writer.cited(f"{day} {deadline.text}", deadline.sources), Span(f" {rest}")


def say_doubts(library: Library, decision: Decision, found: Robustness) -> str:
    """Say which doubtful answers decide the outcome, and which change nothing."""
    deciding, steady = (
        enumerate_words(decision.question_by_id[name].number for name in names)
        for names in (found.deciding, found.steady)
    )
    if not deciding:
        return library.say("twijfel_blijft", vragen=steady)
    which = "twijfel_beslist" if len(found.deciding) == 1 else "twijfel_beslissen"
    told = library.say(which, vragen=deciding)
    rest = f" {library.say('twijfel_rest', vragen=steady)}" if steady else ""
    return f"{told}{rest}"


def _given(writer: Writer, advice: Advice) -> str:
    given = [each.answer for each in advice.assessed if each.answer is not None]
    unsure = given.count(DONT_KNOW)
    empty = sum(each.answer is None for each in advice.open)
    found = {
        "geantwoord": len(given) - unsure,
        "geantwoord_onbekend": unsure,
        "geantwoord_leeg": empty,
    }
    told = (writer.say(name, aantal=str(many)) for name, many in found.items() if many)
    return ", ".join(told)


def _old(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Name what was answered under older questions: what counts no more, what we read."""
    lines = old_lines(advice)
    if lines:
        items = tuple((Span(line),) for line in lines)
        yield Callout(writer.say("oude_antwoorden"), (Listing(items),))


def old_lines(advice: Advice) -> tuple[str, ...]:
    """Say each old answer that counts no more in its own words, and what was read so."""
    casefile = advice.casefile
    lost = (
        f"‘{each.question}’ Antwoord toen: {each.answer}. {no_more(each.why)}"
        for each in casefile.untranslated
    )
    read = (each.told for each in casefile.translated if each.told)
    return (*lost, *dict.fromkeys(read))


def no_more(why: str) -> str:
    """Say that an old answer counts no more, and why, as one text that reads on.

    >>> no_more("want er is geen norm")
    'Dit telt niet meer mee, want er is geen norm.'
    >>> no_more("Dat volgt nu uit het aantal dagen.")
    'Dit telt niet meer mee. Dat volgt nu uit het aantal dagen.'
    """
    if not why:
        return "Dit telt niet meer mee."
    joined = f", {why}" if why.startswith(WANT) else f". {why}"
    return f"Dit telt niet meer mee{joined}{'' if why.endswith(('.', '?')) else '.'}"


def _why(writer: Writer, advice: Advice) -> Iterator[Block]:
    found = reasons(advice)
    if not found:
        return
    is_more = advice.outcome.met and found[0].standing is not Standing.VOLDAAN
    yield paragraph(
        writer.say("nog_te_bekijken" if is_more else "waarom_deze_uitkomst")
    )
    items = (tuple(_reason(writer, reason)) for reason in found[:REASONS])
    yield Listing(tuple(items), ordered=True)
    if len(found) > REASONS:
        more = len(found) - REASONS
        yield paragraph(writer.say_left(more, one="nog_een_punt", more="meer_punten"))


def _reason(writer: Writer, reason: Reason) -> Iterator[Span]:
    word = standing_word(reason)
    if word:
        yield Span(f"{word}. ", strong=True)
    yield writer.cited(reason.text, reason.sources)


def standing_word(reason: Reason) -> str:
    """Give the word before a reason; a question that is open says so itself."""
    if reason.standing is None or reason.text.startswith(UNKNOWN):
        return ""
    return capital(STATUS[reason.standing])


def _tonight(writer: Writer, advice: Advice) -> Iterator[Block]:
    if not advice.tonight:
        return
    yield paragraph(writer.say("vragen_voor_vanavond"))
    items = (tuple(_asked(writer, each)) for each in advice.tonight)
    yield Listing(tuple(items), ordered=True)


def _asked(writer: Writer, each: TonightQuestion) -> Iterator[Span]:
    to = writer.say("aan", orgaan=writer.library.addressee(each.to))
    yield Span(f"{to}: ", strong=True)
    yield writer.cited(each.text, each.sources)
    yield Span(f" {writer.say('dit_telt', reden=because(each))}")


def because(each: TonightQuestion) -> str:
    """Give why a question counts, to stand after “want”; never with a second “want”."""
    return each.because.removeprefix("want ").rstrip(".")


def _improve(writer: Writer, advice: Advice) -> Iterator[Block]:
    found = improvements(advice)
    if not found:
        return
    yield paragraph(writer.say("wat_kan_beter"))
    yield writer.per_body(
        (body, (each.text for each in repairs)) for body, repairs in found.items()
    )


def improvements(advice: Advice) -> dict[str, tuple[Repair, ...]]:
    """Give what can be better, by the body that can do it; nothing where nothing can.

    Nothing either where the outcome ends the walk: then another rule holds than theirs.
    """
    if advice.outcome.ends:
        return {}
    found: dict[str, dict[str, Repair]] = {}
    for judged in advice.improve:
        for repair in judged.repair:
            found.setdefault(repair.who, {})[repair.text] = repair
    return {body: tuple(repairs.values()) for body, repairs in found.items()}
