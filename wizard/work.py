"""What lies on the counter for one request: a decision, a dossier and what follows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from flask import abort, current_app

from rules.caselaw import Judged, judged_cases
from rules.content.casefile import CaseFile
from rules.content.decision import Decision, Outcome
from rules.content.questions import Question
from rules.exercises import Exercise, exercises
from rules.grammar.answers import Answer, parse, stored
from rules.grammar.errors import InputError
from rules.judging.advice import Advice, advise
from rules.judging.chart import Chart
from rules.judging.dating import Stale, stale
from rules.judging.journey import Journey, Standing, journey
from rules.library import Library
from rules.money.inputs import faults, of_these
from wizard import session
from wizard.guarding.limits import Limit
from wizard.keeping.dossier import DOUBT, StoredDossier
from wizard.keeping.keys import Access
from wizard.keeping.storage import Dossiers
from wizard.printing_ahead import PrintRoom

SHELF = "raadwijzer"


@dataclass(frozen=True)
class Desk:
    """What every page can reach: the law, the cupboard, the calendar, the press."""

    library: Library
    dossiers: Dossiers
    today: Callable[[], date]
    new_dossiers: Limit
    papers: Limit
    print_room: PrintRoom
    municipality: str | None
    version: str

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """Give the exercise dossiers; they are read once."""
        return exercises(self.library)

    @cached_property
    def cases(self) -> tuple[Judged, ...]:
        """Give the case law beside our rules; it is judged once."""
        return judged_cases(self.library)

    def open_dossier(self) -> StoredDossier | None:
        """Give the dossier of this visitor, if there is one."""
        return session.current(
            self.dossiers.open_by_edit_key, self.dossiers.open_by_read_key
        )


@dataclass(frozen=True)
class Work:
    """One decision with what this visitor knows about it."""

    desk: Desk
    chart: Chart
    dossier: StoredDossier | None
    casefile: CaseFile

    @property
    def decision(self) -> Decision:
        """Give the decision that is worked on."""
        return self.chart.decision

    @property
    def may_change(self) -> bool:
        """Whether this visitor may answer, and not only read."""
        return self.dossier is None or self.dossier.access is Access.EDIT

    @cached_property
    def journey(self) -> Journey:
        """Lay out the questions."""
        return journey(self.chart, self.casefile.answers)

    @cached_property
    def advice(self) -> Advice:
        """Judge what is known."""
        return advise(self.chart, self.casefile)

    @cached_property
    def outcome(self) -> Outcome:
        """Give the outcome so far, without the reasons that `advice` gathers."""
        name = self.chart.outcome_of(self.judged)
        return self.decision.outcome_by_id[name]

    @cached_property
    def is_firm(self) -> bool:
        """Whether no open fact can change the outcome any more."""
        return len(self.chart.outcomes_left(self.judged)) == 1

    @cached_property
    def judged(self) -> Mapping[str, Answer]:
        """Give the answers that are judged: what was said, and wishes taken as said."""
        return self.decision.with_own_choices(self.casefile.answers)

    @cached_property
    def unknown_and_deciding(self) -> int:
        """Count the facts that can still change the outcome."""
        return sum(stop.decides for stop in self.journey.stops)

    @cached_property
    def answered(self) -> int:
        """Count the questions that were answered and count."""
        stops = self.journey.stops
        return sum(stop.standing is Standing.ANSWERED for stop in stops)

    def question(self, slug: str) -> Question:
        """Find a question by its name in the address, or stop with 404."""
        found = self.decision.question_by_id.get(slug.replace("-", "_"))
        if found is None or "_" in slug:
            abort(404)
        return found

    def said(self, question: Question) -> Answer | None:
        """Give the answer to a question."""
        return self.casefile.answers.get(question.id)

    def keep(self, question: Question, answer: Answer, version: int) -> "Work":
        """Store an answer, in a new dossier if there is none yet."""
        return self.keep_all({question.id: stored(answer)}, version)

    def keep_all(self, answers: Mapping[str, str], version: int) -> "Work":
        """Store answers in their stored form, in a new dossier if there is none yet."""
        dossiers, dossier = self.desk.dossiers, self.dossier
        if dossier is None:
            made = dossiers.create(
                (self.decision.id,),
                reference_date=self.casefile.reference_date,
                fingerprint=self.desk.library.fingerprint,
                municipality=self.desk.municipality,
            )
            session.remember(made.edit_key, Access.EDIT)
            dossier, version = made.dossier, made.dossier.version
        elif self.decision.id not in dossier.decisions:
            dossier = self._with_this_decision(dossier)
            version = dossier.version
        changes = {**self._answered_by_the_gate(dossier), **answers}
        kept = dossiers.save_answers(dossier, changes, expected_version=version)
        return work_of(self.desk, self.chart, kept)

    def _with_this_decision(self, dossier: StoredDossier) -> StoredDossier:
        return self.desk.dossiers.amend(
            dossier,
            decisions=(*dossier.decisions, self.decision.id),
            reference_date=dossier.reference_date,
            fingerprint=dossier.fingerprint,
            municipality=dossier.municipality,
        )

    def _answered_by_the_gate(self, dossier: StoredDossier) -> dict[str, str]:
        """Give the question that the gate asked already, where the words are equal."""
        return {
            question.id: "ja"
            for question in self.decision.questions
            if question.text == self.decision.header.gate.text
            and question.id not in dossier.answers
            and session.passed_gate(self.decision.id)
        }


def desk() -> Desk:
    """Give the desk of this application."""
    found = current_app.extensions[SHELF]
    assert isinstance(found, Desk)
    return found


def work_on(name: str) -> Work:
    """Lay a decision on the counter, with the dossier of this visitor."""
    here = desk()
    if name not in here.library.decisions:
        abort(404)
    return work_of(here, here.library.chart(name), here.open_dossier())


def work_of(desk: Desk, chart: Chart, dossier: StoredDossier | None) -> Work:
    """Read a dossier as a case file of one decision, by the law of its date."""
    day = desk.today() if dossier is None else dossier.reference_date
    chart = law_of(chart, day)
    decision = chart.decision
    if dossier is None:
        return Work(desk, chart, None, CaseFile(decision.id, day))
    casefile = CaseFile(
        decision.id,
        day,
        dict(_readable(decision, dossier)),
        dossier.municipality,
        _readable_costs(decision, dossier),
        frozenset(
            question.id
            for question in decision.questions
            if DOUBT + question.id in dossier.texts and question.id in dossier.answers
        ),
    )
    return Work(desk, chart, dossier, casefile)


@lru_cache(maxsize=64)
def law_of(chart: Chart, day: date) -> Chart:
    """Give the law of a day; many pages ask for the same few days."""
    return chart.at(day)


@lru_cache(maxsize=64)
def stale_law(chart: Chart, today: date) -> Stale | None:
    """Tell whether the law of a decision was checked too long ago; the same all day."""
    return stale(chart.decision, today)


def _readable(
    decision: Decision, dossier: StoredDossier
) -> Iterator[tuple[str, Answer]]:
    """Read the answers that today’s questions still understand; the rest stays kept."""
    for question in decision.questions:
        text = dossier.answers.get(question.id)
        if text is not None:
            try:
                yield question.id, parse(question.answer, text)
            except InputError:
                continue


def _readable_costs(decision: Decision, dossier: StoredDossier) -> dict[str, str]:
    """Give what was typed in about money and can still be read; the rest stays kept."""
    own = of_these(dossier.costs, decision.costs)
    wrong = faults(own, decision.costs)
    return {key: text for key, text in own.items() if key not in wrong}
