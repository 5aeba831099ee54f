"""Say what stands between this tree and a release; ends with 1 where something does.

Who publishes fills in what we cannot know: where the code lives, and whom to tell of a
weak spot. The rest must agree: one version, with its changelog for both kinds of readers.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = re.compile(r"//[^/]*\.example\b")
PARTS = ("### Voor raadsleden", "### Voor makers")


def missing(root: Path) -> Iterator[str]:
    """Give each thing that is not there yet, as a sentence."""
    version = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    code = yaml.safe_load((root / "publiccode.yml").read_text())
    if EXAMPLE.search(code["url"]):
        yield "publiccode.yml: `url` is an example; fill in where the code is published."
    for contact in code["maintenance"]["contacts"]:
        if "email" not in contact:
            yield (
                f"publiccode.yml: contact ‘{contact['name']}’ has no `email`; fill in "
                "whom to tell of a weak spot, and set RAADWIJZER_SECURITY_CONTACT."
            )
    if code["softwareVersion"] != version:
        yield f"publiccode.yml: softwareVersion is not {version}."
    told = (root / "CHANGELOG.md").read_text()
    yield from unkept(root, version)
    _, found, rest = told.partition(f"\n## [{version}]")
    section = rest.partition("\n## [")[0]
    if not found:
        yield f"CHANGELOG.md: there is no section for {version}."
    elif not all(part in section for part in PARTS):
        yield f"CHANGELOG.md: {version} does not speak to both kinds of readers."


def unkept(root: Path, version: str) -> Iterator[str]:
    """Say whether the corpus has nothing yet of what this version makes."""
    if not any(root.glob(f"tests/corpus/*-{version}/links.json")):
        yield (
            f"tests/corpus: there is no folder of {version}; make it with bin/corpus.py, "
            "so that every later version must open what this one made."
        )


def main() -> None:
    """Print what is missing."""
    found = list(missing(ROOT))
    print("\n".join(found) or "Nothing is missing: tag it, and publish.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
