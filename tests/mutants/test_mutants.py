"""Every seeded fault is caught, by the net that is named beside it and by no chance."""

from collections import Counter

import pytest

from tests.mutants.faults import CAMERA, DRUGS, FAULTS, NUISANCE
from tests.mutants.nets import NETS, OF_CHECK, Product

TEN = range(1, 11)


@pytest.fixture(scope="session")
def product(tmp_path_factory):
    return Product(tmp_path_factory.mktemp("product"))


@pytest.mark.parametrize("decision", [CAMERA, NUISANCE, DRUGS])
def test_without_a_fault_no_net_catches_anything(product, decision):
    """Of what `check` says; what is proved, the cases and the tests are run elsewhere."""
    used = {each.net for each in FAULTS.values() if each.decision == decision}
    root = product.root(decision)
    with product.lent():
        caught = {name: OF_CHECK[name](root, decision) for name in used & {*OF_CHECK}}
    assert caught
    assert set(caught.values()) == {None}


def test_there_are_enough_faults_for_every_net():
    assert len(FAULTS) >= 60
    assert {fault.net.split()[0] for fault in FAULTS.values()} == set(NETS)


def test_each_of_the_ten_things_has_at_least_two_faults():
    """In the engine, the content or the words; each caught by its own net."""
    found = Counter(fault.thing for fault in FAULTS.values() if fault.thing)

    assert set(found) == set(TEN)
    assert min(found.values()) >= 2


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_seeded_fault_is_caught_by_the_net_that_is_named(product, name):
    fault = FAULTS[name]
    net, *about = fault.net.split(" ", 1)
    root = product.root(fault.decision)
    with product.seeded(fault) as changed:
        assert changed
        assert NETS[net](root, fault.decision, *about)
