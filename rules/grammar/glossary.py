"""The glossaries and the bodies: what a word means, and who can be asked."""

from typing import Annotated

from pydantic import Field

from rules.grammar.content_model import Content, Name, Prose
from rules.grammar.references import BodyName, SourceId


class Term(Content):
    """One word and its meaning."""

    term: Prose
    meaning: Prose
    sources: tuple[SourceId, ...] = ()


class Keyword(Content):
    """A key of the language, with the Dutch words that somebody may write for it."""

    key: Name
    dutch: Annotated[tuple[Name, ...], Field(min_length=1)]


class Body(Content):
    """Somebody who decides, knows or can be asked: burgemeester, raad, politie and so on.

    `how` tells how the council reaches this body; `via` names the body through which
    it must be asked, where the council cannot address it. `asked` tells how a member may
    ask it something all the same. `put_to` names whom a paper of the council asks
    instead, where that is somebody else.
    """

    id: Name
    name: Prose
    short: Prose
    how: Prose
    via: BodyName | None = None
    asked: Prose | None = None
    put_to: BodyName | None = None
    sources: tuple[SourceId, ...] = ()

    @property
    def briefly(self) -> str:
        """Name it with its article, in few words: “het college”."""
        start = f"{self.name.split()[0]} {self.short}"
        return start if self.name.startswith(start) else self.name
