from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.content.costs import Costs
from rules.money.comparison import CostStanding, compare, same_money, tornado
from rules.money.inputs import CostInputs
from rules.money.ranges import between, half_up
from tests.rules.priced import (
    item,
    measure,
    once,
    quantity,
    reckon,
    typed,
)

COSTS = Costs(
    quantities=(quantity("cameras"), quantity("uren", weekly=True)),
    items=(
        once("kopen", "cameras"),
        item("beheer", "cameras"),
        once("dpia"),
        item("uurloon", "uren"),
        once("uitrusting"),
        item("nu"),
    ),
    measures=(
        measure("camera", "kopen", "beheer", "dpia", lever="cameras"),
        measure("boa", "uurloon", "uitrusting", "dpia", lever="uren"),
        measure("niets", "nu", baseline=True),
    ),
)
STEENBERGEN = {
    "kosten.kopen.totaal": "5.000",
    "kosten.beheer.totaal": "5.400",
    "kosten.uurloon": "50",
    "kosten.uren": "200",
    "kosten.uitrusting": "0",
}
CENTS = st.integers(0, 100_000)
SPANS = st.builds(lambda low, more: typed(low, low + more), CENTS, CENTS)
COUNTS = st.builds(
    lambda low, more: between(Fraction(low, 2), Fraction(low + more, 2)),
    st.integers(0, 20),
    st.integers(0, 20),
)
AMOUNTS = ("kopen", "beheer", "dpia", "uurloon", "uitrusting")
INPUTS = st.builds(
    CostInputs,
    st.fixed_dictionaries(dict.fromkeys(AMOUNTS, SPANS)),
    st.fixed_dictionaries({"cameras": COUNTS, "uren": COUNTS}),
)
TERMS = st.integers(1, 30)


def pair(plain, **choices):
    found = compare(reckon(COSTS, plain, **choices)).pairing("boa", "camera")
    assert found is not None
    return found


def corners(inputs: CostInputs, *leave_out: str):
    """Every way to put each amount and number at its low or its high end."""
    ends = {
        name: {each.cents.low, each.cents.high}
        for name, each in inputs.amounts.items()
        if name not in leave_out
    }
    ends |= {
        name: {each.low, each.high}
        for name, each in inputs.quantities.items()
        if name not in leave_out
    }
    names = sorted(ends)
    for values in product(*(sorted(ends[name]) for name in names)):
        yield dict(zip(names, values, strict=True))


def camera(at, term):
    return (
        at["kopen"] * at["cameras"] + at["dpia"] + at["beheer"] * at["cameras"] * term
    )


def boa(at, term):
    return at["uitrusting"] + at["dpia"] + at["uurloon"] * at["uren"] * term


@given(INPUTS, TERMS)
def test_the_standing_is_that_of_every_corner(inputs: CostInputs, term: int) -> None:
    found = pair(inputs, term=term)
    differences = [boa(at, term) - camera(at, term) for at in corners(inputs)]
    low, high = min(differences), max(differences)
    assert (found.difference.low, found.difference.high) == (
        half_up(low),
        half_up(high),
    )
    if high < 0:
        assert found.standing is CostStanding.LESS
    elif low > 0:
        assert found.standing is CostStanding.MORE
    elif low == high:
        assert found.standing is CostStanding.EQUAL
    else:
        assert found.standing is CostStanding.DEPENDS
    assert bool(found.depends_on) == (low < 0 < high)


@settings(max_examples=20)
@given(INPUTS)
def test_the_stretches_tell_every_term(inputs: CostInputs) -> None:
    found = pair(inputs)
    told = [
        (term, each.standing)
        for each in found.stretches
        for term in range(each.first, each.last + 1)
    ]
    assert told == [(n, pair(inputs, term=n).standing) for n in range(1, 31)]


@given(INPUTS, TERMS)
def test_a_swing_is_that_of_every_corner(inputs: CostInputs, term: int) -> None:
    picture = reckon(COSTS, inputs, term=term)
    found = tornado(picture, picture.by_id["camera"])
    ends = {
        **{
            f"bedrag:{n}": (n, a.cents.low, a.cents.high)
            for n, a in inputs.amounts.items()
        },
        **{n: (n, q.low, q.high) for n, q in inputs.quantities.items()},
    }
    told = {each.weigher.variable: each for each in found.swings}
    for variable, (name, low, high) in ends.items():
        moves = [
            camera({**at, name: high}, term) - camera({**at, name: low}, term)
            for at in corners(inputs, name)
        ]
        if max(moves) > 0 and half_up(max(moves)) > 0:
            swing = told.pop(variable)
            assert (swing.least, swing.most) == (
                half_up(min(moves)),
                half_up(max(moves)),
            )
    assert not told


@given(INPUTS, TERMS)
def test_the_largest_swing_comes_first(inputs: CostInputs, term: int) -> None:
    picture = reckon(COSTS, inputs, term=term)
    swings = tornado(picture, picture.by_id["camera"]).swings
    assert [each.most for each in swings] == sorted(
        (each.most for each in swings), reverse=True
    )


@given(INPUTS, TERMS)
def test_the_same_money_is_that_of_every_corner(inputs: CostInputs, term: int) -> None:
    picture = reckon(COSTS, inputs, term=term)
    found = same_money(
        picture, money_of=picture.by_id["camera"], buys_of=picture.by_id["boa"]
    )
    if inputs.amounts["uurloon"].cents.low == 0:
        assert found is None
        return
    bought = [
        Fraction(camera(at, term) - at["uitrusting"] - at["dpia"])
        / (at["uurloon"] * term)
        for at in corners(inputs, "uren")
    ]
    assert found is not None
    assert found.least == max(min(bought), 0)
    assert found.most == max(*bought, 0)


@given(INPUTS, TERMS)
def test_at_the_bought_quantity_both_cost_the_same(
    inputs: CostInputs, term: int
) -> None:
    exact = CostInputs(
        {name: typed(a.cents.high, a.cents.high) for name, a in inputs.amounts.items()},
        {name: between(q.high) for name, q in inputs.quantities.items()},
    )
    picture = reckon(COSTS, exact, term=term)
    one, other = picture.by_id["camera"], picture.by_id["boa"]
    found = same_money(picture, money_of=one, buys_of=other)
    if found is None or found.most == 0:
        return
    there = CostInputs(exact.amounts, {**exact.quantities, "uren": between(found.most)})
    assert pair(there, term=term).standing is CostStanding.EQUAL


def test_steenbergen_turns_after_the_first_year() -> None:
    found = pair({**STEENBERGEN, "kosten.dpia": "0"})
    assert [(each.first, each.last, each.standing) for each in found.stretches] == [
        (1, 1, CostStanding.LESS),
        (2, 30, CostStanding.MORE),
    ]


def test_what_both_need_may_stay_unknown() -> None:
    found = pair(STEENBERGEN, term=2)
    assert found.standing is CostStanding.MORE
    assert not found.missing


def test_an_unknown_makes_nothing_cheap() -> None:
    plain = {key: text for key, text in STEENBERGEN.items() if "kopen" not in key}
    found = pair(plain, term=2)
    assert found.standing is CostStanding.UNKNOWN
    assert found.on_known is CostStanding.UNKNOWN
    assert [each.title for each in found.missing] == ["cameras", "kopen"]


def test_a_least_amount_can_be_enough_to_tell() -> None:
    """What is known of the first is more than all of the second can be."""
    plain = {key: text for key, text in STEENBERGEN.items() if "uitrusting" not in key}
    assert pair(plain, term=2).standing is CostStanding.MORE
    assert pair(plain, term=1).standing is CostStanding.UNKNOWN
    assert pair(plain, term=1).on_known is CostStanding.LESS


def test_the_same_money_says_what_it_leaves_out() -> None:
    plain = {key: text for key, text in STEENBERGEN.items() if "uitrusting" not in key}
    picture = reckon(COSTS, plain, term=2)
    found = same_money(
        picture, money_of=picture.by_id["camera"], buys_of=picture.by_id["boa"]
    )
    assert found is not None
    assert found.least == found.most == 158
    assert [each.title for each in found.missing] == ["uitrusting"]
    assert found.per_week == (Fraction(158, 52), Fraction(158, 52))


def test_no_price_buys_nothing_that_can_be_told() -> None:
    plain = {key: text for key, text in STEENBERGEN.items() if "uurloon" not in key}
    picture = reckon(COSTS, plain)
    one, other = picture.by_id["camera"], picture.by_id["boa"]
    assert same_money(picture, money_of=one, buys_of=other) is None


def test_doing_nothing_new_is_shown_and_not_compared() -> None:
    found = compare(reckon(COSTS, {**STEENBERGEN, "kosten.nu": "1"}))
    assert "niets" in {each.measure.id for each in found.measures}
    assert all("niets" not in (each.first, each.second) for each in found.pairings)


def test_the_lever_of_an_unknown_amount_is_what_a_euro_of_it_adds() -> None:
    picture = reckon(COSTS, {"kosten.cameras": "3", "kosten.dpia": "0"}, term=5)
    levers = tornado(picture, picture.by_id["camera"]).levers
    adds = {each.missing.title: each.adds for each in levers}
    assert adds["beheer"].low == 1500
    assert adds["kopen"].low == 300
    assert [each.missing.title for each in levers] == ["beheer", "kopen"]


def test_two_unknowns_together_have_no_weight_to_tell() -> None:
    picture = reckon(COSTS, {"kosten.dpia": "0"})
    levers = tornado(picture, picture.by_id["camera"]).levers
    assert all(each.adds is None for each in levers)


def test_the_alphabet_decides_the_order() -> None:
    found = compare(reckon(COSTS, {}))
    assert [each.measure.id for each in found.measures] == ["boa", "camera", "niets"]
