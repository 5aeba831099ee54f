"""Nothing lost, nobody in, and gone is gone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import inspect, text

from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.dossier import (
    ClockJumpedError,
    ConflictError,
    DossierNotFoundError,
    MostWouldGoError,
    ReadOnlyError,
    text_key,
)
from wizard.keeping.keys import Access
from wizard.keeping.storage import Dossiers


def everything_in(engine):
    """Every value in every table, as one text."""
    with engine.connect() as connection:
        return "\n".join(
            str(tuple(row))
            for table in inspect(engine).get_table_names()
            for row in connection.execute(text(f'SELECT * FROM "{table}"'))
        )


def test_a_dossier_comes_back_as_it_was_kept(dossiers, new):
    made = new(("cameratoezicht", "buurtbemiddeling"))
    dossiers.save_answers(
        made.dossier,
        {"overleg_gevoerd": "ja", text_key("doel"): "Rust op het plein"},
        expected_version=1,
    )

    again = dossiers.open_by_edit_key(made.edit_key)

    assert again.decisions == ("cameratoezicht", "buurtbemiddeling")
    assert dict(again.answers) == {"overleg_gevoerd": "ja"}
    assert dict(again.texts) == {"doel": "Rust op het plein"}
    assert again.version == 2
    assert again.created.tzinfo is not None
    assert again.code == made.dossier.code


def test_an_answer_is_there_for_another_process_at_once(dossiers, new, database_url):
    made = new()
    dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)

    other = open_engine(database_url)
    seen = Dossiers(other, dossiers.retention, dossiers.now).open_by_edit_key(
        made.edit_key
    )
    other.dispose()

    assert seen.answers["a"] == "ja"


def test_no_key_is_kept(dossiers, new, engine):
    made = new()
    read_key = dossiers.renew_key(made.dossier, Access.READ)
    kept = everything_in(engine)

    assert made.dossier.code in kept
    assert made.edit_key not in kept
    assert read_key not in kept


@pytest.mark.parametrize("key", ["", "x", "' OR 1=1 --", "é\ud800", "0" * 5000, "\0"])
def test_a_wrong_key_opens_nothing(dossiers, new, key):
    new()

    with pytest.raises(DossierNotFoundError):
        dossiers.open_by_edit_key(key)
    with pytest.raises(DossierNotFoundError):
        dossiers.open_by_read_key(key)


def test_the_code_and_the_other_key_open_nothing(dossiers, new):
    made = new()
    read_key = dossiers.renew_key(made.dossier, Access.READ)

    for key in (made.dossier.code, read_key):
        with pytest.raises(DossierNotFoundError):
            dossiers.open_by_edit_key(key)
    with pytest.raises(DossierNotFoundError):
        dossiers.open_by_read_key(made.edit_key)


def test_who_reads_changes_nothing(dossiers, new):
    made = new()
    reader = dossiers.open_by_read_key(dossiers.renew_key(made.dossier, Access.READ))

    for change in (
        lambda: dossiers.save_answers(reader, {"a": "ja"}, expected_version=1),
        lambda: dossiers.undo(reader, expected_version=1),
        lambda: dossiers.amend(replace(reader, municipality="gm0851")),
        lambda: dossiers.renew_key(reader, Access.READ),
        lambda: dossiers.revoke_read_key(reader),
        lambda: dossiers.delete(reader),
    ):
        with pytest.raises(ReadOnlyError):
            change()
    assert dossiers.open_by_edit_key(made.edit_key).version == 1


def test_a_read_key_can_be_revoked_and_replaced(dossiers, new):
    made = new()
    first = dossiers.renew_key(made.dossier, Access.READ)
    second = dossiers.renew_key(made.dossier, Access.READ)

    with pytest.raises(DossierNotFoundError):
        dossiers.open_by_read_key(first)
    assert dossiers.open_by_read_key(second).can_be_read_by_link
    dossiers.revoke_read_key(made.dossier)
    with pytest.raises(DossierNotFoundError):
        dossiers.open_by_read_key(second)
    assert not dossiers.open_by_edit_key(made.edit_key).can_be_read_by_link


def test_two_editors_of_different_answers_do_not_meet(dossiers, new):
    made = new()
    dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)
    both = dossiers.save_answers(made.dossier, {"b": "nee"}, expected_version=1)

    assert dict(both.answers) == {"a": "ja", "b": "nee"}


def test_two_editors_of_one_answer_see_both_values(dossiers, new):
    made = new()
    dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)

    with pytest.raises(ConflictError) as caught:
        dossiers.save_answers(made.dossier, {"a": "nee", "b": "ja"}, expected_version=1)

    (clash,) = caught.value.clashes
    assert (clash.key, clash.theirs) == ("a", "ja")
    assert dict(dossiers.open_by_edit_key(made.edit_key).answers) == {"a": "ja"}
    mine = dossiers.save_answers(
        made.dossier, {"a": "nee"}, expected_version=caught.value.version
    )
    assert mine.answers["a"] == "nee"


def test_the_same_answer_twice_is_no_conflict_and_no_change(dossiers, new):
    made = new()
    first = dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)
    second = dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)

    assert second.version == first.version
    assert len(dossiers.revisions(second, since_version=0)) == 1


@pytest.mark.parametrize("version", [-(10**30), 10**30])
def test_a_forged_version_does_no_harm(dossiers, new, version):
    made = new()

    kept = dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=version)

    assert kept.answers["a"] == "ja"
    assert dossiers.revisions(kept, since_version=version) is not None


@pytest.mark.parametrize(
    ("key", "value"),
    [("A b", "ja"), ("", "ja"), ("a", "x" * 2001), ("a", "\0"), ("a", "\ud800")],
)
def test_what_cannot_be_stored_is_refused_and_nothing_changes(
    dossiers, new, key, value
):
    made = new()

    with pytest.raises(ValueError, match="not"):
        dossiers.save_answers(
            made.dossier, {"goed": "ja", key: value}, expected_version=1
        )
    assert dict(dossiers.open_by_edit_key(made.edit_key).answers) == {}


def test_deleting_leaves_no_row_and_no_link(dossiers, new, engine):
    made, other = new(), new()
    read_key = dossiers.renew_key(made.dossier, Access.READ)
    dossiers.save_answers(made.dossier, {"weg": "geheim"}, expected_version=1)
    dossiers.save_answers(other.dossier, {"blijft": "ja"}, expected_version=1)

    dossiers.delete(made.dossier)

    for opening in (
        lambda: dossiers.open_by_edit_key(made.edit_key),
        lambda: dossiers.open_by_read_key(read_key),
        lambda: dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1),
        lambda: dossiers.delete(made.dossier),
    ):
        with pytest.raises(DossierNotFoundError):
            opening()
    kept = everything_in(engine)
    assert "blijft" in kept
    assert "geheim" not in kept
    assert made.dossier.code not in kept


def test_deleted_text_leaves_the_files_of_sqlite_too(tmp_path, clock):
    engine = open_engine(f"sqlite:///{tmp_path / 'een.sqlite'}")
    upgrade(engine)
    dossiers = Dossiers(engine, timedelta(days=30), clock)
    made = dossiers.create(
        ("x",), reference_date=date(2026, 1, 1), fingerprint="", municipality=None
    )
    key, phrase = text_key("doel"), "zeer herkenbare zin"
    dossiers.save_answers(made.dossier, {key: phrase}, expected_version=1)
    files = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert phrase.encode() in files

    dossiers.delete(made.dossier)

    files = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert phrase.encode() not in files
    engine.dispose()


def test_a_dossier_ends_thirty_days_after_its_last_change(dossiers, new, clock):
    made = new()
    clock.pass_days(20)
    changed = dossiers.save_answers(made.dossier, {"a": "ja"}, expected_version=1)
    clock.pass_days(29)

    assert dossiers.open_by_edit_key(made.edit_key).expires == changed.expires
    clock.pass_days(1)
    with pytest.raises(DossierNotFoundError):
        dossiers.save_answers(made.dossier, {"a": "nee"}, expected_version=2)
    with pytest.raises(DossierNotFoundError):
        dossiers.open_by_edit_key(made.edit_key)


def test_reading_with_a_wrong_clock_removes_nothing(dossiers, new, clock):
    made = new()
    clock.pass_days(31)
    with pytest.raises(DossierNotFoundError):
        dossiers.open_by_edit_key(made.edit_key)
    clock.pass_days(-31)

    assert dossiers.open_by_edit_key(made.edit_key).code == made.dossier.code


def test_a_clock_that_stays_wrong_removes_nothing_however_often_it_is_asked(
    dossiers, new, clock
):
    made = [new() for _ in range(3)]
    assert dossiers.purge() == 0
    clock.pass_days(60)
    for _ in range(4):
        with pytest.raises(ClockJumpedError):
            dossiers.purge()
        clock.pass_days(1)
    assert dossiers.count() == 3
    clock.pass_days(-64)

    assert dossiers.purge() == 0
    assert all(dossiers.open_by_edit_key(one.edit_key) for one in made)


def test_a_purge_that_was_refused_is_not_told_as_the_last_one(dossiers, new, clock):
    new()
    dossiers.purge()
    done = dossiers.last_purge()
    clock.pass_days(60)
    with pytest.raises(ClockJumpedError):
        dossiers.purge()

    assert dossiers.last_purge() == done


def test_who_says_that_the_clock_is_right_purges_and_the_nights_after_do_too(
    dossiers, new, clock
):
    new()
    dossiers.purge()
    clock.pass_days(40)
    with pytest.raises(ClockJumpedError):
        dossiers.purge()

    assert dossiers.purge(certain=True) == 1
    clock.pass_days(1)
    assert dossiers.purge() == 0


def test_a_clock_that_fell_back_and_returns_has_not_jumped(dossiers, new, clock):
    new()
    dossiers.purge()
    clock.pass_days(-3_000)
    assert dossiers.purge() == 0
    clock.pass_days(3_001)

    assert dossiers.purge() == 0


def test_without_an_earlier_run_most_dossiers_never_go_at_once(dossiers, new, clock):
    """A visitor under the wrong clock makes the last change look recent."""
    for _ in range(3):
        new()
    clock.pass_days(60)
    new()

    with pytest.raises(MostWouldGoError, match="3 of 4"):
        dossiers.purge()
    assert dossiers.count() == 4
    assert dossiers.purge(certain=True) == 3


def test_a_quiet_site_that_purges_every_night_still_loses_its_only_dossier(
    dossiers, new, clock
):
    new()
    gone = 0
    for _ in range(34):
        gone += dossiers.purge()
        clock.pass_days(1)

    assert gone == 1


def test_an_empty_storage_has_nothing_to_lose(dossiers, clock):
    dossiers.purge()
    clock.pass_days(400)

    assert dossiers.purge() == 0


def test_the_first_purge_of_all_measures_from_the_last_change(dossiers, new, clock):
    new()
    clock.pass_days(40)

    with pytest.raises(ClockJumpedError):
        dossiers.purge()
    assert dossiers.count() == 1


def test_purging_removes_what_has_expired_and_nothing_else(dossiers, new, clock):
    old = new()
    clock.pass_days(15)
    young = new()
    gone = []
    for _ in range(19):
        clock.pass_days(1)
        gone.append(dossiers.purge())

    assert gone == [*[0] * 17, 1, 0]
    assert dossiers.open_by_edit_key(young.edit_key).code == young.dossier.code
    with pytest.raises(DossierNotFoundError):
        dossiers.open_by_edit_key(old.edit_key)


def test_what_the_dossier_is_about_can_change(dossiers, new):
    made = new()
    changed = dossiers.amend(
        replace(
            made.dossier,
            decisions=("cameratoezicht", "woonoverlast"),
            reference_date=date(2027, 1, 1),
            fingerprint="sha256:twee",
            municipality="gm0851",
        )
    )

    assert changed == dossiers.open_by_edit_key(made.edit_key)
    assert changed.municipality == "gm0851"
    assert changed.version == 2
