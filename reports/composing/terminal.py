"""An advice and a catalogue of questions as plain lines for a terminal."""

from collections.abc import Iterable, Iterator

from reports.composing.certainty import (
    answers_half,
    law_half,
    phase_words,
    tally_words,
    too_late,
)
from reports.composing.memo_core import improvements, old_lines, standing_word
from reports.composing.reasons import Reason, clash_words, reasons
from reports.dutch import say_answer
from rules.content.decision import Decision
from rules.judging.advice import Advice, Refused
from rules.library import Library


def assessment_text(library: Library, advice: Advice) -> str:
    """Say an advice in a screenful."""
    return "\n".join(_lines(library, advice))


def refused_text(found: Refused) -> str:
    """Say that a decision cannot be judged on its date, and why."""
    return f"{found.decision.header.title}\n{found.why}"


def _lines(library: Library, advice: Advice) -> Iterator[str]:
    yield advice.decision.header.title
    late = too_late(library, advice)
    if late:
        yield f"Let op: {late}"
    yield from (f"Let op: {clash_words(each)}" for each in advice.clashes)
    yield advice.headline.title
    phase = phase_words(advice)
    if phase:
        yield f"Waar het nu staat: {phase}"
    yield f"Eisen: {tally_words(library, advice.tally)}"
    yield f"De antwoorden: {answers_half(library, advice)}"
    yield f"Het recht: {law_half(library, advice)}"
    yield from _part("Vroeger", old_lines(advice))
    yield from _part("Waarom", (_reason(each) for each in reasons(advice)))
    yield from _part("Eerst vragen", (each.text for each in advice.tonight))
    repairs = (
        f"{library.bodies[who].short}: {repair.text}"
        for who, found in improvements(advice).items()
        for repair in found
    )
    yield from _part("Wat kan beter", repairs)
    answers = (
        f"{each.question.number}: {say_answer(each.question, each.answer)}"
        for each in advice.assessed
        if each.answer is not None
    )
    yield from _part("Antwoorden", answers)


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Give lines under a title; nothing where there are none."""
    found = tuple(lines)
    if found:
        yield from ("", title, *(f"- {line}" for line in found))


def _reason(reason: Reason) -> str:
    word = standing_word(reason)
    return f"{word}: {reason.text}" if word else reason.text


def catalogue_text(decision: Decision) -> str:
    """Say all questions of a decision, chapter by chapter."""
    lines = [decision.header.title]
    for chapter in decision.header.chapters:
        lines += ["", chapter.title]
        lines += [
            f"  {question.number:<6} {question.id}: {question.text}"
            for question in decision.questions
            if question.chapter == chapter.id
        ]
    return "\n".join(lines)
