"""Every sentence of content is met: on a page, on a card or in a paper.

What hangs on no answer is met in each decision, to the last sentence. Of what hangs on
answers each kind is met somewhere; that some dossier brings each of them is not for a
walk to find but proved (`rules.proof`: outcomes, demands, texts).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition
from reports.formats.text import render
from rules.content.briefing import Statement
from rules.content.casefile import CaseFile
from rules.grammar.answers import DONT_KNOW, Number, stored
from rules.grammar.content_model import Content
from rules.grammar.references import REGISTER
from rules.judging.advice import advise
from rules.proof.examination import drawn
from tests.law import load_once
from tests.wizard.pages.conftest import TODAY, Page
from wizard.showing.side_by_side import CHOICE, FEWEST, MOST

OLD = Path(__file__).parents[2] / "corpus" / "2-b5fb489"
# The plain words of a question that has others for while it may not apply.
SURELY_ASKED = "Question.ask, beside careful words"
# What is told for one answer and not for another, by the field in which it stands.
HANG_ON_ANSWERS = frozenset(
    {
        *("Outcome.label", "Outcome.meaning", "Outcome.next_step", "Title.text"),
        *("Title.meaning", "Title.next_step", "Title.reading", "FixedTonight.text"),
        *("FixedTonight.because", "Option.says", "Option.short", "Question.if_yes"),
        *("Question.if_no", "Question.if_unknown", "Question.fact", "Clash.text"),
        *("Question.fact_one", "Demand.short", "Demand.ask", "Demand.exceptions"),
        *("Repair.text", "Repair.request", "Passage.text", "Deadline.text"),
        *("Deadline.title", "Denial.text", "Dropped.told", "Became.told"),
        *("Became.clash", "Question.ask_if_open", "Question.ask_if_unmet"),
        SURELY_ASKED,
    }
)
# Written for jurists who read the files, and a name that the register words itself.
NOT_FOR_READERS = frozenset({"Decision.duiding", "Header.evidence"})
HOLE = re.compile(r"\{[^}]*\}|[()]")
NAMES = load_once().decisions
TOLD = ("kort", "overzicht", "stukken/motie")
NO_PAGE = re.compile(r"[.?]")


def texts_of(value, kind=""):
    """Every text of more than one word, with the class and the field that hold it."""
    if isinstance(value, str):
        yield from [(kind, value)] if " " in value else ()
    elif isinstance(value, Mapping | tuple | frozenset):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from texts_of(each, kind)
    elif isinstance(value, Content) or is_dataclass(value):
        for name in names_of(value):
            # a statement is of the field in which it stands, whatever it is
            own = f"{type(value).__name__}.{name}"
            if own == "Question.ask" and value.ask_if_open is not None:
                own = SURELY_ASKED
            here = kind if type(value) is Statement else own
            yield from texts_of(getattr(value, name), here)


def names_of(value):
    if isinstance(value, Content):
        return type(value).model_fields
    return [one.name for one in fields(value) if not one.metadata.get(REGISTER)]


def plain(text):
    return " ".join(text.split()).casefold()


def is_met(text, met):
    """All between the holes stands there, up to the mark with which a page may go on."""
    return all(plain(piece).strip(" .,:;") in met for piece in HOLE.split(text))


def missed(decision, met, *, hanging):
    return {
        (kind, text)
        for kind, text in texts_of(decision)
        if kind not in NOT_FOR_READERS
        and (kind in HANG_ON_ANSWERS) is hanging
        and not is_met(text, met)
    }


@pytest.fixture
def begun(app, client, follow):
    """Store a dossier with these answers, and open it."""
    dossiers = app.extensions["raadwijzer"].dossiers

    def make(decision, answers, day=TODAY):
        made = dossiers.create(
            (decision.id,),
            reference_date=day,
            fingerprint=decision.fingerprint,
            municipality=None,
        )
        dossiers.save_answers(made.dossier, answers, expected_version=1)
        follow(client, f"/d/{made.edit_key}")
        return f"/{decision.id.replace('_', '-')}/"

    return make


@pytest.fixture
def read(client):
    """Read a page, and with `on` all pages of the decision to which links lead."""

    def walk(here, todo, *, on=False):
        todo = [here + each for each in todo]
        seen = set(todo)
        while todo:
            page = Page(client.get(todo.pop(), follow_redirects=True))
            yield page.one("body").text
            for link in page.all("a[href]") if on else ():
                path = link.get("href").partition("#")[0]
                if path.startswith(here) and not NO_PAGE.search(path):
                    todo += {path} - seen
                    seen.add(path)

    return walk


@pytest.fixture
def print_out(library):
    """The memo of one page and the whole dossier, as text."""

    def make(chart, answers):
        advice = advise(chart, CaseFile(chart.decision.id, TODAY, answers))
        cover = Cover("VOORBEELD", None, "0.0.0")
        for edition in Edition:
            yield render(compose([advice], library, cover, edition))

    return make


def asked_for(decision):
    """Addresses that no link names: the cards, and measures beside each other."""
    yield from ("kort", "poort", "doorverwijzing")
    for screen in decision.screens:
        yield f"vraag/{screen.id.replace('_', '-')}"
    names = [measure.id for measure in decision.costs.measures]
    for first in range(0, len(names), MOST):
        some = [*names[first : first + MOST], *names[:FEWEST]][:MOST]
        yield "vergelijken?" + "&".join(f"{CHOICE}={name}" for name in some)


@pytest.mark.parametrize("name", NAMES)
def test_what_hangs_on_no_answer_is_met_to_the_last_sentence(
    begun, read, print_out, library, name
):
    chart = library.chart(name)
    decision = chart.decision
    unknown = {question.id: DONT_KNOW for question in decision.questions}
    here = begun(decision, written(unknown))
    met = [*read(here, asked_for(decision), on=True), *print_out(chart, unknown)]
    here = begun(decision, {}, decision.header.valid_from - timedelta(days=1))
    met += read(here, ["kort"])

    assert missed(decision, plain(" ".join(met)), hanging=False) == set()


def test_of_what_hangs_on_answers_each_kind_is_met(begun, read, print_out, library):
    kinds, met = set(), set()
    for name in library.decisions:
        chart = library.chart(name)
        told = " ".join(walked(begun, read, print_out, chart))
        found = {
            each for each in texts_of(chart.decision) if each[0] in HANG_ON_ANSWERS
        }
        kinds |= {kind for kind, _ in found}
        met |= {
            kind
            for kind, _ in found - missed(chart.decision, plain(told), hanging=True)
        }

    assert kinds == HANG_ON_ANSWERS
    assert met == kinds


def walked(begun, read, print_out, chart):
    """What is told by chance, of old answers, and of answers that do not go together."""
    decision, draw = chart.decision, Random(chart.decision.id)
    whole = drawn(chart, draw)
    careful = {each.id for each in decision.questions if each.ask_if_open}
    asked = {name: answer for name, answer in whole.items() if name not in careful}
    for answers in (whole, asked, one_of_all(drawn(chart, draw)), {}):
        yield from print_out(chart, answers)
        yield from read(begun(decision, written(answers)), TOLD)
    for answers in (old_answers(decision.id), *denied(decision)):
        if answers:
            yield from read(begun(decision, answers), TOLD)


def one_of_all(answers):
    """The same, with every number one."""
    return {
        name: Number(1) if isinstance(answer, Number) else answer
        for name, answer in answers.items()
    }


def written(answers):
    return {name: stored(answer) for name, answer in answers.items()}


def old_answers(name):
    """Answers to the questions of an earlier release, as they were stored."""
    path = OLD / f"{name}.json"
    return json.loads(path.read_text("utf-8"))["answers"] if path.exists() else {}


def denied(decision):
    """An answer that a term denies: the day is long ago, or it is today."""
    for question in decision.questions:
        for term in question.deadlines:
            days = {"1999-01-01": term.once_past, TODAY.isoformat(): term.while_running}
            for day, denial in days.items():
                if denial is not None:
                    told = denial.denies
                    yield {question.id: day, told.question: told.is_}
