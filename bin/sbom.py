"""Prints what the program is made of, as CycloneDX 1.5: every locked package with its hashes.

`bin/sbom.py > raadwijzer.cdx.json`; made from the same file that installs them.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
LOCKED = HOUSE / "requirements" / "run.txt"
PACKAGE = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(locked: str) -> Iterator[dict[str, Any]]:
    """Give each package with every file of it that may be installed."""
    for block in re.split(r"\n(?=\S)", locked):
        found = PACKAGE.match(block)
        if found:
            name, version = found["name"].lower(), found["version"]
            yield {
                "type": "library",
                "name": name,
                "version": version,
                "purl": f"pkg:pypi/{name}@{version}",
                "hashes": [
                    {"alg": "SHA-256", "content": one} for one in HASH.findall(block)
                ],
            }


def bill(locked: str, version: str) -> dict[str, Any]:
    """Give the whole bill of materials."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "raadwijzer",
                "version": version,
            }
        },
        "components": list(components(locked)),
    }


if __name__ == "__main__":
    project = (HOUSE / "pyproject.toml").read_text()
    (version,) = re.findall(r'^version = "([^"]+)"', project, re.MULTILINE)
    print(json.dumps(bill(LOCKED.read_text(), version), indent=1))
