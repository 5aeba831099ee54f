"""A memo stays small: one page that is complete by itself, or six with its core first."""

import io
import random
import re
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition
from reports.formats.press import render
from reports.formats.text import render as as_text
from rules.content.casefile import CaseFile
from rules.judging.advice import advise
from rules.loading import CONTENT
from rules.proof.proving import drawn
from rules.reading_casefile import read_dossier
from tests.law import LIBRARY
from wizard.clock import today

NAMES = sorted(path.name for path in (CONTENT / "besluiten").iterdir())
CASES = sorted((Path(__file__).parents[1] / "casussen").glob("*/*/dossier.yaml"))
MOST_PAGES, MOST_BYTES, MOST_WORDS = 6, 500_000, 420
DRAWN, DAY, SEED = 24, date(2026, 11, 21), 20261129
MARKS = re.compile(r"\[\d+(?:,\s+\d+)*\]")
PARTS = ("Waarom", "Vraag dit vanavond", "Voor en tegen", "Goed om te weten")


@pytest.fixture(scope="module")
def content():
    return LIBRARY


def pages(document):
    printed = render(document)
    assert len(printed) <= MOST_BYTES
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        return len(pdf.pages)


def words(document):
    """Count what one reads: all but the notes, their marks, and lines that are drawn."""
    read = MARKS.sub("", as_text(document).partition("\nNoten\n")[0])
    return sum(any(sign.isalnum() for sign in word) for word in read.split())


def test_there_are_cases_to_print():
    assert len(CASES) >= 6


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_an_ordinary_memo_is_at_most_six_pages(content, path):
    casefiles = read_dossier(path.read_text(), content, today=today())
    if len(casefiles) > 1:
        pytest.skip("several decisions in one memo are not ordinary")
    advices = [advise(content.chart(each.decision), each) for each in casefiles]
    document = compose(advices, content, Cover("proef", None, "0"))

    assert pages(document) <= MOST_PAGES
    assert document.sections[0].title == "1. Kern"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_the_memo_of_one_page_is_one_page_for_each_decision(content, path):
    casefiles = read_dossier(path.read_text(), content, today=today())
    advices = [advise(content.chart(each.decision), each) for each in casefiles]
    document = compose(advices, content, Cover("proef", None, "0"), Edition.BRIEF)

    # the notes of several decisions stand together, after the last
    assert pages(document) <= len(advices) + (len(advices) > 1)
    assert words(document) <= MOST_WORDS * len(advices)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_one_page_whatever_was_answered(content, name):
    """All are counted in words; the longest is printed."""
    chart, chance = content.chart(name), random.Random(SEED)
    listed = content.municipalities.municipalities
    place = max(listed, key=lambda one: len(one.name)).code
    cover, composed = Cover("ABCD-EFGH", place, "10.10.10"), []
    for each in range(DRAWN + 1):
        answers = dict(drawn(chart, chance)) if each else {}
        advice = advise(chart, CaseFile(name, DAY, answers, place))
        composed.append(compose([advice], content, cover, Edition.BRIEF))
    longest = max(composed, key=lambda one: len(as_text(one)))

    assert max(map(words, composed)) <= MOST_WORDS
    assert pages(longest) == 1


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_it_is_complete_by_itself(content, path):
    casefile, *_ = read_dossier(path.read_text(), content, today=today())
    advice = advise(content.chart(casefile.decision), casefile)
    document = compose([advice], content, Cover("proef", None, "0"), Edition.BRIEF)
    told = [section.title for section in document.sections]
    about = advice.decision.arguments.about
    told = [title.removesuffix(f": {about}") for title in told]

    assert told[0] == advice.headline.title
    assert set(told[1:]) <= set(PARTS)
    assert {*PARTS[1:]} <= set(told)
    assert "Hoe zeker?" in as_text(document)
