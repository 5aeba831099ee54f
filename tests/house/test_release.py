"""A release cannot be made with something left to fill in, and says what that is."""

import importlib.util
import shutil

import pytest

FILES = ("pyproject.toml", "publiccode.yml", "CHANGELOG.md")


@pytest.fixture
def release(root):
    spec = importlib.util.spec_from_file_location("release", root / "bin/release.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def filled_in(root, tmp_path):
    """The tree as a publisher leaves it."""
    for name in FILES:
        shutil.copy(root / name, tmp_path)
    shutil.copytree(root / "tests/corpus", tmp_path / "tests/corpus")
    code = tmp_path / "publiccode.yml"
    text = code.read_text().replace("raadwijzer.example/", "git.gemeente.nl/")
    name = "    - name: De makers van Raadwijzer\n"
    code.write_text(text.replace(name, f"{name}      email: veilig@gemeente.nl\n"))
    return tmp_path


def test_what_only_a_publisher_knows_is_all_that_is_missing(release, root):
    url, contact = release.missing(root)

    assert "`url` is an example" in url
    assert "has no `email`" in contact


def test_with_that_filled_in_nothing_is_missing(release, filled_in):
    assert list(release.missing(filled_in)) == []


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        (("publiccode.yml", 'softwareVersion: "', 'softwareVersion: "9.'), "is not"),
        (("pyproject.toml", '\nversion = "', '\nversion = "9.'), "no section for 9."),
        (("pyproject.toml", '\nversion = "', '\nversion = "9.'), "no folder of 9."),
        (("CHANGELOG.md", "### Voor makers", "### Voor anderen"), "both kinds"),
    ],
)
def test_versions_and_changelog_must_agree(release, filled_in, slip, told):
    name, old, new = slip
    path = filled_in / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))

    assert any(told in each for each in release.missing(filled_in))
