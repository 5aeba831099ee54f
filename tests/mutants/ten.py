"""Faults in the engine or in a small law: for each of the ten things at least two.

Each is a change that a hurried hand could make; while it lasts the check of its number
must fail.
"""

from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from rules.content.decision import Decision
from rules.grammar.errors import InputError
from rules.judging import (
    advice,
    demands,
    folded_decision,
    headline,
    journey,
    what_to_ask,
)
from rules.judging.folded_decision import Chart
from rules.judging.headline import StandingTable
from tests.rules.build import all_of, any_of, condition, good, yes
from tests.rules.ten_things import small_chart, small_law

TEN = {}


def slip(number, name):
    """Enter a fault under the number of the thing that it breaks."""

    def enter(make):
        TEN[f"{number}-{name}"] = (number, contextmanager(make))
        return make

    return enter


def engine(number, name, where, attribute, other):
    """A fault in the engine: something else stands where this stood."""

    @slip(number, name)
    def _patched():
        with patch.object(where, attribute, other):
            yield small_chart()


def law(number, name, change):
    """A fault in the law."""

    @slip(number, name)
    def _changed():
        yield Chart(change(small_law()))


def refuse(*_):
    raise InputError("Deze dag is te vroeg.")


def header_of(made, **changes):
    return replace(made, header=made.header.model_copy(update=changes))


def without_row(index):
    def change(made):
        table = made.header.table
        return header_of(made, table=(*table[:index], *table[index + 1 :]))

    return change


def with_demand(name, **changes):
    def change(made):
        found = [
            each.model_copy(update=changes) if each.id == name else each
            for each in made.demands
        ]
        return replace(made, demands=tuple(found))

    return change


# table: open while the phase is unknown, nee, clash, open, ja
law(1, "row_for_not_met_is_gone", without_row(1))
law(1, "row_for_unknown_is_gone", without_row(3))
law(1, "row_for_a_clash_is_gone", without_row(2))
law(
    2,
    "gate_shows_nowhere",
    lambda made: replace(
        with_demand("kort", applies_when=condition(yes("einde")))(made),
        demands=tuple(
            each
            for each in with_demand("kort", applies_when=condition(yes("einde")))(
                made
            ).demands
            if each.id != "einde"
        ),
    ),
)
law(
    2,
    "ends_on_a_no",
    lambda made: header_of(
        made,
        table=(
            made.header.table[1].model_copy(update={"outcome": "weg"}),
            *made.header.table,
        ),
        outcomes=(
            made.header.outcomes[0].model_copy(update={"id": "weg", "ends": True}),
            *made.header.outcomes,
        ),
    ),
)
engine(2, "no_settles_the_rest", journey, "_leaning", lambda *_: frozenset())
engine(3, "reasons_of_the_other_side", demands, "_agreeing", lambda law, *_: ("plan",))
engine(
    3,
    "reasons_of_all",
    demands,
    "_carried",
    lambda folded, *_: sorted(folded.own),
)
law(4, "turned_round", with_demand("plan", when=condition({"not": good("plan")})))
law(4, "of_the_wrong_answer", with_demand("woningen", when=condition(yes("film"))))
law(
    5,
    "and_becomes_or",
    with_demand("beide", when=condition(any_of(good("plan"), good("nut")))),
)
law(
    5,
    "a_part_is_turned",
    with_demand("beide", when=condition(all_of(good("plan"), {"not": good("nut")}))),
)
engine(6, "firm_without_a_phase", headline, "phase_of", lambda *_: "idee")
law(6, "reading_decides", with_demand("lezing", reading=None))
engine(7, "too_early_is_judged", folded_decision, "refuse_too_early", lambda *_: None)
engine(7, "every_day_is_refused", folded_decision, "refuse_too_early", refuse)
engine(
    8,
    "order_turned_round",
    what_to_ask,
    "in_asking_order",
    lambda law, some: tuple(some)[::-1],
)
engine(8, "what_decides_is_left_out", StandingTable, "deciding", StandingTable.weighing)
engine(9, "all_can_be_better", advice, "in_asking_order", lambda law, some: ())
law(9, "decides_without_repair", with_demand("plan", repair=()))
law(
    9,
    "repair_by_nobody",
    with_demand(
        "plan",
        repair=(small_law().demands[1].repair[0].model_copy(update={"who": ""}),),
    ),
)
engine(10, "later_counts_now", demands, "phase_of", lambda *_: "besluit")
engine(10, "nothing_is_ever_later", Decision, "due_in", lambda *_: frozenset())
