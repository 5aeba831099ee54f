"""Dossiers of the real decisions that a test starts from: all in order, or by chance."""

from datetime import date

from rules.content.acceptable_answers import good_answers
from rules.content.casefile import CaseFile
from rules.content.demands import Standing
from rules.grammar.answers import (
    Choice,
    ChoiceKind,
    DateKind,
    Day,
    DontKnow,
    TicksKind,
    parse,
)
from rules.judging.advice import advise
from rules.proof.examination import drawn

TODAY = date(2026, 11, 29)
# What a plan is that is furthest along without being a renewal, by decision.
DECIDED = {
    "fase": "besluit",
    "fase_verordening": "geldt",
    "stand": "loopt",
    "weg": "gestemd",
    "stand_verbod": "geldt",
    "fase_van_het_plan": "loopt",
}


def advice_of(chart, answers, day=TODAY):
    return advise(chart, CaseFile(chart.decision.id, day, answers))


def in_order(chart):
    """A dossier of a decided plan that leaves no demand unmet or open.

    An answer in order can still weigh against (28 days is the longest the law allows),
    so each question that such a demand names takes its next answer until none is left.
    """
    answers = first_good(chart.decision)
    for domain in chart.domains:
        name = domain.question
        named = (chart.decision.named_by(each.demand) for each in amiss(chart, answers))
        if name in DECIDED or not any(name in names for names in named):
            continue
        known = [each for each in domain.examples if not isinstance(each, DontKnow)]
        answers[name] = min(
            [answers.get(name, known[0]), *known],
            key=lambda answer: len(amiss(chart, {**answers, name: answer})),
        )
    return answers


def amiss(chart, answers):
    """The demands that are not met or still open."""
    wrong = (Standing.NIET_VOLDAAN, Standing.ONBEKEND)
    return [e for e in advice_of(chart, answers).judged if e.standing in wrong]


def first_good(decision):
    """The first answer in order to each question; a plain one where nothing is judged."""
    found = {question.id: plain_good(question) for question in decision.questions}
    return {name: answer for name, answer in found.items() if answer is not None}


def plain_good(question):
    """The first answer in order, or a plain one; None where any number will do."""
    kind, good = question.answer, good_answers(question)
    if question.id in DECIDED:
        return Choice(DECIDED[question.id])
    match kind:
        case TicksKind():
            return kind.ticked([str(good[0]) if good else kind.options[0].id])
        case _ if good:
            return parse(kind, good[0])
        case ChoiceKind():
            return Choice(kind.options[0].id)
        case DateKind():
            return Day(date(2025, 7, 1))
    return parse(kind, "nee") if question.is_yes_no else None


def by_chance(chart, draw):
    """A dossier of which chance picks the answers, and how many are known."""
    known = draw.random()
    whole = drawn(chart, draw)
    return {name: answer for name, answer in whole.items() if draw.random() < known}
