"""What all studies of one outcome say together: the surest decide, nothing is added up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.content.research import (
    Certainty,
    Design,
    Direction,
    DoubtStep,
    EvidenceEntry,
    Fit,
    MeasuredOutcome,
    Topic,
)
from rules.judging.research_summary import EvidenceCell, weigh
from tests.rules.studies import entry, not_found

TOPIC = Topic(MeasuredOutcome.OVERLAST, None)
SURE = {"opzet": "overzichtsstudie"}
WEAK = {"opzet": "casus"}


def cell(*entries: EvidenceEntry) -> EvidenceCell:
    return weigh(TOPIC, entries)


entries = st.lists(
    st.builds(
        lambda design, direction, fit, steps, where: entry(
            *steps, opzet=design, richting=direction, past=fit, bekeken=where
        ),
        st.sampled_from([each.value for each in Design]),
        st.sampled_from([each.value for each in Direction if each.is_graded]),
        st.sampled_from([each.value for each in Fit]),
        st.lists(st.sampled_from([each.value for each in DoubtStep]), max_size=3),
        st.sampled_from(["iets anders", "nog iets anders"]),
    ),
    max_size=5,
).map(tuple)


def test_the_surest_study_decides_and_another_is_told() -> None:
    weak = entry(richting="stijgt", **WEAK)
    found = cell(entry(richting="daalt", **SURE), weak)
    assert (found.direction, found.certainty) == ("daalt", "hoog")
    assert found.differs == (weak,)


def test_equally_sure_studies_that_differ_are_mixed_and_one_step_less_sure() -> None:
    found = cell(entry(richting="daalt", **SURE), entry(richting="stijgt", **SURE))
    assert (found.direction, found.certainty) == ("gemengd", "redelijk")


def test_below_the_lowest_level_there_is_none() -> None:
    found = cell(entry(richting="daalt", **WEAK), entry(richting="stijgt", **WEAK))
    assert (found.direction, found.certainty) == ("gemengd", "zeer laag")


def test_a_less_sure_study_that_could_not_tell_contradicts_nobody() -> None:
    found = cell(entry(richting="daalt", **SURE), entry(richting="onduidelijk", **WEAK))
    assert (found.direction, found.differs) == ("daalt", ())


def test_an_equally_sure_study_that_could_not_tell_leaves_the_answer_and_is_told() -> (
    None
):
    unclear = entry(richting="onduidelijk", **WEAK)
    found = cell(entry(richting="geen verschil", **WEAK), unclear)
    assert (found.direction, found.differs) == ("geen verschil", (unclear,))


@pytest.mark.parametrize("fit", ["omgekeerd", "ander middel"])
def test_the_reverse_and_another_means_are_never_the_direction_of_the_measure(
    fit,
) -> None:
    reverse = entry(richting="stijgt", past=fit, bekeken="een bankje minder")
    found = cell(reverse)
    assert (found.direction, found.certainty) == ("niet gevonden", None)
    assert found.beside == (reverse,)
    assert found.looked_at == ()


def test_what_only_resembles_the_measure_says_what_was_looked_at() -> None:
    found = cell(entry(past="lijkt erop", bekeken="een schommelbank"))
    assert found.similar
    assert found.looked_at == ("een schommelbank",)
    assert not cell(entry()).similar


def test_not_studied_is_told_where_nothing_else_is_known() -> None:
    silent = entry(richting="niet onderzocht")
    assert cell(silent).direction == "niet onderzocht"
    assert cell(silent, entry()).direction == "daalt"
    assert cell(not_found()).direction == "niet gevonden"
    assert cell(not_found(), entry()).missing == (not_found(),)


@given(entries)
def test_a_cell_is_never_surer_than_its_surest_study(found) -> None:
    levels = [each.certainty for each in found if each.counts]
    certainty = cell(*found).certainty
    assert (certainty is None) == (not levels)
    if certainty is not None:
        assert certainty.level >= min(each.level for each in levels)


@given(entries)
def test_the_order_of_the_studies_makes_no_difference(found) -> None:
    one, other = cell(*found), cell(*reversed(found))
    assert (one.direction, one.certainty) == (other.direction, other.certainty)


@given(entries)
def test_the_same_studies_twice_make_it_no_surer(found) -> None:
    one, twice = cell(*found), cell(*found, *found)
    assert (one.direction, one.certainty) == (twice.direction, twice.certainty)


@given(entries, st.sampled_from(list(Direction)))
def test_another_means_never_changes_what_is_said_of_the_measure(
    found, direction
) -> None:
    other = entry(past="ander middel", bekeken="iets anders", richting=direction.value)
    one, more = cell(*found), cell(*found, other)
    assert (one.direction, one.certainty) == (more.direction, more.certainty)


def test_the_levels_go_down_from_sure_to_very_unsure() -> None:
    assert [each.dutch for each in Certainty] == [
        "zeker",
        "redelijk zeker",
        "onzeker",
        "heel onzeker",
    ]
