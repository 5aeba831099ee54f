"""Smallest turns, against trying every set of at most three changes."""

from itertools import combinations, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.grammar.answers import NO, YES, Number
from rules.judging.chart import Chart
from rules.judging.turning import MOST, Turn, turns
from tests.rules.build import answers, decision, question, row, rule, yes
from tests.rules.worlds import Brute, cases, decisions, dossiers

TRIES = 120  # laws, with ten dossiers each


def by_trying(law, chart, known):
    """Every smallest set of changes, as (outcome, {(question, answer), …})."""
    now = Brute(law, known).shown
    found = []
    movable = [
        domain
        for domain in chart.domains
        if law.question_by_id[domain.question].changes != "niemand"
    ]
    for size in range(1, MOST + 1):
        for domains in combinations(movable, size):
            for cells in product(*(others(domain, known) for domain in domains)):
                changes = frozenset(
                    (domain.question, domain.nearest(cell, known.get(domain.question)))
                    for domain, cell in zip(domains, cells, strict=True)
                )
                outcome = Brute(law, {**known, **dict(changes)}).shown
                smaller = any(o == outcome and old < changes for o, old in found)
                if outcome != now and not smaller:
                    found.append((outcome, changes))
    return set(found)


def others(domain, known):
    here = domain.cell(known.get(domain.question))
    return [cell for cell in range(len(domain.examples)) if cell != here]


@settings(max_examples=TRIES, suppress_health_check=[HealthCheck.too_slow])
@given(decisions(most=5), st.data())
def test_turns_are_all_smallest_sets_of_changes(law, data):
    chart = Chart(law)
    for _ in range(10):
        known = data.draw(dossiers(law))
        found = {(turn.outcome, frozenset(turn.facts)) for turn in turns(chart, known)}

        assert found == by_trying(law, chart, known)


@given(cases())
def test_every_turn_brings_its_outcome(case):
    law, known = case
    chart = Chart(law)
    for turn in turns(chart, known):
        assert chart.outcome_of({**known, **dict(turn.facts)}) == turn.outcome
        assert turn.outcome != chart.outcome_of(known)
        assert 1 <= len(turn.facts) <= MOST


@given(cases())
def test_no_turn_asks_for_what_nobody_can_change(case):
    law, known = case
    for turn in turns(Chart(law), known):
        changed = [law.question_by_id[name] for name, _ in turn.facts]

        assert "niemand" not in turn.who
        assert {each.changes for each in changed} == set(turn.who)


@given(cases())
def test_the_fewest_changes_come_first(case):
    law, known = case
    sizes = [len(turn.facts) for turn in turns(Chart(law), known)]

    assert sizes == sorted(sizes)


def test_a_missing_plan_can_be_mended_by_the_college(synthetic):
    chart = synthetic("onbekend_in_en_of")
    known = answers(plan_ligt_er=False, plek_is_vrij=True, buren_zijn_akkoord=False)

    assert (
        turns(chart, known)
        == (
            Turn("mag", (("plan_ligt_er", YES),), ("college",)),
            Turn("open", (), ()),
        )[:1]
    )


def test_neighbours_cannot_be_made_to_agree(synthetic):
    chart = synthetic("onbekend_in_en_of")
    known = answers(plan_ligt_er=True, plek_is_vrij=False, buren_zijn_akkoord=False)

    assert turns(chart, known) == (Turn("mag", (("plek_is_vrij", YES),), ("college",)),)


def test_a_number_turns_just_over_its_limit(synthetic, case):
    chart = synthetic("getal_en_grens")
    known = case(chart.decision, breedte_cm="250", kosten_bankje="500").answers
    found = {turn.outcome: turn.facts for turn in turns(chart, known)}

    assert found["mag"] == (("breedte_cm", Number(200)),)


def test_a_set_with_a_smaller_set_inside_is_no_turn():
    pairs = [all_yes("a", "b"), all_yes("c", "d")]
    law = decision(
        [question(name) for name in "abcd"],
        [rule("goed", {"any_of": pairs})],
        [row("nee", goed="nee"), row("ja")],
    )
    found = turns(Chart(law), dict.fromkeys("abcd", NO))

    assert [dict(turn.facts).keys() for turn in found] == [{"a", "b"}, {"c", "d"}]


def all_yes(*names):
    return {"all_of": [yes(name) for name in names]}


def test_four_changes_are_too_many():
    asked = [question(name) for name in "abcd"]
    law = decision(
        asked,
        [rule("goed", all_yes(*"abcd"))],
        [row("nee", goed="nee"), row("ja")],
    )
    chart = Chart(law)

    assert turns(chart, dict.fromkeys("abcd", NO)) == ()
    assert len(turns(chart, {"a": YES, "b": NO, "c": NO, "d": NO})[0].facts) == 3
