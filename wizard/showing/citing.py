"""How a page names its sources: one number each, with what kind it is and how old."""

from collections.abc import Iterable, Mapping

from reports.dutch import say_date
from rules.grammar.sources import Kind, Seen, Source
from wizard.screens.parts import Sentence, SourceNote

KINDS = {
    Kind.WET: "Wet",
    Kind.VERORDENING: "Verordening",
    Kind.RECHTSPRAAK: "Rechtspraak",
    Kind.TOEZICHT: "Toezicht",
    Kind.BELEID: "Beleid",
    Kind.BESLUIT: "Besluit",
    Kind.KAMERSTUK: "Kamerstuk",
    Kind.ONDERZOEK: "Onderzoek",
    Kind.RAADSSTUK: "Raadsstuk",
    Kind.PERS: "Nieuwsbericht",
    Kind.HANDREIKING: "Handreiking",
    Kind.CIJFERS: "Cijfers",
}
SEEN = {
    Seen.TEKST: "de tekst is gelezen",
    Seen.FRAGMENT: "een deel van de tekst is gelezen",
    Seen.SAMENVATTING: "alleen een samenvatting is gelezen",
}


class Notes:
    """The sources of one page, numbered in the order in which they are cited."""

    def __init__(self, register: Mapping[str, Source]) -> None:
        self._register = register
        self._numbers: dict[str, int] = {}

    def cite(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Give the numbers of these sources; a new source gets the next number."""
        numbers = self._numbers
        return tuple(numbers.setdefault(name, len(numbers) + 1) for name in sources)

    def sentence(
        self, text: str, sources: Iterable[str], *, is_open: bool = False
    ) -> Sentence:
        """Give a sentence with its notes."""
        return Sentence(text, self.cite(sources), is_open)

    def listed(self) -> tuple[SourceNote, ...]:
        """List all that was cited."""
        return tuple(
            note(self._register[name], number) for name, number in self._numbers.items()
        )


def note(source: Source, number: int) -> SourceNote:
    """Show one source."""
    return SourceNote(number, source.title, source.url, about(source))


def about(source: Source) -> str:
    """Tell what kind of source it is, how much was read, when, and who has a stake."""
    parts = [
        f"{KINDS[source.kind]}.",
        f"Nagekeken op {say_date(source.checked_on)}: {SEEN[source.seen]}.",
    ]
    if source.is_law and source.valid_from is not None:
        parts.insert(1, f"Deze tekst geldt in elk geval sinds {_valid(source)}.")
    elif source.year is not None:
        parts[0] = f"{KINDS[source.kind]} uit {source.year}."
    if source.interest:
        parts.append(f"Belang: {source.interest.removesuffix('.')}.")
    return " ".join(parts)


def _valid(source: Source) -> str:
    assert source.valid_from is not None
    return say_date(source.valid_from)
