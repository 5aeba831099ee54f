"""What is written about the house agrees with the house."""

import re
import subprocess
import sys

import yaml

from wizard.cli import cli

HEADINGS = ["Context", "Decision", "Consequences", "Considered"]


def test_every_command_stands_in_the_readme(root):
    readme = (root / "README.md").read_text()
    commands = [f"raadwijzer {name}" for name in cli.commands]

    assert len(commands) >= 6
    assert [command for command in commands if command not in readme] == []


def test_the_readme_shows_the_result_and_leads_to_manuals_and_changes(root):
    readme = (root / "README.md").read_text()
    shown = re.findall(r"\]\(((?:docs/|CHANGELOG)[^)#]*)\)", readme)

    assert {
        *("docs/beelden/uitkomst.png", "docs/beelden/memo.png", "CHANGELOG.md"),
        *("docs/handleiding-raadslid.md", "docs/handleiding-griffie.md"),
    } <= set(shown)
    assert [path for path in shown if not (root / path).exists()] == []
    assert "Een jurist van buiten heeft ze nog niet gelezen" in readme


def test_every_make_target_says_what_it_does(root):
    makefile = (root / "Makefile").read_text()
    targets = re.findall(r"^([a-z]+):(.*)$", makefile, re.MULTILINE)

    assert {name for name, _ in targets} >= {"run", "test", "bench", "stress"}
    assert [name for name, rest in targets if "## " not in rest] == []


def test_the_changelog_knows_what_is_coming_and_what_is(root, project):
    headings = re.findall(
        r"^## \[(.+?)\]", (root / "CHANGELOG.md").read_text(), re.MULTILINE
    )

    assert headings[0] == "Unreleased"
    assert headings[1] == project["project"]["version"]


def test_the_public_code_register_gets_the_same_version_and_licence(root, project):
    public = yaml.safe_load((root / "publiccode.yml").read_text())

    assert public["softwareVersion"] == project["project"]["version"]
    assert public["legal"]["license"] == project["project"]["license"]


def test_every_decision_record_is_in_the_index(root):
    records = sorted((root / "docs/adr").glob("[0-9]*.md"))
    index = (root / "docs/adr/README.md").read_text()
    titles = {path.name: path.read_text().split("\n", 1)[0] for path in records}
    wrong = [
        name
        for name, title in titles.items()
        if f"[{title.removeprefix(f'# {name[:4]} ')}]({name})" not in index
    ]

    assert [path.name[:4] for path in records] == [
        f"{number:04}" for number in range(1, len(records) + 1)
    ]
    assert len(records) >= 12
    assert wrong == []


def test_every_decision_record_has_its_parts(root):
    records = sorted((root / "docs/adr").glob("[0-9]*.md"))

    assert records
    for path in records:
        text = path.read_text()

        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADINGS, path.name
        assert re.search(r"^Status: .+\nDate: \d{4}-\d\d-\d\d\.$", text, re.MULTILINE)


def test_what_the_walk_quotes_is_what_the_content_says(root):
    """Of a question, a card and a title: who looks for the words, finds them."""
    walk = (root / "ARCHITECTURE.md").read_text().partition("## The walk")[2]
    quoted = re.findall(
        r"(?<!\*)\*(\w[^*]{12,}?)[ …]*\*(?!\*)", walk.partition("\n## ")[0]
    )
    law = "\n".join(
        path.read_text() for path in (root / "rules/besluiten").rglob("*.yaml")
    )

    assert len(quoted) >= 3
    assert [one for one in quoted if one not in law] == []


def test_the_first_half_hour_names_what_there_is(root):
    page = (root / "docs/first-half-hour.md").read_text()
    paths = re.findall(r"`((?:rules|reports|wizard|tests)/[\w./-]+)`", page)
    targets = re.findall(r"`make (\w+)`|^make (\w+)$", page, re.MULTILINE)
    makefile = (root / "Makefile").read_text()

    assert len(paths) >= 5
    assert [path for path in paths if not (root / path).exists()] == []
    assert {f"{one or other}:" for one, other in targets} <= set(
        re.findall(r"^\w+:", makefile, re.MULTILINE)
    )


def test_the_printed_glossary_equals_the_register(root):
    command = [sys.executable, root / "bin/glossary.py"]
    printed = subprocess.run(command, capture_output=True, check=True, text=True)

    assert printed.stdout.count("\n## ") > 20
    assert (root / "docs/begrippen.md").read_text() == printed.stdout
