"""The real content, read once for all tests of one process; no test changes it."""

from dataclasses import replace
from functools import cache

from rules.grammar import strict_yaml
from rules.loading import load

# Tests lay the same files out again and again; what was read once is read.
strict_yaml.read = cache(strict_yaml.read)
load_once = cache(load)
LIBRARY = load_once()


def by_id(library):
    """The same law with the id of each fixed sentence in its place, and what fills it."""
    told = {
        name: one.model_copy(
            update={
                "text": "‹"
                + ": ".join(
                    [name.replace("_", "-"), *(f"{{{hole}}}" for hole in one.holes)]
                )
                + "›"
            }
        )
        for name, one in library.sentences.items()
    }
    return replace(library, sentences=told)
