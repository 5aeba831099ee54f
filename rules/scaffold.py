"""Begin a decision: four short files with comments that pass every check at once.

And a JSON Schema of each part, so that an editor can help while somebody writes.
"""

import re
from pathlib import Path
from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter

from rules.content.briefing import Arguments
from rules.content.decision import Header
from rules.content.demands import Demand
from rules.content.intrusions import Privacy
from rules.content.questions import Question
from rules.grammar.errors import InputError
from rules.loading import CONTENT
from rules.reading_decisions import COSTS, LISTS, CardHead

EXAMPLE = "nieuw"
PLACEHOLDER = "BESLUIT"
_NAME = re.compile(r"[a-z][a-z0-9_]{2,40}")

PARTS: dict[str, Any] = {
    "besluit": Header,
    "vragen": list[CardHead | Question],
    "eisen": list[Demand],
    "argumenten": Arguments,
    **{part: GenericAlias(list, model) for part, model in LISTS.values()},
    **{part: GenericAlias(list, model) for part, model in COSTS.values()},
    "privacy": Privacy,
}


def begin(name: str, root: Path = CONTENT) -> tuple[Path, ...]:
    """Write the files of a new decision; give what was written.

    Raises:
        InputError: for a name that cannot be, or a decision that is there already.
    """
    if not _NAME.fullmatch(name):
        raise InputError(
            f"'{name[:60]}' kan geen naam zijn. Gebruik kleine letters, cijfers en _, "
            "zoals mijn_besluit."
        )
    folder = root / "besluiten" / name
    if folder.exists():
        raise InputError(f"Besluit '{name}' is er al. Kies een andere naam.")
    made = []
    try:
        folder.mkdir(parents=True)
        for example in sorted((CONTENT / EXAMPLE).glob("*.yaml")):
            text = example.read_text(encoding="utf-8").replace(PLACEHOLDER, name)
            made.append(folder / example.name)
            made[-1].write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"Kan niet schrijven: {folder} ({error.strerror}).") from error
    return tuple(made)


def schema(part: str) -> dict[str, Any]:
    """Give the JSON Schema of one part of a decision.

    Raises:
        InputError: for a part that there is not.
    """
    if part not in PARTS:
        known = ", ".join(PARTS)
        raise InputError(f"Onderdeel '{part[:60]}' is er niet. Kies uit: {known}.")
    found = TypeAdapter(PARTS[part]).json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
