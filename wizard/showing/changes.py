"""What changed in a dossier and what that did; and what a change is about to do."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from flask import url_for

from reports.dutch import capital, say_answer, say_date
from rules.content.questions import Question
from rules.grammar.answers import Answer, parse
from rules.grammar.errors import InputError
from rules.judging.journey import Standing, journey
from wizard.clock import local_day
from wizard.keeping.dossier import DOUBT, TEXT_PREFIX, Revision, StoredDossier
from wizard.screens.dossier import ChangeRow, ChangeSet, HistoryScreen
from wizard.screens.parts import Link
from wizard.showing.drafting import choices_kept_under
from wizard.showing.standing import bar
from wizard.showing.weighing import cost_kept_under, cost_said
from wizard.work import Desk, Work, work_of

MOST_SHOWN = 50
NOTHING = "niet ingevuld"
SURE, DOUBTED = "geen twijfel", "twijfel"
KEPT, CHANGED = "gekozen", "gewijzigd"
Values = Mapping[str, str]


def history_screen(desk: Desk, dossier: StoredDossier) -> HistoryScreen:
    """Tell what changed, the newest first, and what that did to the outcome."""
    works = [work_of(desk, desk.library.chart(n), dossier) for n in dossier.decisions]
    revisions = desk.dossiers.revisions(dossier, since_version=0)
    versions = [
        tuple(group) for _, group in groupby(revisions, key=lambda one: one.version)
    ]
    sets = tuple(_sets(works, versions[:MOST_SHOWN], dict(dossier.answers)))
    own = works[0].may_change
    return HistoryScreen(
        title="Wat is er veranderd?",
        sets=sets,
        may_undo=own and desk.dossiers.can_undo(dossier),
        version=dossier.version,
        note=""
        if len(versions) <= MOST_SHOWN
        else f"Dit zijn de laatste {MOST_SHOWN} wijzigingen.",
        back=Link(
            "Terug naar de antwoorden",
            url_for("pages.overview", name=dossier.decisions[0]),
        ),
        bar=bar(works[0], "history"),
    )


def will_idle(work: Work, asked: Question, answer: Answer) -> tuple[Question, ...]:
    """Name the answers that count now and would not, once this answer is kept."""
    after = journey(work.chart, {**work.casefile.answers, asked.id: answer})
    idle = {s.question.id for s in after.stops if s.standing is Standing.IDLE}
    return tuple(
        stop.question
        for stop in work.journey.stops
        if stop.standing is Standing.ANSWERED
        and stop.question.id in idle
        and stop.question.id != asked.id
    )


def said_before(question: Question, stored: str | None) -> str:
    """Say a stored answer, or that there is none."""
    if stored is None:
        return NOTHING
    try:
        return say_answer(question, parse(question.answer, stored))
    except InputError:
        return stored


def _sets(
    works: list[Work], versions: list[tuple[Revision, ...]], values: dict[str, str]
) -> Iterator[ChangeSet]:
    """Walk back from what the dossier says now, one version at a time."""
    for group in versions:
        after = dict(values)
        for one in group:
            if one.old is None:
                values.pop(one.key, None)
            else:
                values[one.key] = one.old
        yield ChangeSet(
            when=say_date(local_day(group[0].at)),
            rows=tuple(_row(works, one) for one in group),
            effect=" ".join(_effects(works, values, after)),
            undoing=group[0].undoes is not None,
        )


def _effects(works: list[Work], before: Values, after: Values) -> Iterator[str]:
    for work in works:
        old, new = (_outcome(work, values) for values in (before, after))
        if old != new:
            yield f"De uitkomst ging van ‘{old}’ naar ‘{new}’."


def _outcome(work: Work, values: Values) -> str:
    assert work.dossier is not None
    answers = {k: v for k, v in values.items() if k in work.decision.question_by_id}
    then = replace(work.dossier, answers=answers)
    return work_of(work.desk, work.chart, then).outcome.label


def _row(works: list[Work], one: Revision) -> ChangeRow:
    name = one.key.removeprefix(TEXT_PREFIX)
    doubt = name.startswith(DOUBT) and name != one.key
    question = _question(works, name.removeprefix(DOUBT) if doubt else one.key)
    if question is not None and doubt:
        before, after = (DOUBTED if value else SURE for value in (one.old, one.new))
        return ChangeRow(question.text, capital(before), capital(after))
    if question is not None:
        before, after = (said_before(question, value) for value in (one.old, one.new))
        return ChangeRow(question.text, capital(before), capital(after))
    choices = next(filter(None, (choices_kept_under(w, name) for w in works)), None)
    if choices is not None:
        before = NOTHING if one.old is None else KEPT
        after = NOTHING if one.new is None else KEPT if one.old is None else CHANGED
        return ChangeRow(choices, capital(before), capital(after))
    for work in works:
        if what := cost_kept_under(work, one.key):
            before, after = (cost_said(work, v or NOTHING) for v in (one.old, one.new))
            return ChangeRow(what, capital(before), capital(after))
    what = "Een tekst" if name != one.key else "Een bedrag of keuze"
    before, after = (value or NOTHING for value in (one.old, one.new))
    return ChangeRow(what, capital(before), capital(after))


def _question(works: list[Work], name: str) -> Question | None:
    found = (work.decision.question_by_id.get(name) for work in works)
    return next((one for one in found if one is not None), None)
