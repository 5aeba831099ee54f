"""A memo proves itself: clean ones raise no alarm, tampered ones always do."""

from dataclasses import replace
from functools import lru_cache

import pytest

from reports.checking import verify_memo
from reports.checking.pdf_reading import UnreadablePdfError, look
from reports.checking.verify_memo import (
    ADDED,
    NO_SIGNATURE,
    FileVerdict,
    as_data,
    as_text,
    read_memo,
    verify,
)
from reports.composing import receipt
from reports.document import PaperKind
from reports.formats import press
from tests.reports import sample
from tests.reports.tampering import TAMPERINGS

LOOK_ONCE = lru_cache(look)


@pytest.fixture(scope="session")
def clean(library, case, memo_of):
    law = library.decision("buurtbemiddeling")
    yes = {q.id: True for q in law.questions[:9] if q.answer.kind == "yes_no"}
    return memo_of(case(law, **yes))


@pytest.fixture(scope="session")
def other(library, case, memo_of):
    law = library.decision("buurtbemiddeling")
    no = {q.id: False for q in law.questions[:9] if q.answer.kind == "yes_no"}
    return memo_of(case(law, **no))


@pytest.fixture
def judge(library, print_once, monkeypatch):
    """Verify, and look at what was printed here only once."""
    monkeypatch.setattr(verify_memo, "look", LOOK_ONCE)

    def verdict_on(pdf):
        return verify(pdf, library, print_once)

    return verdict_on


def test_a_memo_as_it_was_made_is_sound(clean, judge):
    found = judge(clean)

    assert found.verdict is FileVerdict.SOUND
    assert found.changes == ()


@pytest.mark.parametrize("way", TAMPERINGS)
def test_tampering_is_found(way, clean, other, judge):
    tampered = TAMPERINGS[way](clean, other)
    assert tampered != clean
    try:
        found = judge(tampered)
    except UnreadablePdfError:
        assert way in {"rubbish_behind_the_end", "byte_flipped_in_the_middle"}
        return

    assert found.verdict is FileVerdict.CHANGED
    assert found.changes


def test_a_paper_that_never_was_a_memo_is_not_called_changed(judge):
    motie = press.render(replace(sample.memo(), kind=PaperKind.MOTION, attachments=()))

    with pytest.raises(UnreadablePdfError, match="geen memo van Raadwijzer"):
        judge(motie)


def test_a_memo_without_its_attachment_is_changed(clean, other, judge):
    bare = TAMPERINGS["attachment_removed"](clean, other)

    assert judge(bare).verdict is FileVerdict.CHANGED


@pytest.mark.parametrize(
    "words",
    [
        "<h1>Adviesmemo cameratoezicht</h1>",
        "<title>Adviesmemo</title><p>Adviesmemo van de griffie",
    ],
)
def test_a_paper_of_somebody_else_with_our_word_on_it_is_foreign(judge, words):
    from weasyprint import HTML

    foreign = HTML(string=words).write_pdf()

    with pytest.raises(UnreadablePdfError, match="geen memo van Raadwijzer"):
        judge(foreign)


def test_a_stamp_of_the_griffie_is_told_by_its_page_and_the_rest_is_equal(
    clean, other, judge
):
    found = judge(TAMPERINGS["stamp_in_words"](clean, other))

    texts = [change for change in found.changes if change.theirs]
    assert found.verdict is FileVerdict.CHANGED
    assert {change.where for change in texts} == {"bladzijde 1"}
    assert found.remarks == (ADDED,)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("\ufeff".encode(), b"", "Vóór het begin"),
        (b"", b"<!-- mail gateway footer -->", "Achter het einde"),
    ],
)
def test_what_a_gateway_put_around_a_memo_is_told_for_what_it_is(
    clean, judge, before, after, told
):
    found = judge(before + clean + after)

    assert found.verdict is FileVerdict.CHANGED
    (change,) = found.changes
    assert change.where == "het bestand"
    assert change.what.startswith(told)


def test_there_are_more_than_thirty_ways():
    assert len(TAMPERINGS) >= 30


def test_the_place_of_an_edited_sentence_is_told(clean, other, judge):
    found = judge(TAMPERINGS["sentence_deleted"](clean, other))

    first = found.changes[0]
    assert first.where not in ("", "de kop")
    assert first.ours


def test_other_rules_are_named_and_are_no_reproach(clean, library, print_once):
    name = "buurtbemiddeling"
    law = replace(library.decisions[name], fingerprint="sha256:" + "1" * 64)
    newer = replace(library, decisions={**library.decisions, name: law})
    found = verify(clean, newer, print_once)

    assert found.verdict is FileVerdict.OTHER_RULES
    assert found.changes == ()
    (only,) = found.other_rules
    assert only.what == law.header.title
    assert only.outcome_then == only.outcome_now


def test_a_decision_that_is_gone_is_other_rules_too(clean, library, print_once):
    kept = {k: v for k, v in library.decisions.items() if k != "buurtbemiddeling"}
    found = verify(clean, replace(library, decisions=kept), print_once)

    assert found.verdict is FileVerdict.OTHER_RULES


def test_a_note_is_found_under_other_rules_as_well(clean, other, library, print_once):
    name = "buurtbemiddeling"
    law = replace(library.decisions[name], fingerprint="sha256:" + "1" * 64)
    newer = replace(library, decisions={**library.decisions, name: law})
    stamped = TAMPERINGS["stamp"](clean, other)

    assert verify(stamped, newer, print_once).verdict is FileVerdict.CHANGED


def lines(found):
    return [told for _, told in found.lines]


def test_the_answer_comes_in_three_lines(clean, other, judge):
    assert lines(judge(clean)) == ["gelijk", "gelijk", "gelijk"]

    tampered = TAMPERINGS["sentence_edited"](clean, other)
    assert lines(judge(tampered)) == ["gelijk", "gelijk", "gewijzigd"]


def test_content_that_changed_is_named_in_the_first_line(clean, library, print_once):
    name = "buurtbemiddeling"
    law = replace(library.decisions[name], fingerprint="sha256:" + "1" * 64)
    newer = replace(library, decisions={**library.decisions, name: law})

    content, program, text = lines(verify(clean, newer, print_once))
    assert content == f"veranderd: {law.header.title}"
    assert program == "gelijk"
    assert text == "niet na te gaan"


def test_another_program_that_says_the_same_changes_the_second_line_alone(
    clean, library, print_once, monkeypatch
):
    monkeypatch.setattr(receipt, "engine", lambda: "sha256:" + "2" * 64)
    monkeypatch.setattr(verify_memo, "engine", receipt.engine)
    found = verify(clean, library, print_once)

    content, program, text = lines(found)
    assert (content, text) == ("gelijk", "gelijk")
    assert program.startswith("veranderd") or "→" in program
    assert found.verdict is FileVerdict.SOUND


def test_what_is_told_is_the_same_in_data_and_in_text(clean, other, judge):
    found = judge(TAMPERINGS["sentence_edited"](clean, other))
    data, text = as_data(found), as_text(found)

    assert data["verdict"] == "gewijzigd"
    assert text.startswith("gewijzigd: ")
    for change in data["changes"]:
        assert change["what"] in text
    assert text.endswith(NO_SIGNATURE)


def test_the_receipt_is_read_without_a_judgement(clean):
    found = read_memo(clean)

    assert found.code == "ABC-123"
    assert found.dossier["decisions"] == ["buurtbemiddeling"]
