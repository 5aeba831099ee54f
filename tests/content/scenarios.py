"""Dossiers of the first release that councils could have filled in, read as of today."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from rules.content.casefile import CaseFile
from rules.reading_casefile import read_dossier

CASES = Path(__file__).parent.parent / "casussen"
TODAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Scenario:
    """A dossier with what must come of it; `ask` are the first questions."""

    id: str
    casefile: CaseFile
    outcome: str
    tally: dict[str, int]
    ask: tuple[str, ...] = ()


def scenarios(library):
    """Every scenario that has an expectation beside it, each with its variants."""
    for path in sorted(CASES.glob("*/*/verwacht.yaml")):
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        name = path.parent.name
        casefile = with_answers(library, path.parent / "dossier.yaml", {})
        yield Scenario(
            name, casefile, said["outcome"], said["tally"], tuple(said["ask"])
        )
        for variant in said["variants"]:
            changes = {ref: str(value) for ref, value in variant["set"].items()}
            changed = "_".join(f"{ref}_{value}" for ref, value in changes.items())
            yield Scenario(
                f"{name}-{changed}",
                with_answers(library, path.parent / "dossier.yaml", changes),
                variant["outcome"],
                variant["tally"],
            )


def with_answers(library, path, changes):
    """The same dossier with other answers, by the numbers of its release."""
    whole = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    whole["answers"] |= changes
    (casefile,) = read_dossier(json.dumps(whole), library, today=TODAY)
    return casefile
