"""The smallest difference that explains an outcome, against trying every subset."""

from datetime import date
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.content.casefile import CaseFile
from rules.grammar.answers import NO, YES, Ticks
from rules.judging.difference import DifferenceKind, difference
from rules.judging.folded_decision import Chart
from tests.rules.build import all_of, any_of, decision, demand, question, ticks, yes
from tests.rules.worlds import decisions, dossiers

DAY = date(2026, 11, 21)


def taken_over(first, second, names):
    """The first dossier, with these answers as the second has them."""
    rest = {name: answer for name, answer in first.items() if name not in names}
    return rest | {name: second[name] for name in names if name in second}


def by_trying(chart, first, second):
    """Every smallest set of questions whose answers bring the second outcome."""
    goal = chart.outcome_of(second)
    differing = [
        question.id
        for question in chart.decision.questions
        if first.get(question.id) != second.get(question.id)
    ]
    for size in range(len(differing) + 1):
        found = {
            frozenset(names)
            for names in combinations(differing, size)
            if chart.outcome_of(taken_over(first, second, names)) == goal
        }
        if found:
            return found
    return set()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(decisions(most=4), st.data())
def test_the_smallest_differences_are_those_of_trying_every_subset(law, data):
    chart = Chart(law)
    for _ in range(5):
        first, second = data.draw(dossiers(law)), data.draw(dossiers(law))
        found = difference(
            chart, CaseFile(law.id, DAY, first), CaseFile(law.id, DAY, second)
        )
        names = {frozenset(each.name for each in one) for one in found.smallest}

        if found.is_same:
            assert not names
        else:
            tried = by_trying(chart, first, second)
            assert names <= tried
            assert names == tried or len(names) == 12


def test_ticks_are_one_answer_however_many_options_change():
    """To take over the colour is as small a difference as to take over the fence."""
    only_white = all_of(
        {"question": "kleur", "includes": ["wit"]},
        {"not": {"question": "kleur", "includes": ["rood"]}},
    )
    law = decision(
        [ticks("kleur", "rood", "wit"), question("hek")],
        [demand("beslist", any_of(yes("hek"), only_white))],
    )
    first = {"kleur": Ticks(("rood",)), "hek": NO}
    second = {"kleur": Ticks(("wit",)), "hek": YES}
    found = difference(
        Chart(law), CaseFile(law.id, DAY, first), CaseFile(law.id, DAY, second)
    )

    assert {one.name for (one,) in found.smallest} == {"kleur", "hek"}


def test_what_is_the_same_is_no_difference(library, case):
    chart = library.chart("cameratoezicht")
    one = case(chart.decision, verordening_verleent_bevoegdheid=True)

    found = difference(chart, one, one)

    assert found.is_same
    assert not found.differing
    assert not found.smallest


def test_one_answer_explains_one_outcome(library, case):
    chart = library.chart("cameratoezicht")
    law = chart.decision
    found = difference(
        chart,
        case(law, verordening_verleent_bevoegdheid=None),
        case(law, verordening_verleent_bevoegdheid=False),
    )

    (explanation,) = found.smallest
    (only,) = explanation
    assert (only.kind, only.name) == (
        DifferenceKind.FACT,
        "verordening_verleent_bevoegdheid",
    )
    assert only.second == NO


def test_amounts_differ_and_explain_nothing(library, case):
    chart = library.chart("cameratoezicht")
    one = case(chart.decision)
    other = CaseFile(
        one.decision, one.reference_date, {}, None, {"kosten.termijn": "8"}
    )

    found = difference(chart, one, other)

    assert [each.kind for each in found.differing] == [DifferenceKind.AMOUNT]
    assert found.is_same


def test_a_judgement_is_told_from_a_fact(library, case):
    chart = library.chart("cameratoezicht")
    law = chart.decision
    weighing = next(q.id for q in law.questions if q.answer.kind == "weighing")

    found = difference(chart, case(law, **{weighing: True}), case(law))

    assert [each.kind for each in found.differing] == [DifferenceKind.JUDGEMENT]
    assert found.differing[0].first == YES


def test_a_date_can_be_all_that_differs():
    asked_since = question("nieuw", valid_from="2022-01-01")
    law = decision(
        [question("oud"), asked_since],
        [demand("goed", {"all_of": [yes("oud"), yes("nieuw")]})],
    )
    chart, answers = Chart(law), {"oud": YES, "nieuw": NO}
    early, late = (
        CaseFile(law.id, day, answers) for day in (date(2021, 6, 1), date(2023, 6, 1))
    )

    found = difference(chart, early, late)
    same = difference(chart, late, late)

    assert not found.is_same
    assert [[each.kind for each in one] for one in found.smallest] == [
        [DifferenceKind.DATE]
    ]
    assert same.is_same
    assert same.smallest == ()
