"""Each change can be told and taken back."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from wizard.keeping.dossier import ConflictError
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
