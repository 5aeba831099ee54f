"""Doubts: what the diagram says of them is what trying every answer says."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.judging.folded_decision import Chart
from rules.judging.robustness import robustness
from tests.rules.build import answers, decision, demand, good, question, weighing
from tests.rules.worlds import answers_to, cases


def enumerated(chart, answers, doubtful):
    """Try every answer to the doubtful questions."""
    asked = [q for q in chart.decision.questions if q.id in doubtful]
    ways = list(product(*(answers_to(q) for q in asked)))

    def outcome(way):
        given = {q.id: a for q, a in zip(asked, way, strict=True)}
        return chart.outcome_of({**answers, **given})

    brought = {way: outcome(way) for way in ways}
    deciding = {
        q.id
        for index, q in enumerate(asked)
        for way in ways
        for other in answers_to(q)
        if brought[way] != brought[(*way[:index], other, *way[index + 1 :])]
    }
    return set(brought.values()), deciding


@settings(max_examples=60)
@given(cases(), st.data())
def test_doubts_are_weighed_as_by_enumeration(case, data):
    law, answers = case
    chart = Chart(law)
    names = [q.id for q in law.questions]
    doubtful = data.draw(st.sets(st.sampled_from(names), min_size=1, max_size=3))
    outcomes, deciding = enumerated(chart, answers, doubtful)

    found = robustness(chart, answers, doubtful)

    assert set(found.outcomes) == outcomes
    assert set(found.deciding) == deciding
    assert {*found.deciding, *found.steady} == doubtful
    assert (not found.deciding) is (len(outcomes) == 1)


def test_one_doubt_decides_and_another_does_not():
    law = decision(
        [question("a"), question("b")],
        [demand("eis", good("a")), weighing("weegt", good("b"))],
    )

    found = robustness(Chart(law), answers(a=False, b=False), {"a", "b"})

    assert Chart(law).outcome_of(answers(a=False, b=False)) == "nee"
    assert found.outcomes == ("nee", "ja")
    assert (found.deciding, found.steady) == (("a",), ("b",))


def test_a_number_in_doubt_decides_only_across_its_limit():
    days = {"kind": "number", "unit": "dagen", "min": 0, "max": 99}
    law = decision(
        [question("n", answer=days, in_order={"at_most": 28})],
        [demand("eis", good("n"))],
    )

    assert robustness(Chart(law), answers(n=7), {"n"}).deciding == ("n",)
