"""How demands stand, what carries that, and in which order they are asked about."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rules.content.acceptable_answers import is_in_order
from rules.content.briefing import BodyQuestion
from rules.content.casefile import CaseFile
from rules.content.demands import Standing
from rules.grammar.truth import Truth
from rules.judging.advice import advise
from rules.judging.demands import in_asking_order, judge_demands, tally
from rules.judging.evaluation import evaluate
from rules.judging.folded_decision import Chart
from tests.rules.build import (
    all_of,
    answers,
    any_of,
    card,
    choice,
    decision,
    demand,
    good,
    no,
    phased,
    question,
    weighing,
    yes,
)
from tests.rules.worlds import Brute, Dice, answers_to, cases, is_known

TODAY = date(2026, 11, 21)


def judged(law, known):
    chart = Chart(law)
    return judge_demands(chart, known, evaluate(chart.steps, known))


def standing_of(law, **known):
    (only,) = judged(law, answers(**known))
    return only


# --- standings --------------------------------------------------------------


@given(cases())
def test_a_demand_stands_as_every_completion_of_the_dossier_says(case):
    law, known = case
    brute = Brute(law, known)

    for each in judged(law, known):
        assert each.stood is brute.standing(each.demand)
        assert each.stands is brute.stands(each.demand)


@given(cases(), st.data())
def test_learning_never_overturns_a_standing(case, data):
    law, known = case
    later = dict(known)
    for asked in law.questions:
        if not is_known(known.get(asked.id)) and data.draw(st.booleans()):
            later[asked.id] = data.draw(st.sampled_from(answers_to(asked)))

    for before, after in zip(judged(law, known), judged(law, later), strict=True):
        if before.stands is Standing.NIET_VOLDAAN:
            assert after.stands is Standing.NIET_VOLDAAN
        if before.stands is Standing.VOLDAAN:
            assert after.stands in (Standing.VOLDAAN, Standing.NVT)


@given(cases())
def test_what_does_not_count_apart_hangs_on_an_open_demand_that_decides(case):
    law, known = case
    found = judged(law, known)

    for each in found:
        if each.standing is Standing.NVT and each.applies is Truth.UNKNOWN:
            assert any(
                other.demand.decides and other.is_open and other is not each
                for other in found
            )


def test_two_demands_that_wait_for_one_answer_do_not_leave_each_other_out():
    """Found by chance: each hung on the other, and nothing was open any more."""
    one = demand("een", no("plan"), applies_when=yes("plan"))
    other = demand("ander", no("plan"), applies_when=yes("plan"))
    law = decision([question("plan")], [one, other])
    first, second = judged(law, {})

    assert first.standing is Standing.ONBEKEND
    assert second.standing is Standing.NVT


@given(cases())
def test_the_tally_counts_every_demand_once(case):
    law, known = case
    found = judged(law, known)
    counts = tally(found)

    assert counts.due == sum(each.is_due for each in found)
    assert counts.straks == sum(
        each.standing is Standing.STRAKS and each.applies is Truth.YES for each in found
    )


# --- what carries a standing --------------------------------------------------


@st.composite
def in_order_laws(draw):
    """A law whose demands ask only that answers are in order: none is turned round."""
    dice = Dice(draw)
    rows = [
        question(f"r{n}", in_order=dice.one(["ja", "nee"]), **gate)
        for n, gate in enumerate([{}, {"applies_when": yes("r0")}, {}])
    ]
    asked = [
        card("kaart", *rows),
        question("los"),
        choice("kleur", "rood", "wit", in_order=["rood"]),
    ]
    names = ["r0", "r1", "r2", "los", "kleur"]

    def condition(depth):
        if not depth or dice.once_in(3):
            return good(dice.one(names))
        parts = [condition(depth - 1) for _ in range(2 + dice.below(2))]
        shape = dice.below(3)
        if shape == 2:
            return {"at_least": 1 + dice.below(len(parts)), "of": parts}
        return {("all_of", "any_of")[shape]: parts}

    law = decision(asked, [demand(f"e{n}", condition(2)) for n in range(2)])
    known = {
        each.id: dice.one(answers_to(each)) for each in law.questions if dice.below(3)
    }
    return law, known


@given(in_order_laws())
def test_what_is_settled_rests_on_answers_and_what_is_open_on_their_want(case):
    law, known = case
    for each in judged(law, known):
        said = [is_known(known.get(name)) for name in each.carried_by]
        if each.stands in (Standing.VOLDAAN, Standing.NIET_VOLDAAN):
            assert all(said)
        if each.stands is Standing.ONBEKEND and not all(said):
            assert not any(said)


@settings(max_examples=300)
@given(in_order_laws())
def test_no_reason_has_an_answer_that_stands_otherwise(case):
    law, known = case
    by_id = law.question_by_id
    for each in judged(law, known):
        for name in each.carried_by:
            answer = known.get(name)
            match each.stands:
                case Standing.VOLDAAN if name != "r0":  # r0 may put r1 aside
                    assert is_in_order(by_id[name], answer)
                case Standing.NIET_VOLDAAN:
                    assert not is_in_order(by_id[name], answer)
                case Standing.ONBEKEND:
                    assert answer is None


def test_the_gate_that_puts_a_question_aside_carries_the_demand():
    law = decision(
        [
            question("film", in_order="nee"),
            question("scherm", applies_when=yes("film")),
        ],
        [demand("eis", good("scherm"))],
    )

    assert standing_of(law, film=False).carried_by == ("film",)
    assert standing_of(law, film=True, scherm=False).carried_by == ("scherm",)
    assert standing_of(law, film=True).carried_by == ("scherm",)
    assert standing_of(law).carried_by == ("film", "scherm")


def test_of_what_is_surely_not_met_the_open_half_of_the_fault_is_asked():
    """No DPIA, and nobody knows whether the risk is high: ask about the risk."""
    law = decision(
        [question("dpia"), question("risico")],
        [demand("beslist", yes("dpia"), not_met=all_of(no("dpia"), yes("risico")))],
    )
    found = standing_of(law, dpia=False)

    assert found.standing is Standing.ONBEKEND
    assert found.carried_by == ("risico",)


def test_between_met_and_not_met_the_answers_carry_it():
    law = decision(
        [choice("duur", "kort", "lang", "half", in_order="geen")],
        [
            demand(
                "eis",
                {"question": "duur", "one_of": ["kort"]},
                not_met={"question": "duur", "one_of": ["lang"]},
            )
        ],
    )

    between = standing_of(law, duur="half")
    assert (between.standing, between.carried_by) == (Standing.ONBEKEND, ("duur",))


# --- order ------------------------------------------------------------------


def test_demands_are_asked_about_in_the_own_order_then_by_weight_then_by_ground():
    law = decision(
        [question("a")],
        [
            weighing("licht", good("a"), weight="licht"),
            weighing("bestuur", good("a")),
            weighing("lezing", good("a"), basis="lezing", reading="Anders."),
            weighing("zwaar", good("a"), weight="zeer_zwaar"),
            weighing("voorop", good("a"), weight="licht"),
        ],
        ask_order=["voorop"],
    )
    ordered = in_asking_order(law, judged(law, {}))

    assert [each.demand.id for each in ordered] == [
        "voorop",
        "zwaar",
        "lezing",
        "bestuur",
        "licht",
    ]


# --- the two lists of questions ------------------------------------------------


def advice_on(law, known):
    return advise(Chart(law), CaseFile("proef", TODAY, known))


@given(cases())
def test_what_is_asked_first_is_not_known_and_never_twice(case):
    law, known = case
    asked = [each.id for each in advice_on(law, known).ask_first]
    clashing = {clash.ask for clash in advice_on(law, known).clashes}

    assert len(set(asked)) == len(asked)
    assert all(not is_known(known.get(name)) or name in clashing for name in asked)


@given(cases())
def test_what_is_asked_first_is_never_implied_by_a_given_answer(case):
    """Some answer to it still makes a demand stand otherwise."""
    law, known = case
    advice = advice_on(law, known)
    brute = Brute(law, known)
    for asked in advice.ask_first:
        if asked.id == law.header.phase or asked.id in {c.ask for c in advice.clashes}:
            continue
        assert (
            law.question_by_id[asked.id].applies_when is None
            or brute.truth(law.question_by_id[asked.id].applies_when) is not Truth.NO
        )


def test_a_question_that_never_applies_is_not_asked():
    """Found by chance: no answer can be both, and a demand waited for the question."""
    both = {"at_least": 2, "of": [no("eerst"), yes("eerst")]}
    law = decision(
        [question("eerst"), question("dan", applies_when=both)],
        [demand("eis", all_of(yes("dan"), yes("eerst")))],
    )

    assert [each.id for each in advice_on(law, {}).ask_first] == ["eerst"]


@given(cases())
def test_tonight_gives_different_questions_and_at_most_two_from_the_law(case):
    law, known = case
    advice = advice_on(law, known)
    texts = [each.text for each in advice.tonight]
    deciding = {each.demand.id for each in advice.judged if each.demand.decides}
    weighing_open = [
        each
        for each in advice.judged
        if not each.demand.decides
        and each.standing in (Standing.NIET_VOLDAAN, Standing.ONBEKEND)
    ]
    from_the_law = [each for each in advice.tonight if each.demand in deciding]

    assert len(texts) == len(set(texts)) <= 3
    other = {t.text for t in advice.tonight} - {t.text for t in from_the_law}
    assert len(from_the_law) <= 2 or not weighing_open or not other


def test_a_clash_then_the_phase_then_what_decides_then_what_weighs():
    law = phased(
        [question("a"), question("b"), question("c", in_order="geen")],
        [weighing("licht", good("b")), demand("eis", good("a"))],
        clashes=[{"id": "x", "pair": [yes("c"), yes("b")], "text": "Nee.", "ask": "c"}],
    )

    def first(**known):
        return [each.id for each in advice_on(law, answers(**known)).ask_first]

    assert first() == ["fase", "a", "b"]
    assert first(b=True, c=True) == ["c", "fase", "a"]


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ({}, ["Is a zo?", "Is b zo?", "Is zwaar zo?"]),
        ({"a": True, "b": False}, ["Is b zo?", "Is c zo?", "Is zwaar zo?"]),
        ({"zwaar": True}, ["Is a zo?", "Is b zo?", "Is licht zo?"]),
        ({"zwaar": True, "licht": True}, ["Is a zo?", "Is b zo?", "Is c zo?"]),
    ],
)
def test_tonight_two_from_the_law_and_then_the_heaviest_that_weighs(known, asked):
    names = ["a", "b", "c", "licht", "zwaar"]
    law = decision(
        [question(name) for name in names],
        [
            weighing("licht", good("licht"), weight="licht"),
            weighing("zwaar", good("zwaar"), weight="zwaar"),
            *(demand(name, good(name)) for name in "abc"),
        ],
    )

    assert [each.text for each in advice_on(law, answers(**known)).tonight] == asked


def test_a_demand_may_have_one_question_of_its_own_for_tonight():
    law = decision(
        [question("a"), question("b", who="raad")],
        [
            demand(
                "eis",
                all_of(good("a"), good("b")),
                ask="Kan dit?",
                to="raad",
                why="het moet",
            )
        ],
    )
    (only,) = advice_on(law, {}).tonight

    assert (only.to, only.text, only.because) == ("raad", "Kan dit?", "het moet")
    assert only.sources == ("wet-1",)


def ready(name, about):
    """A ready question to the college about a fact."""
    return BodyQuestion(id=name, to="college", text=f"Wat is {name}?", about=about)


@pytest.mark.parametrize(
    ("known", "filled"),
    [
        ({"fase": "besluit", "a": True, "b": True}, [("nu", "a"), ("dan", "b")]),
        ({"fase": "idee", "a": True}, [("nu", "a"), ("dan", "b")]),
        ({"fase": "idee", "a": False}, [("dan", "b")]),
    ],
)
def test_a_ready_question_for_tonight_says_for_which_demand_it_counts(known, filled):
    law = phased(
        [question("a"), question("b"), question("los", in_order="geen")],
        [demand("a", good("a")), weighing("b", good("b"), due="besluit")],
    )
    law = replace(
        law,
        body_questions=(
            ready("los", ("los",)),
            ready("dan", ("b",)),
            ready("nu", ("los", "a")),
        ),
    )
    tonight = advice_on(law, answers(**known)).tonight
    found = [
        (each.text.split()[-1].rstrip("?"), each.demand)
        for each in tonight
        if each.text.startswith("Wat is")
    ]

    assert sorted(found) == sorted(filled)
    for each in tonight:
        assert each.because == law.demand_by_id[each.demand].why
        assert each.sources == ("wet-1",)


def test_what_can_be_better_is_what_is_due_and_not_met_the_deciding_first():
    law = phased(
        [question("a"), question("b"), question("c")],
        [
            weighing("weegt", good("a")),
            demand("beslist", any_of(good("b"))),
            demand("later", good("c"), due="besluit"),
        ],
    )
    known = answers(fase="idee", a=False, b=False, c=False)

    assert [each.demand.id for each in advice_on(law, known).improve] == [
        "beslist",
        "weegt",
    ]


# --- an advice ---------------------------------------------------------------


@given(cases())
def test_a_firm_advice_never_lies(case):
    law, known = case
    advice, brute = advice_on(law, known), Brute(law, known)

    assert {each.id for each in advice.possible} == brute.possible
    assert advice.outcome.id == brute.shown
    if advice.firm:
        assert brute.possible == {advice.outcome.id}
        assert not brute.clashes()
        assert law.header.phase is None or brute.phase is not None


@given(cases())
def test_an_advice_is_firm_once_every_completion_agrees(case):
    law, known = case
    advice, brute = advice_on(law, known), Brute(law, known)
    assume(law.header.phase is None or brute.phase is not None)
    assume(not brute.clashes())

    assert advice.firm == (len(brute.possible) == 1)
