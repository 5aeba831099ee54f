"""What changed in a dossier and what that did; and what a change is about to do."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from reports.dutch import capital, say_answer, say_date
from rules.content.earlier_release import OldQuestion
from rules.content.questions import Question, Screen
from rules.grammar.answers import parse
from rules.grammar.errors import InputError
from rules.judging.demands import phase_of
from rules.judging.journey import Journey, QuestionStanding
from rules.money.inputs import PREFIX as COSTS_PREFIX
from wizard.clock import local_day
from wizard.counter import Counter, Work, counter, judged_works, work_of
from wizard.keeping.dossier import (
    CAUSE,
    DOUBT,
    TEXT_PREFIX,
    UNTOLD,
    Revision,
    StoredDossier,
)
from wizard.keeping.remarks import REMARK
from wizard.screen_parts import Shown
from wizard.showing.draft_as_sent import choices_kept_under
from wizard.showing.navigation import dossier_bar
from wizard.showing.remarks import LABELS
from wizard.showing.several_decisions import problem_called
from wizard.showing.weighing_parts import cost_kept_under, cost_said

ChangeRow = tuple[str, str, str]  # what changed, with what it was and what it is


@dataclass(frozen=True)
class ChangeSet:
    """What changed at one moment, and what that did to the outcome."""

    when: str
    rows: tuple[ChangeRow, ...]
    effect: str
    undoing: bool


MOST_SHOWN = 50
NOTHING = "niet ingevuld"
SURE, DOUBTED = "geen twijfel", "twijfel"
KEPT, CHANGED = "gekozen", "gewijzigd"
NO_ANSWER = (TEXT_PREFIX, COSTS_PREFIX)
Values = Mapping[str, str]


def history_screen(counter: Counter, dossier: StoredDossier) -> Shown:
    """Tell what changed, the newest first, and what that did to the outcome."""
    works = list(judged_works(counter, dossier))
    revisions = counter.dossiers.revisions(dossier, since_version=0)
    versions = [
        tuple(group) for _, group in groupby(revisions, key=lambda one: one.version)
    ]
    sets = tuple(_sets(works, versions[:MOST_SHOWN], dict(dossier.answers)))
    return Shown(
        "screens/wijzigingen.html",
        title="Wat is er veranderd?",
        sets=sets,
        may_undo=counter.dossiers.can_undo(dossier),
        version=dossier.version,
        note=""
        if len(versions) <= MOST_SHOWN
        else f"Dit zijn de laatste {MOST_SHOWN} wijzigingen.",
        first=dossier.decisions[0],
        bar=dossier_bar(dossier, "history"),
    )


@dataclass(frozen=True)
class Falling:
    """What falls away with an answer: screens that were still to come, and answers."""

    screens: tuple[Screen, ...]
    idle: tuple[Question, ...]
    ends: bool

    def __bool__(self) -> bool:
        """Tell whether there is anything to tell before the answer is kept."""
        return bool(self.screens or self.idle)


def will_fall(work: Work, asked: Screen, after: Work) -> Falling:
    """Tell what counts or comes now and would not, once these answers are kept.

    Rows of the screen itself are left out: there one sees what one does. What merely
    never came up is told only where the walk ends, or how far the plan is changes.
    """
    ended = {screen.id for screen in after.journey.ended}
    ended -= {screen.id for screen in work.journey.ended}
    gone = ended | (_no_more(work, after) if _changes_phase(work, asked) else set())
    screens = tuple(
        halt.screen
        for halt in work.journey.halts
        if halt.screen.id in gone and halt.screen.id != asked.id and halt.applies
    )
    return Falling(screens, tuple(_idled(work.journey, asked, after)), bool(ended))


def _changes_phase(work: Work, asked: Screen) -> bool:
    """Tell whether how far the plan is was known, and is asked here again."""
    known = phase_of(work.decision, work.casefile.answers) is not None
    return known and work.decision.header.phase == asked.id


def _no_more(work: Work, after: Work) -> set[str]:
    """Name the screens that were to be filled in, and do not apply any more."""
    applies = {halt.screen.id for halt in after.journey.halts if halt.applies}
    return {
        halt.screen.id
        for halt in work.journey.halts
        if halt.is_open and halt.screen.id not in applies
    }


def _idled(before: Journey, asked: Screen, after: Work) -> Iterator[Question]:
    own = {row.id for row in asked.rows}
    stands = {stop.question.id: stop.standing for stop in after.journey.stops}
    for stop in before.stops:
        name = stop.question.id
        counted = stop.standing is QuestionStanding.ANSWERED and name not in own
        if counted and stands[name] is QuestionStanding.IDLE:
            yield stop.question


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
    answers = {k: v for k, v in values.items() if not k.startswith(NO_ANSWER)}
    then = replace(work.dossier, answers=answers)
    return work_of(work.counter, work.chart, then).outcome.label


def _row(works: list[Work], one: Revision) -> ChangeRow:
    name = one.key.removeprefix(TEXT_PREFIX)
    doubt = name.startswith(DOUBT) and name != one.key
    question = _question(works, name.removeprefix(DOUBT) if doubt else one.key)
    if question is not None and doubt:
        return _told(question.text, one, lambda value: DOUBTED if value else SURE)
    if question is not None:
        return _told(question.text, one, lambda value: said_before(question, value))
    if (old := _old_question(works, one.key)) is not None:
        return _told(old.text, one, lambda value: old.says(value) if value else NOTHING)
    choices = next(filter(None, (choices_kept_under(w, name) for w in works)), None)
    if choices is not None:
        before = NOTHING if one.old is None else KEPT
        after = NOTHING if one.new is None else KEPT if one.old is None else CHANGED
        return choices, capital(before), capital(after)
    return _other_row(works, name, one)


def _other_row(works: list[Work], name: str, one: Revision) -> ChangeRow:
    """Tell a change of what is neither an answer nor chosen for a paper."""
    for work in works:
        if what := cost_kept_under(work, one.key):
            before, after = (cost_said(work, v or NOTHING) for v in (one.old, one.new))
            return what, capital(before), capital(after)
    if name in (CAUSE, UNTOLD) and name != one.key:
        return _cause_row(name, one)
    other = "Een tekst" if name != one.key else "Een bedrag of keuze"
    before, after = (value or capital(NOTHING) for value in (one.old, one.new))
    return _noted(works, name) or other, before, after


def _told(what: str, one: Revision, say: Callable[[str | None], str]) -> ChangeRow:
    """Tell a change, with one way to say what it was and what it is."""
    return what, capital(say(one.old)), capital(say(one.new))


def _noted(works: list[Work], name: str) -> str | None:
    """Name what was noted in a few words: beside which answer, or about the dossier."""
    if name in LABELS:
        return LABELS[name]
    question = _question(works, name.removeprefix(REMARK))
    if question is None or not name.startswith(REMARK):
        return None
    return f"Opmerking bij ‘{question.text}’"


def _cause_row(name: str, one: Revision) -> ChangeRow:
    """Tell that the problem of the dossier changed, or whether papers name it."""
    if name == UNTOLD:
        on_paper = "Aanleiding op papier"
        return _told(on_paper, one, lambda value: "Nee" if value else "Ja")

    def called(word: str | None) -> str:
        problem = problem_called(counter(), word or "")
        return problem.title if problem else NOTHING

    return _told("Aanleiding", one, called)


def _question(works: list[Work], name: str) -> Question | None:
    found = (work.decision.question_by_id.get(name) for work in works)
    return next((one for one in found if one is not None), None)


def _old_question(works: list[Work], name: str) -> OldQuestion | None:
    """Find a question of an earlier release, in its own words."""
    found = (old for work in works for old in work.decision.old if old.id == name)
    return next(found, None)
