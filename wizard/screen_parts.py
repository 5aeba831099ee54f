"""What screens share, as plain frozen data; a template adds order and nothing else."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import NamedTuple

from reports.dutch import capital, counted
from rules.grammar.glossary import Body


class Shown(SimpleNamespace):
    """What a page shows: its template, and by name all that stands in it."""

    def __init__(self, template: str, **parts: object) -> None:
        """Keep them; the template may ask for nothing else, and asks for all."""
        super().__init__(template=template, **parts)


@dataclass(frozen=True)
class Link:
    """Somewhere to go, or what is wrong and where; `current`: the reader is there."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class StateLabel:
    """The state of one condition: its id chooses the icon, if any; its text tells it."""

    id: str
    text: str


@dataclass(frozen=True)
class SourceNote:
    """One source; in a list with the number by which this page refers to it."""

    title: str
    url: str
    about: str
    number: int = 0


class SourcedSentence(NamedTuple):
    """A sentence with the sources it rests on; `about` stands below it in small type."""

    text: str
    sources: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Progress:
    """How far the reader is: the bar says the same as the words."""

    text: str
    chapter: str
    done: int
    total: int


@dataclass(frozen=True)
class Way:
    """A small form: one button that sends these fields to an address."""

    text: str
    action: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Asked:
    """A ready question; `about` tells for whom or why."""

    text: str
    about: str = ""


@dataclass(frozen=True)
class AskedOf:
    """The ready questions for one body, and how the council reaches it."""

    body: str
    how: str
    questions: tuple[Asked, ...]
    more: tuple[Asked, ...] = ()
    more_title: str = ""

    @classmethod
    def at_most(
        cls, most: int, body: Body, questions: tuple[Asked, ...], about: str = ""
    ) -> "AskedOf":
        """Put all but the first few behind a line that counts them, and tells what of."""
        rest = counted(len(questions) - most, "vraag", "vragen")
        some, more = questions[:most], questions[most:]
        return cls(capital(body.name), body.how, some, more, f"Nog {rest}{about}")

    @property
    def as_text(self) -> str:
        """Write the questions out, to copy."""
        lines = (f"– {one.text}" for one in (*self.questions, *self.more))
        return "\n".join((f"{self.body}:", *lines))


@dataclass(frozen=True)
class TextField:
    """One field to type in; what was typed and what is wrong stand under its name."""

    id: str
    name: str
    label: str
    hint: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Tap:
    """One thing to tap, and how it stands now; `value` is what is sent."""

    value: str
    label: str
    about: str
    chosen: bool = False
