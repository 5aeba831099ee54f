"""What an administrator does by hand or at night, on the command line."""

from contextlib import closing
from datetime import date, timedelta

import pytest

from wizard.cli import main
from wizard.clock import now
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers

pytestmark = pytest.mark.usefixtures("logging_as_it_was")


def keep_a_dossier(engine, days_ago):
    made = Dossiers(
        engine, timedelta(days=30), lambda: now() - timedelta(days=days_ago)
    )
    made.create(
        ("x",), reference_date=date(2026, 1, 1), fingerprint="", municipality=None
    )


def test_upgrade_says_whether_it_was_needed(run):
    assert run("upgrade") == (0, "De tabellen zijn bijgewerkt.\n", "")
    assert run("upgrade") == (0, "De tabellen waren al bij.\n", "")


@pytest.mark.parametrize(
    ("expired", "told"), [(0, "0 dossiers"), (1, "1 dossier"), (3, "3 dossiers")]
)
def test_purge_removes_what_expired_and_says_how_much(run, engine, expired, told):
    upgrade(engine)
    keep_a_dossier(engine, days_ago=0)
    assert run("purge")[0] == 0
    for _ in range(expired):
        keep_a_dossier(engine, days_ago=34)

    assert run("purge") == (0, f"Verwijderd: {told}.\n", "")
    assert Dossiers(engine, timedelta(days=30), now).count() == 1


def test_what_purge_refuses_it_tells_with_what_to_do(run, engine):
    upgrade(engine)
    keep_a_dossier(engine, days_ago=34)
    code, out, err = run("purge")
    assert (code, out) == (1, "")
    assert "staat 34 dagen later" in err
    assert "raadwijzer purge --toch" in err
    keep_a_dossier(engine, days_ago=34)
    keep_a_dossier(engine, days_ago=0)
    code, _, err = run("purge")
    assert code == 1
    assert "2 van de 3 dossiers" in err

    assert run("purge", "--toch") == (0, "Verwijderd: 2 dossiers.\n", "")


def test_purge_does_not_touch_tables_of_another_form(run):
    code, out, err = run("purge")

    assert (code, out) == (1, "")
    assert "raadwijzer upgrade" in err


@pytest.mark.parametrize("command", ["purge", "upgrade", "serve"])
def test_without_a_database_it_says_what_to_check(environment, capsys, command):
    environment.setenv("DATABASE_URL", "postgresql://niemand:geheim@127.0.0.1:9/niets")
    with pytest.raises(SystemExit) as stopped:
        main([command])
    err = capsys.readouterr().err

    assert stopped.value.code == 1
    assert "De database is niet bereikbaar." in err
    assert "geheim" not in err


def test_a_wrong_setting_is_named(environment, capsys):
    environment.setenv("RAADWIJZER_RETENTION_DAYS", "veel")
    with pytest.raises(SystemExit) as stopped:
        main(["purge"])

    assert stopped.value.code == 2
    assert "RAADWIJZER_RETENTION_DAYS" in capsys.readouterr().err


def test_the_cupboard_of_a_new_installation_is_made(environment, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["upgrade"])

    file = tmp_path / "instance" / "raadwijzer.sqlite"
    assert stopped.value.code == 0
    with closing(open_engine(f"sqlite:///{file}").raw_connection()) as connection:
        assert connection.execute("SELECT count(*) FROM dossier").fetchone() == (0,)
