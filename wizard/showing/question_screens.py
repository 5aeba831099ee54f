"""How a screen is shown: its fields, what each answer means, and why it is asked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from flask import url_for
from wtforms import Form

from reports.composing.demands import STATUS, ground
from reports.dutch import capital, say_answer, uncapital
from rules.content.acceptable_answers import is_in_order
from rules.content.decision import Decision
from rules.content.demands import Demand, Standing
from rules.content.questions import AnswerLimit, Question, Screen
from rules.grammar.answers import (
    AmountKind,
    Answer,
    ChoiceKind,
    DateKind,
    NumberKind,
    Option,
    TicksKind,
    WeighingKind,
    YesNo,
    YesNoKind,
    parse,
    stored,
)
from rules.grammar.condition import Is, asked
from rules.judging.answer_meaning import meaning
from wizard.counter import Counter, Work, slug_of
from wizard.forms import RowForm, TypedForm
from wizard.screen_parts import Link, Shown, SourceNote, StateLabel, Tap
from wizard.showing.answer_notices import notices
from wizard.showing.navigation import back, bar, onward, progress, tally
from wizard.showing.several_decisions import told
from wizard.showing.source_cards import note


@dataclass(frozen=True)
class QuestionRow:
    """One question of a screen with its form, what helps, and what each answer means.

    `kind` chooses the field: janee, keuze, vinkjes, getal, bedrag of datum. `effects`
    tell what each answer means before it is kept, in the order of the options. `notes`
    tell when it counts, and where an answer came from; `clash` what somebody else
    answered meanwhile.
    """

    question: Question
    kind: str
    hint: str
    form: Form
    effects: tuple[StateLabel, ...]
    notes: tuple[str, ...]
    clash: str


IF_KEPT = "Als u dit bewaart:"
MOST_TERMS = 3
SCREENS = 512  # more than all decisions have
QUESTIONS = 2048  # idem
SKIP_ROWS = "Kies per vraag een antwoord. U mag vragen overslaan."
STILL_THERE = "Uw andere antwoorden staan er nog."
ALL_THAT_IS_SAID = "Kies alles wat wordt genoemd."
FITS_ABOVE = "Dit telt alleen als het past bij wat u hierboven kiest."
JUDGEMENT = "Dit is uw eigen oordeel. Het telt niet mee in de toets."
EXAMPLE = 12  # a number that is neither a limit nor nothing
FIELDS = {
    "yes_no": "janee",
    "weighing": "janee",
    "choice": "keuze",
    "ticks": "vinkjes",
    "number": "getal",
    "amount": "bedrag",
    "date": "datum",
}


def question_screen(
    work: Work,
    screen: Screen,
    forms: tuple[RowForm, ...],
    *,
    clashes: Mapping[str, str] | None = None,
) -> Shown:
    """Show one screen; with what is wrong, and what somebody else answered meanwhile.

    `taps` are the answers as buttons, where one choice stands alone; then there is
    nothing else to keep. `alone`: the heading is the question itself.
    """
    faults = tuple(fault for form in forms for fault in _faults(form))
    alone = not screen.is_card
    return Shown(
        "screens/vraag.html",
        title=screen.rows[0].text if alone else screen.title,
        intro=_intro(screen, faults),
        alone=alone,
        rows=tuple(
            _row(work, form, (clashes or {}).get(form.question.id, ""))
            for form in forms
        ),
        taps=taps(work, screen),
        faults=faults,
        notices=notices(work, screen),
        why=tuple(_why(work, form.question) for form in forms),
        worded=work.advice.worded,
        ground=ground,
        bodies=work.library.bodies,
        terms=_terms(work, screen),
        progress=progress(work, screen),
        tally=tally(work.advice),
        live=url_for("pages.preview", name=work.decision.id, slug=slug_of(screen.id)),
        back=back(work, screen),
        skip=Link("Sla dit over", onward(work, screen)),
        version=work.version,
        bar=bar(work),
    )


def _intro(screen: Screen, faults: tuple[Link, ...]) -> str:
    if faults and len(screen.rows) > 1:
        return STILL_THERE
    if not screen.is_card:
        return ""
    return screen.intro or (SKIP_ROWS if len(screen.rows) > 1 else "")


def _faults(row: RowForm) -> Iterator[Link]:
    field = row.form.antwoord
    first = "" if isinstance(row.form, TypedForm) else "-0"
    for text in map(str, field.errors):
        yield Link(text, f"#{field.id}{first}")


def tally_screen(work: Work, answers: Iterable[tuple[Question, Answer]]) -> Shown:
    """Show how the demands would stand with these answers; nothing is kept."""
    casefile = work.casefile
    for question, answer in answers:
        casefile = casefile.with_answer(question.id, answer)
    return Shown(
        "screens/telling.html",
        tally=tally(replace(work, casefile=casefile).advice),
        before=IF_KEPT if casefile.answers != work.casefile.answers else "",
    )


# --- one choice alone: choosing is going on ------------------------------------------


def taps(work: Work, screen: Screen) -> tuple[Tap, ...]:
    """Give the answers as buttons where one choice stands alone; else nothing."""
    question, kind = screen.rows[0], screen.rows[0].answer
    if screen.is_card or not isinstance(kind, YesNoKind | WeighingKind | ChoiceKind):
        return ()
    said = work.said(question)
    known = "" if said is None else stored(said)
    return tuple(
        Tap(value, label, about, chosen=value == known)
        for value, label, about in _tapped(work, question)
    )


def _tapped(work: Work, question: Question) -> Iterator[tuple[str, str, str]]:
    kind = question.answer
    if isinstance(kind, ChoiceKind):
        for option in kind.options:
            label, about = _split(option)
            yield option.id, label, about
    else:
        for value in (True, False):
            said = YesNo(value=value)
            about = "" if question.is_judgement else meaning(question, said)
            yield stored(said), capital(say_answer(question, said)), about
    yield "onbekend", "Weet ik niet", _unknown(work, question)


def _split(option: Option) -> tuple[str, str]:
    """Give an option as a few bold words with the rest below, where it is written so.

    “Het is nog een idee (vraag, motie, wens)” says the rest between brackets.
    """
    found = re.fullmatch(r"(.+?) \((.+)\)", option.label)
    if option.help is None and found is not None:
        return found[1], f"{capital(found[2])}."
    return option.label, option.help or ""


def _unknown(work: Work, question: Question) -> str:
    """Say what happens when nobody knows: it becomes a question, or the first phase."""
    phases = work.decision.phases
    if question.id == work.decision.header.phase and phases:
        return f"Dan beginnen wij met de vragen voor ‘{phases[0].name}’."
    if question.is_judgement:
        return ""
    body = work.library.bodies[question.who]
    return f"Wij zetten een vraag klaar voor {body.name}."


# --- a row -------------------------------------------------------------------------


def _row(work: Work, row: RowForm, clash: str) -> QuestionRow:
    question = row.question
    return QuestionRow(
        question,
        kind=FIELDS[question.answer.kind],
        hint=_hint(question),
        form=row.form,
        effects=tuple(effects(work, question)),
        notes=tuple(filter(None, _notes(work, question))),
        clash=clash,
    )


def _hint(question: Question) -> str:
    """Say what to write in a field, with an example."""
    match question.answer:
        case NumberKind(min=low, max=high):
            example = _example(question, low, high)
            return f"Een heel getal van {low} tot en met {high}, zoals {example}."
        case AmountKind():
            return "Een bedrag, zoals 5.000 of 5.000,50."
        case DateKind():
            return "Een datum, zoals 1-7-2026."
        case TicksKind():
            return ALL_THAT_IS_SAID
        case _:
            return ""


def _example(question: Question, low: int, high: int) -> int:
    limit = question.in_order
    if isinstance(limit, AnswerLimit):
        return limit.at_most if limit.at_most is not None else limit.at_least or 0
    return max(low, min(high, EXAMPLE))


def _notes(work: Work, question: Question) -> Iterator[str]:
    yield _hangs(work.decision, question)
    yield told(work, question)
    for one in work.casefile.translated:
        if one.question == question.id:
            yield one.told
    if question.is_judgement:
        yield JUDGEMENT


def _hangs(decision: Decision, question: Question) -> str:
    """Say when a row that hangs on a row above it counts."""
    gate = question.applies_when
    rows = decision.screen_of(question.id).rows
    above = [row.id for row in rows[: rows.index(question)]]
    on = [name for name in asked(gate) if name in above] if gate is not None else []
    if not on:
        return ""
    if isinstance(gate, Is) and on == above[-1:]:
        return f"Dit telt alleen bij ‘{gate.is_}’ hierboven."
    return FITS_ABOVE


# --- what an answer means, told before it is kept ------------------------------------


def effects(work: Work, question: Question) -> Iterator[StateLabel]:
    """Tell what each answer means, in the order of the options; nothing for what is typed.

    Where a demand asks nothing but this, its standing is told with it.
    """
    kind = question.answer
    if isinstance(kind, TicksKind):
        for option in kind.options:
            yield StateLabel("", option.help or "")
        return
    if isinstance(kind, YesNoKind):
        said: Iterable[Answer] = (YesNo(value=True), YesNo(value=False))
    elif isinstance(kind, ChoiceKind):
        said = (parse(kind, option.id) for option in kind.options)
    else:
        return
    demand = _only_demand(work.decision, question.id)
    for answer in said:
        yield _effect(work, question, answer, demand)
    yield StateLabel(
        Standing.ONBEKEND.value,
        f"{capital(STATUS[Standing.ONBEKEND])}. {_unknown(work, question)}",
    )


def _effect(
    work: Work, question: Question, answer: Answer, demand: Demand | None
) -> StateLabel:
    told = meaning(question, answer)
    if demand is None:
        return StateLabel("", told)
    if is_in_order(question, answer):
        standing = Standing.VOLDAAN
    elif _is_due(work, demand):
        standing = Standing.NIET_VOLDAAN
    else:
        return StateLabel(Standing.STRAKS.value, f"Hoeft nu nog niet. {told}")
    repair = "" if standing is Standing.VOLDAAN else _repair(work, question, demand)
    text = " ".join(filter(None, (f"{capital(STATUS[standing])}.", told, repair)))
    return StateLabel(standing.value, text)


def _repair(work: Work, question: Question, demand: Demand) -> str:
    found = [one.text for one in demand.repair if one.is_for([question.id])]
    if not found:
        return ""
    told = work.library.say("te_herstellen")
    return f"{told}: {uncapital(found[0])}"


def _is_due(work: Work, demand: Demand) -> bool:
    phase = work.advice.phase
    return phase is None or phase in work.decision.due_in(demand)


@lru_cache(maxsize=QUESTIONS)
def _only_demand(decision: Decision, question: str) -> Demand | None:
    """Give the demand that asks nothing but this question, where there is one."""
    if not decision.question_by_id[question].judges:
        return None
    for demand in decision.demands:
        alone = decision.named_by(demand) == (question,) and demand.not_met is None
        if alone and demand.id not in decision.idle:
            return demand
    return None


# --- why it is asked -----------------------------------------------------------------


def _why(
    work: Work, question: Question
) -> tuple[Question, list[Demand], list[SourceNote]]:
    """Give for which demands a question is asked, and on what it rests."""
    decision, register = work.decision, work.library.sources
    demands = [d for d in decision.demands if question.id in decision.named_by(d)]
    cited = (*question.sources, *(name for d in demands for name in d.sources))
    return question, demands, [note(register[one]) for one in dict.fromkeys(cited)]


def _terms(work: Work, screen: Screen) -> tuple[tuple[str, str], ...]:
    """Give the words on this screen that the glossary explains."""
    texts = (f"{row.text} {row.help or ''}" for row in screen.rows)
    return _terms_in(work.counter, " ".join((screen.title, *texts)).lower())


@lru_cache(maxsize=SCREENS)
def _terms_in(counter: Counter, said: str) -> tuple[tuple[str, str], ...]:
    """Look the glossary up once for each screen: what it says is content."""
    return tuple(
        (capital(term.term), term.meaning)
        for term in counter.library.terms
        if re.search(rf"\b{re.escape(term.term.lower())}\b", said)
    )[:MOST_TERMS]
