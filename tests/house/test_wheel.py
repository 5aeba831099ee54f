"""What a municipality installs is all there, and finds itself."""

import os
import subprocess
import sys
import zipfile

import pytest

SHIPPED = ("rules", "reports", "wizard", "templates", "static")
BUILT = ("static/css/nlds.css", "static/fonts/LICENSE.txt")


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", target]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (path,) = target.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def files(wheel):
    """The wheel, unpacked somewhere else, as an installer would leave it."""
    folder = wheel.parent / "shelf"
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def test_every_file_of_the_application_is_in_the_wheel(wheel, tracked):
    ours = {path.as_posix() for path in tracked if path.parts[0] in SHIPPED}
    packed = set(zipfile.ZipFile(wheel).namelist())

    assert {path.rpartition(".")[2] for path in ours} >= {"py", "yaml", "html", "css"}
    assert ours - packed == set()


def test_what_is_built_is_in_the_wheel_too(wheel):
    packed = set(zipfile.ZipFile(wheel).namelist())

    assert [path for path in packed if path.endswith(".woff2")]
    assert set(BUILT) - packed == set()


def test_nothing_else_is_in_the_wheel(wheel):
    folders = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    others = {name for name in folders if not name.endswith(".dist-info")}

    assert others == set(SHIPPED)


def test_an_installed_wheel_finds_its_law_and_its_templates(files, tmp_path):
    command = [
        sys.executable,
        "-c",
        "import rules, wizard.cli; print(rules.__file__); wizard.cli.main(['check'])",
    ]
    environment = os.environ | {"PYTHONPATH": str(files)}
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.stdout.startswith(str(files)), done.stderr
    assert done.returncode == 0, done.stderr
