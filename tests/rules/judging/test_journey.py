"""The journey asks what can still matter, drops nothing that does, and ends."""

from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rules.content.demands import Standing
from rules.grammar.truth import Truth
from rules.judging.folded_decision import Chart
from rules.judging.journey import (
    QuestionStanding,
    applicability,
    journey,
    journey_to_the_end,
)
from rules.proof.examination import drawn
from tests.rules.build import (
    all_of,
    answers,
    card,
    choice,
    decision,
    demand,
    good,
    no,
    outcome,
    question,
    row,
    rule,
    ruled,
    weighing,
    yes,
)
from tests.rules.worlds import Brute, answers_to, cases, decisions, dossiers


def ids(some):
    return [each.id for each in some]


def standing(chart, name, known):
    stops = journey(chart, known).stops
    return next(stop.standing for stop in stops if stop.question.id == name)


# --- properties -------------------------------------------------------------


@given(cases())
def test_no_question_is_dropped_that_a_demand_not_met_leans_on(case):
    law, known = case
    brute = Brute(law, known)
    stops = {
        stop.question.id: stop.standing for stop in journey(Chart(law), known).stops
    }
    leaned_on = {
        name
        for each in law.demands
        if brute.stands(each) in (Standing.NIET_VOLDAAN, Standing.ONBEKEND)
        for name in law.named_by(each)
    }

    for name in leaned_on - known.keys():
        applies = law.question_by_id[name].applies_when
        if applies is None or brute.truth(applies) is not Truth.NO:
            assert stops[name] is QuestionStanding.OPEN


def test_a_row_is_shown_exactly_when_it_can_apply_whatever_its_screen_says(library):
    """What is seen at once for most screens is here judged anew for each."""
    draw, again = Random(20261129), 0
    for chart in map(library.chart, library.decisions):
        for _ in range(15):
            whole = drawn(chart, draw)
            kept = draw.sample(sorted(whole), draw.randrange(len(whole)))
            known = {name: whole[name] for name in kept}
            for halt in journey(chart, known).halts:
                own = {row.id for row in halt.screen.rows}
                alone = {name: one for name, one in known.items() if name not in own}
                can = applicability(chart, alone)
                shown = [row for row in halt.screen.rows if can[row.id] is not Truth.NO]
                assert list(halt.shown) == shown
                off = applicability(chart, known)
                again += any(off[row.id] is Truth.NO for row in shown)
    assert again > 10  # a row that its own screen switches off, and that stays shown


@settings(max_examples=40)
@given(cases(most=3))
def test_a_question_that_is_settled_can_make_no_demand_stand_otherwise(case):
    law, known = case
    chart = Chart(law)
    for stop in journey(chart, known).stops:
        if stop.standing is QuestionStanding.SETTLED:
            for other in answers_to(stop.question):
                later = {**known, stop.question.id: other}
                for each in law.demands:
                    was, now = (
                        Brute(law, some).stands(each) for some in (known, later)
                    )
                    if stop.question.id in law.named_by(each):
                        assert was is now or Standing.NVT in (was, now)


@given(decisions(), st.data())
def test_every_journey_ends_with_one_outcome_left_unless_answers_may_clash(law, data):
    assume(not law.header.clashes)
    chart, known = Chart(law), {}
    for _ in law.screens:
        here = journey(chart, known)
        if here.next is None:
            break
        for asked in here.next.rows:
            known[asked.id] = data.draw(st.sampled_from(answers_to(asked)))
    brute = Brute(law, known)

    assert journey(chart, known).next is None
    assert len(brute.possible) == 1


@given(cases())
def test_a_question_applies_when_all_completions_say_so(case):
    law, known = case
    found = applicability(Chart(law), known)
    brute = Brute(law, known)
    for asked in law.questions:
        condition = asked.applies_when
        exact = Truth.YES if condition is None else brute.truth(condition)

        assert found[asked.id] is exact


@given(cases())
def test_every_question_stands_somewhere_once(case):
    law, known = case
    stops = journey(Chart(law), known).stops

    assert sorted(ids(stop.question for stop in stops)) == sorted(ids(law.questions))
    for stop in stops:
        if stop.standing is QuestionStanding.ANSWERED:
            assert stop.question.id in known
        assert stop.standing is not QuestionStanding.ENDED


@given(decisions(), st.data())
def test_what_is_asked_again_is_what_was_not_known(law, data):
    known = data.draw(dossiers(law))
    chart = Chart(law)

    for screen in journey(chart, known).todo:
        assert any(row.id not in known for row in screen.rows)


# --- examples ---------------------------------------------------------------


def test_the_first_picture_comes_first_and_then_the_order_of_the_screens():
    law = decision(
        [
            question("laatste", chapter="twee"),
            question("midden"),
            question("voorop", chapter="twee"),
        ],
        [demand("eis", all_of(good("laatste"), good("midden"), good("voorop")))],
        chapters=[{"id": name, "title": name} for name in ("een", "twee")],
        first_picture={"altijd": ["voorop"]},
    )
    here = journey(Chart(law), {})

    assert ids(here.todo) == ["voorop", "laatste", "midden"]
    assert ids(halt.screen for halt in here.in_chapter("twee")) == ["voorop", "laatste"]


def test_what_tells_whether_the_table_can_look_at_a_question_is_asked():
    # The demand is met or does not apply whatever the gate is; the table still hangs on it.
    law = decision(
        [
            question("poort"),
            question("gast", in_order="geen", applies_when=yes("poort")),
        ],
        [weighing("eis", good("poort"), applies_when={"rule": "gast_is_er"})],
        rules=[rule("gast_is_er", yes("gast"))],
        outcomes=[outcome("weg"), outcome("hier")],
        table=[row("weg", ruled("gast_is_er", "nee")), row("hier")],
    )
    chart = Chart(law)

    assert len(Brute(law, answers(gast=True)).possible) == 2
    assert standing(chart, "poort", answers(gast=True)) is QuestionStanding.OPEN


def test_the_first_picture_is_there_when_nothing_of_it_is_left_to_ask(synthetic):
    chart = synthetic("onbekend_in_en_of")

    assert not journey(chart, {}).has_first_picture
    assert journey(chart, answers(plan_ligt_er=True)).has_first_picture
    assert journey(chart, answers(plan_ligt_er=None)).has_first_picture


def test_not_known_is_not_asked_again(synthetic):
    chart = synthetic("onbekend_in_en_of")

    assert "plan_ligt_er" not in ids(journey(chart, answers(plan_ligt_er=None)).todo)


def test_a_no_that_can_be_mended_switches_nothing_off(synthetic):
    chart = synthetic("onbekend_in_en_of")
    here = journey(chart, answers(plan_ligt_er=False))

    assert ids(here.todo) == ["plek_is_vrij", "buren_zijn_akkoord"]
    assert here.ended == ()


def test_what_is_met_already_is_not_asked(synthetic):
    chart = synthetic("onbekend_in_en_of")
    known = answers(plan_ligt_er=True, plek_is_vrij=True)

    assert journey(chart, known).next is None
    assert standing(chart, "buren_zijn_akkoord", known) is QuestionStanding.SETTLED


def test_what_tells_whether_a_wanted_question_applies_is_wanted_too():
    law = decision(
        [
            question("markt", in_order="geen"),
            question("akkoord", applies_when=yes("markt")),
        ],
        [
            demand("eis", good("akkoord")),
            weighing(
                "anders", {"any_of": [yes("markt"), no("akkoord"), good("akkoord")]}
            ),
        ],
    )

    assert standing(Chart(law), "markt", {}) is QuestionStanding.OPEN


def test_an_answer_that_no_longer_applies_is_kept_and_idle(synthetic):
    chart = synthetic("niet_van_toepassing")

    def of(**known):
        known = answers(leuning_is_veilig=False, **known)
        return standing(chart, "leuning_is_veilig", known)

    assert of(bankje_heeft_leuning=True) is QuestionStanding.ANSWERED
    assert of(bankje_heeft_leuning=False) is QuestionStanding.IDLE


def test_a_question_that_only_tells_is_asked(synthetic):
    chart = synthetic("vraag_die_vertelt")
    here = journey(chart, answers(plan_ligt_er=True))

    assert ids(here.todo) == ["bankje_heeft_naam", "naam_bankje"]
    known = answers(plan_ligt_er=True, bankje_heeft_naam=False)
    assert standing(chart, "naam_bankje", known) is QuestionStanding.IDLE


def test_a_question_whose_ground_is_denied_twice_does_not_apply():
    law = decision(
        [question("a"), question("b", applies_when=all_of(yes("a"), no("a")))],
        [demand("eis", all_of(good("a"), good("b")))],
    )

    assert applicability(Chart(law), {})["b"] is Truth.NO


# --- an outcome that ends the walk -------------------------------------------


def ending(*screens):
    """A decision for a purpose; another one ends the walk."""
    table = (
        row("elders", {"question": "doel", "one_of": ["geld"]}),
        row("nee", {"demands": "beslist", "any": ["niet_voldaan"]}),
        row("ja"),
    )
    outcomes = [outcome("elders", ends=True), outcome("nee"), outcome("ja")]
    return Chart(
        decision(
            [choice("doel", "rust", "geld", in_order=["rust"]), *screens],
            [demand("eis", good("a"))],
            table,
            outcomes=outcomes,
        )
    )


def test_another_purpose_lets_the_rest_fall_away():
    chart = ending(question("a"), card("kaart", question("b", in_order="geen")))
    here = journey(chart, answers(doel="geld"))

    assert ids(here.ended) == ["a", "kaart"]
    assert here.next is None
    assert ids(journey_to_the_end(chart, answers(doel="geld")).todo) == [
        "a",
        "kaart",
    ]
    assert journey(chart, answers(doel="rust")).ended == ()


def test_a_question_that_the_ending_answer_calls_for_is_kept():
    geld = {"question": "doel", "one_of": ["geld"]}
    chart = ending(
        question("a"), question("hoeveel", in_order="geen", applies_when=geld)
    )

    assert ids(journey(chart, answers(doel="geld")).todo) == ["hoeveel"]


def test_what_was_answered_before_the_end_stays_answered():
    chart = ending(question("a"))

    assert (
        standing(chart, "a", answers(doel="geld", a=True)) is QuestionStanding.ANSWERED
    )
