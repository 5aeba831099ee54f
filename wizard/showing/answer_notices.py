"""What a page tells of the answers themselves: what clashes, and what was read anew."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for

from reports.composing.memo_core import no_more
from reports.composing.reasons import clash_words
from reports.dutch import capital, counted, say_answer
from rules.content.casefile import Clashing, Translated, Untranslated
from rules.content.questions import Question, Screen
from rules.grammar.answers import YesNo, stored
from wizard.counter import Work
from wizard.screen_parts import Link, Way
from wizard.showing.navigation import address


@dataclass(frozen=True)
class Notice:
    """Answers that do not fit, or an answer that was read from an older one.

    `ways` settle it at once; `links` lead to where it is asked. A `quiet` one is a hint.
    """

    title: str
    text: str
    ways: tuple[Way, ...] = ()
    links: tuple[Link, ...] = ()
    quiet: bool = False


CLASH, HINT, READ_ANEW = (
    "Dit past niet bij elkaar",
    "Kijk dit nog eens na",
    "Dit lazen wij uit eerdere antwoorden",
)
PAIR = 2
WHICH = "Dat past niet bij elkaar. Welk antwoord klopt?"


def notices(work: Work, screen: Screen | None = None) -> tuple[Notice, ...]:
    """Tell what to settle: on one screen, or of the whole dossier."""
    names = None if screen is None else {row.id for row in screen.rows}
    return tuple(_found(work, names))


def _found(work: Work, names: set[str] | None) -> Iterator[Notice]:
    ordered = sorted(work.advice.notices, key=lambda each: each.hint)
    for each in ordered:
        if names is None or names & set(each.questions):
            yield _clash(work, each)
    for one in work.casefile.translated:
        if one.told and names is None:
            yield _read_anew(work, one)


def _clash(work: Work, clash: Clashing) -> Notice:
    questions = tuple(work.decision.question_by_id[name] for name in clash.questions)
    known = [one for one in questions if work.said(one) is not None]
    is_pair = not clash.hint and len(known) == len(questions) == PAIR
    settles = is_pair and work.may_change
    return Notice(
        HINT if clash.hint else CLASH,
        f"{clash.text} {WHICH}" if settles else clash_words(clash),
        ways=tuple(_ways(work, *questions)) if settles else (),
        links=() if settles else tuple(_links(work, clash, questions)),
        quiet=clash.hint,
    )


def _ways(work: Work, one: Question, other: Question) -> Iterator[Way]:
    """Offer both answers; the one that is right stays, the other is asked again."""
    for right, wrong in ((one, other), (other, one)):
        said = say_answer(right, work.said(right))
        yield Way(
            f"{right.text} {capital(said)}",
            url_for("pages.settle", name=work.decision.id),
            (("klopt", right.id), ("anders", wrong.id), ("versie", str(work.version))),
        )


def _links(
    work: Work, clash: Clashing, questions: tuple[Question, ...]
) -> Iterator[Link]:
    if not work.may_change:
        return
    asked = [work.decision.question_by_id[clash.ask]] if not clash.hint else questions
    for one in asked:
        yield Link(one.text, address(work, one))


def _read_anew(work: Work, one: Translated) -> Notice:
    question = work.decision.question_by_id[one.question]
    said = capital(say_answer(question, work.said(question)))
    link = Link("Wijzig of bevestig dit antwoord", address(work, question))
    return Notice(
        READ_ANEW,
        f"{one.told} {question.text} {said}.",
        links=(link,) if work.may_change else (),
        quiet=True,
    )


def otherwise(work: Work, wrong: Question) -> str | None:
    """Give what an answer becomes when it is not right; None: it is asked again."""
    said = work.said(wrong)
    return stored(YesNo(not said.value)) if isinstance(said, YesNo) else None


def old_answers(work: Work) -> tuple[str, tuple[tuple[Untranslated, str], ...]]:
    """Name the answers of an earlier release that count no more, and say why each."""
    found = work.casefile.untranslated
    if not found:
        return "", ()
    count = len(found)
    title = (
        "Dit antwoord telt niet meer mee"
        if count == 1
        else f"Deze {counted(count, 'antwoord', 'antwoorden')} tellen niet meer mee"
    )
    return title, tuple((one, no_more(one.why)) for one in found)
