"""Source ids become numbered notes: each source once, in the order of first mention."""

from collections.abc import Iterable, Mapping
from datetime import date

from reports.document import Note, Span
from rules.sources import Seen, Source

_SEEN = {
    Seen.TEKST: "",
    Seen.FRAGMENT: " Een deel van deze bron is gelezen.",
    Seen.SAMENVATTING: " Van deze bron is een samenvatting gelezen.",
}


class Notes:
    """Numbers the sources of one paper while it is composed."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Start with no notes."""
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def cite(self, ids: Iterable[str]) -> tuple[int, ...]:
        """Give the numbers of these sources, in increasing order."""
        numbers = (
            self._numbers.setdefault(each, len(self._numbers) + 1) for each in ids
        )
        return tuple(sorted(set(numbers)))

    def span(self, text: str, sources: Iterable[str], *, strong: bool = False) -> Span:
        """Give a run of text with its notes."""
        return Span(text, self.cite(sources), strong=strong)

    def all(self) -> tuple[Note, ...]:
        """Give the notes by number."""
        return tuple(
            Note(number, note_text(self._sources[each]), self._sources[each].url)
            for each, number in self._numbers.items()
        )


def note_text(source: Source) -> str:
    """Say what a source is, how it was seen and who has an interest in it."""
    version = (
        f" Versie van {_short(source.version)}." if source.version is not None else ""
    )
    interest = f" Belang: {source.interest}" if source.interest else ""
    text = f"{source.title}.{version}{_SEEN[source.seen]}{interest}"
    return text if text.endswith(".") else f"{text}."


def _short(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
