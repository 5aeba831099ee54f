"""An ordinary memo stays small: six pages, its core on the first."""

import io
from pathlib import Path

import pikepdf
import pytest

from reports.memo import Cover, compose
from reports.press import render
from rules.dossier import read_dossier
from rules.judging.advice import advise
from rules.loading import load
from wizard.clock import today

CASES = sorted((Path(__file__).parents[1] / "casussen").glob("*/*/dossier.yaml"))
MOST_PAGES, MOST_BYTES = 6, 500_000


@pytest.fixture(scope="module")
def content():
    return load()


def test_there_are_cases_to_print():
    assert len(CASES) >= 6


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_an_ordinary_memo_is_at_most_six_pages(content, path):
    casefiles = read_dossier(path.read_text(), content, today=today())
    if len(casefiles) > 1:
        pytest.skip("several decisions in one memo are not ordinary")
    advices = [advise(content.chart(each.decision), each) for each in casefiles]
    document = compose(advices, content, Cover("proef", None, "0"))
    printed = render(document)
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert len(pdf.pages) <= MOST_PAGES
    assert len(printed) <= MOST_BYTES
    assert document.sections[0].title == "1. Kern"
