"""A sentence with named holes: the text is content, what fills it is computed."""

from string import Formatter
from typing import Annotated

from pydantic import Field, model_validator

from rules.grammar.content_model import Content, Name, Prose


class FixedSentence(Content):
    """A fixed text; `holes` are the names between braces in it, each declared.

    >>> FixedSentence(id="x", text="Stand per {datum}.", holes=("datum",)).fill(datum="nu")
    'Stand per nu.'
    """

    id: Name
    text: Prose
    holes: tuple[Annotated[Name, Field()], ...] = ()

    @model_validator(mode="after")
    def _declares_its_holes(self) -> "FixedSentence":
        found = {
            name for _, name, _, _ in Formatter().parse(self.text) if name is not None
        }
        if found != set(self.holes):
            told = ", ".join(sorted(found)) or "geen"
            raise ValueError(f"holes klopt niet: in de tekst staan {told}")
        return self

    def fill(self, **values: str) -> str:
        """Fill the holes.

        Raises:
            KeyError: when a hole has no value, or a value no hole.
        """
        if set(values) != set(self.holes):
            raise KeyError(f"{self.id} has holes {self.holes}, got {sorted(values)}")
        return self.text.format_map(values)
