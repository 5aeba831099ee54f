"""A back-up is whole, checked and for its owner alone, and comes back on both databases."""

import sqlite3
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.wizard.test_maintenance import keep_a_dossier
from wizard.cli import main
from wizard.clock import now
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers


@pytest.fixture
def both(postgres_cluster, tmp_path):
    """An empty database of each kind."""
    url = postgres_cluster.url.replace("postgresql://", "postgresql+psycopg://")
    engines = open_engine(f"sqlite:///{tmp_path / 'hier.sqlite'}"), open_engine(url)
    with engines[1].begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    yield engines
    for engine in engines:
        engine.dispose()


@pytest.fixture
def command(environment, logging_as_it_was):
    """Run a command on one database or another."""

    def call(engine, *arguments):
        url = engine.url.render_as_string(hide_password=False)
        environment.setenv("DATABASE_URL", url)
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        assert stopped.value.code == 0

    return call


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


@pytest.mark.postgres
@pytest.mark.parametrize("there", ["to postgres", "to sqlite"])
def test_a_back_up_of_one_database_comes_back_in_the_other(
    command, both, tmp_path, there
):
    """And can be worked on there: new history is numbered behind the old."""
    origin, goal = both if there == "to postgres" else both[::-1]
    upgrade(origin)
    kept = Dossiers(origin, timedelta(days=30), now)
    keep_a_dossier(origin, days_ago=1)
    made = kept.create(
        ("x",),
        reference_date=now().date(),
        fingerprint="",
        municipality=None,
        values={"a": "ja"},
    )
    version = made.dossier.version
    kept.save_answers(made.dossier, {"a": "nee"}, expected_version=version)
    target = tmp_path / "raad.backup"
    command(origin, "backup", str(target))

    command(goal, "restore", str(target))

    came = Dossiers(goal, timedelta(days=30), now)
    assert came.count() == 2
    back = came.open_by_edit_key(made.edit_key)
    assert dict(back.answers) == {"a": "nee"}
    undone = came.undo(back, expected_version=back.version)
    assert dict(undone.answers) == {"a": "ja"}
    assert len(came.revisions(undone, since_version=0)) == 3
    assert came.purge() == 0


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
