"""Small texts fit the sentence a printer puts them in, and say a thing in one way."""

import re

import pytest

from tests.law import LIBRARY

NAMES = sorted(LIBRARY.decisions)
NAMED = ("CCV", "MKB-Nederland", "Pels Rijcken")  # a name keeps its capital


def begins_low(text):
    return text[0].islower() or text.startswith(NAMED)


@pytest.mark.parametrize("name", NAMES)
def test_the_unit_of_an_amount_reads_on_after_the_amount(name):
    """“€ 62.000 voor zes camera’s samen”, never “€ 62.000 zes camera’s samen”."""
    examples = LIBRARY.decision(name).costs.examples.values()

    assert [
        each.id
        for each in examples
        if not each.unit.startswith(("per ", "voor ", "als "))
    ] == []


def test_the_stake_of_a_source_reads_on_after_belang():
    """A note adds its own full stop."""
    told = [each.interest for each in LIBRARY.sources.values() if each.interest]

    assert told
    assert [each for each in told if not begins_low(each) or each.endswith(".")] == []


def test_what_a_study_says_in_a_few_words_reads_on_after_a_colon():
    """Cards and tables begin these with a capital and close them with a full stop."""
    said = [
        text
        for entry in LIBRARY.evidence.entries.values()
        for text in (entry.measured, entry.looked_at, entry.size, entry.number)
        if text
    ]

    assert said
    assert [each for each in said if each.endswith(".")] == []


@pytest.mark.parametrize("name", NAMES)
def test_that_nothing_is_kept_is_told_once_and_by_the_page(name):
    told = " ".join(LIBRARY.decision(name).gate.refer)

    assert "opgeslagen" not in told
    assert "bewaard" not in told


def test_every_gate_asks_the_same_question():
    asked = {LIBRARY.decision(name).gate.text for name in NAMES}

    assert asked == {"Gaat het om beleid, of om een openbaar besluit?"}


@pytest.mark.parametrize("name", NAMES)
def test_no_line_ends_between_a_euro_sign_and_its_amount(name):
    told = repr(LIBRARY.decision(name))

    assert not re.search(r"€ \d", told)


@pytest.mark.parametrize("name", NAMES)
def test_what_protects_is_named_as_a_thing_that_may_be_lacking(name):
    """“Ontbreekt: een einddatum en een DPIA vooraf”: papers join the names themselves."""
    titles = [each.title for each in LIBRARY.decision(name).privacy.safeguards]

    assert [each for each in titles if "," in each or each.endswith(".")] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_help_makes_a_no_of_what_nobody_measured(name):
    """Not measured is not known: that is ‘weet ik niet’, and becomes a question."""
    blind = re.compile(
        r"(?i)\b(?:niet gemeten|meting|meet niemand)\b[^.?]*\? Kies dan (?:ja|nee)"
    )

    assert [
        each.id
        for each in LIBRARY.decision(name).questions
        if each.help and blind.search(each.help)
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_no_to_three_things_at_once_does_not_deny_all_three(name):
    """“Geen uitleg over druk, giften en geheimhouding” says more than was answered."""
    denied = re.compile(r"(?i)\b(?:geen|niets)\b[^.]*\w, \w+ en \w+")

    assert [
        each.id
        for each in LIBRARY.decision(name).questions
        if each.if_no and denied.search(each.if_no)
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_that_a_paper_tells_points_at_no_other_row(name):
    """“De gevolgen voor die persoon”: a motion prints the sentence, and not the card."""
    points = re.compile(
        r"(?i)\b(?:zulke|diegene|die persoon|die inkomsten|dezelfde|deze(?! plek))\b"
    )
    told = [
        (each.id, text)
        for each in LIBRARY.decision(name).questions
        for text in (
            *(each.if_yes, each.if_no, each.fact),
            *(option.says for option in getattr(each.answer, "options", ())),
        )
        if text
    ]

    assert told
    assert [each for each in told if points.search(each[1])] == []
