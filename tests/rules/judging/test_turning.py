"""Smallest turns, against trying every set of at most three changes."""

from itertools import combinations, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.grammar.answers import NO, YES, Number, Ticks
from rules.judging.chart import Chart
from rules.judging.turning import MOST, Turn, turns
from tests.rules.build import answers, any_of, decision, demand, question, yes
from tests.rules.worlds import Brute, answers_to, cases, decisions, dossiers

TRIES = 60  # laws, with five dossiers each


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
                moves = frozenset(zip((d.name for d in domains), cells, strict=True))
                facts = moved(law, known, domains, cells)
                outcome = Brute(law, {**known, **facts}).shown
                smaller = any(o == outcome and old < moves for o, old, _ in found)
                if outcome != now and not smaller:
                    found.append((outcome, moves, frozenset(facts.items())))
    return {(outcome, facts) for outcome, _, facts in found}


def moved(law, known, domains, cells):
    """The answers after these moves; of ticks those that a form can give."""
    facts = {}
    for domain, cell in zip(domains, cells, strict=True):
        now = facts.get(domain.question, known.get(domain.question))
        if domain.option is None:
            facts[domain.question] = domain.nearest(cell, now)
            continue
        ticked = set(now.value) if isinstance(now, Ticks) else set()
        ticked = ticked - {domain.option} if cell else ticked | {domain.option}
        facts[domain.question] = Ticks(tuple(ticked))
    for name, fact in facts.items():
        if isinstance(fact, Ticks):
            facts[name] = law.question_by_id[name].answer.counted(fact.value)
    return facts


def others(domain, known):
    here = domain.cell(known.get(domain.question))
    return [cell for cell in range(len(domain.examples)) if cell != here]


@settings(max_examples=TRIES, suppress_health_check=[HealthCheck.too_slow])
@given(decisions(most=3), st.data())
def test_turns_are_all_smallest_sets_of_changes(law, data):
    chart = Chart(law)
    for _ in range(5):
        known = data.draw(dossiers(law))
        for asked in law.questions:  # what is sought there is said in `turning`
            if asked.answer.kind == "ticks":
                known[asked.id] = data.draw(st.sampled_from(answers_to(asked)))
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


def test_what_nobody_can_change_is_never_in_a_turn():
    asked = [question("plek"), question("buren", changes="niemand")]
    law = decision(asked, [demand("goed", any_of(yes("plek"), yes("buren")))])
    known = answers(plek=False, buren=False)

    assert turns(Chart(law), known) == (Turn("ja", (("plek", YES),), ("raad",)),)


def test_a_number_turns_just_over_its_limit(synthetic, case):
    chart = synthetic("getal_en_grens")
    known = case(chart.decision, breedte_cm="250", kosten_bankje="500").answers
    found = {turn.outcome: turn.facts for turn in turns(chart, known)}

    assert found["mag"] == (("breedte_cm", Number(200)),)


def test_a_set_with_a_smaller_set_inside_is_no_turn():
    pairs = [all_yes("a", "b"), all_yes("c", "d")]
    asked = [question(name) for name in "abcd"]
    law = decision(asked, [demand("goed", any_of(*pairs))])
    found = turns(Chart(law), dict.fromkeys("abcd", NO))

    assert [dict(turn.facts).keys() for turn in found] == [{"a", "b"}, {"c", "d"}]


def all_yes(*names):
    return {"all_of": [yes(name) for name in names]}


def test_four_changes_are_too_many():
    asked = [question(name) for name in "abcd"]
    law = decision(asked, [demand("goed", all_yes(*"abcd"))])
    chart = Chart(law)

    assert turns(chart, dict.fromkeys("abcd", NO)) == ()
    assert len(turns(chart, {"a": YES, "b": NO, "c": NO, "d": NO})[0].facts) == 3
