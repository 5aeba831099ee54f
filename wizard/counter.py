"""What lies on the counter for one request: a decision, a dossier and what follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from time import monotonic

from flask import abort, current_app, request

from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.document import Letterhead
from rules.caselaw import JudgedCase, judged_cases
from rules.content.casefile import CaseFile
from rules.content.decision import Decision
from rules.content.decision_table import Outcome
from rules.content.municipalities import Municipality
from rules.content.questions import Question, Screen
from rules.earlier_answers import read_stored
from rules.exercises import Exercise, exercises
from rules.grammar.answers import Answer
from rules.grammar.errors import InputError
from rules.judging.advice import Advice, advise
from rules.judging.folded_decision import Chart
from rules.judging.journey import (
    Journey,
    QuestionStanding,
    journey,
    journey_to_the_end,
)
from rules.judging.law_by_date import stale
from rules.judging.recently_judged import (
    forget_recent_cases,
    open_questions,
    outcome_of,
)
from rules.judging.running_terms import answers_that_count
from rules.judging.word_search import Lookup
from rules.library import Library
from rules.money.inputs import faults, of_these
from wizard import session
from wizard.guarding.limits import RateLimit
from wizard.keeping.dossier import (
    CAUSE,
    DOUBT,
    UNTOLD,
    StoredDossier,
    before_since,
    text_key,
)
from wizard.keeping.keys import Access
from wizard.keeping.remarks import about_of, remarks_of
from wizard.keeping.storage import Dossiers
from wizard.metrics import Metrics
from wizard.printing_ahead import PrintAhead

EXTENSION = "raadwijzer"
LIFE = 1_800.0  # seconds that a process keeps what it judged
ALL = "alles"  # in the address: also what falls away is asked


class CannotJudgeError(Exception):
    """Today’s rules cannot judge this dossier; it can be taken along and deleted."""

    def __init__(self, dossier: StoredDossier, why: str) -> None:
        """Keep the dossier, and the Dutch sentence that says why."""
        super().__init__("a dossier that the rules cannot judge")
        self.dossier, self.why = dossier, why


@dataclass(frozen=True, eq=False)  # there is one, which is asked by itself
class Counter:
    """What every page can reach: the law, the storage, the calendar, the press."""

    library: Library
    dossiers: Dossiers
    today: Callable[[], date]
    new_dossiers: RateLimit
    papers: RateLimit
    print_ahead: PrintAhead
    municipality: str | None
    version: str
    security_contact: str = ""
    letterhead: Letterhead | None = None
    metrics: Metrics | None = None

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """Give the exercise dossiers; they are read once."""
        return exercises(self.library)

    @cached_property
    def lookup(self) -> Lookup:
        """Give the list in which a word is looked up; it is made once."""
        assert self.library.signpost is not None
        return Lookup(self.library.signpost)

    @cached_property
    def cases(self) -> tuple[JudgedCase, ...]:
        """Give the case law beside our rules; it is judged once."""
        return judged_cases(self.library)

    def open_dossier(self) -> StoredDossier | None:
        """Give the dossier of this visitor, if there is one."""
        return session.current(
            self.dossiers.open_by_edit_key, self.dossiers.open_by_read_key
        )


@dataclass(frozen=True)
class Work:
    """One decision with what this visitor knows about it.

    `to_the_end`: the visitor also fills in what falls away.
    """

    counter: Counter
    chart: Chart
    dossier: StoredDossier | None
    casefile: CaseFile
    to_the_end: bool = False

    @property
    def library(self) -> Library:
        """Give the law."""
        return self.counter.library

    @property
    def decision(self) -> Decision:
        """Give the decision that is worked on."""
        return self.chart.decision

    @property
    def town(self) -> Municipality | None:
        """Give the municipality that was chosen, if one was that we know."""
        return self.library.town(self.casefile.municipality)

    @property
    def may_change(self) -> bool:
        """Whether this visitor may answer, and not only read."""
        return self.dossier is None or self.dossier.access is Access.EDIT

    @property
    def version(self) -> int:
        """Give the version of the dossier that a page is made from."""
        return 0 if self.dossier is None else self.dossier.version

    def writer(self) -> Writer:
        """Give what writes the parts of one page or paper, with fresh notes."""
        library = self.library
        return Writer(library, Notes(library.sources), self.counter.version)

    @cached_property
    def journey(self) -> Journey:
        """Lay out the screens."""
        lay_out = journey_to_the_end if self.to_the_end else journey
        return lay_out(self.chart, self.casefile.answers)

    @cached_property
    def advice(self) -> Advice:
        """Judge what is known."""
        return advise(self.chart, self.casefile)

    @property
    def outcome(self) -> Outcome:
        """Give the outcome so far, without the reasons that `advice` gathers."""
        name = outcome_of(self.chart, answers_that_count(self.decision, self.casefile))
        return self.decision.outcome_by_id[name]

    @cached_property
    def unknown_and_deciding(self) -> int:
        """Count the questions that can still change the outcome."""
        counted = answers_that_count(self.decision, self.casefile)
        return len(open_questions(self.chart, counted))

    @cached_property
    def answered(self) -> int:
        """Count the questions that were answered and count."""
        stops = self.journey.stops
        return sum(stop.standing is QuestionStanding.ANSWERED for stop in stops)

    def said(self, question: Question) -> Answer | None:
        """Give the answer to a question."""
        return self.casefile.answers.get(question.id)

    def screen(self, slug: str) -> Screen | None:
        """Find a screen by its name in the address."""
        return self.decision.screen_by_id.get(id_of(slug))

    def became_of(self, slug: str) -> Question | None:
        """Find what became of a question that once had a page of its own."""
        name = id_of(slug)
        return self.decision.question_by_id.get(name) or self._made_of(name)

    def _made_of(self, old_id: str) -> Question | None:
        """Give the first question that an old one became."""
        refs = {
            ref for old in self.decision.old if old.id == old_id for ref in old.refs
        }
        became = (q for q in self.decision.questions if refs & set(q.refs))
        return next(became, None)

    def touched(
        self, answers: Mapping[str, str | None], version: int
    ) -> dict[str, str | None]:
        """Leave out what somebody else changed meanwhile and this visitor left alone.

        A screen sends all its rows; `version` is that of the page they were seen on.
        """
        if self.dossier is None or version == self.version:
            return dict(answers)
        since = self.counter.dossiers.revisions(self.dossier, since_version=version)
        seen = before_since(since)
        return {
            name: answer
            for name, answer in answers.items()
            # Sent as it was seen: this visitor did not touch it, and the other’s change
            # stays.
            if name not in seen or seen[name] != answer
        }

    def keep_all(self, answers: Mapping[str, str | None], version: int) -> "Work":
        """Store answers in their stored form, in a new dossier if there is none yet.

        All of them or none: a `ConflictError` tells which were changed meanwhile.
        """
        dossiers, dossier = self.counter.dossiers, self.dossier or self._begin()
        if self.decision.id not in dossier.decisions:
            decisions = (*dossier.decisions, self.decision.id)
            dossier = dossiers.amend(replace(dossier, decisions=decisions))
            # The dossier just grew by this decision, which is no change that the
            # visitor missed.
            version = dossier.version
        values = {**self._cause(dossier), **answers}
        kept = dossiers.save_answers(dossier, values, expected_version=version)
        work = work_of(self.counter, self.chart, kept)
        return replace(work, to_the_end=self.to_the_end)

    def _cause(self, dossier: StoredDossier) -> dict[str, str]:
        """Keep the problem that this decision was entered from; the first one stays.

        One that is about people stands on no paper until somebody asks for it.
        """
        signpost, word = (
            self.library.signpost,
            session.came_from(self.decision.id),
        )
        problem = signpost.named(word) if signpost is not None and word else None
        if problem is None or CAUSE in dossier.texts:
            return {}
        untold = {text_key(UNTOLD): "ja"} if problem.about_people else {}
        return {text_key(CAUSE): problem.word, **untold}

    def _begin(self) -> StoredDossier:
        """Make the dossier that this visitor was about to begin."""
        code, key = session.beginning()
        dossier = self.counter.dossiers.begin(
            (self.decision.id,),
            code=code,
            edit_key=key,
            reference_date=self.casefile.reference_date,
            fingerprint=self.library.fingerprint,
            municipality=self.counter.municipality,
        )
        # Only now: a cookie with a key to nothing would say that a dossier expired.
        session.remember(dossier.code, key, Access.EDIT)
        return dossier


def counter() -> Counter:
    """Give the counter of this application."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Counter)
    return found


def work_on(name: str) -> Work:
    """Lay a decision on the counter, with the dossier of this visitor."""
    here = counter()
    if name not in here.library.decisions:
        abort(404)
    work = work_of(here, here.library.chart(name), here.open_dossier())
    return replace(work, to_the_end=request.args.get(ALL) == "ja")


def judged_works(counter: Counter, dossier: StoredDossier) -> tuple[Work, ...]:
    """Lay out every decision of a dossier that today’s rules can judge."""
    return tuple(
        work_of(counter, counter.library.chart(name), dossier)
        for name in judged_names(counter, dossier)
    )


def judged_names(counter: Counter, dossier: StoredDossier) -> tuple[str, ...]:
    """Name the decisions of a dossier that today’s rules can judge, as they were added."""
    day = dossier.reference_date
    return tuple(name for name in dossier.decisions if can_judge(counter, name, day))


def can_judge(counter: Counter, name: str, day: date) -> bool:
    """Tell whether this decision exists, and its rules know the law of this day."""
    known = counter.library.decisions.get(name)
    return known is not None and day >= known.header.valid_from


def work_of(counter: Counter, chart: Chart, dossier: StoredDossier | None) -> Work:
    """Read a dossier as a case file of one decision, by the law of its date.

    Raises:
        CannotJudgeError: when the rules do not know the law of that date.
    """
    if dossier is None:
        chart = law_of(chart, counter.today())
        return Work(counter, chart, None, CaseFile(chart.decision.id, counter.today()))
    forget_what_is_old()
    day = dossier.reference_date
    try:
        chart = law_of(chart, day)
    except InputError as error:
        raise CannotJudgeError(dossier, str(error)) from error
    decision = chart.decision
    read = read_stored(decision, dossier.answers)
    casefile = CaseFile(
        decision.id,
        day,
        municipality=dossier.municipality,
        costs=_readable_costs(decision, dossier),
        doubtful=frozenset(
            name for name in read.answers if DOUBT + name in dossier.texts
        ),
        remarks=remarks_of(dossier.texts, decision.question_by_id),
        about=about_of(dossier.texts),
    )
    return Work(counter, chart, dossier, read.within(casefile))


@dataclass
class KeptSince:
    """When this process last let go of all that it judged."""

    since: float = field(default_factory=monotonic)


AGE = KeptSince()


def forget_what_was_judged() -> None:
    """Let go of the answers that this process keeps with what they gave."""
    forget_recent_cases()
    AGE.since = monotonic()


def forget_what_is_old() -> None:
    """Let go of it all once in a while, so that no answer stays longer than that."""
    if monotonic() - AGE.since > LIFE:
        forget_what_was_judged()


@lru_cache(maxsize=64)
def law_of(chart: Chart, day: date) -> Chart:
    """Give the law of a day; many pages ask for the same few days."""
    return chart.at(day)


@lru_cache(maxsize=64)
def stale_law(chart: Chart, today: date) -> str | None:
    """Warn that the law of a decision was checked too long ago; the same all day."""
    return stale(chart.decision, today)


def id_of(slug: str) -> str:
    """Read a name in the address; one with an underscore is none of ours."""
    # One address a page: with both spellings a page would be two for a search engine.
    return "" if "_" in slug else slug.replace("-", "_")


def slug_of(name: str) -> str:
    """Spell an id as an address does, or as the place of something on a page."""
    return name.replace("_", "-")


def _readable_costs(decision: Decision, dossier: StoredDossier) -> dict[str, str]:
    """Give what was typed in about money and can still be read; the rest stays kept."""
    own = of_these(dossier.costs, decision.costs)
    wrong = faults(own, decision.costs)
    return {key: text for key, text in own.items() if key not in wrong}
