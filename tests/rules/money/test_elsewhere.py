"""What things cost elsewhere: like with like, rounded, and never added up."""

from rules.content.costs import Costs
from rules.money.elsewhere import ranges_elsewhere
from rules.money.ranges import Range
from tests.rules.priced import example, measure, once, quantity

FOUND = {
    "zes": example("zes", 6_200_000, rhythm="eenmalig", piece="project", pieces=6),
    "een": example("een", 1_498_700, rhythm="eenmalig"),
    "plek": example("plek", 350_000, rhythm="eenmalig", piece="project"),
    "jaar": example("jaar", 99_900_000),
}


def ranges(*names):
    costs = Costs(
        quantities=(quantity("cameras"),),
        items=(once("kopen", "cameras", examples=names), once("aanleg")),
        measures=(measure("camera", "kopen", "aanleg"),),
        examples=FOUND,
    )
    return tuple(ranges_elsewhere(costs, costs.measures[0]))


def test_amounts_for_one_piece_make_a_range_in_round_euros() -> None:
    (found,) = ranges("zes", "een", "plek", "jaar")

    assert found.cents == Range(1_000_000, 1_500_000)
    assert [each.id for each in found.examples] == ["zes", "een"]


def test_what_counts_something_else_gives_no_range() -> None:
    assert ranges("plek", "jaar") == ()
