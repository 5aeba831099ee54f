"""A back-up is whole, checked and for its owner alone, and comes back on both databases."""

import sqlite3
from datetime import timedelta

import pytest

from tests.wizard.test_maintenance import keep_a_dossier
from wizard.clock import now
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers


@pytest.fixture
def kept(run, engine):
    """Two dossiers, one with an answer that changed."""
    upgrade(engine)
    keep_a_dossier(engine, days_ago=1)
    dossiers = Dossiers(engine, timedelta(days=30), now)
    made = dossiers.create(
        ("x",),
        reference_date=now().date(),
        fingerprint="",
        municipality=None,
        values={"a": "ja"},
    )
    dossiers.save_answers(
        made.dossier, {"a": "nee"}, expected_version=made.dossier.version
    )
    return dossiers, made.edit_key


def test_what_was_kept_comes_back_as_it_was(run, kept, tmp_path):
    dossiers, key = kept
    target = tmp_path / "raad.backup"
    assert run("backup", str(target)) == (0, f"Bewaard in {target}: 2 dossiers.\n", "")
    dossiers.delete(dossiers.open_by_edit_key(key))

    code, out, err = run("restore", str(target), "--vervang")

    assert (code, err) == (0, "")
    assert "Teruggezet: 2 dossiers" in out
    back = dossiers.open_by_edit_key(key)
    assert dict(back.answers) == {"a": "nee"}
    undone = dossiers.undo(back, expected_version=back.version)
    assert dict(undone.answers) == {"a": "ja"}


def test_after_an_old_back_up_purge_asks_whether_the_clock_is_right(
    run, engine, tmp_path
):
    upgrade(engine)
    keep_a_dossier(engine, days_ago=5)
    Dossiers(engine, timedelta(days=30), lambda: now() - timedelta(days=5)).purge()
    target = tmp_path / "raad.backup"
    run("backup", str(target))
    run("restore", str(target), "--vervang")

    code, _, err = run("purge")
    assert code == 1
    assert "5 dagen later" in err
    assert run("purge", "--toch") == (0, "Verwijderd: 0 dossiers.\n", "")
    assert run("purge")[0] == 0


def test_it_is_for_its_owner_alone_and_says_which_version_made_it(
    run,
    kept,
    tmp_path,
):
    target = tmp_path / "raad.backup"
    run("backup", str(target))

    assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.glob("raad.backup*")) == ["raad.backup"]
    with sqlite3.connect(target) as file:
        assert dict(file.execute("SELECT name, value FROM backup"))["version"]


def test_the_secret_travels_beside_it(run, kept, tmp_path):
    secret = tmp_path / "instance" / "secret.key"
    secret.parent.mkdir(exist_ok=True)
    secret.write_text("s" * 64)
    target = tmp_path / "raad.backup"
    run("backup", str(target))
    secret.unlink()

    run("restore", str(target), "--vervang")

    assert secret.read_text() == "s" * 64
    assert secret.stat().st_mode & 0o077 == 0


def test_what_is_there_does_not_go_by_mistake(run, kept, tmp_path):
    target = tmp_path / "raad.backup"
    run("backup", str(target))
    code, _, err = run("restore", str(target))

    assert code == 2
    assert "Er staan al 2 dossiers" in err
    assert kept[0].count() == 2


@pytest.mark.parametrize("damage", ["nothing of ours", "cut off", "another database"])
def test_a_file_that_is_no_back_up_changes_nothing(run, kept, tmp_path, damage):
    target = tmp_path / "raad.backup"
    run("backup", str(target))
    if damage == "nothing of ours":
        target.write_bytes(b"iets anders")
    elif damage == "cut off":
        target.write_bytes(target.read_bytes()[:5_000])
    else:
        target.unlink()
        other = open_engine(f"sqlite:///{target}")
        upgrade(other)
        other.dispose()

    code, _, err = run("restore", str(target), "--vervang")

    assert code == 2
    assert "geen back-up van Raadwijzer, of is beschadigd" in err
    assert kept[0].count() == 2


def test_a_place_that_cannot_be_written_is_told(run, kept, tmp_path):
    code, _, err = run("backup", str(tmp_path / "nergens" / "raad.backup"))

    assert code == 2
    assert "Kan niet schrijven" in err
