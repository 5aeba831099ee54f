"""The memos of real cases, and of three decisions in one dossier, word for word.

A difference here is a difference in law: read it aloud before `make golden`.
What changes with every edition (the fingerprint, the seal) is masked. Three memos have
every word; in the others a fixed sentence is told by its id, so that one sentence that
changes is read in three papers and not in twenty.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition
from reports.formats.footnotes import footnotes
from reports.formats.text import render
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier
from tests.golden import hold
from tests.law import by_id

CASES = Path(__file__).parent.parent / "casussen"
TODAY = date(2026, 11, 21)
DOSSIERS = sorted(CASES.glob("*/*/dossier.yaml"))
HASH = re.compile(r"sha256:[0-9a-f]{64}|\b[0-9a-f]{64}\b|\b[0-9a-f]{12}\b")
WIDEST = 88
WHOLE = ("a1_steenbergen_2017", "b1_enschede_2017", "c1_woerden_2017")


@pytest.fixture(scope="module")
def told_by_id(library):
    return by_id(library)


def composed(path, library, edition=Edition.WHOLE):
    """The paper of a case, with a fixed code and version."""
    casefiles = read_dossier(path.read_text("utf-8"), library, today=TODAY)
    advices = [advise(library.chart(each.decision), each) for each in casefiles]
    cover = Cover("VOORBEELD", casefiles[0].municipality, "0.0.0")
    return compose(advices, library, cover, edition)


def memo_of(path, library):
    """The memo as a reader gets it."""
    return HASH.sub("…", render(composed(path, library)))


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.parent.name)
def test_a_memo_says_what_it_said(library, told_by_id, path, update_golden):
    golden = path.with_name("memo.txt")
    text = memo_of(path, library if path.parent.name in WHOLE else told_by_id)

    hold(golden, text, update=update_golden)


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.parent.name)
def test_note_numbers_go_up_as_one_reads(library, path, edition):
    """So that Word, which counts for itself, comes to the numbers of the PDF."""
    assert footnotes(composed(path, library, edition)).counted


def test_every_case_has_a_memo_and_every_decision_a_case():
    cases = [path.parent.parent.name for path in DOSSIERS]

    assert cases.count("meer_besluiten") == 1
    for name in ("buurtbemiddeling", "cameratoezicht", "woonoverlastverordening"):
        assert cases.count(name) == 2
    assert all(path.with_name("memo.txt").exists() for path in DOSSIERS)


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.parent.name)
def test_a_memo_reads_well(library, path):
    text = memo_of(path, library)
    lines = [line for line in text.splitlines() if "://" not in line]

    assert max(map(len, lines)) <= WIDEST
    assert not [line for line in lines if line != line.rstrip()]
    assert not re.search(r"[\"']|\bTrue\b|\bNone\b|\{|\}|_", text.partition("Noten")[0])
    assert "\n\n\n" not in text


def test_three_decisions_share_one_fact_and_keep_their_own_outcome(library):
    (path,) = CASES.glob("meer_besluiten/*/dossier.yaml")
    text = memo_of(path, library)
    casefiles = read_dossier(path.read_text("utf-8"), library, today=TODAY)

    for each in casefiles:
        header = library.decision(each.decision).header
        assert text.count(f"\n{header.title}\n") == 1
    shared = [each.answers.get("bemiddeling_vaste_stap") for each in casefiles]
    assert shared[0] == shared[1] is not None
    assert shared[2] is None
