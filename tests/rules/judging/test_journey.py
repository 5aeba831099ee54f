"""The journey asks what can still matter, and ends."""

from hypothesis import given
from hypothesis import strategies as st

from rules.grammar.truth import Truth
from rules.judging.chart import Chart
from rules.judging.journey import Standing, applicability, journey
from tests.rules.build import answers, decision, question, rule, yes
from tests.rules.worlds import (
    Brute,
    answers_to,
    cases,
    decisions,
    holds,
    truth_of_all,
)


def ids(questions):
    return [each.id for each in questions]


def standing(chart, name, **known):
    stops = journey(chart, answers(**known)).stops
    return next(stop.standing for stop in stops if stop.question.id == name)


# --- properties -------------------------------------------------------------


@given(cases())
def test_a_question_decides_exactly_when_some_completion_flips_on_it(case):
    law, known = case
    brute = Brute(law, known)

    for stop in journey(Chart(law), known).stops:
        assert stop.decides == brute.can_flip(stop.question.id)


@given(cases())
def test_a_question_is_open_exactly_when_it_was_not_asked_and_can_decide(case):
    law, known = case
    brute = Brute(law, known)
    todo = ids(journey(Chart(law), known).todo)

    assert set(todo) == {
        each.id
        for each in law.questions
        if each.id not in known and brute.can_flip(each.id)
    }


@given(decisions(), st.data())
def test_every_journey_ends_with_nothing_left_to_decide(law, data):
    chart, known = Chart(law), {}
    for _ in law.questions:
        here = journey(chart, known)
        if here.next is None:
            break
        known[here.next.id] = data.draw(st.sampled_from(answers_to(here.next)))

    assert journey(chart, known).next is None
    assert len(chart.outcomes_left(known)) == 1


@given(cases())
def test_a_question_applies_when_all_completions_say_so(case):
    law, known = case
    found = applicability(Chart(law), known)
    for asked in law.questions:
        condition = asked.applies_when
        exact = Truth.YES if condition is None else agreed(law, known, condition)

        assert found[asked.id] is exact


def agreed(law, known, condition):
    completions = Brute(law, known).completions
    return truth_of_all({holds(law, condition, whole) for whole in completions})


@given(cases())
def test_every_question_stands_somewhere_once(case):
    law, known = case
    stops = journey(Chart(law), known).stops

    assert sorted(ids(stop.question for stop in stops)) == sorted(ids(law.questions))
    for stop in stops:
        if stop.standing is Standing.ANSWERED:
            assert stop.question.id in known
        if stop.standing is Standing.SETTLED:
            assert not stop.decides


# --- examples ---------------------------------------------------------------


def test_the_first_picture_comes_first_and_chapters_give_the_order():
    law = decision(
        [
            question("laatste", chapter="twee"),
            question("midden"),
            question("voorop", chapter="twee"),
        ],
        [rule("goed", {"all_of": [yes("laatste"), yes("midden"), yes("voorop")]})],
        chapters=[
            {"id": name, "title": name, "intro": name} for name in ("een", "twee")
        ],
        first_picture=["voorop"],
    )
    here = journey(Chart(law), {})

    assert ids(here.todo) == ["voorop", "midden", "laatste"]
    assert ids(stop.question for stop in here.in_chapter("twee")) == [
        "voorop",
        "laatste",
    ]


def test_the_first_picture_is_there_when_nothing_of_it_is_left_to_ask(synthetic):
    chart = synthetic("onbekend_in_en_of")

    assert not journey(chart, {}).has_first_picture
    assert journey(chart, answers(plan_ligt_er=True)).has_first_picture
    assert journey(chart, answers(plan_ligt_er=None)).has_first_picture


def test_not_known_is_not_asked_again(synthetic):
    chart = synthetic("onbekend_in_en_of")

    assert "plan_ligt_er" not in ids(journey(chart, answers(plan_ligt_er=None)).todo)


def test_after_a_no_that_decides_nothing_is_left_to_ask(synthetic):
    chart = synthetic("onbekend_in_en_of")
    here = journey(chart, answers(plan_ligt_er=False))

    assert (here.next, here.todo) == (None, ())
    assert standing(chart, "plek_is_vrij", plan_ligt_er=False) is Standing.SETTLED


def test_an_answer_that_no_longer_applies_is_kept_and_idle(synthetic):
    chart = synthetic("niet_van_toepassing")
    known = {"leuning_is_veilig": False}

    assert (
        standing(chart, "leuning_is_veilig", **known, bankje_heeft_leuning=True)
        is Standing.ANSWERED
    )
    assert (
        standing(chart, "leuning_is_veilig", **known, bankje_heeft_leuning=False)
        is Standing.IDLE
    )


def test_a_question_that_tells_is_asked_though_it_decides_nothing(synthetic):
    chart = synthetic("vraag_die_vertelt")
    here = journey(chart, answers(plan_ligt_er=True))

    assert ids(here.todo) == ["bankje_heeft_naam"]
    assert not any(stop.decides for stop in here.stops)


def test_a_question_that_tells_waits_until_it_is_known_to_apply(synthetic):
    chart = synthetic("vraag_die_vertelt")
    known = {"plan_ligt_er": True, "bankje_heeft_naam": True}
    here = journey(chart, answers(**known))

    assert ids(here.todo) == ["naam_bankje"]
    assert standing(chart, "naam_bankje", bankje_heeft_naam=False) is Standing.IDLE


def test_a_question_whose_ground_is_denied_twice_does_not_apply():
    law = decision(
        [
            question("a"),
            question(
                "b",
                applies_when={
                    "all_of": [yes("a"), {"question": "a", "is": "nee"}],
                },
            ),
        ],
        [rule("goed", {"all_of": [yes("a"), yes("b")]})],
    )

    assert applicability(Chart(law), {})["b"] is Truth.NO
