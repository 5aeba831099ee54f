"""Answers of an earlier release: what we say of them, and that we judge them as given."""

import json
import re
from datetime import date

from reports.composing.json_results import assessment
from reports.composing.memo_core import no_more
from reports.composing.terminal import assessment_text
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier

DAY = date(2026, 11, 21)
CAMERAS = "cameratoezicht"


def judged(library, decision, **answers):
    """Judge a dossier of an earlier release, its answers by number."""
    text = json.dumps({"decision": decision, "answers": answers})
    (casefile,) = read_dossier(text, library, today=DAY)
    return advise(library.chart(decision), casefile)


def test_every_why_of_the_content_reads_as_whole_sentences(library):
    """On page and paper alike: a capital after each stop, and a stop at the end."""
    found = {
        one.told
        for decision in library.decisions.values()
        for question in decision.questions
        for option in (None, *getattr(question.answer, "options", ()))
        for one in (question if option is None else option).earlier
        if one.told
    }
    found |= {
        each.told
        for decision in library.decisions.values()
        for each in decision.header.dropped
    }

    assert len(found) > 40
    for why in found:
        text = no_more(why)
        assert not re.search(r"[.?!] [a-zé]|[.?!]{2}|want want", text), text
        assert text.endswith((".", "?")), text


def test_a_phase_that_we_read_from_old_answers_is_told_and_asked_first(library):
    """A guess of ours is no answer: “Klopt dat?” stands before all that is open."""
    found = judged(library, CAMERAS, T01="ja", D20=7)
    (read,) = [each for each in found.casefile.translated if each.question == "fase"]

    assert found.phase == "besluit"
    assert read.told.endswith("Klopt dat?")
    assert found.ask_first[0].id == "fase"
    assert [each.id for each in found.ask_first].count("fase") == 1


def test_a_phase_that_was_confirmed_since_is_not_asked_again(library):
    found = judged(library, CAMERAS, T01="ja", D20=7, fase="besluit")

    assert "fase" not in [each.id for each in found.ask_first]


def test_a_phase_that_somebody_chose_before_is_no_guess(library):
    found = judged(library, CAMERAS, T01="ja", K01="lopend")

    assert found.phase == "besluit"
    assert "fase" not in [each.id for each in found.ask_first]


def test_old_answers_that_clash_are_told_with_both_questions_and_answers(library):
    """In JSON, in text and in the reasons: as much as of a clash of today."""
    found = judged(library, CAMERAS, T01="ja", T02="nee")
    said = assessment(found, library)
    (clash,) = said["clashes"]
    both = [(one["ref"], one["answer"]) for one in clash["before"]]

    assert both == [("T01", "ja"), ("T02", "nee")]
    assert clash["questions"] == ["voorop"]
    assert said["reasons"][0].startswith(clash["text"])
    for one in clash["before"]:
        told = f"‘{one['question']}’ Antwoord toen: {one['answer']}."
        assert told in said["reasons"][0]
        assert told in assessment_text(library, found)
