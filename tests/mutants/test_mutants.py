"""Every seeded fault is caught, by the net that is written beside it."""

from pathlib import Path

import pytest
import yaml

from tests.mutants.faults import FAULTS
from tests.mutants.nets import NETS, Product

# which net is the first to catch: check, then verify, then what is written of cases
CAUGHT = yaml.safe_load((Path(__file__).parent / "vangst.yaml").read_text("utf-8"))


@pytest.fixture(scope="session")
def product(tmp_path_factory):
    return Product(tmp_path_factory.mktemp("product"))


def test_without_a_fault_nothing_is_caught(product):
    for net in NETS.values():
        for decision in (
            "buurtbemiddeling",
            "cameratoezicht",
            "woonoverlastverordening",
        ):
            assert net(product.root, decision) is None


def test_there_are_enough_faults_and_each_has_its_net():
    assert len(FAULTS) >= 60
    assert set(CAUGHT) == set(FAULTS)
    assert set(CAUGHT.values()) == set(NETS)


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_seeded_fault_is_caught(product, name):
    fault = FAULTS[name]
    changed, mend = product.seed(fault)
    try:
        assert changed
        assert NETS[CAUGHT[name]](product.root, fault.decision)
    finally:
        mend()
