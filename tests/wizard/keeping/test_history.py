"""Each change can be told and taken back."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.keeping.dossier import ConflictError, net_changes
from wizard.keeping.history import KEPT_VERSIONS

ONE_DATABASE = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
CHANGES = st.lists(
    st.dictionaries(
        st.sampled_from(["a", "b", "c", "tekst:doel"]),
        st.sampled_from(["ja", "nee", "onbekend", "7", None]),
        min_size=1,
    ),
    max_size=8,
)
STEPS = st.lists(
    st.one_of(
        st.just("undo"),
        st.dictionaries(
            st.sampled_from(["a", "b", "tekst:doel"]),
            st.sampled_from(["ja", "nee", None]),
            min_size=1,
        ),
    ),
    max_size=14,
)


def values(dossier):
    return dict(dossier.answers) | {f"tekst:{k}": v for k, v in dossier.texts.items()}


def save_all(dossiers, dossier, series):
    for changes in series:
        dossier = dossiers.save_answers(
            dossier, changes, expected_version=dossier.version
        )
    return dossier


@ONE_DATABASE
@given(before=CHANGES, after=CHANGES)
def test_undoing_as_often_as_changing_leads_back(dossiers, new, before, after):
    start = save_all(dossiers, new().dossier, before)
    end = save_all(dossiers, start, after)
    for _ in range(end.version - start.version):
        end = dossiers.undo(end, expected_version=end.version)

    assert values(end) == values(start)


@ONE_DATABASE
@given(steps=STEPS)
def test_undo_behaves_as_a_pile_of_states(dossiers, new, steps):
    dossier = new().dossier
    pile = [{}]
    for step in steps:
        if step == "undo":
            assert dossiers.can_undo(dossier) == (len(pile) > 1)
            dossier = dossiers.undo(dossier, expected_version=dossier.version)
            pile = pile[:-1] or [{}]
        else:
            dossier = save_all(dossiers, dossier, [step])
            state = {k: v for k, v in (pile[-1] | step).items() if v is not None}
            pile += [state] if state != pile[-1] else []
        assert values(dossier) == pile[-1]


@ONE_DATABASE
@given(steps=STEPS)
def test_the_revisions_alone_tell_the_present(dossiers, new, steps):
    dossier = new().dossier
    for step in steps:
        if step == "undo":
            dossier = dossiers.undo(dossier, expected_version=dossier.version)
        else:
            dossier = save_all(dossiers, dossier, [step])
    told = {}
    for revision in reversed(dossiers.revisions(dossier, since_version=0)):
        assert told.get(revision.key) == revision.old
        told[revision.key] = revision.new

    assert {k: v for k, v in told.items() if v is not None} == values(dossier)


@ONE_DATABASE
@given(before=CHANGES, after=CHANGES)
def test_the_net_changes_lead_from_then_to_now(dossiers, new, before, after):
    then = save_all(dossiers, new().dossier, before)
    now = save_all(dossiers, then, after)
    differences = net_changes(dossiers.revisions(now, since_version=then.version))
    state = values(then) | {one.key: one.after for one in differences}

    assert {k: v for k, v in state.items() if v is not None} == values(now)
    assert all(values(then).get(one.key) == one.before for one in differences)


def test_undo_does_not_take_back_what_somebody_else_just_did(dossiers, new):
    mine = save_all(dossiers, new().dossier, [{"a": "ja"}])
    save_all(dossiers, mine, [{"a": "nee"}])

    with pytest.raises(ConflictError):
        dossiers.undo(mine, expected_version=mine.version)


def test_undo_with_nothing_to_undo_changes_nothing(dossiers, new):
    made = new()

    assert dossiers.undo(made.dossier, expected_version=1).version == 1


def test_old_revisions_end(dossiers, new, monkeypatch):
    monkeypatch.setattr("wizard.keeping.history.KEPT_VERSIONS", 10)
    dossier = new().dossier
    for number in range(120):
        dossier = save_all(dossiers, dossier, [{"a": str(number)}])

    assert KEPT_VERSIONS > 100
    assert len(dossiers.revisions(dossier, since_version=0)) <= 10 + 100
    with pytest.raises(ConflictError):
        dossiers.save_answers(dossier, {"a": "ja"}, expected_version=1)


def test_many_editors_at_once_lose_nothing(dossiers, new):
    dossier, people, rounds = new().dossier, 6, 8

    def edit(person):
        save_all(
            dossiers, dossier, [{f"vraag_{person}": str(n)} for n in range(rounds)]
        )

    with ThreadPoolExecutor(people) as pool:
        list(pool.map(edit, range(people)))
    revisions = dossiers.revisions(
        dossiers.save_answers(dossier, {}, expected_version=1), since_version=0
    )

    assert len(revisions) == people * rounds
    assert len({one.version for one in revisions}) == people * rounds


def test_of_two_who_race_for_one_answer_exactly_one_wins(dossiers, new):
    for _ in range(5):
        dossier, start = new().dossier, threading.Barrier(2)

        def race(value, dossier=dossier, start=start):
            start.wait()
            try:
                dossiers.save_answers(dossier, {"a": value}, expected_version=1)
            except ConflictError:
                return "told"
            return "kept"

        with ThreadPoolExecutor(2) as pool:
            outcomes = list(pool.map(race, ("ja", "nee")))

        assert sorted(outcomes) == ["kept", "told"]
