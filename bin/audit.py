"""Asks whether a locked package has a known weakness, and says plainly when nobody answered.

pip-audit calls a package that it could not look up no fault, and then reports that it
found nothing. Here that is told apart: exit 1 for a weakness, 0 for none or no answer.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCKED = Path(__file__).resolve().parent.parent / "requirements" / "run.txt"
SECONDS = 120


def asked() -> list[dict[str, Any]]:
    """Let pip-audit look up every locked package; nothing when it cannot."""
    command = [
        *(sys.executable, "-m", "pip_audit", "--requirement", str(LOCKED)),
        *("--require-hashes", "--disable-pip"),
        *("--format", "json", "--progress-spinner", "off"),
    ]
    try:
        told = subprocess.run(  # noqa: S603 — our own words
            command, capture_output=True, check=False, text=True, timeout=SECONDS
        )
        found: list[dict[str, Any]] = json.loads(told.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError, KeyError):
        return []
    return found


def verdict(found: list[dict[str, Any]]) -> tuple[int, str]:
    """Give the exit code and what to say."""
    seen = [one for one in found if "skip_reason" not in one]
    weak = [one for one in seen if one["vulns"]]
    if weak:
        lines = [
            f"  {one['name']} {one['version']}: {vuln['id']}, "
            f"hersteld in {', '.join(vuln['fix_versions']) or '–'}"
            for one in weak
            for vuln in one["vulns"]
        ]
        return 1, "\n".join(["✗ pip-audit: bekende kwetsbaarheden", *lines])
    if not seen:
        return 0, "– pip-audit: gegevens hier niet bereikbaar; niets nagekeken"
    missed = len(found) - len(seen)
    rest = f"; {missed} niet nagekeken" if missed else ""
    return 0, f"✓ pip-audit: {len(seen)} pakketten zonder bekende kwetsbaarheid{rest}"


if __name__ == "__main__":
    code, sentence = verdict(asked())
    print(sentence)
    sys.exit(code)
