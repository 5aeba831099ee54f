"""A wrong setting is told in Dutch, by name."""

import stat
from datetime import timedelta

import pytest

from wizard.cli import main
from wizard.settings import EXPECTED, Settings, SettingsError, load_settings


def test_without_any_setting_it_works_and_keeps_its_own_secret(environment, tmp_path):
    first, second = load_settings(), load_settings()

    assert first.secret == second.secret
    assert len(first.secret) == 64
    key_file = tmp_path / "instance" / "secret.key"
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert [one.name for one in key_file.parent.iterdir()] == ["secret.key"]
    assert first.database.startswith("sqlite:///")
    assert first.database.endswith("instance/raadwijzer.sqlite")
    assert first.retention == timedelta(days=30)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_one_variable_chooses_postgresql(environment, scheme):
    environment.setenv("DATABASE_URL", f"{scheme}://u:p%40s@db.example:5432/raad?x=1")

    assert (
        load_settings().database
        == "postgresql+psycopg://u:p%40s@db.example:5432/raad?x=1"
    )


WRONG = {
    "RAADWIJZER_SECRET_KEY": "kort",
    "RAADWIJZER_RETENTION_DAYS": "0",
    "RAADWIJZER_MUNICIPALITY": "Rotterdam",
    "RAADWIJZER_TRUSTED_PROXIES": "veel",
    "RAADWIJZER_TLS": "misschien",
    "RAADWIJZER_HOSTS": "een host; nog een",
    "RAADWIJZER_DOSSIERS_PER_HOUR": "-1",
    "RAADWIJZER_PDFS_PER_HOUR": "1,5",
    "RAADWIJZER_REQUEST_BYTES": "1",
    "RAADWIJZER_WORKERS": "0",
    "RAADWIJZER_THREADS": "veel",
    "RAADWIJZER_PDF_SECONDS": "1000",
    "RAADWIJZER_PDF_QUEUE": "0",
    "RAADWIJZER_LOG_LEVEL": "luid",
    "DATABASE_URL": "mysql://geheim@db/raad",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_told_by_name_and_not_repeated(environment, name):
    environment.setenv(name, WRONG[name])

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert str(caught.value).startswith(f"{name}: moet ")
    assert "geheim" not in str(caught.value)


def test_all_faults_are_told_at_once(environment):
    for name, value in WRONG.items():
        environment.setenv(name, value)

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert len(str(caught.value).splitlines()) == len(WRONG)


def test_each_setting_says_what_it_expects():
    assert set(EXPECTED) == set(Settings.model_fields) - {"instance"}


def test_a_misspelt_setting_is_noticed(environment):
    environment.setenv("RAADWIJZER_RETENTION_DAY", "10")

    with pytest.raises(SettingsError, match="Bedoelde u RAADWIJZER_RETENTION_DAYS"):
        load_settings()


def test_somebody_elses_variable_is_left_alone(environment):
    environment.setenv("RAADWIJZER_VERSIE_VAN_HET_PAKKET", "10")

    assert load_settings().retention_days == 30


def test_a_folder_that_cannot_be_written_is_told(environment, tmp_path):
    (tmp_path / "file").write_text("")
    environment.setenv("RAADWIJZER_INSTANCE", str(tmp_path / "file"))

    with pytest.raises(SettingsError, match="RAADWIJZER_INSTANCE"):
        _ = load_settings().secret


@pytest.mark.parametrize(
    "words", [["serve"], ["upgrade"], ["purge"], ["backup", "kopie"]]
)
def test_where_nothing_can_be_kept_every_command_says_so(
    environment, tmp_path, capsys, words
):
    """/proc takes no file of ours, whoever we are: as a machine that is read-only."""
    environment.setenv("RAADWIJZER_INSTANCE", "/proc/self/fdinfo")
    environment.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(words)
    told = capsys.readouterr().err

    assert stopped.value.code == 2
    assert told.startswith("In de map /proc/self/fdinfo kan Raadwijzer niets bewaren")
    assert told.count("\n") == 1


def test_with_the_database_and_the_secret_elsewhere_no_folder_is_made(
    environment, tmp_path
):
    environment.setenv("RAADWIJZER_INSTANCE", str(tmp_path / "nergens"))
    environment.setenv("RAADWIJZER_SECRET_KEY", "x" * 32)
    environment.setenv("DATABASE_URL", "postgresql://u@h/d")

    load_settings().make_room()

    assert not (tmp_path / "nergens").exists()


def test_a_damaged_secret_is_told(environment, tmp_path):
    (tmp_path / "instance").mkdir()
    (tmp_path / "instance" / "secret.key").write_text("")

    with pytest.raises(SettingsError, match="beschadigd"):
        _ = load_settings().secret


def test_hosts_are_a_list(environment):
    environment.setenv("RAADWIJZER_HOSTS", "raad.example.nl,localhost")

    assert load_settings().protection.trusted_hosts == ("raad.example.nl", "localhost")
