"""Both sides: equally long, each sentence with its ground, and the facts can swap them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.content.casefile import CaseFile
from rules.grammar.answers import NO, YES, Number
from rules.grammar.condition import Leaf, parts
from rules.judging.advice import advise
from rules.judging.two_sides import FACTS, length, two_sides
from rules.loading import load

TODAY = date(2026, 11, 21)
LIBRARY = load()
NAMES = sorted(LIBRARY.decisions)
MARGIN = 0.15
# a firm word on one side would tell the reader which side we are on
FIRM = ("moet", "nooit", "altijd", "zeker", "duidelijk", "onmogelijk", "terecht")


def sides(name, answers, code=""):
    casefile = CaseFile(name, TODAY, answers)
    return two_sides(advise(LIBRARY.chart(name), casefile), code)


def facts(points):
    return {point.question for point in points if point.question}


def flip(decision, answers):
    """Answer everything the other way round: in order or not in order."""

    def other(name):
        whole = decision.question_by_id[name].fulfilled
        if whole is None:
            return NO if answers[name] == YES else YES
        at_most = whole.at_most is not None
        limit = whole.at_most if at_most else whole.at_least
        in_order = (answers[name].value <= limit) is at_most
        return Number(limit + 1 if in_order is at_most else limit - 1 + at_most)

    return {name: other(name) for name in answers}


def contested(decision):
    """The facts that can be answered in order or not, and on which no other leans."""
    leaned_on = {
        part.question
        for question in decision.questions
        if question.applies_when is not None
        for _, part in parts(question.applies_when)
        if isinstance(part, Leaf)
    }
    return [
        question
        for question in decision.questions
        if question.is_yes_no
        and question.applies_when is None
        and question.own_choice is None
        and question.id not in leaned_on
    ]


@st.composite
def dossiers(draw):
    name = draw(st.sampled_from(NAMES))
    asked = contested(LIBRARY.decision(name))
    some = draw(st.lists(st.sampled_from(asked), unique=True, max_size=20))
    return name, {q.id: draw(st.sampled_from([YES, NO])) for q in some}


def near(one, two):
    return abs(one - two) <= MARGIN * max(one, two)


@settings(max_examples=80)
@given(dossiers())
def test_both_sides_are_equally_long(dossier):
    name, answers = dossier
    found = sides(name, answers)

    assert near(length(found.for_), length(found.against))


@settings(max_examples=80)
@given(dossiers())
def test_flipped_facts_change_sides_and_the_text_keeps_its_length(dossier):
    name, answers = dossier
    found = sides(name, answers)
    mirrored = sides(name, flip(LIBRARY.decision(name), answers))

    assert facts(found.for_) == facts(mirrored.against)
    assert facts(found.against) == facts(mirrored.for_)
    assert near(length(found.for_), length(mirrored.for_))
    assert near(length(found.against), length(mirrored.against))


@settings(max_examples=40)
@given(dossiers())
def test_every_point_rests_on_a_fact_or_an_argument_and_a_source(dossier):
    name, answers = dossier
    found = sides(name, answers)

    for point in (*found.for_, *found.against):
        assert (point.question is None) is not (point.argument is None)
        assert point.sources
        assert all(source in LIBRARY.sources for source in point.sources)
        assert point.text.endswith((".", ".’", ".”"))


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_speaks_one_sentence_and_no_louder_on_either_side(name):
    for question in contested(LIBRARY.decision(name)):
        spoken = [
            next(p.text for p in (*found.for_, *found.against) if p.question)
            for found in (sides(name, {question.id: each}) for each in (YES, NO))
        ]

        assert all(len(text.split()) <= 25 for text in spoken)
        loud = [[word in text.lower().split() for word in FIRM] for text in spoken]
        assert loud[0] == loud[1], (question.id, spoken)


def test_what_decides_comes_first():
    found = sides(
        "cameratoezicht",
        {
            "nulmeting_voor_start": NO,
            "einddatum_in_besluit": NO,
            "doel_openbare_orde": NO,
        },
    )

    assert [point.question for point in found.against if point.question] == [
        "doel_openbare_orde",
        "einddatum_in_besluit",
        "nulmeting_voor_start",
    ]
    assert facts(found.for_) == set()


def test_an_unknown_speaks_for_neither_side():
    found = sides("cameratoezicht", {})

    assert facts(found.for_) | facts(found.against) == set()
    assert found.for_
    assert found.against


def test_no_more_facts_than_a_reader_can_hold():
    asked = contested(LIBRARY.decision("cameratoezicht"))
    found = sides("cameratoezicht", {question.id: YES for question in asked})

    assert len(facts(found.for_)) == FACTS


def test_a_number_over_its_limit_speaks_against():
    found = sides("cameratoezicht", {"bewaartermijn_dagen": Number(29)})

    assert facts(found.against) == {"bewaartermijn_dagen"}


def test_the_sides_take_turns_by_the_code_of_the_dossier():
    firsts = {
        code: sides("cameratoezicht", {}, code).first for code in map(str, range(40))
    }

    assert set(firsts.values()) == {"voor", "tegen"}
    assert all(sides("cameratoezicht", {}, c).first == f for c, f in firsts.items())
