"""Prints the glossary of the registers as Markdown, for `docs/begrippen.md`."""

from rules.grammar.glossary import Term
from rules.library import Library
from rules.loading import load

OPENING = """\
# Begrippen

Gemaakt met `make docs` uit `rules/registers/begrippen.yaml`; verander het daar.
"""


def page(library: Library) -> str:
    """Return the whole page."""
    return "\n".join([OPENING, *(entry(term, library) for term in library.terms)])


def entry(term: Term, library: Library) -> str:
    """Return one term: its meaning and its sources."""
    lines = [f"## {term.term}", "", term.meaning]
    if term.sources:
        found = [library.sources[name] for name in term.sources]
        lines += ["", *(f"- [{source.title}]({source.url})" for source in found)]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    print(page(load()), end="")
