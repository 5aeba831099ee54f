"""The bill of materials names every package that is installed, with its hashes."""

import json
import re
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]


def test_the_bill_names_every_locked_package():
    told = subprocess.run(
        [sys.executable, HOUSE / "bin" / "sbom.py"], capture_output=True, check=True
    )
    bill = json.loads(told.stdout)
    locked = (HOUSE / "requirements" / "run.txt").read_text()
    names = {one.lower() for one in re.findall(r"^([\w.-]+)==", locked, re.MULTILINE)}

    assert bill["bomFormat"] == "CycloneDX"
    assert {one["name"] for one in bill["components"]} == names
    assert all(one["hashes"] and one["version"] for one in bill["components"])
    count = sum(len(one["hashes"]) for one in bill["components"])
    assert count == locked.count("--hash=")
